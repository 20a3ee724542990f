import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import fc from 'fast-check';
import {holdsInARow, isAsked, toldAt} from '../../store/matching.ts';
import type {Commit, Kept, Span, Store, Wanted} from '../../store/store.ts';
import {wordsOf} from '../../store/words.ts';
import {platter} from './platter.ts';
import {fact, opened, report} from './samples.ts';

const hour = 3_600_000;
const begin = 1_663_200_000_000;
const lexicon = 'shelling ceasefire border village school Баткен перестрелка harvest market'.split(' ');

type Made = NonNullable<Commit['reports']>[number];

const made: fc.Arbitrary<Made> = fc
	.record({
		number: fc.nat(12),
		revision: fc.integer({min: 1, max: 2}),
		source: fc.constantFrom('rss:https://one.example/', 'rss:https://two.example/'),
		told: fc.nat(60),
		late: fc.nat(5),
		origin: fc.option(fc.nat(12), {nil: null}),
		words: fc.array(fc.constantFrom(...lexicon), {minLength: 1, maxLength: 6}),
		tolls: fc.array(fc.record({low: fc.nat(50), of: fc.constantFrom('KG', 'TJ')}), {maxLength: 2}),
	})
	.map(({number, revision, source, told, late, origin, words, tolls}) => {
		const id = `report ${number}`;
		const at = begin + told * hour;
		const one = report(number, {
			id,
			revision,
			source,
			title: `Report on ${words[0]}`,
			text: `${words.join(' ')}.`,
			publishedAt: at,
			updatedAt: revision > 1 ? at : null,
			firstSeenAt: at + late * hour,
			origin: origin === null ? id : `report ${origin}`,
		});
		return {report: one, reader: '1', facts: tolls.map(({low, of}) => ({...fact(one, low), of}))};
	});

/** What is read anew of a report that was made. */
const anew = fc.record({
	number: fc.nat(12),
	revision: fc.integer({min: 1, max: 2}),
	low: fc.option(fc.nat(50), {nil: null}),
});

const history = fc.record({
	commits: fc.array(fc.array(made, {minLength: 1, maxLength: 4}), {minLength: 1, maxLength: 8}),
	again: fc.array(anew, {maxLength: 4}),
	/** Before which commits all that nobody writes any more is sealed. */
	sealed: fc.array(fc.nat(8), {maxLength: 3}),
	most: fc.integer({min: 1, max: 30}),
	span: fc.option(
		fc.record({from: fc.nat(60), length: fc.option(fc.nat(30), {nil: null})}).map(
			({from, length}): Span => ({
				from: begin + from * hour,
				to: length === null ? null : begin + (from + length) * hour,
			}),
		),
		{nil: null},
	),
});

/** Two stores with one history: one sealed in many files with little in memory, the other one as it was written and whole in memory. */
async function both(
	context: TestContext,
	{commits, again, sealed, most, span}: typeof history extends fc.Arbitrary<infer History> ? History : never,
): Promise<{bounded: Store; whole: Store}> {
	const directory = '/store';
	const io = platter();
	const whole = await opened(context, {directory, io: platter()});
	let clock = begin;
	for (const [number, reports] of commits.entries()) {
		// A store of its own for each commit: so there is a journal for each, and its writer has ended it.
		const store = await opened(context, {directory, io, journalBytes: 1, clock: () => ++clock});
		await store.commit({reports});
		await store.commit({notes: {last: number}});
		await whole.commit({reports});
		const facts = again
			.filter((_, place) => place % commits.length === number)
			.flatMap(({number, revision, low}) => {
				const kept = whole
					.snapshot()
					.kept.find(({report: {id, revision: of}}) => id === `report ${number}` && of === revision);
				const read = low === null ? [] : [fact(report(0, {...kept?.report}), low)];
				return kept ? [{id: kept.report.id, revision, reader: '2', facts: read}] : [];
			});
		if (facts.length > 0) {
			await store.commit({facts});
			await whole.commit({facts});
		}
		if (sealed.includes(number)) await store.sealAll(() => {});
		await store.close();
	}
	const bounded = await opened(context, {directory, io, mostHeads: most, span, journalBytes: 1});
	await bounded.sealAll(() => {});
	await bounded.filled;
	return {bounded, whole};
}

const keyOf = ({report: {id, revision}}: Kept): string => `${id} ${revision}`;
const plain = (kept: readonly Kept[]) =>
	kept.map(each => ({...each, facts: each.facts.map(({report: _, ...rest}) => rest)}));

test('a store of many files, with little in memory, walks, finds and counts as one that is all in memory', async context => {
	await fc.assert(
		fc.asyncProperty(history, fc.nat(60), async (past, at) => {
			const {bounded, whole} = await both(context, past);
			const all = whole.snapshot().kept;
			assert.deepEqual(bounded.snapshot().damage, []);

			for (const order of ['oldest first', 'newest first'] as const) {
				const walked: Kept[] = [];
				for await (const slice of bounded.walk({order, withTexts: true}))
					for (const {kept, text} of slice) {
						walked.push(kept);
						assert.equal(text, await whole.text(kept.report.id, kept.report.revision));
					}
				assert.deepEqual(plain(walked), plain(order === 'oldest first' ? all : all.toReversed()));
			}

			for (const kept of all) {
				const {id, revision} = kept.report;
				assert.equal(await bounded.text(id, revision), await whole.text(id, revision));
				assert.deepEqual(plain(await bounded.revisions(id)), plain(await whole.revisions(id)));
			}

			const {kept, rest, count} = bounded.snapshot();
			assert.equal(count, all.length);
			for (const each of kept)
				assert.deepEqual(plain([each]), plain(all.filter(other => keyOf(other) === keyOf(each))));
			const {span} = past;
			if (span)
				for (const each of all)
					if (
						each.facts.length > 0 &&
						toldAt(each.report) >= span.from &&
						toldAt(each.report) <= (span.to ?? Number.POSITIVE_INFINITY)
					)
						assert.ok(
							kept.some(other => keyOf(other) === keyOf(each)),
							`${keyOf(each)} is held`,
						);

			for (const clock of [
				{asOf: null, asSeen: null},
				{asOf: begin + at * hour, asSeen: null},
				{asOf: null, asSeen: begin + at * hour},
			]) {
				const isKnown = ({report}: Kept) =>
					toldAt(report) <= (clock.asOf ?? Number.POSITIVE_INFINITY) &&
					report.firstSeenAt <= (clock.asSeen ?? Number.POSITIVE_INFINITY);
				const known = all.filter(isKnown);
				const counted = rest.count(clock);
				assert.equal(counted.revisions + kept.filter(isKnown).length, known.length);
				const ids = (list: readonly Kept[]) => new Set(list.map(({report: {id}}) => id)).size;
				assert.equal(counted.reports + ids(kept.filter(isKnown)), ids(known));
			}
		}),
		{numRuns: 12, includeErrorInReport: true},
	);
});

const wanted: fc.Arbitrary<Wanted> = fc.record({
	words: fc.array(
		fc.constantFrom(...lexicon).map(word => wordsOf(word)[0]!),
		{maxLength: 2},
	),
	phrases: fc.array(
		fc.array(
			fc.constantFrom(...lexicon).map(word => wordsOf(word)[0]!),
			{minLength: 2, maxLength: 2},
		),
		{maxLength: 1},
	),
	sources: fc.subarray(['rss:https://one.example/', 'rss:https://two.example/'], {maxLength: 1}),
	kinds: fc.subarray(['figure', 'claim'] as const, {maxLength: 1}),
	sides: fc.subarray(['KG', 'TJ'], {maxLength: 1}),
	from: fc.option(
		fc.nat(60).map(at => begin + at * hour),
		{nil: null},
	),
	to: fc.option(
		fc.nat(60).map(at => begin + at * hour),
		{nil: null},
	),
});

test('what is found is what reading all of it finds, newest told first', async context => {
	await fc.assert(
		fc.asyncProperty(
			history,
			fc.array(wanted, {minLength: 6, maxLength: 6}),
			fc.integer({min: 1, max: 40}),
			async (past, searches, limit) => {
				const {bounded, whole} = await both(context, past);
				for (const wanted of searches) {
					const expected: Kept[] = [];
					for (const kept of whole.snapshot().kept.filter(each => isAsked(each, wanted))) {
						const {id, revision, title} = kept.report;
						const words = wordsOf(`${title}\n${await whole.text(id, revision)}`);
						if (
							wanted.words.every(word => words.includes(word)) &&
							wanted.phrases.every(phrase => holdsInARow(words, phrase))
						)
							expected.push(kept);
					}
					for (const store of [bounded, whole]) {
						const {found, isMore} = await store.search(wanted, limit);
						const order = found.map(({report}) => toldAt(report));
						assert.deepEqual(
							order,
							expected
								.map(({report}) => toldAt(report))
								.sort((a, b) => b - a)
								.slice(0, limit),
						);
						assert.equal(isMore, expected.length > limit);
						const keys = new Set(expected.map(keyOf));
						for (const each of found) assert.ok(keys.has(keyOf(each)), keyOf(each));
					}
				}
			},
		),
		{numRuns: 12, includeErrorInReport: true},
	);
});
