import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {TestContext} from 'node:test';
import type {Fact} from '../../source/facts/fact.ts';
import type {Report} from '../../source/reports/report.ts';
import type {SourceMemory} from '../../source/sources/source.ts';
import {encodeLine} from '../../store/format.ts';
import {openStore, type StoreOptions} from '../../store/open.ts';
import type {Store} from '../../store/store.ts';

/** A folder of its own that goes away with the test. */
export function folder(test: TestContext): string {
	const made = mkdtempSync(path.join(tmpdir(), 'trucewatch-store-'));
	test.after(() => rmSync(made, {recursive: true, force: true}));
	return path.join(made, 'store');
}

/** An open store that is closed with the test. */
export async function opened(test: TestContext, options: StoreOptions): Promise<Store> {
	const store = await openStore(options);
	test.after(() => store.close().catch(() => {}));
	return store;
}

export function report(number: number, changes: Partial<Report> = {}): Report {
	return {
		id: `rss:https://news.example/feed ${number}`,
		revision: 1,
		source: 'rss:https://news.example/feed',
		outlet: 'Example',
		url: `https://news.example/${number}`,
		title: `Report ${number}`,
		text: `The text of report ${number}. Погибли ${number} человек.`,
		publishedAt: 1_663_200_000_000 + number,
		updatedAt: null,
		firstSeenAt: 1_663_200_000_000 + number,
		language: 'en',
		origin: `rss:https://news.example/feed ${number}`,
		fingerprint: 'f0',
		isCut: false,
		...changes,
	};
}

export function fact(of: Report, low = 36): Fact {
	const {id, source, url, title, publishedAt} = of;
	return {
		kind: 'figure',
		sentence: `At least ${low} people were killed on Friday, the Health Ministry said.`,
		start: 0,
		end: 20,
		rule: 'at least <count> killed',
		language: 'en',
		period: 'current',
		saidAt: null,
		saidAtPrecision: null,
		by: {name: 'Health Ministry', side: 'KG', kind: 'official'},
		measure: 'killed',
		low,
		best: low,
		high: null,
		qualifier: 'at least',
		of: 'KG',
		combatant: null,
		relation: 'own',
		scope: 'running',
		report: {id, source, url, title, publishedAt},
	};
}

/** One report for a commit. */
export const read = (of: Report, low?: number) => ({report: of, facts: [fact(of, low)], reader: '1'});

export function memory(changes: Partial<SourceMemory> = {}): SourceMemory {
	return {
		id: 'rss:https://news.example/feed',
		etag: '"1"',
		lastModified: null,
		movedTo: null,
		state: 'ok',
		reason: null,
		failures: 0,
		lastAskedAt: 1_663_200_000_000,
		lastAnswerAt: 1_663_200_000_000,
		lastNewAt: 1_663_200_000_000,
		nextPollAt: 1_663_200_300_000,
		...changes,
	};
}

/** Waits until something holds; fails loudly where it does not within the limit. */
export async function until(holds: () => boolean, what: string, limitMs = 5_000): Promise<void> {
	const end = performance.now() + limitMs;
	while (!holds()) {
		if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
		await new Promise(resolve => setTimeout(resolve, 5));
	}
}

/** Makes the first line of each journal name a process that cannot be alive: from an earlier start of this machine. */
export function buried(directory: string): void {
	const journals = path.join(directory, 'journal');
	for (const name of readdirSync(journals)) if (name.endsWith('.jsonl')) bury(path.join(journals, name));
}

export function bury(journal: string): void {
	const bytes = readFileSync(journal);
	const end = bytes.indexOf(10) + 1;
	const head = JSON.parse(bytes.toString('utf8', 9, end));
	// Of the same length, so that nothing moves.
	head.writer.boot = head.writer.boot?.replace(/./g, (letter: string) => (letter === '-' ? '-' : '0'));
	encodeLine(JSON.stringify(head)).copy(bytes);
	writeFileSync(journal, bytes);
}

export const ids = (store: Store) => store.snapshot().kept.map(({report}) => report.id);
