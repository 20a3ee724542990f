import {readerName} from '../../source/commands/reading.ts';
import type {Fact} from '../../source/facts/fact.ts';
import {readerOf, readerVersion} from '../../source/facts/read.ts';
import type {Reading} from '../../source/picture/picture.ts';
import {builtIn} from '../../source/profile/index.ts';
import {type Item, type Report, reportOf, toldAt} from '../../source/reports/report.ts';
import type {Commit} from '../../store/store.ts';

/** A made-up report in the manner of the agencies. The same number gives the same story in every run. */
export type Story = {
	readonly title: string;
	readonly paragraphs: readonly string[];
	/** Milliseconds since the epoch, in the six days from 14 September 2022. */
	readonly publishedAt: number;
};

const eventFrom = Date.parse('2022-09-14T03:00:00Z');
const eventMs = 6 * 86_400_000;

/** The stories of one run are spread over the days of the event: this is the number of the last. */
const storiesInEvent = 10_000;

const places =
	'Batken,Leilek,Isfara,Vorukh,Ak-Sai,Kok-Tash,Samarkandyk,Arka,Maksat,Chorkuh,Surkh,Dostuk'.split(',');
const days = 'Wednesday,Thursday,Friday,Saturday,Sunday'.split(',');
const [people, doings, things, wheres, whens] = [
	'Residents,Drivers,Shopkeepers,Teachers,Village elders,Volunteers,Correspondents,Local deputies,Engineers,Farmers',
	'described,discussed,watched,photographed,asked about,waited for,returned to,prepared,inspected,talked over',
	'the road to the market,the water pipeline,the school building,a row of lorries,the apricot harvest,the bus station,the bridge over the canal,the power line,the queue at the bakery,the clinic courtyard',
	'on the outskirts of town,near the main square,along the river,beside the customs post,in the valley,at the northern crossroads,behind the old mill,next to the stadium',
	'early in the morning,before noon,late in the evening,after the rain,during the break,in the dry heat,as the wind rose,when the shops opened',
].map(words => words.split(','));

/** Numbers from 0 to 1 that a seed determines (mulberry32). */
function randomOf(seed: number): () => number {
	let state = (seed + 1) * 0x9e3779b9;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * Story number so-and-so.
 *
 * @param length about how many characters title and body have together; the title and two sentences say something to be read
 */
export function story(number: number, length: number): Story {
	const random = randomOf(number);
	const pick = (from: readonly string[] | undefined): string =>
		from?.[Math.floor(random() * from.length)] ?? '';
	const part = (number % storiesInEvent) / storiesInEvent;
	const toll = Math.ceil(3 + part * 56 + random() * 3);
	const [side, other] = random() < 0.5 ? ['Kyrgyzstan', 'Tajikistan'] : ['Tajikistan', 'Kyrgyzstan'];
	const adjective = other === 'Kyrgyzstan' ? 'Kyrgyz' : 'Tajik';
	const day = pick(days);
	const told = [
		pick([
			`The Health Ministry of ${side} said on ${day} that ${toll} people had been killed.`,
			`At least ${toll} people were killed in the clashes, the Foreign Ministry of ${side} said on ${day}.`,
			`${toll} people were killed and ${toll * 3} wounded, according to the Emergency Situations Ministry of ${side}.`,
		]),
		pick([
			`The Border Service of ${side} accused ${adjective} forces of shelling the village of ${pick(places)} on ${day}.`,
			`The Border Service of ${side} said ${adjective} troops had opened fire near ${pick(places)}.`,
			`The ceasefire is holding along the border, the Border Service of ${side} said on ${day}.`,
			`${side} said ${other} had violated the ceasefire near ${pick(places)} on ${day}.`,
			`The two sides agreed on a ceasefire from ${Math.floor(random() * 12) + 10}:00 on ${day}.`,
		]),
	];
	const title = `${pick(places)}: ${toll} killed, ${side} says`;
	const sentences = [...told];
	for (let size = title.length + told.join(' ').length; size < length - 50; ) {
		const filler = `${pick(people)} ${pick(doings)} ${pick(things)} ${pick(wheres)} ${pick(whens)}, and ${pick(people).toLowerCase()} ${pick(doings)} ${pick(things)} ${pick(wheres)}.`;
		// What says something stands among what does not, as it does in the papers.
		sentences.splice(1 + Math.floor(random() * sentences.length), 0, filler);
		size += filler.length + 1;
	}
	const paragraphs: string[] = [];
	for (let at = 0; at < sentences.length; at += 3) paragraphs.push(sentences.slice(at, at + 3).join(' '));
	return {title, paragraphs, publishedAt: eventFrom + Math.floor(part * eventMs)};
}

/** The built-in profile, which all stories are about. */
export const profile = builtIn[0]!;
const read = readerOf(profile);
const reader = readerName(readerVersion, profile);

const articleLength = 2000;

function reportAt(number: number): Report {
	const {title, paragraphs, publishedAt} = story(number, articleLength);
	const host = `outlet-${number % 40}.example`;
	const item: Item = {
		identity: `https://${host}/${number}`,
		url: `https://${host}/${number}`,
		title,
		text: paragraphs.join('\n'),
		publishedAt,
		updatedAt: null,
		language: 'en',
		outlet: null,
		isCut: false,
	};
	const source = {id: `rss:https://${host}/rss`, name: `Outlet ${number % 40}`, language: 'en'};
	// Seen as it was published, a few minutes later.
	return reportOf(item, source, null, publishedAt + 300_000)!;
}

type Kept = NonNullable<Commit['reports']>[number];

/** Reports as a commit takes them, with the facts that the program's own reader finds in each. */
export function keptReports(from: number, to: number): Kept[] {
	return Array.from({length: to - from}, (_, index) => {
		const report = reportAt(from + index);
		return {report, facts: read(report, toldAt(report)), reader};
	});
}

const pool: Kept[] = [];

/** The same without reading each: where only keeping is measured, facts of a thousand are given to all. */
export function likeKept(from: number, to: number): Kept[] {
	if (pool.length === 0) pool.push(...keptReports(0, 1000));
	return Array.from({length: to - from}, (_, index) => {
		const number = from + index;
		const model = pool[number % pool.length]!;
		const id = number.toString(16).padStart(16, '0');
		const url = `https://outlet.example/${number}`;
		const report = {...model.report, id, url, origin: id};
		return {
			report,
			facts: model.facts.map(fact => ({...fact, report: {...fact.report, id, url}})),
			reader: model.reader,
		};
	});
}

/** A feed of so many stories in RSS 2.0, newest first, none of them in another feed. */
export function feedOf(feed: number, items: number, length: number): string {
	const entries = Array.from({length: items}, (_, index) => {
		// Every feed has stories of all days.
		const number = (items - 1 - index) * 100 + feed;
		const {title, paragraphs, publishedAt} = story(number, length);
		const link = `https://outlet-${feed}.example/news/${number}`;
		const [first = '', ...rest] = paragraphs;
		const whole =
			rest.length > 0
				? `\n<content:encoded><![CDATA[${paragraphs.map(text => `<p>${text}</p>`).join('\n')}]]></content:encoded>`
				: '';
		return `<item>
<title>${title}</title>
<link>${link}</link>
<guid isPermaLink="true">${link}</guid>
<pubDate>${new Date(publishedAt).toUTCString()}</pubDate>
<dc:creator>Outlet ${feed}</dc:creator>
<category>Border</category>
<description>${first}</description>${whole}
</item>`;
	});
	return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>Outlet ${feed}</title>
<link>https://outlet-${feed}.example/</link>
<description>Made-up news</description>
<language>en</language>
${entries.join('\n')}
</channel>
</rss>
`;
}

/** So many different stories are read; more are these told anew. */
const storiesRead = 10_000;
const briefLength = 300;

/**
 * Reports that have been read, spread evenly over the days before the last, and some that come after them, one a minute.
 *
 * @param days within which the reports were published
 */
export function newsOf(reports: number, days: number, onTop: number): {before: Reading[]; onTop: Reading[]} {
	const different = Math.min(storiesRead, reports + onTop);
	const stories = Array.from({length: different}, (_, index) => {
		// From all of the event, whatever their number.
		const {title, paragraphs} = story(Math.floor((index * storiesInEvent) / different), briefLength);
		return {title, text: paragraphs.join('\n')};
	});
	const at = (number: number): number =>
		number < reports
			? eventFrom + Math.floor((number / reports) * days * 86_400_000)
			: eventFrom + days * 86_400_000 + (number - reports) * 60_000;
	const facts = new Map<number, readonly Fact[]>();
	const readingAt = (number: number): Reading => {
		const place = Math.floor((number * different) / (reports + onTop));
		const {title, text} = stories[place]!;
		const outlet = `Outlet ${number % 40}`;
		const publishedAt = at(number);
		const id = number.toString(16).padStart(16, '0');
		const source = `rss:https://outlet-${number % 40}.example/rss`;
		const report: Report = {
			id,
			revision: 1,
			source,
			outlet,
			url: `https://outlet-${number % 40}.example/${number}`,
			title,
			text,
			publishedAt,
			updatedAt: null,
			firstSeenAt: publishedAt + 300_000,
			language: 'en',
			origin: id,
			fingerprint: '',
			isCut: false,
		};
		const known = facts.get(place) ?? read(report, publishedAt);
		facts.set(place, known);
		const {url} = report;
		return {
			report,
			// An hour that a text names belongs to the day of the first that told it.
			facts: known.map(fact => ({...fact, saidAt: null, report: {id, source, url, title, publishedAt}})),
		};
	};
	const all = Array.from({length: reports + onTop}, (_, number) => readingAt(number));
	return {before: all.slice(0, reports), onTop: all.slice(reports)};
}
