import type {Fact, Figure} from '../facts/fact.ts';
import type {Row} from '../picture/picture.ts';
import {eventText} from './ceasefire.ts';
import {claimText} from './claims.ts';
import {ago, ahead, bound, count, counted, figureText, fullMoment} from './format.ts';
import {cell, type Line, plain, span, wrap} from './line.ts';
import {factAt, type Scene, sideName, speakerName, speakerWithSide} from './scene.ts';
import type {RevisionRead} from './state.ts';
import {factOf, type Subject} from './subject.ts';

/** The text of a report: null while it is being fetched. */
export type Body = {
	readonly text: string | null;
	readonly isMissing: boolean;
	readonly revision: number | null;
};

const labelColumns = 15;

/** Everything behind one number, event or claim, as lines to scroll through. */
export function detail(
	scene: Scene,
	subject: Subject,
	{
		columns,
		revisions,
		body,
		isGone,
	}: {
		columns: number;
		revisions: readonly RevisionRead[];
		body: Body;
		/** True where the picture no longer holds it. */
		isGone: boolean;
	},
): readonly Line[] {
	const fact = factOf(subject);
	const {marks} = scene;
	const text = (words: string, tone: Parameters<typeof span>[1] = 'plain'): Line[] =>
		wrap([span(words, tone)], columns, marks.ellipsis);
	return [
		...text(heading(scene, subject), 'title'),
		...(isGone ? text('The picture no longer holds this: something newer took its place.', 'warning') : []),
		...(fact ? [[], ...sentence(fact, columns, scene)] : []),
		[],
		...fields(scene, subject, revisions).flatMap(([label, value]) => field(scene, label, value, columns)),
		...section('Others on the same', others(scene, subject, columns)),
		...section('Said before, by the same claimant', before(scene, subject, columns)),
		...section('Of the same claimant, not totals', parts(scene, subject, columns)),
		...section(`Revisions of this report: ${revisions.length}`, revised(scene, subject, revisions, columns)),
		...(fact ? section('The report', reportLines(fact, body, columns, scene)) : []),
	];
}

const section = (title: string, lines: readonly Line[]): Line[] =>
	lines.length === 0 ? [] : [[], [span(title, 'title')], ...lines];

function heading(scene: Scene, subject: Subject): string {
	const {marks} = scene;
	switch (subject.kind) {
		case 'figure':
			return `${sideName(scene, subject.row.of, 'Side not known')}, ${subject.row.measure}: ${figureText(subject.figure, marks)}, says ${speakerName(scene, subject.chain.by)}`;
		case 'silence':
			return `${sideName(scene, subject.row.of, 'Side not known')}, ${subject.row.measure}: no figure given by ${speakerName(scene, subject.fact.by)}`;
		case 'withdrawn':
			return `${sideName(scene, subject.row.of, 'Side not known')}, ${subject.row.measure}: ${figureText(subject.withdrawn.fact, marks)}, withdrawn by ${speakerName(scene, subject.withdrawn.by)}`;
		case 'ceasefire':
			return `${eventText(scene, subject.fact)}, says ${speakerName(scene, subject.fact.by)}`;
		case 'claim':
			return `${speakerName(scene, subject.claimed.fact.by)} ${claimText(scene, subject.claimed.fact)}`;
		case 'source':
			return `${subject.source.name}: ${subject.source.state}`;
	}
}

/** The sentence, with the words that were read between brackets, in every theme. */
function sentence(fact: Fact, columns: number, {marks}: Scene): Line[] {
	const from = Math.max(0, Math.min(fact.start, fact.sentence.length));
	const to = Math.max(from, Math.min(fact.end, fact.sentence.length));
	return wrap(
		[
			span(marks.openQuote),
			span(fact.sentence.slice(0, from)),
			span(`[${fact.sentence.slice(from, to)}]`, 'read'),
			span(fact.sentence.slice(to)),
			span(marks.closeQuote),
		],
		columns,
		marks.ellipsis,
	);
}

type Field = readonly [label: string, value: string];

function fields(scene: Scene, subject: Subject, revisions: readonly RevisionRead[]): Field[] {
	if (subject.kind === 'source') {
		const {source} = subject;
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

function said(scene: Scene, subject: Subject, fact: Fact): Field[] {
	const kind = fact.by ? ` (${fact.by.kind === 'un' ? 'UN' : fact.by.kind})` : '';
	return [
		['Said by', `${speakerWithSide(scene, fact.by)}${kind}`],
		...(fact.kind === 'figure' ? whose(scene, fact) : []),
		...(subject.kind === 'figure' || subject.kind === 'silence' || subject.kind === 'withdrawn'
			? summary(scene, subject.row)
			: []),
		...(subject.kind === 'figure' && subject.figure === subject.chain.current && subject.chain.derived
			? [['Derived', 'an earlier total of the same claimant and N more, added up here'] as const]
			: []),
		...(subject.kind === 'figure' && subject.figure !== subject.chain.current
			? [
					[
						'Now says',
						`${figureText(subject.chain.current, scene.marks)}, ${when(scene, subject.chain.currentAt)}`,
					] as const,
				]
			: []),
		...(subject.kind === 'claim' && subject.opposite
			? [
					[
						'Against it',
						`${speakerName(scene, subject.opposite.fact.by)} ${claimText(scene, subject.opposite.fact)}: ${subject.opposite.fact.sentence}`,
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
				: `${when(scene, fact.saidAt)}${fact.saidAtPrecision === null ? '' : `, to the ${fact.saidAtPrecision}`}`,
		],
	];
}

function whose(scene: Scene, figure: Figure): Field[] {
	const relation = {own: 'about its own side', enemy: 'about the other side', third: 'by somebody else'}[
		figure.relation
	];
	const combatant = figure.combatant === null || figure.combatant === 'both' ? '' : `, ${figure.combatant}`;
	return [
		['About', `${sideName(scene, figure.of)}: ${figure.measure}${combatant}, ${figure.scope}; ${relation}`],
	];
}

function summary({marks}: Scene, row: Row): Field[] {
	return [
		[
			'Summary',
			`low ${bound(row.low, false, marks)}, best ${bound(row.best, false, marks)}, high ${bound(row.high, row.openEnded, marks)}; best: ${row.method}`,
		],
		['Origins', row.origins === 1 ? 'single origin' : counted(row.origins, 'origin')],
		...(row.implied
			? [
					[
						'Implied',
						`${count(row.implied.low)} or more, not said by anybody: ${row.implied.from.join(` ${marks.dot} `)}`,
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
			: subject.kind === 'figure' && subject.figure === subject.chain.current
				? subject.chain.currentFirstSeenAt
				: (revisions[0]?.firstSeenAt ?? null);
	const carriers =
		subject.kind === 'claim'
			? subject.claimed
			: subject.kind === 'figure' && subject.figure === subject.chain.current
				? subject.chain
				: null;
	const outlet = scene.picture.sources.find(({id}) => id === report.source)?.name ?? report.source;
	return [
		['Published', report.publishedAt === null ? 'not stated' : when(scene, report.publishedAt)],
		...(firstSeenAt === null ? [] : [['First seen here', when(scene, firstSeenAt)] as const]),
		['Report', report.title === '' ? 'without a title' : report.title],
		['Source', outlet],
		['Link', report.url ?? 'none'],
		...(subject.kind === 'figure' && subject.chain.lastToldAt > subject.chain.currentAt
			? [['Last told', when(scene, subject.chain.lastToldAt)] as const]
			: []),
		...(carriers && carriers.carriers.length > 0
			? [['Carried by', `${carriers.carriers.join(', ')} (${counted(carriers.copies, 'report')})`] as const]
			: []),
		reading(fact),
	];
}

const byModel = 'model ';

/** Which rule read it; or, in words that cannot be overlooked, that none did. */
function reading({rule, language, period}: Fact): Field {
	const earlier = period === 'historical' ? ', about an earlier clash' : '';
	return rule.startsWith(byModel)
		? ['Read by', `a language model, ${rule.slice(byModel.length)}, and by no rule (${language})${earlier}`]
		: ['Read by rule', `${rule} (${language})${earlier}`];
}

function field({marks}: Scene, label: string, value: string, columns: number): Line[] {
	const isNarrow = columns < 50;
	const lines = wrap(
		[span(value, label === 'Link' ? 'link' : 'plain')],
		columns - (isNarrow ? 2 : labelColumns + 1),
		marks.ellipsis,
	);
	return isNarrow
		? [[span(label, 'dim')], ...lines.map((line): Line => [span('  '), ...line])]
		: lines.map(
				(line, index): Line => [
					span(`${cell(index === 0 ? label : '', labelColumns, marks.ellipsis)} `, 'dim'),
					...line,
				],
			);
}

const indented = (words: Line, columns: number, ellipsis: string): Line[] =>
	wrap(words, columns - 2, ellipsis).map(line => [span('  '), ...line]);

function others(scene: Scene, subject: Subject, columns: number): Line[] {
	if (subject.kind !== 'figure') {
		return [];
	}
	const {own, enemy, third} = subject.row;
	return [...own, ...enemy, ...third]
		.filter(({claimant}) => claimant !== subject.chain.claimant)
		.flatMap(({by, current, currentAt}) =>
			indented(
				[
					span(`${figureText(current, scene.marks)} `, 'strong'),
					span(`${speakerWithSide(scene, by)}, ${when(scene, currentAt)}`),
				],
				columns,
				scene.marks.ellipsis,
			),
		);
}

function before(scene: Scene, subject: Subject, columns: number): Line[] {
	if (subject.kind !== 'figure') {
		return [];
	}
	const {marks} = scene;
	return subject.chain.replaced
		.toReversed()
		.filter(({fact}) => fact !== subject.figure)
		.flatMap(({fact, why, at, repeatedAt}) =>
			indented(
				[
					span(`${figureText(fact, marks)} `, 'strong'),
					span(
						`${fullMoment(factAt(fact) ?? at, scene.timezone)}, replaced: ${why}${repeatedAt === null ? '' : `, quoted again ${fullMoment(repeatedAt, scene.timezone)}`}. `,
					),
					span(`${marks.openQuote}${fact.sentence}${marks.closeQuote} `, 'dim'),
					span(fact.report.url ?? '', 'dim'),
				],
				columns,
				marks.ellipsis,
			),
		);
}

function parts(scene: Scene, subject: Subject, columns: number): Line[] {
	const {marks} = scene;
	return subject.kind !== 'figure'
		? []
		: subject.chain.parts.flatMap(figure =>
				indented(
					[
						span(`${figureText(figure, marks)} `, 'strong'),
						span(`${figure.scope}. `),
						span(`${marks.openQuote}${figure.sentence}${marks.closeQuote}`, 'dim'),
					],
					columns,
					marks.ellipsis,
				),
			);
}

function revised(
	scene: Scene,
	subject: Subject,
	revisions: readonly RevisionRead[],
	columns: number,
): Line[] {
	const fact = factOf(subject);
	const isOfSameRow = (figure: Figure): boolean =>
		fact?.kind !== 'figure' || (figure.of === fact.of && figure.measure === fact.measure);
	return revisions.flatMap(({revision, firstSeenAt, title, isCut, figures}) => {
		const same = figures.filter(isOfSameRow).map(figure => figureText(figure, scene.marks));
		const number = fact?.kind === 'figure' ? `${same.length > 0 ? same.join(', ') : 'no such figure'}: ` : '';
		return indented(
			[
				span(`${revision} `, 'strong'),
				span(`${fullMoment(firstSeenAt, scene.timezone)} `),
				span(number, 'strong'),
				span(title),
				...(isCut ? [span(' (over the size limit: its end was not kept)', 'warning')] : []),
			],
			columns,
			scene.marks.ellipsis,
		);
	});
}

function reportLines(fact: Fact, {text, isMissing, revision}: Body, columns: number, {marks}: Scene): Line[] {
	if (text === null) {
		return [[span(isMissing ? 'The text is not kept or cannot be read.' : 'one moment', 'dim')]];
	}
	const paragraphs = text.split('\n').filter(paragraph => paragraph.trim() !== '');
	const from = plain(fact.sentence);
	return [
		...(revision === null ? [] : [[span(`revision ${revision}`, 'dim')]]),
		...paragraphs.flatMap(paragraph => {
			const words = plain(paragraph);
			const at = from === '' ? -1 : words.indexOf(from);
			return wrap(
				at === -1
					? [span(words)]
					: [span(words.slice(0, at)), span(`[${from}]`, 'read'), span(words.slice(at + from.length))],
				columns,
				marks.ellipsis,
			);
		}),
	];
}
