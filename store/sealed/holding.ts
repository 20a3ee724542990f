import type {Contents} from '../contents.ts';
import {eachOf} from '../each.ts';
import {decodeHead, decodeLine, type Line} from '../format.ts';
import type {Span} from '../store.ts';
import type {Tag} from './block.ts';
import {hashOf, joinedHash} from './identity.ts';
import type {Lookup} from './lookup.ts';
import type {Entry, Segments} from './segments.ts';

/*
 * What is taken into memory from sealed files: the newest heads, as many as are held, and what has facts told in a span. Between
 * two files the screen has its turn.
 */

export type Holding = {
	/** Takes in what has facts told in a span, newest files first. */
	hold(span: Span): Promise<void>;
	/** Takes in the newest heads. */
	fill(isStopped: () => boolean): Promise<void>;
	/** Whether all heads of a file are in memory, or were. */
	isTaken(file: string): boolean;
	/** Says that the files that are there now were there from the beginning. */
	begin(): void;
	/** Takes in all of files that have come since. @returns whether there were any */
	follow(isOwn: (journal: string) => boolean): Promise<boolean>;
};

export function createHolding(segments: Segments, contents: Contents, lookup: Lookup, most: number): Holding {
	// Files whose heads are all in memory, or were.
	const taken = new Set<string>();
	// Files that were there when this process last looked.
	const known = new Set<string>();

	async function take(entry: Entry, tags: readonly Tag[], wants: (line: Line) => boolean): Promise<void> {
		await segments.use(entry, async segment => {
			for await (const {tag, rows} of segment.rows(tags))
				for (const {json, number} of rows) {
					const line = tag === 'ELSE' ? decodeLine(json) : decodeHead(json);
					if (line && line !== 'unknown' && wants(line))
						contents.apply(line, {file: entry.info.name, at: number, bytes: 0});
				}
		});
		await new Promise(resolve => setImmediate(resolve));
	}

	const newestFirst = (): readonly Entry[] => [...segments.entries].reverse();
	const isAny = () => true;
	const isHeld = (line: Line): boolean => line.k === 'f' || (line.k === 'r' && contents.isHeldFor(line));

	/** Other revisions of what is held, and reports that told its stories first. */
	async function companions(): Promise<void> {
		const ids = contents.companions();
		if (ids.size === 0 || newestFirst().every(({info}) => taken.has(info.name))) return;
		await segments.learn();
		const revised = segments.revised();
		for (const id of ids) {
			if (contents.has(id, 1) && !revised.has(joinedHash(...hashOf(id)))) continue;
			const {reports, anew} = await lookup.item(id);
			for (const line of [...anew, ...reports])
				contents.apply(line, {file: 'companion.seg', at: 0, bytes: 0});
		}
	}

	return {
		async hold(span) {
			if (!contents.hold(span)) return;
			const within = newestFirst().filter(entry => !taken.has(entry.info.name) && isWithin(entry, span));
			await eachOf(within, entry => take(entry, ['ELSE', 'FACT'], isHeld));
			await companions();
		},
		async fill(isStopped) {
			let held = 0;
			for (const entry of newestFirst()) {
				if (held >= most || isStopped()) break;
				if (!taken.has(entry.info.name)) await take(entry, ['ELSE', 'FACT', 'HEAD'], isAny);
				taken.add(entry.info.name);
				held += entry.info.revisions;
			}
		},
		isTaken: file => taken.has(file),
		begin() {
			for (const {info} of segments.entries) known.add(info.name);
		},
		async follow(isOwn) {
			const fresh = newestFirst().filter(({info}) => !known.has(info.name));
			for (const entry of fresh) {
				const {name, from} = entry.info;
				// What this process wrote, or had read already, is in memory where it is wanted.
				const isKnown = (each: string): boolean => isOwn(each) || known.has(each);
				if (!from.every(isKnown)) await take(entry, ['ELSE', 'FACT', 'HEAD'], isAny);
				if (from.every(each => !isKnown(each) || isOwn(each) || taken.has(each))) taken.add(name);
				known.add(name);
			}
			return fresh.length > 0;
		},
	};
}

function isWithin({info: {factsTold}}: Entry, {from, to}: Span): boolean {
	if (factsTold === null) return false;
	return factsTold === 'unknown' || (factsTold[1] >= from && (to === null || factsTold[0] <= to));
}
