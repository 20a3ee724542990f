import type {Ceasefire} from '../facts/fact.ts';
import type {Head} from '../reports/report.ts';
import {dayMs, publishedAt, type Statement} from './statement.ts';
import type {Zones} from './zones.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const named = new RegExp(`\\b(?:(?:on|late|early|last) (${weekdays.join('|')})|(yesterday))\\b`, 'g');
const made = /\b(?:agree|reach|sign|declar|announc|broker|conclud|renew|extend)\w*/gi;
const begun = /\b(?:will|begin|start|from|since|until|effect|force)\w*/gi;
const broken = /\b(?:violat|breach|br[eo]k|break|infring|fir(?:ed|ing)|shell|attack)\w*/gi;

// A statement is compared with many.
const known = new WeakMap<object, string | null>();

/**
 * The calendar day that the words of a statement give to what they tell, where that is a day before it was told: `2022-09-16`; else null.
 *
 * “Violated the truce on Friday” is of Friday; “violated the truce agreed on Friday” is not.
 */
export function dayBefore({fact, report}: Statement<Ceasefire>, zones: Zones): string | null {
	const found = known.get(fact);
	if (found !== undefined) return found;
	const day = dayIn(fact);
	const date = day === null ? null : dateOf(day, report, zones);
	known.set(fact, date);
	return date;
}

function dateOf(day: number, report: Head, zones: Zones): string | null {
	const today = Date.parse(zones.dayOf(publishedAt(report)));
	const back = day === yesterday ? 1 : (new Date(today).getUTCDay() - day + 7) % 7;
	return back === 0 ? null : new Date(today - back * dayMs).toISOString().slice(0, 10);
}

const yesterday = -1;

/** The day of the week that is named, Sunday 0; `yesterday`; null: none. */
function dayIn({sentence, event}: Ceasefire): number | null {
	if (!sentence.includes('day')) return null;
	const isBreach = event === 'violation' || event === 'collapsed';
	for (const {1: weekday, index} of sentence.matchAll(named)) {
		const before = sentence.slice(0, index);
		const itsAt = lastOf(isBreach ? broken : made, before);
		// Between what is told and its day stands nothing else that could have that day.
		const others = isBreach ? [made, begun] : [broken, begun];
		if (itsAt >= 0 && others.every(other => before.slice(itsAt).search(other) < 0))
			return weekday === undefined ? yesterday : weekdays.indexOf(weekday);
	}
	return null;
}

const lastOf = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1;
