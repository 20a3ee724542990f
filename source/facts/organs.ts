import {namesOf} from '../profile/names.ts';
import type {Profile} from '../profile/profile.ts';
import type {Entry, Language} from './rule.ts';

/**
 * The names of a profile in one language. An organ such as each country has (“Health Ministry”) is not a side's by its name alone:
 * of its one owner in the profile it only is where nothing else tells.
 *
 * A name of which a side is called (“the army”) stays its own; so does an organ of one side where no other lists any, as rebels
 * have no ministries.
 */
export function namesIn(profile: Profile, language: Pick<Language, 'code' | 'entries'>): readonly Entry[] {
	const names: readonly Entry[] = namesOf(profile, language.code);
	const isNamed = (of: (entry: Entry) => boolean) =>
		new Set(names.filter(of).flatMap(({words}) => words.map(lower)));
	const common = new Set(
		language.entries.filter(({is}) => is.includes('organ')).flatMap(({words}) => words.map(lower)),
	);
	const called = isNamed(({is}) => is.includes('party') || is.includes('force'));
	const listing = new Set(names.filter(isOrgan).map(({side}) => side));
	return names.flatMap(name => {
		const isBare =
			isOrgan(name) && name.words.every(word => common.has(lower(word)) && !called.has(lower(word)));
		if (!isBare || listing.size < 2) {
			return [name];
		}

		const {side, ...rest} = name;
		const owners = new Set(
			names.filter(other => isOrgan(other) && sharesWord(other, name)).map(other => other.side),
		);
		return [owners.size === 1 && side != null ? {...rest, owner: side} : rest];
	});
}

const lower = (word: string) => word.toLowerCase();
const isOrgan = ({is, side}: Entry) => is.includes('organ') && side != null;
const sharesWord = (one: Entry, other: Entry) =>
	one.words.some(word => other.words.some(same => lower(same) === lower(word)));
