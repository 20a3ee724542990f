import {fork, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {openStore} from '../../store/open.ts';
import {type Bench, inTurn, median, type Row} from './bench.ts';
import {feedOf} from './wire-copy.ts';

/** Cold ingest of many feeds over loopback HTTP, against parsing the same feeds and nothing else. */
export async function measure(bench: Bench): Promise<Row[]> {
	const rows: Row[] = [];
	// What feeds carry, as found in the wild: most a summary, some the whole article.
	for (const [kind, length] of [
		['whole articles', 2000],
		['summaries', 500],
	] as const)
		rows.push(...(await measured(bench, kind, length)));
	return rows;
}

async function measured(
	{command, program, folder, isQuick}: Bench,
	kind: string,
	length: number,
): Promise<Row[]> {
	const feeds = isQuick ? 10 : 100;
	const items = 100;
	const all = feeds * items;
	const own = path.join(folder, kind.replaceAll(' ', '-'));
	await mkdir(own);
	for (let feed = 0; feed < feeds; feed++)
		await writeFile(path.join(own, `${feed}.xml`), feedOf(feed, items, length));

	// In another process, so that serving is not counted.
	const server = fork(program('feed-server'), [own]);
	try {
		const [port] = await once(server, 'message');
		const sources = Array.from({length: feeds}, (_, feed) => [
			'--source',
			`rss:http://127.0.0.1:${port}/${feed}.xml`,
		]);
		let round = 0;
		const took = await inTurn(isQuick ? 1 : 3, {
			ours: async () => {
				const directory = path.join(folder, `${kind}-${round++}`);
				const usedUs = await cpuUs([command, 'once', '--store', directory, ...sources.flat()], folder);
				const store = await openStore({directory, isReadOnly: true});
				const {kept} = store.snapshot();
				await store.close();
				await rm(directory, {recursive: true});
				if (kept.length !== all)
					throw new Error(`ingest: expected ${all} reports to be kept, got ${kept.length}`);
				return {usedUs, facts: kept.reduce((sum, {facts}) => sum + facts.length, 0)};
			},
			feedsmith: () => cpuUs([program('parse-feeds'), 'feedsmith', own, String(all)], folder),
			reader: () => cpuUs([program('parse-feeds'), 'reader', own, String(all)], folder),
		});
		const each = (usedUs: readonly number[]): number => median(usedUs) / all;
		const ours = each(took.ours.map(({usedUs}) => usedUs));
		const facts = ((took.ours[0]?.facts ?? 0) / all).toFixed(1);
		const what = `CPU of \`once\` for each of ${feeds} × ${items} items of ${length} characters, ${facts} facts each`;
		return [
			{
				name: `ingest of ${kind}`,
				ours,
				baseline: each(took.feedsmith),
				unit: 'µs',
				aim: 3,
				note: `${what}; against feedsmith, bytes to items with dates, in a process of its own`,
			},
			{
				name: `ingest of ${kind}, by our feed reader`,
				ours,
				baseline: each(took.reader),
				unit: 'µs',
				aim: null,
				note: 'the same runs; against the feed reader of this program alone, bytes to plain text, in a process of its own',
			},
		];
	} finally {
		server.kill();
	}
}

/** Microseconds of CPU, user and system, that a Node program takes from its start to its end, all threads together. */
async function cpuUs(args: readonly string[], folder: string): Promise<number> {
	const file = path.join(folder, 'cpu');
	await rm(file, {force: true});
	const hook = pathToFileURL(path.resolve('tests/bench/programs/cpu-at-exit.mjs')).href;
	const child = spawn(process.execPath, ['--import', hook, ...args], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: {...process.env, BENCH_CPU_FILE: file, TRUCEWATCH_HOME: path.join(folder, 'home')},
	});
	const [code] = await once(child, 'exit');
	if (code !== 0) throw new Error(`${args.slice(0, 3).join(' ')} … ended with ${code}`);
	return Number(await readFile(file, 'utf8'));
}
