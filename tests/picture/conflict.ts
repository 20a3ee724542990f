import type {Ceasefire, Claim, Fact, Figure, Speaker} from '../../source/facts/fact.ts';
import type {Picture, Reading, Row, Sitting} from '../../source/picture/picture.ts';
import {picture} from '../../source/picture/picture.ts';
import type {Party, Profile} from '../../source/profile/profile.ts';
import type {Head} from '../../source/reports/report.ts';

/** An instant of September 2022 in UTC: `at('18 04:00')`; a full date is read as ISO. */
export function at(text: string): number {
	const [day, time = '12:00'] = text.split(' ');
	const instant = Date.parse(text.includes('-') ? text : `2022-09-${day!.padStart(2, '0')}T${time}:00Z`);
	if (Number.isNaN(instant)) throw new Error(`no instant: ${text}`);
	return instant;
}

export function party(id: string, name: string, adjective: string, more: Partial<Party> = {}): Party {
	return {
		id,
		name,
		names: {en: [name]},
		adjectives: {en: [adjective]},
		forces: {},
		agencies: {},
		officials: [],
		places: {},
		timezone: null,
		...more,
	};
}

export const profile: Profile = {
	id: 'kyrgyzstan-tajikistan',
	name: 'Kyrgyzstan–Tajikistan border',
	timezone: 'Asia/Bishkek',
	window: {from: at('14 00:00'), to: null},
	earlier: [{from: Date.parse('2021-04-28T00:00:00Z'), to: Date.parse('2021-05-07T00:00:00Z')}],
	sides: [
		party('KG', 'Kyrgyzstan', 'Kyrgyz', {
			names: {en: ['Kyrgyzstan'], ru: ['Киргизия', 'Кыргызстан']},
			officials: [
				{name: 'Kamchybek Tashiev', ru: 'Камчыбек Ташиев', aka: [], role: 'chairman of the GKNB'},
				{name: 'Aliza Soltonbekova', ru: null, aka: [], role: 'deputy health minister'},
			],
		}),
		party('TJ', 'Tajikistan', 'Tajik', {
			names: {en: ['Tajikistan'], ru: ['Таджикистан']},
			timezone: 'Asia/Dushanbe',
		}),
	],
	third: [party('UN', 'United Nations', 'UN', {names: {en: ['UN', 'United Nations']}})],
	wires: ['Reuters', 'AFP'],
	places: [],
	outlets: [],
};

const kinds = {'~': 'unnamed', '!': 'opposition', '@': 'resident', '=': 'media'} as const;

/** `KG:Health Ministry` is an official; `~security sources` unnamed; `!TJ:S. Usmonzoda` opposition; `@TJ:residents`; `=TJ:Khovar` a side's media; `KG` the side itself; else media. */
export function speaker(text: string | null): Speaker | null {
	if (text === null) return null;
	const kind = kinds[text[0] as keyof typeof kinds] ?? null;
	const [, side, name] = /^(?:(KG|TJ|both)(?::|$))?(.*)$/.exec(kind ? text.slice(1) : text)!;
	return {
		name: name === '' ? null : name!,
		side: side ?? null,
		kind: kind ?? (side ? 'official' : name === 'UN' ? 'un' : 'media'),
	};
}

type Said = Partial<Fact> & {readonly by?: Speaker | null};

function common(sentence: string, {by = null, ...more}: Said) {
	return {
		sentence,
		start: 0,
		end: sentence.length,
		rule: 'test',
		language: 'en',
		period: 'current' as const,
		saidAt: null,
		saidAtPrecision: null,
		by,
		report: {id: '', source: '', url: null, title: '', publishedAt: null},
		...more,
	};
}

const vague: Readonly<Record<string, number>> = {several: 3, dozens: 12, hundreds: 100};

/** `figure('KG killed 36', 'KG:Health Ministry')`: whose, measure, number; then who says it. `36+` at least, `~40` about, `<50` up to, `20-30`, `dozens`, `none`, `silence`. */
export function figure(what: string, by: string | null, more: Partial<Figure> = {}): Figure {
	const [whose, measure, amount] = what.split(' ') as [string, Figure['measure'], string];
	const of = whose === '-' ? null : whose;
	const who = speaker(by);
	const number = Number(amount.replace(/[^\d].*$/, '') || amount.replace(/^\D/, ''));
	const [low, best, high, qualifier] = (
		amount === 'silence'
			? [null, null, null, 'silence']
			: amount === 'none'
				? [0, 0, 0, 'none']
				: amount in vague
					? [vague[amount], null, null, 'vague']
					: amount.endsWith('+')
						? [number, number, null, 'at least']
						: amount.startsWith('~')
							? [null, number, null, 'about']
							: amount.startsWith('<')
								? [null, null, number, 'up to']
								: amount.includes('-')
									? [number, null, Number(amount.split('-')[1]), 'between']
									: [number, number, number, 'exact']
	) as [number | null, number | null, number | null, Figure['qualifier']];
	return {
		...common(`${by ?? 'Nobody'} said: ${what}.`, {by: who}),
		kind: 'figure',
		measure,
		low,
		best,
		high,
		qualifier,
		of,
		combatant: null,
		relation:
			who?.side != null && who.side === of
				? 'own'
				: who?.side != null && who.side !== 'both' && of !== 'both' && of !== null
					? 'enemy'
					: 'third',
		scope: 'running',
		...more,
	} as Figure;
}

/** `truce('violation', 'KG', 'TJ')`: event, who says it, against whom. */
export function truce(
	event: Ceasefire['event'],
	by: string | null,
	against: string | null = null,
	more: Partial<Ceasefire> = {},
): Ceasefire {
	return {
		...common(`${by} said: ${event}${against ? ` by ${against}` : ''}.`, {by: speaker(by)}),
		kind: 'ceasefire',
		event,
		against,
		effectiveAt: null,
		qualified: false,
		...(more.sentence === undefined ? {} : {end: more.sentence.length}),
		...more,
	} as Ceasefire;
}

/** `claim('accusation', 'KG', 'TJ', ['shelling'])`: act, who says it, about whom, topics. */
export function claim(
	act: Claim['act'],
	by: string | null,
	about: string | null,
	topics: Claim['topics'],
	more: Partial<Claim> = {},
): Claim {
	return {
		...common(`${by} made this ${act}: ${topics.join(', ')}.`, {by: speaker(by)}),
		kind: 'claim',
		act,
		about,
		topics,
		place: null,
		...more,
	} as Claim;
}

let last = 0;

/** One revision of one report: when, by which outlet, with what facts. */
export function report(
	when: string,
	outlet: string,
	facts: readonly Fact[],
	more: Partial<Head> = {},
): Reading {
	last++;
	const publishedAt = at(when);
	const id = more.id ?? `${outlet}/${when}/${last}`;
	const head: Head = {
		id,
		revision: 1,
		source: outlet.toLowerCase(),
		outlet,
		url: `https://news.example/${last}`,
		title: `${outlet} at ${when}`,
		publishedAt,
		updatedAt: null,
		firstSeenAt: publishedAt + 60_000,
		language: 'en',
		origin: id,
		fingerprint: '',
		isCut: false,
		...more,
	};
	const {source, url, title} = head;
	return {
		report: head,
		facts: facts.map(fact => ({
			...fact,
			report: {id, source, url, title, publishedAt: head.publishedAt},
		})),
	};
}

/** A later revision of a report, at its own updated time. */
export function revised(before: Reading, when: string, facts: readonly Fact[]): Reading {
	const {report: head} = before;
	const next = report(when, head.outlet ?? '', facts, {
		...head,
		revision: head.revision + 1,
		updatedAt: at(when),
		firstSeenAt: at(when) + 60_000,
	});
	return next;
}

export const draw = (readings: readonly Reading[], more: Partial<Sitting> = {}): Picture =>
	picture({
		profile,
		readings,
		sources: [],
		now: at('30 00:00'),
		sinceMs: 14 * 86_400_000,
		everyMs: 300_000,
		...more,
	});

export const rowOf = ({tally}: Picture, of: string | null, measure: string): Row | undefined =>
	tally.rows.find(row => row.of === of && row.measure === measure);

/** A row in one line: `36–37 best 37 (3 origins)`, `+` where the high is open. */
export function summary(row: Row | undefined): string {
	if (!row) return 'no row';
	return `${row.low ?? '?'}–${row.high ?? '?'}${row.openEnded ? '+' : ''} best ${row.best ?? '?'}`;
}

/** Chains of a row: `own Health Ministry 36 < 24`, newest first, with what was replaced. */
export function chains(row: Row | undefined): string[] {
	if (!row) return [];
	return (['own', 'enemy', 'third'] as const).flatMap(column =>
		row[column].map(({by, current, replaced, derived, isPart}) => {
			const number = (one: Figure) => one.best ?? one.low ?? one.high;
			const before = replaced
				.toReversed()
				.map(({fact, why}) => `${why === 'later total' ? '<' : why} ${number(fact)}`);
			return [
				column,
				by.name ?? by.side ?? by.kind,
				`${number(current)}${current.high === null ? '+' : ''}`,
				...(derived ? ['derived'] : []),
				...(isPart ? ['part'] : []),
				...before,
			].join(' ');
		}),
	);
}
