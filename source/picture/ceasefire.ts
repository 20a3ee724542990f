import type {Ceasefire} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import {createAgreements} from './agreement.ts';
import {createLastWords} from './last-word.ts';
import {createOrdered} from './ordered.ts';
import type {CeasefirePicture} from './picture.ts';
import type {Statement} from './statement.ts';
import {createTruceEvents, inTime, type TruceEvent} from './truce-event.ts';
import {truceStatus} from './truce-status.ts';
import {createViolations} from './violations.ts';

type Said = Statement<Ceasefire>;

type Settled = Pick<
	CeasefirePicture,
	'agreements' | 'violations' | 'violationsByDay' | 'lastViolationAt' | 'events'
> & {readonly calledAt: number | null};

/** Where the truce stands by all accounts, kept up as statements come and go. */
export type Truce = {
	add(said: Said): void;
	/** The same object that was added. */
	remove(said: Said): void;
	/** As of a moment: an hour that was agreed on may have come. What nothing has changed is the same object as before. */
	draw(moment: number): CeasefirePicture;
	/** All who carry what an event of the last picture says, first first. */
	carriers(fact: Ceasefire): readonly Said[];
};

/** Where the truce stands by all accounts at a moment, drawn from nothing. */
export function ceasefire(profile: Profile, stated: readonly Said[], asOf: number): CeasefirePicture {
	const truce = createCeasefire(profile);
	for (const said of stated) truce.add(said);
	return truce.draw(asOf);
}

export function createCeasefire(profile: Profile): Truce {
	const told = createTruceEvents(profile);
	const ordered = createOrdered<TruceEvent>((a, b) => inTime(a.first, b.first));
	const agreements = createAgreements(profile);
	const words = createLastWords(profile);
	const violations = createViolations(profile);
	const keepers = [ordered, agreements, words, violations];
	let settled: Settled | null = null;
	let drawn: CeasefirePicture | null = null;

	const settle = (): Settled => {
		const {come, gone} = told.settle();
		if (settled && come.length + gone.length === 0) return settled;
		for (const keeper of keepers) {
			for (const event of gone) keeper.remove(event);
			for (const event of come) keeper.add(event);
		}
		ordered.settle();
		agreements.settle();
		words.settle();
		const {items} = ordered;
		const is = (kind: Ceasefire['event']) => (event: TruceEvent) => event.first.fact.event === kind;
		const isCounted = !settled || come.some(is('violation')) || gone.some(is('violation'));
		settled = {
			agreements: kept(settled?.agreements, agreements.list, isEqual),
			violations: settled && !isCounted ? settled.violations : violations.all(),
			violationsByDay: settled && !isCounted ? settled.violationsByDay : violations.byDay(),
			lastViolationAt: items.findLast(is('violation'))?.first.at ?? null,
			events: kept(
				settled?.events,
				items.map(({first}) => first.fact),
				Object.is,
			),
			calledAt: items.find(is('called for'))?.first.at ?? null,
		};
		return settled;
	};

	return {
		add: told.add,
		remove: told.remove,
		draw(moment) {
			const {calledAt, ...lists} = settle();
			const stances = words.stances(agreements, moment);
			const before = drawn;
			const next: CeasefirePicture = {
				...truceStatus(agreements.current, stances, calledAt, moment),
				renewals: agreements.renewals,
				speakers: kept(
					before?.speakers,
					stances.map(({word}) => word),
					isEqual,
				),
				...lists,
			};
			drawn = before && isEqual(before, next) ? before : next;
			return drawn;
		},
		carriers: told.carriers,
	};
}

/** What was held before, where it holds the same: each in its place, or the whole list. */
function kept<Item>(
	before: readonly Item[] | undefined,
	next: readonly Item[],
	isSame: (one: Item, other: Item) => boolean,
): readonly Item[] {
	if (!before) return [...next];
	const items = next.map((item, index) => {
		const old = before[index];
		return old !== undefined && isSame(old, item) ? old : item;
	});
	return items.length === before.length && items.every((item, index) => item === before[index])
		? before
		: items;
}

/** Whether two hold the same values under all keys; a speaker is the same where it is named alike. */
function isEqual<Shape extends object>(one: Shape, other: Shape): boolean {
	return (Object.keys(other) as (keyof Shape)[]).every(
		key =>
			one[key] === other[key] || (key === 'by' && JSON.stringify(one[key]) === JSON.stringify(other[key])),
	);
}
