import {execFile} from 'node:child_process';
import {type Notification, notificationOf, type Tmux} from '../alerts/terminal.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** tmux answers at once or is not there. */
const giveUpAfterMs = 1000;

/** The notification that the terminal is known to show, asking tmux where that is in between; null: the bell alone. */
export async function terminalNotification(environment: Environment): Promise<Notification | null> {
	return notificationOf(environment, environment.TMUX ? await askTmux(environment) : null);
}

function askTmux(environment: Environment): Promise<Tmux | null> {
	const pane = environment.TMUX_PANE;
	const what = '#{allow-passthrough}|#{version}|#{client_termname} #{client_termtype}';
	return new Promise(resolve => {
		execFile(
			'tmux',
			['display-message', '-p', ...(pane ? ['-t', pane] : []), what],
			{timeout: giveUpAfterMs, env: {...environment}, windowsHide: true},
			(error, answer) => resolve(error ? null : tmuxOf(answer)),
		);
	});
}

/** Reads tmux's answer: `on|3.4|xterm-256color iTerm2 3.5`. */
export function tmuxOf(answer: string): Tmux | null {
	const [allowed, version, ...names] = answer.trim().split('|');
	if (version === undefined) return null;
	// Before the option came, everything was let through.
	const isOld = allowed === '' && Number.parseFloat(version) < 3.3;
	return {isPassing: isOld || /^(1|2|on|all)$/.test(allowed ?? ''), names: names.join('|')};
}
