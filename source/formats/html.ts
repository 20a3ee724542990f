import {type Cited, createCitations, outletCounts} from './citations.ts';
import type {Format, Made} from './format.ts';
import {createPage, link, type Page, plain, table} from './html-page.ts';
import {style} from './html-style.ts';
import {tallyHtml} from './html-tally.ts';
import {ceasefireHtml, claimsHtml} from './html-words.ts';
import {iso} from './printable.ts';
import {clock, drawnFrom, plural} from './wording.ts';

/** The picture as one HTML file that needs no other: every number is linked to its sentence, and each sentence to its report. */
export const html: Format = (picture, {timezone, made, head, carriers}) => {
	const {when, zone} = clock(timezone);
	const citations = createCitations(picture, head, fact => fact);
	const page = createPage(picture, citations, when, carriers);
	const {profile, asOf, window, counts} = picture;
	const parts = [
		['tally', 'Tally', tallyHtml(page)],
		['ceasefire', 'Ceasefire', ceasefireHtml(page)],
		['claims', 'Claims', claimsHtml(page)],
	] as const;
	const cited = citations.all();
	const foot = [
		['sentences', 'Sentences', sentencesHtml(page, cited)],
		['sources', 'Sources', sourcesHtml(page, cited)],
	] as const;
	const sections = [...parts, ...foot].map(
		([id, title, body]) =>
			`<section aria-labelledby="${id}">\n<h2 id="${id}">${title}</h2>\n${body}\n</section>`,
	);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${plain(profile.name)}, as of ${plain(when(asOf))}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${plain(profile.name)}</h1>
<p>As of ${page.when(asOf)} (${plain(zone)}; ${iso(asOf) ?? 'no time'})${made ? `: ${drawnFrom[made.clock]}` : ''}. The event is told from ${page.when(window.from)}. ${plural(counts.reports, 'report')}, ${plural(counts.origins, 'origin')}, ${plural(counts.facts, 'fact')}.</p>
<nav aria-label="Contents"><ul>${[...parts, ...foot].map(([id, title]) => `<li><a href="#${id}">${title}</a></li>`).join('')}</ul></nav>
</header>
<main>
${sections.join('\n')}
</main>
${footHtml(made, profile.id, zone)}
</body>
</html>
`;
};

function sentencesHtml(page: Page, cited: readonly Cited[]): string {
	if (cited.length === 0) return '<p>None.</p>';
	return `<ol class="sentences">\n${cited.map(each => sentenceHtml(page, each)).join('\n')}\n</ol>`;
}

function sentenceHtml({when}: Page, {number, fact, outlet, head}: Cited): string {
	const {sentence, start, end, report, rule} = fact;
	const isSpan = start >= 0 && start < end && end <= sentence.length;
	const marked = isSpan
		? `${plain(sentence.slice(0, start))}<mark>${plain(sentence.slice(start, end))}</mark>${plain(sentence.slice(end))}`
		: plain(sentence);
	const language = /^[a-z]{2,3}$/.test(fact.language) ? ` lang="${fact.language}"` : '';
	const about = [
		plain(outlet),
		...(report.title === '' && report.url === null
			? []
			: [link(report.title || (report.url ?? ''), report.url, `class="report"${language} `)]),
		...(report.publishedAt === null ? [] : [`published ${when(report.publishedAt)}`]),
		...(head && head.revision > 1
			? [`revision ${head.revision}${head.updatedAt === null ? '' : ` of ${when(head.updatedAt)}`}`]
			: []),
		...(head ? [`first seen here ${when(head.firstSeenAt)}`] : []),
		`read by ${/^model\b/.test(rule) ? '' : 'the rule '}“${plain(rule)}”`,
	];
	return `<li id="fact-${number}" value="${number}"><q${language}>${marked}</q> <a class="back" href="#from-${number}" aria-label="Back to where sentence ${number} is pointed to">↑</a><span class="tag">${about.join(' · ')}</span></li>`;
}

function sourcesHtml({picture, when}: Page, cited: readonly Cited[]): string {
	const outlets = outletCounts(cited);
	return [
		outlets.length === 0
			? '<p>None cited.</p>'
			: `<p>Cited above: ${outlets.map(({outlet, reports}) => `${plain(outlet)} (${plural(reports, 'report')})`).join(', ')}.</p>`,
		...(picture.sources.length === 0
			? []
			: [
					table(
						'Sources that are asked',
						['Source', 'State', 'Reports', 'Last answer'],
						picture.sources.map(({name, state, reports, lastAnswerAt, reason}) => [
							plain(name),
							`${plain(state)}${reason === null ? '' : `: ${plain(reason)}`}`,
							String(reports),
							lastAnswerAt === null ? 'none' : when(lastAnswerAt),
						]),
					),
				]),
	].join('\n');
}

function footHtml(made: Made | undefined, profile: string, zone: string): string {
	const how = made
		? ` Made by ${plain(made.by)} from the profile ${plain(profile)} with <code>${plain(made.command)}</code>.`
		: '';
	return `<footer>
<p>Read from the reports by rules; who said it is named, whether it is true is not judged. Figures of different speakers are never added. Times are in ${plain(zone)} unless they end in Z.${how}</p>
</footer>`;
}
