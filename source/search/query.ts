import type {Wanted} from '../../store/store.ts';
import {wordsOf} from '../../store/words.ts';
import {nearest} from '../nearest.ts';
import type {Profile} from '../profile/profile.ts';
import {sideNamed} from '../profile/sides.ts';
import {instantOf} from './instants.ts';
import {type KnownSource, shortName, sourcesNamed} from './sources.ts';
import {type FilterName, filterNames, isFilterName, type Term, termsOf} from './terms.ts';

/** What a query is read with. */
export type Context = {
	readonly profile: Pick<Profile, 'sides' | 'timezone'>;
	/** Asked for only where a query names a source: there may be many reports to look through. */
	readonly sources: () => readonly KnownSource[];
	/** What lengths of time are counted back from. */
	readonly now: number;
};

/** What a query means; or what is wrong with it, and a query that would be right. */
export type Read = {readonly wanted: Wanted} | Wrong;
export type Wrong = {readonly wrong: string; readonly right: string};

type Filter = Partial<Pick<Wanted, 'sources' | 'sides' | 'kinds' | 'from' | 'to'>>;

const kinds = ['figure', 'ceasefire', 'claim'] as const;
const kindWords = kinds.flatMap(kind => [kind, `${kind}s`]);
const example = '"ceasefire violation" side:Tajikistan since:2022-09-16';

/**
 * Reads what is typed: words, “phrases” and filters. All must hold; of several filters of one name any one.
 *
 * @param typed such as `shelling "border post" source:24.kg kind:claim until:2022-09-18T12:00Z`
 */
export function queryOf(typed: string, context: Context): Read {
	const words: string[] = [];
	const phrases: string[][] = [];
	const filters: Filter[] = [];
	for (const term of termsOf(typed)) {
		if (term.kind === 'filter') {
			const filter = filterOf(term, context);
			if ('wrong' in filter) return filter;
			filters.push(filter);
			continue;
		}
		const odd = term.kind === 'word' ? oddity(term.text) : null;
		if (odd) return odd;
		const cut = wordsOf(term.text);
		if (cut.length === 1) words.push(cut[0]!);
		else if (cut.length > 1) phrases.push(cut);
	}
	if (words.length === 0 && phrases.length === 0 && filters.length === 0)
		return {wrong: 'a search needs a word, a “phrase” or a filter', right: example};
	const ends = (name: 'from' | 'to') => filters.flatMap(filter => filter[name] ?? []);
	const from = ends('from').reduce<number | null>((a, b) => Math.max(a ?? b, b), null);
	const to = ends('to').reduce<number | null>((a, b) => Math.min(a ?? b, b), null);
	if (from !== null && to !== null && from > to)
		return {wrong: 'since: lies after until:', right: 'since:2022-09-16 until:2022-09-18'};
	return {
		wanted: {
			words: once(words),
			phrases,
			sources: once(filters.flatMap(({sources = []}) => sources)),
			kinds: once(filters.flatMap(({kinds = []}) => kinds)),
			sides: once(filters.flatMap(({sides = []}) => sides)),
			from,
			to,
		},
	};
}

const once = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

/** What other searches know and this one does not: to be told, not to be taken for its opposite. */
function oddity(text: string): Wrong | null {
	const bare = text.replace(/^-+|\*+$/g, '');
	if (/^-\p{L}/u.test(text)) return {wrong: `${text}: a search cannot leave words out`, right: bare};
	if (/\p{L}\*$/u.test(text)) return {wrong: `${text}: only whole words are found`, right: bare};
	return null;
}

function filterOf({name, value}: Extract<Term, {kind: 'filter'}>, context: Context): Filter | Wrong {
	if (!isFilterName(name)) return noFilter(name, value);
	if (value === '')
		return {wrong: `${name}: needs a value right after it`, right: `${name}:${examples[name]}`};
	return readers[name](value, context);
}

function noFilter(name: string, value: string): Wrong {
	const near = nearest(name, filterNames);
	const meant = filterNames.find(known => known === near);
	return meant
		? {
				wrong: `there is no filter ${name}:; did you mean ${meant}:?`,
				right: `${meant}:${valueFor(meant, value)}`,
			}
		: {
				wrong: `there is no filter ${name}:; there are ${filterNames.map(known => `${known}:`).join(', ')}, and in quotation marks it is looked for as it stands`,
				right: `"${name}:${value}"`,
			};
}

const valueFor = (name: FilterName, value: string): string =>
	value === '' ? examples[name] : /\s/.test(value) ? `"${value}"` : value;

const examples: Readonly<Record<FilterName, string>> = {
	source: '24.kg',
	side: 'Kyrgyzstan',
	kind: 'figure',
	since: '2022-09-16',
	until: '2022-09-18T12:00Z',
};

const readers: Readonly<Record<FilterName, (value: string, context: Context) => Filter | Wrong>> = {
	source(value, context) {
		const sources = context.sources();
		const ids = sourcesNamed(sources, value);
		return ids.length > 0
			? {sources: ids}
			: refused('source', value, 'no source that is known here is called so', [
					...new Set(sources.map(shortName)),
				]);
	},
	side(value, {profile}) {
		if (value.toLowerCase() === 'both') return {sides: ['both']};
		const side = sideNamed(profile, value);
		return side
			? {sides: [side.id]}
			: refused(
					'side',
					value,
					'the conflict has no such side',
					profile.sides.map(({name}) => name),
				);
	},
	kind(value) {
		const kind = kinds.find(known => value.toLowerCase() === known || value.toLowerCase() === `${known}s`);
		return kind ? {kinds: [kind]} : refused('kind', value, 'no kind of fact', kinds, kindWords);
	},
	since(value, context) {
		const from = instantOf(value, 'first', {now: context.now, timezone: context.profile.timezone});
		return from === null ? noInstant('since', value) : {from};
	},
	until(value, context) {
		const to = instantOf(value, 'last', {now: context.now, timezone: context.profile.timezone});
		return to === null ? noInstant('until', value) : {to};
	},
};

const mostListed = 8;

function refused(
	name: FilterName,
	value: string,
	why: string,
	known: readonly string[],
	words: readonly string[] = known,
): Wrong {
	const near = nearest(
		value.toLowerCase(),
		words.map(word => word.toLowerCase()),
	);
	const meant = words.find(word => word.toLowerCase() === near) ?? null;
	const more = known.length - mostListed;
	const listed = `${known.slice(0, mostListed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
	const hint = meant
		? `; did you mean ${name}:${valueFor(name, meant)}?`
		: known.length > 0
			? `; there ${known.length === 1 ? 'is' : 'are'} ${listed}`
			: '';
	return {
		wrong: `${name}:${value}: ${why}${hint}`,
		right: `${name}:${valueFor(name, meant ?? known[0] ?? '')}`,
	};
}

const noInstant = (name: 'since' | 'until', value: string): Wrong => ({
	wrong: `${name}:${value}: expected a day such as 2022-09-18, an instant such as 2022-09-18T06:00Z, or a length of time such as 3d`,
	right: `${name}:${examples[name]}`,
});
