import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {type Read, readAll} from '../eval/labelled.ts';
import {f1, kinds, precision, score, scoreTotals} from '../eval/score.ts';

// Labelled reports of many conflicts, real and invented: what is read of them must not get less.
// Each row: the least F1 of a kind of fact over a file, by the fields that must be right.
const least: Readonly<Record<string, Partial<Record<(typeof kinds)[number], number>>>> = {
	after: {figure: 0.95, ceasefire: 0.95, claim: 0.95},
	before: {figure: 0.95, ceasefire: 0.95, claim: 0.95},
	fresh: {figure: 0.95, ceasefire: 0.95, claim: 0.95},
	more: {figure: 0.95, ceasefire: 0.95, claim: 0.95},
	gold2: {figure: 0.95, ceasefire: 0.95, claim: 0.93},
	wire2: {figure: 0.95, ceasefire: 0.85, claim: 0.9},
	accusations: {claim: 0.94},
	statements: {ceasefire: 0.94, claim: 0.94},
	articles: {figure: 0.68, ceasefire: 0.62, claim: 0.7},
	'casualty-sentences': {figure: 0.87},
	displaced: {figure: 0.82},
	displaced2: {figure: 0.95},
	incidents: {figure: 0.78},
	incidents2: {figure: 0.92},
	'notes-deaths': {figure: 0.81},
	notes2: {figure: 0.88},
};

// The share of reports about one event whose dead are counted right, both ends; and of those without dead that are given some.
const leastDead: Readonly<Record<string, number>> = {
	incidents2: 0.88,
	notes2: 0.95,
	'notes-deaths': 0.67,
};
const mostFalse: Readonly<Record<string, number>> = {notes2: 0, 'notes-none': 0.02, displaced: 0};

const read = new Map<string, readonly Read[]>();
const readsOf = (name: string): readonly Read[] => {
	const reads = read.get(name) ?? readAll(`tests/fixtures/facts/${name}.jsonl`);
	read.set(name, reads);
	return reads;
};

describe('labelled reports', () => {
	for (const [name, floors] of Object.entries(least)) {
		const reads = readsOf(name);
		for (const kind of kinds) {
			const floor = floors[kind];
			if (floor === undefined) continue;
			test(`${name}: ${kind} facts`, () => {
				const {core, missed, invented} = score(reads, kind);
				assert.ok(
					f1(core) >= floor,
					`F1 ${f1(core).toFixed(3)}, precision ${precision(core).toFixed(3)}; missed ${missed.length}, invented ${invented.length}; npm run eval lists them`,
				);
			});
		}
	}
});

describe('the dead of one event', () => {
	for (const [name, floor] of Object.entries(leastDead)) {
		test(`${name}: as an analyst codes them`, () => {
			const {both, of} = scoreTotals(readsOf(name), 'killed');
			assert.ok(both / of >= floor, `${both} of ${of}`);
		});
	}

	for (const [name, ceiling] of Object.entries(mostFalse)) {
		test(`${name}: none where nobody died`, () => {
			const {falseCounts, none, wrong} = scoreTotals(readsOf(name), 'killed');
			assert.ok(falseCounts / none <= ceiling, wrong.map(({text}) => text).join('\n'));
		});
	}
});
