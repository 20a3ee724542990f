import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import leven from 'leven';
import ms from 'ms';
import type {Source} from './source.ts';

const example = 'rss:https://news.example/rss#name=Example,side=Kyrgyzstan,every=2m,full';
const kindNames = ['rss', 'page', 'file', 'stdin'];
const notYet = [
	'telegram',
	'gdelt',
	'reliefweb',
	'acled',
	'ucdp',
	'bluesky',
	'mastodon',
	'reddit',
	'youtube',
	'wikipedia',
];
const optionNames = ['name', 'side', 'language', 'every', 'full'];

/** What reading a flag needs to know of the rest of the program. */
export type FlagContext = {
	/** A side's id for its id or one of its names, in any case; null: no such side. */
	readonly sideOf: (named: string) => string | null;
	/** Names to offer where a side is not known. */
	readonly sideNames: readonly string[];
	/** The absolute folder that relative paths start from. */
	readonly folder: string;
};

type Options = {name?: string; side?: string; language?: string; every?: string; full?: boolean};

/**
 * Reads one `--source` flag: a kind and an address, then options after `#`.
 *
 * @param flag such as `rss:https://news.example/rss#name=Example,side=Kyrgyzstan,every=2m,full`, `https://news.example/`, `file:week.jsonl`, `-`
 * @throws {Error} saying what is wrong, where, and what would be right
 */
export function sourceOf(flag: string, {sideOf, sideNames, folder}: FlagContext): Source {
	const refuse = (what: string, right = example): never => {
		throw new Error(`--source ${shown(flag)}: ${what}; for example: --source '${right}'`);
	};
	const [place, fragment] = split(flag.trim());
	const options = optionsOf(fragment, refuse);
	const found = placeOf(place, folder, refuse);

	let side: string | null = null;
	if (options.side !== undefined) {
		side = sideOf(options.side);
		if (side === null) {
			const near = nearest(options.side, sideNames);
			refuse(
				`the profile has no side “${shown(options.side)}”${near ? ` (did you mean “${near}”?)` : ''}`,
				`${place}#side=${near ?? sideNames[0] ?? 'Kyrgyzstan'}`,
			);
		}
	}
	return {
		id: found.id,
		kind: found.kind,
		address: found.address,
		name: options.name ?? found.name,
		side,
		language: options.language === undefined ? null : languageOf(options.language, refuse),
		everyMs: options.every === undefined ? null : everyOf(options.every, place, refuse),
		full: options.full ?? false,
	};
}

type Refuse = (what: string, right?: string) => never;
type Found = Pick<Source, 'id' | 'kind' | 'address' | 'name'>;

/** Options are what follows the last `#`, where it reads like options; any other fragment is part of the address. */
function split(flag: string): [place: string, options: string] {
	const at = flag.lastIndexOf('#');
	if (at === -1) return [flag, ''];
	const fragment = flag.slice(at + 1);
	const looksLikeOptions = fragment.split(',').every(part => {
		const name = part.split('=', 1)[0]!.trim();
		return part.includes('=')
			? /^[a-z-]+$/i.test(name)
			: nearest(name, optionNames, 1) !== null || part.trim() === '';
	});
	return looksLikeOptions || /^[a-z-]+=/i.test(fragment) ? [flag.slice(0, at), fragment] : [flag, ''];
}

function optionsOf(fragment: string, refuse: Refuse): Options {
	const options: Options = {};
	for (const part of fragment.split(',').filter(part => part.trim() !== '')) {
		const at = part.indexOf('=');
		const name = (at === -1 ? part : part.slice(0, at)).trim().toLowerCase();
		const value = at === -1 ? null : decoded(part.slice(at + 1)).trim();
		if (!optionNames.includes(name)) {
			const near = nearest(name, optionNames);
			refuse(
				`there is no option “${shown(name)}”${near ? ` (did you mean “${near}”?)` : ''}; the options are ${listed(optionNames)}` +
					(at === -1 ? ', and a comma inside a name is written %2C' : ''),
			);
		}
		if (name in options) refuse(`the option “${name}” is given twice`);
		if (name === 'full') {
			if (value !== null && !/^(yes|true|no|false)$/i.test(value)) refuse('“full” takes no value');
			options.full = value === null || /^(yes|true)$/i.test(value);
		} else if (value === null || value === '') {
			refuse(`the option “${name}” needs a value`);
		} else {
			options[name as 'name' | 'side' | 'language' | 'every'] = value;
		}
	}
	return options;
}

function placeOf(place: string, folder: string, refuse: Refuse): Found {
	if (place === '') refuse('the address is missing');
	if (place === '-' || /^stdin:?-?$/i.test(place)) {
		return {id: 'stdin', kind: 'stdin', address: '-', name: 'standard input'};
	}
	if (/^(\.{0,2}\/|[a-z]:\\)/i.test(place)) return fileAt(place, folder, refuse);
	const kind = /^([a-z][a-z0-9+-]*):/i.exec(place)?.[1]?.toLowerCase();
	const rest = kind === undefined ? place : place.slice(kind.length + 1);
	if (kind === 'file') return fileAt(/^\/\//.test(rest) ? place : rest, folder, refuse);
	if (kind === 'rss') {
		const url = webAddress(rest, 'rss:', refuse);
		return {id: `rss:${url.href}`, kind: 'rss', address: url.href, name: hostName(url)};
	}
	if (kind === 'http' || kind === 'https' || kind === 'page') {
		const url = webAddress(kind === 'page' ? rest : place, kind === 'page' ? 'page:' : '', refuse);
		return {id: url.href, kind: 'page', address: url.href, name: hostName(url)};
	}
	if (kind === 'feed' || kind === 'atom' || kind === 'rdf' || kind === 'json') {
		const address = rest.startsWith('//') ? `https:${rest}` : rest;
		refuse(`the kind that reads every feed is called “rss”`, `rss:${address}`);
	}
	if (kind !== undefined && notYet.includes(kind)) {
		refuse(
			`sources of the kind “${kind}” are not there yet; there are ${listed(kindNames)}, and plain https:// addresses`,
		);
	}
	if (kind === undefined || /^\d+(\/|$)/.test(rest)) {
		if (kind !== undefined || /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/|$)/u.test(place)) {
			refuse('an address begins with https://, a file with file:', `https://${place}`);
		}
		refuse('this is neither an address nor a kind of source');
	}
	const near = nearest(kind!, [...kindNames, 'https']);
	return refuse(
		`there is no kind of source “${shown(kind!)}”${near ? ` (did you mean “${near}”?)` : ''}; there are ${listed(kindNames)}, and plain https:// addresses`,
		near === 'https' ? `https:${rest}` : near === 'rss' || near === 'page' ? `${near}:${rest}` : example,
	);
}

function webAddress(text: string, prefix: string, refuse: Refuse): URL {
	if (!/^https?:\/\//i.test(text)) {
		const bare = text.replace(/^[a-z]*:?\/*/i, match =>
			match.includes(':') || match.includes('/') ? '' : match,
		);
		refuse(
			text === '' ? 'the address is missing' : 'an address begins with https:// or http://',
			`${prefix}https://${bare || 'news.example/rss'}`,
		);
	}
	if (!URL.canParse(text)) refuse(`“${shown(text)}” is not a web address`);
	const url = new URL(text);
	if (url.username !== '' || url.password !== '') {
		url.username = '';
		url.password = '';
		url.hash = '';
		refuse(
			'a name or password in an address would be shown and stored; leave it out',
			`${prefix}${url.href}`,
		);
	}
	// A fragment is for the reader of a page; it is never sent.
	url.hash = '';
	return url;
}

function fileAt(place: string, folder: string, refuse: Refuse): Found {
	if (place === '') refuse('the path is missing', 'file:week.xml');
	let file = path.resolve(folder, place);
	if (/^file:\/\//i.test(place)) {
		if (!URL.canParse(place)) refuse(`“${shown(place)}” is not a file address`, 'file:week.xml');
		try {
			file = fileURLToPath(place);
		} catch (error) {
			refuse(`“${shown(place)}” is not a file address: ${(error as Error).message}`, 'file:week.xml');
		}
	}
	return {id: pathToFileURL(file).href, kind: 'file', address: file, name: path.basename(file)};
}

function everyOf(text: string, place: string, refuse: Refuse): number {
	const right = `${place}#every=2m`;
	const everyMs =
		/^\d+(\.\d+)? ?[a-z]+$/i.test(text) && text.length <= 20 ? ms(text as ms.StringValue) : Number.NaN;
	if (!Number.isFinite(everyMs))
		refuse(`“every=${shown(text)}” is not a length of time such as 90s, 5m or 2h`, right);
	if (everyMs < 1000 || everyMs > 7 * 86_400_000)
		refuse(`“every=${shown(text)}” must lie between 1s and 7d`, right);
	return everyMs;
}

function languageOf(text: string, refuse: Refuse): string {
	const code = /^[a-z]{2,3}(?=$|[-_])/i.exec(text)?.[0];
	if (code === undefined) refuse(`“language=${shown(text)}” is not a language code such as en or ru`);
	return code!.toLowerCase();
}

const hostName = (url: URL): string => url.host.replace(/^www\./, '');
const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
const shown = (text: string): string => {
	// A password is not repeated where it is refused.
	const line = JSON.stringify(text)
		.slice(1, -1)
		.replaceAll('\\"', '"')
		.replace(/(:\/\/)[^/\s#]*@/, '$1…@');
	return line.length > 200 ? `${line.slice(0, 200)}…` : line;
};

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		// A bare % is a % sign.
		return text;
	}
}

function nearest(word: string, known: readonly string[], most = 4): string | null {
	const distance = (name: string) => leven(word.toLowerCase().slice(0, 40), name.toLowerCase());
	const [best] = [...known].sort((a, b) => distance(a) - distance(b));
	const limit = Math.min(
		most,
		best !== undefined && best.length > 3 ? Math.max(2, Math.floor(best.length / 3)) : 1,
	);
	return best !== undefined && distance(best) <= limit ? best : null;
}
