import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {Measure} from '../../source/facts/fact.ts';
import {type Read, readAll} from '../eval/labelled.ts';
import {f1, kinds, precision, score, scoreTotals} from '../eval/score.ts';

// Labelled reports of many conflicts, real and invented: what is read of them must not get less.
// Each row: the least F1 and the least precision of a kind of fact over a file, by the fields that must be right.
// Precision has a floor of its own: more that is found must not pay for more that is invented.
type Floors = readonly [f1: number, precision: number];
const least: Readonly<Record<string, Partial<Record<(typeof kinds)[number], Floors>>>> = {
	after: {figure: [0.95, 0.97], ceasefire: [0.95, 0.92], claim: [0.95, 0.92]},
	before: {figure: [0.95, 0.97], ceasefire: [0.95, 0.94], claim: [0.95, 0.93]},
	fresh: {figure: [0.95, 0.9], ceasefire: [0.95, 0.66], claim: [0.95, 0.66]},
	more: {figure: [0.95, 0.97], ceasefire: [0.95, 0.88], claim: [0.95, 0.91]},
	gold2: {figure: [0.95, 0.95], ceasefire: [0.95, 0.95], claim: [0.93, 0.94]},
	wire2: {figure: [0.95, 0.95], ceasefire: [0.85, 0.9], claim: [0.9, 0.92]},
	accusations: {claim: [0.94, 0.97]},
	statements: {ceasefire: [0.94, 0.97], claim: [0.94, 0.97]},
	articles: {figure: [0.68, 0.84], ceasefire: [0.62, 0.9], claim: [0.7, 0.94]},
	'casualty-sentences': {figure: [0.87, 0.9]},
	displaced: {figure: [0.82, 0.97]},
	displaced2: {figure: [0.95, 0.97]},
	incidents: {figure: [0.78, 0.87], claim: [0.92, 0.92]},
	incidents2: {figure: [0.92, 0.92]},
	'notes-deaths': {figure: [0.81, 0.9]},
	'notes-none': {figure: [0.78, 0.81]},
	notes2: {figure: [0.88, 0.88]},
};

// The share of reports about one event whose people are counted right, both ends; and of those without dead that are given some.
const leastCounted: Readonly<Record<string, Partial<Record<Measure, number>>>> = {
	incidents: {killed: 0.44, wounded: 0.73},
	incidents2: {killed: 0.88, wounded: 0.88},
	displaced: {displaced: 0.67},
	displaced2: {killed: 0.93, evacuated: 0.83, displaced: 0.92},
	notes2: {killed: 0.95, wounded: 0.94},
	'notes-deaths': {killed: 0.67, wounded: 0.91},
};
const mostFalse: Readonly<Record<string, number>> = {
	notes2: 0,
	'notes-none': 0.02,
	displaced: 0,
	displaced2: 0,
};

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
			if (!floors[kind]) continue;
			const [leastF1, leastPrecision] = floors[kind];
			test(`${name}: ${kind} facts`, () => {
				const {core, missed, invented} = score(reads, kind);
				assert.ok(
					f1(core) >= leastF1 && precision(core) >= leastPrecision,
					`F1 ${f1(core).toFixed(3)}, precision ${precision(core).toFixed(3)}; missed ${missed.length}, invented ${invented.length}; npm run eval lists them`,
				);
			});
		}
	}
});

describe('the people of one event', () => {
	for (const [name, floors] of Object.entries(leastCounted)) {
		for (const [measure, floor] of Object.entries(floors)) {
			test(`${name}: the ${measure} as an analyst codes them`, () => {
				const {both, of} = scoreTotals(readsOf(name), measure as Measure);
				assert.ok(both / of >= floor, `${both} of ${of}`);
			});
		}
	}

	for (const [name, ceiling] of Object.entries(mostFalse)) {
		test(`${name}: none where nobody died`, () => {
			const {falseCounts, none, wrong} = scoreTotals(readsOf(name), 'killed');
			assert.ok(falseCounts / none <= ceiling, wrong.map(({text}) => text).join('\n'));
		});
	}
});
