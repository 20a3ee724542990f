import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {difference} from '../../source/panels/difference.ts';

const told = (before: string, after: string): string[] =>
	difference(before, after).map(({kind, text}) => `${{same: ' ', new: '+', 'left out': '-'}[kind]}${text}`);

for (const [before, after, expected] of [
	['One. Two.', 'One. Two.', [' One.', ' Two.']],
	['24 died. It went on.', '36 died. It went on.', ['-24 died.', '+36 died.', ' It went on.']],
	['One.\nTwo.', 'One.\nNew. Two.', [' One.', '+New.', ' Two.']],
	['One. Two. Three.', 'One. Three.', [' One.', '-Two.', ' Three.']],
	['', 'One.', ['+One.']],
	['One.', '', ['-One.']],
	['', '', []],
	[
		'He said “No.” Then he left.',
		'He said “No.” Then she left.',
		[' He said “No.”', '-Then he left.', '+Then she left.'],
	],
	['a 2.5 km road', 'a 2.5 km road', [' a 2.5 km road']],
	['Погибли 24. Ранены 87.', 'Погибли 36. Ранены 87.', ['-Погибли 24.', '+Погибли 36.', ' Ранены 87.']],
] as const) {
	test(`${JSON.stringify(before)} → ${JSON.stringify(after)}`, () =>
		assert.deepEqual(told(before, after), [...expected]));
}

const text = fc
	.array(fc.constantFrom('A b.', 'C d.', 'E f.', 'G h.'), {maxLength: 12})
	.map(parts => parts.join(' '));

test('without what was left out there is the later text, without what is new the earlier one', () => {
	fc.assert(
		fc.property(text, text, (before, after) => {
			const changes = difference(before, after);
			const but = (kind: string): string =>
				changes
					.filter(change => change.kind !== kind)
					.map(change => change.text)
					.join(' ');
			assert.equal(but('left out'), after);
			assert.equal(but('new'), before);
		}),
	);
});

test('two texts of twenty thousand sentences that share nothing cost little', () => {
	const many = (word: string): string =>
		Array.from({length: 20_000}, (_, index) => `${word} ${index}.`).join(' ');
	const began = performance.now();
	const changes = difference(many('Old'), many('New'));
	assert.equal(changes.length, 40_000);
	assert.ok(performance.now() - began < 2000);
});
