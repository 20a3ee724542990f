import assert from 'node:assert/strict';
import path from 'node:path';
import {suite, test} from 'node:test';
import {createAsking} from '../../source/commands/asking.ts';
import {createIntake} from '../../source/commands/intake.ts';
import {modelReaderName, readingOf} from '../../source/commands/reading.ts';
import {createSecondReading} from '../../source/commands/second-reading.ts';
import type {Reply} from '../../source/polling/chat.ts';
import {builtIn} from '../../source/profile/index.ts';
import {createOrigins} from '../../source/reports/origins.ts';
import {reportOf} from '../../source/reports/report.ts';
import {openStore} from '../../store/open.ts';
import {folder} from './command.ts';

const profile = builtIn[0]!;
const start = Date.parse('2022-09-18T10:00:00Z');
const model = {name: 'test', url: 'http://127.0.0.1:1/chat/completions', key: null, reader: 'model 1 test'};
const nothing: Reply = {ok: true, text: JSON.stringify({choices: [{message: {content: '{"facts": []}'}}]})};
const failed = (more: object = {}): Reply => ({
	ok: false,
	reason: '127.0.0.1:1: connection refused',
	isOfThisOne: false,
	notBeforeAt: null,
	...more,
});
const report = (id: string) =>
	reportOf(
		{
			identity: id,
			url: null,
			title: `Border ${id}`,
			text: "Kyrgyzstan's Health Ministry said 36 people had been killed.",
			publishedAt: start,
			updatedAt: null,
			language: 'en',
			outlet: null,
			isCut: false,
		},
		{id: 'wire', name: 'Wire', language: 'en'},
		null,
		start,
	)!;

/** Asking at a clock of its own, with these replies one after the other; without further ones the last is given again. */
function asking(replies: readonly Reply[]) {
	let now = start;
	const logged: string[] = [];
	const notes: string[] = [];
	const asked: string[] = [];
	const made = createAsking({
		profile,
		model,
		options: {timeoutMs: 1000, maxBodyBytes: 10_000},
		log: (level, message) => logged.push(`${level} ${message}`),
		onNote: text => notes.push(text),
		clock: () => now,
		chat: {
			ask: async forms => {
				asked.push(/Border \w+/.exec(forms[0]!)?.[0] ?? '');
				return replies[Math.min(asked.length, replies.length) - 1]!;
			},
		},
	});
	return {
		...made,
		logged,
		notes,
		asked,
		wait: (lengthMs: number) => {
			now += lengthMs;
		},
	};
}

suite('a model that fails', () => {
	test('is left alone for longer each time, an hour at most, and told once until it answers', async () => {
		const model = asking([...Array.from({length: 9}, () => failed()), nothing, failed()]);
		const waits: number[] = [];
		for (let count = 0; count < 9; count++) {
			await model.ask(report('a'), start, []);
			waits.push(model.waitMs() / 1000);
			model.wait(model.waitMs());
		}
		assert.deepEqual(waits, [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
		const told =
			'model test: 127.0.0.1:1: connection refused; until it answers, reports are read by the rules alone';
		assert.deepEqual(model.notes, [told]);
		await model.ask(report('a'), start, []);
		assert.equal(model.waitMs(), 0);
		assert.deepEqual(model.notes, [told, 'model test answers again']);
		await model.ask(report('a'), start, []);
		assert.deepEqual(model.notes.length, 3);
		assert.equal(model.waitMs(), 30_000);
		assert.equal(model.logged.filter(line => line.startsWith('warn')).length, 2);
	});

	test('is not asked before the time that it asks for', async () => {
		const model = asking([failed({notBeforeAt: start + 7_200_000})]);
		await model.ask(report('a'), start, []);
		assert.equal(model.waitMs(), 7_200_000);
	});

	test('by an answer of no use counts as failing on that report', async () => {
		const model = asking([{ok: true, text: 'hello'}]);
		assert.deepEqual(await model.ask(report('a'), start, []), {ok: false, isOfThisOne: true});
		assert.match(model.notes[0]!, /127\.0\.0\.1:1: its answer is not JSON/);
	});
});

suite('what is kept', () => {
	const home = folder();
	let count = 0;

	async function kept(ids: readonly string[]) {
		const store = await openStore({
			directory: path.join(home, String(count++)),
			clock: () => start,
			wantsLead: true,
		});
		const reading = readingOf(profile, model);
		const intake = createIntake({store, reading, origins: createOrigins(), article: null});
		await intake.takeReports(ids.map(report));
		const second = (made: ReturnType<typeof asking>) =>
			createSecondReading({
				store,
				reading,
				modelReader: reader => modelReaderName(reader, model),
				settled: intake.settled,
				asking: made,
				log: () => {},
			});
		const readers = () => store.snapshot().kept.map(({reader}) => reader.includes('model'));
		return {store, intake, second, readers};
	}
	const never = new AbortController().signal;

	test('is read newest first, and once', async () => {
		const {store, second, readers, intake} = await kept(['a', 'b', 'c']);
		const model = asking([nothing]);
		const reading = second(model);
		assert.deepEqual(readers(), [false, false, false]);
		assert.equal(await reading.pass(never), 0);
		assert.deepEqual(model.asked, ['Border c', 'Border b', 'Border a']);
		assert.deepEqual(readers(), [true, true, true]);
		await intake.readAgain(() => false);
		assert.deepEqual(readers(), [true, true, true]);
		assert.equal(await reading.pass(never), 0);
		assert.equal(model.asked.length, 3);
		await reading.close();
		await store.close();
	});

	test('stays as the rules read it where the model fails, and waits', async () => {
		const {store, second, readers} = await kept(['a', 'b', 'c']);
		const model = asking([nothing, failed(), nothing]);
		const reading = second(model);
		assert.equal(await reading.pass(never), 2);
		assert.deepEqual(readers(), [false, false, true]);
		assert.equal(await reading.pass(never), 2);
		assert.equal(model.asked.length, 2);
		model.wait(30_000);
		assert.equal(await reading.pass(never), 0);
		assert.deepEqual(model.asked, ['Border c', 'Border b', 'Border b', 'Border a']);
		await reading.close();
		await store.close();
	});

	test('does not wait behind a report that the model cannot read, which is given up after three tries', async () => {
		const {store, second, readers} = await kept(['a', 'b']);
		const useless = {ok: true, text: 'hello'} as const;
		const model = asking([useless, nothing, useless, useless, nothing]);
		const reading = second(model);
		for (let tries = 0; tries < 5; tries++) {
			await reading.pass(never);
			model.wait(3_600_000);
		}
		assert.deepEqual(model.asked, ['Border b', 'Border a', 'Border b', 'Border b']);
		assert.deepEqual(readers(), [true, false]);
		await reading.close();
		await store.close();
	});

	test('is read as it comes, until it is closed', async () => {
		const {store, intake, second} = await kept(['a']);
		const model = asking([nothing]);
		const reading = second(model);
		reading.start(() => true);
		while (model.asked.length < 1) await new Promise(resolve => setImmediate(resolve));
		await intake.takeReports([report('b')]);
		while (model.asked.length < 2) await new Promise(resolve => setImmediate(resolve));
		await reading.close();
		await intake.takeReports([report('c')]);
		await new Promise(resolve => setTimeout(resolve, 50));
		assert.deepEqual(model.asked, ['Border a', 'Border b']);
		await store.close();
	});
});
