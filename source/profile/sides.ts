import type {Party, Profile} from './profile.ts';

/** The side that an id, a name or an adjective means, whatever its case; null: none, or more than one. */
export function sideNamed(profile: Pick<Profile, 'sides'>, text: string): Party | null {
	const wanted = text.trim().toLowerCase();
	const lists: readonly ((side: Party) => readonly string[])[] = [
		side => [side.id],
		side => [side.name],
		side => Object.values(side.names).flat(),
		side => Object.values(side.adjectives).flat(),
	];
	for (const wordsOf of lists) {
		const found = profile.sides.filter(side => wordsOf(side).some(word => word.toLowerCase() === wanted));
		if (found.length > 0) return found.length === 1 ? found[0]! : null;
	}
	return null;
}
