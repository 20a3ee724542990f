import assert from 'node:assert/strict';
import {mkdirSync} from 'node:fs';
import path from 'node:path';
import {type TestContext, test} from 'node:test';
import {bundled, started} from './children.ts';
import {folder, opened, until} from './samples.ts';
import {namesIn} from './sealed.ts';

const manyRounds = Number(process.env.TRUCEWATCH_ROUNDS ?? 30);
/** So small that sealing and merging are always under way. */
const journalBytes = 12_000;

/** Kills a committing process again and again, and between two of them one that seals. */
async function lostAfter(context: TestContext, rounds: number, how: string) {
	const directory = folder(context);
	mkdirSync(directory);
	const entry = await bundled(path.dirname(directory));
	const acknowledged: string[] = [];
	let interrupted = 0;
	for (let round = 0; round < rounds; round++) {
		const child = started(context, entry, directory, `round${round}`, how, String(journalBytes));
		await until(() => child.said().length > 2 + ((round * 7) % 40), 'the child has committed', 20_000);
		child.process.kill('SIGKILL');
		await child.ended;
		acknowledged.push(...child.said().filter(line => line.startsWith('round')));
		const isHalf = () =>
			namesIn(directory, 'journal', '.sealing').length + namesIn(directory, 'sealed', '.tmp').length > 0;
		if (isHalf()) interrupted++;
		if (round % 3 !== 2) continue;
		// One that is killed while it seals, as soon as something is half done or all is.
		const sealer = started(context, entry, directory, 'sealer', 'seals', String(20 * journalBytes));
		await until(
			() => sealer.said().includes('done') || (sealer.said().length > 1 && isHalf()),
			'it seals',
			20_000,
		);
		sealer.process.kill('SIGKILL');
		await sealer.ended;
		if (isHalf()) interrupted++;
	}
	const store = await opened(context, {directory, journalBytes: 20 * journalBytes});
	const isThere = async (id: string) => (await store.text(id, 1)) === `Text ${id}`;
	const lost: string[] = [];
	for (const id of acknowledged) if (!(await isThere(id))) lost.push(id);
	assert.deepEqual(store.snapshot().damage, []);
	await store.sealAll(() => {});
	for (const id of acknowledged) if (!lost.includes(id) && !(await isThere(id))) lost.push(id);
	for (const {report} of store.snapshot().kept) assert.ok(await isThere(report.id));
	assert.deepEqual(namesIn(directory, 'journal', '.sealing'), []);
	return {acknowledged: acknowledged.length, lost, interrupted};
}

test('killed in the middle again and again, also of sealing, it loses nothing that was acknowledged', async context => {
	const {acknowledged, lost, interrupted} = await lostAfter(context, manyRounds, 'truthful');
	context.diagnostic(`${acknowledged} acknowledged, ${interrupted} times in the middle of sealing`);
	assert.ok(acknowledged > manyRounds * 10, `${acknowledged} acknowledged`);
	assert.ok(interrupted > manyRounds / 10, `${interrupted} times in the middle of sealing`);
	assert.deepEqual(lost, []);
});

test('the same test finds what is lost where it is acknowledged before it is written', async context => {
	const {lost} = await lostAfter(context, 4, 'lies');
	assert.ok(lost.length > 0);
});
