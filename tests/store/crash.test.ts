import assert from 'node:assert/strict';
import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {type TestContext, test} from 'node:test';
import {bundled, started} from './children.ts';
import {folder, opened, until} from './samples.ts';

/** Kills a committing process again and again. @returns which reports it had said were kept, and are not */
async function lostAfter(
	context: TestContext,
	rounds: number,
	how: string,
): Promise<{acknowledged: number; lost: string[]}> {
	const directory = folder(context);
	mkdirSync(directory);
	const entry = await bundled(path.dirname(directory));
	const acknowledged: string[] = [];
	for (let round = 0; round < rounds; round++) {
		const child = started(context, entry, directory, `round${round}`, how);
		await until(() => child.said().length > 1 + round * 5, 'the child has committed', 20_000);
		child.process.kill('SIGKILL');
		await child.ended;
		acknowledged.push(...child.said().filter(line => line.startsWith('round')));
	}
	const store = await opened(context, {directory});
	assert.deepEqual(store.snapshot().damage, []);
	const kept = new Set(store.snapshot().kept.map(({report}) => report.id));
	const lost = acknowledged.filter(id => !kept.has(id));
	for (const id of kept) assert.equal(await store.text(id, 1), `Text ${id}`);
	return {acknowledged: acknowledged.length, lost};
}

test('killed in the middle again and again, it loses nothing that was acknowledged', async context => {
	const {acknowledged, lost} = await lostAfter(context, 12, 'truthful');
	assert.ok(acknowledged > 200, `${acknowledged} acknowledged`);
	assert.deepEqual(lost, []);
});

test('the same test finds what is lost where it is acknowledged before it is written', async context => {
	const {lost} = await lostAfter(context, 4, 'lies');
	assert.ok(lost.length > 0);
});
