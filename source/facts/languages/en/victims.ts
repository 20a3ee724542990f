import {
	after,
	anyOf,
	as,
	notAfter,
	notFollowedBy,
	opening,
	optional,
	repeated,
	sequence,
	within,
} from '../../match.ts';
import {item, type Rule} from '../../rule.ts';
import {by} from './counting.ts';
import {exactly} from './numbers.ts';

/*
 * One who is killed and not counted: by a name, or by what they are.
 */

export const victims: readonly Rule[] = [
	{
		name: 'killed Orlo Venn',
		kind: 'figure',
		gate: ['kill', 'struck'],
		pattern: anyOf(
			sequence(
				notAfter('be'),
				as('v', 'kill'),
				optional(anyOf('title', 'person')),
				repeated(2, 4, 'name'),
				notFollowedBy(
					anyOf(
						'person',
						'thing',
						'word',
						'forces',
						'organ',
						'possessive',
						'hyphen',
						'=and',
						'modifier',
						'event',
					),
				),
			),
			sequence(
				anyOf(opening, after(anyOf('comma', 'semi', 'stop')), after('=that')),
				optional(anyOf('title', 'person')),
				repeated(2, 4, 'name'),
				optional('comma', within(8, 'stop', 'semi', 'comma', 'say', 'people'), 'comma'),
				'beOne',
				optional('adverb'),
				as('w', 'struck'),
			),
		),
		make: found => {
			const anchor = item(found, 'v') ?? item(found, 'w');
			return anchor?.sense.measure === 'killed'
				? {kind: 'figure', measure: 'killed', count: exactly(1), people: null, anchor, scope: 'incident'}
				: null;
		},
		finds: [
			['Gunmen killed Orlo Venn, a councillor, in Sarn.', {measure: 'killed', best: 1, scope: 'incident'}],
			['Orlo Venn, of Sarn, was shot dead.', {measure: 'killed', best: 1}],
		],
		leaves: ['Gunmen killed Islamic State fighters.', 'They killed the bill.'],
	},
	{
		name: 'killed its driver',
		kind: 'figure',
		pattern: sequence(notAfter('be'), as('v', 'kill'), optional('=of'), as('q', 'definite')),
		make: found => by(found, {isActive: true, scope: 'incident'}),
		finds: [
			['Gunmen attacked a lorry, killing its driver.', {measure: 'killed', best: 1, scope: 'incident'}],
			['The blast wounded the village head.', {measure: 'wounded', best: 1}],
		],
		leaves: ['The driver was killed by the cold.', 'The strike killed the talks.'],
	},
	{
		name: 'driver killed',
		kind: 'figure',
		pattern: sequence(
			anyOf(opening, after(anyOf('stop', 'semi', 'colon'))),
			as('q', 'definite'),
			optional('adverb'),
			as('v', 'struck'),
		),
		make: found => by(found, {scope: 'incident'}),
		finds: [['Wife wounded.', {measure: 'wounded', best: 1}]],
		leaves: ['Wife calm.'],
	},
];
