import {spawn} from 'node:child_process';

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
	darwin: ['open'],
	win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/**
 * The program and arguments that open a link: those of `$BROWSER` (words apart by blanks, the first of several apart by colons,
 * `%s` for the link), else the system's own.
 */
export function openerOf(
	url: string,
	browser: string | undefined,
	platform: NodeJS.Platform,
): readonly [string, ...string[]] {
	// A colon parts several browsers, but not the drive of a Windows path.
	const first = platform === 'win32' ? browser : browser?.split(':').find(Boolean);
	const words = first?.trim() ? first.trim().split(/\s+/) : (openers[platform] ?? ['xdg-open']);
	const [program, ...rest] = words.some(word => word.includes('%s'))
		? words.map(word => word.replaceAll('%s', url))
		: [...words, url];
	return [program!, ...rest];
}

/**
 * Opens a link outside the terminal, without a shell and without waiting for it.
 *
 * @returns null once it has started, else what went wrong in a sentence
 */
export function openLink(
	url: string,
	environment: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
	if (!/^https?:\/\//.test(url)) return Promise.resolve(`not a web link: ${url}`);
	const [program, ...rest] = openerOf(url, environment.BROWSER, process.platform);
	return new Promise(resolve => {
		const child = spawn(program, rest, {stdio: 'ignore', detached: true});
		child.once('error', error =>
			resolve(
				`${program} could not be started (${(error as NodeJS.ErrnoException).code}); set BROWSER to a program that opens links`,
			),
		);
		child.once('spawn', () => {
			child.unref();
			resolve(null);
		});
	});
}
