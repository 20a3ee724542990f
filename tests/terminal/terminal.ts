import {spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';

export type OpenedTerminal = {
	/** What is seen now, row by row, without the spaces at the end. */
	screen(): string[];
	/** True while the program has the alternate screen. */
	isAlternate(): boolean;
	isCursorShown(): boolean;
	/** All that the program wrote, as it was written. */
	written(): string;
	/** Text of a row with the style of each cell: `b` bold, `i` inverse, `u` underlined, `c` coloured, `.` none. */
	styles(row: number): string;
	type(keys: string): void;
	resize(columns: number, rows: number): void;
	kill(signal: string): void;
	/**
	 * Waits until the screen is as asked.
	 *
	 * @throws {Error} with the screen as it is, after ten seconds without
	 */
	until(predicate: (screen: string[]) => boolean, what?: string): Promise<string[]>;
	/** The exit code; what was written before is on the screen by then. */
	readonly exit: Promise<number>;
};

export type TerminalOptions = {
	readonly command: string;
	readonly args?: readonly string[];
	readonly columns?: number;
	readonly rows?: number;
	/** The whole environment but PATH and HOME: nothing of the one that runs the tests gets in. */
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
};

const giveUpAfterMs = 10_000; // a start takes one second on two busy cores

/** Starts a program in a real pseudo-terminal, with a terminal emulator that draws what it writes. */
export function openTerminal({
	command,
	args = [],
	columns = 100,
	rows = 30,
	env = {},
	cwd,
}: TerminalOptions): OpenedTerminal {
	const emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 1000});
	const child = spawn(command, [...args], {
		name: 'xterm-256color',
		cols: columns,
		rows,
		cwd: cwd ?? process.cwd(),
		env: {PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/', LANG: 'C.UTF-8', ...env},
	});
	// What the emulator has drawn so far; it draws a little later than it is given.
	let written = '';
	const watchers = new Set<() => void>();
	const changed = (): void => {
		for (const watcher of [...watchers]) {
			watcher();
		}
	};
	child.onData(data => {
		emulator.write(data, () => {
			written += data;
			changed();
		});
	});
	// Replies of the emulator, such as where the cursor is.
	emulator.onData(reply => child.write(reply));
	const exit = new Promise<number>(resolve => {
		child.onExit(({exitCode, signal}) =>
			emulator.write('', () => {
				resolve(signal ? 128 + signal : exitCode);
				changed();
			}),
		);
	});
	const rowsOf = (): string[] => {
		const {active} = emulator.buffer;
		return Array.from(
			{length: emulator.rows},
			(_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
		);
	};
	return {
		screen: rowsOf,
		exit,
		isAlternate: () => emulator.buffer.active.type === 'alternate',
		isCursorShown: () => written.lastIndexOf('\u001b[?25h') >= written.lastIndexOf('\u001b[?25l'),
		written: () => written,
		styles(row) {
			const {active} = emulator.buffer;
			const line = active.getLine(active.viewportY + row);
			return Array.from({length: emulator.cols}, (_, column) => {
				const cell = line?.getCell(column);
				if (!cell) {
					return '.';
				}
				return cell.isInverse()
					? 'i'
					: cell.isUnderline()
						? 'u'
						: cell.isBold()
							? 'b'
							: cell.isFgDefault()
								? '.'
								: 'c';
			}).join('');
		},
		type: keys => child.write(keys),
		resize(toColumns, toRows) {
			emulator.resize(toColumns, toRows);
			child.resize(toColumns, toRows);
		},
		kill: signal => child.kill(signal),
		until(predicate, what = predicate.toString()) {
			return new Promise((resolve, reject) => {
				const settle = (act: () => void): void => {
					watchers.delete(look);
					clearTimeout(deadline);
					act();
				};
				const look = (): void => {
					// Between the two marks of a synchronized update a frame is half drawn.
					const isWhole = written.lastIndexOf('\u001b[?2026h') <= written.lastIndexOf('\u001b[?2026l');
					const screen = rowsOf();
					if (isWhole && predicate(screen)) {
						settle(() => resolve(screen));
					}
				};
				const deadline = setTimeout(
					() => settle(() => reject(new Error(`never came: ${what}\n${rowsOf().join('\n')}`))),
					giveUpAfterMs,
				);
				watchers.add(look);
				look();
			});
		},
	};
}
