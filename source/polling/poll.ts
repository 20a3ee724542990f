import {cleanLine} from '../reports/clean.ts';
import type {Kind, KindName, Outcome, Source, SourceMemory} from '../sources/source.ts';
import {ask} from './ask.ts';
import {readLocal, readPiped} from './file.ts';
import {noValidators, outcomeOf, type Reply} from './outcome.ts';
import type {Requester} from './request.ts';
import {RequestError} from './request-error.ts';
import type {Pace} from './schedule.ts';

/** What one try of a source needs. */
export type Try = {
	readonly source: Source;
	readonly memory: SourceMemory | null;
	readonly kinds: Readonly<Record<KindName, Kind>>;
	readonly requester: Pick<Requester, 'request'>;
	/** Milliseconds since the epoch. */
	readonly clock: () => number;
	readonly pace: Pace;
	/** Of a local file or of what is piped in; for the rest the requester has its own. */
	readonly maxBodyBytes: number;
	readonly signal?: AbortSignal | undefined;
	/** Instead of the process's own, in tests. */
	readonly stdin?: AsyncIterable<Uint8Array | string> | undefined;
};

/**
 * Tries a source once. Whatever is wrong with it is an outcome, not an error.
 *
 * @throws {RequestError} “stopped”, where the signal ended it: that says nothing about the source
 */
export async function poll(attempt: Try): Promise<Outcome> {
	const {source, memory, pace, clock} = attempt;
	const reply = await reach(attempt).catch((error: unknown): Reply => {
		if (!(error instanceof RequestError) || error.failure === 'stopped') {
			throw error;
		}
		const isRefused = error.failure === 'address' && source.kind !== 'file';
		const why = {is: 'failing', reason: error.message, isRefused, notBeforeAt: null} as const;
		return {...why, keepsValidators: true, keepsMove: true};
	});
	return outcomeOf(reply, {source, memory, pace, now: clock()});
}

function reach(attempt: Try): Promise<Reply> {
	const {source, kinds} = attempt;
	const isLocal = source.kind === 'file' || source.kind === 'stdin';
	return isLocal ? open(attempt) : ask({...attempt, kind: kinds[source.kind]});
}

/** Reads what lies on this machine; a file that was not written to since is not read again. */
async function open({
	source,
	memory,
	kinds,
	maxBodyBytes,
	signal,
	stdin = process.stdin,
}: Try): Promise<Reply> {
	const isFile = source.kind === 'file';
	const limits = {maxBytes: maxBodyBytes, signal, known: memory?.etag ?? null};
	const {url, version, body} = isFile
		? await readLocal(source.address, limits)
		: {url: 'stdin:', version: null, body: await readPiped(stdin, limits)};
	const same = {movedTo: null, freshMs: null};
	if (body === null) {
		return {is: 'unchanged', ...same};
	}
	try {
		const contents = kinds[source.kind].read(source, {url, status: 200, headers: {}, body});
		if (contents.kind === 'elsewhere') {
			throw new Error('expected reports or a feed, got a page');
		}
		const {items, notes} = contents;
		return {is: 'items', items, notes, validators: {...noValidators, etag: version}, ...same};
	} catch (error) {
		const reason = cleanLine(`${source.name}: ${(error as Error).message}`, 400).text;
		const why = {is: 'failing', reason, isRefused: false, notBeforeAt: null} as const;
		return {...why, keepsValidators: false, keepsMove: true};
	}
}
