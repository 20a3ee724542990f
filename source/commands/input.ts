import {createReadStream} from 'node:fs';
import type {Readable} from 'node:stream';
import {UsageError} from '../flags.ts';
import {type Offered, readLine} from '../reports/lines.ts';
import {reportOf} from '../reports/report.ts';
import {contentsOfBytes} from '../sources/content.ts';
import {firstTag} from '../sources/first-tag.ts';
import {PlainError, type Program} from './program.ts';

/** How much of an input is looked at to tell what it is. */
const lookBytes = 65_536;

const examples = {read: 'read report.txt', import: 'import reports.jsonl'};

/** What an input turned out to be: reports one by one, or an outline of feeds. */
export type Input =
	| {readonly kind: 'reports'; readonly reports: AsyncIterable<Offered>}
	| {readonly kind: 'outline'; readonly text: string};

/**
 * Opens a file or standard input, told by its content: reports as JSON Lines are read one by one however many there are,
 * anything else (feed, page, text, outline) is read whole.
 *
 * @param name a path, or `-`
 * @param maxBytes for what is read whole
 * @throws {UsageError} where it is not there
 * @throws {PlainError} where it cannot be read, or holds nothing that can be read
 */
export async function openInput(
	name: string,
	maxBytes: number,
	program: Program,
	command: 'read' | 'import',
): Promise<Input> {
	if (name === '-' && process.stdin.isTTY)
		throw new UsageError('nothing is piped into standard input', examples[command]);
	const stream: Readable = name === '-' ? process.stdin : createReadStream(name);
	const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
	const start: Buffer[] = [];
	let size = 0;
	let isWhole = false;
	const more = async (limit: number): Promise<void> => {
		while (size < limit && !isWhole) {
			const chunk = await chunks.next().catch((error: NodeJS.ErrnoException) => {
				const message = `${name} cannot be read (${error.code ?? error.message})`;
				throw misnamed.has(error.code ?? '')
					? new UsageError(message, examples[command])
					: new PlainError(message);
			});
			if (chunk.done) isWhole = true;
			else {
				const bytes = Buffer.from(chunk.value);
				start.push(bytes);
				size += bytes.length;
			}
		}
	};
	await more(lookBytes);
	const head = Buffer.concat(start)
		.toString('utf8')
		.replace(/^\ufeff/, '')
		.trimStart();
	refuseOwnTables(head, name);
	if (isReportLine(head.split(/\r?\n/, 1)[0]!)) {
		const rest = {
			async *[Symbol.asyncIterator]() {
				yield* start;
				for (
					let chunk = isWhole ? null : await chunks.next();
					chunk && !chunk.done;
					chunk = await chunks.next()
				)
					yield chunk.value;
			},
		};
		return {
			kind: 'reports',
			reports: reportsOfLines(linesIn(rest), name, program),
		};
	}
	await more(maxBytes + 1);
	if (size > maxBytes)
		throw new PlainError(
			`${name} is over ${Math.round(maxBytes / 1024)} KB; give --max-body, or reports as JSON Lines, which have no limit`,
		);
	const body = Buffer.concat(start);
	if (firstTag(head) === 'opml') return {kind: 'outline', text: body.toString('utf8')};
	return {kind: 'reports', reports: reportsOfBytes(body, name, program)};
}

// What was named is not there, or is no file: for the user to mend.
const misnamed = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'ENAMETOOLONG', 'ELOOP']);

/** A line that is a JSON object with a title or a text, and no feed; one too long to be looked at whole is taken by its start. */
function isReportLine(line: string): boolean {
	if (!line.startsWith('{')) return false;
	try {
		const value = JSON.parse(line) as object;
		return (Object.hasOwn(value, 'title') || Object.hasOwn(value, 'text')) && !Object.hasOwn(value, 'items');
	} catch {
		// A broken first line does not make the rest anything else, where its keys are a report's.
		return /^\{\s*"(id|source|url|title|text|publishedAt|language|outlet)"\s*:/.test(line);
	}
}

/**
 * What export writes for other programs does not come back as reports.
 *
 * @throws {UsageError} where the beginning of an input is such a table
 */
function refuseOwnTables(head: string, name: string): void {
	const first = head.split(/\r?\n/, 1)[0]!;
	const columns = first.split(/[,;\t]/).map(column => column.replaceAll('"', ''));
	const begins = (...names: string[]) => names.every((column, index) => columns[index] === column);
	const table = begins('id', 'revision', 'source')
		? 'reports as CSV'
		: begins('kind', 'period', 'said_at')
			? 'facts as CSV'
			: begins('id', 'year', 'conflict_name')
				? 'the tally as a table'
				: first.startsWith('{"kind":') && first.includes('"sentence":')
					? 'facts'
					: first.startsWith('{"of":') && first.includes('"measure":')
						? 'the tally'
						: null;
	if (table !== null)
		throw new UsageError(
			`${name} holds ${table}, which is for other programs; reports are taken in as JSON Lines`,
			'export --what reports --format jsonl',
		);
}

// Some hundred times what a report may hold.
const lineLimit = 64 * 1024 * 1024;

/** Lines ended by a newline and by nothing else: a text may hold U+2028 as it is. One without an end in sight is given by its beginning. */
async function* linesIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let parts: string[] = [];
	let size = 0;
	const line = () => {
		const whole = parts.join('');
		parts = [];
		size = 0;
		return whole;
	};
	for await (const chunk of chunks) {
		const [first, ...others] = decoder.decode(chunk, {stream: true}).split('\n');
		const take = (part: string): void => {
			if (size < lineLimit) parts.push(part);
			size += part.length;
		};
		take(first!);
		for (const other of others) {
			yield line();
			take(other);
		}
	}
	yield line() + decoder.decode();
}

async function* reportsOfLines(
	lines: AsyncIterable<string>,
	name: string,
	program: Program,
): AsyncGenerator<Offered> {
	const source = name === '-' ? 'stdin' : `file:${name}`;
	let number = 0;
	for await (const line of lines) {
		number++;
		if (line.trim() === '') continue;
		try {
			yield readLine(line, {source, now: program.clock()});
		} catch (error) {
			program.err(`trucewatch: ${name}, line ${number}: ${(error as Error).message}; left out\n`);
		}
	}
}

async function* reportsOfBytes(body: Uint8Array, name: string, program: Program): AsyncGenerator<Offered> {
	const source = {
		id: name === '-' ? 'stdin' : `file:${name}`,
		name: name === '-' ? 'standard input' : name,
		language: null,
	};
	let contents: ReturnType<typeof contentsOfBytes>;
	try {
		contents = contentsOfBytes({url: '', status: 200, headers: {}, body}, name);
	} catch (error) {
		throw new PlainError((error as Error).message);
	}
	if (contents.kind === 'elsewhere') return;
	for (const note of contents.notes) program.err(`trucewatch: ${name}: ${note}\n`);
	for (const item of contents.items) {
		const report = reportOf(item, source, null, program.clock());
		if (report) yield {report, isKept: false, isTextDropped: false};
	}
}
