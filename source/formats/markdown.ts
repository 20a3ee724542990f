import {type Cited, createCitations, outletCounts} from './citations.ts';
import type {Format} from './format.ts';
import {link, type Page, plain} from './markdown-page.ts';
import {tallyText} from './markdown-tally.ts';
import {ceasefireText, claimsText} from './markdown-words.ts';
import {iso} from './printable.ts';
import {clock, drawnFrom, plural} from './wording.ts';

/**
 * The picture as Markdown, for pasting into a report: each number has a footnote with its sentence and the link to its report.
 *
 * Tables and footnotes are written as GitHub and Pandoc read them.
 */
export const markdown: Format = (picture, {timezone, made, head, carriers}) => {
	const {when, zone} = clock(timezone);
	const {profile, asOf, window, counts} = picture;
	const citations = createCitations(picture, head, ({report, sentence}) => `${report.id} ${sentence}`);
	const label = labelOf(asOf);
	const page: Page = {
		picture,
		when,
		carriers,
		citations,
		cite: fact => `[^${label}-${citations.cite(fact).number}]`,
	};
	const body = [
		`# ${plain(profile.name)}`,
		`As of ${when(asOf)} (${plain(zone)}; ${iso(asOf) ?? 'no time'})${made ? `: ${drawnFrom[made.clock]}` : ''}. The event is told from ${when(window.from)}. ${plural(counts.reports, 'report')}, ${plural(counts.origins, 'origin')}, ${plural(counts.facts, 'fact')}.`,
		'## Tally',
		...tallyText(page),
		'## Ceasefire',
		...ceasefireText(page),
		'## Claims',
		...claimsText(page),
	];
	const cited = citations.all();
	const outlets = outletCounts(cited).map(
		({outlet, reports}) => `${plain(outlet)} (${plural(reports, 'report')})`,
	);
	const how = made
		? ` Made by ${plain(made.by)} from the profile ${plain(profile.id)} with ${code(made.command)}.`
		: '';
	return `${[
		...body,
		'## Sources',
		outlets.length > 0 ? `Cited: ${outlets.join(', ')}.` : 'None cited.',
		`Read from the reports by rules; who said it is named, whether it is true is not judged. Figures of different speakers are never added. Times are in ${plain(zone)} unless they end in Z.${how}`,
		...cited.map(each => footnote(page, label, each)),
	].join('\n\n')}\n`;
};

/** Of the moment, so that two pictures pasted into one report keep their footnotes apart. */
const labelOf = (asOf: number) => `tw${(iso(asOf) ?? '').replace(/\D/g, '').slice(2, 12)}`;

const code = (text: string) => {
	const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
	return fence.length > 1 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
};

function footnote({when}: Page, label: string, {number, fact, outlet, head}: Cited): string {
	const {sentence, report} = fact;
	const about = [
		plain(outlet),
		...(report.title === '' && report.url === null
			? []
			: [link(plain(report.title || (report.url ?? '')), report.url)]),
		...(report.publishedAt === null ? [] : [`published ${when(report.publishedAt)}`]),
		...(head && head.revision > 1
			? [`revision ${head.revision}${head.updatedAt === null ? '' : ` of ${when(head.updatedAt)}`}`]
			: []),
		...(head ? [`first seen here ${when(head.firstSeenAt)}`] : []),
	];
	return `[^${label}-${number}]: “${plain(sentence)}” ${about.join(', ')}.`;
}
