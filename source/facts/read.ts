import {type Profile, windowAt} from '../profile/profile.ts';
import type {Report} from '../reports/report.ts';
import {abroadOf} from './abroad.ts';
import {agreed} from './agree.ts';
import type {Scene} from './attribute.ts';
import {brokenDown} from './breakdown.ts';
import {type Discourse, discourse} from './discourse.ts';
import type {Fact, ReportReference, Speaker} from './fact.ts';
import {framesOf} from './frames.ts';
import {gate} from './gate.ts';
import {languages} from './languages/index.ts';
import {lexicon} from './lexicon.ts';
import {glance, grouped} from './line.ts';
import {namesIn} from './organs.ts';
import {plainSets} from './plain.ts';
import {refine} from './refine.ts';
import type {Draft, Entry, Language, Line, Rule} from './rule.ts';
import {type Sentence, sentences} from './sentences.ts';
import {alphabet} from './signs.ts';
import type {Clock} from './when.ts';

/** Changes with every change of the rules: facts that carry another version are made again. */
export const readerVersion: string = '7';

export type Readable = Pick<
	Report,
	'id' | 'source' | 'outlet' | 'url' | 'title' | 'text' | 'publishedAt' | 'language'
>;

// As far as a report takes to say that it is of a drill.
const openingLength = 400;
const thirtyDaysMs = 30 * 86_400_000;

/**
 * A reader of reports about one conflict.
 *
 * @returns a function from a report, and the time it counts as published, to its facts in the order of its text
 */
export function readerOf(profile: Profile): (report: Readable, at: number) => Fact[] {
	const read = stepwiseReaderOf(profile);
	return (report, at) => {
		const steps = read(report, at);
		for (;;) {
			const {done, value} = steps.next();
			if (done) {
				return value;
			}
		}
	};
}

/**
 * What is read of a report between two looks at what else is to be done, on to the end of a sentence. Of text full of
 * figures that is a third of a millisecond's work; more than one while the rules are new, 15 at times, 35 for the first.
 */
const stepLength = 500;

// How many sentences of a paragraph are looked at for the place that the next is about.
const keptSentences = 4;

/** The same, giving way again and again: a report of 200,000 characters takes longer than a screen may stand still. */
export function stepwiseReaderOf(
	profile: Profile,
): (report: Readable, at: number) => Generator<undefined, Fact[], undefined> {
	const readers = languages.map(language => sentenceReader(language, profile));
	return function* (report, told) {
		const at = report.publishedAt === null ? Math.min(told, dayOf(report) ?? told) : told;
		const window = windowAt(profile, at);
		const clock: Clock = {
			at,
			timezone: profile.timezone,
			from: window && window.from <= at ? window.from : at - thirtyDaysMs,
			isOpen: window === null,
		};
		const last = outletOf(report, profile);
		const before = discourse(last?.side ?? null);
		const reference: ReportReference = {
			id: report.id,
			source: report.source,
			url: report.url,
			title: report.title,
			publishedAt: report.publishedAt,
		};
		const facts: Fact[] = [];
		const text = wholeOf(report);
		let stepEnd = stepLength;
		let lastEnd = 0;
		for (const {start, end} of sentencesOf(text)) {
			if (start > stepEnd) {
				yield undefined;
				stepEnd = start + stepLength;
			}

			const sentence = text.slice(start, end);
			if (/[\n\r]/.test(text.slice(lastEnd, start))) {
				before.paragraph = [];
			}

			lastEnd = end;
			const reader = readers.find(({language}) => language.isWritten(sentence));
			if (start < openingLength && reader?.language.pretence.test(sentence)) {
				before.memory.isPretence = true;
			}

			for (const found of reader?.read(sentence, before, clock) ?? []) {
				const {fact, rule, language} = found;
				facts.push({
					...fact,
					by: fact.by ?? last,
					sentence,
					rule,
					language,
					report: reference,
				} as Fact);
			}

			before.paragraph = [...before.paragraph.slice(-keptSentences), sentence];
		}

		return agreed(brokenDown(facts));
	};
}

const abbreviations: ReadonlySet<string> = new Set(
	languages.flatMap(language => [...language.abbreviations]),
);

const hourGoesOn = new RegExp(languages.map(language => language.hourGoesOn.source).join('|'), 'u');

/** The sentences of a text, by the abbreviations of every language. */
export const sentencesOf = (text: string): Sentence[] => sentences(text, abbreviations, hourGoesOn);

/** A report's title and text as one: where its sentences stand. */
export function wholeOf({title, text}: Pick<Readable, 'title' | 'text'>): string {
	return title === '' ? text : `${title}\n\n${text}`;
}

// When a report that says nothing of its own time is of: the end of the first day that it names.
function dayOf({title, text}: Readable): number | null {
	const opening = `${title}\n${text.slice(0, openingLength)}`;
	const day = languages.map(({firstDate}) => firstDate(opening)).find(date => date !== null) ?? null;
	return day === null || Number.isNaN(day) ? null : day + 86_400_000 - 1;
}

/** The outlet as the last to ask who says it: where it is one of the profile, and speaks for somebody. */
export function outletOf(report: Readable, profile: Profile): Speaker | null {
	const found = profile.outlets.find(
		outlet => outlet.name === report.outlet || outlet.name === report.source,
	);
	return found
		? {
				name: found.name,
				side: profile.sides.some(side => side.id === found.side) ? found.side : null,
				kind: found.kind === 'un' || found.kind === 'monitor' ? found.kind : 'media',
			}
		: null;
}

/** Reads single sentences of one language; `rules` other than the language's own are for tests. */
export function sentenceReader(
	language: Language,
	profile: Profile,
	rules: readonly Rule[] = language.rules,
) {
	const entries: readonly Entry[] = [...language.entries, ...namesIn(profile, language)];
	const words = lexicon(entries);
	const signs = alphabet([...plainSets, ...words.sets, ...language.groups.flatMap(group => group.gives)]);
	const groups = language.groups.map(({make, pattern}) => ({make, match: signs.compile(pattern)}));
	const frames = language.frames.map(row => ({row, match: signs.compile(row.pattern)}));
	const compiled = rules.map(rule => ({rule, match: signs.compile(rule.pattern)}));
	const {opens, speaks, watched} = gate(rules, language.groups, signs);
	words.watch(sense => watched.has(signs.sign(sense.is)));
	const sides = profile.sides.map(side => side.id);
	const abroad = abroadOf(profile);

	const {at: glanceAt, ifWatched, line: singleItems} = glance(words, signs, language.hasSpacedDigits);
	const sceneOf = (line: Line) => ({line, frames: framesOf(line, frames), sides});
	const read = (sentence: string, before: Discourse, clock: Clock) => {
		const present = ifWatched(sentence);
		if (present === null || !opens(present)) {
			// Kept as text: few are ever asked for.
			if (present === null || speaks(present)) {
				before.add(() =>
					speaks(glanceAt(sentence)) ? sceneOf(grouped(singleItems(), groups, signs)) : null,
				);
			}

			return [];
		}

		const line = grouped(singleItems(), groups, signs);
		const drafts: {draft: Draft; rule: string; line: Line; from: number; to: number}[] = [];
		for (const {rule, match} of compiled) {
			for (const found of match(line)) {
				const made = rule.make(found);
				for (const draft of made === null ? [] : 'kind' in made ? [made] : made) {
					drafts.push({draft, rule: rule.name, line, from: found.from, to: found.to});
				}
			}
		}

		if (drafts.length === 0) {
			before.add(() => sceneOf(line));
			return [];
		}

		const scene = sceneOf(line);
		const {memory, paragraph} = before;
		const isAbroad: Scene['isAbroad'] = (start, stated) => abroad(sentence, start, stated, paragraph);
		const facts = refine(drafts, {...scene, memory, isAbroad}, clock);
		before.add(() => scene);
		return facts.map(each => ({...each, language: language.code}));
	};

	return {
		language,
		read,
		opens: (sentence: string) => opens(glanceAt(sentence)),
	};
}
