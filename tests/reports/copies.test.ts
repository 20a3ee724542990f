import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import fc from 'fast-check';
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

test('a report is not joined with itself where one number is changed, or two have changed places', () => {
	let changed = 0;
	for (const [index, one] of labelled.entries()) {
		const report = reportOf(one, index);
		const {text} = report;
		const told = numbersTold(text.toLowerCase()).filter(
			({start}, at, all) => at === 0 || start >= all[at - 1]!.end,
		);
		const written = told.map(({start, end}) => text.slice(start, end));
		const withNumbers = (numbers: readonly string[]) => {
			const parts = told.map(({start}, at) => text.slice(told[at - 1]?.end ?? 0, start) + numbers[at]!);
			return parts.join('') + text.slice(told.at(-1)?.end ?? 0);
		};
		const isApart = (other: string, what: string) => {
			const origins = createOrigins(10);
			origins.place(report);
			assert.equal(origins.place({...report, id: 'other', text: other}), 'other', `${what}: ${other}`);
			changed++;
		};
		for (const [at, {value, start}] of told.entries()) {
			// The day of a dateline is when it was written, and what is told twice is told still.
			if (start < 20 || told.filter(other => other.value === value).length > 1) continue;
			isApart(withNumbers(written.with(at, '77')), written[at]!);
			for (let next = at + 1; next < told.length; next++)
				if (told[next]!.value !== value)
					isApart(
						withNumbers(written.with(at, written[next]!).with(next, written[at]!)),
						`${written[at]} and ${written[next]}`,
					);
		}
	}
	assert.ok(changed > 200, `${changed} were changed`);
});

/** One report of a fight as outlets print it: its two numbers, how they are written, and what was done to the rest. */
const edition = fc.record({
	killed: fc.constantFrom(3, 5, 24, 36),
	wounded: fc.constantFrom(3, 5, 24, 36),
	isInWords: fc.boolean(),
	title: fc.constantFrom('Fight on the border', 'Night of shelling', 'What is known of the clash'),
	first: fc.constantFrom('', 'From our own correspondent.', 'BATKEN, Sept 17 (Reuters) - '),
	paragraphs: fc.shuffledSubarray([0, 1, 2], {minLength: 2}),
	word: fc.constantFrom('said', 'reported', 'stated'),
	hour: fc.nat(60),
});

const inWords = new Map([
	[3, 'three'],
	[5, 'five'],
	[24, 'twenty-four'],
	[36, 'thirty-six'],
]);

type Edition = typeof edition extends fc.Arbitrary<infer Value> ? Value : never;

function printed({killed, wounded, isInWords, title, first, paragraphs, word, hour}: Edition, index: number) {
	const [dead, hurt] = [killed, wounded].map(count => (isInWords ? inWords.get(count) : String(count)));
	const all = [
		'The shelling had begun after sunset, villagers recalled, and went on while families drove their cows up the valley.',
		'Doctors of the district hospital worked by lamps because the power line had been torn by a shell.',
		'A spokesman of the neighbouring guards denied that his men had fired first and spoke of provocations.',
	];
	const lead = `The fight near the upper bridge left ${dead} guards dead and ${hurt} villagers injured, the regional office ${word} in the morning after its people had reached the place on foot.`;
	const text = [`${first}${lead}`, ...paragraphs.map(paragraph => all[paragraph]!)].join('\n');
	const at = new Date(Date.UTC(2022, 8, 17, hour)).toISOString();
	const line = {group: '', why: '', story: '', figures: '', outlet: 'o', language: 'en', title, text};
	return reportOf({...line, publishedAt: at}, index);
}

test('however many editions lie between two with other figures, they are not joined', () => {
	let joined = 0;
	fc.assert(
		fc.property(fc.array(edition, {minLength: 2, maxLength: 40}), editions => {
			const origins = createOrigins();
			const figuresOf = new Map<string, string>();
			for (const [index, one] of editions.entries()) {
				const figures = `${one.killed} killed, ${one.wounded} wounded`;
				const origin = origins.place(printed(one, index));
				const before = figuresOf.get(origin);
				if (before === undefined) figuresOf.set(origin, figures);
				else joined++;
				assert.equal(before ?? figures, figures);
			}
		}),
		{numRuns: 300},
	);
	assert.ok(joined > 300, `only ${joined} were joined at all`);
});
