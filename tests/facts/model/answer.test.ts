import assert from 'node:assert/strict';
import {test} from 'node:test';
import {offeredIn} from '../../../source/facts/model/answer.ts';

const completion = (content: unknown, more: object = {}): string =>
	JSON.stringify({choices: [{message: {role: 'assistant', content}, ...more}]});

const usable: [string, string, number][] = [
	['plain JSON', '{"facts": [{}, 7]}', 2],
	['none', '{"facts": []}', 0],
	['in a fence', '```json\n{"facts": [{}]}\n```', 1],
	['after thinking aloud', '<think>\n{"facts": 1}\n</think>\n\n{"facts": [{}]}', 1],
];
for (const [title, content, count] of usable) {
	test(`usable: ${title}`, () => {
		const offered = offeredIn(completion(content));
		assert.equal(offered.ok && offered.facts.length, count);
	});
}

const unusable: [string, string, RegExp][] = [
	['nothing', '', /is not JSON/],
	['a page', '<!doctype html><p>Sign in</p>', /is not JSON/],
	['half of it', completion('{"facts": []}').slice(0, 40), /is not JSON/],
	['a list', '[]', /is not JSON/],
	['no choices', '{"choices": []}', /holds no message/],
	['choices that are none', '{"choices": {"0": 1}}', /holds no message/],
	['a message without content', completion(null), /is empty/],
	['an empty message', completion(' \n'), /is empty/],
	['words', completion('There were 36 killed.'), /is not the JSON that was asked for/],
	['JSON that breaks off', completion('{"facts": [', {finish_reason: 'length'}), /was cut off/],
	['a list of facts alone', completion('[{}]'), /holds no list of facts/],
	['facts that are no list', completion('{"facts": {"a": 1}}'), /holds no list of facts/],
	['null', completion('null'), /holds no list of facts/],
];
for (const [title, body, reason] of unusable) {
	test(`unusable: ${title}`, () => {
		const offered = offeredIn(body);
		assert.match(offered.ok ? '' : offered.reason, reason);
	});
}
