import type {Figure} from '../../source/facts/fact.ts';
import type {Reading} from '../../source/picture/picture.ts';
import {at, claim, figure, report, revised, truce} from './conflict.ts';

/*
 * What was said in the week of 14–20 September 2022, as facts, at the hours at which it was published (UTC).
 * Each line is one report. Where a report grew in place it is told in two revisions.
 */

const health = 'KG:Health Ministry';
const emergency = 'KG:Ministry of Emergency Situations';
const border = 'KG:Border Service';
const military = {combatant: 'military'} as const;
const more = {scope: 'additional'} as const;
const toll = (killed: number, wounded: number, by = health): Figure[] => [
	figure(`KG killed ${killed}`, by),
	figure(`KG wounded ${wounded}`, by),
];
const breach = (by: 'KG' | 'TJ') => truce('violation', by, by === 'KG' ? 'TJ' : 'KG');

const foreignMinistry = report('18 10:00', 'AFP', [figure('TJ killed 24', 'TJ:Foreign Ministry')]);

export const september: readonly Reading[] = [
	report('14 02:30', 'Khovar', [claim('accusation', 'TJ:Border Troops', 'KG', ['first fire', 'shelling'])]),
	report('14 03:30', 'Kabar', [
		figure('KG killed none', border),
		claim('accusation', border, 'TJ', ['first fire', 'shelling']),
	]),
	report('14 05:30', 'TASS', [figure('KG killed none', border), truce('agreed', 'both'), breach('KG')]),
	report('14 09:00', 'TASS', [
		figure('TJ killed 1', '~law-enforcement source'),
		figure('TJ wounded several', '~law-enforcement source'),
		figure('KG wounded 2', border, military),
	]),
	report('16 02:00', 'Asia-Plus', [
		truce('agreed', 'TJ:Border Troops', null, {effectiveAt: at('16 01:30')}),
		breach('TJ'),
	]),
	report('16 03:30', '24.kg', [claim('accusation', border, 'TJ', ['tanks'])]),
	report('16 04:00', '24.kg', [figure('KG wounded 4', 'KG:Abdikarim Alimbaev', military)]),
	report('16 05:00', '24.kg', [figure('KG wounded 18', health)]),
	report('16 07:00', 'Al Jazeera', [
		figure('TJ killed 2', null),
		figure('TJ killed 1', null, {period: 'historical'}),
	]),
	report('16 10:00', 'Associated Press', [figure('KG wounded 42', 'KG:health officials')]),
	report('16 10:30', 'TASS', [truce('agreed', 'both', null, {effectiveAt: at('16 10:00')})]),
	report('16 13:00', 'RFE/RL', [figure('TJ casualties silence', 'RFE/RL')]),
	report('16 15:00', 'Economist.kg', [figure('KG evacuated 136000+', emergency)]),
	report('16 15:30', '24.kg', [breach('KG')]),
	report('16 19:30', 'Kabar', toll(24, 87)),
	report('17 03:00', 'Sputnik', toll(24, 103)),
	report('17 06:00', 'gov.kg', [figure('KG evacuated 136770', emergency)]),
	report('17 08:00', 'RIA', toll(24, 121, 'KG:Минздрав Киргизии')),
	report('17 11:00', 'TASS', [breach('TJ'), claim('accusation', 'TJ:Interior Ministry', 'KG', ['drone'])]),
	report('17 15:00', 'RT', [figure('TJ killed 60+', '!TJ:Saijafar Usmonzoda')]),
	report('17 16:00', 'UN News', [truce('called for', 'UN', 'both')]),
	report('18 02:00', 'AFP', [truce('holding', border)]),
	report('18 04:00', 'Kabar', [figure('KG killed 12', health, more), ...toll(36, 129)]),
	report('18 05:00', 'AFP', toll(36, 134)),
	report('18 05:30', 'Dunyo', [figure('KG killed 12', health, more)]),
	report('18 06:00', 'TASS', toll(37, 129, emergency)),
	report('18 06:30', 'Reuters', [
		figure('both killed 54', null),
		figure('TJ killed 30', '~security sources'),
		figure('KG killed 24', 'KG'),
	]),
	report('18 08:00', 'RFE/RL', [figure('TJ killed 39', '~officials')]),
	report('18 09:00', 'Sputnik', [
		figure('TJ killed 25', 'TJ:Foreign Ministry', {scope: 'subset'}),
		figure('TJ wounded 20', 'TJ:Foreign Ministry', {scope: 'subset'}),
	]),
	foreignMinistry,
	revised(foreignMinistry, '18 13:00', [figure('TJ killed 35', 'TJ:Foreign Ministry')]),
	report('18 14:00', 'Anadolu', [
		figure('TJ killed 38', 'TJ:Tajik Foreign Ministry'),
		figure('TJ wounded 20+', 'TJ:Tajik Foreign Ministry'),
		...toll(46, 140),
	]),
	report('18 18:30', 'TASS', [figure('KG killed 13', health, more), ...toll(59, 144)]),
	report('19 03:00', '24.kg', toll(59, 163)),
	report('19 06:00', 'Akipress', [figure('KG killed 36', health)]),
	report('19 09:00', '24.kg', toll(59, 183)),
	report('19 10:00', 'RT', [
		figure('KG killed 40', 'KG:Security Council', {scope: 'subset', combatant: 'military'}),
		figure('KG killed 59', 'KG'),
	]),
	report('19 11:00', 'Khovar', [figure('TJ killed 41', 'TJ:Deputy Foreign Minister Sodiq Imomi')]),
	report('19 15:00', 'AKIpress', [truce('agreed', 'both')]),
	report('20 09:00', 'Kabar', toll(59, 198)),
];

/** 28 April – 6 May 2021. */
const day = (text: string) => `2021-${text.replace(' ', 'T')}:00Z`;
export const spring: readonly Reading[] = [
	report(day('04-29 15:00'), 'Tainy', toll(1, 17)),
	report(day('04-29 18:00'), '24.kg', [figure('KG killed 3', null), figure('KG wounded 96', null)]),
	report(day('04-30 01:50'), '24.kg', toll(13, 134)),
	report(day('04-30 04:51'), '24.kg', [figure('KG killed 3', null)]),
	report(day('04-30 09:00'), 'Eurasianet', [figure('TJ killed silence', 'Eurasianet')]),
	report(day('04-30 12:00'), 'Kaktus', [figure('KG killed 31', 'KG:Aliza Soltonbekova')]),
	report(day('05-01 13:00'), 'Reuters', [
		figure('KG killed 34', 'KG:Kyrgyz authorities'),
		figure('TJ killed 15', '~local sources'),
		figure('both killed 49', null),
	]),
	report(day('05-01 13:15'), 'Kabar', [figure('KG killed 33', health)]),
	report(day('05-03 05:34'), 'Interfax', [figure('KG killed 34', health)]),
	report(day('05-03 08:00'), 'Sputnik', [figure('KG killed 35', health)]),
	report(day('05-03 09:00'), 'AFP', [
		figure('KG killed 36', health),
		figure('TJ killed several', 'TJ:Prosecutor General'),
	]),
	report(day('05-03 10:00'), 'RFE/RL', [figure('TJ killed 16', 'Radio Ozodi')]),
	report(day('05-06 10:00'), 'AFP', [
		figure('TJ killed 19', 'TJ:Sughd administration'),
		figure('both killed 55', null),
	]),
];
