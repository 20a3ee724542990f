import assert from 'node:assert/strict';
import {test} from 'node:test';
import {hashOf, joinedHash} from '../../store/sealed/identity.ts';

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
