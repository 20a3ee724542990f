import {mkdirSync} from 'node:fs';
import {open} from 'node:fs/promises';
import path from 'node:path';
import {Low} from 'lowdb';
import {JSONFile} from 'lowdb/node';
import {openStore} from '../../store/open.ts';
import {sealingThread} from '../../store/sealing/thread.ts';
import type {Commit} from '../../store/store.ts';
import {deskReports} from './desk.ts';

type Reports = NonNullable<Commit['reports']>;

/** Something that keeps reports. */
export type Keeper = {
	/** Settles when they are on disk, as far as it cares. */
	commit(reports: Reports): Promise<void>;
	/** The newest hundred that hold all words. @returns how many it found */
	search(words: string): Promise<number>;
};

const cannotSearch = () => Promise.reject(new Error('it does not search'));
const perStep = 1000;

function* steps(count: number): Generator<Reports> {
	for (let from = 0; from < count; from += perStep)
		yield deskReports(from, Math.min(count, from + perStep), count, 10);
}

/**
 * What commits are compared with, each opened in a folder with so many reports in it: ours takes a store that is filled already.
 *
 * `sqlite` needs better-sqlite3, which the project itself does not: `npm install --no-save better-sqlite3`.
 */
export const keepers: Readonly<
	Record<string, (folder: string, count: number, entry: URL) => Promise<Keeper>>
> = {
	async ours(folder, _count, entry) {
		const store = await openStore({directory: folder, sealing: sealingThread(entry)});
		await store.filled;
		return {
			commit: reports => store.commit({reports}),
			search: async words => {
				const none = {phrases: [], sources: [], kinds: [], sides: [], from: null, to: null};
				return (await store.search({words: words.split(' '), ...none}, 100)).found.length;
			},
		};
	},

	/** A line of JSON each, and a sync: no less can be done. */
	async append(folder, count) {
		mkdirSync(folder, {recursive: true});
		const file = await open(path.join(folder, 'reports.jsonl'), 'a');
		const write = async (reports: Reports): Promise<void> => {
			await file.write(reports.map(each => `${JSON.stringify(each)}\n`).join(''));
			await file.datasync();
		};
		for (const reports of steps(Math.min(count, 10_000))) await write(reports);
		return {commit: write, search: cannotSearch};
	},

	async lowdb(folder, count) {
		mkdirSync(folder, {recursive: true});
		const database = new Low<{reports: unknown[]}>(new JSONFile(path.join(folder, 'reports.json')), {
			reports: [],
		});
		for (const reports of steps(count)) database.data.reports.push(...reports);
		await database.write();
		return {
			commit: async reports => database.update(data => void data.reports.push(...reports)),
			search: cannotSearch,
		};
	},

	sqlite: (folder, count) => sqlite(folder, count, false),

	/** As well with an index of its words. */
	fts: (folder, count) => sqlite(folder, count, true),
};

async function sqlite(folder: string, count: number, hasWords: boolean): Promise<Keeper> {
	mkdirSync(folder, {recursive: true});
	const name = 'better-sqlite3';
	const {default: Database} = await import(name);
	const database = new Database(path.join(folder, 'reports.sqlite'));
	database.pragma('journal_mode = WAL');
	database.pragma('synchronous = FULL');
	database.exec(`
		create table report (id text, revision integer, told integer, source text, doc text, primary key (id, revision));
		create index report_told on report (told);
		create virtual table words using fts5 (title, text, content='', tokenize='unicode61');
	`);
	const insert = database.prepare('insert or ignore into report values (?, ?, ?, ?, ?)');
	const index = database.prepare('insert into words (rowid, title, text) values (?, ?, ?)');
	const write = database.transaction((reports: Reports) => {
		for (const {report, ...read} of reports) {
			const {id, revision, publishedAt, source, title, text} = report;
			const doc = JSON.stringify({report, ...read});
			const {lastInsertRowid} = insert.run(id, revision, publishedAt, source, doc);
			if (hasWords) index.run(lastInsertRowid, title, text);
		}
	});
	for (const reports of steps(count)) write(reports);
	const find = database.prepare(
		'select report.doc from words join report on report.rowid = words.rowid where words match ? order by report.told desc limit 100',
	);
	return {
		commit: async reports => write(reports),
		search: async words => (find.all(words) as {doc: string}[]).map(({doc}) => JSON.parse(doc)).length,
	};
}
