import type {Profile} from '../../profile/profile.ts';
import type {Fact} from '../fact.ts';
import {outletOf, type Readable, wholeOf} from '../read.ts';
import {offeredIn} from './answer.ts';
import {checked, type Reason} from './check.ts';
import {merged} from './merge.ts';
import {numbering} from './numbered.ts';
import {formsOf, questionOf} from './question.ts';

/** What came of a model's answer about one report. */
export type ModelRead =
	| {
			readonly ok: true;
			/** Those of the rules and those that the model adds, in the order of the text. */
			readonly facts: Fact[];
			/** Those that the model adds. */
			readonly added: readonly Fact[];
			/** How many it offered that the rules had read. */
			readonly known: number;
			readonly dropped: ReadonlyMap<Reason, number>;
	  }
	| {readonly ok: false; readonly reason: string};

/** A report that is worth a question: what to send, and how to read what comes back. */
export type Asked = {
	/** Bodies of the same request in the forms that servers know, the best first. */
	readonly forms: readonly string[];
	read(body: string): ModelRead;
};

/**
 * Makes what asks a model about reports, one at a time, and checks what it says.
 *
 * @returns a function that gives null for a report in which the conflict is not named: nothing of it is sent
 */
export function modelReaderOf(
	profile: Profile,
	model: string,
): (report: Readable, at: number, ruled: readonly Fact[]) => Asked | null {
	const numbered = numbering(profile);
	const sides = new Set(profile.sides.map(({id}) => id));
	return (report, at, ruled) => {
		const sentences = numbered(report);
		const isNamed = sentences.some(({words}) => words.some(({sense}) => sides.has(sense.side ?? '')));
		if (!isNamed && (ruled.length === 0 || sentences.length === 0)) return null;
		const {id, source, url, title, publishedAt} = report;
		return {
			forms: formsOf(questionOf(model, profile, sentences, at)),
			read: body => {
				const offered = offeredIn(body);
				if (!offered.ok) return offered;
				const {facts: modelled, dropped} = checked(offered.facts, {
					profile,
					sentences,
					report: {id, source, url, title, publishedAt},
					last: outletOf(report, profile),
					at,
					rule: `model ${model}`,
				});
				return {ok: true, ...merged(ruled, modelled, wholeOf(report)), dropped};
			},
		};
	};
}
