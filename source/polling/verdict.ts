import {decodeHTML} from 'entities';
import {cleanLine} from '../reports/clean.ts';
import {decoded} from '../sources/feed/encoding.ts';
import type {Answer} from '../sources/source.ts';
import {retryAt} from './schedule.ts';

/** Why an answer is of no use. */
export type Bad = {
	readonly is: 'failing' | 'blocked' | 'gone';
	/** A sentence for people. */
	readonly reason: string;
	/** Whether asking the same again would be refused again. */
	readonly isRefused: boolean;
	/** When it asks to be asked again; null: it does not say. */
	readonly notBeforeAt: number | null;
};

/** What an answer's status and headers mean. `contents`: the body is to be read; `unchanged`: there is nothing new. */
export type Verdict = {readonly is: 'contents'} | {readonly is: 'unchanged'} | Bad;

/** Decides by status and headers what an answer is. */
export function judge(answer: Answer, now: number): Verdict {
	const {status, headers} = answer;
	const host = new URL(answer.url).host;
	const notBeforeAt = retryAt(headers['retry-after'], now);
	const bad = (is: 'failing' | 'blocked' | 'gone', words: string, isRefused = is !== 'failing'): Bad => {
		const until = notBeforeAt === null ? '' : `; it asks to wait until ${clockTime(notBeforeAt)}`;
		return {is, reason: `${host} ${words} (${status})${until}`, isRefused, notBeforeAt};
	};
	if (isChallenge(answer)) {
		return bad('blocked', 'asks for proof that a person is reading');
	}
	if (status === 304) {
		return {is: 'unchanged'};
	}
	// 205 and 204 have no body; 202 has one in the wild, whatever it means.
	if (status >= 200 && status < 300) {
		return status === 204 || status === 205 ? {is: 'unchanged'} : {is: 'contents'};
	}
	const why = said(answer);
	switch (status) {
		case 401:
			return bad('blocked', `wants a key or a password${why}`);
		case 402:
			return bad('blocked', `wants to be paid${why}`);
		case 403:
			return bad('blocked', `refuses us${why}`);
		case 407:
			return bad('blocked', `cannot be reached: the proxy wants a password${why}`);
		case 451:
			return bad('blocked', `may not be shown here, by order of the law${why}`);
		case 404:
			return bad('failing', 'has nothing at this address');
		case 410:
			return bad('gone', 'has removed this for good');
		case 400:
		case 405:
		case 406:
		case 414:
		case 422:
			return bad('failing', `does not accept the request${why}`, true);
		case 408:
			return bad('failing', 'did not wait for the request');
		case 429:
			return bad('failing', 'is asked too often');
		case 503:
			return bad('failing', 'is not available for now');
	}
	if (status >= 300 && status < 400) {
		return bad('failing', 'redirects without saying where');
	}
	if (status >= 400 && status < 500) {
		return bad('failing', `does not accept the request${why}`);
	}
	return bad(
		'failing',
		status >= 520 && status <= 527 ? 'cannot reach its own server' : 'reports a fault on its own side',
	);
}

const feedStart = /^<(\?xml|rss|feed|rdf:rdf)\b/i;

/** What a body that could not be read is, for the sentence that says so: “a page, “Access denied””. */
export function describe(answer: Answer): string {
	const text = start(answer);
	if (text === '') {
		return 'nothing at all';
	}
	if (
		/^<(!doctype html|html|head|body)\b/i.test(text) ||
		/\bhtml\b/i.test(answer.headers['content-type'] ?? '')
	) {
		const title = pageTitle(text);
		return title === '' ? 'a page' : `a page, “${title}”`;
	}
	if (feedStart.test(text)) {
		return 'XML';
	}
	return /^[{[]/.test(text) ? 'JSON' : 'something else';
}

const checkTitles =
	/<title>\s*(just a moment\.\.\.|attention required! \| cloudflare|ddos-guard|checking your browser|please wait\.\.\. \| cloudflare)/i;
// Pages that are no check carry these, too: they count only where the status refuses.
const checkScripts =
	/\/cdn-cgi\/challenge-platform\/|\/\.well-known\/ddos-guard\/|awswafcookiedomainlist|servicepipe\.ru/i;

// Bot checks answer 202, 403, 503 or even 200 with a page that wants JavaScript.
function isChallenge(answer: Answer): boolean {
	const {headers, status} = answer;
	if (headers['x-amzn-waf-action'] === 'challenge' || headers['cf-mitigated'] === 'challenge') {
		return true;
	}
	const isRefusal = status === 202 || status === 403 || status === 429 || status === 503;
	const text = isRefusal || status === 200 ? start(answer) : '';
	return isMarkup(text) && (checkTitles.test(text) || (isRefusal && checkScripts.test(text)));
}

function isMarkup(text: string): boolean {
	return text.startsWith('<') && !feedStart.test(text);
}

// In the words of whoever refuses, cleaned and short: “: Access denied by country”.
function said(answer: Answer): string {
	const text = start(answer);
	const words = /^</.test(text) ? pageTitle(text) : /^\{/.test(text) ? jsonReason(text) : text;
	const line = cleanLine(words, 160).text;
	// “403 Forbidden” says what the status says.
	const isStatus =
		/^(error )?\d{3}\b.{0,40}$/i.test(line) || /^(forbidden|unauthorized|bad request)\W*$/i.test(line);
	return line === '' || isStatus ? '' : `: “${line}”`;
}

function jsonReason(text: string): string {
	// Not parsed: the beginning of a long answer is no JSON.
	const found =
		/"(?:message|detail|error_description|error|reason|title)"\s*:\s*"((?:[^"\\]|\\.){1,500})"/i.exec(text);
	try {
		return found ? String(JSON.parse(`"${found[1]}"`)) : '';
	} catch {
		return '';
	}
}

function pageTitle(text: string): string {
	return cleanLine(decodeHTML(/<title[^>]{0,200}>([^<]{1,300})/i.exec(text)?.[1] ?? ''), 100).text;
}

function start({body, headers}: Answer): string {
	return decoded(body.subarray(0, 16_384), headers['content-type'] ?? null).text.trimStart();
}

function clockTime(at: number): string {
	return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
