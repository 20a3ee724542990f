import type {Figure} from '../facts/fact.ts';
import {worth} from '../picture/amount.ts';
import type {Change} from '../picture/changes.ts';
import type {Chain, Picture} from '../picture/picture.ts';
import type {Operator, Rule} from './rule.ts';

/** Two pictures and what changed from one to the other. */
export type Turn = {readonly before: Picture; readonly after: Picture; readonly changes: readonly Change[]};

/** The changes that a rule asks for, in the order given. */
export function matching(rule: Rule, {before, after, changes}: Turn): readonly Change[] {
	switch (rule.kind) {
		case 'toll':
			return changes.filter(
				({kind, fact}) =>
					kind === 'toll' &&
					fact?.kind === 'figure' &&
					(rule.of === null || fact.of === rule.of) &&
					(rule.measure === null || fact.measure === rule.measure) &&
					// What was taken back is no figure any more.
					(rule.than === null || (chainOf(after, fact) !== null && holds(fact, rule.than))),
			);
		case 'ceasefire': {
			const {is} = rule;
			const hasTurned = is === after.ceasefire.status && is !== before.ceasefire.status;
			const said = new Set(after.ceasefire.speakers.filter(({says}) => says === is).map(({fact}) => fact));
			const found = changes.filter(
				({kind, fact}) =>
					kind === 'ceasefire' &&
					(is === null || hasTurned || (fact?.kind === 'ceasefire' && said.has(fact))),
			);
			// The status turns by somebody's word: one statement, told once.
			return found.filter(({fact}, index) => found.findIndex(other => other.fact === fact) === index);
		}
		case 'claim':
			return changes.filter(
				({kind, fact}) =>
					kind === 'claim' &&
					fact?.kind === 'claim' &&
					(rule.topic === null || fact.topics.includes(rule.topic)) &&
					(rule.act === null || fact.act === rule.act) &&
					(rule.by === null || fact.by?.side === rule.by),
			);
		case 'source':
			return changes.filter(
				({kind, source}) => kind === 'source' && (rule.source === null || source === rule.source),
			);
	}
}

/** The chain whose current figure this is; null: none any more. */
export function chainOf({tally}: Picture, fact: Figure): Chain | null {
	for (const row of tally.rows) {
		if (row.of !== fact.of || row.measure !== fact.measure) continue;
		const chain = [...row.own, ...row.enemy, ...row.third].find(({current}) => current === fact);
		if (chain) return chain;
	}
	return null;
}

function holds(fact: Figure, {operator, number}: {operator: Operator; number: number}): boolean {
	const amount = worth(fact);
	if (amount === null) return false;
	switch (operator) {
		case '>=':
			return amount >= number;
		case '>':
			return amount > number;
		case '=':
			return amount === number;
		case '<=':
			return amount <= number;
		case '<':
			return amount < number;
	}
}
