import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {emptyContents, type Place} from '../../store/contents.ts';
import type {BareFact, Line} from '../../store/format.ts';
import {fact, memory, report} from './samples.ts';

const bareFact = (low: number): BareFact => {
	const {report: _, ...bare} = fact(report(0), low);
	return bare as BareFact;
};

const line: fc.Arbitrary<Line> = fc.oneof(
	fc.record({t: fc.nat(6), number: fc.nat(3), low: fc.nat(9)}).map(({t, number, low}): Line => {
		const {text: _, ...head} = report(number, {title: `Title ${low}`});
		return {k: 'r', t, reader: '1', report: head, facts: [bareFact(low)]};
	}),
	fc.record({t: fc.nat(6), number: fc.nat(3), low: fc.nat(9)}).map(
		({t, number, low}): Line => ({
			k: 'f',
			t,
			id: report(number).id,
			revision: 1,
			reader: `2.${low}`,
			facts: [bareFact(low)],
		}),
	),
	fc
		.record({t: fc.nat(6), failures: fc.nat(9)})
		.map(({t, failures}): Line => ({k: 's', t, source: memory({failures})})),
	fc
		.record({t: fc.nat(6), value: fc.nat(9)})
		.map(({t, value}): Line => ({k: 'm', t, name: '__proto__', value})),
);

test('journals read in any order, any number of times, give the same contents', () => {
	fc.assert(
		fc.property(
			fc
				.array(line, {maxLength: 24})
				.chain(lines =>
					fc.tuple(
						fc.constant(lines),
						fc.shuffledSubarray([...lines.keys(), ...lines.keys()], {minLength: 2 * lines.length}),
					),
				),
			([lines, order]) => {
				const place = (position: number): Place => ({
					file: `journal-${position % 3}`,
					at: position,
					bytes: 1,
				});
				const result = (positions: Iterable<number>) => {
					const contents = emptyContents();
					for (const position of positions) contents.apply(lines[position]!, place(position));
					contents.arrange(() => false, true);
					const {kept, sources, notes} = contents.snapshot();
					return {
						kept: kept.map(({report, facts, reader}) => ({
							report,
							facts,
							reader,
							found: contents.find(report.id, 1),
						})),
						sources,
						notes,
					};
				};
				assert.deepEqual(result(order), result(lines.keys()));
			},
		),
		{numRuns: 500},
	);
});

test('a snapshot stays as it is while more is kept', () => {
	const contents = emptyContents();
	const keep = (number: number, t: number) => {
		const {text: _, ...head} = report(number);
		contents.apply(
			{k: 'r', t, reader: '1', report: head, facts: [bareFact(number)]},
			{file: 'journal', at: t, bytes: 1},
		);
	};
	keep(1, 1);
	contents.apply({k: 's', t: 2, source: memory()}, {file: 'journal', at: 2, bytes: 1});
	const before = contents.snapshot();
	const copy = structuredClone({...before, kept: before.kept.map(({facts}) => facts)});
	keep(2, 3);
	contents.apply({k: 's', t: 4, source: memory({failures: 3})}, {file: 'journal', at: 4, bytes: 1});
	contents.apply({k: 'm', t: 5, name: 'a', value: 1}, {file: 'journal', at: 5, bytes: 1});
	const {id} = report(1);
	contents.apply({k: 'f', t: 6, id, revision: 1, reader: '2', facts: []}, {file: 'journal', at: 6, bytes: 1});
	assert.deepEqual({...before, kept: before.kept.map(({facts}) => facts)}, copy);
	assert.equal(contents.snapshot().kept.length, 2);
	assert.equal(contents.snapshot().kept, contents.snapshot().kept);
});

test('facts read anew count although their report comes later', () => {
	const contents = emptyContents();
	const {text: _, ...head} = report(1);
	contents.apply(
		{k: 'f', t: 9, id: head.id, revision: 1, reader: '2', facts: [bareFact(5)]},
		{file: 'a', at: 1, bytes: 1},
	);
	assert.equal(contents.has(head.id, 1), false);
	contents.apply({k: 'r', t: 1, reader: '1', report: head, facts: []}, {file: 'b', at: 1, bytes: 1});
	assert.deepEqual(contents.snapshot().kept[0]?.facts, [fact(report(1), 5)]);
	assert.equal(contents.snapshot().kept[0]?.reader, '2');
});

test('what has wanted facts is held however old, up to a bound, and what is over it is told', () => {
	const contents = emptyContents(8, 16);
	contents.hold({from: 0, to: null});
	for (let number = 0; number < 60; number++) {
		const {text: _, ...head} = report(number, {id: `report ${number}`, origin: `report ${number}`});
		const facts = number % 2 === 0 ? [bareFact(number)] : [];
		contents.apply(
			{k: 'r', t: number, reader: '1', report: head, facts},
			{file: 'one.seg', at: number, bytes: 0},
		);
	}
	contents.arrange(() => true, true);
	const held = contents.snapshot().kept;
	assert.deepEqual(
		held.map(({report: {id}}) => id),
		[
			...Array.from({length: 16}, (_, place) => `report ${20 + 2 * place}`),
			...Array.from({length: 8}, (_, place) => `report ${52 + place}`),
		],
	);
	assert.equal(contents.leftOut, 10);
});

test('nothing is let go that is not in a sealed file yet', () => {
	const contents = emptyContents(8);
	for (let number = 0; number < 60; number++) {
		const {text: _, ...head} = report(number, {id: `report ${number}`});
		contents.apply(
			{k: 'r', t: number, reader: '1', report: head, facts: []},
			{file: 'one.jsonl', at: number, bytes: 0},
		);
	}
	contents.arrange(() => false, true);
	assert.equal(contents.snapshot().kept.length, 60);
	contents.arrange(() => true, true);
	assert.equal(contents.snapshot().kept.length, 8);
});

test('a span is let go when a dozen others have been asked for since', () => {
	const contents = emptyContents(8, 100);
	const day = 86_400_000;
	const from = report(0).publishedAt!;
	const add = (number: number) => {
		const {text: _, ...head} = report(number, {
			id: `report ${number}`,
			publishedAt: from + number * day,
			firstSeenAt: from + number * day,
		});
		contents.apply(
			{k: 'r', t: number, reader: '1', report: head, facts: [bareFact(number)]},
			{file: 'one.seg', at: number, bytes: 0},
		);
	};
	for (let number = 0; number < 40; number++) {
		// It looks back over five days.
		contents.hold({from: from + (number - 5) * day, to: null});
		add(number);
		contents.arrange(() => true, true);
	}
	const held = contents.snapshot().kept.map(({report: {id}}) => id);
	assert.ok(held.includes('report 35'));
	assert.ok(!held.includes('report 10'), held.join());
	assert.ok(held.length < 30);
});

test('what was read anew is not let go before that is in a sealed file', () => {
	const contents = emptyContents(8);
	for (let number = 0; number < 60; number++) {
		const {text: _, ...head} = report(number, {id: `report ${number}`});
		contents.apply(
			{k: 'r', t: number, reader: '1', report: head, facts: []},
			{file: 'one.seg', at: number, bytes: 0},
		);
	}
	const anew = {k: 'f' as const, t: 99, id: 'report 3', revision: 1, reader: '2', facts: [bareFact(3)]};
	contents.apply(anew, {file: 'two.jsonl', at: 0, bytes: 1});
	contents.arrange(file => file === 'one.seg', true);
	assert.equal(contents.held('report 3', 1)?.kept.reader, '2');
	assert.equal(contents.snapshot().kept.length, 9);
	contents.arrange(() => true, true);
});
