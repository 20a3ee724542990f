import {anyOf, as, sequence, within} from '../../match.ts';
import {item, type Rule} from '../../rule.ts';
import {aside, barrier, figures, q} from './counting.ts';

/*
 * Wounds told by what was treated or suffered.
 */

export const wounds: readonly Rule[] = [
	{
		name: '36 people suffered injuries',
		kind: 'figure',
		pattern: sequence(
			q,
			aside,
			within(6, ...barrier),
			'suffer',
			within(4, ...barrier, 'comma'),
			as('v', 'injury'),
		),
		make: found => figures(item(found, 'q'), 'wounded', item(found, 'v')),
		finds: [
			['Three residents got concussions and shrapnel wounds.', {measure: 'wounded', best: 3}],
			['One more guard sustained bullet injuries.', {measure: 'wounded', best: 1}],
		],
		leaves: ['Three residents got letters.'],
	},
	{
		name: '36 people were treated for burns',
		kind: 'figure',
		pattern: sequence(
			q,
			aside,
			within(6, ...barrier),
			'be',
			within(2, ...barrier, 'comma'),
			'treat',
			anyOf('=for', '=with'),
			within(3, ...barrier, 'comma'),
			as('v', 'injury'),
		),
		make: found => figures(item(found, 'q'), 'wounded', item(found, 'v')),
		finds: [['Forty-one people were treated for burns.', {measure: 'wounded', best: 41}]],
		leaves: ['Forty-one people were treated for free.'],
	},
	{
		name: 'the hospital admitted 34 people with gunshot wounds',
		kind: 'figure',
		pattern: sequence(
			'treat',
			within(2, ...barrier, 'comma'),
			q,
			within(8, 'people', 'stop', 'semi', 'comma'),
			as('v', anyOf('injury', 'warWounded')),
		),
		make: found => figures(item(found, 'q'), 'wounded', item(found, 'v')),
		finds: [
			['The clinic has admitted 34 border guards with gunshot wounds.', {measure: 'wounded', best: 34}],
		],
		leaves: ['The school admitted 34 pupils.'],
	},
];
