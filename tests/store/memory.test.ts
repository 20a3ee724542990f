import assert from 'node:assert/strict';
import {test} from 'node:test';
import {disk, type Io} from '../../store/io.ts';
import {fact, folder, opened, report, until} from './samples.ts';

const most = 1_000;
const total = 12_000;

/** Keeps a story of two revisions for each number, a thousand a commit. @returns how much is in memory along the way */
async function heldWith(context: Parameters<typeof folder>[0], mostHeads: number): Promise<number[]> {
	const store = await opened(context, {
		directory: folder(context),
		wantsLead: true,
		mostHeads,
		journalBytes: 400_000,
		checkMs: 5,
		span: {from: report(0).publishedAt!, to: report(0).publishedAt! + 200},
	});
	const held: number[] = [];
	for (let stored = 0; stored < total; stored += 1_000) {
		await store.commit({
			reports: Array.from({length: 1_000}, (_, place) => {
				const number = (stored + place) >> 1;
				const made = report(number, {revision: 1 + (place % 2)});
				return {report: made, facts: place % 10 < 2 ? [fact(made)] : [], reader: '1'};
			}),
		});
		await store.sealAll(() => {});
		held.push(store.snapshot().kept.length);
	}
	const counted = (): number => {
		const {kept, rest} = store.snapshot();
		return kept.length + rest.count({asOf: null, asSeen: null}).revisions;
	};
	// What is let go is counted a moment later.
	await until(() => counted() === total, 'all that is kept is counted');
	const {kept, count} = store.snapshot();
	assert.equal(count, total);
	// What has facts told in the span is there, however old.
	for (let number = 0; number < 200; number += 5)
		assert.ok(kept.some(({report: {id, revision}}) => id === report(number).id && revision === 2));
	for (const number of [0, 333, total / 2 - 1])
		assert.equal(await store.text(report(number).id, 2), report(number).text);
	return held;
}

test('however much is kept, no more is in memory than is to be held', async context => {
	const held = await heldWith(context, most);
	// Lines of the journal that is being written are nowhere else.
	for (const count of held) assert.ok(count <= 2 * most + 1_000, `${held}`);
});

test('the same test finds what grows where nothing is let go', async context => {
	const held = await heldWith(context, 10 * total);
	assert.equal(held.at(-1), total);
});

test('a commit opens and reads no more files at 20,000 stored reports than at 1,000', async context => {
	let touched = 0;
	const io: Io = {
		...disk,
		async open(name, flags) {
			touched++;
			const file = await disk.open(name, flags);
			return {
				...file,
				read: (into, position) => {
					touched++;
					return file.read(into, position);
				},
			};
		},
	};
	const store = await opened(context, {directory: folder(context), io, mostHeads: most, checkMs: 1_000_000});
	let stored = 0;
	const commit = (count: number) => {
		const reports = Array.from({length: count}, () => ({report: report(stored++), facts: [], reader: '1'}));
		return store.commit({reports});
	};
	const measured = async () => {
		await store.sealAll(() => {});
		// Where the last one filled its journal, this one begins the next.
		await commit(50);
		touched = 0;
		for (let poll = 0; poll < 5; poll++) await commit(50);
		return touched;
	};
	await commit(1_000);
	const early = await measured();
	while (stored < 20_000) await commit(2_000);
	assert.equal(await measured(), early);
	assert.equal(early, 0);
});
