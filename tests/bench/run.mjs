// Measures the program against baselines in the same run and prints how they compare. A missed aim is told, not failed.
// `npm run bench -- startup idle` runs only the measures whose name holds one of the words; `--json` prints JSON instead of the
// table; `--quick` takes fewer rounds and smaller amounts, to see that all runs.
import {mkdirSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {command, options} from '../../source/build.mjs';

const measures = [
	'version',
	'startup',
	'commit',
	'open',
	'search',
	'million',
	'weeks',
	'ingest',
	'reading',
	'picture',
	'idle',
	'heap',
];
const programs = [
	'hello.tsx',
	'feed-server.ts',
	'parse-feeds.ts',
	'read-news.ts',
	'keep-picture.ts',
	'commits.ts',
	'fill-store.ts',
	'open-store.ts',
	'keep-polling.ts',
	'frames.ts',
];

const root = fileURLToPath(new URL('../..', import.meta.url));
const words = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
const flags = process.argv.slice(2).filter(argument => argument.startsWith('--'));
const unknown = flags.find(flag => flag !== '--json' && flag !== '--quick');
const chosen = measures.filter(name => words.length === 0 || words.some(word => name.includes(word)));
if (unknown || chosen.length === 0) {
	console.error(
		unknown
			? `bench: there is no flag ${unknown}; there are --json and --quick`
			: `bench: no measure holds ${words.join(' or ')}; there are ${measures.join(', ')}`,
	);
	process.exit(2);
}

// Beside the code and not in the system's folder for such things, which may be memory: commits wait for a disk.
const folder = path.join(root, 'build', `bench-${process.pid}`);
const remove = place => rmSync(place, {recursive: true, force: true, maxRetries: 5, retryDelay: 50});
for (const [signal, code] of [
	['SIGINT', 130],
	['SIGTERM', 143],
])
	process.once(signal, () => {
		remove(folder);
		process.exit(code);
	});

/** Bundles a small program as the command itself is bundled, alone, so that none carries what another needs. */
const bundled = file =>
	build({
		...command,
		entryPoints: [path.join('tests/bench/programs', file)],
		outdir: path.join(folder, 'programs', path.parse(file).name),
	});

process.chdir(root);
const rows = [];
try {
	mkdirSync(folder, {recursive: true});
	await build({...command, outdir: path.join(folder, 'command')});
	for (const file of programs) await bundled(file);
	await build({
		...options,
		entryPoints: chosen.map(name => `tests/bench/${name}.ts`),
		outdir: path.join(folder, 'measures'),
		packages: 'external',
		splitting: true,
		banner: {},
	});
	for (const name of chosen) {
		process.stderr.write(`bench: ${name} …\n`);
		const own = path.join(folder, name);
		mkdirSync(own);
		try {
			const {measure} = await import(pathToFileURL(path.join(folder, 'measures', `${name}.js`)).href);
			const found = await measure({
				command: path.join(folder, 'command', 'trucewatch.js'),
				program: program => path.join(folder, 'programs', program, `${program}.js`),
				folder: own,
				isQuick: flags.includes('--quick'),
			});
			rows.push(...found.map(row => ({measure: name, ...row})));
		} catch (error) {
			// What does not run is a failure; the others are measured nevertheless.
			console.error(error);
			rows.push({measure: name, name, failed: error.message});
			process.exitCode = 1;
		}
		remove(own);
	}
} finally {
	remove(folder);
}

const judged = rows.map(row => {
	if (row.skipped || row.failed) return row;
	const ratio = row.ours / row.baseline;
	return {...row, ratio, isMet: row.aim === null ? null : ratio <= row.aim};
});
const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, load ${os
	.loadavg()
	.map(load => load.toFixed(1))
	.join(' ')}`;

if (flags.includes('--json'))
	console.log(JSON.stringify({machine, quick: flags.includes('--quick'), rows: judged}, null, '\t'));
else {
	console.log(machine);
	console.log(table(judged));
}

function table(rows) {
	const digits = number => (number < 1 ? number.toPrecision(2) : number.toFixed(number < 100 ? 1 : 0));
	const ratio = number => (number < 0.1 ? number.toFixed(4) : number.toFixed(2));
	const cells = [
		['', 'ours', 'baseline', 'ratio', 'aim', ''],
		...rows.map(row =>
			row.failed
				? [row.name, '', '', '', '', 'failed']
				: row.skipped
					? [row.name, '', '', '', '', `skipped: ${row.skipped}`]
					: [
							row.name,
							`${digits(row.ours)} ${row.unit}`,
							`${digits(row.baseline)} ${row.unit}`,
							ratio(row.ratio),
							row.aim === null ? '–' : `≤ ${row.aim}`,
							row.isMet === null ? '' : row.isMet ? 'met' : 'missed',
						],
		),
	];
	const widths = cells[0].map((_, column) =>
		Math.max(...cells.map(row => (column < 5 ? row[column].length : 0))),
	);
	const line = row =>
		row
			.map((cell, column) =>
				column === 0 || column === 5 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
			)
			.join('  ')
			.trimEnd();
	const notes = rows.filter(row => row.note).map(row => `${row.name}: ${row.note}`);
	return [...cells.map(line), '', ...notes].join('\n');
}
