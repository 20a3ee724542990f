import assert from 'node:assert/strict';
import {readdirSync, readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import type {SourceMemory} from '../../source/sources/source.ts';
import {isLasting} from '../../store/remembered.ts';
import {folder, memory, opened, until} from './samples.ts';

const cases: [
	title: string,
	before: Partial<SourceMemory> | null,
	after: Partial<SourceMemory>,
	lasts: boolean,
][] = [
	['a source never seen', null, {}, true],
	['only the time', {}, {lastAskedAt: 2, lastAnswerAt: 2, nextPollAt: 3}, false],
	['ok, then unchanged', {state: 'ok'}, {state: 'unchanged'}, false],
	['another etag', {etag: '"1"'}, {etag: '"2"'}, false],
	['one more failure', {state: 'failing', failures: 1}, {state: 'failing', failures: 2}, false],
	['ok, then failing', {state: 'ok'}, {state: 'failing', failures: 1}, true],
	['failing, then unchanged', {state: 'failing'}, {state: 'unchanged'}, true],
	['something new came', {lastNewAt: 1}, {lastNewAt: 2}, true],
	['moved', {movedTo: null}, {movedTo: 'https://new.example/'}, true],
];

for (const [title, before, after, lasts] of cases)
	test(`${title}: ${lasts ? 'worth a record' : 'in passing'}`, () => {
		assert.equal(isLasting(before && memory(before), memory(after)), lasts);
	});

test('a month of polls that bring nothing adds no more than one line to the journal', async context => {
	const directory = folder(context);
	const store = await opened(context, {directory});
	const last = 30 * 288;
	for (let poll = 0; poll <= last; poll++)
		await store.commit({
			sources: [memory({state: poll ? 'unchanged' : 'ok', lastAskedAt: 1_663_200_000_000 + poll * 300_000})],
		});
	await store.close();
	const [journal] = readdirSync(path.join(directory, 'journal'));
	const lines = readFileSync(path.join(directory, 'journal', journal!), 'utf8')
		.trim()
		.split('\n');
	assert.equal(lines.length, 2);
	const again = await opened(context, {directory});
	const asked = () => again.snapshot().sources.get(memory().id)?.lastAskedAt;
	assert.equal(asked(), 1_663_200_000_000 + last * 300_000);
});

test('where the file beside the journals is lost, the record counts', async context => {
	const directory = folder(context);
	const store = await opened(context, {directory});
	await store.commit({sources: [memory()]});
	await store.commit({sources: [memory({state: 'failing', failures: 1, lastAskedAt: 1_663_300_000_000})]});
	await store.commit({sources: [memory({state: 'failing', failures: 2, lastAskedAt: 1_663_400_000_000})]});
	await store.close();
	rmSync(path.join(directory, 'sources.json'));
	const again = await opened(context, {directory});
	assert.equal(again.snapshot().sources.get(memory().id)?.failures, 1);
});

test('an instance is not called back for what it wrote itself', async context => {
	const directory = folder(context);
	const store = await opened(context, {directory, checkMs: 10});
	await store.commit({sources: [memory()]});
	let told = 0;
	store.subscribe(() => told++);
	await store.commit({sources: [memory({lastAskedAt: 1_663_300_000_000})]});
	const written = () => readdirSync(directory).includes('sources.json');
	await until(written, 'it is written');
	const wait = performance.now() + 100;
	await until(() => performance.now() > wait, 'some looks have passed');
	assert.equal(told, 1);
});
