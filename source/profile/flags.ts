import {profileOf} from './check.ts';
import type {Profile, Words} from './profile.ts';
import {regionNamed} from './regions.ts';

const example = 'Kyrgyzstan=Kyrgyz,Bishkek';
const cyrillic = /\p{Script=Cyrillic}/u;

// What a word's own form tells. Any other word is taken both ways: “Kyrgyz” and “Bishkek” look alike.
const clearlyAdjective = /(?:ский|ской|ская|ское|цкий)$/iu;
const clearlyName = /\s|stan$|land$|ia$|ия$|стан$/iu;

/**
 * Makes a profile of `--side` flags: a name, then the words that mean that side.
 *
 * @param flags two or more, such as `Kyrgyzstan=Kyrgyz,Bishkek`; words in Russian may be among them
 * @throws {Error} saying which flag is wrong, and what would be right
 */
export function profileOfSides(flags: readonly string[]): Profile {
	if (flags.length < 2)
		throw new Error(`expected two sides or more, got ${flags.length === 0 ? 'none' : `only “${flags[0]}”`}`);
	const named = flags.map(wordsOfFlag);
	refuseShared(named);
	const ids = new Set<string>();
	const sides = named.map(({name, words}) => {
		const region = regionNamed(name);
		const id = freeId(region?.code ?? initialsOf(name), ids);
		ids.add(id);
		const all = [...new Set([name, ...words, ...(region?.russian ? [region.russian] : [])])];
		return {
			id,
			name,
			names: byLanguage(all.filter(word => word === name || !clearlyAdjective.test(word))),
			adjectives: byLanguage(all.filter(word => !clearlyName.test(word))),
		};
	});
	const id = named
		.map(({name}) => slugOf(name))
		.join('-')
		.slice(0, 64);
	return profileOf({id, name: named.map(({name}) => name).join('–'), sides}, 'sides');
}

type Named = {readonly name: string; readonly words: readonly string[]};

function wordsOfFlag(flag: string): Named {
	const [before = '', ...after] = flag.split('=');
	const name = before.trim();
	const words = after
		.join('=')
		.split(',')
		.map(word => word.trim());
	if (!/\p{L}/u.test(name)) throw new Error(`“${flag}” has no name before “=”; expected such as ${example}`);
	if (after.length > 0 && words.some(word => word === ''))
		throw new Error(`“${flag}” has an empty word after “=”; expected such as ${example}`);
	return {name, words: after.length > 0 ? words : []};
}

function refuseShared(sides: readonly Named[]): void {
	const owners = new Map<string, string>();
	for (const {name, words} of sides) {
		for (const word of new Set([name, ...words].map(word => word.toLowerCase()))) {
			const owner = owners.get(word);
			if (owner !== undefined)
				throw new Error(`“${word}” means both ${owner} and ${name}; expected words of its own for each side`);
			owners.set(word, name);
		}
	}
}

function byLanguage(words: readonly string[]): Words {
	const russian = words.filter(word => cyrillic.test(word));
	const english = words.filter(word => !cyrillic.test(word));
	return {...(english.length > 0 && {en: english}), ...(russian.length > 0 && {ru: russian})};
}

/** `Mountain Front` → `MF`, `Lorania` → `LOR` */
function initialsOf(name: string): string {
	const parts = name.match(/[\p{L}\p{N}]+/gu) ?? [];
	const letters =
		parts.length > 1 ? parts.map(part => [...part][0]).join('') : [...parts[0]!].slice(0, 3).join('');
	return letters.toUpperCase().slice(0, 8);
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
	for (let number = 1; ; number++) {
		const id = number === 1 ? wanted : `${wanted}${number}`;
		if (!taken.has(id)) return id;
	}
}

function slugOf(name: string): string {
	return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
}
