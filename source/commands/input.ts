import {createReadStream} from 'node:fs';
import {createInterface} from 'node:readline';
import {Readable} from 'node:stream';
import {UsageError} from '../flags.ts';
import {parseLine} from '../reports/lines.ts';
import {type Report, reportOf} from '../reports/report.ts';
import {contentsOfBytes} from '../sources/content.ts';
import {firstTag} from '../sources/first-tag.ts';
import {PlainError, type Program} from './program.ts';

/** How much of an input is looked at to tell what it is. */
const lookBytes = 65_536;

/** What an input turned out to be: reports one by one, or an outline of feeds. */
export type Input =
	| {readonly kind: 'reports'; readonly reports: AsyncIterable<Report>}
	| {readonly kind: 'outline'; readonly text: string};

/**
 * Opens a file or standard input, told by its content: reports as JSON Lines are read one by one however many there are,
 * anything else (feed, page, text, outline) is read whole.
 *
 * @param name a path, or `-`
 * @param maxBytes for what is read whole
 * @throws {PlainError} where it cannot be read, or holds nothing that can be read
 */
export async function openInput(name: string, maxBytes: number, program: Program): Promise<Input> {
	if (name === '-' && process.stdin.isTTY)
		throw new UsageError('nothing is piped into standard input', 'read report.txt');
	const stream: Readable = name === '-' ? process.stdin : createReadStream(name);
	const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
	const start: Buffer[] = [];
	let size = 0;
	let isWhole = false;
	const more = async (limit: number): Promise<void> => {
		while (size < limit && !isWhole) {
			const chunk = await chunks.next().catch((error: NodeJS.ErrnoException) => {
				throw new PlainError(`${name} cannot be read (${error.code ?? error.message})`);
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
			reports: reportsOfLines(Readable.from(rest, {objectMode: false}), name, program),
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

async function* reportsOfLines(stream: Readable, name: string, program: Program): AsyncGenerator<Report> {
	const source = name === '-' ? 'stdin' : `file:${name}`;
	let number = 0;
	for await (const line of createInterface({input: stream, crlfDelay: Number.POSITIVE_INFINITY})) {
		number++;
		if (line.trim() === '') continue;
		try {
			yield parseLine(line, {source, now: program.clock()});
		} catch (error) {
			program.err(`trucewatch: ${name}, line ${number}: ${(error as Error).message}; left out\n`);
		}
	}
}

async function* reportsOfBytes(body: Uint8Array, name: string, program: Program): AsyncGenerator<Report> {
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
		if (report) yield report;
	}
}
