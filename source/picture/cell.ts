import type {Figure, Measure, SideId} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import {worth} from './amount.ts';
import {type ChainKeeper, createChain, type Drawn} from './chain.ts';
import {createOrgans} from './organs.ts';
import type {Withdrawn} from './picture.ts';
import type {Statement} from './statement.ts';

type Telling = Statement<Figure>;

/** All that is said of one measure of one party. */
export type Cell = {
	readonly of: SideId;
	readonly measure: Measure;
	add(telling: Telling): void;
	remove(telling: Telling): void;
	draw(): {readonly chains: readonly Drawn[]; readonly withdrawn: readonly Withdrawn[]};
	tellings(claimant: string, figure: Figure): readonly Telling[];
	/** That no figure was given. */
	readonly silences: ReadonlySet<Telling>;
	/** What its own officials gave. */
	readonly ownGiven: Given;
	readonly isEmpty: boolean;
};

/** What is to be known of the figures that end a silence. */
export type Given = {
	/** Figures of one or more, counted. */
	readonly some: number;
	/** “No casualties”. */
	readonly none: ReadonlySet<Telling>;
};

export function createCell(profile: Profile, of: SideId, measure: Measure): Cell {
	const chains = new Map<string, ChainKeeper>();
	const silences = new Set<Telling>();
	const own = {some: 0, none: new Set<Telling>()};
	let left = 0;

	const chainOf = (key: string): ChainKeeper => {
		let chain = chains.get(key);
		if (!chain) {
			chain = createChain(key);
			chains.set(key, chain);
		}
		return chain;
	};
	const organs = createOrgans({
		give: (key, telling) => chainOf(key).add(telling),
		take(key, telling) {
			const chain = chains.get(key)!;
			chain.remove(telling);
			if (chain.isEmpty) chains.delete(key);
		},
	});

	const noteOwn = (telling: Telling, by: 1 | -1): void => {
		const {fact, claimant, droppedAt} = telling;
		if (claimant.by.side !== of || claimant.by.kind !== 'official') return;
		if (droppedAt !== null || fact.qualifier === 'vague') return;
		if ((worth(fact) ?? 0) > 0) own.some += by;
		else if (by > 0) own.none.add(telling);
		else own.none.delete(telling);
	};
	const isSide = profile.sides.some(({id}) => id === of);

	return {
		of,
		measure,
		silences,
		ownGiven: own,
		add(telling) {
			if (telling.fact.qualifier === 'silence') {
				silences.add(telling);
				left++;
			} else if (worth(telling.fact) !== null) {
				organs.add(telling);
				left++;
				if (isSide) noteOwn(telling, 1);
			}
		},
		remove(telling) {
			if (telling.fact.qualifier === 'silence') {
				silences.delete(telling);
				left--;
			} else if (worth(telling.fact) !== null) {
				organs.remove(telling);
				left--;
				if (isSide) noteOwn(telling, -1);
			}
		},
		draw() {
			organs.settle();
			const drawn: Drawn[] = [];
			const withdrawn: Withdrawn[] = [];
			for (const chain of chains.values()) {
				const said = chain.draw();
				if (said.drawn) drawn.push(said.drawn);
				withdrawn.push(...said.withdrawn);
			}
			return {
				chains: drawn,
				withdrawn: withdrawn.sort((a, b) => a.at - b.at || (a.fact.sentence < b.fact.sentence ? -1 : 1)),
			};
		},
		tellings: (claimant, figure) => chains.get(claimant)?.tellings(figure) ?? [],
		get isEmpty() {
			return left === 0;
		},
	};
}
