import type {Figure, Measure, SideId} from '../facts/fact.ts';
import type {Chain, Picture, Row} from '../picture/picture.ts';
import type {Cell} from './csv.ts';
import type {FormatOptions} from './format.ts';
import {iso} from './printable.ts';

/**
 * The columns of a tally. First those of UCDP GED (codebook 25.1) that can be filled from what was said, in its order; then ours.
 *
 * GED counts civilians apart from a side's dead; what is said of a side mostly has both in one, so `deaths_a` may hold civilians.
 */
export const tallyColumns = [
	'id',
	'year',
	'conflict_name',
	'dyad_name',
	'side_a',
	'side_b',
	'number_of_sources',
	'source_article',
	'source_office',
	'source_date',
	'source_headline',
	'source_original',
	'event_clarity',
	'date_prec',
	'date_start',
	'date_end',
	'deaths_a',
	'deaths_b',
	'deaths_civilians',
	'deaths_unknown',
	'best',
	'high',
	'low',
	'high_open_ended',
	'method',
	'low_a',
	'high_a',
	'high_open_ended_a',
	'method_a',
	'origins_a',
	'implied_low_a',
	'silent_since_a',
	'civilians_a',
	'wounded_a',
	'missing_a',
	'captured_a',
	'evacuated_a',
	'displaced_a',
	'low_b',
	'high_b',
	'high_open_ended_b',
	'method_b',
	'origins_b',
	'implied_low_b',
	'silent_since_b',
	'civilians_b',
	'wounded_b',
	'missing_b',
	'captured_b',
	'evacuated_b',
	'displaced_b',
	'source_url',
	'source_sentences',
	'as_of',
	'as_of_clock',
	'made_by',
] as const;

export type TallyRecord = Readonly<Record<(typeof tallyColumns)[number], Cell>>;

/**
 * The tally as records by column name: one per event that had begun and pair of sides.
 *
 * Nothing is added up: `best`, `low` and `high` are what somebody says of both sides together, else empty. Where there are more
 * than two sides, such a sum is of no pair and stands in none.
 */
export function tallyRecords(picture: Picture, options: Partial<FormatOptions>): TallyRecord[] {
	const {earlier = [], made} = options;
	// An event that is over is told to its own last moment, whatever the clock beside that.
	const before = made && (made.clock === 'seen' ? 'published and seen' : 'published');
	return [...earlier.map(drawn => ({drawn, clock: before})), {drawn: picture, clock: made?.clock}]
		.filter(({drawn: {window, asOf}}) => window.from <= asOf)
		.flatMap(({drawn, clock}) => {
			const {sides} = drawn.profile;
			const of = {as_of_clock: clock ?? null, made_by: made?.by ?? null};
			return sides.flatMap((a, index) =>
				sides.slice(index + 1).map(b => ({...pairRecord(drawn, a, b), ...of})),
			);
		});
}

type Side = Picture['profile']['sides'][number];

function pairRecord(picture: Picture, a: Side, b: Side): Omit<TallyRecord, 'as_of_clock' | 'made_by'> {
	const {profile, window, tally} = picture;
	const isOfAll = profile.sides.length === 2;
	const row = (of: SideId, measure: Measure) =>
		tally.rows.find(each => each.of === of && each.measure === measure);
	const both = isOfAll ? row('both', 'killed') : undefined;
	const unknown = isOfAll ? row(null, 'killed') : undefined;
	const rows = [row(a.id, 'killed'), row(b.id, 'killed'), both, unknown].filter(each => each !== undefined);
	const chains = rows
		.flatMap(each => [...each.own, ...each.enemy, ...each.third])
		.sort((one, other) => one.currentAt - other.currentAt);
	return {
		id: `${profile.id}-${day(window.from)}-${a.id}-${b.id}`,
		year: new Date(window.from).getUTCFullYear(),
		conflict_name: profile.name,
		dyad_name: `${a.name} - ${b.name}`,
		side_a: a.name,
		side_b: b.name,
		...sourceCells(chains),
		// By GED's codebook: 2 where deaths of several incidents are reported together.
		event_clarity: chains.length > 0 ? 2 : null,
		date_prec: precision(window),
		date_start: day(window.from),
		date_end: day(window.to),
		deaths_civilians: both ? civilians(both) : null,
		deaths_unknown: unknown?.best ?? null,
		best: both?.best ?? null,
		high: both?.high ?? null,
		low: both?.low ?? null,
		high_open_ended: both?.openEnded ?? null,
		method: isOfAll ? (both?.method ?? null) : 'more than two sides: a sum of all is of no pair',
		...sideCells('a', measure => row(a.id, measure)),
		...sideCells('b', measure => row(b.id, measure)),
		as_of: iso(picture.asOf),
	};
}

const day = (at: number) => iso(at)?.slice(0, 10) ?? null;

const dayMs = 86_400_000;

/** GED's `date_prec` for a span of days: 1 one day, 2 up to six, 3 a week, 4 up to a month, 5 more. */
function precision({from, to}: Picture['window']): number {
	const days = Math.floor(to / dayMs) - Math.floor(from / dayMs) + 1;
	return days <= 1 ? 1 : days <= 6 ? 2 : days === 7 ? 3 : days <= 31 ? 4 : 5;
}

/** Who is behind the figures of the killed, in lists that run side by side; each with the report that told it first. */
function sourceCells(chains: readonly Chain[]) {
	const articles = [...new Map(chains.map(chain => [chain.current.report.id, chain])).values()];
	const list = (of: (chain: Chain) => string | null) =>
		articles.length === 0 ? null : articles.map(chain => (of(chain) ?? '').replaceAll(';', ',')).join('; ');
	const office = ({carriers, current}: Chain) => carriers[0] ?? current.report.source;
	const date = ({current, currentAt}: Chain) => day(current.report.publishedAt ?? currentAt);
	const title = ({current}: Chain) => current.report.title;
	return {
		number_of_sources: new Set(chains.flatMap(({carriers}) => carriers)).size,
		source_article: list(chain => [office(chain), date(chain), title(chain)].join(',')),
		source_office: list(office),
		source_date: list(date),
		source_headline: list(title),
		source_original: joined(
			chains.map(({by}) => by.name ?? by.side ?? by.kind),
			'; ',
		),
		source_url: list(({current}) => current.report.url?.replaceAll(';', '%3B') ?? null),
		source_sentences: joined(
			chains.map(({current}) => current.sentence),
			' | ',
		),
	};
}

const joined = (words: readonly string[], by: string) =>
	words.length === 0 ? null : [...new Set(words)].join(by);

type OfSide<Letter extends string> = {
	[Column in (typeof tallyColumns)[number] as Column extends `${string}_${Letter}` ? Column : never]: Cell;
};

function sideCells<Letter extends 'a' | 'b'>(
	letter: Letter,
	row: (measure: Measure) => Row | undefined,
): Omit<OfSide<Letter>, `side_${Letter}`> {
	const killed = row('killed');
	const cells: Record<string, Cell> = {
		deaths: killed?.best ?? null,
		low: killed?.low ?? null,
		high: killed?.high ?? null,
		high_open_ended: killed?.openEnded ?? null,
		method: killed?.method ?? null,
		origins: killed?.origins ?? null,
		implied_low: killed?.implied?.low ?? null,
		silent_since: iso(killed?.silence?.since ?? null),
		civilians: killed ? civilians(killed) : null,
		...Object.fromEntries(
			(['wounded', 'missing', 'captured', 'evacuated', 'displaced'] as const).map(measure => [
				measure,
				row(measure)?.best ?? null,
			]),
		),
	};
	return Object.fromEntries(
		Object.entries(cells).map(([name, cell]) => [`${name}_${letter}`, cell]),
	) as OfSide<Letter>;
}

/** The highest count of civilians among the dead that the own side gives, else a third party; one incident's or day's is none of the whole. */
function civilians({own, third}: Row): number | null {
	const counted = (chains: readonly Chain[]) =>
		chains
			.flatMap(({current, parts}): readonly Figure[] => [current, ...parts])
			.filter(({combatant, scope}) => combatant === 'civilian' && ['running', 'subset'].includes(scope))
			.map(({best, low}) => best ?? low)
			.filter(count => count !== null);
	const counts = [counted(own), counted(third)].find(each => each.length > 0);
	return counts ? Math.max(...counts) : null;
}
