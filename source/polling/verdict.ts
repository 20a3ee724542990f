import {cleanLine} from '../reports/clean.ts';
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
		status >= 520 && status <= 527 ? 'cannot reach its own server' : 'has an error of its own',
	);
}

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
	if (/^<(\?xml|rss|feed|rdf:rdf)\b/i.test(text)) {
		return 'XML';
	}
	return /^[{[]/.test(text) ? 'JSON' : 'something else';
}

// Bot checks answer 202, 403, 503 or even 200 with a page that wants JavaScript.
function isChallenge(answer: Answer): boolean {
	const {headers, status} = answer;
	if (headers['x-amzn-waf-action'] !== undefined || headers['cf-mitigated'] === 'challenge') {
		return true;
	}
	if (status === 304 || status === 404 || status === 410) {
		return false;
	}
	const text = start(answer);
	return (
		/^</.test(text) &&
		!/^<(\?xml|rss|feed|rdf:rdf)\b/i.test(text) &&
		/<title>\s*(just a moment\.\.\.|attention required! \| cloudflare|ddos-guard|checking your browser)|\/cdn-cgi\/challenge-platform\/|__ddg\w*challenge|servicepipe\.ru|window\.awswafcookiedomainlist/i.test(
			text,
		)
	);
}

// In the words of whoever refuses, cleaned and short: “: Access denied by country”.
function said(answer: Answer): string {
	const text = start(answer);
	const words = /^</.test(text) ? pageTitle(text) : /^\{/.test(text) ? jsonReason(text) : text;
	const line = cleanLine(words, 160).text;
	return line === '' ? '' : `: “${line}”`;
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
	return cleanLine(/<title[^>]{0,200}>([^<]{1,300})/i.exec(text)?.[1] ?? '', 100).text;
}

function start({body}: Answer): string {
	return new TextDecoder().decode(body.subarray(0, 16_384)).trimStart();
}

function clockTime(at: number): string {
	return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
