import type {Fact} from '../facts/fact.ts';
import type {Change} from '../picture/changes.ts';
import type {Picture} from '../picture/picture.ts';
import {chainsOf} from '../picture/row.ts';
import {ago, moment} from './format.ts';
import {type Line, span, wrap} from './line.ts';
import type {Item, Panel} from './panel.ts';
import type {Scene} from './scene.ts';
import {factKey, type Subject} from './subject.ts';

/** What is new since the last look, newest first; at the first look, since the first round of polls. */
export function changes(scene: Scene): Panel {
	const {changes: all, lookedAt, isFirstLook, isArchive, now, timezone} = scene;
	const subjects = subjectsOf(scene.picture);
	const since = lookedAt === null ? null : moment(lookedAt, now, timezone);
	const {title, empty} =
		since !== null
			? {
					title: `New since ${since}${isFirstLook ? ', first look' : ''}`,
					empty: isFirstLook
						? `Nothing is new since ${since}, when all sources had been asked once. This is the first look at this store.`
						: `Nothing is new since ${since}.`,
				}
			: {
					title: 'New',
					empty: isArchive
						? 'Nobody had looked at this store before the moment shown: there is nothing to compare with.'
						: 'This is the first look at this store: once all sources have been asked, what comes in after that will stand here.',
				};
	return {
		id: 'changes',
		title,
		head: () => [],
		items: all.map(change => item(scene, change, subjects)),
		empty,
	};
}

function item(scene: Scene, change: Change, subjects: (change: Change) => Subject): Item {
	const {now, timezone, marks, lookedAt} = scene;
	const {id, text, at, firstSeenAt, outlet} = change;
	// Said before the last look, and in here only since.
	const isLate = at !== null && lookedAt !== null && at <= lookedAt && firstSeenAt !== null;
	return {
		key: id,
		get subjects() {
			return [subjects(change)];
		},
		words: () => `${text} ${outlet ?? ''} ${change.fact?.sentence ?? ''}`,
		lines: columns => {
			const head: Line = [
				...(at === null ? [] : [span(`${moment(at, now, timezone)} `, 'dim')]),
				span(text, 'strong'),
			];
			const tail = [
				outlet,
				at === null ? null : ago(at, now),
				isLate ? `first seen ${moment(firstSeenAt, now, timezone)}` : null,
			].filter(word => word !== null);
			return [
				...wrap(head, columns - 2, marks.ellipsis),
				...(tail.length > 0
					? wrap([span(tail.join(` ${marks.dot} `), 'dim')], columns - 2, marks.ellipsis)
					: []),
			];
		},
	};
}

/** What a change opens: where the picture holds its fact, just what the other panels open; gone through when first asked. */
function subjectsOf({tally, claims, sources}: Picture): (change: Change) => Subject {
	let held: Map<Fact, Subject> | null = null;
	const gather = (): Map<Fact, Subject> => {
		const found = new Map<Fact, Subject>();
		for (const row of tally.rows) {
			const name = `${row.of}/${row.measure}`;
			for (const withdrawn of row.withdrawn)
				found.set(withdrawn.fact, {
					kind: 'withdrawn',
					key: `${name}/withdrawn/${factKey(withdrawn.fact)}`,
					row,
					withdrawn,
				});
			if (row.silence) {
				const {fact, since} = row.silence;
				found.set(fact, {kind: 'silence', key: `${name}/silence`, row, fact, since});
			}
			for (const chain of chainsOf(row))
				for (const figure of [...chain.replaced.map(({fact}) => fact), chain.current])
					found.set(figure, {kind: 'figure', key: `${name}/${factKey(figure)}`, row, chain, figure});
		}
		const all = Object.values(claims).flat();
		const byId = new Map(all.map(claimed => [claimed.id, claimed]));
		for (const claimed of all) {
			const opposite = claimed.answers === null ? null : (byId.get(claimed.answers) ?? null);
			found.set(claimed.fact, {kind: 'claim', key: claimed.id, claimed, opposite});
		}
		return found;
	};
	return change => {
		const {fact, source: id} = change;
		const asChange: Subject = {kind: 'change', key: `change/${change.id}`, change};
		if (fact === null) {
			const source = sources.find(each => each.id === id);
			return source ? {kind: 'source', key: source.id, source} : asChange;
		}
		if (fact.kind === 'ceasefire') return {kind: 'ceasefire', key: factKey(fact), fact};
		held ??= gather();
		return held.get(fact) ?? asChange;
	};
}
