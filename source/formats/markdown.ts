import type {Fact} from '../facts/fact.ts';
import type {Chain, Picture, Row} from '../picture/picture.ts';
import type {Format} from './format.ts';
import {amount, clock, count, lastWord, plural, remarks, speaker, spread, whose} from './wording.ts';

type When = (at: number | null) => string;

const claimsShown = 10;

/** The picture as Markdown, for pasting into a report: each number with its sentence and its link. */
export const markdown: Format = (picture, {timezone}) => {
	const {when, zone} = clock(timezone);
	const {profile, asOf, window, counts} = picture;
	return `${[
		`# ${plain(profile.name)}`,
		`As of ${when(asOf)} (${zone}); event from ${when(window.from)}. ${plural(counts.reports, 'report')}, ${plural(counts.origins, 'origin')}, ${plural(counts.facts, 'fact')}.`,
		'## Tally',
		...(picture.tally.rows.length === 0
			? ['No figures yet.']
			: picture.tally.rows.map(row => rowText(picture, row, when))),
		'## Ceasefire',
		ceasefireText(picture, when),
		'## Claims',
		...claimTexts(picture, when),
	].join('\n\n')}\n`;
};

/** Takes from outside text what Markdown or HTML would read as a sign; one line. */
export function plain(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.replace(/[\\`*_{}[\]<>#|~!&]/g, sign => `\\${sign}`)
		.replace(/^(\d+)([.)])/, '$1\\$2')
		.replace(/^([-+=])/, '\\$1');
}

/** An address between the signs that let it hold anything but those signs. */
export const link = (text: string, url: string | null): string =>
	url === null || !/^https?:\/\//.test(url)
		? text
		: `[${text}](<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>)`;

const quoted = (fact: Fact) =>
	`“${plain(fact.sentence)}”, ${link(plain(fact.report.title || fact.report.source), fact.report.url)}`;

function rowText(picture: Picture, row: Row, when: When): string {
	const lines = [
		`### ${plain(whose(picture, row.of))}, ${row.measure}: ${spread(row)}`,
		`${row.method}; ${plural(row.origins, 'origin')}`,
		'| | figure | said by | when | before | sentence |',
		'| --- | --- | --- | --- | --- | --- |',
		...row.own.map(chain => chainText(picture, 'own', chain, when)),
		...row.enemy.map(chain => chainText(picture, 'other side', chain, when)),
		...row.third.map(chain => chainText(picture, 'third party', chain, when)),
	];
	const notes = [
		...(row.silence
			? [
					`Silent since ${when(row.silence.since)}: ${plain(speaker(picture, row.silence.by))}. ${quoted(row.silence.fact)}`,
				]
			: []),
		...(row.implied
			? [`Implied: ${count(row.implied.low)} or more (${row.implied.from.map(plain).join(', ')})`]
			: []),
		...row.withdrawn.map(
			({by, fact, at}) =>
				`Withdrawn ${when(at)}: ${amount(fact)} by ${plain(speaker(picture, by))}. ${quoted(fact)}`,
		),
	];
	const [title, method, ...table] = lines;
	return [title, method, ...(table.length > 2 ? [table.join('\n')] : []), ...notes].join('\n\n');
}

function chainText(picture: Picture, column: string, chain: Chain, when: When): string {
	const notes = remarks(chain);
	return `| ${[
		column,
		`${amount(chain.current)}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`,
		plain(speaker(picture, chain.by)),
		when(chain.currentAt),
		chain.replaced.map(({fact, why, at}) => `${amount(fact)} (${why}, ${when(at)})`).join('; '),
		quoted(chain.current),
	].join(' | ')} |`;
}

function ceasefireText(picture: Picture, when: When): string {
	const {status, since, renewals, lastViolationAt, speakers} = picture.ceasefire;
	return [
		`**${status}**${since === null ? '' : ` since ${when(since)}`}${renewals > 0 ? `, renewed ${plural(renewals, 'time')}` : ''}${lastViolationAt === null ? '' : `; last violation alleged ${when(lastViolationAt)}`}`,
		...speakers.map(
			word =>
				`- ${plain(speaker(picture, word.by))} says ${plain(lastWord(picture, word))}, ${when(word.at)}: ${quoted(word.fact)}`,
		),
	].join('\n');
}

function claimTexts(picture: Picture, when: When): string[] {
	return Object.entries(picture.claims).flatMap(([side, claims]) => {
		if (claims.length === 0) return [];
		const hidden = claims.length - claimsShown;
		return [
			`### ${side === 'others' ? 'Others' : plain(whose(picture, side))}`,
			[
				...claims
					.slice(0, claimsShown)
					.map(
						({fact, at, copies}) =>
							`- ${when(at)}, ${fact.act}, ${plural(copies, 'report')}: ${quoted(fact)}`,
					),
				...(hidden > 0 ? [`- ${hidden} more`] : []),
			].join('\n'),
		];
	});
}
