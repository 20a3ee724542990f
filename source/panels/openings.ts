import type {Fact, Figure} from '../facts/fact.ts';
import type {Carried, Carrier, Chain, Row} from '../picture/picture.ts';
import {claimText} from './claims.ts';
import {ago, counted, figureText, fullMoment} from './format.ts';
import {type Line, span} from './line.ts';
import {partsOf} from './parts.ts';
import {factAt, type Scene, speakerName, speakerWithSide} from './scene.ts';
import type {RevisionRead, ScreenActions} from './state.ts';
import {factKey, factOf, type Subject} from './subject.ts';

/** Something that can be opened from what is open, and how it is told there. */
export type Opening = {readonly subject: Subject; readonly words: Line};

/** Things of one kind that can be opened. */
export type Section = {
	readonly title: string;
	readonly openings: readonly Opening[];
	/** How many more there are than are listed. */
	readonly more: number;
};

/** What stands behind a subject beside the picture: its report's revisions and who carries it. */
export type Behind = {readonly revisions: readonly RevisionRead[]; readonly carriers: readonly Carrier[]};

/** A list of thousands is not read to its end, and each of its rows costs a line. */
const mostListed = 500;

/** Looks up what stands behind a subject. */
export function behind(
	{picture}: Pick<Scene, 'picture'>,
	subject: Subject,
	actions: Pick<ScreenActions, 'revisions' | 'carriers'>,
): Behind {
	const fact = factOf(subject);
	const of = carriedBy(picture.claims, subject);
	return {
		revisions: fact ? actions.revisions(fact.report.id) : [],
		carriers: of ? actions.carriers(of) : [],
	};
}

function carriedBy(claims: Scene['picture']['claims'], subject: Subject): Carried | null {
	switch (subject.kind) {
		case 'figure': {
			const {row, chain, figure} = subject;
			return {kind: 'figure', of: row.of, measure: row.measure, claimant: chain.claimant, fact: figure};
		}
		case 'ceasefire':
			return {kind: 'ceasefire', fact: subject.fact};
		case 'claim': {
			const {id} = subject.claimed;
			const side = Object.keys(claims).find(each => claims[each]?.some(claimed => claimed.id === id));
			return side === undefined ? null : {kind: 'claim', side, id};
		}
		default:
			return null;
	}
}

/** All that can be opened from a subject, in the order in which it is shown. */
export function openings(scene: Scene, subject: Subject, {revisions, carriers}: Behind): readonly Section[] {
	const fact = factOf(subject);
	return [
		...(subject.kind === 'figure' ? ofFigure(scene, subject) : []),
		...(subject.kind === 'silence' || subject.kind === 'withdrawn'
			? [section('Others on the same', others(scene, subject.row, null))]
			: []),
		...(subject.kind === 'claim' && subject.opposite
			? [section('Against it', [against(scene, subject.claimed, subject.opposite)])]
			: []),
		...(fact && subject.kind !== 'revision'
			? [
					section(carriersTitle(carriers), carried(scene, fact, carriers)),
					section(`Revisions of this report: ${revisions.length}`, revised(scene, fact, revisions)),
				]
			: []),
	].filter(({openings}) => openings.length > 0);
}

const section = (title: string, all: readonly Opening[]): Section => ({
	title,
	openings: all.slice(0, mostListed),
	more: Math.max(0, all.length - mostListed),
});

function ofFigure(scene: Scene, {row, chain, figure}: Extract<Subject, {kind: 'figure'}>): Section[] {
	if (figure !== chain.current) {
		const place = chain.replaced.findIndex(({fact}) => fact === figure);
		return [
			section(chain.isPart ? 'The largest by the same claimant' : 'Now, by the same claimant', [
				ofClaimant(scene, row, chain),
			]),
			section('Said before it', before(scene, row, chain, place === -1 ? 0 : place)),
		];
	}
	const {ofTotal, incidents, days, rest} = partsOf(chain.parts);
	return [
		section('Others on the same', others(scene, row, chain)),
		section('Said before, by the same claimant', before(scene, row, chain, chain.replaced.length)),
		section(
			chain.isPart ? 'Of one kind alone' : 'Of the total, never added to it',
			parts(scene, row, chain, ofTotal),
		),
		section('Single incidents', parts(scene, row, chain, incidents)),
		section('Single days', parts(scene, row, chain, days)),
		section('Other counts by the same claimant', parts(scene, row, chain, rest)),
	];
}

const rowKey = ({of, measure}: Row): string => `${of}/${measure}`;

const ofClaimant = (scene: Scene, row: Row, chain: Chain): Opening => ({
	subject: {kind: 'figure', key: `${rowKey(row)}/${chain.claimant}`, row, chain, figure: chain.current},
	words: [
		span(`${figureText(chain.current, scene.marks)} `, 'strong'),
		span(`${speakerWithSide(scene, chain.by)}, ${when(scene, chain.currentAt)}`),
	],
});

function others(scene: Scene, row: Row, but: Chain | null): Opening[] {
	const {marks} = scene;
	return [
		...[...row.own, ...row.enemy, ...row.third]
			.filter(({claimant}) => claimant !== but?.claimant)
			.map(chain => ofClaimant(scene, row, chain)),
		...(row.silence && but
			? [
					{
						subject: {
							kind: 'silence' as const,
							key: `${rowKey(row)}/silence`,
							row,
							fact: row.silence.fact,
							since: row.silence.since,
						},
						words: [
							span('no figure ', 'strong'),
							span(`${speakerWithSide(scene, row.silence.by)}, since ${when(scene, row.silence.since)}`),
						],
					},
				]
			: []),
		...(but ? row.withdrawn : []).map(
			(withdrawn): Opening => ({
				subject: {kind: 'withdrawn', key: `${rowKey(row)}/${factKey(withdrawn.fact)}`, row, withdrawn},
				words: [
					span(`${figureText(withdrawn.fact, marks)} `, 'strong'),
					span(`withdrawn by ${speakerWithSide(scene, withdrawn.by)}, ${when(scene, withdrawn.at)}`),
				],
			}),
		),
	];
}

/** What the claimant said before, the newest first; `count` of those that were replaced, from the oldest. */
function before(scene: Scene, row: Row, chain: Chain, count: number): Opening[] {
	const {marks, timezone} = scene;
	return chain.replaced
		.slice(0, count)
		.toReversed()
		.map(({fact, why, at, repeatedAt}) => ({
			subject: {kind: 'figure', key: `${rowKey(row)}/${factKey(fact)}`, row, chain, figure: fact},
			words: [
				span(`${figureText(fact, marks)} `, 'strong'),
				span(
					`${fullMoment(factAt(fact) ?? at, timezone)}, replaced: ${why}${repeatedAt === null ? '' : `, quoted again ${fullMoment(repeatedAt, timezone)}`}. `,
				),
				...quoted(scene, fact),
			],
		}));
}

function parts(scene: Scene, row: Row, chain: Chain, figures: readonly Figure[]): Opening[] {
	return figures.map(figure => {
		const {combatant} = figure;
		const at = factAt(figure);
		return {
			subject: {kind: 'figure', key: `${rowKey(row)}/${factKey(figure)}`, row, chain, figure},
			words: [
				span(`${figureText(figure, scene.marks)} `, 'strong'),
				span(combatant === null || combatant === 'both' ? '' : `${combatant}, `),
				span(at === null ? '' : `${fullMoment(at, scene.timezone)}. `),
				...quoted(scene, figure),
			],
		};
	});
}

const quoted = ({marks}: Scene, {sentence}: Fact): Line => [
	span(`${marks.openQuote}${sentence}${marks.closeQuote}`, 'dim'),
];

const against = (
	scene: Scene,
	claimed: Extract<Subject, {kind: 'claim'}>['claimed'],
	opposite: Extract<Subject, {kind: 'claim'}>['claimed'],
): Opening => ({
	subject: {kind: 'claim', key: opposite.id, claimed: opposite, opposite: claimed},
	words: [
		span(`${speakerName(scene, opposite.fact.by)} `, 'strong'),
		span(`${claimText(scene, opposite.fact)}, ${when(scene, opposite.at)}. `),
		...quoted(scene, opposite.fact),
	],
});

function carriersTitle(carriers: readonly Carrier[]): string {
	const origins = new Set(carriers.map(({origin}) => origin)).size;
	return `Carried by ${counted(carriers.length, 'report')} of ${counted(origins, 'origin')}`;
}

/** Every report that carries it; none where that is only the one that is open. */
function carried(scene: Scene, fact: Fact, carriers: readonly Carrier[]): Opening[] {
	if (carriers.length === 1 && carriers[0]?.fact.report.id === fact.report.id) return [];
	const outlets = new Map(carriers.map(({fact, outlet}) => [fact.report.id, outlet]));
	return carriers.map(carrier => {
		const {outlet, at, origin} = carrier;
		const {id, title} = carrier.fact.report;
		const isFirst = origin === id;
		const after = isFirst ? null : (outlets.get(origin) ?? null);
		const how = isFirst
			? 'the first to tell this story'
			: after === null
				? 'the same story as an earlier report'
				: `the same story as ${after}`;
		return {
			subject: {kind: 'carrier', key: `carrier/${id}/${factKey(carrier.fact)}`, carrier, after},
			words: [
				span(`${outlet} `, 'strong'),
				span(`${fullMoment(at, scene.timezone)}, ${how}${title === '' ? '' : ': '}`),
				span(title, 'dim'),
			],
		};
	});
}

function revised(scene: Scene, fact: Fact, revisions: readonly RevisionRead[]): Opening[] {
	const isOfSameRow = (figure: Figure): boolean =>
		fact.kind !== 'figure' || (figure.of === fact.of && figure.measure === fact.measure);
	return revisions.map((each, index) => {
		const {revision, at, title, isCut, figures} = each;
		const same = figures.filter(isOfSameRow).map(figure => figureText(figure, scene.marks));
		const number =
			fact.kind === 'figure'
				? `${same.length > 0 ? same.join(', ') : 'no such figure'} ${scene.marks.dot} `
				: '';
		return {
			subject: {
				kind: 'revision',
				key: `revision/${fact.report.id}/${revision}`,
				fact,
				revision: each,
				before: revisions[index - 1] ?? null,
			},
			words: [
				span(`${revision} ${scene.marks.dot} `, 'strong'),
				span(`${fullMoment(at, scene.timezone)} ${scene.marks.dot} `),
				span(number, 'strong'),
				span(title),
				...(isCut ? [span(' (over the size limit: its end was not kept)', 'warning')] : []),
			],
		};
	});
}

const when = ({timezone, now}: Scene, at: number): string => `${fullMoment(at, timezone)} (${ago(at, now)})`;
