import type {Figure} from '../facts/fact.ts';
import {behind, impliedFrom} from '../formats/evidence.ts';
import type {Chain, Row} from '../picture/picture.ts';
import {chainsOf} from '../picture/row.ts';
import {count, figureText, fullMoment} from './format.ts';
import {span} from './line.ts';
import {type Opening, quoted, type Section, section, when} from './opening.ts';
import {partsOf} from './parts.ts';
import {factAt, type Scene, sideName, speakerWithSide} from './scene.ts';
import {factKey, type Subject} from './subject.ts';

/** What can be opened from a figure: other claimants, what its own said before, the parts of its total. */
export function ofFigure(scene: Scene, {row, chain, figure}: Extract<Subject, {kind: 'figure'}>): Section[] {
	if (figure !== chain.current) {
		const place = chain.replaced.findIndex(({fact}) => fact === figure);
		return [
			section(chain.isPart ? 'The largest by the same claimant' : 'Now, by the same claimant', [
				ofClaimant(scene, row, chain),
			]),
			section('Said before it', before(scene, row, chain, place === -1 ? 0 : place)),
		];
	}
	const {ofTotal, incidents, days, rest} = partsOf(chain.parts);
	return [
		section('Others on the same', others(scene, row, chain)),
		section('Said before, by the same claimant', before(scene, row, chain, chain.replaced.length)),
		section(
			chain.isPart ? 'Of one kind alone' : 'Of the total, never added to it',
			parts(scene, row, chain, ofTotal),
		),
		section('Single incidents', parts(scene, row, chain, incidents)),
		section('Single days', parts(scene, row, chain, days)),
		section('Other counts by the same claimant', parts(scene, row, chain, rest)),
		section('Counted before, of a number since replaced', parts(scene, row, chain, chain.formerParts)),
		...(row.implied
			? [section(`${count(row.implied.low)} or more, said by nobody, follows from`, ends(scene, row))]
			: []),
	];
}

const rowKey = ({of, measure}: Row): string => `${of}/${measure}`;

function ofClaimant(scene: Scene, row: Row, chain: Chain): Opening {
	const bounds = boundsOf(row, chain.current);
	const remarks = [
		...(chain.isPart ? ['a part, no total given'] : []),
		...(chain.isOutdated ? ['outdated'] : []),
		...(bounds === '' ? [] : [`the ${bounds}`]),
	];
	return {
		subject: {kind: 'figure', key: `${rowKey(row)}/${chain.claimant}`, row, chain, figure: chain.current},
		words: [
			span(`${figureText(chain.current, scene.marks)} `, 'strong'),
			span(`${speakerWithSide(scene, chain.by)}, ${when(scene, chain.currentAt)}`),
			span(remarks.length === 0 ? '' : `: ${remarks.join(', ')}`),
		],
	};
}

/** Which of the numbers of the row's summary a figure is: “low and best”; empty where none. */
export function boundsOf(row: Row, figure: Figure): string {
	const {low, best, high} = behind(row);
	return [
		...(low === figure ? ['low'] : []),
		...(best === figure ? ['best'] : []),
		...(high === figure ? ['high'] : []),
	].join(' and ');
}

/** The figures that an implied bound follows from. */
function ends(scene: Scene, row: Row): Opening[] {
	const figures = new Set(impliedFrom(scene.picture, row));
	return scene.picture.tally.rows.flatMap(other =>
		chainsOf(other).flatMap((chain): Opening[] =>
			[chain.current, ...chain.replaced.map(({fact}) => fact)]
				.filter(figure => figures.has(figure))
				.map(figure => ({
					subject: {
						kind: 'figure',
						key: `${rowKey(other)}/${figure === chain.current ? chain.claimant : factKey(figure)}`,
						row: other,
						chain,
						figure,
					},
					words: [
						span(`${figureText(figure, scene.marks)} `, 'strong'),
						span(`${sideName(scene, other.of)} ${other.measure}, ${speakerWithSide(scene, chain.by)}`),
					],
				})),
		),
	);
}

/** All else that is said of a row. */
export function others(scene: Scene, row: Row, but: Chain | null): Opening[] {
	const {marks} = scene;
	return [
		...chainsOf(row)
			.filter(({claimant}) => claimant !== but?.claimant)
			.map(chain => ofClaimant(scene, row, chain)),
		...(row.silence && but
			? [
					{
						subject: {
							kind: 'silence' as const,
							key: `${rowKey(row)}/silence`,
							row,
							fact: row.silence.fact,
							since: row.silence.since,
						},
						words: [
							span('no figure ', 'strong'),
							span(`${speakerWithSide(scene, row.silence.by)}, since ${when(scene, row.silence.since)}`),
						],
					},
				]
			: []),
		...(but ? row.withdrawn : []).map(
			(withdrawn): Opening => ({
				subject: {kind: 'withdrawn', key: `${rowKey(row)}/${factKey(withdrawn.fact)}`, row, withdrawn},
				words: [
					span(`${figureText(withdrawn.fact, marks)} `, 'strong'),
					span(`withdrawn by ${speakerWithSide(scene, withdrawn.by)}, ${when(scene, withdrawn.at)}`),
				],
			}),
		),
	];
}

/** What the claimant said before, the newest first; `most` of those that were replaced, from the oldest. */
function before(scene: Scene, row: Row, chain: Chain, most: number): Opening[] {
	const {marks, timezone} = scene;
	return chain.replaced
		.slice(0, most)
		.toReversed()
		.map(({fact, why, at, repeatedAt}) => {
			const from = factAt(fact);
			const began = from === null || from >= at ? '' : `from ${fullMoment(from, timezone)} `;
			const again = repeatedAt === null ? '' : `, quoted again ${fullMoment(repeatedAt, timezone)}`;
			return {
				subject: {kind: 'figure', key: `${rowKey(row)}/${factKey(fact)}`, row, chain, figure: fact},
				words: [
					span(`${figureText(fact, marks)} `, 'strong'),
					span(`${began}until ${fullMoment(at, timezone)}: ${why}${again}. `),
					...quoted(scene, fact),
				],
			};
		});
}

function parts(scene: Scene, row: Row, chain: Chain, figures: readonly Figure[]): Opening[] {
	return figures.map(figure => {
		const {combatant} = figure;
		const at = factAt(figure);
		return {
			subject: {kind: 'figure', key: `${rowKey(row)}/${factKey(figure)}`, row, chain, figure},
			words: [
				span(`${figureText(figure, scene.marks)} `, 'strong'),
				span(combatant === null || combatant === 'both' ? '' : `${combatant}, `),
				span(at === null ? '' : `${fullMoment(at, scene.timezone)}. `),
				...quoted(scene, figure),
			],
		};
	});
}
