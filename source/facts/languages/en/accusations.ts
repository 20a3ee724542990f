import {anyOf, as, closing, notAfter, notFollowedBy, only, optional, sequence, within} from '../../match.ts';
import {type ClaimDraft, type Found, has, type Item, item, type Rule} from '../../rule.ts';
import {firstParty, isMooted, isParty, objectAfter, objectOf, subjectOf} from './parties.ts';

/*
 * What one party holds against another, by a verb or a noun that says so.
 */

type Who = {readonly by?: Item | null; readonly about: Item | null};

const draft = (found: Found, name: string, {by, about}: Who): ClaimDraft | null => {
	const span = found.named[name];
	const anchor = item(found, name);
	return anchor && span && about
		? {
				kind: 'claim',
				act: 'accusation',
				anchor,
				about,
				...(by === undefined ? {} : {by}),
				topicsFrom: span[1],
				topicsTo: found.line.items.length,
			}
		: null;
};

const at = (found: Found, name: string): readonly [number, number] => found.named[name] ?? [0, 0];
// Who is complained to may be anybody.
const sided = (each: Item | null) => (each?.sense.side != null ? each : null);
// “Lodged a protest after X’s jets …”: the first other side that is named.
const rival = (found: Found, own: string | null | undefined, from: number) =>
	found.line.items
		.slice(from, from + 14)
		.find(
			each =>
				isParty(each) && each.sense.side != null && each.sense.side !== 'both' && each.sense.side !== own,
		) ?? null;
// “Accused by X of …, Y said”
const followed = (found: Found) => {
	const comma = found.line.items.findIndex((each, index) => index >= found.to && has(each, 'comma'));
	return comma < 0 ? null : objectOf(found.line, comma + 1, 4);
};
const textOf = (found: Found, each: Item | undefined) =>
	each ? found.line.text.slice(each.start, each.end) : '';
const isBlame = (found: Found, verb: Item | undefined) =>
	verb !== undefined && /blam|pinned/i.test(found.line.text.slice(verb.start, verb.end));
const isPassive = (found: Found, from: number, to: number) =>
	found.line.items
		.slice(Math.max(0, from - 3), from)
		.some((each, index, all) => has(each, 'be') && !all.slice(index + 1).some(isParty)) ||
	has(found.line.items[to], '=by');

export const accusations: readonly Rule[] = [
	{
		name: 'accused each other',
		kind: 'claim',
		pattern: anyOf(
			sequence(as('v', 'accuse'), within(3, 'stop', 'semi', 'say'), 'eachOther'),
			as('w', 'mutual'),
		),
		make: found => {
			const name = item(found, 'v') ? 'v' : 'w';
			const [from, to] = at(found, name);
			const anchor = found.line.items[from];
			return anchor && !isMooted(found.line, from)
				? {
						kind: 'claim',
						act: 'accusation',
						anchor,
						topicsFrom: to,
						topicsTo: found.line.items.length,
						isMutual: true,
					}
				: null;
		},
		finds: [
			['Both sides accused each other of using tanks.', {act: 'accusation', topics: ['tanks']}],
			['The two countries traded blame for the fighting.', {act: 'accusation'}],
			['Amid mutual accusations, Kyrgyzstan and Tajikistan recalled their envoys.', {act: 'accusation'}],
		],
		leaves: ['Both sides praised each other.', 'Tajikistan and Norway traded barbs over fish.'],
	},
	{
		name: 'accused X of …',
		kind: 'claim',
		pattern: sequence(as('v', only('accuse', 'lays')), notFollowedBy('=by')),
		make: found => {
			const [from, to] = at(found, 'v');
			if (isMooted(found.line, from) || isPassive(found, from, to)) {
				return null;
			}

			const about =
				objectOf(found.line, to) ??
				(isBlame(found, item(found, 'v')) ? objectAfter(found.line, to, ['=on'], 12) : null) ??
				(has(item(found, 'v'), 'criticise') ? objectAfter(found.line, to, ['=by'], 12) : null) ??
				(has(found.line.items[from - 1], 'pronoun') &&
				has(found.line.items[from - 2], '=which', '=who', '=whom')
					? (found.line.items.slice(Math.max(0, from - 5), from - 2).findLast(isParty) ?? null)
					: null);
			return draft(found, 'v', {by: subjectOf(found.line, from), about});
		},
		finds: [
			[
				'Tajikistan blamed Kyrgyz border guards for opening fire first.',
				{act: 'accusation', topics: ['first fire']},
			],
			['Bishkek slammed the Tajik decision as reckless.', {about: 'TJ'}],
			['Kyrgyzstan blamed the fire on Tajik saboteurs.', {about: 'TJ'}],
			['Kyrgyzstan closed the road, accusing Dushanbe of bad faith.', {about: 'TJ'}],
			['Kyrgyzstan condemned the burning of a school by Tajik troops.', {about: 'TJ'}],
		],
		leaves: [
			'He accused his brother.',
			'Kyrgyzstan condemned the attack on a Tajik convoy.',
			'Kyrgyzstan has not accused Tajikistan of anything.',
			'Would Kyrgyzstan accuse Tajikistan of theft?',
			'Kyrgyz police charged a Tajik man with theft.',
		],
	},
	{
		name: 'laid the blame on X',
		kind: 'claim',
		pattern: as('v', 'lays'),
		make: found => {
			const [from, to] = at(found, 'v');
			const verb = found.line.text.slice(found.line.items[from]!.start, found.line.items[from]!.end);
			if (isMooted(found.line, from)) {
				return null;
			}

			const isDirect = /(?: at| to)$/i.test(verb);
			const about =
				(isDirect ? sided(objectOf(found.line, to)) : null) ??
				objectAfter(
					found.line,
					to,
					['=on', '=at', '=with', '=against', '=of', '=that', '=upon', '=to'],
					14,
				) ??
				(/protest|complain/i.test(verb) ? rival(found, subjectOf(found.line, from)?.sense.side, to) : null);
			return draft(found, 'v', {by: subjectOf(found.line, from), about});
		},
		finds: [
			['Bishkek laid the blame for the fire on Tajik guards.', {about: 'TJ'}],
			['Dushanbe has pointed the finger at Kyrgyzstan.', {about: 'KG'}],
			['Kyrgyzstan lodged a formal protest with Dushanbe over the shooting.', {about: 'TJ'}],
			['Kyrgyzstan complained to the Security Council that Tajikistan was moving the fence.', {about: 'TJ'}],
		],
		leaves: ['He laid the blame on the weather.', 'Kyrgyzstan complained to Norway about the price of fish.'],
	},
	{
		name: 'summoned X’s ambassador to protest',
		kind: 'claim',
		pattern: sequence(
			as('v', 'summon'),
			within(2, 'stop', 'semi', 'say', 'comma'),
			as('target', anyOf('speaker', 'nationality')),
			within(10, 'stop', 'semi', 'say'),
			'protest',
		),
		make: found => {
			const [from] = at(found, 'v');
			return draft(found, 'v', {by: subjectOf(found.line, from), about: item(found, 'target') ?? null});
		},
		finds: [['Bishkek summoned the Tajik ambassador to protest against the shooting.', {about: 'TJ'}]],
		leaves: ['Bishkek summoned the Tajik ambassador.'],
	},
	{
		name: 'held X responsible',
		kind: 'claim',
		pattern: sequence(
			as('v', 'holds'),
			within(2, 'stop', 'semi', 'say', 'comma'),
			as('target', anyOf('speaker', 'force', 'nationality', 'otherSide', 'bothSides')),
			within(6, 'stop', 'semi', 'say'),
			'answerable',
		),
		make: found => {
			const [from] = at(found, 'v');
			return isMooted(found.line, from)
				? null
				: draft(found, 'v', {by: subjectOf(found.line, from), about: item(found, 'target') ?? null});
		},
		finds: [
			['Dushanbe held Kyrgyzstan responsible for the deaths.', {about: 'KG'}],
			['Kyrgyzstan took Tajikistan to task over the map.', {about: 'TJ'}],
		],
		leaves: ['Dushanbe held talks with officials responsible for the border.'],
	},
	{
		name: 'called X an aggressor',
		kind: 'claim',
		pattern: sequence(
			as('v', 'holds'),
			within(2, 'stop', 'semi', 'say', 'comma', 'locative', '=for'),
			as('target', anyOf('speaker', 'force', 'nationality', 'otherSide')),
			anyOf(
				sequence(within(7, 'stop', 'semi', 'say', 'locative', '=with', '=for', 'people'), 'ill'),
				closing,
				'stop',
				'locative',
			),
		),
		make: found => {
			const [from] = at(found, 'v');
			const verb = found.line.text.slice(found.line.items[from]!.start, found.line.items[from]!.end);
			return isMooted(found.line, from) ||
				/^(?:has |have |had )?(?:held|hold|holds|holding|took|takes?|taking|taken)$/i.test(verb) ||
				!(
					has(found.line.items[found.to - 1], 'ill') ||
					/aggression|invasion/i.test(textOf(found, item(found, 'target')))
				)
				? null
				: draft(found, 'v', {by: subjectOf(found.line, from), about: item(found, 'target') ?? null});
		},
		finds: [
			['Kyrgyzstan called Tajikistan an aggressor.', {about: 'TJ'}],
			['Dushanbe described the Kyrgyz exercise as a provocation.', {about: 'KG'}],
		],
		leaves: ['Kyrgyzstan called Tajikistan a good neighbour.'],
	},
	{
		name: 'was accused by Y',
		kind: 'claim',
		pattern: sequence(
			as('v', 'accuse'),
			within(7, 'stop', 'semi', 'say', 'accuse'),
			'=by',
			as('agent', optional('=the'), anyOf('speaker', 'nationality', 'name')),
		),
		make: found => {
			const [from, to] = at(found, 'v');
			if (!isPassive(found, from, to) || isMooted(found.line, from)) {
				return null;
			}

			const by = objectOf(found.line, at(found, 'agent')[0], 3) ?? null;
			const blamed = isBlame(found, item(found, 'v')) ? objectAfter(found.line, to, ['=on'], 4) : null;
			return draft(found, 'v', {
				by,
				about: blamed ?? (from === 0 ? followed(found) : firstParty(found.line, 0, from)),
			});
		},
		finds: [
			[
				'Kyrgyzstan was accused by Dushanbe of massing tanks.',
				{about: 'KG', topics: ['tanks', 'troop movement']},
			],
			['The Tajik raid was condemned by Bishkek.', {about: 'TJ'}],
			['Accused by Bishkek of bad faith, Dushanbe recalled its envoy.', {about: 'TJ'}],
		],
		leaves: ['An attack on a Tajik convoy was condemned by Bishkek.'],
	},
	{
		name: 'came under fire from Y',
		kind: 'claim',
		pattern: sequence(
			as('v', 'underFire'),
			optional('=the'),
			as('agent', only('speaker', 'force')),
			anyOf('=over', '=for', 'date', 'stop', '=after', '=on'),
		),
		make: found => {
			const [from] = at(found, 'v');
			return draft(found, 'v', {by: item(found, 'agent') ?? null, about: subjectOf(found.line, from)});
		},
		finds: [['Kyrgyzstan came under fire from Dushanbe for closing the road.', {about: 'KG'}]],
		leaves: ['Kyrgyz posts came under fire from Tajik mortars for an hour.'],
	},
	{
		name: 'X’s accusation that Y …',
		kind: 'claim',
		pattern: sequence(
			as('owner', anyOf('speaker', 'nationality', 'party', 'force')),
			optional(anyOf('possessive', 'apostrophe')),
			within(1, 'stop', 'semi', 'comma', 'say', 'locative', '=and'),
			as('v', 'accusation'),
		),
		make: found => {
			const {line} = found;
			const owner = item(found, 'owner');
			const [from, to] = at(found, 'v');
			const isPlain = has(item(found, 'v'), 'plainAccusation');
			const next = line.items[to];
			if (
				has(line.items[from - 1], 'pronoun', 'speaker') &&
				!has(line.items[from - 1], 'nationality') &&
				!isPlain
			) {
				return null;
			}

			const isOf = has(next, '=that', '=of', '=against', '=about');
			const told = isOf ? firstParty(line, to, Math.min(line.items.length, to + 8), true) : null;
			// “Y rejected X’s accusation of greed”: against Y. Without what it is of, it was made before.
			const other = isOf
				? line.items.find(
						each =>
							isParty(each) &&
							each.sense.side != null &&
							each.sense.side !== owner?.sense.side &&
							each.sense.side !== 'both',
					)
				: undefined;
			return draft(found, 'v', {by: owner ?? null, about: told?.sense.side != null ? told : (other ?? null)});
		},
		finds: [
			['Kyrgyzstan’s accusation that Tajikistan moved the fence was met with silence.', {about: 'TJ'}],
			['Dushanbe dismissed Kyrgyz allegations of greed.', {about: 'TJ'}],
		],
		leaves: [
			'Kyrgyzstan’s criticism was mild.',
			'Dushanbe dismissed Kyrgyz allegations.',
			'Kyrgyzstan charges for electricity.',
		],
	},
	{
		name: 'alleged that X …',
		kind: 'claim',
		pattern: as('v', 'allege'),
		make: found => {
			const {line} = found;
			const [from, to] = at(found, 'v');
			if (isMooted(line, from) || isPassive(found, from, to)) {
				return null;
			}

			const by = subjectOf(line, from);
			const about = by ? firstParty(line, to, Math.min(line.items.length, to + 12), true) : null;
			const isHeld =
				/alleg|charg|complain|lament|protest/i.test(
					line.text.slice(line.items[from]!.start, line.items[from]!.end),
				) || line.items.slice(to, to + 20).some(each => has(each, 'ill'));
			const isAdverb =
				has(line.items[to], 'word', 'person') && has(line.items[from - 1], '=the', '=an', '=its');
			return by && about && isHeld && !isAdverb ? draft(found, 'v', {by, about}) : null;
		},
		finds: [['Kyrgyzstan alleged that Tajikistan was moving the fence.', {about: 'TJ'}]],
		leaves: ['Kyrgyzstan alleged nothing.', 'Kyrgyzstan claimed that Tajikistan was ready.'],
	},
	{
		name: 'laid it at the door of X',
		kind: 'claim',
		pattern: sequence(
			as('v', 'doorOf'),
			optional('=the'),
			as('target', anyOf('speaker', 'force', 'nationality')),
		),
		make: found => {
			const [from] = at(found, 'v');
			return isMooted(found.line, from)
				? null
				: draft(found, 'v', {by: subjectOf(found.line, from), about: item(found, 'target') ?? null});
		},
		finds: [['A spokesman in Bishkek laid the fire at the door of Tajikistan.', {about: 'TJ'}]],
		leaves: ['He left a parcel at the door of the Tajik embassy.'],
	},
];

/** What is an accusation only because one party says it of another; after the rows that know the words of war. */
export const wrongs: readonly Rule[] = [
	{
		name: 'citing provocations by X',
		kind: 'claim',
		pattern: sequence(
			as('v', anyOf('cites', 'according')),
			within(4, 'stop', 'semi', 'say', 'comma'),
			'ill',
			within(2, 'stop', 'semi', 'say', 'comma'),
			'=by',
			optional('=the'),
			as('target', anyOf('speaker', 'force', 'nationality')),
		),
		make: found =>
			draft(found, 'v', {by: subjectOf(found.line, at(found, 'v')[0]), about: item(found, 'target') ?? null}),
		finds: [['Bishkek closed the crossing, citing provocations by Tajik guards.', {about: 'TJ'}]],
		leaves: ['Bishkek closed the crossing, citing a survey by Tajik guards.'],
	},
	{
		name: 'said X had wronged it',
		kind: 'claim',
		gate: ['ill'],
		pattern: sequence(
			notAfter(anyOf('locative', '=with', '=by', '=for', '=against', '=to', '=and')),
			as(
				'target',
				anyOf(
					'force',
					'speaker',
					'otherSide',
					sequence(
						'nationality',
						within(3, 'stop', 'semi', 'comma', 'say', 'speaker', 'people', 'accusation', '=that'),
					),
				),
			),
			within(
				7,
				'stop',
				'semi',
				'say',
				'comma',
				'people',
				'eachOther',
				'accuse',
				'accusation',
				'deny',
				'urge',
				'speaker',
				'force',
				'not',
				'doubt',
				'=by',
				'pledge',
			),
			as('v', 'ill'),
			notFollowedBy('=by'),
		),
		make: found => {
			const target = found.line.items[at(found, 'target')[0]];
			return target && !has(target, 'pronoun')
				? {
						kind: 'claim',
						act: 'accusation',
						anchor: target,
						about: target,
						topicsFrom: at(found, 'target')[0],
						topicsTo: found.line.items.length,
						isFromOther: true,
					}
				: null;
		},
		finds: [
			['Bishkek says Tajikistan has been arming smugglers.', {about: 'TJ'}],
			['Tajikistan is stealing water, the Kyrgyz ministry said.', {about: 'TJ'}],
		],
		leaves: [
			'Tajikistan is stealing water.',
			'Bishkek says Tajikistan was hit by a secret tax.',
			'Bishkek said Tajikistan had invited it.',
		],
	},
	{
		name: 'was the work of X',
		kind: 'claim',
		pattern: sequence(
			as('v', 'workOf'),
			optional('=the'),
			as('target', anyOf('speaker', 'force', 'nationality')),
		),
		make: found => {
			const target = item(found, 'target');
			const calledAt = found.line.items.slice(0, found.from).findLastIndex(each => has(each, 'holds'));
			const by = calledAt < 0 ? null : subjectOf(found.line, calledAt);
			return target
				? {
						...(by && calledAt > found.from - 9 ? {by} : {}),
						kind: 'claim',
						act: 'accusation',
						anchor: target,
						about: target,
						topicsFrom: 0,
						topicsTo: found.line.items.length,
						isFromOther: true,
					}
				: null;
		},
		finds: [
			['The fire was the work of Tajik agents, the Kyrgyz interior ministry said.', {about: 'TJ'}],
			['Bishkek called the fire an attack orchestrated by Tajikistan.', {about: 'TJ'}],
		],
		leaves: ['The bridge was the work of Tajik engineers.'],
	},
];
