import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answered, Asking} from '../../source/commands/asking.ts';
import {createSecondReading} from '../../source/commands/second-reading.ts';
import type {Fact} from '../../source/facts/fact.ts';
import type {Head} from '../../source/reports/report.ts';
import type {Kept, Store} from '../../store/store.ts';

const keptAs = (id: string, reader = 'rules'): Kept => ({
	report: {id, revision: 1, publishedAt: 0, fetchedAt: 0} as unknown as Head,
	facts: [{rule: `of ${id}`} as Fact],
	reader,
});
const answered = {ok: true, facts: [], added: [], wasAsked: true} as const;

/** A store in memory and a model that answers as it is told to; what was asked, and what was read by rules. */
function second(ids: readonly string[], answer: (id: string, store: {kept: Kept[]}) => Answered) {
	const state = {kept: ids.map(id => keptAs(id))};
	const asked: string[] = [];
	const ruled: (readonly Fact[])[] = [];
	const readByRules: string[] = [];
	let looks = 0;
	const store = {
		snapshot: () => {
			looks++;
			return {kept: state.kept, notes: new Map()};
		},
		subscribe: () => () => {},
		text: async (id: string) => `text of ${id}`,
		commit: async ({facts = []}: Parameters<Store['commit']>[0]) => {
			state.kept = state.kept.map(kept => {
				const again = facts.find(({id}) => id === kept.report.id);
				return again ? {...kept, facts: again.facts, reader: again.reader} : kept;
			});
		},
	} as unknown as Store;
	const asking = {
		ask: async ({id}, _at, facts) => {
			asked.push(id);
			ruled.push(facts);
			return answer(id, state);
		},
		waitMs: () => 0,
		summary: () => '',
		close: async () => {},
	} satisfies Asking;
	const reading = createSecondReading({
		store,
		reading: async () => ({
			reader: 'rules',
			fullReader: 'rules + model',
			isCurrent: () => true,
			prepare: () => {},
			isAbout: () => true,
			read: async ({id}) => {
				readByRules.push(id);
				return [];
			},
		}),
		modelReader: reader => `${reader} + model`,
		settled: async () => {},
		asking,
		log: () => {},
	});
	const pass = () => reading.pass(new AbortController().signal);
	return {state, asked, ruled, readByRules, pass, looks: () => looks};
}

test('the newest first, and what comes meanwhile before the rest', async () => {
	const {asked, pass} = second(['a', 'b', 'c'], (id, store) => {
		if (id === 'c') store.kept = [...store.kept, keptAs('d')];
		return answered;
	});
	assert.equal(await pass(), 0);
	assert.deepEqual(asked, ['c', 'd', 'b', 'a']);
});

test('what fails for itself does not stand before the rest, and is left alone in the end', async () => {
	const {asked, pass} = second(['a', 'b', 'c'], id =>
		id === 'c' ? {ok: false, isOfThisOne: true} : answered,
	);
	assert.deepEqual([await pass(), await pass(), await pass(), await pass()], [3, 1, 0, 0]);
	assert.deepEqual(asked, ['c', 'b', 'a', 'c', 'c']);
});

test('once answered, a report may fail as often as before', async () => {
	let fails = 2;
	const {asked, state, pass} = second(['a'], () => (fails-- > 0 ? {ok: false, isOfThisOne: true} : answered));
	assert.deepEqual([await pass(), await pass(), await pass()], [1, 1, 0]);
	fails = 2;
	state.kept = [keptAs('a')];
	assert.deepEqual([await pass(), await pass(), await pass()], [1, 1, 0]);
	assert.equal(asked.length, 6);
});

test('a model that fails altogether is asked for the newest again', async () => {
	const {asked, pass} = second(['a', 'b'], () => ({ok: false, isOfThisOne: false}));
	for (let round = 0; round < 5; round++) assert.equal(await pass(), 2);
	assert.deepEqual(asked, ['b', 'b', 'b', 'b', 'b']);
});

test('what the rules have read and kept is not read again', async () => {
	const {ruled, readByRules, state, pass} = second(['a', 'b'], () => answered);
	state.kept = [keptAs('a'), keptAs('b', 'older rules')];
	await pass();
	assert.deepEqual(readByRules, ['b']);
	assert.deepEqual(ruled, [[], [{rule: 'of a'}]]);
});

test('a large store is not gone through for each question', async () => {
	const ids = Array.from({length: 20_000}, (_, index) => `r${index}`);
	const {asked, pass, looks} = second(ids, () => ({...answered, wasAsked: false}));
	await pass();
	assert.equal(asked.length, ids.length);
	assert.ok(looks() < ids.length * 1.1 + 10, `${looks()} looks`);
});
