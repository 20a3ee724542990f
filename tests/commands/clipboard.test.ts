import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {clipboardSequence} from '../../source/commands/clipboard.ts';

const textIn = (sequence: string): string => {
	const [, base64] = /^\u001b\]52;c;([A-Za-z0-9+/=]*)\u0007$/.exec(sequence) ?? [];
	assert.notEqual(base64, undefined);
	return Buffer.from(base64 ?? '', 'base64').toString('utf8');
};

test('whatever the text, what is written is one sequence of at most 4 KB that holds its start, whole characters only', () => {
	fc.assert(
		fc.property(
			fc.string({unit: 'grapheme', maxLength: 3000}),
			fc.integer({min: 1, max: 3}),
			(text, times) => {
				const long = text.repeat(times);
				const sequence = clipboardSequence(long);
				assert.ok(sequence.length <= 4096 + 8);
				const kept = textIn(sequence);
				assert.ok(long.startsWith(kept));
				assert.ok(kept === long || Buffer.byteLength(kept) > 3072 - 4);
			},
		),
		{numRuns: 50},
	);
});
