import type {Ceasefire} from '../facts/fact.ts';
import {dayMs, publishedAt, type Statement} from './statement.ts';
import type {Zones} from './zones.ts';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const named = new RegExp(`\\b(?:(?:on|late|early|last) (${weekdays.join('|')})|(yesterday))\\b`, 'giu');
const made = /\b(?:agree|reach|sign|declar|announc|broker|conclud|renew|extend)\w*/giu;
const begun = /\b(?:will|begin|start|from|since|until|effect|force)\w*/giu;
const broken = /\b(?:violat|breach|br[eo]k|break|infring|fir(?:ed|ing)|shell|attack)\w*/giu;

/**
 * The calendar day that the words of a statement give to what they tell, where that is a day before it was told: `2022-09-16`; else null.
 *
 * “Violated the truce on Friday” is of Friday; “violated the truce agreed on Friday” is not.
 */
export function dayBefore({fact, report}: Statement<Ceasefire>, zones: Zones): string | null {
	const {sentence, event} = fact;
	if (!/day/i.test(sentence)) return null;
	const isBreach = event === 'violation' || event === 'collapsed';
	for (const {1: weekday, 2: yesterday, index} of sentence.matchAll(named)) {
		const before = sentence.slice(0, index);
		const [makingAt, beginningAt, breachAt] = [made, begun, broken].map(each => lastOf(each, before));
		const isIts = isBreach
			? breachAt! > Math.max(makingAt!, beginningAt!)
			: makingAt! > Math.max(breachAt!, beginningAt!);
		if (!isIts) continue;
		const today = Date.parse(zones.dayOf(publishedAt(report)));
		const back = yesterday
			? 1
			: (new Date(today).getUTCDay() - weekdays.indexOf(weekday!.toLowerCase()) + 7) % 7;
		return back === 0 ? null : new Date(today - back * dayMs).toISOString().slice(0, 10);
	}
	return null;
}

const lastOf = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1;
