import type {Program} from './program.ts';

/** What is done sooner needs no telling. */
const patienceMs = 2_000;
const betweenMs = 250;

/** Says how far something long has come, in one line that is written over. */
export type Progress = {
	tell(text: string): void;
	/** Takes the line away. */
	end(): void;
};

/** On standard error, and only where a terminal shows it and nothing else may be written between. */
export function createProgress(
	{isErrorTerminal, environment, err}: Pick<Program, 'isErrorTerminal' | 'environment' | 'err'>,
	clock: () => number = () => performance.now(),
): Progress {
	if (!isErrorTerminal || environment.TERM === 'dumb') return {tell: () => {}, end: () => {}};
	let nextAt = clock() + patienceMs;
	let isTold = false;
	return {
		tell(text) {
			if (clock() < nextAt) return;
			nextAt = clock() + betweenMs;
			isTold = true;
			// The cursor goes back to the start: a warning that comes now is written over it.
			err(`trucewatch: ${text}\u001b[K\r`);
		},
		end() {
			if (isTold) err('\u001b[K');
			isTold = false;
		},
	};
}
