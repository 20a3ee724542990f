import type {SourceMemory} from '../source/sources/source.ts';
import type {Line} from './format.ts';
import type {Damage} from './store.ts';

/** What lines say that are about no report, the newest of each: sources, notes, damage. */
export type State = {
	readonly sources: readonly {readonly t: number; readonly source: SourceMemory}[];
	readonly notes: readonly {readonly t: number; readonly name: string; readonly value: unknown}[];
	readonly damage: readonly (Damage & {readonly t: number})[];
};

export const noState: State = {sources: [], notes: [], damage: []};

/** The state that lines make, taken up where another one ends; in any order. */
export function stateOf(lines: Iterable<Line | 'unknown'>, before: State = noState): State {
	const sources = new Map(before.sources.map(each => [each.source.id, each]));
	const notes = new Map(before.notes.map(each => [each.name, each]));
	const damage = new Map(before.damage.map(each => [damageKey(each), each]));
	for (const line of lines) {
		if (line === 'unknown') continue;
		if (line.k === 's') {
			const {t, source} = line;
			if ((sources.get(source.id)?.t ?? Number.NEGATIVE_INFINITY) < t) sources.set(source.id, {t, source});
		} else if (line.k === 'm') {
			const {t, name, value} = line;
			if ((notes.get(name)?.t ?? Number.NEGATIVE_INFINITY) < t) notes.set(name, {t, name, value});
		} else if (line.k === 'd') {
			const {k: _, ...found} = line;
			damage.set(damageKey(found), found);
		}
	}
	return {sources: [...sources.values()], notes: [...notes.values()], damage: [...damage.values()]};
}

/** Tells damages apart. A sealed file that was mended may be hurt again in the same place; a journal never changes but at its end. */
export const damageKey = ({file, at, reason}: Damage): string =>
	file.endsWith('.seg') ? `${file} ${at} ${reason}` : `${file} ${at}`;

/** The lines that make a state. */
export function* linesOf({sources, notes, damage}: State): Generator<Line> {
	for (const {t, source} of sources) yield {k: 's', t, source};
	for (const {t, name, value} of notes) yield {k: 'm', t, name, value};
	for (const each of damage) yield {k: 'd', ...each};
}
