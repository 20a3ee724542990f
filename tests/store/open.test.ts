import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {fact, folder, ids, memory, opened, read, report} from './samples.ts';

test('what was committed is there after opening again', async context => {
	const directory = folder(context);
	const first = await opened(context, {directory});
	const second = report(2, {text: 'a "quoted" ,"text":" \u2028 \ud800 lone\n\n\\u0000'});
	await first.commit({
		reports: [read(report(1)), read(second, 12)],
		sources: [memory()],
		notes: {lastLookAt: 5, ['__proto__']: {polluted: true}},
	});
	const before = first.snapshot();
	await first.close();
	const again = await opened(context, {directory});
	const {kept, sources, notes, damage, trouble} = again.snapshot();
	assert.deepEqual(
		kept.map(({report, facts, reader}) => ({report, facts, reader})),
		before.kept.map(({report, facts, reader}) => ({report, facts, reader})),
	);
	assert.deepEqual(kept[1]?.facts, [fact(second, 12)]);
	assert.equal(kept[1]?.facts[0]?.report, kept[1]?.facts.at(-1)?.report);
	assert.equal('text' in kept[0]!.report, false);
	assert.equal(await again.text(second.id, 1), second.text);
	assert.equal(await again.text(second.id, 2), null);
	assert.deepEqual([...sources.values()], [memory()]);
	assert.deepEqual(
		[...notes],
		[
			['lastLookAt', 5],
			['__proto__', {polluted: true}],
		],
	);
	assert.deepEqual(damage, []);
	assert.equal(trouble, null);
});

test('a revision that is kept already is left as it is', async context => {
	const directory = folder(context);
	const store = await opened(context, {directory});
	await store.commit({reports: [read(report(1))]});
	await Promise.all([
		store.commit({reports: [read(report(1, {text: 'other'})), read(report(2)), read(report(2))]}),
		store.commit({reports: [read(report(2))]}),
	]);
	await store.commit({reports: [read(report(1, {revision: 2, text: 'later'}))]});
	assert.deepEqual(ids(store), [report(1).id, report(2).id, report(1).id]);
	assert.equal(await store.text(report(1).id, 1), report(1).text);
	assert.equal(await store.text(report(1).id, 2), 'later');
	const [file] = readdirSync(path.join(directory, 'journal')).filter(name => name.endsWith('.jsonl'));
	assert.equal(readFileSync(path.join(directory, 'journal', file!), 'utf8').split('\n').length, 5);
});

test('facts read anew replace the first ones, also after opening again', async context => {
	const directory = folder(context);
	const store = await opened(context, {directory});
	const one = report(1);
	await store.commit({reports: [read(one, 1)]});
	await store.commit({facts: [{id: one.id, revision: 1, facts: [fact(one, 2), fact(one, 3)], reader: '2'}]});
	for (const now of [store, await opened(context, {directory})]) {
		const [kept] = now.snapshot().kept;
		assert.equal(kept?.reader, '2');
		assert.deepEqual(kept?.facts, [fact(one, 2), fact(one, 3)]);
	}
});
