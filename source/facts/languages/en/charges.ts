import {anyOf, as, closing, optional, sequence, within} from '../../match.ts';
import {has, type Item, item, type Rule} from '../../rule.ts';
import {at, draft, isPassive, textOf} from './blame.ts';
import {firstParty, isMooted, isParty, sides, subjectOf} from './parties.ts';

/*
 * What one party holds against another, by what it calls it, or by a noun.
 */

const isLoss = (each: Item) => has(each, 'people', 'lossTopic', 'deaths', 'casualties');

export const charges: readonly Rule[] = [
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
		gate: ['ill'],
		beside: sides,
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
			const isDenied = line.items
				.slice(Math.max(0, found.from - 2), found.from)
				.some(each => has(each, 'deny'));
			// “Denied the rebels’ claim that 30 soldiers had died”: a count of losses charges nobody.
			if (
				(isDenied || !isPlain) &&
				has(next, '=that', '=of') &&
				line.items
					.slice(to + 1, to + 4)
					.some((each, index, all) => isLoss(each) && !all.slice(0, index).some(isParty))
			) {
				return null;
			}

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
			'Dushanbe denied Kyrgyzstan’s claim that 30 soldiers had died.',
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
];
