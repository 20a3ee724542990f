import * as v from 'valibot';
import {
	acts,
	ceasefireEvents,
	combatants,
	measures,
	periods,
	qualifiers,
	scopes,
	speakerKinds,
	topics,
} from '../fact.ts';

/*
 * What a model may offer as a fact: the fields of a fact that words can bear out, the number of its sentence, and the
 * words that it rests on. The rest of a fact (its span, its relation, its report) follows from these and is made here.
 */

const text = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most));
const orNull = <Schema extends v.GenericSchema>(schema: Schema) => v.nullish(schema, null);
const side = orNull(text(64));
const number = orNull(v.pipe(v.number(), v.safeInteger(), v.minValue(0)));

const common = {
	sentence: v.pipe(v.number(), v.safeInteger()),
	// Not trimmed: they are looked for as they are.
	words: v.pipe(v.string(), v.nonEmpty(), v.maxLength(2000)),
	period: v.nullish(v.picklist(periods), 'current'),
	by: orNull(v.object({name: orNull(text(200)), side, kind: v.picklist(speakerKinds)})),
};

const offer = v.variant('kind', [
	v.object({
		kind: v.literal('figure'),
		...common,
		measure: v.picklist(measures),
		low: number,
		best: number,
		high: number,
		qualifier: v.picklist(qualifiers),
		of: side,
		combatant: orNull(v.picklist(combatants)),
		scope: v.picklist(scopes),
	}),
	v.object({
		kind: v.literal('ceasefire'),
		...common,
		event: v.picklist(ceasefireEvents),
		against: side,
		qualified: v.nullish(v.boolean(), false),
	}),
	v.object({
		kind: v.literal('claim'),
		...common,
		act: v.picklist(acts),
		about: side,
		topics: v.pipe(v.nullish(v.array(v.picklist(topics)), []), v.maxLength(topics.length)),
		place: orNull(text(64)),
	}),
]);

export type Offer = v.InferOutput<typeof offer>;

/** Reads one offered fact; null where it is not of the shape. */
export function offerOf(value: unknown): Offer | null {
	const read = v.safeParse(offer, value);
	return read.success ? read.output : null;
}

const nullable = (type: string) => ({type: [type, 'null']});
const oneOf = (words: readonly string[]) => ({type: 'string', enum: words});
const oneOrNull = (words: readonly string[]) => ({type: ['string', 'null'], enum: [...words, null]});
const object = (properties: Readonly<Record<string, object>>) => ({
	type: 'object',
	properties,
	required: Object.keys(properties),
	additionalProperties: false,
});

/** The same shape as JSON Schema, for servers that hold a model to one; the ids of sides and places are written out. */
export function answerSchema(sides: readonly string[], places: readonly string[]): object {
	const sideId = oneOrNull([...sides, 'both']);
	const each = (kind: string, properties: Readonly<Record<string, object>>) =>
		object({
			kind: oneOf([kind]),
			sentence: {type: 'integer'},
			words: {type: 'string'},
			period: oneOf(periods),
			by: {
				anyOf: [object({name: nullable('string'), side: sideId, kind: oneOf(speakerKinds)}), {type: 'null'}],
			},
			...properties,
		});
	return object({
		facts: {
			type: 'array',
			items: {
				anyOf: [
					each('figure', {
						measure: oneOf(measures),
						low: nullable('integer'),
						best: nullable('integer'),
						high: nullable('integer'),
						qualifier: oneOf(qualifiers),
						of: sideId,
						combatant: oneOrNull(combatants),
						scope: oneOf(scopes),
					}),
					each('ceasefire', {event: oneOf(ceasefireEvents), against: sideId, qualified: {type: 'boolean'}}),
					each('claim', {
						act: oneOf(acts),
						about: sideId,
						topics: {type: 'array', items: oneOf(topics)},
						place: oneOrNull(places),
					}),
				],
			},
		},
	});
}
