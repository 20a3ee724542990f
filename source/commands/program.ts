import about from '../../package.json' with {type: 'json'};

/** What a command has of the world: where it writes, what the environment says, and when it is asked to stop. */
export type Program = {
	/** URL of the file that was started. */
	readonly entry: string;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly isTerminal: boolean;
	/** Whether what was asked for is shown by a terminal. */
	readonly isOutTerminal: boolean;
	/** Whether everything else is. */
	readonly isErrorTerminal: boolean;
	/** Width of the terminal; 100 where there is none. */
	readonly columns: number;
	/** What was asked for, and nothing else. */
	out(text: string): void;
	/** Settles once what was printed has gone far enough that more may follow. */
	drained(): Promise<void>;
	/** Everything else. */
	err(text: string): void;
	/** Aborted by SIGINT, SIGTERM or SIGHUP. */
	readonly stopped: AbortSignal;
	clock(): number;
};

/** Whether a screen can be drawn: a dumb terminal would show every order to it as rubbish. */
export function canDraw({isTerminal, environment}: Pick<Program, 'isTerminal' | 'environment'>): boolean {
	return isTerminal && environment.TERM !== 'dumb';
}

/** A fault that the user can do something about: told in one line, without a stack. Ends the program with exit code 1. */
export class PlainError extends Error {
	override readonly name = 'PlainError';
}

/**
 * How trucewatch names itself to the sources that it asks.
 *
 * Who asks much is asked to say where they can be reached: `TRUCEWATCH_CONTACT` is told where it is set, an address or a mail address.
 */
export function userAgentOf(environment: Readonly<Record<string, string | undefined>>): string {
	// Only what a header may hold.
	const contact = (environment.TRUCEWATCH_CONTACT ?? '')
		.replace(/[^\x21-\x7e]+/g, ' ')
		.trim()
		.slice(0, 200);
	return `trucewatch/${about.version} (${contact === '' ? 'conflict monitor' : `conflict monitor; ${contact}`})`;
}

/** Through a proxy, names are looked up by the proxy, so that private addresses cannot be told: used only where one is named. */
export function hasProxy(environment: Readonly<Record<string, string | undefined>>): boolean {
	return ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'].some(name => environment[name]);
}

/** Settles when the program is asked to stop. */
export function stopOf(program: Program): Promise<void> {
	return new Promise(resolve => {
		if (program.stopped.aborted) resolve();
		program.stopped.addEventListener('abort', () => resolve(), {once: true});
	});
}
