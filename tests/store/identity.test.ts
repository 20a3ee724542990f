import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {idFilter} from '../../store/sealed/id-filter.ts';
import {hashOf, joinedHash} from '../../store/sealed/identity.ts';
import {numberSet} from '../../store/sealed/number-set.ts';

const count = 200_000;
const kinds: readonly (readonly [string, (number: number) => string])[] = [
	['numbered', number => number.toString(16).padStart(16, '0')],
	['numbered from the left', number => number.toString(16).padEnd(16, '0').slice(0, 16)],
	['hashed', number => `rss:https://news.example/feed ${number}`],
];

for (const [kind, idOf] of kinds)
	test(`ids that are ${kind} are told apart`, () => {
		const ids = new Set(Array.from({length: count}, (_, number) => idOf(number)));
		const hashes = new Set([...ids].map(id => joinedHash(...hashOf(id))));
		assert.equal(hashes.size, ids.size);
		for (const hash of hashes) assert.ok(Number.isSafeInteger(hash + 0xffff));
	});

test('a set of numbers holds those that it was given, and no others', () => {
	const number = fc.oneof(fc.maxSafeNat(), fc.nat(50));
	fc.assert(
		fc.property(fc.array(number, {maxLength: 60}), fc.array(number), (given, others) => {
			const has = numberSet(Float64Array.from(given));
			for (const each of [...given, ...others]) assert.equal(has(each), given.includes(each));
		}),
	);
});

for (const [kind, idOf] of kinds)
	test(`ids that are ${kind} pass the filter when they are held, and hardly when they are not`, () => {
		const filter = idFilter(1024);
		const hashesOf = (from: number, to: number) =>
			Array.from({length: to - from}, (_, place) => hashOf(idOf(from + place)));
		const held = hashesOf(1, 40_000);
		for (let from = 0; from < held.length; from += 2000)
			filter.add(Uint32Array.from(held.slice(from, from + 2000).flat()));
		assert.ok(held.every(hash => filter.mayHold(hash)));
		const known = new Set(held.map(String));
		const others = hashesOf(100_000, 120_000).filter(hash => !known.has(String(hash)));
		const mistaken = others.filter(hash => filter.mayHold(hash)).length;
		assert.ok(mistaken < others.length / 50, `${mistaken} of ${others.length}`);
	});
