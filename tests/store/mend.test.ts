import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {encodeLine} from '../../store/format.ts';
import {headerBytes} from '../../store/sealed/block.ts';
import {salvage} from '../../store/sealed/mend.ts';
import {report} from './samples.ts';
import {lineOf, newsLike, numbers, sealedFile, tableOf} from './sealed.ts';

const random = numbers(7);
const reports = (count: number, text: (number: number) => string, factsOf = 3) =>
	Array.from({length: count}, (_, number) =>
		lineOf(report(number, {text: text(number)}), number + 1, number % factsOf === 0),
	);

const notes = Array.from({length: 40}, (_, t) =>
	encodeLine(JSON.stringify({k: t % 2 ? 'm' : 'later', t, name: `note ${t}`, value: t})),
);
const samples: {readonly title: string; readonly lines: readonly Buffer[]}[] = [
	{title: 'texts that compress poorly', lines: reports(450, () => newsLike(random, 150))},
	{title: 'texts that compress to almost nothing', lines: reports(1_200, () => 'Погибли люди. '.repeat(90))},
	{title: 'short texts', lines: reports(900, number => `${number}`)},
	{
		title: 'one long text among short ones',
		lines: reports(60, number => newsLike(random, number === 30 ? 60_000 : 40)),
	},
	{title: 'a single report', lines: reports(1, () => 'Тишина.')},
	{title: 'notes alone', lines: notes},
	{title: 'all kinds of lines', lines: [...reports(90, () => newsLike(random, 200)), ...notes]},
];

const sameLines = (found: readonly Buffer[], lines: readonly Buffer[]): boolean =>
	found.length === lines.length && found.every((line, place) => line.equals(lines[place]!));

/** Stretches that hurt most: from the last byte of a block, and from anywhere. */
async function* stretches(bytes: Buffer): AsyncGenerator<{at: number; length: number}> {
	const {blocks} = await tableOf(bytes);
	const step = Math.ceil(blocks.length / 12);
	for (let place = 0; place < blocks.length; place += step) {
		const {at, stored} = blocks[place]!;
		yield {at: at + headerBytes + stored - 1, length: 64 << 10};
	}
	for (const length of [1, 1, 600, 5_000, 64 << 10, 64 << 10])
		for (let time = 0; time < 4; time++) yield {at: Math.floor(random() * bytes.length), length};
}

for (const {title, lines} of samples)
	test(`any one stretch of up to 64 kB is had back whole: ${title}`, async () => {
		const {bytes} = sealedFile(lines);
		assert.deepEqual(salvage(bytes).harm, []);
		for await (const {at, length} of stretches(bytes))
			for (const kind of ['zeroes', 'noise']) {
				const hurt = Buffer.from(bytes);
				const stretch = hurt.subarray(at, at + length);
				if (kind === 'zeroes') stretch.fill(0);
				else for (let place = 0; place < stretch.length; place += 4) stretch[place]! ^= 1 + random() * 255;
				const found = salvage(hurt);
				assert.ok(sameLines(found.lines, lines), `${kind}, ${length} bytes at ${at} of ${bytes.length}`);
				assert.ok(found.harm.length > 0 || hurt.equals(bytes), `silent: ${length} bytes at ${at}`);
			}
	});

test('the same test finds what is lost where there is no parity', async () => {
	const {lines} = samples[0]!;
	const {bytes, table} = sealedFile(lines);
	const bare = Buffer.from(bytes);
	for (const {tag, at, stored} of table.blocks)
		if (tag === 'PRTY') bare.fill(0, at, at + headerBytes + stored);
	const data = table.blocks.filter(({tag}) => tag === 'TEXT');
	for (const {at} of data.slice(0, 5)) {
		const hurt = Buffer.from(bare);
		hurt[at + 100]! ^= 1;
		assert.equal(sameLines(salvage(hurt).lines, lines), false);
	}
});

test('each part of a file hurt by one bit: no line is wrong, and none missing', async () => {
	const {lines} = samples.at(-1)!;
	const {bytes, table} = sealedFile(lines);
	const places = table.blocks.flatMap(({at, stored}) => [
		...Array.from({length: headerBytes}, (_, place) => at + place),
		at + headerBytes,
		at + headerBytes + stored - 1,
	]);
	const ends = Array.from({length: 60}, (_, place) => bytes.length - 1 - place);
	const few = places.filter((_, place) => place < 200 || place % 23 === 0);
	for (const at of [0, 1, 6, ...few, ...ends])
		for (const bit of [at % 8]) {
			const hurt = Buffer.from(bytes);
			hurt[at]! ^= 1 << bit;
			const found = salvage(hurt);
			assert.ok(sameLines(found.lines, lines), `bit ${bit} at ${at}`);
			assert.ok(found.harm.length > 0, `silent: bit ${bit} at ${at}`);
		}
});

test('whatever is done to a file, what is had out of it is what was in it, and the rest is told', async () => {
	const {lines} = samples.at(-1)!;
	const {bytes} = sealedFile(lines);
	const originals = new Set(lines.map(String));
	const titles = new Set(lines.map(line => /"title":"([^"]*)"/.exec(line.toString())?.[1]));
	const harm = fc.record({
		kind: fc.constantFrom('zero', 'flip', 'cut', 'append', 'insert', 'remove', 'copy'),
		at: fc.double({min: 0, max: 1, noNaN: true}),
		to: fc.double({min: 0, max: 1, noNaN: true}),
		length: fc.oneof(fc.integer({min: 1, max: 4_096}), fc.integer({min: 1, max: 400_000})),
	});
	fc.assert(
		fc.property(fc.array(harm, {minLength: 1, maxLength: 4}), harms => {
			let hurt = Buffer.from(bytes);
			for (const {kind, at: where, to, length} of harms) {
				const at = Math.floor(where * hurt.length);
				const stretch = hurt.subarray(at, at + length);
				if (kind === 'zero') stretch.fill(0);
				else if (kind === 'flip' && at < hurt.length) hurt[at]! ^= 1 << (length % 8);
				else if (kind === 'cut') hurt = Buffer.from(hurt.subarray(0, at));
				else if (kind === 'append') hurt = Buffer.concat([hurt, stretch]);
				else if (kind === 'insert') hurt = Buffer.concat([hurt.subarray(0, at), stretch, hurt.subarray(at)]);
				else if (kind === 'remove') hurt = Buffer.concat([hurt.subarray(0, at), hurt.subarray(at + length)]);
				else stretch.copy(hurt, Math.floor(to * hurt.length));
			}
			const found = salvage(hurt);
			for (const line of found.lines) {
				if (originals.has(line.toString())) continue;
				assert.match(line.toString(), /,"without":"damaged","text":""\}\n$/);
				assert.ok(titles.has(/"title":"([^"]*)"/.exec(line.toString())?.[1]));
			}
			const isWhole =
				new Set(found.lines.map(String)).size === originals.size && found.withoutText.length === 0;
			if (hurt.equals(bytes)) assert.deepEqual(found.harm, []);
			else assert.ok(found.harm.length > 0, 'silent');
			if (!isWhole)
				assert.ok(
					found.harm.some(({isRepaired}) => !isRepaired) || found.withoutText.length > 0,
					'said to be repaired, and is not',
				);
		}),
		{numRuns: Number(process.env.TRUCEWATCH_ROUNDS ?? 120), includeErrorInReport: true},
	);
});

test('of reports that are lost with their heads each is named by its id and its source', async () => {
	const idOf = (number: number) => (number + 0xabc0).toString(16).padStart(16, '0');
	const lines = Array.from({length: 400}, (_, number) =>
		lineOf(report(number, {id: idOf(number), text: newsLike(random, 150)}), number + 1, true),
	);
	const {bytes} = sealedFile(lines);
	const {blocks} = await tableOf(bytes);
	const hurt = Buffer.from(bytes);
	for (const {tag, at, stored} of blocks)
		if (tag === 'FACT' || tag === 'PRTY') hurt.fill(0, at, at + headerBytes + stored);
	const told = salvage(hurt)
		.harm.filter(({isRepaired}) => !isRepaired)
		.map(({what}) => what)
		.join(' ');
	const kept = salvage(hurt).lines;
	for (const [number, line] of lines.entries())
		if (!kept.some(each => each.equals(line)))
			assert.match(told, new RegExp(`${idOf(number)} 1 of ${report(0).source}`));
	assert.ok(kept.length < lines.length);
});
