import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {type TestContext, test} from 'node:test';
import {encodeLine} from '../../store/format.ts';
import {ownIdentity} from '../../store/process.ts';
import {bundled, type Child, started} from './children.ts';
import {folder, ids, memory, opened, read, report, until} from './samples.ts';
import {namesIn} from './sealed.ts';

const rounds = Number(process.env.TRUCEWATCH_ROUNDS ?? 30);

test('a second instance follows, sees what the first keeps, keeps its own, and both lose nothing', async context => {
	const directory = folder(context);
	const leader = await opened(context, {directory, wantsLead: true});
	const follower = await opened(context, {directory, wantsLead: true});
	assert.equal(leader.snapshot().isLeader, true);
	assert.equal(follower.snapshot().isLeader, false);
	let told = 0;
	follower.subscribe(() => told++);
	await leader.commit({reports: [read(report(1))], notes: {seen: 1}, sources: [memory()]});
	await until(() => follower.snapshot().kept.length === 1, 'the follower sees it', 1_000);
	assert.ok(told > 0);
	assert.equal(await follower.text(report(1).id, 1), report(1).text);
	assert.equal(follower.snapshot().notes.get('seen'), 1);
	assert.deepEqual(follower.snapshot().sources.get(memory().id), memory());
	await follower.commit({reports: [read(report(1)), read(report(2))], notes: {seen: 2}});
	await until(() => leader.snapshot().kept.length === 2, 'the leader sees it', 1_000);
	await until(() => leader.snapshot().notes.get('seen') === 2, 'the later note counts', 1_000);
	for (const name of readdirSync(path.join(directory, 'journal'))) assert.match(name, /-0\.(jsonl|mark)$/);
});

test('where only the time of a poll changed, a follower sees it although nothing is added to the journal', async context => {
	const directory = folder(context);
	const leader = await opened(context, {directory, wantsLead: true});
	const follower = await opened(context, {directory});
	await leader.commit({sources: [memory()]});
	const passing = memory({state: 'unchanged', lastAskedAt: 1_663_200_600_000, etag: '"2"'});
	await leader.commit({sources: [passing]});
	assert.deepEqual(leader.snapshot().sources.get(passing.id), passing);
	await until(
		() => follower.snapshot().sources.get(passing.id)?.etag === '"2"',
		'the follower sees it',
		1_000,
	);
	await leader.close();
	const again = await opened(context, {directory});
	assert.deepEqual(again.snapshot().sources.get(passing.id), passing);
});

test('the lead passes on at once when the leader closes', async context => {
	const directory = folder(context);
	const leader = await opened(context, {directory, wantsLead: true});
	const reader = await opened(context, {directory});
	const follower = await opened(context, {directory, wantsLead: true});
	let told = 0;
	follower.subscribe(() => told++);
	await leader.close();
	await until(() => follower.snapshot().isLeader, 'it leads', 2_000);
	assert.ok(told > 0);
	assert.equal(reader.snapshot().isLeader, false);
});

test('the lead passes on within two seconds when the leader is killed, with all that it kept', async context => {
	const directory = folder(context);
	mkdirSync(directory);
	const entry = await bundled(path.dirname(directory));
	const child = started(context, entry, directory, 'other', 'truthful');
	await until(() => child.said().length > 20, 'the child has committed', 20_000);
	assert.equal(child.said()[0], 'leads');
	const follower = await opened(context, {directory, wantsLead: true});
	assert.equal(follower.snapshot().isLeader, false);
	await until(() => follower.snapshot().kept.length > 30, 'the follower sees more and more');
	child.process.kill('SIGKILL');
	await child.ended;
	await until(() => follower.snapshot().isLeader, 'it leads', 2_000);
	const kept = new Set(ids(follower));
	assert.deepEqual(
		child.said().filter(line => line.startsWith('other') && !kept.has(line)),
		[],
	);
	assert.deepEqual(follower.snapshot().damage, []);
});

test('two processes that commit at once lose nothing, and one of them leads', async context => {
	const directory = folder(context);
	mkdirSync(directory);
	const entry = await bundled(path.dirname(directory));
	const children = ['a', 'b'].map(name => started(context, entry, directory, name, 'truthful'));
	const watching = await opened(context, {directory});
	await until(() => children.every(child => child.said().length > 60), 'both have committed', 20_000);
	for (const child of children) child.process.kill('SIGKILL');
	await Promise.all(children.map(child => child.ended));
	assert.deepEqual(children.map(child => child.said()[0]).sort(), ['follows', 'leads']);
	const acknowledged = children.flatMap(child => child.said().slice(1)).sort();
	await until(
		() => acknowledged.every(id => watching.snapshot().kept.some(({report}) => report.id === id)),
		'all is seen',
		2_000,
	);
	const store = await opened(context, {directory});
	const kept = new Set(ids(store));
	assert.deepEqual(
		acknowledged.filter(id => !kept.has(id)),
		[],
	);
	assert.deepEqual(store.snapshot().damage, []);
});

/** Kills two that commit and one that seals any journal at any moment, several times over. */
async function lostBesideHostile(context: TestContext, times: number, how: string) {
	const directory = folder(context);
	mkdirSync(directory);
	const entry = await bundled(path.dirname(directory));
	const watching = await opened(context, {directory});
	const acknowledged: string[] = [];
	let sealed = 0;
	for (let round = 0; round < times; round++) {
		const hostile = started(context, entry, directory, 'hostile', 'seals anything');
		const children = ['a', 'b'].map(name =>
			started(context, entry, directory, `${name}${round}`, how, '8000'),
		);
		const saidBy = (child: Child) => child.said().filter(line => /^[ab]\d/.test(line));
		await until(
			() =>
				children.every(child => saidBy(child).length > 25) &&
				hostile.said().length > (how === 'trusts' ? 15 : 3),
			'all have worked',
			20_000,
		);
		const ends = round % 2 ? [hostile, ...children] : [...children, hostile];
		for (const child of ends) child.process.kill('SIGKILL');
		await Promise.all(ends.map(child => child.ended));
		sealed += hostile.said().length;
		acknowledged.push(...children.flatMap(saidBy));
		const isSeen = () => {
			const kept = new Set(ids(watching));
			return acknowledged.every(id => kept.has(id));
		};
		if (how === 'truthful') await until(isSeen, 'all is seen', 1_000);
	}
	context.diagnostic(`${acknowledged.length} acknowledged, ${sealed} seals of live journals`);
	const store = await opened(context, {directory, journalBytes: 1 << 20});
	const lost = new Set<string>();
	for (const each of [watching, store]) {
		if (each === store) await store.sealAll(() => {});
		for (const id of acknowledged) if ((await each.text(id, 1)) !== `Text ${id}`) lost.add(id);
		if (how === 'truthful') assert.deepEqual(each.snapshot().damage, []);
	}
	return lost.size;
}

test('with one that seals any journal at any moment, and with deaths, nothing is lost and all is seen within a second', async context => {
	assert.equal(await lostBesideHostile(context, Math.ceil(rounds / 10), 'truthful'), 0);
});

test('the same test finds what is lost where a writer does not look whether its journal is still there', async context => {
	let lost = 0;
	for (let time = 0; time < 10 && lost === 0; time++) lost = await lostBesideHostile(context, 1, 'trusts');
	assert.ok(lost > 0);
});

test('who takes the lead over from the dead seals what these left', async context => {
	const directory = folder(context);
	mkdirSync(directory);
	const entry = await bundled(path.dirname(directory));
	const child = started(context, entry, directory, 'other', 'truthful', '6000');
	await until(() => child.said().length > 40, 'the child has committed', 20_000);
	const follower = await opened(context, {directory, wantsLead: true, checkMs: 50, journalBytes: 6_000});
	assert.equal(follower.snapshot().isLeader, false);
	child.process.kill('SIGKILL');
	await child.ended;
	await until(() => follower.snapshot().isLeader, 'it leads', 2_000);
	await follower.sealAll(() => {});
	// One whose first line was not written yet when its writer died tells nobody whose it is, and holds nothing.
	const holdsSomething = (name: string) => readFileSync(path.join(directory, 'journal', name)).includes(10);
	assert.deepEqual(namesIn(directory, 'journal', '.jsonl').filter(holdsSomething), []);
	assert.deepEqual(namesIn(directory, 'journal', '.sealing'), []);
	for (const id of child.said().filter(line => line.startsWith('other')))
		assert.equal(await follower.text(id, 1), `Text ${id}`);
	assert.deepEqual(follower.snapshot().damage, []);
});

test('of many that want a dead leader’s lock, one gets it', async context => {
	const directory = folder(context);
	await (await opened(context, {directory})).close();
	for (let time = 0; time < 5; time++) {
		const dead = {...ownIdentity(), start: '1'};
		writeFileSync(
			path.join(directory, 'lock'),
			encodeLine(JSON.stringify({k: 'lock', id: 'gone', writer: dead})),
		);
		const stores = await Promise.all(
			Array.from({length: 8}, () => opened(context, {directory, wantsLead: true})),
		);
		assert.equal(stores.filter(store => store.snapshot().isLeader).length, 1);
		// Last the leader, so that the lead does not pass on.
		stores.sort((a, b) => Number(a.snapshot().isLeader) - Number(b.snapshot().isLeader));
		for (const store of stores) await store.close();
	}
	assert.deepEqual(readdirSync(directory), ['store.json']);
});
