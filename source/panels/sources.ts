import type {SourceHealth} from '../picture/picture.ts';
import {ago, counted} from './format.ts';
import {cell, type Line, span} from './line.ts';
import type {Item, Panel} from './panel.ts';
import type {Scene} from './scene.ts';

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
		title: 'Sources',
		head: () => [],
		items: [...all.filter(isInTrouble), ...all.filter(source => !isInTrouble(source))].map(source =>
			item(scene, source),
		),
		empty: 'No source is named: give one with --source.',
	};
}

function item(scene: Scene, source: SourceHealth): Item {
	const {name, state, lastAnswerAt, nextPollAt, reports, reason} = source;
	const {marks, now} = scene;
	const next =
		nextPollAt === null
			? ''
			: nextPollAt <= now
				? `${marks.dot} due `
				: `${marks.dot} next ${ago(nextPollAt, now)} `;
	const tone = isInTrouble(source) ? 'warning' : 'plain';
	return {
		key: source.id,
		subjects: [{kind: 'source', key: source.id, source}],
		words: () => `${name} ${state} ${reason ?? ''} ${source.id}`,
		lines: columns => {
			const wide = columns >= 100;
			const answered =
				lastAnswerAt === null
					? 'never answered'
					: `${columns >= 64 ? 'answered ' : ''}${ago(lastAnswerAt, now)}`;
			const first: Line = [
				span(`${cell(name, columns >= 56 ? 20 : 14, marks.ellipsis)} `),
				span(cell(state, 10, marks.ellipsis), tone),
				span(`${answered} ${next}${marks.dot} ${counted(reports, 'report')}`, 'dim'),
				span(reason !== null && wide ? ` ${marks.dot} ${reason}` : ''),
			];
			return reason !== null && !wide ? [first, [span(`  ${reason}`, 'dim')]] : [first];
		},
	};
}
