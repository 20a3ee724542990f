import april2021 from './april-2021.json' with {type: 'json'};
import outletRows from './outlets.json' with {type: 'json'};
import september2022 from './september-2022.json' with {type: 'json'};

/** What every page, feed and screen of the demo says about itself. */
export const notice =
	'Sample texts written for this demo after the public record of these days. They are not articles of the outlets named.';

export type Format = 'rss' | 'rdf' | 'atom' | 'json';

/** An outlet as the demo's server plays it. */
export type SampleOutlet = {
	/** First part of its path. */
	readonly id: string;
	readonly name: string;
	/** Last part of its feed's path. */
	readonly feed: string;
	readonly format: Format;
	readonly charset: 'utf-8' | 'windows-1251';
	readonly language: string;
	/** As it writes dates: `+0600`. */
	readonly offset: string;
	/** Whose voice it is; null: no side's. */
	readonly side: string | null;
	/** Whether its texts come as HTML. */
	readonly isHtml: boolean;
	/** HTML that it puts around each text, with {link}, {title} and {home}; empty: none. */
	readonly before: string;
	readonly after: string;
	/** When it answers 503, and when not at all. */
	readonly busy: {readonly from: string; readonly to: string} | null;
	readonly deadFrom: string | null;
};

/** A text as it stood from a moment on. */
export type Version = {readonly at: number; readonly title: string; readonly paragraphs: readonly string[]};

/** One report of one outlet, with all that it said in turn. */
export type Sample = {
	readonly outlet: string;
	readonly guid: string;
	readonly publishedAt: number;
	/** Oldest first; the first is as published. */
	readonly versions: readonly Version[];
};

type Row = {
	readonly outlet: string;
	readonly guid: string;
	readonly versions: readonly {
		readonly at: string;
		readonly title: string;
		readonly text: readonly string[];
	}[];
};

const usual = {
	charset: 'utf-8',
	side: null,
	isHtml: false,
	before: '',
	after: '',
	busy: null,
	deadFrom: null,
} as const;

export const outlets: readonly SampleOutlet[] = outletRows.map(row => ({...usual, ...row}) as SampleOutlet);

/** All reports of the demo, oldest first. */
export const samples: readonly Sample[] = [april2021, september2022]
	.flatMap(file => file.reports as readonly Row[])
	.map(({outlet, guid, versions}) => {
		const read = versions.map(({at, title, text}) => ({at: Date.parse(at), title, paragraphs: text}));
		return {outlet, guid, publishedAt: read[0]!.at, versions: read};
	})
	.sort((one, other) => one.publishedAt - other.publishedAt);

/** A report as it stands at one moment. */
export type Shown = {
	readonly guid: string;
	readonly publishedAt: number;
	/** Null while it is as first published. */
	readonly updatedAt: number | null;
	readonly title: string;
	readonly paragraphs: readonly string[];
};

/** What an outlet had published between two moments, as it stands at the second, newest first. */
export function shownBy(outlet: string, since: number, now: number): readonly Shown[] {
	return samples
		.filter(sample => sample.outlet === outlet && sample.publishedAt > since && sample.publishedAt <= now)
		.reverse()
		.map(({guid, publishedAt, versions}) => {
			const {at, title, paragraphs} = versions.findLast(version => version.at <= now)!;
			return {guid, publishedAt, updatedAt: at > publishedAt ? at : null, title, paragraphs};
		});
}
