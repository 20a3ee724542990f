import type {Fact, Figure, SideId, Speaker} from '../facts/fact.ts';
import {worth} from './amount.ts';
import type {Chain, Claimed, Picture, Row, SourceHealth} from './picture.ts';
import {hourMs} from './statement.ts';

/** One thing that is new between two pictures, as one sentence with where it comes from. */
export type Change = {
	/** The same however often, and by however many copies, it is found. */
	readonly id: string;
	readonly kind: 'toll' | 'silence' | 'ceasefire' | 'claim' | 'source';
	readonly text: string;
	/** When it was said; of a source, null. */
	readonly at: number | null;
	/** The fact behind it; of a source, null. */
	readonly fact: Fact | null;
	/** Id of the source that was lost or is back; of all else, null. */
	readonly source: string | null;
};

/** What is new in a picture against an earlier one: tolls, silences, ceasefire, claims, sources, in that order. Copies of what was known are not new. */
export function changes(before: Picture, after: Picture): Change[] {
	return [
		...tolls(before, after),
		...truce(before, after),
		...claimed(before, after),
		...sources(before.sources, after.sources),
	];
}

const nameOf = ({profile}: Picture, side: SideId) =>
	side === 'both'
		? 'both sides'
		: side === null
			? 'not known whose'
			: (profile.sides.find(({id}) => id === side)?.name ?? side);

const speakerOf = (picture: Picture, {name, side, kind}: Speaker) =>
	name ?? (side === null ? kind : nameOf(picture, side));

function tolls(before: Picture, after: Picture): Change[] {
	const rows = new Map(before.tally.rows.map(row => [`${row.of} ${row.measure}`, row]));
	return after.tally.rows.flatMap(row => {
		const known = rows.get(`${row.of} ${row.measure}`);
		const subject = `${nameOf(after, row.of)}, ${row.measure}`;
		return [
			...chainsOf(row).flatMap(chain => toll(after, row, subject, chainOf(known, chain.claimant), chain)),
			...(known ? lost(after, subject, known, row) : []),
			...(row.silence && !known?.silence
				? [
						{
							id: `silence/${row.of}/${row.measure}/${row.silence.since}`,
							kind: 'silence' as const,
							text: `${subject}: ${speakerOf(after, row.silence.by)} is said to have given no figure`,
							at: row.silence.since,
							fact: row.silence.fact,
							source: null,
						},
					]
				: []),
		];
	});
}

const chainsOf = (row: Row) => [...row.own, ...row.enemy, ...row.third];
const chainOf = (row: Row | undefined, claimant: string) =>
	row && chainsOf(row).find(chain => chain.claimant === claimant);

function toll(
	picture: Picture,
	row: Row,
	subject: string,
	before: Chain | undefined,
	after: Chain,
): Change[] {
	const [old, now] = [before && worth(before.current), worth(after.current)];
	if (before && old === now && before.isPart === after.isPart) return [];
	const who = speakerOf(picture, after.by);
	const number = amount(after.current);
	const text = !before
		? `${subject}: ${who} first gives ${number}`
		: after.replaced.at(-1)?.why === 'withdrawn'
			? `${subject}: ${who} back to ${number}, ${amount(before.current)} is withdrawn`
			: (now ?? 0) < (old ?? 0)
				? `${subject}: ${who} revises ${amount(before.current)} down to ${number}`
				: `${subject}: ${who} raises ${amount(before.current)} to ${number}`;
	const note = after.isPart
		? ' (a part, not a total)'
		: after.derived
			? ' (a total and “more”, added here)'
			: '';
	return [
		{
			id: ['toll', row.of, row.measure, after.claimant, after.isPart ? 'part' : 'total', number].join('/'),
			kind: 'toll',
			text: text + note,
			at: after.currentAt,
			fact: after.current,
			source: null,
		},
	];
}

function lost(picture: Picture, subject: string, before: Row, after: Row): Change[] {
	return chainsOf(before)
		.filter(chain => !chainOf(after, chain.claimant))
		.map(({by, current, claimant}) => ({
			id: ['withdrawn', before.of, before.measure, claimant, amount(current)].join('/'),
			kind: 'toll' as const,
			text: `${subject}: ${amount(current)} by ${speakerOf(picture, by)} is withdrawn`,
			at: after.withdrawn.findLast(({fact}) => worth(fact) === worth(current))?.at ?? null,
			fact: current,
			source: null,
		}));
}

function amount(figure: Figure): string {
	const number = worth(figure);
	if (figure.qualifier === 'none') return 'none';
	if (figure.qualifier === 'between') return `${figure.low} to ${figure.high}`;
	return figure.qualifier === 'exact' ? `${number}` : `${figure.qualifier} ${number}`;
}

function truce(before: Picture, after: Picture): Change[] {
	const [old, now] = [before.ceasefire, after.ceasefire];
	const fact = now.speakers.toSorted((a, b) => b.at - a.at)[0] ?? null;
	const status: Change[] =
		old.status === now.status && old.renewals === now.renewals
			? []
			: [
					{
						id: `ceasefire/${now.status}/${now.renewals}/${now.since}`,
						kind: 'ceasefire',
						text:
							old.status === now.status
								? `Ceasefire: made anew, ${now.status}`
								: `Ceasefire: ${now.status}, before ${old.status}`,
						at: fact?.at ?? null,
						fact: fact?.fact ?? null,
						source: null,
					},
				];
	const last = new Map(old.speakers.map(word => [keyOf(word.by), word]));
	const words = now.speakers
		.filter(word => {
			const known = last.get(keyOf(word.by));
			return known?.says !== word.says || known.against !== word.against;
		})
		.map(({by, says, against, at, fact: said}) => ({
			id: `ceasefire/${keyOf(by)}/${says}/${against}/${at}`,
			kind: 'ceasefire' as const,
			text: `Ceasefire: ${speakerOf(after, by)} says ${says}${says === 'violated' && against !== null ? ` by ${nameOf(after, against)}` : ''}`,
			at,
			fact: said,
			source: null,
		}));
	return [...status, ...words];
}

const keyOf = ({side, name}: Speaker) => side ?? name;

// A copy with an earlier date may come in later and take the first place in its claim.
const sameClaimMs = 12 * hourMs;

function claimed(before: Picture, after: Picture): Change[] {
	return Object.entries(after.claims).flatMap(([side, list]) => {
		const known = before.claims[side] ?? [];
		const ids = new Set(known.map(({id}) => id));
		const matters = new Map<string, number[]>();
		for (const claim of known) {
			const times = matters.get(matterOf(claim));
			if (times) times.push(claim.at);
			else matters.set(matterOf(claim), [claim.at]);
		}
		return list
			.filter(
				claim =>
					!ids.has(claim.id) &&
					!matters.get(matterOf(claim))?.some(at => Math.abs(at - claim.at) <= sameClaimMs),
			)
			.map(({id, fact, at}) => ({
				id: `claim/${id}`,
				kind: 'claim' as const,
				text: `${speakerOf(after, fact.by ?? {name: fact.report.source, side: null, kind: 'media'})}, ${fact.act}${fact.about === null ? '' : ` about ${nameOf(after, fact.about)}`}: “${fact.sentence}”`,
				at,
				fact,
				source: null,
			}));
	});
}

const matterOf = ({fact}: Claimed) =>
	[fact.by?.side ?? fact.by?.name, fact.act, fact.about, fact.topics.toSorted().join('+'), fact.place].join(
		'/',
	);

const isUp = ({state}: SourceHealth) => state === 'ok' || state === 'unchanged' || state === 'quiet';
const isDown = (source: SourceHealth) => !isUp(source) && source.state !== 'waiting';

function sources(before: readonly SourceHealth[], after: readonly SourceHealth[]): Change[] {
	const known = new Map(before.map(source => [source.id, source]));
	return after.flatMap(source => {
		const old = known.get(source.id);
		if (!old) return [];
		const because = source.reason === null ? '' : `: ${source.reason}`;
		if (isDown(source) && !isDown(old))
			return [
				{
					id: `source/${source.id}/lost`,
					kind: 'source' as const,
					text: `${source.name} lost, ${source.state}${because}`,
					at: null,
					fact: null,
					source: source.id,
				},
			];
		if (isUp(source) && isDown(old))
			return [
				{
					id: `source/${source.id}/back`,
					kind: 'source' as const,
					text: `${source.name} is back`,
					at: null,
					fact: null,
					source: source.id,
				},
			];
		return [];
	});
}
