import {cleanLine, cleanText, httpUrl} from './clean.ts';
import {identityOf} from './identity.ts';
import {instant} from './instant.ts';
import {languageOf} from './language.ts';
import {fingerprintOf, type Report, reportId} from './report.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A report as a line offers it. */
export type Offered = {
	readonly report: Report;
	/** True where it comes out of a store: the line states its revision, its origin and when it was first seen, which stand as they are. */
	readonly isKept: boolean;
	/** True where that store had dropped its text for its age: there was one. */
	readonly isTextDropped: boolean;
};

// An address may be 2,048 characters long, and one kind of source names itself by it.
const sourceLimit = 2200;

/**
 * Reads one line of the report form, a JSON object with at least a title or a text.
 *
 * @param from `source` and `now` stand in where the line does not say who published it and when it was first seen
 * @throws {Error} saying which key is wrong and what was expected
 */
export function parseLine(line: string, from: {readonly source: string; readonly now: number}): Report {
	return readLine(line, from).report;
}

/** As `parseLine`, and whether the report was kept before. */
export function readLine(line: string, from: {readonly source: string; readonly now: number}): Offered {
	const fields = objectIn(line);
	const isKept = ['id', 'revision', 'origin', 'firstSeenAt'].every(
		key => Object.hasOwn(fields, key) && fields[key] !== null && fields[key] !== '',
	);
	const isTextDropped = isKept && fields.textDropped === true && !string(fields, 'text');
	return {report: reportIn(fields, from, isTextDropped), isKept, isTextDropped};
}

function reportIn(
	fields: Fields,
	from: {readonly source: string; readonly now: number},
	isTextDropped: boolean,
): Report {
	const title = cleanLine(string(fields, 'title') ?? '');
	const text = cleanText(string(fields, 'text') ?? '');
	if (title.text === '' && text.text === '' && !isTextDropped)
		throw new Error('expected a “title” or a “text”, got neither');
	const url = address(fields);
	const publishedAt = time(fields, 'publishedAt');
	const source = name(fields, 'source', sourceLimit) ?? from.source;
	const id =
		name(fields, 'id', 200) ?? reportId(source, identityOf(null, url, title.text, publishedAt, text.text));
	return {
		id,
		revision: revision(fields),
		source,
		outlet: name(fields, 'outlet', 100),
		url,
		title: title.text,
		text: text.text,
		publishedAt,
		updatedAt: time(fields, 'updatedAt'),
		firstSeenAt: time(fields, 'firstSeenAt') ?? from.now,
		language: languageOf(string(fields, 'language')),
		origin: name(fields, 'origin', 200) ?? id,
		fingerprint: name(fields, 'fingerprint', 64) ?? fingerprintOf(title.text, text.text),
		isCut: fields.isCut === true || title.isCut || text.isCut,
	};
}

/**
 * One report as a line of the report form, without its newline; `parseLine` gives the same report back.
 *
 * @param isTextDropped whether its text is empty because the store did not keep it so long
 */
export function printLine(report: Report, isTextDropped = false): string {
	const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
	const fingerprint = fingerprintOf(report.title, report.text);
	return JSON.stringify({
		id: report.id,
		source: report.source,
		url: report.url,
		title: report.title,
		text: report.text,
		publishedAt: iso(report.publishedAt),
		language: report.language,
		outlet: report.outlet,
		...(report.updatedAt === null ? {} : {updatedAt: iso(report.updatedAt)}),
		firstSeenAt: iso(report.firstSeenAt),
		revision: report.revision,
		origin: report.origin,
		...(report.fingerprint === fingerprint ? {} : {fingerprint: report.fingerprint}),
		...(report.isCut ? {isCut: true} : {}),
		...(isTextDropped ? {textDropped: true} : {}),
	});
}

function objectIn(line: string): Fields {
	let value: unknown;
	try {
		value = JSON.parse(line.replace(/^\ufeff/, ''));
	} catch (error) {
		throw new Error(`expected a JSON object, got ${cleanLine((error as Error).message, 120).text}`, {
			cause: error,
		});
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new Error(`expected a JSON object, got ${kindOf(value)}`);
	}
	return value as Fields;
}

function string(fields: Fields, key: string): string | null {
	const value = Object.hasOwn(fields, key) ? fields[key] : null;
	if (value === null) return null;
	if (typeof value !== 'string') throw new Error(`expected “${key}”, a string, got ${kindOf(value)}`);
	return value;
}

function name(fields: Fields, key: string, limit: number): string | null {
	const value = fields[key];
	const text = typeof value === 'number' && Object.hasOwn(fields, key) ? String(value) : string(fields, key);
	if (text === null) return null;
	const line = cleanLine(text, limit);
	if (line.isCut) throw new Error(`expected “${key}”, at most ${limit} characters, got ${text.length}`);
	return line.text || null;
}

function address(fields: Fields): string | null {
	const text = string(fields, 'url');
	if (text === null || text.trim() === '') return null;
	const url = httpUrl(text);
	if (url === null)
		throw new Error(`expected “url”, an http or https address, got “${cleanLine(text, 80).text}”`);
	return url;
}

function time(fields: Fields, key: string): number | null {
	const value = Object.hasOwn(fields, key) ? fields[key] : null;
	if (value === null || value === '') return null;
	if (typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= 8.64e15) return value;
	const at = typeof value === 'string' ? (printedInstant(value) ?? instant(value)) : null;
	if (at === null) {
		const got = typeof value === 'string' ? `“${cleanLine(value, 60).text}”` : kindOf(value);
		throw new Error(`expected “${key}”, a time such as 2022-09-16T10:00:00Z, got ${got}`);
	}
	return at;
}

/** An instant as `printLine` writes it. Years before 0 and after 9999 bear a sign there, which no source's date has. */
function printedInstant(text: string): number | null {
	if (!/^(?:[+-]\d{6}|\d{4})-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return null;
	const at = Date.parse(text);
	return Number.isNaN(at) ? null : at;
}

function revision(fields: Fields): number {
	const value = Object.hasOwn(fields, 'revision') ? fields.revision : null;
	if (value === null) return 1;
	if (!Number.isSafeInteger(value) || (value as number) < 1) {
		throw new Error(
			`expected “revision”, a whole number from 1, got ${typeof value === 'number' ? value : kindOf(value)}`,
		);
	}
	return value as number;
}

function kindOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'a list';
	return (
		{string: 'a string', number: 'a number', boolean: 'true or false', object: 'an object'}[
			typeof value as string
		] ?? typeof value
	);
}
