import {type Act, acts, type Measure, measures, type SideId, type Topic, topics} from '../facts/fact.ts';
import {nearest} from '../nearest.ts';
import type {CeasefirePicture, CeasefireStatus} from '../picture/picture.ts';
import {sideNamed} from '../profile/index.ts';
import type {Profile} from '../profile/profile.ts';
import type {Source} from '../sources/source.ts';

const operators = ['>=', '<=', '>', '<', '='] as const;
export type Operator = (typeof operators)[number];

const statuses = [
	'none',
	'called for',
	'announced',
	'in force',
	'holding',
	'disputed',
	'collapsed',
] as const satisfies readonly CeasefireStatus[];
const words = ['violated', 'denied', 'over'] as const satisfies readonly Says[];
type Says = CeasefirePicture['speakers'][number]['says'];

/** One `--alert`: which changes are told. What is null asks for nothing. */
export type Rule = {
	/** As it was written. */
	readonly text: string;
} & (
	| {
			readonly kind: 'toll';
			readonly of: SideId;
			readonly measure: Measure | null;
			readonly than: {readonly operator: Operator; readonly number: number} | null;
	  }
	/** A status of the whole, or a speaker's word. */
	| {readonly kind: 'ceasefire'; readonly is: CeasefireStatus | Says | null}
	| {readonly kind: 'claim'; readonly topic: Topic | null; readonly act: Act | null; readonly by: SideId}
	/** Id of the source. */
	| {readonly kind: 'source'; readonly source: string | null}
);

/** What the parts of a rule may name. */
export type RuleContext = {
	readonly profile: Profile;
	/** By the names that the panels show. */
	readonly sources: readonly Pick<Source, 'id' | 'name'>[];
};

const kinds = ['toll', 'ceasefire', 'claim', 'source'] as const;

/** Longer than any rule can be: what is repeated in a message is cut to this. */
const shownLength = 80;

/**
 * Reads a rule: a kind, and what narrows it, apart by colons and in any order.
 *
 * `toll`, `toll:KG:killed>=50`, `toll:wounded`, `ceasefire`, `ceasefire:collapsed`, `claim:drone`, `claim:denial:TJ`, `source:Kabar`
 *
 * @throws {Error} saying what is wrong and what would be right
 */
export function ruleOf(text: string, context: RuleContext): Rule {
	const written = text.trim();
	// A source's id has colons of its own.
	const [, name = '', rest = ''] = /^([^:<>=≤≥]*):?(.*)$/s.exec(written) ?? [];
	const kind = kinds.find(known => known === name.trim().toLowerCase());
	if (!kind) throw refusal(kinds, name, 'toll, ceasefire, claim or source first');
	switch (kind) {
		case 'toll':
			return {text: written, kind, ...tollOf(rest, context.profile)};
		case 'ceasefire':
			return {text: written, kind, is: ceasefireOf(rest)};
		case 'claim':
			return {text: written, kind, ...claimOf(rest, context.profile)};
		case 'source':
			return {text: written, kind, source: sourceOf(rest, context.sources)};
	}
}

const examples: Readonly<Record<(typeof kinds)[number], string>> = {
	toll: "--alert 'toll:killed>=50'",
	ceasefire: '--alert ceasefire:collapsed',
	claim: '--alert claim:drone',
	source: '--source rss:https://news.example/rss#name=Example --alert source:Example',
};

/** A right use of the kind of rule that was meant. */
export function exampleLike(text: string): string {
	const word = plain(/^[^:<>=≤≥]*/.exec(text.trim())![0]);
	const kind = kinds.find(known => known === word) ?? (nearest(word, kinds) as (typeof kinds)[number] | null);
	return examples[kind ?? 'toll'];
}

/** Letter case, hyphens and underscores for blanks do not matter: `strike-on-civilians`. */
const plain = (text: string): string =>
	text
		.trim()
		.toLowerCase()
		.replace(/[-_\s]+/g, ' ');

const among = <Word extends string>(list: readonly Word[], part: string): Word | null =>
	list.find(word => plain(word) === plain(part)) ?? null;

function partsOf(text: string): readonly string[] {
	return text.trim() === '' ? [] : text.split(':').map(part => part.trim());
}

/** A side of the profile by id, name or adjective, or `both`. */
function sideOf(profile: Profile, part: string): string | null {
	return plain(part) === 'both' ? 'both' : (sideNamed(profile, part)?.id ?? null);
}

const sidesOf = (profile: Profile): readonly string[] =>
	profile.sides.flatMap(({id, name}) => (plain(id) === plain(name) ? [id] : [id, name]));

function tollOf(rest: string, profile: Profile) {
	const [, narrowed = '', sign = null, amount = ''] = /^([^<>=≤≥]*)([<>=≤≥]+)?(.*)$/s.exec(rest) ?? [];
	let of: SideId = null;
	let measure: Measure | null = null;
	for (const part of partsOf(narrowed)) {
		const counted = among(measures, part);
		const side = counted ? null : sideOf(profile, part);
		if (counted && measure === null) measure = counted;
		else if (side && of === null) of = side;
		else if (counted || side) throw twice(part, counted ? measure! : of!);
		else
			throw refusal(
				[...sidesOf(profile), 'both', ...measures],
				part,
				`a side (${[...sidesOf(profile), 'both'].join(', ')}) or a measure (${measures.join(', ')})${/^\d/.test(part) ? '; a number follows a sign, as in killed>=50' : ''}`,
			);
	}
	return {of, measure, than: sign === null ? null : thanOf(sign, amount)};
}

function thanOf(sign: string, amount: string) {
	const same = sign.replace('≥', '>=').replace('≤', '<=').replace(/^==$/, '=');
	const operator = operators.find(known => known === same);
	if (!operator) throw new Error(`expected ${operators.join(' ')} before a number, got “${shown(sign)}”`);
	const digits = amount.trim().replace(/(?<=\d)[,_ ](?=\d{3}\b)/g, '');
	if (!/^\d{1,9}$/.test(digits))
		throw new Error(`expected a whole number after ${operator}, got “${shown(amount)}”`);
	return {operator, number: Number(digits)};
}

function ceasefireOf(rest: string) {
	const [part, more] = partsOf(rest);
	if (part === undefined) return null;
	if (more !== undefined) throw twice(more, part);
	const is = among([...statuses, ...words], part);
	if (!is)
		throw refusal(
			[...statuses, ...words],
			part,
			`a status (${statuses.join(', ')}) or a speaker's word (${words.join(', ')})`,
		);
	return is;
}

function claimOf(rest: string, profile: Profile) {
	let topic: Topic | null = null;
	let act: Act | null = null;
	let by: SideId = null;
	for (const part of partsOf(rest)) {
		const isTopic = among(topics, part);
		const isAct = among(acts, part);
		const side = isTopic || isAct ? null : sideOf(profile, part);
		if (isTopic && topic === null) topic = isTopic;
		else if (isAct && act === null) act = isAct;
		else if (side && by === null) by = side;
		else if (isTopic || isAct || side) throw twice(part, (isTopic ? topic : isAct ? act : by)!);
		else
			throw refusal(
				[...topics, ...acts, ...sidesOf(profile)],
				part,
				`a topic (${topics.join(', ')}), an act (${acts.join(', ')}) or a side (${sidesOf(profile).join(', ')})`,
			);
	}
	return {topic, act, by};
}

function sourceOf(rest: string, sources: RuleContext['sources']): string | null {
	const part = rest.trim();
	if (part === '') return null;
	const found = sources.filter(({id, name}) => id === part || plain(name) === plain(part));
	if (found.length === 1) return found[0]!.id;
	if (found.length > 1)
		throw new Error(
			`“${shown(part)}” is the name of ${found.length} sources; expected an id: ${found.map(({id}) => id).join(', ')}`,
		);
	if (sources.length === 0)
		throw new Error(`expected a source that is named by --source, got “${shown(part)}” and no --source`);
	throw refusal(
		sources.flatMap(({id, name}) => [name, id]),
		part,
		`the name or the id of a source (${sources
			.slice(0, 20)
			.map(({name}) => name)
			.join(', ')}${sources.length > 20 ? ', …' : ''})`,
	);
}

const shown = (text: string): string => (text.length > shownLength ? `${text.slice(0, shownLength)}…` : text);

function refusal(list: readonly string[], got: string, expected: string): Error {
	const meant = nearest(
		plain(got),
		list.map(word => plain(word)),
	);
	const offered = meant === null ? null : list.find(word => plain(word) === meant);
	return new Error(
		`expected ${expected}, got “${shown(got)}”${offered ? ` (did you mean ${offered}?)` : ''}`,
	);
}

const twice = (part: string, before: string): Error =>
	new Error(
		`expected one of a kind, got “${shown(before)}” and “${shown(part)}”; give two rules for two of them`,
	);
