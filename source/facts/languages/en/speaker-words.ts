import type {Entry} from '../../rule.ts';
import {list} from './list.ts';

/*
 * Further verbs of saying: answers, and what is said again.
 */

export const speakerWords: readonly Entry[] = [
	{
		is: ['say'],
		words: list(
			'replied, replies, retorted, retorts, countered, counters, quipped, lamented, laments, cautioned, cautions, concluded that, determined that, believes, believe, suspects, suspect, suspected that, said again, went on to say, goes on to say, remarked, remarks, hinted, hints, complains, complained, made clear, informs, has held to, holds to, stands by, stood by, told reporters, informed the UN',
		),
	},
];
