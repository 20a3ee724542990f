import type {Tone} from './line.ts';

/** How one tone looks, in the words of Ink's Text. Never the only sign of what it means. */
export type Look = {
	readonly color?: string;
	readonly bold?: boolean;
	readonly dimColor?: boolean;
	readonly underline?: boolean;
	readonly inverse?: boolean;
};

/** Characters that are drawn around the text. */
export type Marks = {
	readonly rule: string;
	readonly ellipsis: string;
	readonly dash: string;
	readonly dot: string;
	/** Between one step of the way and the next. */
	readonly step: string;
	readonly openQuote: string;
	readonly closeQuote: string;
};

export type Theme = {
	readonly looks: Readonly<Record<Tone, Look>>;
	readonly marks: Marks;
	/** True for screen readers: one panel at a time, in words, without rules and columns. */
	readonly isLinear: boolean;
	/** What is done to every text at last; never changes its width. */
	spell(text: string): string;
};

/** Read aloud in place of the mark of what is chosen. */
export const chosenWord = 'chosen: ';

export type ThemeName = 'dark' | 'light' | 'mono';

const drawn: Marks = {
	rule: '─',
	ellipsis: '…',
	dash: '–',
	dot: '·',
	step: '›',
	openQuote: '“',
	closeQuote: '”',
};
const ascii: Marks = {
	rule: '-',
	ellipsis: '...',
	dash: '-',
	dot: '|',
	step: '>',
	openQuote: '"',
	closeQuote: '"',
};

const typewriter: Readonly<Record<string, string>> = {
	'–': '-',
	'—': '-',
	'‘': "'",
	'’': "'",
	ʼ: "'",
	'“': '"',
	'”': '"',
	'«': '"',
	'»': '"',
	'›': '>',
	'…': '.',
	'·': '|',
	'\u00a0': ' ',
};

/** Punctuation of the texts themselves as a typewriter has it; letters stay what they are. */
const typed = (text: string): string =>
	text.replace(/[–—‘’ʼ“”«»›…·\u00a0]/g, character => typewriter[character] ?? character);

// The sixteen colours of the terminal itself, so that its own palette decides. No side has a colour.
const mono: Theme['looks'] = {
	plain: {},
	strong: {bold: true},
	dim: {},
	title: {bold: true},
	focus: {bold: true, inverse: true},
	chosen: {bold: true},
	warning: {bold: true},
	new: {bold: true},
	read: {bold: true, underline: true},
	link: {underline: true},
};
const dark: Theme['looks'] = {
	...mono,
	dim: {dimColor: true},
	title: {bold: true, color: 'cyan'},
	focus: {bold: true, inverse: true, color: 'cyan'},
	warning: {bold: true, color: 'yellow'},
	new: {bold: true, color: 'green'},
	link: {underline: true, color: 'cyan'},
};
const light: Theme['looks'] = {
	...mono,
	dim: {color: 'gray'},
	title: {bold: true, color: 'blue'},
	focus: {bold: true, inverse: true, color: 'blue'},
	warning: {bold: true, color: 'magenta'},
	new: {bold: true, color: 'green'},
	link: {underline: true, color: 'blue'},
};

/** How the screen looks. Without colour, bold, underline and inverse remain; all of them are doubled by characters. */
export function theme({
	name = 'dark',
	hasColor = true,
	isAscii = false,
	isLinear = false,
}: {
	name?: ThemeName;
	hasColor?: boolean;
	isAscii?: boolean;
	isLinear?: boolean;
} = {}): Theme {
	return {
		looks: hasColor ? {dark, light, mono}[name] : mono,
		marks: isAscii ? ascii : drawn,
		isLinear,
		spell: isAscii ? typed : text => text,
	};
}
