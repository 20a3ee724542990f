import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {numbersTold} from '../../source/reports/numbers-told.ts';
import {createOrigins} from '../../source/reports/origins.ts';
import type {Report} from '../../source/reports/report.ts';

/*
 * Reports in words of our own, in groups that look alike. Within a group those of one story are copies, those with other figures
 * must never be joined; reports of two groups are no copies. `why` says what a group is there for.
 */
type Labelled = {
	readonly group: string;
	readonly why: string;
	readonly story: string;
	readonly figures: string;
	readonly publishedAt: string;
	readonly outlet: string;
	readonly language: string;
	readonly title: string;
	readonly text: string;
};

const labelled: readonly Labelled[] = readFileSync('tests/fixtures/copies/reports.jsonl', 'utf8')
	.trim()
	.split('\n')
	.map(line => JSON.parse(line));

function reportOf({publishedAt, outlet, language, title, text}: Labelled, index: number): Report {
	const at = Date.parse(publishedAt);
	return {
		id: `r${index}`,
		revision: 1,
		source: outlet,
		outlet,
		url: null,
		title,
		text,
		publishedAt: at,
		updatedAt: null,
		firstSeenAt: at,
		language,
		origin: `r${index}`,
		fingerprint: `r${index}`,
		isCut: false,
	};
}

/** The same order for the same seed. */
function shuffled(count: number, seed: number): number[] {
	const order = Array.from({length: count}, (_, index) => index);
	let state = seed;
	for (let last = count - 1; last > 0; last--) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		const other = Math.floor((state / 2 ** 32) * (last + 1));
		[order[last], order[other]] = [order[other]!, order[last]!];
	}
	return order;
}

type Pair = {readonly one: Labelled; readonly other: Labelled};

/** The pairs that share an origin though they are no copies, those that do not though they are, and how many do rightly. */
function score(reports: readonly Report[], order: readonly number[]) {
	const origins = createOrigins();
	const found = new Map<number, string>();
	for (const index of order) found.set(index, origins.place(reports[index]!));
	const wrong: Pair[] = [];
	const missed: Pair[] = [];
	let right = 0;
	for (const [index, one] of labelled.entries())
		for (let next = index + 1; next < labelled.length; next++) {
			const other = labelled[next]!;
			const isJoined = found.get(index) === found.get(next);
			const isCopy = one.group === other.group && one.story === other.story;
			if (isJoined && isCopy) right++;
			else if (isJoined) wrong.push({one, other});
			else if (isCopy) missed.push({one, other});
		}
	return {wrong, missed, right};
}

const haveOtherFigures = ({one, other}: Pair) => one.group !== other.group || one.figures !== other.figures;
const named = (pairs: readonly Pair[]) =>
	pairs.map(({one, other}) => `${one.group}, ${one.outlet} and ${other.outlet}: ${one.why}`);

const orders = [
	labelled.map((_, index) => index),
	labelled.map((_, index) => labelled.length - 1 - index),
	...Array.from({length: 10}, (_, seed) => shuffled(labelled.length, seed + 1)),
];

test('the labelled set has copies and what only looks like one, of several conflicts', () => {
	const groups = new Map(labelled.map(({group}) => [group, labelled.filter(other => other.group === group)]));
	assert.ok(groups.size >= 60, `${groups.size} groups`);
	const withOthers = [...groups.values()].filter(
		reports => new Set(reports.map(({story}) => story)).size > 1,
	);
	assert.ok(withOthers.length >= 25, `${withOthers.length} groups of more than one story`);
	assert.ok(groups.size - withOthers.length >= 25);
});

test('in any order of arrival copies are found and nothing else is joined', () => {
	const reports = labelled.map(reportOf);
	for (const [index, order] of orders.entries()) {
		const {wrong, missed, right} = score(reports, order);
		const recall = right / (right + missed.length);
		assert.deepEqual(named(wrong), [], `order ${index}`);
		assert.ok(recall >= 0.95, `order ${index}: recall ${recall.toFixed(3)}\n${named(missed).join('\n')}`);
	}
});

test('without their numbers, texts with other figures would be joined', () => {
	const reports = labelled.map(reportOf).map(report => ({
		...report,
		title: withoutNumbers(report.title),
		text: withoutNumbers(report.text),
	}));
	const {wrong} = score(reports, orders[0]!);
	assert.ok(wrong.filter(haveOtherFigures).length >= 20, `${wrong.length} pairs`);
});

function withoutNumbers(text: string): string {
	let rest = '';
	let from = 0;
	for (const {start, end} of numbersTold(text.toLowerCase())) {
		rest += `${text.slice(from, Math.max(from, start))}so many`;
		from = Math.max(from, end);
	}
	return rest + text.slice(from);
}
