import type {Options} from '../options.ts';
import {prepare} from './prepare.ts';
import {canDraw, type Program} from './program.ts';
import {runScreen} from './screen.ts';
import {openWatch} from './watch.ts';

/** The dashboard; where there is no terminal, the picture is printed once instead. */
export async function monitor(options: Options, program: Program): Promise<number> {
	const prepared = await prepare(options, program, {isQuiet: canDraw(program)});
	if (!canDraw(program)) {
		program.err(
			`trucewatch: ${program.isTerminal ? 'TERM is dumb, which no screen can be drawn on' : 'no terminal here'}, so the picture is printed once; trucewatch collect goes on polling without one\n`,
		);
		const {once} = await import('./once.ts');
		return once(options, program);
	}
	const alerts =
		options.alerts.length > 0 ? (await import('./alerts.ts')).alertsOf(options, program, prepared) : null;
	// Who only looks must not keep another instance from polling.
	const mayPoll = options.isPolling && prepared.sources.length > 0;
	return runScreen({
		options,
		program,
		timezone: prepared.profile.timezone,
		clock: program.clock,
		alerts,
		open: (onPolled, onNote) => openWatch({...prepared, wantsLead: mayPoll, onPolled, onNote}),
		start: async watch => {
			if (options.isPolling) await watch.start();
		},
	});
}
