import type {Combatant, Measure} from '../../fact.ts';
import {
	anyOf,
	as,
	closing,
	followedBy,
	notAfter,
	notFollowedBy,
	only,
	optional,
	repeated,
	sequence,
	within,
} from '../../match.ts';
import {type Draft, type FigureDraft, type Found, type Item, item, type Rule} from '../../rule.ts';
import {exactly} from './numbers.ts';

/*
 * Casualty figures. Earlier rows have first call on a number.
 */

const zero = {low: 0, best: 0, high: 0, qualifier: 'none'} as const;
const unsaid = {low: null, best: null, high: null, qualifier: 'silence'} as const;

type More = Partial<Omit<FigureDraft, 'kind' | 'count' | 'people' | 'anchor'>>;

function sum(parts: readonly Item[]): Item | null {
	let total = 0;
	for (const {sense} of parts) {
		if (sense.count?.qualifier !== 'exact') {
			return null;
		}

		total += sense.count.best ?? 0;
	}

	const first = parts[0]!;
	const side = parts.find(part => part.sense.side != null)?.sense.side;
	const combatant = parts.find(part => part.sense.combatant !== undefined)?.sense.combatant;
	const isOneSide = parts.every(part => part.sense.side == null || part.sense.side === side);
	const isOneKind = parts.every(
		part => part.sense.combatant === undefined || part.sense.combatant === combatant,
	);
	if (!isOneSide || !isOneKind || parts.some(part => part.sense.isMore)) {
		return null;
	}

	return {
		start: first.start,
		end: parts.at(-1)!.end,
		sense: {
			is: ['people'],
			count: exactly(total),
			...(side == null ? {} : {side}),
			...(combatant === undefined ? {} : {combatant}),
		},
	};
}

// One figure for a group of people; a list is added up where all of it is of one side and kind.
function figures(
	people: Item | undefined,
	measure: Measure | null,
	anchor: Item | undefined,
	more: More = {},
): Draft[] {
	if (!people || !anchor) {
		return [];
	}

	const parts = people.sense.parts;
	if (parts) {
		const whole = sum(parts);
		return whole
			? [
					{
						kind: 'figure',
						measure,
						count: whole.sense.count!,
						people: {...people, sense: whole.sense},
						anchor,
						...more,
					},
				]
			: parts.flatMap(part => figures(part, measure, anchor, more));
	}

	const count = people.sense.count;
	return count ? [{kind: 'figure', measure, count, people, anchor, ...more}] : [];
}

const by = (found: Found, more: More = {}, verb = 'v', people = 'q') =>
	figures(item(found, people), item(found, verb)?.sense.measure ?? 'killed', item(found, verb), more);

const barrier = ['people', 'struck', 'died', 'kill', 'say', 'stop', 'semi', 'toll', 'not', 'accuse', 'truce'];
const aside = optional(
	anyOf('comma', 'open', 'dash', 'hyphen'),
	within(14, 'stop', 'semi', 'struck', 'say'),
	anyOf('comma', 'close', 'dash', 'hyphen'),
);
const q = as('q', 'people');
const helping = sequence(optional('have'), repeated(0, 2, 'adverb'), 'be', repeated(0, 3, 'adverb'));
const anyHarm = anyOf('harm', 'deaths', 'losses');

const nothing = (found: Found, combatant?: Combatant): Draft[] => {
	const anchor = item(found, 'v') ?? found.line.items[found.from];
	const measure = item(found, 'v')?.sense.measure ?? 'casualties';
	const modifier = item(found, 'of')?.sense.combatant ?? combatant;
	const side = item(found, 'of')?.sense.side;
	return anchor
		? [
				{
					kind: 'figure',
					measure,
					count: zero,
					people: null,
					anchor,
					...(modifier === undefined ? {} : {combatant: modifier}),
					...(side == null ? {} : {of: side}),
				},
			]
		: [];
};

const silent = (found: Found): Draft[] => {
	const anchor = item(found, 'v') ?? found.line.items[found.from];
	const side = item(found, 'of')?.sense.side;
	return anchor
		? [
				{
					kind: 'figure',
					measure: item(found, 'v')?.sense.measure ?? 'casualties',
					count: unsaid,
					people: null,
					anchor,
					...(side == null ? {} : {of: side}),
				},
			]
		: [];
};

// Rules whose own words are too common to find their sentences by.
const casualtyWords = ['struck', 'died', 'kill', 'deaths', 'bodies', 'harm', 'toll', 'lives'];

export const casualties: readonly Rule[] = [
	{
		name: 'did not say how many had died',
		kind: 'figure',
		pattern: sequence(
			anyOf('not', '=without', 'neitherSide', '=no'),
			within(5, 'stop', 'semi'),
			'how many',
			within(6, 'stop', 'semi', 'struck', 'died'),
			as('v', anyOf('struck', 'died', 'deaths', 'harm')),
		),
		make: silent,
		finds: [
			['The army did not say how many of its men had died.', {measure: 'killed', qualifier: 'silence'}],
			['Neither side has said how many soldiers were wounded.', {measure: 'wounded', qualifier: 'silence'}],
		],
		leaves: ['The army did not say how many tanks it had.', 'It said how many it would send.'],
	},
	{
		name: 'has not given casualty figures',
		kind: 'figure',
		pattern: sequence(
			anyOf('not', '=without', 'neitherSide'),
			within(2, 'stop', 'semi', 'comma', 'harm'),
			anyOf('give', 'say'),
			within(4, 'stop', 'semi', 'comma', 'harm', '=that'),
			as('v', 'harm'),
			optional('word'),
		),
		make: silent,
		finds: [
			['Orlan has not released casualty figures.', {measure: 'casualties', qualifier: 'silence'}],
			['The border service did not report any deaths.', {measure: 'killed', qualifier: 'silence'}],
		],
		leaves: ['Orlan has not released the prisoners.', 'The ministry did not comment.'],
	},
	{
		name: 'gave no casualty figures',
		kind: 'figure',
		pattern: anyOf(
			sequence(
				anyOf('give', 'say', 'have', 'be'),
				'=no',
				within(3, 'stop', 'semi', 'comma'),
				'word',
				within(3, 'stop', 'semi'),
				as('v', 'harm'),
			),
			sequence(
				anyOf('give', 'say'),
				'=no',
				within(2, 'stop', 'semi', 'comma'),
				as('w', anyOf('harm', 'toll')),
				anyOf('word', '=figures', '=figure', '=numbers'),
			),
			sequence(
				'=no',
				'immediate',
				within(1),
				anyOf('word', 'reports'),
				anyOf('=of', '=on', '=about'),
				within(2, 'stop', 'semi'),
				as('x', 'harm'),
			),
		),
		make: found => {
			const anchor = item(found, 'v') ?? item(found, 'w') ?? item(found, 'x');
			return anchor
				? [
						{
							kind: 'figure',
							measure: anchor.sense.measure ?? 'casualties',
							count: unsaid,
							people: null,
							anchor,
						},
					]
				: [];
		},
		finds: [
			['The rebels gave no casualty figures.', {qualifier: 'silence'}],
			['There was no immediate word on casualties.', {qualifier: 'silence'}],
			['There was no information about casualties.', {qualifier: 'silence'}],
		],
		leaves: ['The rebels gave no reason.', 'There was no word on talks.'],
	},
	{
		name: 'nobody was hurt',
		kind: 'figure',
		pattern: sequence(
			anyOf(
				'nobody',
				sequence('=none', '=of', within(4, 'stop', 'semi', 'comma')),
				sequence('=no', optional(as('of', anyOf('nationality', 'modifier'))), as('who', 'person')),
			),
			within(3, 'stop', 'semi', 'comma', 'say'),
			anyOf(sequence(helping, as('v', 'struck')), as('d', 'died')),
		),
		make: found => {
			const anchor = item(found, 'v') ?? item(found, 'd');
			const who = item(found, 'of')?.sense ?? item(found, 'who')?.sense;
			return anchor
				? [
						{
							kind: 'figure',
							measure: anchor.sense.measure ?? 'casualties',
							count: zero,
							people: null,
							anchor,
							...(who?.combatant === undefined ? {} : {combatant: who.combatant}),
							...(who?.side == null ? {} : {of: who.side}),
						},
					]
				: [];
		},
		finds: [
			['Nobody was hurt when a shell landed in a field.', {measure: 'wounded', best: 0, qualifier: 'none'}],
			['No soldiers were killed in the raid.', {measure: 'killed', best: 0, combatant: 'military'}],
		],
		leaves: ['Nobody was at home.', 'No soldiers were seen.'],
	},
	{
		name: 'no casualties',
		kind: 'figure',
		pattern: sequence(
			notAfter(anyOf('say', 'give')),
			anyOf('=no', '=without', sequence('=not', 'any')),
			within(3, 'stop', 'semi', 'comma', 'truce', 'thing', 'harm', 'struck', 'deaths', 'small'),
			optional(as('of', anyOf('nationality', 'modifier'))),
			as('v', anyHarm),
			repeated(0, 2, sequence('=or', anyHarm)),
		),
		make: found => nothing(found),
		finds: [
			[
				'No casualties were reported on the Kyrgyz side.',
				{low: 0, best: 0, high: 0, qualifier: 'none', measure: 'casualties'},
			],
			['There were no civilian casualties.', {qualifier: 'none', combatant: 'civilian'}],
			['The raid ended without loss of life.', {measure: 'killed', best: 0}],
		],
		leaves: ['No talks were planned.', 'There is no end to the casualties.'],
	},
	{
		name: 'denied that any of its soldiers had been captured',
		kind: 'figure',
		pattern: sequence(
			'deny',
			within(3, 'stop', 'semi', 'comma', 'people'),
			'any',
			optional('=of'),
			within(3, 'stop', 'semi', 'comma', 'force', 'person'),
			anyOf('force', 'person'),
			within(2, 'stop', 'semi', 'comma'),
			anyOf(sequence(helping, as('v', 'struck')), as('d', 'died')),
		),
		make: found => {
			const anchor = item(found, 'v') ?? item(found, 'd');
			return anchor
				? [
						{
							kind: 'figure',
							measure: anchor.sense.measure ?? 'casualties',
							count: zero,
							people: null,
							anchor,
							combatant: 'military',
						},
					]
				: [];
		},
		finds: [
			[
				'Baku denied that any of its soldiers had been captured.',
				{measure: 'captured', best: 0, qualifier: 'none'},
			],
		],
		leaves: ['Baku denied that 20 of its soldiers had been captured.'],
	},
	{
		name: 'up from 49',
		kind: 'figure',
		isBackground: true,
		gate: casualtyWords,
		pattern: sequence(
			anyOf('rise', '=up', '=down', '=compared', '=than', '=against'),
			anyOf('=from', '=with', '=to'),
			q,
			notFollowedBy('=to'),
		),
		make: found => {
			const people = item(found, 'q');
			return people &&
				!found.line.text.slice(found.line.items[found.from]!.start, people.start).endsWith(' to ')
				? {kind: 'background', people}
				: null;
		},
		finds: [
			[
				'The ministry said 105 soldiers had been killed, up from 49 a day earlier.',
				{measure: 'killed', best: 105},
			],
		],
		leaves: ['It was up from Monday.'],
	},
	{
		name: 'an earlier toll of 24',
		kind: 'figure',
		isBackground: true,
		gate: casualtyWords,
		pattern: sequence(
			'former',
			within(1, 'people', 'stop'),
			anyOf('toll', '=figure', '=number', '=total', 'losses'),
			anyOf('=of', '=at', 'be'),
			q,
		),
		make: found => {
			const people = item(found, 'q');
			return people ? {kind: 'background', people} : null;
		},
		finds: [['36 people were killed, raising an earlier toll of 24.', {measure: 'killed', best: 36}]],
		leaves: ['The death toll of 24 was given earlier.'],
	},
	{
		name: 'freed 14 captured soldiers',
		kind: 'figure',
		isBackground: true,
		gate: casualtyWords,
		pattern: sequence('free', within(2, 'people', 'stop', 'comma'), q),
		make: found => {
			const people = item(found, 'q');
			return people && (people.sense.measure === 'captured' || people.sense.measure === undefined)
				? {kind: 'background', people}
				: null;
		},
		finds: [['The rebels freed 14 captured soldiers; two died.', {measure: 'killed', best: 2}]],
		leaves: ['The rebels captured 14 soldiers.'],
	},
	{
		name: 'the death toll rose to 36',
		kind: 'figure',
		pattern: sequence(
			as('v', 'toll'),
			within(12, 'people', 'stop', 'semi', 'struck', 'say', 'colon'),
			anyOf('rise', 'bring'),
			within(2, 'people', 'stop', 'semi', 'comma'),
			optional('=from', 'people'),
			optional('=by', as('more', 'people')),
			'=to',
			optional('=the'),
			q,
		),
		make: found => [
			...by(found),
			...figures(item(found, 'more'), item(found, 'v')?.sense.measure ?? 'killed', item(found, 'v'), {
				scope: 'additional',
			}),
		],
		finds: [
			['The death toll rose to 36 on Sunday.', {measure: 'killed', best: 36}],
			['The number of wounded has risen from 87 to 129.', {measure: 'wounded', best: 129}],
			['The death toll rose by 12 to 48.', {measure: 'killed', best: 12, scope: 'additional'}],
		],
		leaves: ['The road toll rose to 36 dollars.', 'The price rose to 36.'],
	},
	{
		name: 'the death toll stands at 36',
		kind: 'figure',
		gate: ['toll'],
		pattern: anyOf(
			sequence(
				as('v', 'toll'),
				within(12, 'people', 'stop', 'semi', 'struck', 'say', 'colon'),
				'stand',
				within(2, 'people', 'stop', 'semi', 'comma'),
				q,
			),
			sequence(
				as('w', 'toll'),
				optional('have'),
				repeated(1, 2, anyOf('standNear', 'be', 'colon', '=at', '=now', 'adverb')),
				as('p', 'people'),
			),
		),
		make: found => (item(found, 'v') ? by(found) : by(found, {}, 'w', 'p')),
		finds: [
			['The death toll in the region stands at 36.', {measure: 'killed', best: 36}],
			['Death toll: 36', {measure: 'killed', best: 36}],
			['The number of injured was 129.', {measure: 'wounded', best: 129}],
		],
		leaves: ['The toll road is 36 km long.', 'The death toll in the village of 300 people is not known.'],
	},
	{
		name: 'the death toll exceeded 36',
		kind: 'figure',
		gate: ['toll'],
		pattern: sequence(
			as('v', 'toll'),
			within(8, 'people', 'stop', 'semi', 'say', 'comma'),
			'above',
			within(1, 'people'),
			q,
		),
		make: found =>
			by(found).map(draft =>
				draft.kind === 'figure' && draft.count.qualifier === 'exact'
					? {...draft, count: {...draft.count, high: null, qualifier: 'more than' as const}}
					: draft,
			),
		finds: [
			['The death toll has passed 100.', {measure: 'killed', low: 100, high: null, qualifier: 'more than'}],
		],
		leaves: ['The train passed 100 villages.'],
	},
	{
		name: 'bringing the toll to 36',
		kind: 'figure',
		pattern: anyOf(
			sequence(
				'bring',
				within(4, 'people', 'stop', 'semi', 'comma'),
				as('v', anyOf('toll', 'losses')),
				within(5, 'people', 'stop', 'semi', 'comma'),
				anyOf('=to', '=at', 'colon', 'stand', 'standNear'),
				q,
			),
			sequence(
				'bring',
				'=to',
				as('p', 'people'),
				within(2, 'people', 'stop', 'semi', 'comma'),
				as('w', 'toll'),
			),
		),
		make: found => {
			const anchor = item(found, 'v');
			if (!anchor) {
				return by(found, {}, 'w', 'p');
			}

			// “put its losses at nine dead”: the number says itself of what.
			const people = item(found, 'q');
			return anchor.sense.is.includes('toll') || people?.sense.measure === undefined ? by(found) : null;
		},
		finds: [
			['Twelve more bodies were found, bringing the death toll to 53.', {measure: 'killed', best: 53}],
			['This brings to 53 the number of dead.', {measure: 'killed', best: 53}],
			['The ministry raised its death toll to 59.', {measure: 'killed', best: 59}],
			['Tajikistan put its dead at 41.', {measure: 'killed', best: 41, of: 'TJ'}],
		],
		leaves: ['The army is bringing the prisoners to 53 camps.'],
	},
	{
		name: 'bringing the total to 36',
		kind: 'figure',
		gate: casualtyWords,
		isDependent: true,
		pattern: sequence(
			anyOf('bring', 'give', 'say'),
			within(3, 'people', 'stop', 'semi', 'comma'),
			as('v', anyOf('=total', '=figure', '=number', '=figures')),
			within(2, 'people', 'stop', 'semi', 'comma'),
			anyOf('=to', '=at', '=as'),
			q,
		),
		make: found => figures(item(found, 'q'), null, item(found, 'v')),
		finds: [
			['Seven soldiers were killed; the ministry later gave the figure as 9.', {measure: 'killed', best: 9}],
		],
		leaves: ['The bank put the figure at 41.'],
	},
	{
		name: 'of the 59 dead, 40 were servicemen',
		kind: 'figure',
		gate: casualtyWords,
		pattern: sequence(
			anyOf('=of', '=among'),
			as('whole', 'people'),
			optional('person'),
			within(4, 'people', 'stop', 'semi'),
			'comma',
			as('p', 'people'),
			anyOf('be', 'have'),
			within(2, 'stop', 'comma'),
			optional(as('kind', anyOf('person', 'modifier'))),
		),
		make: found => {
			const whole = item(found, 'whole');
			const measure = whole?.sense.measure;
			const combatant = item(found, 'kind')?.sense.combatant;
			return whole && measure
				? [
						...figures(whole, measure, whole),
						...figures(item(found, 'p'), measure, whole, {
							scope: 'subset',
							...(combatant ? {combatant} : {}),
						}),
					]
				: null;
		},
		finds: [['Of the 59 dead, 40 were servicemen.', {measure: 'killed', best: 59}]],
		leaves: ['Of the 59 members, 40 were absent.'],
	},
	{
		name: 'of the injured, 144 are in hospital',
		kind: 'figure',
		gate: casualtyWords,
		pattern: sequence(
			anyOf('=of', '=among'),
			'=the',
			as('v', anyOf('struck', 'deaths', 'harm')),
			optional('comma'),
			q,
		),
		make: found => by(found, {scope: 'subset'}),
		finds: [['Of the injured, 144 are in hospital.', {measure: 'wounded', best: 144, scope: 'subset'}]],
		leaves: ['Of the members, 144 are in hospital care.'],
	},
	{
		name: 'including three children',
		kind: 'figure',
		gate: casualtyWords,
		isDependent: true,
		pattern: sequence(
			as(
				'v',
				anyOf(
					'=including',
					'=includes',
					'=included',
					'=include',
					sequence('=among', anyOf('=them', '=whom', '=those')),
				),
			),
			within(2, 'people', 'stop', 'semi', 'comma'),
			as('q', 'people'),
		),
		make: found =>
			figures(item(found, 'q'), item(found, 'q')?.sense.measure ?? null, item(found, 'v'), {scope: 'subset'}),
		finds: [
			[
				'Eleven people, including three children, were killed.',
				{measure: 'killed', best: 3, scope: 'subset'},
			],
		],
		leaves: ['The delegation, including three ministers, left.'],
	},
	{
		name: 'three of them children',
		kind: 'figure',
		gate: casualtyWords,
		isDependent: true,
		pattern: sequence(
			as('q', 'part'),
			within(2, 'people', 'stop', 'semi', 'comma'),
			optional(as('kind', anyOf('person', 'modifier', 'struck'))),
		),
		make: found => {
			const combatant = item(found, 'kind')?.sense.combatant;
			const measure = item(found, 'kind')?.sense.measure ?? null;
			return figures(item(found, 'q'), measure, item(found, 'q'), {
				scope: 'subset',
				...(combatant ? {combatant} : {}),
			});
		},
		finds: [
			['Eleven people were killed, three of them children.', {measure: 'killed', best: 3, scope: 'subset'}],
		],
		leaves: ['Eleven people left, three of them children.'],
	},
	{
		name: '36 people were killed',
		kind: 'figure',
		pattern: sequence(
			q,
			aside,
			within(10, ...barrier),
			aside,
			helping,
			within(2, ...barrier, 'comma'),
			as('v', 'struck'),
		),
		make: found => by(found),
		finds: [
			['36 people were killed and 129 wounded.', {measure: 'killed', best: 36}],
			['Over 300 soldiers from both countries have so far been injured.', {measure: 'wounded', low: 300}],
			['Some 2,300 residents were evacuated.', {measure: 'evacuated', best: 2300}],
		],
		leaves: ['The 36 people who watched were calm.', '36 houses were destroyed.'],
	},
	{
		name: '36 people died',
		kind: 'figure',
		pattern: sequence(q, aside, within(8, ...barrier), as('v', 'died')),
		make: found => by(found),
		finds: [
			['Four sailors died when their boats collided.', {measure: 'killed', best: 4}],
			['Hundreds fled their homes.', {measure: 'displaced', low: 100}],
		],
		leaves: ['Four sheep died.', 'The 36 members lived.'],
	},
	{
		name: '36 dead',
		kind: 'figure',
		pattern: sequence(
			q,
			repeated(0, 2, anyOf('adverb', sequence('=as'))),
			anyOf(
				as('v', only('struck', 'kill')),
				sequence(
					as('w', 'struck'),
					notFollowedBy(sequence(optional('adverb'), 'people', notFollowedBy(anyOf('struck', 'adverb')))),
				),
			),
		),
		make: found => (item(found, 'v') ? by(found) : by(found, {}, 'w')),
		finds: [
			['Six people killed, 40 hurt in market strike', {measure: 'killed', best: 6}],
			['The blast left six people dead.', {measure: 'killed', best: 6}],
		],
		leaves: ['Six rebels said nothing.'],
	},
	{
		name: 'killed 36 people',
		kind: 'figure',
		pattern: sequence(
			notAfter('be'),
			as('v', 'kill'),
			repeated(0, 2, anyOf('adverb', '=of', '=the', '=its', '=as', sequence('=and', 'adverb'))),
			q,
		),
		make: found => by(found, {isActive: true}),
		finds: [
			['The strike killed at least three civilians.', {measure: 'killed', low: 3, combatant: 'civilian'}],
			['Planes bombed a market, killing six people and injuring more than 40.', {measure: 'killed', best: 6}],
		],
		leaves: ['The bill was killed in committee.', 'The strike killed three sheep.'],
	},
	{
		name: 'lost four men',
		kind: 'figure',
		pattern: sequence(
			as('v', 'lose'),
			within(1, 'people', 'stop', 'semi', 'comma'),
			q,
			notFollowedBy(anyOf('lives', 'struck', 'word')),
		),
		make: found => {
			const people = item(found, 'q');
			return people && !people.sense.is.includes('open')
				? figures(people, 'killed', item(found, 'v'), {isLoss: true})
				: null;
		},
		finds: [['The rebels said they lost four soldiers in the clash.', {measure: 'killed', best: 4}]],
		leaves: ['The team lost four matches.', 'The party lost 36 seats.'],
	},
	{
		name: 'forced 14,000 people from their homes',
		kind: 'figure',
		pattern: sequence(q, within(2, ...barrier, 'comma'), as('v', 'fromHome')),
		make: found => by(found),
		finds: [
			['The fighting forced 14,000 people from their homes.', {measure: 'displaced', best: 14_000}],
			[
				'Shelling drove 300 families and 2,000 people out of their homes.',
				{measure: 'displaced', best: 2000},
			],
		],
		leaves: ['Police removed 36 guns from their homes.'],
	},
	{
		name: 'claimed eight lives',
		kind: 'figure',
		gate: casualtyWords,
		pattern: anyOf(
			sequence(as('v', 'claimLives'), q, 'lives'),
			sequence(as('p', 'people'), 'lives', within(3, ...barrier), as('w', 'lose')),
		),
		make: found =>
			item(found, 'v')
				? figures(item(found, 'q'), 'killed', item(found, 'v'), {isActive: true})
				: figures(item(found, 'p'), 'killed', item(found, 'w')),
		finds: [
			['The fighting claimed at least 12 lives.', {measure: 'killed', low: 12}],
			['Twelve lives were lost.', {measure: 'killed', best: 12}],
		],
		leaves: ['He claimed 12 medals.', 'A cat has nine lives.'],
	},
	{
		name: 'the deaths of 36 people',
		kind: 'figure',
		pattern: sequence(
			as('v', anyOf('deaths', 'bodies')),
			anyOf('=of', '=to', '=among'),
			within(2, ...barrier, 'comma'),
			q,
		),
		make: found => by(found),
		finds: [
			['The bodies of seven border guards were returned.', {measure: 'killed', best: 7}],
			['The shelling caused the deaths of three farmers.', {measure: 'killed', best: 3}],
		],
		leaves: ['The bodies of water are deep.', 'The death of a dream.'],
	},
	{
		name: '36 deaths',
		kind: 'figure',
		pattern: sequence(q, repeated(0, 2, anyOf('modifier', 'nationality', 'adverb')), as('v', 'deaths')),
		make: found => {
			const people = item(found, 'q');
			return people?.sense.is.includes('bare') ? by(found) : null;
		},
		finds: [
			['2 fatalities.', {measure: 'killed', best: 2}],
			['Officials confirmed 36 deaths.', {measure: 'killed', best: 36}],
		],
		leaves: ['36 death threats were made.'],
	},
	{
		name: 'fatalities: 19',
		kind: 'figure',
		pattern: sequence(as('v', anyOf('deaths', 'struck', 'toll')), 'colon', q),
		make: found => by(found),
		finds: [['FATALITIES: 19', {measure: 'killed', best: 19}]],
		leaves: ['TIME: 19'],
	},
	{
		name: '64 wounded',
		kind: 'figure',
		gate: casualtyWords,
		pattern: q,
		make: found => {
			const people = item(found, 'q');
			const parts = people?.sense.parts ?? (people ? [people] : []);
			return parts.flatMap(part => (part.sense.measure ? figures(part, part.sense.measure, part) : []));
		},
		finds: [
			['The hospital received 64 wounded.', {measure: 'wounded', best: 64}],
			['36 dead, 129 injured', {measure: 'killed', best: 36}],
		],
		leaves: ['The hospital received 64 patients.'],
	},
	{
		name: 'and 51 on the other side',
		kind: 'figure',
		gate: casualtyWords,
		isDependent: true,
		pattern: sequence(
			anyOf('=and', '=while'),
			as('q', 'bare'),
			followedBy('locative', optional('=the'), anyOf('place', 'party', 'nationality', 'force')),
		),
		make: found => figures(item(found, 'q'), null, item(found, 'q')),
		finds: [
			[
				'73 people were killed on the Kyrgyz side and 51 on the Tajik side.',
				{measure: 'killed', best: 51, of: 'TJ'},
			],
		],
		leaves: ['73 trucks went to the Kyrgyz side and 51 to the Tajik side.'],
	},
	{
		name: 'and Tajikistan 35',
		kind: 'figure',
		gate: casualtyWords,
		isDependent: true,
		pattern: sequence(
			anyOf('=and', 'comma', 'semi', '=while'),
			as('who', anyOf('party', 'speaker')),
			as('q', 'bare'),
			followedBy(anyOf(closing, 'stop', 'comma', 'semi')),
		),
		make: found => {
			const side = item(found, 'who')?.sense.side;
			return side == null ? null : figures(item(found, 'q'), null, item(found, 'who'), {of: side, by: side});
		},
		finds: [['Kyrgyzstan reported 46 dead and Tajikistan 35.', {measure: 'killed', best: 35}]],
		leaves: ['Kyrgyzstan sent 46 trucks and Tajikistan 35.'],
	},
];
