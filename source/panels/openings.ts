import type {Fact, Figure} from '../facts/fact.ts';
import type {Carried, Carrier} from '../picture/picture.ts';
import type {Searched} from '../search/search.ts';
import {claimText} from './claims.ts';
import {counted, figureText, fullMoment} from './format.ts';
import {span} from './line.ts';
import {type Opening, quoted, type Section, section, when} from './opening.ts';
import {ofFigure, others} from './row-openings.ts';
import {type Scene, speakerName} from './scene.ts';
import {foundOpenings} from './search.ts';
import type {RevisionRead, ScreenActions} from './state.ts';
import {factKey, factOf, reportOf, type Subject} from './subject.ts';

/** What stands behind a subject beside the picture: its report's revisions, who carries it, and what was found. */
export type Behind = {
	readonly revisions: readonly RevisionRead[];
	readonly carriers: readonly Carrier[];
	/** Null: still searching, or nothing was looked for. */
	readonly searched: Searched | null;
};

/** Looks up what stands behind a subject. */
export function behind(
	{picture}: Pick<Scene, 'picture'>,
	subject: Subject,
	actions: Pick<ScreenActions, 'revisions' | 'carriers'>,
	searched: Searched | null = null,
): Behind {
	const report = reportOf(subject);
	const of = carriedBy(picture.claims, subject);
	return {
		revisions: report ? actions.revisions(report.id) : [],
		carriers: of ? actions.carriers(of) : [],
		searched: subject.kind === 'search' ? searched : null,
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
export function openings(
	scene: Scene,
	subject: Subject,
	{revisions, carriers, searched}: Behind,
): readonly Section[] {
	const fact = factOf(subject);
	if (subject.kind === 'search') return foundOpenings(scene, searched);
	if (subject.kind === 'found') {
		const {found, wanted} = subject;
		return revisions.length > 0
			? [revisionSection(scene, {report: found.report, fact: null, wanted}, revisions)]
			: [];
	}
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
					section(carriersTitle(subject, carriers), carried(scene, fact, carriers)),
					revisionSection(scene, {report: fact.report, fact, wanted: null}, revisions),
				]
			: []),
	].filter(({openings}) => openings.length > 0);
}

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

/** With the origins that the picture counts: it knows editions of one statement, too. */
function carriersTitle(subject: Subject, carriers: readonly Carrier[]): string {
	const origins =
		subject.kind === 'claim'
			? subject.claimed.origins
			: subject.kind === 'figure' && subject.figure === subject.chain.current
				? subject.chain.origins
				: null;
	return `Carried by ${counted(carriers.length, 'report')}${origins === null ? '' : ` of ${counted(origins, 'story', 'stories')}`}`;
}

/** Every report that carries it; none where that is only the one that is open. */
function carried(scene: Scene, fact: Fact, carriers: readonly Carrier[]): Opening[] {
	if (carriers.length === 1 && carriers[0]?.fact.report.id === fact.report.id) return [];
	const outlets = new Map(carriers.map(({fact, outlet}) => [fact.report.id, outlet]));
	const tellings = new Map<string, number>();
	for (const {origin} of carriers) tellings.set(origin, (tellings.get(origin) ?? 0) + 1);
	return carriers.map(carrier => {
		const {outlet, at, origin} = carrier;
		const {id, title} = carrier.fact.report;
		const isFirst = origin === id;
		const after = isFirst ? null : (outlets.get(origin) ?? null);
		const how = isFirst
			? (tellings.get(id) ?? 0) > 1
				? 'the first to tell this story'
				: 'in a story of its own'
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

/** Whose revisions, and what is marked in them. */
type Revised = Pick<Extract<Subject, {kind: 'revision'}>, 'report' | 'fact' | 'wanted'>;

const revisionSection = (scene: Scene, of: Revised, revisions: readonly RevisionRead[]): Section =>
	section(`Revisions of this report: ${revisions.length}`, revised(scene, of, revisions));

function revised(scene: Scene, of: Revised, revisions: readonly RevisionRead[]): Opening[] {
	const {fact} = of;
	const isOfSameRow = (figure: Figure): boolean =>
		fact?.kind !== 'figure' || (figure.of === fact.of && figure.measure === fact.measure);
	return revisions.map((each, index) => {
		const {revision, at, title, isCut, figures} = each;
		const same = [...new Set(figures.filter(isOfSameRow).map(figure => figureText(figure, scene.marks)))];
		const number =
			fact?.kind === 'figure'
				? `${same.length > 0 ? same.join(', ') : 'no such figure'} ${scene.marks.dot} `
				: '';
		return {
			subject: {
				kind: 'revision',
				key: `revision/${of.report.id}/${revision}`,
				...of,
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
