import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {Ceasefire, Claim, Speaker} from '../../source/facts/fact.ts';
import {ceasefire, createCeasefire} from '../../source/picture/ceasefire.ts';
import {claims, createClaims} from '../../source/picture/claims.ts';
import type {Claimed} from '../../source/picture/picture.ts';
import type {Statement} from '../../source/picture/statement.ts';
import {at, claim, report, speaker, truce} from './conflict.ts';
import {placed} from './placed.ts';

const hourMs = 3_600_000;
const start = at('14 00:00');
const moment = at('21 00:00');

const residents: Speaker = {name: 'residents', side: 'KG', kind: 'resident'};
const speakers: readonly (Speaker | null)[] = [
	...['KG', 'KG:Border Service', 'TJ', 'both', 'UN', '~sources', null].map(speaker),
	residents,
];

/** When, by whom, by which outlet, of which story, in which words. */
const telling = fc.record({
	minutes: fc.integer({min: 0, max: 7 * 24 * 4}).map(quarter => quarter * 15),
	by: fc.constantFrom(...speakers),
	outlet: fc.constantFrom('Kabar', 'Khovar', 'TASS'),
	origin: fc.constantFrom(null, null, 'a', 'b', 'c'),
	saidBefore: fc.constantFrom(null, null, null, 'minute' as const, 'day' as const),
	sentence: fc.constantFrom(
		'Fire.',
		'Fire on Dostuk.',
		'Fire on Karamyk at 11:15.',
		'Fire in Batken region at 10:15.',
		'Fire burned all night on Dostuk.',
		'Mortars were fired at Elm.',
		'It violated the truce on Wednesday.',
		'It agreed on a truce on Wednesday.',
		'It denied the claims.',
	),
	isDropped: fc.constantFrom(false, false, false, true),
});
type Telling = Omit<typeof telling extends fc.Arbitrary<infer T> ? T : never, 'outlet' | 'sentence'> & {
	readonly outlet: string;
	readonly sentence: string;
};

function said({minutes, saidBefore, sentence, by}: Telling) {
	const told = start + minutes * 60_000;
	const saidAt =
		saidBefore === null ? null : saidBefore === 'day' ? start + 2 * 24 * hourMs : told - 3 * hourMs;
	return {by, sentence, saidAt, saidAtPrecision: saidBefore};
}

/** @param number tells one report from all others */
function statement<Fact extends Ceasefire | Claim>(
	fact: Fact,
	telling: Telling,
	number: number,
): Statement<Fact> {
	const {minutes, outlet, origin, by, isDropped} = telling;
	const told = start + minutes * 60_000;
	const {report: head} = report('14', outlet, [], {
		id: `r${number}`,
		title: 'Fire on Dostuk.',
		publishedAt: told,
		firstSeenAt: told,
		origin: origin ?? `r${number}`,
	});
	const name = by ?? {name: outlet, side: null, kind: 'media' as const};
	return {
		fact,
		report: head,
		claimant: {key: `${name.side ?? ''}|${name.kind}|${name.name}`, by: name, isSide: name.name === null},
		at: Math.min(
			fact.saidAt === null ? told : fact.saidAt + (fact.saidAtPrecision === 'day' ? 24 * hourMs - 1 : 0),
			told,
		),
		firstSeenAt: told,
		droppedAt: isDropped ? told + 1 : null,
	};
}

const ofTruce = fc.record({
	telling,
	event: fc.constantFrom<Ceasefire['event']>(
		'called for',
		'agreed',
		'agreed',
		'renewed',
		'in force',
		'holding',
		'violation',
		'violation',
		'denied',
		'collapsed',
	),
	against: fc.constantFrom('KG', 'TJ', null),
	hour: fc.option(fc.integer({min: 0, max: 160}), {freq: 2}),
	qualified: fc.boolean(),
});
const truces = fc.array(ofTruce, {maxLength: 24}).map(all =>
	all.map(({telling: told, event, against, hour, qualified}, number) =>
		statement(
			truce(event, null, against, {
				...said(told),
				effectiveAt: hour === null ? null : start + hour * hourMs,
				qualified,
			}),
			told,
			number,
		),
	),
);

const ofClaim = fc.record({
	telling,
	act: fc.constantFrom<Claim['act']>('accusation', 'accusation', 'denial', 'statement'),
	about: fc.constantFrom('KG', 'TJ', null),
	topics: fc.subarray<Claim['topics'][number]>(['tanks', 'first fire', 'small arms'], {maxLength: 2}),
	place: fc.constantFrom('dostuk', 'karamyk', null),
	language: fc.constantFrom('en', 'ru'),
});
const claimed = fc
	.array(ofClaim, {maxLength: 24})
	.map(all =>
		all.map(({telling: told, act, about, topics, place, language}, number) =>
			statement(claim(act, null, about, topics, {...said(told), place, language}), told, number),
		),
	);

/** In which order all come, which go again, and after which it is looked. */
const course = <Item>(items: fc.Arbitrary<Item[]>) =>
	items.chain(all =>
		fc.record({
			all: fc.constant(all),
			order: fc.shuffledSubarray(all, {minLength: all.length}),
			gone: fc.array(fc.boolean(), {minLength: all.length, maxLength: all.length}),
			looks: fc.array(fc.boolean(), {minLength: 2 * all.length, maxLength: 2 * all.length}),
		}),
	);

function follow<Item, Drawn>(
	{order, gone, looks}: {order: readonly Item[]; gone: readonly boolean[]; looks: readonly boolean[]},
	kept: {add(item: Item): void; remove(item: Item): void},
	look: () => Drawn,
): {left: Item[]; drawn: Drawn} {
	const left: Item[] = [];
	let step = 0;
	for (const item of order) {
		kept.add(item);
		left.push(item);
		if (looks[step++]) look();
	}
	for (const [place, item] of order.entries()) {
		if (gone[place]) {
			kept.remove(item);
			left.splice(left.indexOf(item), 1);
		}
		if (looks[step++]) look();
	}
	return {left, drawn: look()};
}

test('a truce kept up through any coming and going is that from nothing', () =>
	fc.assert(
		fc.property(course(truces), way => {
			const kept = createCeasefire(placed);
			const {left, drawn} = follow(way, kept, () => kept.draw(moment));
			const anew = createCeasefire(placed);
			for (const each of left) anew.add(each);
			assert.deepEqual(drawn, ceasefire(placed, left, moment));
			assert.deepEqual(drawn, anew.draw(moment));
			for (const fact of drawn.events) assert.deepEqual(kept.carriers(fact), anew.carriers(fact));
			assert.equal(kept.draw(moment), drawn, 'nothing new: the same object');
		}),
		{numRuns: 120},
	));

test('claims kept up through any coming and going are those from nothing', () =>
	fc.assert(
		fc.property(course(claimed), way => {
			const kept = createClaims(placed);
			const {left, drawn} = follow(way, kept, kept.draw);
			assert.deepEqual(drawn, claims(placed, left));
			assert.equal(kept.draw(), drawn, 'nothing new: the same object');
			for (const [side, list] of Object.entries(drawn))
				for (const {id, copies} of list) assert.equal(kept.carriers(side, id).length, copies);
			const ids = Object.values(drawn).flatMap(list => list.map(({id}) => id));
			assert.equal(new Set(ids).size, ids.length, 'each id once');
		}),
		{numRuns: 120},
	));

const isOfFire = ({topics}: Claim) => topics.includes('first fire') || topics.includes('small arms');

/** As the rule is told: other side, shared topic or place, within a day, one accuses and the other accuses back or denies. `2`: on the same matter; `1`: a bare denial, of what came before; 0: none. */
function mayAnswer(
	[side, {at: one, fact}]: [string, Claimed],
	[otherSide, {at: two, fact: other}]: [string, Claimed],
): 0 | 1 | 2 {
	if (side === otherSide || side === 'others' || otherSide === 'others') return 0;
	if (Math.abs(one - two) > 24 * hourMs) return 0;
	const accuses = fact.act === 'accusation' && fact.about === otherSide;
	const accusesBack = other.act === 'accusation' && other.about === side;
	if (!(accuses ? accusesBack || other.act === 'denial' : fact.act === 'denial' && accusesBack)) return 0;
	const isShared =
		fact.topics.some(topic => other.topics.includes(topic)) ||
		(fact.place !== null && fact.place === other.place) ||
		(accuses &&
			accusesBack &&
			isOfFire(fact) &&
			isOfFire(other) &&
			(fact.place === null || other.place === null));
	if (isShared) return 2;
	const [denial, deniedAt, saidAt] = fact.act === 'denial' ? [fact, one, two] : [other, two, one];
	const isBare = denial.act === 'denial' && denial.topics.length === 0 && denial.place === null;
	return isBare && denial.sentence === 'It denied the claims.' && saidAt <= deniedAt ? 1 : 0;
}

test('each claim is set against the nearest that may answer it, looked for among all', () =>
	fc.assert(
		fc.property(claimed, all => {
			const drawn = claims(placed, all);
			const every = Object.entries(drawn).flatMap(([side, list]) =>
				list.map(each => [side, each] as [string, Claimed]),
			);
			for (const one of every) {
				const most = Math.max(...every.map(other => mayAnswer(one, other)));
				const nearest = every
					.filter(other => most > 0 && mayAnswer(one, other) === most)
					.map(([, other]) => other)
					.sort(
						(a, b) => Math.abs(a.at - one[1].at) - Math.abs(b.at - one[1].at) || (a.id < b.id ? -1 : 1),
					)[0];
				assert.equal(one[1].answers, nearest?.id ?? null);
			}
		}),
		{numRuns: 120},
	));

/** Many statements of a week, and how often they are looked at. */
function counted<Fact extends Ceasefire | Claim>(many: number, make: (number: number) => Fact) {
	let looks = 0;
	const statements = Array.from({length: many}, (_, number) => {
		const minutes = Math.floor((number * 7 * 24 * 60) / many);
		const made = statement(
			make(number),
			{
				minutes,
				by: null,
				outlet: `Outlet ${number % 40}`,
				origin: null,
				saidBefore: null,
				sentence: '',
				isDropped: false,
			},
			number,
		);
		const {at: when} = made;
		return Object.defineProperty({...made}, 'at', {
			get() {
				looks++;
				return when;
			},
		});
	});
	return {
		statements,
		looksOf(work: () => void): number {
			looks = 0;
			work();
			return looks;
		},
	};
}

for (const [name, create, make] of [
	[
		'truce',
		createCeasefire,
		(number: number) => truce(number % 3 ? 'violation' : 'holding', number % 2 ? 'KG' : 'TJ', 'KG'),
	],
	[
		'claims',
		createClaims,
		(number: number) => claim('accusation', number % 2 ? 'KG' : 'TJ', 'KG', [number % 3 ? 'tanks' : 'drone']),
	],
] as const)
	test(`${name}: one statement more looks at few others, however many there are; all at once at each a few times`, () => {
		const onTop = (many: number): number => {
			const {statements, looksOf} = counted(many + 1, make as (number: number) => Ceasefire);
			const kept = (create as typeof createCeasefire)(placed);
			const all = looksOf(() => {
				for (const each of statements.slice(0, many).toReversed()) kept.add(each);
				kept.draw(moment);
			});
			assert.ok(all < 40 * many * Math.log2(many), `${all} looks at ${many}`);
			return looksOf(() => {
				kept.add(statements.at(-1)!);
				kept.draw(moment);
			});
		};
		const [few, lots] = [onTop(1000), onTop(16_000)];
		assert.ok(lots <= 3 * few, `${lots} looks on top of 16,000, ${few} on top of 1,000`);
	});

test('what comes or goes long before the end is put in its place all the same', () => {
	const plain = {by: speakers[1]!, saidBefore: null, isDropped: false};
	const at15Minutes = (number: number): Telling => ({
		...plain,
		minutes: number * 15,
		outlet: `Outlet ${number % 7}`,
		origin: number % 5 === 0 ? 'a' : null,
		sentence: `Fire at ${number % 24}:15.`,
	});
	const all = Array.from({length: 3000}, (_, number) => {
		const told = at15Minutes(number);
		return {
			broken: statement(truce('violation', null, 'TJ', said(told)), told, number),
			accused: statement(claim('accusation', null, 'TJ', ['tanks'], said(told)), told, number),
		};
	});
	const truceKept = createCeasefire(placed);
	const claimsKept = createClaims(placed);
	const odd = all.filter((_, number) => number % 200 !== 7);
	const look = () => [truceKept.draw(moment), claimsKept.draw()] as const;
	for (const {broken, accused} of odd) {
		truceKept.add(broken);
		claimsKept.add(accused);
	}
	look();
	for (const {broken, accused} of all.filter(each => !odd.includes(each))) {
		truceKept.add(broken);
		claimsKept.add(accused);
		look();
	}
	const first = all.shift()!;
	truceKept.remove(first.broken);
	claimsKept.remove(first.accused);
	const [kept, list] = look();
	assert.deepEqual(
		kept,
		ceasefire(
			placed,
			all.map(({broken}) => broken),
			moment,
		),
	);
	assert.deepEqual(
		list,
		claims(
			placed,
			all.map(({accused}) => accused),
		),
	);
});
