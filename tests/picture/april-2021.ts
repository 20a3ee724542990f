import type {Reading} from '../../source/picture/picture.ts';
import {at, claim, figure, truce} from './conflict.ts';
import {carried, civilian, military, on, part, told, toll} from './said.ts';

/*
 * What was said from 28 April to 6 May 2021, as facts. Hours are UTC.
 * The town's office and the “Tajik side” that an outlet of the other side quotes are nobody by name: the first official toll came on 6 May.
 */

const border = 'KG:Border Service';
const health = 'KG:Health Ministry';
const prosecutor = 'TJ:Prosecutor General';

const spring2021 = (text: string) => `2021-${text.replace(' ', 'T')}:00Z`;
const day = (text: string, ...rest: [string, Parameters<typeof told>[2], string?]) =>
	told(spring2021(text), rest[0], rest[1], rest[2] && spring2021(rest[2]));
const then = (text: string) => ({saidAt: at(spring2021(text)), saidAtPrecision: 'minute'}) as const;

const protocol = day('05-01 13:15', 'Kabar', [
	truce('agreed', 'both'),
	claim('statement', 'both', null, ['withdrawal']),
]);

export const spring: readonly Reading[] = [
	day('04-29 14:30', 'Tainy', [
		...toll('KG', 1, 17, health),
		figure('KG evacuated 848', 'KG:regional administration'),
	]),
	day('04-29 15:30', 'TASS', [...toll('KG', 1, 45, health), figure('KG evacuated 800+', health)]),
	day('04-29 16:00', 'TASS', toll('TJ', 3, 31, '~TJ:mayor’s office')),
	day('04-29 16:30', '24.kg', [
		truce('agreed', 'KG:Foreign Ministry', null, {effectiveAt: at(spring2021('04-29 14:00'))}),
	]),
	day('04-29 16:46', '24.kg', toll('KG', 1, 31, null)),
	// 24.kg could not be reached from the evening to the morning.
	day('04-29 20:00', '24.kg', [...toll('KG', 3, 96, null), figure('KG killed 1', null, part)], '04-30 05:00'),
	day('04-30 02:00', '24.kg', toll('KG', 13, 134, health, then('04-30 01:50')), '04-30 05:00'),
	// Its background line is older than what it had reported three hours before.
	day(
		'04-30 04:51',
		'24.kg',
		[truce('holding', border, null, {qualified: true}), ...toll('KG', 3, 124, null)],
		'04-30 05:00',
	),
	day('04-30 07:00', 'mfa.gov.kg', [
		truce('agreed', 'both', null, {effectiveAt: at(spring2021('04-29 13:30')), ...on('2021-04-29')}),
	]),
	day('04-30 08:00', 'UTRK', [
		claim('accusation', '@KG:residents', 'TJ', ['incursion', 'tanks'], {place: 'kulundu'}),
	]),
	day('04-30 09:00', 'Eurasianet', [figure('TJ killed silence', 'Eurasianet')]),
	day('04-30 10:00', '24.kg', [
		figure('TJ killed 7', '~TJ:Tajik side'),
		figure('TJ wounded 150+', '~TJ:Tajik side'),
		claim('statement', 'KG:Kamchybek Tashiev', null, ['troop movement']),
	]),
	day('04-30 12:20', 'Ratel.kz', [
		figure('KG killed 31', 'KG:Aliza Soltonbekova', then('04-30 12:00')),
		figure('KG casualties 154', 'KG:Aliza Soltonbekova', then('04-30 12:00')),
		figure('KG casualties 121', 'KG:Aliza Soltonbekova', {...part, ...civilian}),
		claim('demand', '@KG:residents', 'TJ', ['withdrawal'], {place: 'golovnoy'}),
	]),
	day('05-01 06:00', 'TASS', [
		claim('accusation', border, 'TJ', ['troop movement']),
		...toll('KG', 33, 163, health),
	]),
	day('05-01 07:00', '24.kg', [...toll('KG', 33, 163, health), figure('KG evacuated ~10000', health)]),
	// The shots at vehicles came before the new truce.
	day('05-01 12:30', 'Reuters', [
		truce('violation', border, 'TJ', then('05-01 09:00')),
		truce('agreed', 'both'),
		...toll('KG', 34, 132, 'KG:Kyrgyz authorities'),
		figure('TJ killed 15', '~TJ:local sources'),
		figure('TJ killed 6', '~TJ:local sources', {...part, ...military}),
		figure('TJ killed 1', '~TJ:local sources', part),
		figure('both killed 49', null),
	]),
	protocol,
	carried(protocol, spring2021('05-01 13:40'), '24.kg'),
	day('05-03 03:30', '24.kg', [truce('holding', border), claim('statement', border, null, ['withdrawal'])]),
	day('05-03 05:34', 'Interfax-Ukraine', toll('KG', 34, 183, health)),
	day('05-03 08:00', 'Sputnik', [
		...toll('KG', 35, 183, health),
		figure('KG evacuated 33000+', 'KG:Ministry of Emergency Situations'),
	]),
	day(
		'05-03 09:00',
		'AFP',
		[
			...toll('KG', 36, 184, health),
			figure('TJ killed several', prosecutor),
			figure('TJ wounded dozens', prosecutor),
			claim('accusation', prosecutor, 'KG', ['first fire']),
		],
		'05-03 12:10',
	),
	day('05-03 09:30', 'Trend', [figure('TJ evacuated ~15000', '=TJ:Khovar')]),
	day('05-03 12:00', 'RFE/RL', [
		figure('TJ killed 16', 'Radio Ozodi'),
		figure('TJ killed 8', 'Radio Ozodi', {...part, ...military}),
		figure('TJ killed 8', 'Radio Ozodi', {...part, ...civilian}),
	]),
	day('05-04 09:00', '24.kg', [
		...toll('KG', 36, 189, health),
		figure('KG evacuated 40649', 'KG:U. Shamyrkanov'),
		figure('KG evacuated 14361', 'KG:U. Shamyrkanov', part),
		figure('KG evacuated 26288', 'KG:U. Shamyrkanov', part),
	]),
	day('05-05 06:00', '24.kg', [
		claim('accusation', 'KG:commander of the Sher police unit', 'TJ', ['first fire'], {place: 'golovnoy'}),
	]),
	day('05-06 08:00', 'Trend', [
		...toll('TJ', 19, 87, 'TJ:Sughd administration'),
		figure('TJ killed 6', 'TJ:Sughd administration', {...part, ...military}),
	]),
	day('05-06 10:00', 'AFP', [
		figure('TJ killed 19', 'TJ:Sughd administration'),
		figure('KG killed 36', 'KG'),
		figure('both killed 55', null),
	]),
];
