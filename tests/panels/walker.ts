// Keys pressed one after the other on a whole screen, without a terminal: what a reader would see after each.
import {frame} from '../../source/panels/frame.ts';
import {panels as allPanels} from '../../source/panels/index.ts';
import {pressed, type Wish} from '../../source/panels/keys.ts';
import {textOf} from '../../source/panels/line.ts';
import {overlayOf} from '../../source/panels/overlay.ts';
import {filtered} from '../../source/panels/panel.ts';
import {bodyOf} from '../../source/panels/report-body.ts';
import {scene} from '../../source/panels/scene.ts';
import {searchedText} from '../../source/panels/search.ts';
import type {ScreenActions, ScreenState} from '../../source/panels/state.ts';
import {theme} from '../../source/panels/theme.ts';
import {walk} from '../../source/panels/trail.ts';
import {firstView, type View} from '../../source/panels/view.ts';
import type {Searched} from '../../source/search/search.ts';

export type Size = {readonly columns: number; readonly rows: number} & Parameters<typeof theme>[0];

const nothing = {text: null, isMissing: true, revision: null, before: null};

/** One reader's screen; keys are apart by blanks, a blank itself is `space`. */
export function walker(state: ScreenState, actions: ScreenActions, {columns, rows, ...look}: Size) {
	const themed = theme(look);
	let view: View = firstView;
	let shown = state;
	let searched: {text: string; found: Searched} | null = null;
	let body = nothing as Awaited<NonNullable<ReturnType<typeof bodyOf>>>;
	const drawn = () => {
		const stage = scene(shown, themed.marks);
		const all = stage ? allPanels(stage) : [];
		const standing =
			stage && view.trail ? walk(stage, view.trail, all, actions, searched?.found ?? null) : null;
		const overlay = overlayOf(view.sheet, shown, stage, standing, body, columns, themed);
		const panels = all.map(panel => filtered(panel, view.filter));
		return {
			made: frame(shown, view, panels, overlay, {columns, rows, theme: themed}),
			subject: standing?.subject ?? null,
		};
	};
	const search = async (): Promise<void> => {
		const text = searchedText(view.trail);
		if (text === searched?.text) return;
		searched = text === null ? null : {text, found: await actions.search(text)};
	};
	return {
		/** @returns what the last key wished */
		async press(keys: string): Promise<Wish | null> {
			let wish: Wish | null = null;
			for (const key of keys.split(' ')) {
				const next = pressed(view, key === 'space' ? ' ' : key, drawn().made.around);
				({view, wish} = next);
				await search();
				const {subject} = drawn();
				body = (subject && (await bodyOf(actions, subject))) ?? nothing;
			}
			return wish;
		},
		async show(next: ScreenState): Promise<void> {
			shown = next;
			searched = null;
			await search();
			const {subject} = drawn();
			body = (subject && (await bodyOf(actions, subject))) ?? nothing;
		},
		view: () => view,
		lines(): string[] {
			const {top, overlay, bands, bottom} = drawn().made;
			return [
				...top,
				...(overlay ?? bands.flatMap(band => band.panels.flatMap(panel => panel.lines))),
				...bottom,
			].map(line => textOf(line).trimEnd());
		},
		text(): string {
			return this.lines().join('\n');
		},
		/** Presses a key until a line with these words is chosen. */
		async choose(words: string, key = 'n'): Promise<void> {
			for (let tries = 0; tries < 60; tries++) {
				await this.press(key);
				if (this.lines().some(line => /^(?:> |chosen: )/.test(line) && line.includes(words))) return;
			}
			throw new Error(`never chosen: ${words}\n${this.text()}`);
		},
	};
}
