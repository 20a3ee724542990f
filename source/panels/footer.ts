import type {Overlay} from './frame.ts';
import {keyHelp} from './key-help.ts';
import {cutLine, ends, type Line, lineWidth, type Span, span, widthOf} from './line.ts';
import type {Panel} from './panel.ts';
import {factOf, linkOf} from './subject.ts';
import type {Marks, Theme} from './theme.ts';
import type {View} from './view.ts';

const sheetKeys = [
	{keys: 'Esc', short: 'back'},
	{keys: 'j k', short: 'scroll'},
	{keys: 'q', short: 'quit'},
];

/** Where the picture is of an earlier moment: how to go on from there. */
const timeKeys = [
	{keys: '[ ]', short: 'earlier, later'},
	{keys: '0', short: 'now'},
	{keys: '@', short: 'go to'},
];

const detailKeys = [
	{keys: 'Esc', short: 'back'},
	{keys: 'Tab', short: 'choose'},
	{keys: 'Enter', short: 'open'},
	{keys: 'j k', short: 'down, up'},
	{keys: 'h l', short: 'others'},
	{keys: 'o', short: 'link'},
	{keys: 'y', short: 'copy'},
	{keys: '/', short: 'search again'},
	{keys: 'q', short: 'quit'},
];

/** While what is looked for is being typed. */
const typingKeys = [
	{keys: 'Enter', short: 'searches all reports'},
	{keys: 'Tab', short: 'keeps these rows'},
	{keys: 'Esc', short: 'clears'},
];

/** How to leave and where the other keys stand, whatever there is to tell. */
const leastForKeys = 17;

/** The last notice, and how many more there are. */
export function noticeLine(notices: readonly string[], {dot}: Marks): Line {
	const more = notices.length - 1;
	return [...(more > 0 ? [span(`${more} more ${dot} `, 'dim')] : []), span(notices.at(-1) ?? '')];
}

/** What the last row hangs on, beside the view. */
type Foot = {
	/** Empty: none. */
	readonly notice: string;
	readonly isArchive: boolean;
	/** What is open; null: the panels are there. */
	readonly opened: Overlay | null;
};

/** The keys that matter now, as many as fit, and the last notice, where it has no line of its own; what is being typed goes before. */
export function footer(view: View, {notice, isArchive, opened}: Foot, columns: number, marks: Marks): Line {
	if (view.jump) {
		const {text, wrong} = view.jump;
		return [
			span('@', 'strong'),
			span(`${text}_ `),
			wrong === null ? span('2022-09-18 10:00; Enter goes there, Esc leaves', 'dim') : span(wrong, 'warning'),
		];
	}
	// In one row with the keys, so that nothing moves when a notice comes.
	const most = Math.min(Math.floor(columns * 0.6), columns - leastForKeys);
	const told = notice === '' ? [] : cutLine([span(notice)], most, marks.ellipsis);
	const room = columns - lineWidth(told) - (told.length > 0 ? 2 : 0);
	return told.length > 0
		? ends(keys(view, room, marks, {isArchive, opened}), told, columns, marks.ellipsis)
		: keys(view, room, marks, {isArchive, opened});
}

function keys(view: View, columns: number, {dot, ellipsis}: Marks, foot: Omit<Foot, 'notice'>): Line {
	if (view.isFiltering) {
		const typed = [span('/', 'strong'), span(`${tail(view.filter, columns - 3, ellipsis)}_ `)];
		return [...typed, ...inRow(typingKeys, columns - lineWidth(typed), dot)];
	}
	const line = inRow(knownKeys(view, foot), columns, dot);
	return view.filter === '' || view.trail
		? line
		: [span(`/${view.filter} `, 'new'), span('Esc clears ', 'dim'), ...line];
}

/** The end of a text that is being typed. */
function tail(text: string, columns: number, ellipsis: string): string {
	if (widthOf(text) <= columns) return text;
	const kept = [...text];
	while (kept.length > 0 && widthOf(kept.join('')) > columns - widthOf(ellipsis)) kept.shift();
	return `${ellipsis}${kept.join('')}`;
}

/** As many keys as fit, the first first. */
function inRow(keys: readonly Key[], columns: number, dot: string): Line {
	const line: Span[] = [];
	for (const {keys: key, short} of keys) {
		if (short === null) {
			continue;
		}
		const next = [
			...line,
			...(line.length > 0 ? [span(` ${dot} `, 'dim')] : []),
			span(key, 'strong'),
			span(` ${short}`, 'dim'),
		];
		if (lineWidth(next) > columns) {
			break;
		}
		line.splice(0, line.length, ...next);
	}
	return line;
}

/** Whether a key does something in what is open. */
function does(keys: string, opened: Overlay | null): boolean {
	if (!opened) return true;
	const {openers, siblings, subject} = opened;
	switch (keys) {
		case 'Tab':
		case 'Enter':
			return openers.length > 0;
		case 'j k':
			return openers.length > 0 || opened.lines.length > 1;
		case 'h l':
			return siblings.length > 1;
		case 'o':
			return subject !== null && linkOf(subject) !== null;
		case 'y':
			return subject !== null && (factOf(subject) !== null || subject.kind === 'found');
		case '/':
			return subject?.kind === 'search';
		default:
			return true;
	}
}

type Key = {readonly keys: string; readonly short: string | null};

function knownKeys(view: View, {isArchive, opened}: Omit<Foot, 'notice'>): readonly Key[] {
	if (view.sheet) return sheetKeys;
	const all: readonly Key[] = view.trail ? detailKeys.filter(({keys}) => does(keys, opened)) : keyHelp;
	if (!isArchive) return all;
	const first = view.trail ? Math.min(3, all.length - 1) : 2;
	return [
		...all.slice(0, first),
		...timeKeys,
		...all.slice(first).filter(({keys}) => keys !== '[ ]' && keys !== '@'),
	];
}

/** The title where only one panel is shown: the names of all, else their numbers and the name of the one in focus. */
export function tabs(
	panels: readonly Panel[],
	focus: Panel,
	columns: number,
	{marks, isLinear}: Theme,
): Line {
	const line = (isNamed: boolean): Line =>
		panels.map(
			(panel, index): Span =>
				panel === focus
					? span(`[${index + 1} ${panel.title}]`, 'focus')
					: span(isNamed ? ` ${index + 1} ${panel.title} ` : ` ${index + 1} `, 'title'),
		);
	const named = line(true);
	const fitting = lineWidth(named) <= columns ? named : line(false);
	return isLinear
		? fitting
		: cutLine([...fitting, span(` ${marks.rule.repeat(columns)}`, 'dim')], columns, '');
}
