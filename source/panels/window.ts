/** Which rows of a list are shown: from `from` up to, not including, `to`. Always one run without gaps. */
export type Window = {readonly from: number; readonly to: number};

/**
 * Chooses the rows around the chosen one that fit, keeping it near the middle.
 *
 * Where not all fit, one line is left free to say how many more there are. The chosen row is always shown, even where it alone is too high.
 *
 * @param heightOf lines that a row takes; asked only for rows near the chosen one
 */
export function windowAround(
	length: number,
	chosen: number,
	lines: number,
	heightOf: (index: number) => number,
): Window {
	if (length === 0 || lines <= 0) {
		return {from: 0, to: 0};
	}
	const whole = grown(length, chosen, lines, heightOf);
	return whole.to - whole.from === length ? whole : grown(length, chosen, lines - 1, heightOf);
}

function grown(length: number, chosen: number, lines: number, heightOf: (index: number) => number): Window {
	const middle = Math.min(Math.max(chosen, 0), length - 1);
	let from = middle;
	let to = middle + 1;
	let left = lines - heightOf(middle);
	let canGrowUp = true;
	let canGrowDown = true;
	while (canGrowUp || canGrowDown) {
		canGrowUp &&= from > 0 && heightOf(from - 1) <= left;
		if (canGrowUp) {
			from--;
			left -= heightOf(from);
		}
		canGrowDown &&= to < length && heightOf(to) <= left;
		if (canGrowDown) {
			left -= heightOf(to);
			to++;
		}
	}
	return {from, to};
}
