import type {Reading} from '../../source/picture/picture.ts';
import {at, claim, figure, truce} from './conflict.ts';
import {
	carried,
	civilian,
	earlier,
	edited,
	military,
	more,
	on,
	part,
	strike,
	told,
	toll,
	updated,
} from './said.ts';

/*
 * What was said in the week of 14–20 September 2022 and soon after, as facts. Hours are UTC.
 * Each row is one report: when it was published, by whom, what it said, and where it is not seen at the next poll, when it was first seen here.
 * Where the chronicle gives a day and no hour, the hour keeps the order that the chronicle gives.
 */

const border = 'KG:Border Service';
const health = 'KG:Health Ministry';
const emergency = 'KG:Ministry of Emergency Situations';
const committee = 'KG:State Committee for National Security';
const troops = 'TJ:Border Troops';
const foreign = 'TJ:Foreign Ministry';
const interior = 'TJ:Interior Ministry';
const four = {effectiveAt: at('16 10:00')};

const kloop = told('14 06:15', 'Kloop', [
	claim('accusation', border, 'TJ', ['first fire', 'shelling'], {place: 'bulak-bashy'}),
]);

const fourteenth: readonly Reading[] = [
	told('14 02:40', 'Khovar', [
		claim('accusation', troops, 'KG', ['first fire', 'shelling'], {place: 'bulak-bashy'}),
		claim('statement', troops, 'KG', ['talks']),
	]),
	// Some feeds are slow: seen more than two hours later.
	told(
		'14 03:40',
		'Kabar',
		[
			figure('KG killed none', border),
			figure('KG wounded none', border),
			claim('accusation', border, 'TJ', ['first fire', 'shelling'], {place: 'bulak-bashy'}),
		],
		'14 06:05',
	),
	told('14 05:40', 'TASS', [
		figure('KG killed none', border, on('14 05:30')),
		figure('KG wounded none', border, on('14 05:30')),
		truce('agreed', 'both', null, on('14 05:30')),
		truce('violation', border, 'TJ', on('14 05:30')),
	]),
	kloop,
	told('14 08:20', 'TASS', [
		figure('TJ killed 1', '~TJ:law-enforcement source', military),
		figure('TJ wounded several', '~TJ:law-enforcement source'),
		figure('KG killed none', border),
		figure('KG wounded 2', border, military),
	]),
	told('14 15:30', 'TASS', [
		claim('statement', border, 'TJ', ['small arms'], {place: 'kak-sai'}),
		claim('statement', border, 'TJ', ['small arms'], {place: 'pasky-aryk'}),
		truce('holding', border),
		figure('KG killed none', 'KG'),
		figure('KG wounded 2', 'KG', military),
		figure('KG wounded 3', 'KG', civilian),
	]),
	// The text says “updated at 21:49”, the feed does not.
	edited(kloop, '14 19:40', [
		claim('accusation', border, 'TJ', ['first fire', 'shelling'], {place: 'bulak-bashy'}),
		claim('accusation', border, 'TJ', ['small arms'], {place: 'kak-sai'}),
		claim('accusation', border, 'TJ', ['small arms'], {place: 'pasky-aryk'}),
	]),
];

const agreedAtFour = told('16 10:30', 'TASS', [
	truce('agreed', border, null, four),
	truce('agreed', 'TJ:Sughd administration', null, four),
	figure('KG wounded 42', 'KG:health officials'),
]);

const sixteenth: readonly Reading[] = [
	told('16 01:10', 'mediaportal.kg', [
		claim('accusation', border, 'TJ', ['small arms'], {place: 'eki-tash', ...on('16 00:00')}),
		claim('accusation', border, 'TJ', ['shelling'], {place: 'kok-tash', ...on('16 00:30')}),
	]),
	told(
		'16 02:00',
		'Asia-Plus',
		[
			claim('accusation', troops, 'KG', ['shelling'], {place: 'khojai-alo'}),
			truce('agreed', troops, null, {effectiveAt: at('16 01:30')}),
			truce('violation', troops, 'KG'),
		],
		'16 05:20',
	),
	told('16 02:20', 'Kaktus.media', [
		claim('accusation', border, 'TJ', ['shelling'], {place: 'kulundu', ...on('16 02:15')}),
	]),
	told('16 03:40', '24.kg', [
		claim('accusation', border, 'TJ', ['shelling', 'tanks'], on('16 03:30')),
		claim('statement', border, null, ['talks'], {place: 'kyzyl-bel', ...on('16 03:30')}),
	]),
	told('16 04:10', '24.kg', [
		figure('KG wounded 4', 'KG:Abdikarim Alimbaev', {...military, ...on('16 04:00')}),
		figure('KG casualties none', 'KG:Abdikarim Alimbaev', {...civilian, ...on('16 04:00')}),
		claim('accusation', border, 'TJ', ['small arms'], {place: 'samarkandek'}),
	]),
	// Its headline made soldiers of the eighteen.
	told('16 05:30', 'Bomdod', [
		figure('KG wounded 18', health, {...military, ...on('16 05:00')}),
		figure('KG wounded 11', health, on('16 04:00')),
		figure('KG wounded 18', health, on('16 05:00')),
	]),
	told('16 07:10', 'TASS', [
		claim('statement', border, 'TJ', ['shelling'], {place: 'lyakkan'}),
		claim('accusation', border, 'TJ', ['incursion'], {place: 'dostuk-batken'}),
		claim('accusation', border, 'TJ', ['strike on civilians']),
	]),
	told('16 08:13', '24.kg', [
		claim('accusation', border, 'TJ', ['shelling'], {place: 'batken'}),
		figure('KG wounded 31', null),
	]),
	told('16 09:30', 'TV Zvezda', [figure('TJ killed 2', null, military)]),
	told('16 10:10', 'Associated Press', [
		truce('agreed', border, null, four),
		figure('KG wounded 42', 'KG:health officials'),
	]),
	agreedAtFour,
	carried(agreedAtFour, '16 11:00', 'Anadolu'),
	told('16 13:00', 'AFP', [
		figure('KG evacuated 19000', 'Red Crescent'),
		figure('both killed 55', null, earlier),
		truce('agreed', 'both', null, earlier),
	]),
	told('16 13:30', 'Sputnik Tajikistan', [
		figure('TJ killed 7', '~TJ:source in Vorukh', civilian),
		figure('TJ wounded 14', '~TJ:source in Vorukh'),
	]),
	told('16 14:30', 'Asia-Plus', [figure('TJ wounded 10+', '@TJ:residents', strike)]),
	told('16 15:10', 'Economist.kg', [
		figure('KG evacuated 136000+', emergency, on('16 15:00')),
		figure('KG evacuated ~2800', emergency, {...part, ...on('16 15:00')}),
	]),
	told('16 15:30', '24.kg', [truce('violation', border, 'TJ'), figure('KG wounded 59+', null)]),
	told('16 16:00', 'Al Jazeera', [
		truce('agreed', 'KG:office of President Japarov', null, on('16 12:00')),
		truce('violation', border, 'TJ'),
		figure('TJ killed 2', null),
		figure('TJ wounded 6', null, military),
		figure('TJ wounded 5', null, civilian),
		figure('KG wounded 2', null, military),
		figure('KG wounded 2', null, civilian),
	]),
	told('16 17:00', 'RFE/RL', [
		truce('holding', 'KG:Kamchybek Tashiev', null, {qualified: true}),
		claim('statement', 'KG:Kamchybek Tashiev', null, ['losses']),
		claim('accusation', '@TJ:residents', 'KG', ['strike on civilians'], {place: 'ovchi-kalacha'}),
		figure('TJ casualties dozens', '@TJ:residents', strike),
		figure('TJ killed silence', 'RFE/RL'),
	]),
	// Its site could not be reached for a night.
	told(
		'16 19:40',
		'Kabar',
		[
			...toll('KG', 24, 87, health, on('16 19:30')),
			...[12, 10, 2].map(bodies => figure(`KG killed ${bodies}`, health, part)),
			figure('KG wounded 5', health, part),
		],
		'17 05:10',
	),
	told('16 21:13', 'Sputnik', toll('KG', 24, 87, health)),
];

const ria = told('17 08:10', 'RIA Novosti', toll('KG', 24, 121, 'KG:Минздрав Киргизии', on('17 08:00')));
const mosque = claim('accusation', interior, 'KG', ['drone', 'strike on civilians'], {
	place: 'ovchi-kalacha',
});

const seventeenth: readonly Reading[] = [
	told('17 02:00', 'TASS', [truce('holding', committee, null, {qualified: true})]),
	told('17 03:10', 'Sputnik', [
		truce('violation', committee, 'TJ', on('17 02:50')),
		claim('accusation', committee, 'TJ', ['shelling'], {place: 'pasky-aryk', ...on('17 02:50')}),
		...toll('KG', 24, 103, health, on('17 03:00')),
	]),
	told('17 06:20', 'gov.kg', [
		figure('KG evacuated 136770', emergency, on('17 06:00')),
		figure('KG displaced 4458', emergency, {...part, ...on('17 06:00')}),
	]),
	told('17 06:40', 'bulak.kg', [
		truce('violation', border, 'TJ', on('17 05:15')),
		truce('violation', border, 'TJ', on('17 06:30')),
		claim('accusation', border, 'TJ', ['shelling'], on('17 05:15')),
		claim('accusation', border, 'TJ', ['small arms'], {place: 'tort-kocho', ...on('17 06:30')}),
	]),
	ria,
	carried(ria, '17 08:40', 'Lenta'),
	told(
		'17 11:00',
		'TASS',
		[
			truce('violation', interior, 'KG', on('16 12:20')),
			claim('accusation', interior, 'KG', ['aircraft', 'drone', 'strike on civilians']),
			mosque,
			figure('TJ killed silence', interior, civilian),
		],
		'17 14:30',
	),
	// “At 17:20” without a zone, read by the clock of the other capital.
	told('17 11:20', 'Sputnik', [truce('violation', interior, 'KG', on('16 11:20')), mosque], '17 14:30'),
	told('17 12:00', 'Kommersant', toll('KG', 24, 122, health)),
	told('17 12:25', 'bulak.kg', [
		truce('violation', border, 'TJ', on('17 12:20')),
		claim('accusation', border, 'TJ', ['shelling'], {place: 'karamyk', ...on('17 12:20')}),
	]),
	told('17 16:00', 'UN News', [truce('called for', 'UN', 'both'), claim('call', 'UN', 'both', ['talks'])]),
];

const bodies = told('18 04:10', 'Kabar', [
	figure('KG killed 12', health, {...more, ...on('18 04:00')}),
	...toll('KG', 36, 129, health, on('18 04:00')),
]);
const afp = told('18 10:00', 'AFP', [
	figure('TJ killed 24', foreign),
	claim('call', 'Russia', 'both', ['talks']),
]);

const eighteenth: readonly Reading[] = [
	told('18 03:00', 'RIA Novosti', [
		truce('violation', 'TJ', 'KG', on('17')),
		claim('accusation', 'TJ', 'KG', ['shelling'], {place: 'lakhsh', ...on('17')}),
		figure('TJ wounded 4', 'TJ', {...strike, ...on('17')}),
	]),
	bodies,
	carried(bodies, '18 04:15', '24.kg'),
	told('18 04:20', 'AKIpress', [figure('KG killed 12', health, more)]),
	told('18 05:10', 'AFP', [
		truce('holding', border),
		truce('called for', 'UN', 'both', on('17')),
		...toll('KG', 36, 134, health),
	]),
	told('18 05:40', 'TASS', toll('KG', 37, 129, emergency)),
	// The sum was made before the ministry's twelve more.
	told(
		'18 06:30',
		'Reuters',
		[
			figure('both killed 54', null),
			figure('KG killed 24', health),
			figure('TJ killed 30', '~TJ:security sources'),
		],
		'18 09:05',
	),
	told('18 08:00', 'RFE/RL', [figure('TJ killed 39', '~TJ:officials')]),
	told('18 08:40', 'Sputnik', [
		figure('TJ killed 25', foreign, part),
		figure('TJ wounded 20', foreign, part),
		claim('accusation', foreign, 'KG', ['arson and looting'], {place: 'bogdori'}),
	]),
	told('18 09:00', 'Kontentchi', [
		figure('KG evacuated 140000+', 'KG:Kyrgyz authorities'),
		figure('KG evacuated 136770', 'KG:Kyrgyz authorities', part),
		figure('KG evacuated 5301', 'KG:Kyrgyz authorities', part),
		...toll('KG', 36, 129, health, on('18 04:00')),
		figure('TJ killed 39', '~TJ:officials'),
	]),
	afp,
	told('18 12:40', '24.kg', toll('KG', 46, 140, health)),
	updated(
		afp,
		'18 13:30',
		[
			figure('TJ killed 35', foreign),
			figure('KG killed 46', health),
			figure('both killed 81', null),
			figure('- wounded 139', null),
			claim('call', 'Russia', 'both', ['talks']),
		],
		'18 15:20',
	),
	told('18 14:30', 'Anadolu', [
		figure('TJ killed 38', 'TJ:Tajik Foreign Ministry'),
		figure('TJ killed 2', 'TJ:Tajik Foreign Ministry', {...part, ...military}),
		figure('TJ wounded 20+', 'TJ:Tajik Foreign Ministry'),
		...toll('KG', 46, 140, health),
	]),
	told('18 17:50', 'TASS', [figure('KG killed 13', health, more), ...toll('KG', 59, 144, health)]),
];

const after: readonly Reading[] = [
	told('19 03:10', '24.kg', [
		...toll('KG', 59, 163, health, on('19 03:00')),
		figure('KG wounded 144', health, part),
		figure('KG wounded 19', health, part),
		figure('KG evacuated 136770', health),
	]),
	// One outlet gives the other ministry the count of the day before.
	told('19 05:00', 'Zakon.kz', [
		figure('TJ killed 35', 'TJ:Health Ministry', on('18')),
		figure('TJ wounded 30+', 'TJ:Health Ministry', on('18')),
	]),
	// A background line that nobody renewed.
	told('19 06:00', '24.kg', [figure('KG killed 46', health)]),
	told('19 09:00', '24.kg', toll('KG', 59, 183, health)),
	told('19 10:00', 'RT', [
		figure('KG killed 40', 'KG:Security Council', {...part, ...military}),
		figure('KG killed 59', 'KG'),
		figure('TJ killed 60+', '!TJ:Saijafar Usmonzoda', on('17')),
		figure('TJ killed 33', 'RT'),
	]),
	told('19 11:00', 'Khovar', [figure('TJ killed 41', 'TJ:Deputy Foreign Minister Sodiq Imomi')], '19 16:05'),
	told('19 13:00', 'Prensa Latina', toll('TJ', 41, 30, 'TJ:Sodiq Imomi'), '19 17:00'),
	told('19 15:00', 'AKIpress', [
		truce('agreed', 'both'),
		claim('statement', 'KG:Sadyr Japarov', null, ['talks']),
	]),
	told('19 15:40', 'Khovar', [truce('agreed', 'both'), claim('statement', 'both', null, ['withdrawal'])]),
	told('20 06:30', 'ECHO', [
		...toll('TJ', 39, 135, 'Red Cross and Red Crescent', on('19')),
		figure('KG killed 59', 'Red Cross and Red Crescent', on('19')),
		figure('KG wounded 100+', 'Red Cross and Red Crescent', on('19')),
		figure('KG evacuated ~5000', 'KG', {...part, ...on('19')}),
		figure('KG displaced 136000', 'KG', on('19')),
		figure('TJ displaced 2000+', 'Red Cross and Red Crescent', on('19')),
	]),
	told(
		'20 09:10',
		'Kabar',
		[
			...toll('KG', 59, 198, health, on('20 09:00')),
			figure('KG wounded 172', health, part),
			figure('KG wounded 26', health, part),
		],
		'20 12:10',
	),
	told('21 10:00', 'Human Rights Watch', [
		figure('both killed 100+', 'Human Rights Watch'),
		figure('both killed 37', 'Human Rights Watch', civilian),
		figure('both killed 4', 'Human Rights Watch', part),
	]),
	told('25 12:00', 'TASS', [
		truce('agreed', 'both'),
		...toll('KG', 62, 200, 'KG'),
		figure('KG evacuated ~140000', 'KG'),
	]),
	// Months later: no news of that week.
	told('2023-05-02T10:00:00Z', 'Human Rights Watch', [
		figure('both killed 51', 'Human Rights Watch', civilian),
		claim('accusation', 'Human Rights Watch', 'KG', ['strike on civilians'], {place: 'chorbog'}),
	]),
];

export const september: readonly Reading[] = [
	...fourteenth,
	...sixteenth,
	...seventeenth,
	...eighteenth,
	...after,
];
