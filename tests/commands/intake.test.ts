import assert from 'node:assert/strict';
import path from 'node:path';
import {suite, test} from 'node:test';
import {createIntake} from '../../source/commands/intake.ts';
import {type Reading, readingOf} from '../../source/commands/reading.ts';
import {readAgain} from '../../source/commands/reading-again.ts';
import {builtIn} from '../../source/profile/index.ts';
import {createOrigins} from '../../source/reports/origins.ts';
import type {Item, Report} from '../../source/reports/report.ts';
import type {Source, SourceMemory} from '../../source/sources/source.ts';
import {openStore} from '../../store/open.ts';
import type {Kept} from '../../store/store.ts';
import {figure} from '../picture/conflict.ts';
import {type Bounded, bounded} from './bounded.ts';
import {folder} from './command.ts';

const now = Date.parse('2022-09-20T00:00Z');
const hourMs = 3_600_000;

/** A reader that reads from each report one figure, and writes down what it was given. */
function reader(name: string, killed: (report: Report) => number | null = () => 5) {
	const read: string[] = [];
	const reading: Reading = {
		reader: name,
		fullReader: name,
		isCurrent: other => other === name,
		prepare: () => {},
		isAbout: () => true,
		read: async report => {
			read.push(`${report.id} ${report.revision}`);
			const number = killed(report);
			return number === null ? [] : [figure(`KG killed ${number}`, 'KG')];
		},
	};
	return {reading: async () => reading, read};
}

const intakeOf = (store: Bounded, made: ReturnType<typeof reader>) =>
	createIntake({store, reading: made.reading, origins: createOrigins(), article: null});

const reportOf = (place: number, text = `Five were killed in village ${place}.`): Report => ({
	id: `r${place}`,
	revision: 1,
	source: 'wire',
	outlet: 'Wire',
	url: null,
	title: '',
	text,
	publishedAt: now - (100 - place) * hourMs,
	updatedAt: null,
	firstSeenAt: now - (100 - place) * hourMs,
	language: 'en',
	origin: `r${place}`,
	fingerprint: text,
	isCut: false,
});

const readBy = (name: string, killed: number | null = 5) =>
	Array.from({length: 10}, (_, place) => {
		const {text, ...report} = reportOf(place);
		return {
			report,
			text,
			facts: killed === null ? [] : [figure(`KG killed ${killed}`, 'KG')],
			reader: name,
		};
	});
const newestFirst = Array.from({length: 10}, (_, place) => `r${9 - place} 1`);
const plain = (all: readonly Kept[]) => all.map(({report, facts}) => [report.id, facts]);

suite('what the rules read before they changed', () => {
	test('is read again, newest first, whether or not it is in memory', async () => {
		const store = bounded(readBy('old', 4), ({report}) => report.id === 'r9');
		const made = reader('new');
		const told: number[] = [];
		await intakeOf(store, made).readAgain(
			() => false,
			({left, of}) => told.push(left * 100 + of),
		);
		assert.deepEqual(made.read, newestFirst);
		assert.deepEqual(plain(store.all), plain(readBy('new')));
		assert.deepEqual(told, [710, 410, 110, 10, 10]);
	});

	test('is left as it is where they read the same, and not looked at again', async () => {
		const store = bounded(readBy('old'), () => false);
		await intakeOf(store, reader('new')).readAgain(() => false);
		assert.ok(store.commits.every(({facts = []}) => facts.length === 0));
		const again = reader('new');
		store.read.walked = 0;
		await intakeOf(store, again).readAgain(() => false);
		assert.deepEqual([again.read, store.read.walked], [[], 0]);
		const third = reader('newer', () => 6);
		await intakeOf(store, third).readAgain(() => false);
		assert.deepEqual(third.read, newestFirst);
	});

	test('is read to its end over any number of restarts, each revision once', async () => {
		const store = bounded(readBy('old', 4), ({report}) => Number(report.id.slice(1)) > 6);
		const whole = bounded(readBy('old', 4));
		const killed = ({id}: Report) => Number(id.slice(1)) % 3 || null;
		const read: string[] = [];
		for (let start = 0; start < 20 && read.length < 10; start++) {
			const made = reader('new', killed);
			let steps = 0;
			await intakeOf(store, made).readAgain(() => ++steps > 1 + (start % 3));
			read.push(...made.read);
			if (start === 1) await intakeOf(store, made).takeReports([reportOf(10)]);
		}
		const last = reader('new', killed);
		await intakeOf(store, last).readAgain(() => false);
		assert.deepEqual([...read, ...last.read], newestFirst);
		await intakeOf(whole, reader('new', killed)).readAgain(() => false);
		assert.deepEqual(plain(store.all.slice(0, 10)), plain(whole.all));
	});

	test('is the same after it was on disk, with every field that a rule may fill', async () => {
		const directory = path.join(folder(), 'store');
		const reading = readingOf(builtIn[0]!, null);
		const texts = [
			"Kyrgyzstan's Health Ministry said on Sunday that at least 36 people had been killed and 129 wounded, including 5 children.",
			'Tajikistan accused Kyrgyz forces of shelling the village of Dostuk with mortars at 11:15, which Bishkek denied.',
			'Kyrgyzstan and Tajikistan agreed on a ceasefire from 16:00 on 16 September, the Kyrgyz border service said.',
		];
		const store = await openStore({directory, clock: () => now});
		await createIntake({store, reading, origins: createOrigins(), article: null}).takeReports(
			texts.map((text, place) => reportOf(90 + place, text)),
		);
		await store.close();
		const opened = await openStore({directory, clock: () => now});
		assert.ok(opened.snapshot().kept.every(({facts}) => facts.length > 0));
		const before = opened.snapshot().kept;
		const newer = {...(await reading()), reader: 'newer', fullReader: 'newer', isCurrent: () => false};
		await readAgain(opened, newer, () => false);
		assert.deepEqual(opened.snapshot().kept, before);
		assert.ok(opened.snapshot().kept.every(({reader}) => reader !== 'newer'));
		await opened.close();
	});

	test('is nothing where all bears the version of now, which costs no walk', async () => {
		const store = bounded(readBy('new'));
		await intakeOf(store, reader('new')).readAgain(() => false);
		assert.deepEqual([store.read.walked, store.commits.length], [0, 1]);
		// Known from then on, whatever is in memory.
		await store.hold(() => false);
		await intakeOf(store, reader('new')).readAgain(() => false);
		assert.deepEqual([store.read.walked, store.commits.length], [0, 1]);
	});

	test('is nothing in a store that this version has begun', async () => {
		const store = bounded([], () => false);
		const made = reader('new');
		await intakeOf(store, made).takeReports([reportOf(1), reportOf(2)]);
		await intakeOf(store, made).readAgain(() => false);
		assert.equal(store.read.walked, 0);
	});

	test('is read by the rules again where a model has read it and is no longer named', async () => {
		const store = bounded(readBy('new'));
		const alone = reader('new');
		const named = reader('new');
		const withModel = async (): Promise<Reading> => ({
			...(await named.reading()),
			fullReader: 'new + model',
			isCurrent: name => name === 'new' || name === 'new + model',
		});
		await intakeOf(store, alone).readAgain(() => false);
		await intakeOf(store, {...named, reading: withModel}).readAgain(() => false);
		assert.deepEqual(named.read, []);
		await store.commit({
			facts: [{id: 'r4', revision: 1, facts: [figure('KG killed 7', 'KG')], reader: 'new + model'}],
		});
		await intakeOf(store, {...named, reading: withModel}).readAgain(() => false);
		assert.deepEqual(named.read, []);
		await intakeOf(store, alone).readAgain(() => false);
		assert.deepEqual(alone.read, ['r4 1']);
		assert.deepEqual(plain(store.all), plain(readBy('new')));
	});
});

suite('what comes', () => {
	const source = {id: 'wire', name: 'Wire', language: 'en', full: false} as unknown as Source;
	const memory = {id: 'wire', state: 'ok', reason: null} as unknown as SourceMemory;
	const item = (identity: string, text: string): Item => ({
		identity,
		url: null,
		title: '',
		text,
		publishedAt: now,
		updatedAt: null,
		language: 'en',
		outlet: null,
		isCut: false,
	});

	test('is told from what is kept and not in memory, which is asked for once', async () => {
		const store = bounded([], () => false);
		const made = reader('new');
		const items = ['a', 'b', 'c'].map(id => item(id, `Report ${id}.`));
		assert.equal((await intakeOf(store, made).takeItems(source, items, memory, now)).length, 3);
		const restarted = intakeOf(store, made);
		store.read.asked = 0;
		for (let round = 0; round < 3; round++)
			assert.deepEqual(await restarted.takeItems(source, items, memory, now), []);
		assert.equal(store.read.asked, 3);
		const edited = [item('a', 'Report a, edited.'), item('d', 'Report d.')];
		const arrived = await restarted.takeItems(source, edited, memory, now + 1);
		assert.deepEqual(arrived.map(({report}) => report.revision).sort(), [1, 2]);
		assert.deepEqual(await restarted.takeItems(source, edited, memory, now + 2), []);
	});

	test('is taken again where the store could not keep it', async () => {
		const store = bounded([]);
		const intake = intakeOf(store, reader('new'));
		const items = [item('a', 'First.')];
		const {commit} = store;
		store.commit = () => Promise.reject(new Error('disk full'));
		await assert.rejects(intake.takeItems(source, items, memory, now), /disk full/);
		store.commit = commit;
		assert.equal((await intake.takeItems(source, items, memory, now)).length, 1);
	});

	test('is told from what another instance has brought meanwhile', async () => {
		const store = bounded([]);
		const made = reader('new');
		const [one, other] = [intakeOf(store, made), intakeOf(store, made)];
		await one.takeItems(source, [item('a', 'First.')], memory, now);
		await other.takeItems(source, [item('a', 'Second.')], memory, now + 1);
		assert.deepEqual(await one.takeItems(source, [item('a', 'Second.')], memory, now + 2), []);
	});

	test('after a restart has the origin of the story that was told in the last days, and of no older one', async () => {
		const words =
			'The ministry said that shells fell on the market of the town while people slept in their homes.';
		const old = [0, 20, 40, 60, 80, 90].map(place => {
			const {text, ...report} = reportOf(place, `${words} Village ${'abcdefghij'[place / 10]}.`);
			return {report, text, facts: [], reader: 'new'};
		});
		for (const isHeld of [() => true, ({report}: Kept) => report.id === 'r80' || report.id === 'r90']) {
			const store = bounded(old, isHeld);
			store.read.walked = 0;
			const [arrived] = await intakeOf(store, reader('new')).takeItems(
				source,
				[item('a', `${words} Village e.`)],
				memory,
				now,
			);
			assert.ok(store.read.walked <= 6);
			assert.ok(['r40', 'r60', 'r80', 'r90'].includes(arrived!.report.origin));
		}
	});
});
