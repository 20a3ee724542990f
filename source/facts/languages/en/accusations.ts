import {anyOf, as, notFollowedBy, only, optional, sequence, within} from '../../match.ts';
import {has, item, type Rule} from '../../rule.ts';
import {at, draft, followed, isBlame, isPassive, rival, sided} from './blame.ts';
import {firstParty, isMooted, isParty, objectAfter, objectOf, subjectOf} from './parties.ts';

/*
 * What one party holds against another, by a verb of blame.
 */

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
			['Kyrgyzstan accused the army of shelling its posts.', {about: 'TJ'}],
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
			'Kyrgyzstan accused Tajikistan of unfair tariffs on onions.',
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
		name: 'was accused by Y',
		kind: 'claim',
		pattern: sequence(
			as('v', 'accuse'),
			within(7, 'stop', 'semi', 'say', 'accuse', '=for', '=of'),
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
		finds: [['Bishkek laid the shortage of water at the door of Tajikistan.', {about: 'TJ'}]],
		leaves: ['He left a parcel at the door of the Tajik embassy.'],
	},
];
