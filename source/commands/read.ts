import type {Fact} from '../facts/fact.ts';
import {readerOf} from '../facts/read.ts';
import {UsageError} from '../flags.ts';
import {printableFact} from '../formats/printable.ts';
import type {Options} from '../options.ts';
import {type Report, toldAt} from '../reports/report.ts';
import type {Asking} from './asking.ts';
import {conflictOf} from './conflict.ts';
import {openInput} from './input.ts';
import {warningsOf} from './log.ts';
import {modelOf} from './model.ts';
import type {Program} from './program.ts';

/** Reads texts, pages, feeds or reports in JSON Lines; prints each fact as a JSON object a line. */
export async function read(options: Options, program: Program): Promise<number> {
	const profile = await conflictOf(options);
	const model = await modelOf(options, program.environment);
	const asking = model
		? (await import('./asking.ts')).createAsking({
				profile,
				model,
				options,
				log: warningsOf(program),
				clock: program.clock,
			})
		: null;
	try {
		return await readAll(options, program, readerOf(profile), asking);
	} finally {
		if (asking) program.err(`trucewatch: ${asking.summary()}\n`);
		await asking?.close();
	}
}

async function readAll(
	options: Options,
	program: Program,
	rules: (report: Report, at: number) => readonly Fact[],
	asking: Asking | null,
): Promise<number> {
	/** What the rules read, and what the model adds; while that one fails, the rules alone. */
	const factsOf = async (report: Report): Promise<readonly Fact[]> => {
		const at = toldAt(report);
		const ruled = rules(report, at);
		if (!asking || asking.waitMs() > 0) return ruled;
		const read = await asking.ask(report, at, ruled, program.stopped).catch((error: unknown) => {
			if (program.stopped.aborted) return null;
			throw error;
		});
		return read?.ok ? read.facts : ruled;
	};
	for (const name of options.inputs.length > 0 ? options.inputs : ['-']) {
		const input = await openInput(name, options.maxBodyBytes, program, 'read');
		if (input.kind === 'outline')
			throw new UsageError(
				`${name} is an outline of feeds, not a report; import makes source flags of it`,
				'import feeds.opml',
			);
		for await (const {report} of input.reports) {
			const lines = (await factsOf(report)).map(fact => `${JSON.stringify(printableFact(fact))}\n`);
			if (lines.length > 0) program.out(lines.join(''));
			await program.drained();
			if (program.stopped.aborted) return 0;
		}
	}
	return 0;
}
