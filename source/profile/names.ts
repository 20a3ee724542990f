import type {Official, Party, Profile, Words} from './profile.ts';

/** What a name of the profile means, and the forms in which a text may write it. `stem*` is any word that begins so. */
export type Name = {
	readonly is: readonly string[];
	readonly words: readonly string[];
	readonly side?: string;
	readonly outsider?: string;
	readonly place?: string;
	readonly name?: string;
	readonly speaker?: 'official' | 'media' | 'monitor' | 'un' | 'state';
	readonly combatant?: 'military';
};

/** Written forms of one base form, by what kind of word it is. */
export type Inflect = (word: string, kind: 'name' | 'adjective' | 'person' | 'official') => readonly string[];

const inflections: Readonly<Record<string, Inflect>> = {en: english, ru: russian};

/**
 * All names of a profile in one language, in the forms in which texts write them.
 *
 * Later rows add to earlier ones of the same words: “army” may be a name, an organ and a force of one side.
 */
export function namesOf(profile: Profile, language: string): readonly Name[] {
	const inflect = inflections[language] ?? english;
	const of = (words: Words) => words[language] ?? [];
	const forms = (words: readonly string[], kind: Parameters<Inflect>[1]) => [
		...new Set(words.filter(word => word.trim() !== '').flatMap(word => inflect(word.trim(), kind))),
	];
	const rows: Name[] = [];
	const party = (its: Party, who: {side: string} | {outsider: string}, speaker: Name['speaker']) => {
		const kind = speaker === undefined ? {} : {speaker};
		const isSide = 'side' in who;
		for (const name of of(its.names)) {
			rows.push({is: ['party', 'speaker'], words: forms([name], 'name'), name, ...who, ...kind});
		}

		rows.push({is: ['nationality'], words: forms(of(its.adjectives), 'adjective'), ...who});
		rows.push({
			is: ['nationality', 'person', 'plural'],
			words: forms(nationals(of(its.adjectives), language), 'person'),
			...who,
		});
		const forces = of(its.forces);
		rows.push({
			is: ['force', 'person', 'plural'],
			words: forms(forces, 'person'),
			...who,
			combatant: 'military',
		});
		rows.push({
			is: ['force', 'person', 'one'],
			words: forms(language === 'en' ? forces.flatMap(singular) : [], 'person'),
			...who,
			combatant: 'military',
		});
		for (const name of of(its.agencies)) {
			rows.push({is: ['organ', 'speaker'], words: forms([name], 'name'), name, ...who, speaker: 'official'});
		}

		for (const official of its.officials) {
			rows.push({
				is: ['official', 'speaker'],
				words: forms(spellings(official, language), 'official'),
				name: official.name,
				...who,
				speaker: isSide ? 'official' : (speaker ?? 'state'),
			});
		}

		if (isSide) {
			rows.push({is: ['place'], words: forms(of(its.places), 'name'), ...who});
		}
	};

	for (const side of profile.sides) {
		party(side, {side: side.id}, 'official');
	}

	for (const third of profile.third) {
		party(third, {outsider: third.id}, isUnitedNations(third) ? 'un' : 'state');
	}

	for (const place of profile.places) {
		const inside = profile.sides.find(side => side.id === place.in);
		const written = language === 'ru' ? place.ru : place.en;
		rows.push({
			is: ['place'],
			words: forms(written, 'name'),
			place: place.id,
			...(inside ? {side: inside.id} : {}),
		});
	}

	for (const name of profile.wires) {
		rows.push({is: ['wire', 'speaker'], words: forms([name], 'name'), name, speaker: 'media'});
	}

	for (const outlet of profile.outlets) {
		rows.push({
			is: ['wire', 'speaker'],
			words: forms([outlet.name], 'name'),
			name: outlet.name,
			speaker: outlet.kind === 'un' || outlet.kind === 'monitor' ? outlet.kind : 'media',
			...(outlet.side !== null && profile.sides.some(side => side.id === outlet.side)
				? {side: outlet.side}
				: {}),
		});
	}

	return rows.filter(row => row.words.length > 0);
}

function isUnitedNations(party: Party): boolean {
	return (
		party.id === 'UN' ||
		(party.names.en ?? []).some(name => /^(the )?(united nations|un|u\.n\.)$/i.test(name))
	);
}

// “Marat Imankulov”, also “Imankulov”; never a last name that is a common word of three letters.
function spellings(official: Official, language: string): readonly string[] {
	const full =
		language === 'ru' ? (official.ru === null ? [] : [official.ru]) : [official.name, ...official.aka];
	return full.flatMap(name => {
		const last = name.trim().split(/\s+/).at(-1) ?? '';
		return last !== name && last.length > 3 ? [name, last] : [name];
	});
}

// English only: “Armenian” gives “Armenians”. An adjective in small letters (“government”) names nobody.
function nationals(adjectives: readonly string[], language: string): readonly string[] {
	return language === 'en'
		? adjectives
				.filter(word => /^\p{Lu}/u.test(word) && !/\s/.test(word))
				.map(word => (/(?:s|sh|ch|z|ese)$/.test(word) ? word : `${word}s`))
		: [];
}

function singular(word: string): readonly string[] {
	if (/men$/.test(word)) {
		return [word.replace(/men$/, 'man')];
	}

	return /[^s]s$/.test(word) ? [word.slice(0, -1)] : [];
}

function english(word: string): readonly string[] {
	return [word];
}

// The stem that all cases share, found as a word that begins so; short names by their endings, or “Ош” would be found in “ошибка”.
function russian(word: string, kind: Parameters<Inflect>[1]): readonly string[] {
	const parts = word.split(/\s+/);
	const inflected = parts.map(part => {
		if (kind === 'adjective' || /(?:ский|ская|ское|ские|цкий)$/.test(part)) {
			return `${part.replace(/(?:ий|ый|ой|ая|ое|ие|ые)$/, '')}*`;
		}

		if (part === part.toUpperCase() || !/[а-яё]/i.test(part)) {
			return part;
		}

		const stem = part.replace(/(?:ия|ие|[аяоеыийь])$/, '');
		return stem.length > 3 ? `${stem}*` : part;
	});
	const first = inflected.join(' ');
	return parts.length === 1 && word.length <= 3 && word !== word.toUpperCase() && /[а-яё]/i.test(word)
		? [word, ...['а', 'е', 'у', 'ом'].map(ending => word + ending)]
		: [first];
}
