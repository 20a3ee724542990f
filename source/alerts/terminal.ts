import {cleanLine} from '../reports/clean.ts';

/** How a terminal is told to show a notification. */
export type Notification = {
	/** The terminal, for people. */
	readonly terminal: string;
	readonly by: 'OSC 9' | 'OSC 777';
	/** Whether it has to be handed through tmux. */
	readonly isThroughTmux: boolean;
};

/** What tmux says of itself and of the terminal that it runs in. */
export type Tmux = {
	/** Whether it lets escape sequences through (`allow-passthrough`, off unless set; before 3.3, always). */
	readonly isPassing: boolean;
	/** Its `client_termname` and `client_termtype`, such as `xterm-kitty` and `iTerm2 3.5.0`. */
	readonly names: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

/*
 * What is documented, and no more: OSC 9 is a notification in one terminal and an order in another. ConEmu starts programs by it,
 * and Windows Terminal, which ConEmu's orders come from, shows no notifications by it or by 777 as released.
 * https://iterm2.com/documentation-escape-codes.html, https://wezterm.org/config/lua/config/notification_handling.html,
 * https://sw.kovidgoyal.net/kitty/changelog/, https://conemu.github.io/en/AnsiEscapeCodes.html
 */
const terminals: readonly (readonly [
	terminal: string,
	by: Notification['by'],
	is: (of: Environment) => boolean,
	inTmux: RegExp,
])[] = [
	['kitty', 'OSC 9', ({TERM, KITTY_WINDOW_ID}) => TERM === 'xterm-kitty' || !!KITTY_WINDOW_ID, /kitty/i],
	[
		'Ghostty',
		'OSC 777',
		({TERM, TERM_PROGRAM}) => TERM === 'xterm-ghostty' || TERM_PROGRAM === 'ghostty',
		/ghostty/i,
	],
	[
		'WezTerm',
		'OSC 777',
		({TERM, TERM_PROGRAM}) => TERM === 'wezterm' || TERM_PROGRAM === 'WezTerm',
		/wezterm/i,
	],
	[
		'iTerm2',
		'OSC 9',
		({TERM_PROGRAM, LC_TERMINAL}) => TERM_PROGRAM === 'iTerm.app' || LC_TERMINAL === 'iTerm2',
		/iterm/i,
	],
	['Warp', 'OSC 9', ({TERM_PROGRAM}) => TERM_PROGRAM === 'WarpTerminal', /warp/i],
	['foot', 'OSC 777', ({TERM}) => /^foot\b/.test(TERM ?? ''), /\bfoot\b/i],
	['rxvt-unicode', 'OSC 777', ({TERM}) => /^rxvt-unicode/.test(TERM ?? ''), /rxvt-unicode/i],
	['Contour', 'OSC 777', ({TERM}) => /^contour\b/.test(TERM ?? ''), /\bcontour\b/i],
	['Konsole', 'OSC 777', ({KONSOLE_VERSION}) => !!KONSOLE_VERSION, /konsole/i],
	// Shown by the builds that Fedora and its like ship; taken in without a trace by the others since 0.46.
	['VTE', 'OSC 777', ({VTE_VERSION}) => Number(VTE_VERSION) >= 4600, /\bVTE\b/],
];

/**
 * The notification that a terminal is known to show; null: the bell alone.
 *
 * @param tmux null: not inside it, or it does not say
 */
export function notificationOf(environment: Environment, tmux: Tmux | null): Notification | null {
	if (environment.TMUX) {
		// What the environment says is of the terminal that tmux was started in, which may not be the one it is looked at in.
		const found = tmux?.isPassing ? terminals.find(([, , , inTmux]) => inTmux.test(tmux.names)) : undefined;
		return found ? {terminal: found[0], by: found[1], isThroughTmux: true} : null;
	}
	const isForeign =
		environment.TERM === 'dumb' || !!environment.STY || /^(screen|tmux)/.test(environment.TERM ?? '');
	if (isForeign || environment.ConEmuPID || environment.WT_SESSION) return null;
	const found = terminals.find(([, , is]) => is(environment));
	return found ? {terminal: found[0], by: found[1], isThroughTmux: false} : null;
}

const textLimit = 200;

/**
 * What is written for a notification to be shown: it moves no cursor and shows nothing on the screen itself.
 *
 * @param text anything; no control of it gets through
 */
export function notificationSequence({by, isThroughTmux}: Notification, text: string): string {
	const {text: line, isCut} = cleanLine(text, textLimit);
	// A semicolon parts the fields of 777; after OSC 9, digits and a semicolon are an order.
	const plain = `${line}${isCut ? '…' : ''}`.replaceAll(';', ',');
	const sequence =
		by === 'OSC 9' ? `\u001b]9;trucewatch: ${plain}\u0007` : `\u001b]777;notify;trucewatch;${plain}\u0007`;
	return isThroughTmux ? `\u001bPtmux;${sequence.replaceAll('\u001b', '\u001b\u001b')}\u001b\\` : sequence;
}
