/*
 * Of which sets of signs a line has one: a bit for each set that some pattern cannot do without. Asked before the
 * pattern is tried, as most lines lack what most patterns need.
 */

/** Bits of one line. */
export type Present = Int32Array;

/** Numbers of sets, rarest first. */
export type Needs = readonly number[];

export type Presence = {
	/** Numbers the sets, before the first line is asked about; the same set has one number. */
	readonly sets: (sets: readonly string[]) => Needs;
	readonly none: () => Present;
	readonly of: (signs: string) => Present;
	/** Adds the sets of one more sign, given by its code. */
	readonly add: (present: Present, code: number) => void;
	/** True where a line has a sign of each of the sets. */
	readonly has: (present: Present, needs: Needs) => boolean;
};

/** @param first code of the first sign; @param count of signs */
export function presences(first: number, count: number): Presence {
	const numbers = new Map<string, number>();
	let width = 0;
	let bits: Int32Array | null = null;

	// A row of bits for each sign, made when all sets are known.
	const table = () => {
		width = (numbers.size >> 5) + 1;
		const all = new Int32Array(width * count);
		for (const [set, number] of numbers) {
			for (let at = 0; at < set.length; at++) {
				all[(set.charCodeAt(at) - first) * width + (number >> 5)]! |= 1 << (number & 31);
			}
		}

		return all;
	};

	const none = () => {
		bits ??= table();
		return new Int32Array(width);
	};

	const add = (present: Present, code: number) => {
		bits ??= table();
		const row = (code - first) * width;
		for (let at = 0; at < width; at++) {
			present[at]! |= bits[row + at]!;
		}
	};

	return {
		sets: sets => {
			if (bits && sets.some(set => !numbers.has(set))) {
				throw new Error('presence: a new set after the first line');
			}

			return [...new Set(sets)]
				.sort((a, b) => a.length - b.length)
				.map(set => {
					const number = numbers.get(set) ?? numbers.size;
					numbers.set(set, number);
					return number;
				});
		},
		of: signs => {
			const present = none();
			for (let at = 0; at < signs.length; at++) {
				add(present, signs.charCodeAt(at));
			}

			return present;
		},
		none,
		add,
		has: (present, needs) => {
			for (let at = 0; at < needs.length; at++) {
				const number = needs[at]!;
				if ((present[number >> 5]! & (1 << (number & 31))) === 0) {
					return false;
				}
			}

			return true;
		},
	};
}
