import type {Chain, Picture, Row} from '../picture/picture.ts';
import type {Format, Made} from './format.ts';
import {besideStatus, daysOfViolations, termsOf} from './truce-wording.ts';
import {
	amount,
	clock,
	count,
	drawnFrom,
	impliedWords,
	lastWord,
	partNote,
	plural,
	remarks,
	speaker,
	spread,
	whenStood,
	whose,
} from './wording.ts';
import {wrap} from './wrap.ts';

type Line = {readonly text: string; readonly indent: number};
type Clock = ReturnType<typeof clock>;

const claimsShown = 10;
const eventsShown = 15;
const quotedShown = 3;

/** The picture for people in a terminal, without colour. What is left out for length is counted. */
export const text: Format = (picture, {columns, timezone, made}) => {
	const times = clock(timezone);
	const lines: Line[] = [
		...heading(picture, times, made),
		...tallyLines(picture, times),
		...ceasefireLines(picture, times),
		...claimLines(picture, times),
		...sourceLines(picture, times),
	];
	return `${lines
		.flatMap(({text: line, indent}) => wrap(' '.repeat(indent) + line, columns, ' '.repeat(indent + 2)))
		.join('\n')}\n`;
};

const line = (words: string, indent = 0): Line => ({text: words, indent});
const blank = line('');

function heading(picture: Picture, {when, zone}: Clock, made: Made | undefined): Line[] {
	const {profile, asOf, window, counts} = picture;
	return [
		line(
			`${profile.name} · as of ${when(asOf)} (${zone})${made && made.clock !== 'now' ? `, ${drawnFrom[made.clock]}` : ''}`,
		),
		line(
			`Event from ${when(window.from)} · ${plural(counts.reports, 'report')}, ${plural(counts.origins, 'origin')}, ${plural(counts.facts, 'fact')}`,
		),
	];
}

function tallyLines(picture: Picture, times: Clock): Line[] {
	const {rows} = picture.tally;
	if (rows.length === 0) return [blank, line('TALLY'), line('No figures yet.', 2)];
	return [blank, line('TALLY'), ...rows.flatMap(row => rowLines(picture, row, times))];
}

function rowLines(picture: Picture, row: Row, times: Clock): Line[] {
	const single = row.origins === 1 ? ' · single origin' : '';
	return [
		line(`${whose(picture, row.of)}, ${row.measure}: ${spread(row)}${single}`, 2),
		line(`(${row.method})`, 4),
		...(['own', 'enemy', 'third'] as const).flatMap(column =>
			row[column].flatMap(chain => chainLines(picture, columnNames[column], chain, times)),
		),
		...(row.silence
			? [
					line(
						`silent: ${speaker(picture, row.silence.by)} has given no figure, told since ${times.when(row.silence.since)}`,
						4,
					),
				]
			: []),
		...(row.implied
			? [
					line(
						`implied: ${count(row.implied.low)} or more (${impliedWords(picture, row.implied).join(', ')})`,
						4,
					),
				]
			: []),
		...row.withdrawn.map(({by, fact, at}) =>
			line(`withdrawn: ${amount(fact)}, ${speaker(picture, by)}, ${times.when(at)}`, 4),
		),
	];
}

const columnNames = {own: 'own', enemy: 'other side', third: 'third party'} as const;

function chainLines(picture: Picture, column: string, chain: Chain, {when}: Clock): Line[] {
	const told = [
		`${column}: ${amount(chain.current)}`,
		speaker(picture, chain.by),
		when(chain.currentAt),
		...remarks(chain),
		`${plural(chain.copies, 'report')} (${few(chain.carriers)})`,
	];
	const before = chain.replaced.map(each => `${amount(each.fact)} (${whenStood(each, when)})`);
	const parts = chain.parts.map(figure => `${amount(figure)}${partNote(figure, chain.isPart)}`);
	return [
		line(told.join(' · '), 4),
		...(before.length > 0 ? [line(`before: ${before.join(', ')}`, 6)] : []),
		...(parts.length > 0 ? [line(`parts: ${few(parts)}`, 6)] : []),
		line(`“${chain.current.sentence}”`, 6),
	];
}

function few(names: readonly string[]): string {
	const more = names.length - quotedShown;
	return `${names.slice(0, quotedShown).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function ceasefireLines(picture: Picture, {when}: Clock): Line[] {
	const {status, since, speakers, violations, agreements, events} = picture.ceasefire;
	const hidden = events.length - eventsShown;
	return [
		blank,
		line(`CEASEFIRE: ${status}${since === null ? '' : ` since ${when(since)}`}`),
		...besideStatus(picture, when).map(words => line(words, 2)),
		...agreements.map(agreement =>
			line(
				`truce: ${[`${agreement.event}, told ${when(agreement.at)} by ${speaker(picture, agreement.by)}`, ...termsOf(picture, agreement, when)].join(' · ')}`,
				2,
			),
		),
		...picture.profile.sides
			.filter(({id}) => (violations[id] ?? 0) > 0)
			.map(({id, name}) => line(`violations alleged against ${name}: ${violations[id]}`, 2)),
		...daysOfViolations(picture).map(day => line(day, 4)),
		...speakers.map(word =>
			line(`${speaker(picture, word.by)} says ${lastWord(picture, word)}, ${when(word.at)}`, 2),
		),
		...(hidden > 0 ? [line(`${plural(hidden, 'earlier event')} not shown`, 2)] : []),
		...events
			.slice(-eventsShown)
			.map(({event, by, sentence, report, saidAt}) =>
				line(
					`${when(saidAt ?? report.publishedAt)} · ${event} · ${by ? speaker(picture, by) : report.source} · “${sentence}”`,
					2,
				),
			),
	];
}

function claimLines(picture: Picture, {when}: Clock): Line[] {
	return Object.entries(picture.claims).flatMap(([side, claims]) => {
		const hidden = claims.length - claimsShown;
		const who = side === 'others' ? 'OTHERS' : whose(picture, side).toUpperCase();
		return [
			blank,
			line(`CLAIMS: ${who}`),
			...(claims.length === 0 ? [line('None.', 2)] : []),
			...claims
				.slice(0, claimsShown)
				.map(({fact, at, copies, carriers, answers}) =>
					line(
						`${when(at)} · ${fact.act}${fact.about === null ? '' : ` about ${whose(picture, fact.about)}`}${fact.topics.length > 0 ? `: ${fact.topics.join(', ')}` : ''} · “${fact.sentence}” · ${plural(copies, 'report')} (${few(carriers)})${answers === null ? '' : ' · answered by the other side'}`,
						2,
					),
				),
			...(hidden > 0 ? [line(`${hidden} more`, 2)] : []),
		];
	});
}

function sourceLines(picture: Picture, {when}: Clock): Line[] {
	if (picture.sources.length === 0) return [];
	return [
		blank,
		line('SOURCES'),
		...picture.sources.map(({name, state, reports, lastAnswerAt, reason}) =>
			line(
				`${name}: ${state}, ${plural(reports, 'report')}${lastAnswerAt === null ? '' : `, last answer ${when(lastAnswerAt)}`}${reason === null ? '' : `: ${reason}`}`,
				2,
			),
		),
	];
}
