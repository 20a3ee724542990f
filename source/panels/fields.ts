import type {Fact, Figure} from '../facts/fact.ts';
import {impliedWords} from '../formats/wording.ts';
import type {Row} from '../picture/picture.ts';
import {type Head, toldAt} from '../reports/report.ts';
import {kindsOf} from '../search/search.ts';
import {ago, ahead, bound, count, counted, dateText, figureText, fullMoment} from './format.ts';
import {boundsOf} from './row-openings.ts';
import {type Scene, sideName, speakerWithSide} from './scene.ts';
import type {RevisionRead} from './state.ts';
import {factOf, type Subject} from './subject.ts';

/** A label and what stands beside it. */
export type Field = readonly [label: string, value: string];

/** All that is known of a subject beside its sentence. */
export function fields(scene: Scene, subject: Subject, revisions: readonly RevisionRead[]): Field[] {
	if (subject.kind === 'revision') return ofRevision(scene, subject);
	if (subject.kind === 'found') return ofFound(scene, subject);
	if (subject.kind === 'source') {
		const {source} = subject;
		if (scene.isArchive)
			return [
				['Address', source.id],
				...(source.reason === null ? [] : [['Reason', source.reason] as const]),
				['Kept by then', counted(source.reports, 'report')],
			];
		return [
			['Address', source.id],
			...(source.reason === null ? [] : [['Reason', source.reason] as const]),
			['Last answer', source.lastAnswerAt === null ? 'none yet' : when(scene, source.lastAnswerAt)],
			[
				'Next poll',
				source.nextPollAt === null
					? 'none'
					: `${fullMoment(source.nextPollAt, scene.timezone)} (${ahead(source.nextPollAt, scene.now)})`,
			],
			['Kept from it', counted(source.reports, 'report')],
		];
	}
	const fact = factOf(subject);
	return fact ? [...said(scene, subject, fact), ...published(scene, subject, fact, revisions)] : [];
}

const when = ({timezone, now}: Scene, at: number): string => `${fullMoment(at, timezone)} (${ago(at, now)})`;

/** What had been published by the moment of an archive may have come in here later. */
const seen = (scene: Scene, at: number): string =>
	at > scene.now && scene.isArchive
		? `${fullMoment(at, scene.timezone)}, later than this picture`
		: when(scene, at);

function said(scene: Scene, subject: Subject, fact: Fact): Field[] {
	const kind = fact.by ? ` (${fact.by.kind === 'un' ? 'UN' : fact.by.kind})` : '';
	return [
		['Said by', `${speakerWithSide(scene, fact.by)}${kind}`],
		...(fact.kind === 'figure' ? whose(scene, fact) : []),
		...(subject.kind === 'figure' || subject.kind === 'silence' || subject.kind === 'withdrawn'
			? summary(scene, subject.row)
			: []),
		...(subject.kind === 'figure' ? place(subject) : []),
		...(subject.kind === 'figure' && subject.figure === subject.chain.current && subject.chain.derived
			? [['Derived', 'an earlier total of the same claimant and N more, added up here'] as const]
			: []),
		...(subject.kind === 'figure' && subject.figure !== subject.chain.current
			? [
					[
						subject.chain.isPart
							? 'Largest'
							: subject.chain.parts.includes(subject.figure)
								? 'Its total'
								: 'Now says',
						`${figureText(subject.chain.current, scene.marks)}, ${when(scene, subject.chain.currentAt)}`,
					] as const,
				]
			: []),
		...(fact.kind === 'ceasefire' && fact.effectiveAt !== null
			? [['In force from', when(scene, fact.effectiveAt)] as const]
			: []),
		[
			'Said',
			fact.saidAt === null
				? 'hour not stated; counted from publication'
				: fact.saidAtPrecision === 'day'
					? `${dateText(fact.saidAt, scene.timezone)}, hour not stated`
					: `${when(scene, fact.saidAt)}${fact.saidAtPrecision === null ? '' : `, to the ${fact.saidAtPrecision}`}`,
		],
		...countsFrom(scene, subject, fact),
	];
}

/** From when a figure stands, where neither its own words nor the date of its report tell: it came by a revision, or in the course of a day. */
function countsFrom(scene: Scene, subject: Subject, {saidAt, report}: Fact): Field[] {
	if (subject.kind !== 'figure' || subject.figure !== subject.chain.current) return [];
	const {currentAt} = subject.chain;
	return currentAt === saidAt || (saidAt === null && currentAt === report.publishedAt)
		? []
		: [['Counts from', when(scene, currentAt)]];
}

/** What the figure is in the row's summary. */
function place({row, figure}: Extract<Subject, {kind: 'figure'}>): Field[] {
	const bounds = boundsOf(row, figure);
	return bounds === '' ? [] : [['Stands for', `the row's ${bounds}`]];
}

function whose(scene: Scene, figure: Figure): Field[] {
	const relation =
		figure.by?.kind === 'unnamed'
			? 'by a source that nobody answers for'
			: {own: 'about its own side', enemy: 'about the other side', third: 'by somebody else'}[
					figure.relation
				];
	const combatant = figure.combatant === null || figure.combatant === 'both' ? '' : `, ${figure.combatant}`;
	return [
		['About', `${sideName(scene, figure.of)}: ${figure.measure}${combatant}, ${figure.scope}; ${relation}`],
	];
}

function summary({picture, marks}: Scene, row: Row): Field[] {
	return [
		[
			'Summary',
			`low ${bound(row.low, false, marks)}, best ${bound(row.best, false, marks)}, high ${bound(row.high, row.openEnded, marks)}; best: ${row.method}`,
		],
		[
			'Row rests on',
			row.origins === 1 ? 'one claimant alone: single origin' : counted(row.origins, 'independent claimant'),
		],
		...(row.implied
			? [
					[
						'Implied',
						`${count(row.implied.low)} or more, not said by anybody: ${impliedWords(picture, row.implied).join(` ${marks.dot} `)}`,
					] as const,
				]
			: []),
	];
}

function published(scene: Scene, subject: Subject, fact: Fact, revisions: readonly RevisionRead[]): Field[] {
	const {report} = fact;
	const firstSeenAt =
		subject.kind === 'claim'
			? subject.claimed.firstSeenAt
			: subject.kind === 'carrier'
				? subject.carrier.firstSeenAt
				: subject.kind === 'figure' && subject.figure === subject.chain.current
					? subject.chain.currentFirstSeenAt
					: (revisions[0]?.firstSeenAt ?? null);
	const carriers =
		subject.kind === 'claim'
			? subject.claimed
			: subject.kind === 'figure' && subject.figure === subject.chain.current
				? subject.chain
				: null;
	return [
		['Published', report.publishedAt === null ? 'not stated' : when(scene, report.publishedAt)],
		...(firstSeenAt === null ? [] : [['First seen here', seen(scene, firstSeenAt)] as const]),
		['Report', report.title === '' ? 'without a title' : report.title],
		['Source', outletOf(scene, report, revisions.at(-1)?.outlet ?? null)],
		['Link', report.url ?? 'none'],
		...(subject.kind === 'figure' && subject.chain.lastToldAt > subject.chain.currentAt
			? [['Last told', when(scene, subject.chain.lastToldAt)] as const]
			: []),
		...(carriers && carriers.carriers.length > 0
			? [['Carried by', `${few(carriers.carriers)} (${counted(carriers.copies, 'report')})`] as const]
			: []),
		...(subject.kind === 'carrier' ? ofCarrier(scene, subject) : []),
		reading(scene, fact),
	];
}

const byModel = 'model ';

/** Rules are named like a phrase that they read; its number is none of the report's. */
const pattern = (rule: string): string => rule.replace(/\d+(?:[.,]\d+)*/g, 'N');

/** Which rule read it; or, in words that cannot be overlooked, that none did. */
function reading(scene: Scene, {rule, language, period}: Fact): Field {
	const earlier = period === 'historical' ? ', about an earlier clash' : '';
	return rule.startsWith(byModel)
		? ['Read by', `a language model, ${rule.slice(byModel.length)}, and by no rule (${language})${earlier}`]
		: [
				'Read by rule',
				`${scene.marks.openQuote}${pattern(rule)}${scene.marks.closeQuote} (${language})${earlier}`,
			];
}

// The rest stand one by one below.
const mostNamed = 12;

function few(names: readonly string[]): string {
	const more = names.length - mostNamed;
	return `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${count(more)} more` : ''}`;
}

function ofCarrier(scene: Scene, {carrier, after}: Extract<Subject, {kind: 'carrier'}>): Field[] {
	const isFirst = carrier.origin === carrier.fact.report.id;
	return [
		['Told', when(scene, carrier.at)],
		[
			'Origin',
			isFirst
				? 'the first to tell its story'
				: `the same story as ${after === null ? 'an earlier report' : `${after} told before`}`,
		],
	];
}

function ofFound(scene: Scene, {found: {report, facts}}: Extract<Subject, {kind: 'found'}>): Field[] {
	return [
		['Told', when(scene, toldAt(report))],
		['First seen here', seen(scene, report.firstSeenAt)],
		['Source', outletOf(scene, report, report.outlet)],
		['Link', report.url ?? 'none'],
		['Read from it', kindsOf(facts) || 'nothing'],
	];
}

function ofRevision(scene: Scene, {report, revision, before}: Extract<Subject, {kind: 'revision'}>): Field[] {
	const {marks} = scene;
	const figures = revision.figures
		.slice(0, mostNamed)
		.map(figure => `${sideName(scene, figure.of)} ${figure.measure} ${figureText(figure, marks)}`);
	return [
		['Title', revision.title === '' ? 'without a title' : revision.title],
		['Counts from', when(scene, revision.at)],
		['First seen here', seen(scene, revision.firstSeenAt)],
		['Source', outletOf(scene, report, revision.outlet)],
		['Link', report.url ?? 'none'],
		[
			'Figures in it',
			figures.length === 0
				? 'none read'
				: `${figures.join('; ')}${revision.figures.length > mostNamed ? ` and ${revision.figures.length - mostNamed} more` : ''}`,
		],
		[
			'Compared with',
			before === null
				? 'nothing: the first revision known'
				: `revision ${before.revision}: - left out, + new`,
		],
	];
}

/** Its own name, else that of its source; with the source's id where it is none of those that are asked. */
function outletOf({picture}: Scene, {source}: Pick<Head, 'source'>, outlet: string | null): string {
	const name = outlet ?? picture.sources.find(({id}) => id === source)?.name ?? null;
	return name === null
		? source
		: picture.sources.some(({id}) => id === source)
			? name
			: `${name} (${source})`;
}
