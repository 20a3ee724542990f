import {as, sequence, within} from '../../match.ts';
import {item, type Rule} from '../../rule.ts';
import {barrier, by, casualtyWords, figures, q} from './counting.ts';

/*
 * Prisoners and hostages.
 */

export const captives: readonly Rule[] = [
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
		name: 'took three prisoners',
		kind: 'figure',
		pattern: sequence('takeAs', q),
		make: found => {
			const people = item(found, 'q');
			const words = people ? found.line.text.slice(people.start, people.end) : '';
			return /\b(?:prisoners?|captives?|hostages?)\b/i.test(words)
				? figures(people, 'captured', people, {isActive: true})
				: [];
		},
		finds: [['The rebels said they had taken three prisoners.', {measure: 'captured', best: 3}]],
		leaves: ['The rebels took three villagers home.'],
	},
	{
		name: 'took 12 soldiers hostage',
		kind: 'figure',
		pattern: sequence(
			'takeAs',
			within(1, ...barrier, 'comma'),
			q,
			within(2, ...barrier, 'comma'),
			as('v', 'asCaptive'),
		),
		make: found => by(found, {isActive: true}),
		finds: [['Rebels took 12 soldiers hostage.', {measure: 'captured', best: 12}]],
		leaves: ['Rebels took 12 rifles from a prisoner.'],
	},
];
