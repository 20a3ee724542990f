import type {SourceHealth} from '../picture/picture.ts';
import {ago, ahead, counted} from './format.ts';
import {cell, type Line, span} from './line.ts';
import type {Item, Panel} from './panel.ts';
import type {Scene} from './scene.ts';

const stateColumns = 10;
const inTrouble: readonly SourceHealth['state'][] = ['failing', 'blocked', 'gone', 'needs key', 'stale'];

/** True where a source does not bring reports and somebody should know. */
export function isInTrouble({state}: SourceHealth): boolean {
	return inTrouble.includes(state);
}

/** How each source is; those in trouble first, so that none of them is below the edge. */
export function sources(scene: Scene): Panel {
	const all = scene.picture.sources;
	return {
		id: 'sources',
		title: scene.isArchive ? 'Sources by then' : 'Sources',
		head: () => [],
		items: [...all.filter(isInTrouble), ...all.filter(source => !isInTrouble(source))].map(source =>
			item(scene, source),
		),
		empty: 'No source is named: give one with --source.',
	};
}

/** How a source is; of an earlier moment, how it had been found by then: what nobody had asked by then is not known. */
export function stateOf({isArchive}: Pick<Scene, 'isArchive'>, {state}: SourceHealth): string {
	return isArchive && state === 'waiting' ? 'not known' : state;
}

function item(scene: Scene, source: SourceHealth): Item {
	const {name, reason} = source;
	const {marks} = scene;
	const state = stateOf(scene, source);
	const tone = isInTrouble(source) ? 'warning' : 'plain';
	return {
		key: source.id,
		subjects: [{kind: 'source', key: source.id, source}],
		words: () => `${name} ${state} ${reason ?? ''} ${source.id}`,
		lines: columns => {
			const wide = columns >= 100;
			const nameColumns = columns >= 56 ? 20 : 14;
			const first: Line = [
				span(`${cell(name, nameColumns, marks.ellipsis)} `),
				span(cell(state, stateColumns, marks.ellipsis), tone),
				span(history(source, scene, wide ? columns : columns - nameColumns - 1 - stateColumns), 'dim'),
				span(reason !== null && wide ? ` ${marks.dot} ${reason}` : ''),
			];
			return reason !== null && !wide ? [first, [span(`  ${reason}`, 'dim')]] : [first];
		},
	};
}

/** When it answered and how much it brought; when it is asked next, where there is room. */
function history(
	{state, lastAnswerAt, nextPollAt, reports}: SourceHealth,
	{marks, now, isArchive}: Scene,
	columns: number,
): string {
	const next = nextPollAt === null ? '' : ahead(nextPollAt, now);
	const coming = next === '' ? [] : [next === 'due' ? next : `next ${next}`];
	const brought = counted(reports, 'report');
	// When it last answered, and when it is asked next, is of later.
	if (isArchive) return brought;
	const ways =
		lastAnswerAt === null
			? [[state === 'waiting' ? 'not asked yet' : 'never answered']]
			: [[`answered ${ago(lastAnswerAt, now)}`], [ago(lastAnswerAt, now)]];
	const texts = [
		...ways.map(way => [...way, ...coming, brought]),
		...ways.map(way => [...way, brought]),
		...ways,
	].map(parts => parts.join(` ${marks.dot} `));
	return texts.find(text => text.length <= columns) ?? texts.at(-1) ?? '';
}
