import {readerOf} from '../facts/read.ts';
import {printableFact} from '../formats/printable.ts';
import type {Options} from '../options.ts';
import {toldAt} from '../reports/report.ts';
import {conflictOf} from './conflict.ts';
import {openInput} from './input.ts';
import {PlainError, type Program} from './program.ts';

/** Reads texts, pages, feeds or reports in JSON Lines; prints each fact as a JSON object a line. */
export async function read(options: Options, program: Program): Promise<number> {
	const profile = await conflictOf(options);
	const factsOf = readerOf(profile);
	for (const name of options.inputs.length > 0 ? options.inputs : ['-']) {
		const input = await openInput(name, options.maxBodyBytes, program);
		if (input.kind === 'outline')
			throw new PlainError(
				`${name} is an outline of feeds, not a report; trucewatch import makes source flags of it`,
			);
		for await (const report of input.reports) {
			const lines = factsOf(report, toldAt(report)).map(fact => `${JSON.stringify(printableFact(fact))}\n`);
			if (lines.length > 0) program.out(lines.join(''));
			await program.drained();
			if (program.stopped.aborted) return 0;
		}
	}
	return 0;
}
