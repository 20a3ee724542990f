import {cleanLine} from '../reports/clean.ts';
import type {Answer, Ask, Contents, Kind, Source, SourceMemory} from '../sources/source.ts';
import {noValidators, type Reply, type Validators} from './outcome.ts';
import type {Answered, Requester} from './request.ts';
import {RequestError} from './request-error.ts';
import {maxAgeMs} from './schedule.ts';
import {type Bad, describe, judge} from './verdict.ts';

/** What one try over the network needs. */
export type Asked = {
	readonly source: Source;
	readonly memory: SourceMemory | null;
	readonly kind: Kind;
	readonly requester: Pick<Requester, 'request'>;
	readonly clock: () => number;
	readonly signal?: AbortSignal | undefined;
};

type Items = Contents & {kind: 'items'};

/** A page may name any number of feeds. */
const candidateLimit = 12;
const cutNote = 'the connection broke off before the end of the answer';

/** Asks a source over the network, conditionally where it was read before, and looks where its answer points. */
export async function ask({source, memory, kind, requester, clock, signal}: Asked): Promise<Reply> {
	const plain = askOf(kind, source, memory);
	if ('is' in plain) {
		return bad(plain);
	}
	// An address that the source led to is held to the same bounds as the redirect that gave it.
	const from = plain.url === source.address ? undefined : source.address;
	const conditions = conditionsOf(memory);
	const isConditional = Object.keys(conditions).length > 0;
	const conditional = {...plain, headers: {...plain.headers, ...conditions}};
	let answer = await requester.request(conditional, {signal, from});
	const validatorsUrl = memory?.validatorsUrl ?? answer.url;
	if (answer.status === 304 && isConditional && answer.url !== validatorsUrl) {
		answer = await requester.request(plain, {signal, from});
	}

	const verdict = judge(answer, clock());
	const freshMs = maxAgeMs(answer.headers['cache-control']);
	const movedTo = answer.permanentUrl ?? memory?.movedTo ?? null;
	if (verdict.is === 'unchanged') {
		return answer.status === 304 && !isConditional
			? bad(failing(`${hostOf(answer)} says “not modified”, but was not asked that`), {
					keepsValidators: false,
				})
			: {is: 'unchanged', movedTo, freshMs: memory?.freshMs ?? freshMs};
	}
	if (verdict.is !== 'contents') {
		const isLost = answer.status === 404 || answer.status === 410;
		return bad(verdict, {keepsMove: !isLost});
	}
	const contents = read(kind, source, answer);
	if ('is' in contents) {
		return bad(contents, {keepsValidators: false, keepsMove: false});
	}
	return contents.kind === 'items'
		? itemsOf(contents, answer, movedTo)
		: discover(contents.urls, answer, plain, {source, memory, kind, requester, clock, signal});
}

/** Tries where a page says that its feed is, each once; the first that holds something is asked from now on. */
async function discover(urls: readonly string[], page: Answered, plain: Ask, asked: Asked): Promise<Reply> {
	const {source, kind, requester, clock, signal} = asked;
	const dead = new Set<string>();
	const tried: string[] = [];
	let empty: Reply | null = null;
	let last: Bad | null = null;
	for (const url of [...new Set(urls)]
		.filter(each => each !== page.url && URL.canParse(each))
		.slice(0, candidateLimit)) {
		const {host, origin} = new URL(url);
		if (dead.has(host)) {
			continue;
		}
		tried.push(url);
		const headers = origin === new URL(page.url).origin ? plain.headers : {};
		try {
			const answer = await requester.request({url, headers}, {signal, from: page.url});
			const verdict = judge(answer, clock());
			const contents = verdict.is === 'contents' ? read(kind, source, answer) : null;
			if (contents && 'kind' in contents && contents.kind === 'items') {
				const movedTo = answer.permanentUrl ?? url;
				const note = `the feed was found at ${cleanLine(movedTo, 300).text}`;
				const reply = itemsOf(contents, answer, movedTo, [note]);
				if (contents.items.length > 0) {
					return reply;
				}
				empty ??= reply;
			} else if (verdict.is !== 'contents' && verdict.is !== 'unchanged') {
				last = verdict;
				if (verdict.is === 'blocked' || answer.status === 429 || verdict.notBeforeAt !== null) {
					// Asked to stop, so no further guess is made.
					return empty ?? bad(verdict, {keepsValidators: false, keepsMove: false});
				}
			}
		} catch (error) {
			if (!(error instanceof RequestError) || error.failure === 'stopped') {
				throw error;
			}
			last = failing(error.message);
			dead.add(host);
		}
	}
	if (empty) {
		return empty;
	}
	const places = tried.length === 0 ? '' : `; tried ${tried.map(url => shown(url, page.url)).join(', ')}`;
	const why = last && dead.size > 0 ? ` (${last.reason})` : '';
	const reason = cleanLine(`${hostOf(page)}: no feed was found on the page${places}${why}`, 400).text;
	return bad(failing(reason), {keepsValidators: false, keepsMove: false});
}

function askOf(kind: Kind, source: Source, memory: SourceMemory | null): Ask | Bad {
	try {
		const {url, headers} = kind.ask(source, memory);
		// Made conditional here alone, where it is known which address the validators are of.
		const kept = Object.entries(headers).filter(([name]) => !/^if-(none-match|modified-since)$/i.test(name));
		return {url, headers: Object.fromEntries(kept)};
	} catch (error) {
		return {...failing(cleanLine((error as Error).message, 400).text), isRefused: true};
	}
}

function read(kind: Kind, source: Source, answer: Answered): Contents | Bad {
	if (answer.body.length === 0) {
		return failing(`${hostOf(answer)} answered with nothing at all`);
	}
	try {
		return kind.read(source, answer);
	} catch (error) {
		const got = describe(answer);
		const message = cleanLine((error as Error).message, 300).text;
		const isSaid = message.includes('got') && !got.includes('“');
		const more = answer.isCut ? `; ${cutNote}` : isSaid ? '' : `; it sent ${got}`;
		return failing(`${hostOf(answer)}: ${message}${more}`);
	}
}

function itemsOf(
	contents: Items,
	answer: Answered,
	movedTo: string | null,
	own: readonly string[] = [],
): Reply {
	const freshMs = Math.max(contents.ttlMs ?? -1, maxAgeMs(answer.headers['cache-control']) ?? -1);
	return {
		is: 'items',
		items: contents.items,
		notes: [...own, ...(answer.isCut ? [cutNote] : []), ...contents.notes],
		validators: isWhole(contents, answer) ? validatorsOf(answer) : noValidators,
		movedTo,
		freshMs: freshMs < 0 ? null : freshMs,
	};
}

// Only the end of the connection tells where such a body ends: what is odd about it may be that half is missing,
// and “not modified” would keep the other half away for good.
function isWhole({notes}: Items, {headers, isCut}: Answered): boolean {
	if (isCut) {
		return false;
	}
	return (
		notes.length === 0 ||
		headers['content-length'] !== undefined ||
		headers['transfer-encoding'] !== undefined
	);
}

// What could not be sent back as it came is not kept.
function validatorsOf({headers, url}: Answer): Validators {
	const kept = (value: string | undefined) =>
		value !== undefined && /^[\t\x20-\x7e\x80-\xff]{1,1024}$/.test(value) ? value : null;
	const etag = kept(headers.etag);
	const lastModified = kept(headers['last-modified']);
	return etag === null && lastModified === null ? noValidators : {etag, lastModified, validatorsUrl: url};
}

function conditionsOf(memory: SourceMemory | null): Record<string, string> {
	return {
		...(memory?.etag ? {'if-none-match': memory.etag} : {}),
		...(memory?.lastModified ? {'if-modified-since': memory.lastModified} : {}),
	};
}

function failing(reason: string): Bad {
	return {is: 'failing', reason, isRefused: false, notBeforeAt: null};
}

function bad(why: Bad, kept: {keepsValidators?: boolean; keepsMove?: boolean} = {}): Reply {
	return {keepsValidators: true, keepsMove: true, ...why, ...kept};
}

function hostOf(answer: Answer): string {
	return new URL(answer.url).host;
}

function shown(url: string, base: string): string {
	const {origin, pathname, search} = new URL(url);
	return origin === new URL(base).origin ? pathname + search : url;
}
