import {readerOf} from '../facts/read.ts';
import {printable} from '../formats/printable.ts';
import type {Options} from '../options.ts';
import {toldAt} from '../reports/report.ts';
import {conflictOf} from './conflict.ts';
import {inputsOf, reportsOf} from './input.ts';
import type {Program} from './program.ts';

/** Reads texts, HTML, feeds or reports in JSON Lines; prints each fact as a JSON object a line. */
export async function read(options: Options, program: Program): Promise<number> {
	const profile = await conflictOf(options);
	const factsOf = readerOf(profile);
	for (const input of inputsOf(options.inputs)) {
		for await (const report of reportsOf(input, options, program)) {
			for (const fact of factsOf(report, toldAt(report))) program.out(`${JSON.stringify(printable(fact))}\n`);
			if (program.stopped.aborted) return 0;
		}
	}
	return 0;
}
