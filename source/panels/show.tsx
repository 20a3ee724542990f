import {render, useWindowSize} from 'ink';
import {Screen} from './screen.tsx';
import type {ScreenActions, ScreenState} from './state.ts';
import {type Theme, theme as themed} from './theme.ts';

export type ShowOptions = {
	readonly state: ScreenState;
	readonly actions: ScreenActions;
	/** As `theme` takes it. `hasColor: false` needs no environment: nothing then asks for a colour. */
	readonly theme?: Parameters<typeof themed>[0];
	/** Linear text in the normal buffer, for screen readers. */
	readonly isScreenReader?: boolean;
};

export type Shown = {
	/** Draws where something differs or the minute has turned. */
	update(state: ScreenState): void;
	/** Settles once the terminal is as it was: 0, or 1 after a fault of our own, which is then on stderr and in `process.exitCode`. */
	readonly finished: Promise<0 | 1>;
	/** Restores the terminal; may be called more than once. */
	close(): void;
};

/**
 * Takes the terminal and shows the screen until `close`, or until the reader quits.
 *
 * Import it only once there is a terminal to draw on: it loads Ink. Chalk, which Ink draws with, reads FORCE_COLOR and TERM at that moment.
 */
export function show({state, actions, theme, isScreenReader = false}: ShowOptions): Shown {
	const look = themed({...theme, isLinear: isScreenReader});
	let current = state;
	let isClosed = false;
	// The same object for the whole run, so that effects that hang on it do not start again.
	const own: ScreenActions = {
		...actions,
		quit() {
			if (!isClosed) {
				close();
				actions.quit();
			}
		},
	};
	const element = () => <Sized state={current} actions={own} theme={look} />;
	const instance = render(element(), {
		alternateScreen: !isScreenReader,
		incrementalRendering: !isScreenReader,
		isScreenReaderEnabled: isScreenReader,
		exitOnCtrlC: false,
		// Ink takes a set CI for a terminal that nobody looks at.
		interactive: process.stdout.isTTY === true,
	});
	function close(): void {
		isClosed = true;
		instance.unmount();
	}
	const finished = instance.waitUntilExit().then(
		() => 0 as const,
		(error: unknown) => {
			isClosed = true;
			// What Ink drew of it is gone with the alternate screen.
			process.stderr.write(
				`trucewatch: the screen failed\n${error instanceof Error ? error.stack : String(error)}\n`,
			);
			process.exitCode = 1;
			return 1 as const;
		},
	);
	return {
		finished,
		close,
		update(next) {
			const before = current;
			current = next;
			if (!isClosed && differs(before, next)) {
				instance.rerender(element());
			}
		},
	};
}

type SizedProps = {readonly state: ScreenState; readonly actions: ScreenActions; readonly theme: Theme};

function Sized(props: SizedProps) {
	const {columns, rows} = useWindowSize();
	return <Screen {...props} columns={columns} rows={rows} />;
}

const minuteOf = (at: number): number => Math.floor(at / 60_000);

function differs(before: ScreenState, after: ScreenState): boolean {
	return (
		minuteOf(before.now) !== minuteOf(after.now) ||
		before.picture !== after.picture ||
		before.timezone !== after.timezone ||
		before.alerts !== after.alerts ||
		(['archive', 'asked', 'newSince', 'store', 'polling', 'notices'] as const).some(
			key => !isSame(before[key], after[key]),
		)
	);
}

/** Compares the small values one level deep: they are made anew for each state. */
function isSame(before: object | null, after: object | null): boolean {
	if (before === after || before === null || after === null) {
		return before === after;
	}
	const [left, right] = [Object.entries(before), Object.entries(after)];
	return (
		left.length === right.length &&
		left.every(([key, value], index) => right[index]?.[0] === key && right[index][1] === value)
	);
}
