import type {Profile} from '../profile/profile.ts';
import {regions} from '../profile/regions.ts';
import {type Names, names, ownNames, wordsOf} from './own.ts';
import {outletOf, type Readable, wholeOf} from './read.ts';

/**
 * Whether a report is about the conflict at all: it names a side, its people, one of its places or officials. A side's own outlet
 * need not, unless it names another country.
 *
 * Truces are made and people killed elsewhere, and “both sides” are other sides there. An organ names nobody: each country has a foreign ministry.
 */
export function concerns(profile: Profile): (report: Readable) => boolean {
	const own = ownNames(profile);
	let others: Names | null = null;
	return report => {
		const words = wordsOf(wholeOf(report));
		if (names(words, own)) return true;
		if (outletOf(report, profile)?.side == null) return false;
		others ??= countries();
		return !names(words, others);
	};
}

/** All countries, as this machine names them; in Russian by the beginnings that all cases share. */
function countries(): Names {
	const whole = new Map<string, string[][]>();
	const stems: string[] = [];
	for (const {english, russian} of regions()) {
		const parts = wordsOf(english);
		whole.set(parts[0]!, [...(whole.get(parts[0]!) ?? []), parts]);
		const stem = wordsOf(russian ?? '');
		if (stem.length === 1 && stem[0]!.length > 4) stems.push(stem[0]!.slice(0, -1));
	}
	return {whole, stems};
}
