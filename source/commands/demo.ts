import {rmSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {demoClock, episodes, usualSpeed} from '../demo/clock.ts';
import {notice} from '../demo/sample.ts';
import {startDemo} from '../demo/server.ts';
import {UsageError} from '../flags.ts';
import {formats} from '../formats/index.ts';
import type {Options} from '../options.ts';
import {builtIn} from '../profile/index.ts';
import type {alertsOf} from './alerts.ts';
import {logOf} from './log.ts';
import {canDraw, type Program} from './program.ts';
import {runScreen} from './screen.ts';
import {openKept} from './storing.ts';
import {openWatch, type WatchOptions} from './watch.ts';

/** Of the recorded time. */
const everyMs = 30 * 60_000;
/** Without a terminal the clock goes in steps of this, and every source is asked at each. */
const stepMs = 2 * 3_600_000;

/** The dashboard on recorded days, polled over loopback; without a terminal, the picture as each day ends. */
export async function demo(options: Options, program: Program): Promise<number> {
	const profile = builtIn[0]!;
	const kept = options.store === null ? null : path.resolve(options.store);
	if (kept !== null) await checkUnused(kept, options, program);
	const directory = kept ?? (await mkdtemp(path.join(tmpdir(), 'trucewatch-demo-')));
	const isDrawn = canDraw(program);
	// For ends that wait for nothing, as when the reader of the output goes away.
	const tidy = (): void => {
		if (kept === null) rmSync(directory, {recursive: true, force: true});
	};
	process.once('exit', tidy);
	const common = {
		profile,
		directory,
		log: logOf(options, program, isDrawn),
		entry: program.entry,
		wantsLead: true,
		options: {...options, everyMs},
	} satisfies Partial<WatchOptions>;
	try {
		return await (isDrawn ? played(options, program, common) : stepped(options, program, common));
	} finally {
		// A mark that is still being written may appear in a folder that is being emptied.
		if (kept === null) await rm(directory, {recursive: true, force: true, maxRetries: 5, retryDelay: 50});
		process.removeListener('exit', tidy);
	}
}

/**
 * Samples must not come among what somebody has kept of the world.
 *
 * @throws {UsageError} where the folder holds a store with reports
 */
async function checkUnused(directory: string, options: Options, program: Program): Promise<void> {
	const store = await openKept(directory, options, program);
	const {count} = store.snapshot();
	await store.close();
	if (count > 0)
		throw new UsageError(
			`--store: ${directory} holds reports already; the demo keeps what it plays in a folder of its own`,
			'demo --store ./demo-days',
		);
}

type Common = Pick<WatchOptions, 'profile' | 'directory' | 'log' | 'entry' | 'wantsLead' | 'options'>;

async function alertsFor(options: Options, program: Program, of: Parameters<typeof alertsOf>[2]) {
	return options.alerts.length > 0 ? (await import('./alerts.ts')).alertsOf(options, program, of) : null;
}

/** On the screen, at the speed that the flag gives. */
async function played(options: Options, program: Program, common: Common): Promise<number> {
	const speed = options.speed ?? usualSpeed;
	const clock = demoClock({episode: options.episode, speed}, program.clock);
	const server = await startDemo(clock);
	try {
		return await runScreen({
			alerts: await alertsFor(options, program, {...common, sources: server.sources}),
			speed,
			options,
			program,
			timezone: common.profile.timezone,
			clock: clock.now,
			notice: 'sample texts written for this demo',
			open: onPolled => openWatch({...common, sources: server.sources, clock: clock.now, speed, onPolled}),
			start: watch => watch.start(),
		});
	} finally {
		await server.close();
	}
}

/** Without a screen: as fast as it goes, over the same polling. */
async function stepped(options: Options, program: Program, common: Common): Promise<number> {
	const {episode} = options;
	let now = 0;
	const server = await startDemo({now: () => now});
	const watch = await openWatch({...common, sources: server.sources, clock: () => now});
	const alerts = await alertsFor(options, program, {...common, sources: server.sources});
	// As in the recorded days: the steps take no time in life.
	const alerting = await alerts?.begin(watch, {
		clock: () => now,
		onAlert: alerts.lines,
	});
	try {
		program.err(`${notice}\n`);
		const {dayEnds} = demoClock({episode}, () => 0);
		for (const {from, to} of episodes.filter(({name}) => episode === 'both' || name === episode)) {
			for (now = from; now < to && !program.stopped.aborted; ) {
				now = Math.min(now + stepMs, to);
				await watch.pollAll();
				alerting?.look();
				if (!dayEnds.includes(now)) continue;
				await watch.hold();
				program.out(
					`${formats.text(watch.picture(), {columns: program.columns, timezone: watch.profile.timezone})}\n`,
				);
			}
		}
		return 0;
	} finally {
		await alerting?.close();
		await watch.close();
		await server.close();
	}
}
