/** A piece of two texts: in both, only in the later, or only in the earlier. */
export type Change = {
	readonly kind: 'same' | 'new' | 'left out';
	readonly text: string;
	/** True where it begins a paragraph. */
	readonly isStart: boolean;
};

type Piece = {readonly text: string; readonly isStart: boolean};

// A table of all pairs beyond this would hold up the screen; then pieces are only looked for in the other text.
const mostPairs = 400_000;
const sentenceEnd = /(?<=[.!?…][”"»)]?)\s+(?=[\p{Lu}\p{N}“"«(])/u;

/**
 * What became of a text, sentence by sentence, in the order of the later one; what was left out stands where it was.
 *
 * Time is bounded: near-linear where most is unchanged, and for texts of thousands of changed sentences.
 */
export function difference(earlier: string, later: string): readonly Change[] {
	const [before, after] = [pieces(earlier), pieces(later)];
	let start = 0;
	while (start < before.length && start < after.length && before[start]?.text === after[start]?.text) start++;
	let end = 0;
	while (
		end < before.length - start &&
		end < after.length - start &&
		before[before.length - 1 - end]?.text === after[after.length - 1 - end]?.text
	)
		end++;
	const left = before.slice(start, before.length - end);
	const right = after.slice(start, after.length - end);
	return [
		...after.slice(0, start).map(piece => as('same', piece)),
		...(left.length * right.length > mostPairs ? bySight(left, right) : byOrder(left, right)),
		...after.slice(after.length - end).map(piece => as('same', piece)),
	];
}

const as = (kind: Change['kind'], piece: Piece): Change => ({kind, ...piece});

function pieces(text: string): Piece[] {
	return text.split('\n').flatMap(paragraph =>
		paragraph
			.trim()
			.split(sentenceEnd)
			.filter(piece => piece !== '')
			.map((piece, index) => ({text: piece, isStart: index === 0})),
	);
}

/** Along the longest run of pieces, in order, that both have. */
function byOrder(left: readonly Piece[], right: readonly Piece[]): Change[] {
	const width = right.length + 1;
	const common = new Uint32Array((left.length + 1) * width);
	for (let i = left.length - 1; i >= 0; i--) {
		for (let j = right.length - 1; j >= 0; j--) {
			common[i * width + j] =
				left[i]!.text === right[j]!.text
					? common[(i + 1) * width + j + 1]! + 1
					: Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
		}
	}
	const changes: Change[] = [];
	let i = 0;
	let j = 0;
	while (i < left.length || j < right.length) {
		const [mine, other] = [left[i], right[j]];
		if (mine && other && mine.text === other.text) {
			changes.push(as('same', other));
			i++;
			j++;
		} else if (mine && (!other || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
			changes.push(as('left out', mine));
			i++;
		} else if (other) {
			changes.push(as('new', other));
			j++;
		}
	}
	return changes;
}

/** By whether the other text holds the piece anywhere. */
function bySight(left: readonly Piece[], right: readonly Piece[]): Change[] {
	const had = new Set(left.map(({text}) => text));
	const has = new Set(right.map(({text}) => text));
	return [
		...left.filter(({text}) => !has.has(text)).map(piece => as('left out', piece)),
		...right.map(piece => as(had.has(piece.text) ? 'same' : 'new', piece)),
	];
}
