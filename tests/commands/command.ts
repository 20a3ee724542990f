import {type ChildProcess, spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after} from 'node:test';

export type Ended = {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
};

/** A folder for one test file, gone when its tests have ended. */
export function folder(): string {
	const made = mkdtempSync(path.join(tmpdir(), 'trucewatch-test-'));
	after(() => rmSync(made, {recursive: true, force: true, maxRetries: 5, retryDelay: 50}));
	return made;
}

/** Starts the real program, with a home of its own. */
export function start(
	args: readonly string[],
	home: string,
	environment: Record<string, string> = {},
): ChildProcess {
	return spawn(process.execPath, [process.env.TRUCEWATCH_COMMAND!, ...args], {
		env: {PATH: process.env.PATH, TRUCEWATCH_HOME: home, LANG: 'C.UTF-8', ...environment},
		stdio: ['pipe', 'pipe', 'pipe'],
	});
}

/** Settles when a program has ended. */
export function ended(child: ChildProcess): Promise<Ended> {
	let stdout = '';
	let stderr = '';
	child.stdout!.setEncoding('utf8').on('data', text => {
		stdout += text;
	});
	child.stderr!.setEncoding('utf8').on('data', text => {
		stderr += text;
	});
	return new Promise(resolve =>
		child.once('close', (code, signal) => resolve({code, signal, stdout, stderr})),
	);
}

/** Runs the real program to its end. */
export function run(
	args: readonly string[],
	{home, input = '', environment = {}}: {home: string; input?: string; environment?: Record<string, string>},
): Promise<Ended> {
	const child = start(args, home, environment);
	child.stdin!.on('error', () => {});
	child.stdin!.end(input);
	return ended(child);
}

/** A server on this machine's loopback address, closed when the tests of the file have ended. */
export async function serve(
	answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
	const server: Server = createServer(answer);
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	after(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export type Entry = {readonly id: string; readonly title: string; readonly text: string; readonly at: string};

/** An RSS feed of these entries. */
export function rss(entries: readonly Entry[]): string {
	const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
	const items = entries.map(
		({id, title, text, at}) =>
			`<item><guid isPermaLink="false">${id}</guid><title>${escaped(title)}</title><link>https://news.example/${id}</link><pubDate>${new Date(at).toUTCString()}</pubDate><description>${escaped(text)}</description></item>`,
	);
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>Example Agency</title><link>https://news.example/</link>${items.join('')}</channel></rss>`;
}

/** What one test needs of a report: a toll by a ministry. */
export function tollEntry(id: string, killed: number, at: string): Entry {
	return {
		id,
		title: `Border clashes, bulletin ${id}`,
		text: `Kyrgyzstan's Health Ministry said ${killed} people had been killed and ${killed * 3} wounded in the fighting.`,
		at,
	};
}

/** The lines of a text, each a JSON object. */
export function objects(text: string): Record<string, unknown>[] {
	return text
		.split('\n')
		.filter(Boolean)
		.map(line => JSON.parse(line) as Record<string, unknown>);
}
