import assert from 'node:assert/strict';
import {test} from 'node:test';
import {build} from 'esbuild';
import {folder, run} from './command.ts';

const home = folder();
const {metafile} = await build({
	entryPoints: ['source/trucewatch.ts'],
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node20',
	jsx: 'automatic',
	outdir: 'unused',
	write: false,
	metafile: true,
	external: ['react-devtools-core'],
	logLevel: 'silent',
});

/** All that a file may ever load; or, without what is imported when it is needed, all that it loads at once. */
function reachable(entry: string, isAtOnce = false): Set<string> {
	const seen = new Set<string>();
	const waiting = [entry];
	for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
		if (seen.has(file)) continue;
		seen.add(file);
		for (const {path, kind} of metafile.inputs[file]?.imports ?? [])
			if (!isAtOnce || kind !== 'dynamic-import') waiting.push(path);
	}
	return seen;
}

const holds = (files: Set<string>, name: string): boolean =>
	[...files].some(file => file.includes(`node_modules/${name}/`));

for (const command of ['once', 'collect', 'read', 'sources', 'import', 'export', 'search', 'info']) {
	test(`${command} never loads Ink or React`, () => {
		const files = reachable(`source/commands/${command}.ts`);
		assert.ok(files.size > 3);
		assert.deepEqual([holds(files, 'ink'), holds(files, 'react')], [false, false]);
	});
}

test('the dashboard does, so the test can tell', () =>
	assert.ok(holds(reachable('source/commands/monitor.ts'), 'ink')));

test("info never loads the network's library", () =>
	assert.equal(holds(reachable('source/commands/info.ts'), 'undici'), false));

test("read loads the network's library only for a model", () =>
	assert.equal(holds(reachable('source/commands/read.ts', true), 'undici'), false));

for (const command of ['monitor', 'once', 'collect', 'read', 'import', 'export', 'demo']) {
	test(`${command} loads nothing of a model unless one is named`, () => {
		const late = /^source\/(facts\/model|polling\/chat|commands\/(asking|second-reading))/;
		const at = `source/commands/${command}.ts`;
		const loaded = (isAtOnce: boolean): boolean => [...reachable(at, isAtOnce)].some(file => late.test(file));
		assert.deepEqual([loaded(true), loaded(false)], [false, true]);
	});
}

test('the first picture waits for none of what asks, reads and prints', () => {
	const files = reachable('source/commands/monitor.ts', true);
	assert.ok(files.has('source/picture/pictures.ts') && files.has('store/open.ts'));
	const late =
		/undici|iconv-lite|htmlparser2|readability|^source\/(facts\/(read|languages)|sources\/feed|formats\/)/;
	assert.deepEqual(
		[...files].filter(file => late.test(file)),
		[],
	);
});

test('help, version and info', async () => {
	assert.match((await run(['--help'], {home})).stdout, /--source SOURCE/);
	assert.match((await run(['--version'], {home})).stdout, /^\d+\.\d+\.\d+\n$/);
	assert.match((await run(['once', '--version'], {home})).stdout, /^\d+\.\d+\.\d+\n$/);
	const info = JSON.parse((await run(['info', '--format', 'json'], {home})).stdout) as {
		store: string;
		profile: string;
	};
	assert.equal(info.profile, 'kyrgyzstan-tajikistan');
	assert.ok(info.store.startsWith(home));
});
