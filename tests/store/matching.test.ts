import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {toldAt as asEverywhere} from '../../source/reports/report.ts';
import {toldAt} from '../../store/matching.ts';

const at = fc.integer({min: 0, max: 4 * 86_400_000});

test('the store takes a revision for told when everybody else does', () => {
	const report = fc.record({
		revision: fc.integer({min: 1, max: 3}),
		publishedAt: fc.option(at, {nil: null}),
		updatedAt: fc.option(at, {nil: null}),
		firstSeenAt: at,
	});
	fc.assert(fc.property(report, each => assert.equal(toldAt(each), asEverywhere(each))));
});
