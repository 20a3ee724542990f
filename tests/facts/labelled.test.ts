import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import type {Fact} from '../../source/facts/fact.ts';
import {readerOf} from '../../source/facts/read.ts';
import {fixtureProfile} from './profiles.ts';

// Labelled sentences of several conflicts, real and invented: the share of facts read right must not fall.
type Label = {kind: Fact['kind']; accept?: Record<string, unknown[]>};
type Labelled = {
	id: string;
	language: string;
	profile: string;
	publishedAt: string;
	title: string;
	text: string;
	facts: Label[];
	optional: Label[];
};

const fields = {
	figure: ['measure', 'low', 'best', 'high', 'of'],
	ceasefire: ['event', 'by.side', 'against'],
	claim: ['act', 'by.side', 'about'],
} as const;

const get = (of: object, path: string) =>
	path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], of) ??
	null;

function same(label: Label, fact: Fact, path: string): boolean {
	const accepted = label.accept?.[path] ?? [];
	return [get(label, path), ...accepted].some(
		value => JSON.stringify(value ?? null) === JSON.stringify(get(fact, path)),
	);
}

const sentences = readdirSync('tests/fixtures/facts')
	.filter(name => name.endsWith('.jsonl'))
	.flatMap(name => readFileSync(`tests/fixtures/facts/${name}`, 'utf8').split('\n').filter(Boolean))
	.map(text => JSON.parse(text) as Labelled);
const readers = new Map(
	[...new Set(sentences.map(each => each.profile))].map(id => [id, readerOf(fixtureProfile(id))]),
);

function compare(kind: Fact['kind']) {
	let hit = 0;
	let labels = 0;
	let read = 0;
	const wrong: string[] = [];
	for (const labelled of sentences) {
		const at = Date.parse(labelled.publishedAt);
		const left = readers.get(labelled.profile)!(
			{...labelled, source: 'wire', outlet: null, url: null, publishedAt: at},
			at,
		).filter(fact => fact.kind === kind);
		for (const label of labelled.facts.filter(each => each.kind === kind)) {
			labels++;
			const index = left.findIndex(fact => fields[kind].every(path => same(label, fact, path)));
			if (index < 0) {
				wrong.push(`missed ${labelled.text} ${JSON.stringify(label)}`);
			} else {
				hit++;
				read++;
				left.splice(index, 1);
			}
		}

		for (const fact of left) {
			const isOptional = labelled.optional.some(
				label =>
					label.kind === kind &&
					fields[kind]
						.filter(path => path !== 'of' && path !== 'by.side')
						.every(path => same(label, fact, path)),
			);
			if (!isOptional) {
				read++;
				wrong.push(`invented ${labelled.text} ${JSON.stringify(fact)}`);
			}
		}
	}

	return {f1: (2 * hit) / (labels + read), wrong};
}

for (const kind of ['figure', 'ceasefire', 'claim'] as const) {
	test(`${kind}: nineteen of twenty are read, and as few are invented`, () => {
		const {f1, wrong} = compare(kind);
		assert.ok(f1 >= 0.95, `${f1.toFixed(3)}\n${wrong.join('\n')}`);
	});
}
