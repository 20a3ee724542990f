import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {readAll} from '../eval/labelled.ts';
import {f1, kinds, precision, score} from '../eval/score.ts';

// Labelled reports of many conflicts, real and invented: what is read of them must not get less.
// Each row: the least F1 of a kind of fact over a file, by the fields that must be right.
const least: Readonly<Record<string, Partial<Record<(typeof kinds)[number], number>>>> = {
	accusations: {claim: 0.94},
	statements: {ceasefire: 0.94, claim: 0.94},
	articles: {ceasefire: 0.62, claim: 0.7},
	after: {figure: 0.95, ceasefire: 0.95, claim: 0.95},
	before: {figure: 0.95, ceasefire: 0.95, claim: 0.95},
	fresh: {figure: 0.95, ceasefire: 0.95, claim: 0.95},
	more: {figure: 0.95, ceasefire: 0.93, claim: 0.95},
	'casualty-sentences': {figure: 0.7},
	displaced: {figure: 0.8},
	incidents: {figure: 0.7},
	'notes-deaths': {figure: 0.7},
};

describe('labelled reports', () => {
	for (const [name, floors] of Object.entries(least)) {
		const reads = readAll(`tests/fixtures/facts/${name}.jsonl`);
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
