import assert from 'node:assert/strict';
import type {ChildProcess} from 'node:child_process';
import path from 'node:path';
import {test} from 'node:test';
import {type Ended, ended, folder, objects, rss, run, serve, start, tollEntry} from './command.ts';

const home = folder();

/** Settles once so many lines of this event have come. */
function until(child: ChildProcess, event: string, count: number): Promise<Record<string, unknown>[]> {
	let text = '';
	return new Promise((resolve, reject) => {
		child.stdout!.on('data', chunk => {
			text += chunk;
			const events = objects(text.slice(0, text.lastIndexOf('\n') + 1)).filter(line => line.event === event);
			if (events.length >= count) resolve(events);
		});
		child.once('close', () => reject(new Error(`ended before ${count} of “${event}”: ${text}`)));
	});
}

async function endless(): Promise<string> {
	let asked = 0;
	return serve((_, response) => {
		asked++;
		const newest = asked * 5;
		response.end(
			rss(
				Array.from({length: 20}, (_, index) => newest - index)
					.filter(id => id > 0)
					.map(id => tollEntry(String(id), id, '2022-09-18T04:00:00Z')),
			),
		);
	});
}

for (const [signal, code] of [
	['SIGTERM', 143],
	['SIGINT', 130],
] as const) {
	test(`${signal} ends collect after a clean save: ${code}`, async () => {
		const url = await endless();
		const store = path.join(home, signal);
		const child = start(['collect', '--every', '1s', '--source', `rss:${url}/feed`, '--store', store], home);
		const done = ended(child);
		const reports = await until(child, 'report', 5);
		child.kill(signal);
		const {code: left, stderr}: Ended = await done;
		assert.equal(left, code, stderr);
		const kept = new Set(
			objects((await run(['export', '--store', store], {home})).stdout).map(report => report.id),
		);
		for (const report of reports) assert.ok(kept.has(report.id));
	});
}

test('kill -9 in the middle of polling loses nothing that was told', async () => {
	const url = await endless();
	const store = path.join(home, 'killed');
	const told = new Set<unknown>();
	for (let round = 0; round < 4; round++) {
		const child = start(['collect', '--every', '1s', '--source', `rss:${url}/feed`, '--store', store], home);
		const done = ended(child);
		for (const report of await until(child, 'report', 4)) told.add(report.id);
		child.kill('SIGKILL');
		await done;
	}
	const {stdout, stderr} = await run(['export', '--store', store], {home});
	const kept = new Set(objects(stdout).map(report => report.id));
	assert.ok(told.size >= 16);
	assert.deepEqual(
		[...told].filter(id => !kept.has(id)),
		[],
		stderr,
	);
});

test('collect without a source is wrong usage', async () => {
	const {code, stderr} = await run(['collect'], {home});
	assert.equal(code, 2);
	assert.match(stderr, /at least one --source/);
});

test('a second instance follows, is told so, and takes over', async () => {
	const url = await endless();
	const store = path.join(home, 'two');
	const args = ['collect', '--every', '1s', '--source', `rss:${url}/feed`, '--store', store];
	const first = start(args, home);
	const firstDone = ended(first);
	await until(first, 'poll', 1);
	const second = start(args, home);
	const secondDone = ended(second);
	let told = '';
	await new Promise<void>(resolve =>
		second.stderr!.on('data', text => {
			told += text;
			if (/another instance polls/.test(told)) resolve();
		}),
	);
	const taken = until(second, 'poll', 1);
	first.kill('SIGKILL');
	await firstDone;
	await taken;
	second.kill('SIGTERM');
	assert.equal((await secondDone).code, 143);
});
