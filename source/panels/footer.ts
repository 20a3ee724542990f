import {keyHelp} from './keys.ts';
import {type Line, lineWidth, type Span, span} from './line.ts';
import type {Panel} from './panel.ts';
import type {Marks} from './theme.ts';
import type {View} from './view.ts';

/** The keys that matter now, as many as fit; while a filter is typed, the filter. */
export function footer(view: View, columns: number, {dot}: Marks): Line {
	if (view.isFiltering) {
		return [span('/', 'strong'), span(`${view.filter}_ `), span('Enter keeps it, Esc clears', 'dim')];
	}
	const keys =
		view.detail || view.isHelpOpen
			? [
					{keys: 'Esc', short: 'back'},
					{keys: 'j k', short: 'scroll'},
					...(view.isHelpOpen
						? []
						: [
								{keys: 'h l', short: 'others'},
								{keys: 'o', short: 'link'},
							]),
					{keys: 'q', short: 'quit'},
				]
			: keyHelp;
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
	return view.filter === '' || view.detail
		? line
		: [span(`/${view.filter} `, 'new'), span('Esc clears ', 'dim'), ...line];
}

/** Names of all panels where only one is shown: the one in focus in full, the others as far as there is room. */
export function tabs(panels: readonly Panel[], focus: Panel, columns: number): Line {
	const named = panels.map(
		(panel, index): Span =>
			panel === focus
				? span(`[${index + 1} ${panel.title}]`, 'focus')
				: span(` ${index + 1} ${panel.title} `, 'dim'),
	);
	if (lineWidth(named) <= columns) {
		return named;
	}
	return panels.map((panel, index) =>
		panel === focus ? span(`[${index + 1} ${panel.title}]`, 'focus') : span(` ${index + 1} `, 'dim'),
	);
}
