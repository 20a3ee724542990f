import type {Entry} from '../../rule.ts';
import {list} from './list.ts';

/*
 * Words in which one asks another for something.
 */

export const demandWords: readonly Entry[] = [
	{
		is: ['urge'],
		act: 'call',
		words: list(
			'pressed, presses, pressing, implored, implores, begged, encouraged, encourages, exhorted, exhorts, invited, invites, enjoined, entreated, beseeched, pleaded for, pleads for, pressed for, presses for, calls upon, counselled, appealed once more to, wants',
		),
	},
	{
		is: ['demand'],
		act: 'demand',
		words: list(
			'ordered that, insisted that, insists that, called for the immediate, issued an ultimatum to, gave an ultimatum to, warned that unless',
		),
	},
	{
		// What may be called for, in a war.
		is: ['restraint', 'word'],
		words: list(
			'inquiry, an inquiry, international inquiry, investigation, an investigation, independent inquiry, sanctions, apology, an apology, compensation, accountability',
		),
	},
	{
		is: ['must', 'word'],
		words: list(
			'must, has to, have to, ought to, needs to, must not, should stop, must immediately, must now, must first, should immediately, should cease',
		),
	},
];
