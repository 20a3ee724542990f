/** Ink's flags for a key. */
type Flags = Readonly<
	Partial<
		Record<
			| 'upArrow'
			| 'downArrow'
			| 'leftArrow'
			| 'rightArrow'
			| 'pageDown'
			| 'pageUp'
			| 'home'
			| 'end'
			| 'return'
			| 'escape'
			| 'ctrl'
			| 'shift'
			| 'tab'
			| 'backspace'
			| 'delete'
			| 'meta',
			boolean
		>
	>
>;

const named: readonly [keyof Flags, string][] = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageDown', 'page down'],
	['pageUp', 'page up'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'escape'],
	['backspace', 'backspace'],
	['delete', 'backspace'],
];

/** The keys in one piece of input: on a slow line several arrive at once. */
export function keysIn(input: string, flags: Flags): readonly string[] {
	if (flags.tab) {
		return [flags.shift ? 'shift-tab' : 'tab'];
	}
	const name = named.find(([flag]) => flags[flag])?.[1];
	if (name) {
		return [name];
	}
	if (flags.ctrl) {
		return input === 'c' ? ['ctrl-c'] : [];
	}
	if (flags.meta) {
		return [];
	}
	// A pasted page is no list of keys.
	return [...input.slice(0, 100)].flatMap(character => {
		if (character === '\r' || character === '\n') {
			return ['enter'];
		}
		return character === '\t'
			? ['tab']
			: character === '\u0003'
				? ['ctrl-c']
				: /\p{Cc}/u.test(character)
					? []
					: [character];
	});
}
