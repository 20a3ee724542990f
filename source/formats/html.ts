import type {Fact} from '../facts/fact.ts';
import type {Chain, Claimed, Picture, Row} from '../picture/picture.ts';
import type {Format} from './format.ts';
import {iso} from './printable.ts';
import {amount, clock, count, lastWord, plural, remarks, speaker, spread, whose} from './wording.ts';

type Page = {
	readonly picture: Picture;
	when(at: number | null): string;
	/** Link to a fact's sentence at the foot of the page; the same fact the same number. */
	cite(fact: Fact, text: string): string;
};

/** The picture as one HTML file that needs no other: every number is linked to its sentence, and each sentence to its report. */
export const html: Format = (picture, {timezone}) => {
	const times = clock(timezone);
	const cited = new Map<Fact, number>();
	const page: Page = {
		picture,
		when: at => `<time datetime="${iso(at) ?? ''}">${plain(times.when(at))}</time>`,
		cite(fact, text) {
			const number = cited.get(fact) ?? cited.size + 1;
			cited.set(fact, number);
			return `<a href="#fact-${number}">${plain(text)}</a>`;
		},
	};
	const {profile, asOf, window, counts} = picture;
	const body = [
		`<h1>${plain(profile.name)}</h1>`,
		`<p>As of ${page.when(asOf)} (${plain(times.zone)}); event from ${page.when(window.from)}. ${plural(counts.reports, 'report')}, ${plural(counts.origins, 'origin')}, ${plural(counts.facts, 'fact')}.</p>`,
		'<h2>Tally</h2>',
		picture.tally.rows.length === 0
			? '<p>No figures yet.</p>'
			: picture.tally.rows.map(row => rowHtml(page, row)).join('\n'),
		'<h2>Ceasefire</h2>',
		ceasefireHtml(page),
		'<h2>Claims</h2>',
		...Object.entries(picture.claims).map(([side, claims]) => claimsHtml(page, side, claims)),
	].join('\n');
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${plain(profile.name)}</title>
<style>${style}</style>
</head>
<body>
${body}
<h2>Sentences</h2>
<ol>
${[...cited].map(([fact, number]) => sentenceHtml(fact, number)).join('\n')}
</ol>
</body>
</html>
`;
};

const style =
	'body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}' +
	'table{border-collapse:collapse;width:100%}th,td{border:1px solid #8888;padding:.3rem .5rem;text-align:left;vertical-align:top}' +
	'li:target{outline:2px solid}.note{opacity:.75}@media (prefers-color-scheme:dark){:root{color-scheme:dark}}';

/** Makes outside text plain: nothing in it is markup, in text or in a quoted attribute. */
export const plain = (text: string): string =>
	text.replace(
		/[&<>"']/g,
		sign => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'})[sign] as string,
	);

function rowHtml(page: Page, row: Row): string {
	const {picture} = page;
	const chains = (['own', 'enemy', 'third'] as const).flatMap(column =>
		row[column].map(chain => chainHtml(page, columnNames[column], chain)),
	);
	const notes = [
		...(row.silence
			? [
					`${page.cite(row.silence.fact, 'Silent')} since ${page.when(row.silence.since)}: ${plain(speaker(picture, row.silence.by))}`,
				]
			: []),
		...(row.implied
			? [`Implied: ${count(row.implied.low)} or more (${plain(row.implied.from.join(', '))})`]
			: []),
		...row.withdrawn.map(
			({by, fact, at}) =>
				`Withdrawn ${page.when(at)}: ${page.cite(fact, amount(fact))} by ${plain(speaker(picture, by))}`,
		),
	];
	return [
		`<h3>${plain(whose(picture, row.of))}, ${plain(row.measure)}: ${plain(spread(row))}</h3>`,
		`<p class="note">${plain(row.method)}; ${plural(row.origins, 'origin')}</p>`,
		...(chains.length > 0
			? [
					`<table><tr><th></th><th>Figure</th><th>Said by</th><th>When</th><th>Before</th><th>Carried by</th></tr>\n${chains.join('\n')}\n</table>`,
				]
			: []),
		...notes.map(note => `<p>${note}</p>`),
	].join('\n');
}

const columnNames = {own: 'own', enemy: 'other side', third: 'third party'} as const;

function chainHtml(page: Page, column: string, chain: Chain): string {
	const before = chain.replaced.map(
		({fact, why, at}) => `${page.cite(fact, amount(fact))} (${why}, ${page.when(at)})`,
	);
	const parts = chain.parts.map(fact => page.cite(fact, amount(fact)));
	const notes = [...remarks(chain).map(plain), ...(parts.length > 0 ? [`parts: ${parts.join(', ')}`] : [])];
	const cells = [
		column,
		`${page.cite(chain.current, amount(chain.current))}${notes.length > 0 ? ` <span class="note">${notes.join('; ')}</span>` : ''}`,
		plain(speaker(page.picture, chain.by)),
		page.when(chain.currentAt),
		before.join('; '),
		plain(chain.carriers.join(', ')),
	];
	return `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`;
}

function ceasefireHtml({picture, when, cite}: Page): string {
	const {status, since, renewals, lastViolationAt, speakers} = picture.ceasefire;
	const head = `<p><strong>${plain(status)}</strong>${since === null ? '' : ` since ${when(since)}`}${renewals > 0 ? `, renewed ${plural(renewals, 'time')}` : ''}${lastViolationAt === null ? '' : `; last violation alleged ${when(lastViolationAt)}`}</p>`;
	const words = speakers.map(
		word =>
			`<li>${plain(speaker(picture, word.by))} says ${cite(word.fact, lastWord(picture, word))}, ${when(word.at)}</li>`,
	);
	return words.length > 0 ? `${head}\n<ul>\n${words.join('\n')}\n</ul>` : head;
}

function claimsHtml({picture, when, cite}: Page, side: string, claims: readonly Claimed[]): string {
	if (claims.length === 0) return '';
	const items = claims.map(
		({fact, at, copies, carriers}) =>
			`<li>${when(at)}, ${cite(fact, fact.act)}${fact.about === null ? '' : ` about ${plain(whose(picture, fact.about))}`}${fact.topics.length > 0 ? `: ${plain(fact.topics.join(', '))}` : ''} <span class="note">${plural(copies, 'report')}: ${plain(carriers.join(', '))}</span></li>`,
	);
	return `<h3>${side === 'others' ? 'Others' : plain(whose(picture, side))}</h3>\n<ul>\n${items.join('\n')}\n</ul>`;
}

function sentenceHtml(fact: Fact, number: number): string {
	const {sentence, start, end, report} = fact;
	const isSpan = start >= 0 && start < end && end <= sentence.length;
	const marked = isSpan
		? `${plain(sentence.slice(0, start))}<mark>${plain(sentence.slice(start, end))}</mark>${plain(sentence.slice(end))}`
		: plain(sentence);
	const title = plain(report.title || report.source);
	const source =
		report.url !== null && /^https?:\/\//.test(report.url)
			? `<a href="${plain(report.url)}" rel="noreferrer">${title}</a>`
			: title;
	return `<li id="fact-${number}" value="${number}">“${marked}” ${source}</li>`;
}
