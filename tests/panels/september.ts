// A made-up picture of the evening of 18 September 2022, for the tests of the screen. Numbers as the parties gave them that day.
import assert from 'node:assert/strict';
import type {Ceasefire, Claim, Figure, Measure, SideId, Speaker} from '../../source/facts/fact.ts';
import type {ScreenActions, ScreenState} from '../../source/panels/state.ts';
import type {Change} from '../../source/picture/changes.ts';
import type {Carrier, Chain, Claimed, Picture, Replaced, Row} from '../../source/picture/picture.ts';
import {builtIn} from '../../source/profile/index.ts';
import {parseLine} from '../../source/reports/lines.ts';
import {type Report, toldAt} from '../../source/reports/report.ts';
import {placesIn} from '../../source/search/marks.ts';
import {matchesOf} from '../../source/search/matches.ts';
import {queryOf} from '../../source/search/query.ts';
import type {Searched} from '../../source/search/search.ts';
import {sourcesIn} from '../../source/search/sources.ts';

/** An hour of September 2022, UTC: `at(18, 4)` is 18 September 04:00. */
export const at = (day: number, hour: number, minute = 0): number => Date.UTC(2022, 8, day, hour, minute);

export const now = at(18, 14, 5);

const speaker = (name: string | null, side: SideId, kind: Speaker['kind'] = 'official'): Speaker => ({
	name,
	side,
	kind,
});
const healthKg = speaker('Health Ministry', 'KG');
const emergencyKg = speaker('Emergency Situations Ministry', 'KG');
const borderKg = speaker('Border Service', 'KG');
const borderTj = speaker('Border Troops', 'TJ');
const foreignTj = speaker('Foreign Ministry', 'TJ');
const interiorTj = speaker('Interior Ministry', 'TJ');
const reuters = speaker('Reuters', null, 'media');
const unnamedTj = speaker('security sources', 'TJ', 'unnamed');

let reports = 0;
/** A report's reference and the sentence with `[…]` around the words that were read. */
function read(marked: string, publishedAt: number | null, source: string, title: string) {
	const start = marked.indexOf('[');
	const end = marked.indexOf(']') - 1;
	const id = `report-${++reports}`;
	return {
		sentence: marked.replace(/[[\]]/g, ''),
		start,
		end,
		language: /[а-я]/i.test(marked) ? 'ru' : 'en',
		period: 'current',
		saidAt: publishedAt,
		saidAtPrecision: publishedAt === null ? null : 'hour',
		report: {id, source, url: `https://${source}/news/${id}`, title, publishedAt},
	} as const;
}

type Numbers = Pick<Figure, 'low' | 'best' | 'high' | 'qualifier'>;
export const exactly = (number: number): Numbers => ({
	low: number,
	best: number,
	high: number,
	qualifier: 'exact',
});
export const atLeast = (number: number): Numbers => ({
	low: number,
	best: number,
	high: null,
	qualifier: 'at least',
});
const silence: Numbers = {low: null, best: null, high: null, qualifier: 'silence'};

export function figure(
	of: SideId,
	measure: Measure,
	numbers: Numbers,
	by: Speaker,
	marked: string,
	publishedAt: number,
	source = '24.kg',
	title = 'Number of casualties in Batken region',
): Figure {
	return {
		...read(marked, publishedAt, source, title),
		kind: 'figure',
		rule: '<count> people killed',
		by,
		measure,
		of,
		...numbers,
		combatant: null,
		relation: by.side === null ? 'third' : by.side === of ? 'own' : 'enemy',
		scope: 'running',
	};
}

export function chain(current: Figure, more: Partial<Chain> = {}): Chain {
	return {
		claimant: `${current.by?.side}/${current.by?.name}`,
		by: current.by ?? speaker(null, null, 'media'),
		current,
		currentAt: current.saidAt ?? now,
		currentFirstSeenAt: (current.saidAt ?? now) + 12 * 60_000,
		derived: false,
		lastToldAt: current.saidAt ?? now,
		copies: 1,
		origins: 1,
		carriers: [current.report.source],
		replaced: [],
		parts: [],
		formerParts: [],
		isPart: false,
		isOutdated: false,
		...more,
	};
}

const replaced = (fact: Figure, why: Replaced['why'] = 'later total'): Replaced => ({
	fact,
	why,
	at: at(18, 4),
	repeatedAt: null,
	corrected: false,
});

export function row(of: SideId, measure: Measure, chains: readonly Chain[], more: Partial<Row> = {}): Row {
	const highs = chains.map(({current}) => current.high ?? current.low ?? 0);
	const lows = chains.map(({current}) => current.low ?? current.high ?? 0);
	const own = chains.filter(({current}) => current.relation === 'own');
	return {
		of,
		measure,
		low: chains.length > 0 ? Math.min(...lows) : null,
		best: own[0]?.current.best ?? chains[0]?.current.best ?? null,
		high: chains.length > 0 ? Math.max(...highs) : null,
		openEnded: chains.some(({current}) => current.high === null),
		method: own.length > 0 ? "own side's latest official total" : 'third-party total with the most origins',
		origins: chains.length,
		own,
		enemy: chains.filter(({current}) => current.relation === 'enemy'),
		third: chains.filter(({current}) => current.relation === 'third'),
		silence: null,
		implied: null,
		withdrawn: [],
		...more,
	};
}

const killedKg24 = figure(
	'KG',
	'killed',
	exactly(24),
	healthKg,
	'The bodies of [24 people] were taken to hospitals in Batken, Leilek and Kulundu.',
	at(16, 19, 30),
);
const killedKg36 = figure(
	'KG',
	'killed',
	exactly(36),
	healthKg,
	'Twelve more bodies were brought in overnight, [bringing the death toll to 36], the Health Ministry of Kyrgyzstan said on Sunday.',
	at(18, 4),
	'kabar.kg',
	'Health Ministry: 36 dead, 129 injured',
);
const rows: readonly Row[] = [
	row(
		'KG',
		'killed',
		[
			chain(killedKg36, {
				copies: 4,
				carriers: ['Kabar', '24.kg', 'AFP', 'TASS'],
				replaced: [replaced(killedKg24)],
			}),
			chain(
				figure(
					'KG',
					'killed',
					exactly(37),
					emergencyKg,
					'По данным МЧС, [погибли 37 человек], 129 ранены.',
					at(18, 6),
					'tass.ru',
					'МЧС Киргизии: 37 погибших',
				),
			),
		],
		{origins: 2},
	),
	row(
		'KG',
		'wounded',
		[
			chain(
				figure(
					'KG',
					'wounded',
					exactly(129),
					healthKg,
					'As of 10:00 the number of [injured is 129].',
					at(18, 4),
				),
				{
					copies: 3,
					carriers: ['Kabar', '24.kg', 'Akipress'],
					replaced: [
						replaced(
							figure(
								'KG',
								'wounded',
								exactly(87),
								healthKg,
								'[87 injured], five of them sent home.',
								at(16, 19, 30),
							),
						),
						replaced(figure('KG', 'wounded', exactly(121), healthKg, '[121 people were hurt].', at(17, 8))),
					],
				},
			),
		],
		{origins: 1},
	),
	row(
		'KG',
		'evacuated',
		[
			chain(
				figure(
					'KG',
					'evacuated',
					exactly(136_770),
					emergencyKg,
					'In Batken region [136,770 people] were moved to safety.',
					at(17, 6),
				),
			),
		],
		{origins: 1},
	),
	row(
		'TJ',
		'killed',
		[
			chain(
				figure(
					'TJ',
					'killed',
					exactly(35),
					foreignTj,
					'In all [35 people, among them women and children, were killed], the Foreign Ministry said.',
					at(18, 11),
					'afp.com',
					'Tajikistan gives its first toll',
				),
				{copies: 2, carriers: ['AFP', 'Khovar']},
			),
			chain(
				figure(
					'TJ',
					'killed',
					exactly(30),
					unnamedTj,
					'Tajik security sources put [the number of dead at 30].',
					at(18, 9),
					'reuters.com',
					'Dozens dead on both sides',
				),
				{},
			),
		],
		{origins: 2},
	),
	row(
		'TJ',
		'wounded',
		[
			chain(
				figure(
					'TJ',
					'wounded',
					atLeast(20),
					foreignTj,
					'[More than 20 were hurt], the ministry said.',
					at(18, 11),
					'aa.com.tr',
					'Tajik toll',
				),
			),
		],
		{origins: 1},
	),
	row('TJ', 'evacuated', [], {
		silence: {
			by: foreignTj,
			since: at(14, 2),
			fact: figure(
				'TJ',
				'evacuated',
				silence,
				foreignTj,
				'The ministry [gave no number of those moved out].',
				at(14, 2),
				'khovar.tj',
				'Statement',
			),
		},
		method: 'no figure given',
		origins: 0,
	}),
	row(
		'both',
		'killed',
		[
			chain(
				figure(
					'both',
					'killed',
					exactly(54),
					reuters,
					'The toll of both sides rose to [at least 54 dead].',
					at(18, 9),
					'reuters.com',
					'Dozens dead on both sides',
				),
			),
		],
		{origins: 1, implied: {low: 18, from: ['both killed 54 (Reuters)', 'KG killed 36 (Health Ministry)']}},
	),
];

function ceasefire(
	event: Ceasefire['event'],
	by: Speaker,
	against: SideId,
	marked: string,
	publishedAt: number,
	source: string,
): Ceasefire {
	return {
		...read(marked, publishedAt, source, 'Border situation'),
		kind: 'ceasefire',
		rule: event,
		by,
		event,
		against,
		effectiveAt: event === 'agreed' ? at(16, 10) : null,
		qualified: false,
	};
}

const agreed = ceasefire(
	'agreed',
	speaker('GKNB', 'both'),
	null,
	'The heads of the security committees [agreed a ceasefire from 16:00].',
	at(16, 9),
	'24.kg',
);
const brokenByTj = ceasefire(
	'violation',
	borderKg,
	'TJ',
	'The Tajik side [again opened fire] on the Karamyk outpost.',
	at(17, 12, 20),
	'24.kg',
);
const brokenByKg = ceasefire(
	'violation',
	borderTj,
	'KG',
	'Kyrgyz forces [fired on a post] of the Lakhsh detachment after the ceasefire.',
	at(17, 13),
	'khovar.tj',
);
const quiet = ceasefire(
	'holding',
	borderKg,
	null,
	'The night [passed quietly], without incidents.',
	at(18, 2),
	'kabar.kg',
);
const called = ceasefire(
	'called for',
	speaker('Kremlin', null, 'state'),
	'both',
	'Vladimir Putin called on both presidents [to prevent further escalation].',
	at(18, 12),
	'tass.ru',
);

export function claim(
	id: string,
	act: Claim['act'],
	by: Speaker,
	about: SideId,
	topics: Claim['topics'],
	marked: string,
	saidAt: number,
	more: Partial<Claimed> = {},
): Claimed {
	return {
		id,
		fact: {
			...read(marked, saidAt, 'kabar.kg', 'Statement'),
			kind: 'claim',
			rule: act,
			by,
			act,
			about,
			topics,
			place: null,
		},
		at: saidAt,
		firstSeenAt: saidAt + 7 * 60_000,
		copies: 1,
		origins: 1,
		carriers: ['Kabar'],
		answers: null,
		...more,
	};
}

export const picture: Picture = {
	version: 1,
	profile: {
		id: 'kyrgyzstan-tajikistan',
		name: 'Kyrgyzstan–Tajikistan border',
		sides: [
			{id: 'KG', name: 'Kyrgyzstan'},
			{id: 'TJ', name: 'Tajikistan'},
		],
		places: {'ovchi-kalacha': 'Ovchi Qal’acha'},
	},
	asOf: now,
	window: {from: at(14, 0), to: now},
	tally: {rows},
	ceasefire: {
		status: 'disputed',
		renewals: 0,
		since: at(16, 10),
		lastViolationAt: at(17, 13),
		speakers: [
			{by: borderKg, says: 'holding', against: null, qualified: false, at: at(18, 2), fact: quiet},
			{by: borderTj, says: 'violated', against: 'KG', qualified: false, at: at(17, 13), fact: brokenByKg},
			{
				by: speaker('Kremlin', null, 'state'),
				says: 'called for',
				against: 'both',
				qualified: false,
				at: at(18, 12),
				fact: called,
			},
		],
		agreements: [
			{
				at: at(16, 9),
				effectiveAt: at(16, 10),
				by: speaker('GKNB', 'both'),
				event: 'agreed',
				extends: false,
				place: null,
				heldAt: null,
				breachedAt: at(17, 12, 20),
				lastToldAt: at(16, 9),
				fact: agreed,
			},
		],
		violations: {KG: 1, TJ: 1},
		violationsByDay: [{day: '2022-09-17', against: {KG: 1, TJ: 1}}],
		events: [agreed, brokenByTj, brokenByKg, quiet, called],
	},
	claims: {
		KG: [
			claim(
				'kg-1',
				'accusation',
				borderKg,
				'TJ',
				['shelling', 'tanks'],
				'The Border Service of Kyrgyzstan said that Tajik forces [shelled the villages of Dostuk and Kulundu with mortars and tanks] in the morning.',
				at(18, 13, 20),
				{copies: 3, origins: 2, carriers: ['Kabar', '24.kg', 'TASS'], answers: 'tj-1'},
			),
			claim(
				'kg-2',
				'denial',
				borderKg,
				'KG',
				['drone'],
				'The Border Service [denied that drones were used against civilians].',
				at(18, 8, 40),
			),
			claim(
				'kg-3',
				'statement',
				emergencyKg,
				'KG',
				['humanitarian'],
				'В Баткенской области [развёрнуты пункты временного размещения] для эвакуированных жителей приграничных сёл.',
				at(17, 6),
			),
		],
		TJ: [
			claim(
				'tj-1',
				'accusation',
				borderTj,
				'KG',
				['shelling', 'first fire'],
				'The Border Troops said that the Kyrgyz side [opened fire first with mortars] at the outpost of Kekh.',
				at(18, 12, 10),
				{answers: 'kg-1'},
			),
			claim(
				'tj-2',
				'accusation',
				interiorTj,
				'KG',
				['drone', 'strike on civilians'],
				'A drone [destroyed a mosque beside school No. 8] in Ovchi Qalʼacha, the Interior Ministry said.',
				at(17, 12, 20),
				{copies: 2, origins: 2},
			),
		],
		others: [
			claim(
				'un-1',
				'call',
				speaker('António Guterres', null, 'un'),
				'both',
				['talks'],
				'The Secretary-General [called on both leaderships to talk about a lasting ceasefire].',
				at(17, 17),
			),
		],
	},
	sources: [
		{
			id: 'rss:https://24.kg/rss',
			name: '24.kg',
			state: 'ok',
			lastAnswerAt: at(18, 14, 3),
			lostSince: null,
			nextPollAt: at(18, 14, 8),
			reports: 48,
			reason: null,
		},
		{
			id: 'rss:https://kabar.kg/rss',
			name: 'Kabar',
			state: 'unchanged',
			lastAnswerAt: at(18, 14, 1),
			lostSince: null,
			nextPollAt: at(18, 14, 6),
			reports: 31,
			reason: null,
		},
		{
			id: 'rss:https://khovar.tj/feed',
			name: 'Khovar',
			state: 'failing',
			lastAnswerAt: at(18, 9),
			lostSince: null,
			nextPollAt: at(18, 14, 35),
			reports: 17,
			reason: 'no answer within 20 s',
		},
		{
			id: 'rss:https://asiaplustj.info/rss',
			name: 'Asia-Plus',
			state: 'blocked',
			lastAnswerAt: null,
			lostSince: null,
			nextPollAt: at(18, 16),
			reports: 0,
			reason: 'refuses us: 403 Forbidden',
		},
		{
			id: 'rss:https://tass.ru/rss',
			name: 'ТАСС',
			state: 'quiet',
			lastAnswerAt: at(18, 14, 4),
			lostSince: null,
			nextPollAt: at(18, 14, 9),
			reports: 24,
			reason: 'nothing new since 12:00',
		},
	],
	counts: {reports: 120, origins: 31, facts: 410},
};

const news: readonly Change[] = [
	{
		id: 'claim/kg-1',
		kind: 'claim',
		text: 'Border Service (Kyrgyzstan) accused Tajikistan, shelling, tanks',
		at: at(18, 13, 20),
		firstSeenAt: at(18, 13, 20),
		fact: picture.claims.KG![0]!.fact,
		outlet: 'Kabar',
		link: 'https://kabar.kg/news/1',
		source: null,
	},
	{
		id: 'source/rss:https://khovar.tj/feed/lost',
		kind: 'source',
		text: 'Khovar lost, failing: no answer within 20 s',
		at: at(18, 9, 30),
		firstSeenAt: at(18, 9, 30),
		fact: null,
		outlet: null,
		link: null,
		source: 'rss:https://khovar.tj/feed',
	},
	{
		id: 'toll/KG/killed/health/total/36',
		kind: 'toll',
		text: 'Kyrgyzstan, killed: Health Ministry raised 24 to 36',
		at: at(18, 4),
		firstSeenAt: at(18, 8, 20),
		fact: killedKg36,
		outlet: 'Kabar',
		link: killedKg36.report.url,
		source: null,
	},
	{
		id: 'withdrawn/TJ/killed/foreign/24',
		kind: 'toll',
		text: 'Tajikistan, killed: 24 by Foreign Ministry is withdrawn',
		at: null,
		firstSeenAt: null,
		fact: {...killedKg24, of: 'TJ', sentence: 'It gave 24.', start: 8, end: 10},
		outlet: 'AFP',
		link: null,
		source: null,
	},
];

export const state: ScreenState = {
	picture,
	now,
	timezone: 'Asia/Bishkek',
	archive: null,
	asked: null,
	newSince: {at: at(18, 8), isFirstLook: false, count: 14, changes: news},
	store: {reports: 131, trouble: null, damage: 0, isLeader: true},
	polling: {isOn: true, busy: 0},
	notices: [],
	alerts: null,
};

/** The same fact as another outlet tells it. */
const retold = (fact: Figure, source: string): Figure => ({
	...fact,
	report: {
		...fact.report,
		id: `${fact.report.id}-${source}`,
		source,
		url: `https://${source}/copy`,
		title: `${fact.report.title} (${source})`,
	},
});

const carrier = (fact: Figure, outlet: string, told: number, origin = fact.report.id): Carrier => ({
	fact,
	outlet,
	at: told,
	firstSeenAt: told + 12 * 60_000,
	origin,
});

const [profile] = builtIn;
assert.ok(profile);

/** What is kept, of which more may be found than the picture holds. */
const stored = [
	line(
		'k-36',
		at(18, 4),
		'Health Ministry: 36 dead',
		'Twelve more bodies were brought in overnight, bringing the death toll to 36. Of those killed 4 were children. The dead were killed by shelling.',
	),
	line(
		'k-24',
		at(16, 19, 30),
		'Health Ministry: 24 dead',
		'Twenty-four people were killed, the ministry said.',
		{
			outlet: '24.kg',
			source: 'rss:https://24.kg/rss',
		},
	),
	line('r-1', at(17, 6), 'Сводка МЧС', 'В Баткенской области развёрнуты пункты временного размещения.', {
		outlet: 'Радио Азаттык',
		language: 'ru',
	}),
];

function line(id: string, told: number, title: string, text: string, more: object = {}): Report {
	const fields = {id, source: 'kabar.kg', outlet: 'Kabar', title, text, publishedAt: told, firstSeenAt: told};
	return parseLine(JSON.stringify({...fields, url: `https://kabar.kg/news/${id}`, language: 'en', ...more}), {
		source: 'wire',
		now,
	});
}

/** What a search in `stored` gives, newest first. */
export function searched(typed: string): Searched {
	assert.ok(profile);
	const read = queryOf(typed, {profile, now, sources: () => sourcesIn(stored.map(report => ({report})))});
	if ('wrong' in read) return read;
	const {wanted} = read;
	const holds = ({title, text}: Report): boolean =>
		new Set(placesIn(`${title}\n${text}`, wanted).map(({term}) => term)).size ===
		wanted.words.length + wanted.phrases.length;
	const found = stored
		.filter(holds)
		.sort((a, b) => toldAt(b) - toldAt(a))
		.map(report => ({
			report,
			facts: [],
			matches: matchesOf({report, facts: [], reader: '1'}, report.text, wanted, 1),
		}));
	return {wanted, found, isMore: false};
}

export const actions: ScreenActions = {
	search: async typed => searched(typed),
	pollNow() {},
	looked() {},
	markSeen() {},
	open() {},
	copy() {},
	step() {},
	jump() {},
	toNow() {},
	otherClock() {},
	quit() {},
	carriers: of =>
		of.kind === 'figure' && of.fact === killedKg36
			? [
					carrier(killedKg36, 'Kabar', at(18, 4)),
					carrier(retold(killedKg36, '24.kg'), '24.kg', at(18, 4, 20), killedKg36.report.id),
					carrier(retold(killedKg36, 'tass.ru'), 'TASS', at(18, 5), killedKg36.report.id),
				]
			: [],
	text: async (id, revision) =>
		stored.find(report => report.id === id)?.text ??
		`${revision === 1 ? 'Twenty-four bodies have been brought in, the ministry said.' : killedKg36.sentence} The ministry will give its next count in the evening.\nTwenty-nine of the injured are in intensive care.`,
	revisions: id =>
		id === killedKg36.report.id
			? [
					{
						revision: 1,
						outlet: null,
						at: at(18, 3, 10),
						firstSeenAt: at(18, 3, 20),
						title: 'Health Ministry: 24 dead',
						figures: [killedKg24],
					},
					{
						revision: 2,
						outlet: null,
						at: at(18, 4),
						firstSeenAt: at(18, 4, 12),
						title: killedKg36.report.title,
						figures: [killedKg36],
					},
				]
			: [
					{
						revision: 1,
						outlet: null,
						at: at(18, 4),
						firstSeenAt: at(18, 4, 12),
						title: 'Number of casualties',
						figures: [],
					},
				],
};
