import type {Ceasefire, Figure} from '../facts/fact.ts';
import type {Chain, Row} from '../picture/picture.ts';
import {eventText} from './ceasefire.ts';
import {figureText, moment} from './format.ts';
import {type Line, span} from './line.ts';
import type {Item, Panel} from './panel.ts';
import {factAt, isNew, type Scene, sideName, speakerName} from './scene.ts';
import {factKey, type Subject} from './subject.ts';

type Entry = {
	readonly at: number | null;
	readonly key: string;
	readonly words: string;
	readonly isFresh: boolean;
	readonly subject: Subject;
};

/** Events of the ceasefire and each new figure in one order, newest first. */
export function timeline(scene: Scene): Panel {
	const {tally, ceasefire} = scene.picture;
	const entries = [
		...ceasefire.events.map(fact => event(scene, fact)),
		...tally.rows.flatMap(row =>
			[...row.own, ...row.enemy, ...row.third].flatMap(chain => figures(scene, row, chain)),
		),
	].sort((a, b) => (b.at ?? Number.NEGATIVE_INFINITY) - (a.at ?? Number.NEGATIVE_INFINITY));
	return {
		id: 'timeline',
		title: 'Timeline',
		head: () => [],
		items: entries.map(entry => item(scene, entry)),
		empty: 'Nothing has happened yet.',
	};
}

function event(scene: Scene, fact: Ceasefire): Entry {
	const key = factKey(fact);
	return {
		at: factAt(fact),
		key,
		words: `${speakerName(scene, fact.by)}: ${eventText(scene, fact)}`,
		isFresh: false,
		subject: {kind: 'ceasefire', key, fact},
	};
}

function figures(scene: Scene, row: Row, chain: Chain): Entry[] {
	const steps: {fact: Figure; at: number; before: Figure | undefined}[] = [
		...chain.replaced.map(({fact, at}, index) => ({
			fact,
			at: factAt(fact) ?? at,
			before: chain.replaced[index - 1]?.fact,
		})),
		{fact: chain.current, at: chain.currentAt, before: chain.replaced.at(-1)?.fact},
	];
	return steps.map(({fact, at, before}) => {
		const key = `${row.of}/${row.measure}/${factKey(fact)}`;
		const change = before ? ` (before ${figureText(before, scene.marks)})` : '';
		return {
			at,
			key,
			words: `${speakerName(scene, chain.by)}: ${sideName(scene, row.of, 'side not known')} ${row.measure} ${figureText(fact, scene.marks)}${change}`,
			isFresh: fact === chain.current && isNew(scene, chain.currentFirstSeenAt),
			subject: {kind: 'figure', key, row, chain, figure: fact},
		};
	});
}

function item(scene: Scene, {at, key, words, isFresh, subject}: Entry): Item {
	const line: Line = [
		...(isFresh ? [span('new ', 'new')] : []),
		span(`${at === null ? 'no date' : moment(at, scene.now, scene.timezone)} `, 'dim'),
		span(words),
	];
	return {key, subjects: [subject], words: () => words, lines: () => [line]};
}
