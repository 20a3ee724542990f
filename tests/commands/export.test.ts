import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {linesOf} from '../../source/commands/export.ts';
import type {Program} from '../../source/commands/program.ts';
import {keptFactLine} from '../../source/formats/lines.ts';
import {optionsOf} from '../../source/options.ts';
import {isKnown} from '../../source/picture/statement.ts';
import {printLine} from '../../source/reports/lines.ts';
import type {Kept} from '../../store/store.ts';
import {hourMs, readings} from '../picture/arbitrary.ts';
import {at, profile} from '../picture/conflict.ts';
import {bounded} from './bounded.ts';

/** What an export prints, and what it says beside. */
async function exported(store: ReturnType<typeof bounded>, flags: Record<string, readonly string[]>) {
	let err = '';
	const program = {
		environment: {},
		columns: 80,
		clock: () => at('21 00:00'),
		err: (text: string) => {
			err += text;
		},
	} as unknown as Program;
	let out = '';
	const options = optionsOf('export', [], flags, {}, {});
	for await (const text of linesOf(options, profile, store, program, {tell: () => {}, end: () => {}}))
		out += text;
	return {out, err, options};
}

test('an export is the same, byte for byte, whatever of it is in memory', () =>
	fc.assert(
		fc.asyncProperty(
			readings,
			fc.array(fc.boolean(), {minLength: 60, maxLength: 60}),
			fc.option(fc.integer({min: -20, max: 170}), {freq: 1}),
			async (some, held, hour) => {
				const all = some.map((reading, place) => ({
					...reading,
					reader: '',
					text: place % 7 === 3 ? null : `Text ${place}\nof it.`,
				}));
				const places = new Map(all.map(({report}, place) => [report, place]));
				const needed = new Set(
					all.filter(({facts}) => facts.length > 0).flatMap(({report}) => [report.id, report.origin]),
				);
				const isHeld = ({report}: Kept) => needed.has(report.id) || held[places.get(report)!]!;
				const whole = bounded(all);
				const part = bounded(all, isHeld);
				const clock =
					hour === null ? {} : {'as-of': [new Date(at('14 00:00') + hour * hourMs).toISOString()]};
				for (const what of ['reports', 'facts', 'tally'])
					for (const format of ['jsonl', 'csv']) {
						const flags = {what: [what], format: [format], ...clock};
						assert.deepEqual(
							{...(await exported(part, flags)), options: null},
							{...(await exported(whole, flags)), options: null},
						);
					}
				const reports = await exported(part, {what: ['reports'], ...clock});
				const facts = await exported(part, {what: ['facts'], ...clock});
				const known = all.filter(({report}) => isKnown(report, reports.options));
				assert.equal(
					reports.out,
					known
						.flatMap(({report, text}) => (text === null ? [] : `${printLine({...report, text})}\n`))
						.join(''),
				);
				assert.equal(
					facts.out,
					known.flatMap(({report, facts}) => facts.map(fact => keptFactLine(fact, report))).join(''),
				);
				assert.equal(reports.err.split('\n').length - 1, known.filter(({text}) => text === null).length);
			},
		),
		{numRuns: 30},
	));
