import {stripVTControlCharacters} from 'node:util';
import {type IPty, spawn} from '@lydell/node-pty';

export type Started = {
	readonly child: IPty;
	/** Milliseconds from the start until what was written matches; rejects where the program ends before. */
	seen(what: RegExp): Promise<number>;
	/** Milliseconds for how long nothing was written. */
	quietMs(): number;
	/** Settles once it has ended on its own; rejects where that takes longer. */
	ended(withinMs: number): Promise<void>;
	/** Asks it to quit, and waits until it has. */
	quit(): Promise<void>;
};

/** A row of the tally with its number: the screen as people wait for it. */
export const tallyRow = /\bkilled {2,}\d/;

const giveUpAfterMs = 60_000;

/** Starts a Node program in a pseudo-terminal of 160 by 50; its environment is empty but for what is given. */
export function startInTerminal(
	args: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Started {
	const startedAt = performance.now();
	const child = spawn(process.execPath, [...args], {
		name: 'xterm-256color',
		cols: 160,
		rows: 50,
		env: {PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/', LANG: 'C.UTF-8', ...env},
	});
	let written = '';
	let lastAt = startedAt;
	let hasEnded = false;
	const watchers = new Set<() => void>();
	const tell = (): void => {
		for (const watcher of [...watchers]) watcher();
	};
	child.onData(data => {
		lastAt = performance.now();
		// A program that is watched for a minute writes more than anybody looks through.
		written = (written + data).slice(-200_000);
		tell();
	});
	const ended = new Promise<void>(resolve => {
		child.onExit(() => {
			hasEnded = true;
			resolve();
			tell();
		});
	});

	const text = (): string => stripVTControlCharacters(written);
	const until = (holds: () => boolean, what: string, withinMs: number): Promise<void> =>
		new Promise((resolve, reject) => {
			const settle = (fault: string | null): void => {
				watchers.delete(look);
				clearTimeout(deadline);
				if (fault === null) resolve();
				else reject(new Error(`${args.join(' ')} ${fault} ${what}; it wrote:\n${text()}`));
			};
			const look = (): void => {
				if (holds()) settle(null);
				else if (hasEnded) settle('ended before it');
			};
			const deadline = setTimeout(() => settle('never'), withinMs);
			watchers.add(look);
			look();
		});

	return {
		child,
		async seen(what) {
			await until(() => what.test(text()), `showed ${what}`, giveUpAfterMs);
			return lastAt - startedAt;
		},
		quietMs: () => performance.now() - lastAt,
		ended: withinMs => until(() => hasEnded, 'ended', withinMs),
		async quit() {
			const deadline = setTimeout(() => child.kill('SIGKILL'), 10_000);
			if (!hasEnded) child.write('q');
			await ended;
			clearTimeout(deadline);
		},
	};
}
