// Draws pictures that differ, one frame after another, and writes how much heap is in use after so many and after so many more.
// Arguments: the file to write to, the two counts. Needs --expose-gc and a terminal.
import {writeFileSync} from 'node:fs';
import {setImmediate as turn} from 'node:timers/promises';
import type {ScreenState} from '../../../source/panels/state.ts';
import {picture} from '../../../source/picture/picture.ts';
import {keptReports, profile} from '../wire-copy.ts';

const [file = '', early = '0', late = '0'] = process.argv.slice(2);
/** Reports behind one picture; each frame drops the oldest and takes in a new one. */
const shownReports = 40;

let readings = keptReports(0, shownReports);
let taken = shownReports;
function nextState(): ScreenState {
	const [newest] = keptReports(taken, ++taken);
	readings = [...readings.slice(1), ...(newest ? [newest] : [])];
	const now = (newest?.report.firstSeenAt ?? 0) + taken * 60_000;
	return {
		picture: picture({
			profile,
			readings,
			sources: [],
			now,
			asOf: null,
			asSeen: null,
			sinceMs: 14 * 86_400_000,
			everyMs: 300_000,
		}),
		now,
		timezone: profile.timezone,
		archive: null,
		asked: null,
		newSince: {at: now - 3_600_000, isFirstLook: false, count: taken, changes: []},
		store: {reports: taken, trouble: null, damage: 0, isLeader: true},
		polling: {isOn: true, busy: taken % 8},
		notices: [`${taken} taken in`],
		alerts: null,
	};
}

let onWrite = (): void => {};
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = ((...args: Parameters<typeof write>) => {
	onWrite();
	return write(...args);
}) as typeof process.stdout.write;

const {show} = await import('../../../source/panels/show.tsx');
const shown = show({
	state: nextState(),
	actions: {
		pollNow() {},
		looked() {},
		markSeen() {},
		open() {},
		copy() {},
		step() {},
		jump() {},
		toNow() {},
		otherClock() {},
		text: async () => null,
		revisions: () => [],
		carriers: () => [],
		search: async typed => ({wrong: 'nothing to search', right: typed}),
		quit() {},
	},
});

async function heapUsed(): Promise<number> {
	for (let round = 0; round < 3; round++) {
		await turn();
		globalThis.gc?.();
	}
	return process.memoryUsage().heapUsed;
}

const marks: number[] = [];
let drawn = 0;
for (const count of [Number(early), Number(late)]) {
	for (; drawn < count; drawn++) {
		// Ink draws so many frames a second at most: the next state waits until this one is written.
		const written = new Promise<void>(resolve => {
			onWrite = resolve;
		});
		shown.update(nextState());
		await written;
		await turn();
	}
	marks.push(await heapUsed());
}
shown.close();
await shown.finished;
writeFileSync(file, JSON.stringify({early: marks[0], late: marks[1], drawn}));
process.exit();
