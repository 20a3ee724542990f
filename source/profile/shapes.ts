import * as v from 'valibot';
import {isObject, shape} from './wording.ts';

/*
 * What a profile's JSON must look like, and what each key becomes.
 * A message that begins with “expected” is followed by what was found there instead.
 */

/** Ids that mean something else wherever a side's id may stand. */
const reserved = [
	'both',
	'others',
	'disputed',
	'unknown',
	'null',
	'none',
	'__proto__',
	'prototype',
	'constructor',
];
const outletKinds = ['state', 'local', 'wire', 'international', 'monitor', 'un'] as const;
const dayMs = 86_400_000;

// Control and direction characters would reach the terminal with the names.
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;

const text = v.pipe(
	v.string('expected a text'),
	v.transform(value => value.trim().normalize('NFC')),
	v.nonEmpty('expected a text that is not empty'),
	v.maxLength(200, 'expected a text of at most 200 characters'),
	v.check(value => !hidden.test(value), 'expected a text without control characters'),
);

const id = v.pipe(
	text,
	v.regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u, 'expected an id such as KG: letters, digits, - and _'),
);

const partyId = v.pipe(
	id,
	v.check(value => !reserved.includes(value.toLowerCase()), 'expected an id that has no meaning of its own'),
);

// The length first: a list of millions is refused before anything in it is looked at.
const list = <Item extends v.GenericSchema>(item: Item, most: number) =>
	v.pipe(
		v.array(v.unknown(), 'expected a list'),
		v.maxLength(most, `expected a list of at most ${most}`),
		v.array(item),
	);

// One text stands for a list of one.
const texts = v.pipe(
	v.unknown(),
	v.transform(value => (typeof value === 'string' ? [value] : value)),
	list(text, 1000),
	v.transform(values => [...new Set(values)]),
);

const words = v.pipe(
	v.custom<Record<string, unknown>>(
		isObject,
		'expected an object of lists by language, such as {"en": ["Kyrgyzstan"]}',
	),
	v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'expected a language code such as en or ru')), texts),
);

const zone = v.pipe(text, v.check(isZone, 'expected an IANA zone such as Asia/Bishkek'));

function isZone(value: string): boolean {
	// Node takes “+06:00” for a zone, too, and from version 22 only.
	if (!/^[A-Za-z]/.test(value)) return false;
	try {
		new Intl.DateTimeFormat('en', {timeZone: value});
		return true;
	} catch {
		return false;
	}
}

const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.nullish(schema, null);

const official = shape({
	name: text,
	ru: optional(text),
	aka: v.nullish(texts, []),
	role: optional(text),
});

const partyEntries = {
	id: partyId,
	name: optional(text),
	names: v.nullish(words, {}),
	adjectives: v.nullish(words, {}),
	forces: v.nullish(words, {}),
	agencies: v.nullish(words, {}),
	officials: v.nullish(list(official, 2000), []),
	places: v.nullish(words, {}),
	timezone: optional(zone),
};

export const party = v.pipe(
	shape(partyEntries),
	v.check(
		value => value.name !== null || Object.values(value.names).some(names => names.length > 0),
		'expected a name, or names such as {"en": ["Kyrgyzstan"]}; without them nobody is recognised',
	),
	v.transform(value => {
		const name = value.name ?? value.names.en?.[0] ?? Object.values(value.names).flat()[0] ?? value.id;
		const hasNames = Object.values(value.names).some(names => names.length > 0);
		return {...value, name, names: hasNames ? value.names : {en: [name]}};
	}),
);

const number = (least: number, most: number) => {
	const message = `expected a number from ${least} to ${most}`;
	return v.pipe(v.number(message), v.minValue(least, message), v.maxValue(most, message));
};

export const place = v.pipe(
	shape({
		id,
		en: v.nullish(texts, []),
		ru: v.nullish(texts, []),
		lat: optional(number(-90, 90)),
		lon: optional(number(-180, 180)),
		radiusKm: optional(number(0, 20_000)),
		in: optional(text),
		kind: optional(text),
	}),
	v.check(value => value.en.length + value.ru.length > 0, 'expected a name in “en” or “ru”'),
	v.check(
		value => (value.lat === null) === (value.lon === null),
		'expected both “lat” and “lon”, or neither',
	),
);

const address = v.pipe(
	v.string('expected an address such as https://news.example/rss'),
	v.maxLength(2000, 'expected an address of at most 2000 characters'),
	v.check(
		value => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && !hidden.test(value),
		'expected an address such as https://news.example/rss',
	),
);

export const outlet = shape({
	name: text,
	url: optional(address),
	feed: optional(address),
	telegram: optional(
		v.pipe(
			v.string('expected a channel such as asiaplus'),
			v.transform(value => value.replace(/^@/, '')),
			v.regex(/^\w{4,64}$/, 'expected a channel such as asiaplus'),
		),
	),
	side: optional(text),
	kind: v.nullish(v.picklist(outletKinds, `expected one of ${outletKinds.join(', ')}`), 'international'),
	language: optional(
		v.pipe(
			v.string('expected a language code such as en'),
			v.regex(/^[a-z]{2,3}$/, 'expected a language code such as en'),
		),
	),
});

// An instant without a zone would mean another moment on another machine.
const instant = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:?\d\d))?$/;
const instantText = v.pipe(
	v.string('expected an instant such as 2022-09-14T00:00:00Z, or a day'),
	v.check(
		value => instant.test(value) && !Number.isNaN(Date.parse(value)),
		'expected an instant such as 2022-09-14T00:00:00Z, or a day',
	),
);

export const event = v.pipe(
	shape({from: instantText, to: optional(instantText)}),
	v.transform(({from, to}) => ({
		from: Date.parse(from),
		// A day as the end is meant with all its hours.
		to: to === null ? null : Date.parse(to) + (to.length === 10 ? dayMs - 1 : 0),
	})),
	v.check(({from, to}) => to === null || to >= from, 'expected “to” after “from”'),
);

export const profile = shape({
	id,
	name: optional(text),
	timezone: v.nullish(zone, 'UTC'),
	window: optional(event),
	earlier: v.nullish(list(event, 500), []),
	sides: v.pipe(list(party, 20), v.minLength(2, 'expected two sides or more')),
	third: optional(list(party, 500)),
	wires: optional(list(text, 2000)),
	places: v.nullish(list(place, 20_000), []),
	outlets: optional(list(outlet, 5000)),
});
