import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {readerOf, stepwiseReaderOf} from '../../source/facts/read.ts';
import {sentences} from '../../source/facts/sentences.ts';
import {tokens} from '../../source/facts/tokens.ts';
import {labelledIn} from '../eval/labelled.ts';
import {fixtureProfile} from './profiles.ts';

const at = Date.parse('2022-09-18T09:00:00Z');
const read = readerOf(fixtureProfile('kg-tj'));
const report = (text: string, title = '') => ({
	id: 'r',
	source: 's',
	outlet: null,
	url: null,
	title,
	text,
	publishedAt: at,
	language: null,
});

// Texts made to be slow. The last three are the slowest that were found by trying out pairs of words.
const slow: Record<string, string> = {
	digits: '7',
	'spaced digits': '36 ',
	'a verb': 'killed ',
	'a number and a verb': '36 killed ',
	brackets: '((',
	quotes: '“"',
	commas: '36, ',
	'people and people': '3 soldiers and ',
	'number words': 'twenty ',
	hyphens: '3-',
	'no blank': 'killed',
	stops: 'killed.',
	names: 'Kyrgyz Health Ministry of the ',
	newlines: 'killed\n',
	apostrophes: "s's'",
	'half a surrogate': '\ud83d36 killed ',
	accusations: 'Kyrgyzstan accused Tajikistan of violating the ceasefire and ',
	'a loss and a number': 'lost 36 ',
	'a number and a loss': '36 death ',
	'a scale and a loss': 'mln lost ',
};

/** A text of a length, one part over and over; of sentences of a length, where one is given. */
function textOf(part: string, length: number, each = length): string {
	const one = part.repeat(Math.ceil(each / part.length)).slice(0, each);
	return each === length ? one : `${one.slice(0, -1)}\n`.repeat(length / each);
}

/** What reading a text took of the processor, in milliseconds: the clock tells of others that use the machine, too. */
function took(text: string): number {
	const before = process.cpuUsage();
	read(report(text), at);
	const {user, system} = process.cpuUsage(before);
	return (user + system) / 1000;
}

/** Less is measured as noise. */
const leastMs = 2;

/** Compares the least that each took, of two rounds; of more, where a busy machine may have made the one look long. */
function assertRatio(one: string, other: string, most: number): void {
	let short = Number.POSITIVE_INFINITY;
	let long = Number.POSITIVE_INFINITY;
	for (let round = 0; round < 2 || (round < 8 && long >= Math.max(short, leastMs) * most); round++) {
		short = Math.min(short, took(one));
		long = Math.min(long, took(other));
	}
	assert.ok(
		long < Math.max(short, leastMs) * most,
		`${short.toFixed(1)} ms and ${long.toFixed(1)} ms: ${(long / short).toFixed(1)} times as long`,
	);
}

describe('four times the text takes some four times as long', () => {
	for (const [name, part] of Object.entries(slow)) {
		test(name, () => assertRatio(textOf(part, 2000), textOf(part, 8000), 8));
	}
});

// Of one sentence each pair of things may be looked at, but not each three.
describe('the same text in sentences eight times as long takes at most some eight times as long', () => {
	for (const [name, part] of Object.entries(slow)) {
		test(name, () => assertRatio(textOf(part, 2000, 250), textOf(part, 2000, 2000), 12));
	}
});

// A small generator of our own, so that a failure can be repeated.
function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

const scraps =
	'36|at least|killed|were|soldiers|Kyrgyz|Tajikistan|said|ceasefire|,|.|\n|“|”|(|)|🇰🇬|and|including|no|casualties|the death toll|rose|to|from|accused|each other|of|-|16:00|GMT|on Friday|dozens|2021|in|’s|denied|that|more|its|troops|а|погиб|\u0301|1.2|million'.split(
		'|',
	);

test('no text makes it throw, and every fact’s sentence and span are true', () => {
	const next = random(7);
	for (let round = 0; round < 400; round++) {
		let text = '';
		for (let count = 0; count < 40; count++) {
			text += scraps[Math.floor(next() * scraps.length)]! + (next() < 0.8 ? ' ' : '');
		}

		for (const fact of read(report(text, text.slice(0, 30)), at)) {
			assert.ok(`${text.slice(0, 30)}\n\n${text}`.includes(fact.sentence));
			assert.ok(
				fact.start >= 0 && fact.start < fact.end && fact.end <= fact.sentence.length,
				JSON.stringify(fact),
			);
		}
	}
});

describe('a megabyte without an end', () => {
	for (const name of ['digits', 'a verb', 'brackets', 'no blank', 'number words', 'quotes', 'names']) {
		test(name, () => {
			const text = slow[name]!.repeat(Math.ceil(1e6 / slow[name]!.length));
			for (const fact of read(report(text), at)) {
				assert.ok(fact.start >= 0 && fact.start < fact.end && fact.end <= fact.sentence.length);
			}
		});
	}
});

// A sentence that opens on the one before (“A further …”, “The toll”) may say more beside it; the others may not.
describe('what a sentence alone says does not hang on unrelated sentences', () => {
	const others = ['The weather was fine.', 'Schools open on Monday.', 'Trade grew by 4 percent.'];
	const alone = ['casualty-sentences', 'statements'].flatMap(name =>
		labelledIn(`tests/fixtures/facts/${name}.jsonl`).filter(
			({title, text}) => title === '' && /[.!?][”"]?$/.test(text) && sentences(text, new Set()).length === 1,
		),
	);
	const readers = new Map(
		[...new Set(alone.map(({profile}) => profile))].map(id => [id, readerOf(fixtureProfile(id))]),
	);

	for (const {profile, text} of alone) {
		test(text, () => {
			const facts = (whole: string) =>
				readers.get(profile)!(report(whole), at).map(({report: _, ...fact}) => fact);
			const expected = facts(text);
			for (const parts of [
				[text, ...others],
				[...others, text],
				[others[0], text, others[1]],
			]) {
				assert.deepEqual(facts(parts.join(' ')), expected);
			}
		});
	}

	test('there are enough of every kind', () => {
		const kinds = alone.flatMap(({facts}) => facts.map(({kind}) => kind));
		for (const kind of ['figure', 'ceasefire', 'claim']) {
			const count = kinds.filter(each => each === kind).length;
			assert.ok(count > 20, `${count} ${kind}`);
		}
	});
});

test('a long sentence is cut, and keeps its offsets', () => {
	const text = `${'word '.repeat(2000)}36 people were killed.`;
	const [fact] = read(report(text), at);
	assert.ok(fact && fact.sentence.length <= 2000);
	assert.ok(text.includes(fact.sentence));
	assert.equal(fact.sentence.slice(fact.start, fact.end), '36 people were killed');
});

describe('sentences', () => {
	const abbreviations = new Set(['col', 'u.s', 'a.m', 'no', 'gen', 'maj']);
	for (const [text, expected] of [
		['One. Two.', ['One.', 'Two.']],
		['Col. Ivo spoke. He left.', ['Col. Ivo spoke.', 'He left.']],
		['Title\n\nBody.', ['Title', 'Body.']],
		['At 10 a.m. on Friday it began. It ended.', ['At 10 a.m. on Friday it began.', 'It ended.']],
		[
			'J. Smith of 24.kg said 1.5 million fled. More came.',
			['J. Smith of 24.kg said 1.5 million fled.', 'More came.'],
		],
		['He said: “It is over.” She left.', ['He said: “It is over.”', 'She left.']],
		['U.S. troops left. School No. 8 burned.', ['U.S. troops left.', 'School No. 8 burned.']],
		['Really?! Yes…', ['Really?!', 'Yes…']],
		['', []],
		[' \n ', []],
	] as const) {
		test(JSON.stringify(text), () => {
			assert.deepEqual(
				sentences(text, abbreviations).map(({start, end}) => text.slice(start, end)),
				expected,
			);
		});
	}
});

describe('tokens', () => {
	for (const [text, expected] of [
		['Kyrgyzstan’s 36', ['Kyrgyzstan', '’s', '36']],
		["didn't", ["didn't"]],
		['136,000 and 1.2', ['136,000', 'and', '1.2']],
		['on 14,15', ['on', '14', ',', '15']],
		['970-km', ['970', '-', 'km']],
		['14th', ['14th']],
		['136\u00a0000', ['136\u00a0000']],
		['at 16:00.', ['at', '16:00', '.']],
		['doctors’ union', ['doctors', '’', 'union']],
		['Qal’acha', ['Qal’acha']],
	] as const) {
		test(text, () => {
			assert.deepEqual(
				tokens(text).map(({start, end}) => text.slice(start, end)),
				expected,
			);
		});
	}
});

test('a report that does not say when it was published is of the first day that it names', () => {
	const undated = {...report('On 3 May 2018, gunmen killed four farmers in Batken.'), publishedAt: null};
	const [fact] = read(undated, at);
	assert.equal(fact?.period, 'current');
	assert.equal(
		read(report('On 3 May 2018, gunmen killed four farmers in Batken.'), at)[0]?.period,
		'historical',
	);
});

describe('a long report is read in steps', () => {
	const text = 'Kyrgyzstan’s Health Ministry said 36 people were killed in Batken. '.repeat(1000);
	const steps = [
		...(function* () {
			const all = stepwiseReaderOf(fixtureProfile('kg-tj'))(report(text), at);
			for (let next = all.next(); ; next = all.next()) {
				yield next;
				if (next.done) return;
			}
		})(),
	];

	test('none of which is long', () => {
		assert.ok(steps.length > text.length / 8000, `${steps.length} steps for ${text.length} characters`);
	});

	test('with the facts that come of reading it at once', () => {
		assert.deepEqual(steps.at(-1)?.value, read(report(text), at));
	});
});
