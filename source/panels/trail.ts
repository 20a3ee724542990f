import type {Searched} from '../search/search.ts';
import {crumbs} from './heading.ts';
import {type Line, lineWidth, span} from './line.ts';
import type {Section} from './opening.ts';
import {type Behind, behind, openings} from './openings.ts';
import type {Panel} from './panel.ts';
import type {Scene} from './scene.ts';
import {searchPanel} from './search.ts';
import type {ScreenActions} from './state.ts';
import type {Subject} from './subject.ts';
import type {Trail} from './view.ts';

/** What is open, as the picture has it now. */
export type Standing = {
	readonly subject: Subject;
	/** True where the picture no longer holds it, or what it was opened from: then it is as it was when opened. */
	readonly isGone: boolean;
	readonly behind: Behind;
	/** What stood beside it where it was opened, itself among them. */
	readonly siblings: readonly Subject[];
	/** The way that led to it. */
	readonly crumbs: readonly string[];
};

/**
 * Goes the way of the reader again, through the picture as it is now: by the keys of what was opened, one from another.
 *
 * @param searched what was found, where the way begins with a search
 */
export function walk(
	scene: Scene,
	{panel, steps}: Trail,
	panels: readonly Panel[],
	actions: Pick<ScreenActions, 'revisions' | 'carriers'>,
	searched: Searched | null = null,
): Standing {
	const ofPanel =
		panel === searchPanel
			? [steps[0].subject]
			: (panels.find(({id}) => id === panel)?.items.flatMap(({subjects}) => subjects) ?? []);
	let here = stand(scene, steps[0].subject, ofPanel, actions, null, searched);
	for (const step of steps.slice(1)) {
		const sections: readonly Section[] = openings(scene, here.subject, here.behind);
		const siblings =
			sections
				.map(section => section.openings.map(({subject}) => subject))
				.find(subjects => subjects.some(({key}) => key === step.subject.key)) ?? [];
		here = stand(scene, step.subject, siblings, actions, here);
	}
	return here;
}

function stand(
	scene: Scene,
	kept: Subject,
	siblings: readonly Subject[],
	actions: Pick<ScreenActions, 'revisions' | 'carriers'>,
	from: Standing | null,
	searched: Searched | null = null,
): Standing {
	const now = siblings.find(({key}) => key === kept.key);
	const isGone = now === undefined || from?.isGone === true;
	const subject = now ?? kept;
	// What an earlier moment does not hold may be of later: not even its name is shown.
	const isHidden = isGone && scene.isArchive;
	const words = isHidden ? [scene.marks.ellipsis] : crumbs(scene, subject);
	const way = from?.crumbs ?? [];
	return {
		subject,
		isGone,
		siblings: isGone ? [] : siblings,
		behind: isHidden
			? {revisions: [], carriers: [], searched: null}
			: behind(scene, subject, actions, searched),
		// Two figures of one row name the row once.
		crumbs: [...way, ...words.filter((word, index) => index === words.length - 1 || word !== way[index])],
	};
}

/** The way in one row; where it is too long, its end. Null where it is no more than what is open. */
export function crumbLine(
	words: readonly string[],
	columns: number,
	{marks}: Pick<Scene, 'marks'>,
): Line | null {
	if (words.length < 2) return null;
	const between = ` ${marks.step} `;
	for (let from = 0; from < words.length - 1; from++) {
		const line = [span([...(from > 0 ? [marks.ellipsis] : []), ...words.slice(from)].join(between), 'dim')];
		if (lineWidth(line) <= columns) return line;
	}
	return [span([marks.ellipsis, ...words.slice(-1)].join(between), 'dim')];
}
