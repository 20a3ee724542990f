import {damageInWords} from '../../store/error.ts';
import {formats} from '../formats/index.ts';
import {leftOutInWords} from '../formats/wording.ts';
import type {Options} from '../options.ts';
import {checkSpan, printChanges} from './changes.ts';
import {headsOf, madeOf} from './making.ts';
import {prepare} from './prepare.ts';
import {type Program, stopOf} from './program.ts';
import {createProgress} from './progress.ts';
import {leftInWords} from './reading-again.ts';
import {earlierPicturesOf} from './sitting.ts';
import {closeKept, shortly} from './storing.ts';
import {openWatch} from './watch.ts';

/** How long alerts may take to be sent, further tries included, before the run ends. */
const sendingMs = 120_000;

/** Polls every source once, prints the picture, and ends: 3 where sources were asked and none answered. */
export async function once(options: Options, program: Program): Promise<number> {
	const prepared = await prepare(options, program, {isQuiet: false});
	const {profile, sources} = prepared;
	checkSpan(options, program.clock());
	const alerts =
		options.alerts.length > 0 ? (await import('./alerts.ts')).alertsOf(options, program, prepared) : null;
	// A model reads what is in memory.
	const held = prepared.model ? options : shortly(options);
	const watch = await openWatch({...prepared, options: held, wantsLead: false});
	try {
		const isStopped = () => program.stopped.aborted;
		await watch.store.filled;
		const progress = createProgress(program);
		await watch.intake.readAgain(isStopped, left => progress.tell(leftInWords(left)));
		progress.end();
		// Whoever polls beside this run, what it tells is this run's to send.
		const alerting = await alerts?.begin(watch, {
			mayCall: () => true,
			onAlert: alerts.lines,
		});
		const isAsking = options.isPolling && sources.length > 0;
		if (isAsking) await Promise.race([watch.pollAll(), stopOf(program)]);
		if (options.isPolling) {
			const left = await watch.readByModel(options.timeoutMs, program.stopped);
			if (left > 0 && !isStopped())
				program.err(
					`trucewatch: the model has not read ${left} reports yet; they stand as the rules read them until a later run\n`,
				);
		}
		alerting?.look();
		await watch.hold();
		const {trouble, damage, leftOut} = watch.store.snapshot();
		for (const part of damage) program.err(`trucewatch: ${damageInWords(part)}\n`);
		if (trouble) program.err(`trucewatch: ${trouble}\n`);
		if (leftOut > 0) program.err(`trucewatch: ${leftOutInWords(leftOut)}\n`);
		if (options.changesSince !== null) await printChanges(watch, options, program);
		else {
			// First: the picture is drawn last, since its carriers are asked for.
			const earlier =
				options.format === 'csv'
					? await earlierPicturesOf(options, profile, watch.store, program.clock())
					: [];
			program.out(
				formats[options.format as keyof typeof formats](watch.picture(), {
					columns: program.columns,
					timezone: profile.timezone,
					made: madeOf(options, profile),
					earlier,
					head: headsOf(watch.store),
					carriers: watch.carriers,
				}),
			);
		}
		if (sources.length === 0 && watch.store.snapshot().count === 0)
			program.err(
				'trucewatch: nothing is stored and no source is named; for example: trucewatch once --source https://news.example/\n',
			);
		if (alerting) {
			void stopOf(program).then(() => alerting.close(0));
			await alerting.close(sendingMs);
		}
		return isAsking && watch.answered() === 0 && !isStopped() ? 3 : 0;
	} finally {
		await closeKept(watch, program);
	}
}
