const empty = -1;

/**
 * Whether a number is one of these: where very many are looked for, several times as fast as a set, at a third of the room.
 *
 * @param numbers whole, none below 0
 */
export function numberSet(numbers: Float64Array): (number: number) => boolean {
	const mask = 2 ** Math.ceil(Math.log2(Math.max(2, numbers.length * 2))) - 1;
	const slots = new Float64Array(mask + 1).fill(empty);
	const placeOf = (number: number): number => {
		// The upper bits and the lower ones: either alone may be the same for many.
		let place = (Math.imul(number % 0x1_0000_0000, 0x9e37_79b1) ^ (number / 0x10_0000)) & mask;
		while (slots[place] !== empty && slots[place] !== number) place = (place + 1) & mask;
		return place;
	};
	for (const number of numbers) slots[placeOf(number)] = number;
	return number => slots[placeOf(number)] === number;
}
