import type {Entry} from '../../rule.ts';
import {list} from './list.ts';

/*
 * Words in which a party answers what is said of it.
 */

export const denialWords: readonly Entry[] = [
	{
		is: ['baseless', 'word'],
		words: list(
			`groundless, absurd, lies, a lie, an invention, pure invention, invention, nonsense, ridiculous, a fabrication, fabrications, fabrication, laughable, not true, without foundation, without basis, slander, slanderous, propaganda, fiction,
			preposterous, malicious, a fantasy, fantasy, incorrect, premature, inaccurate, overblown, wide of the mark, misleading, a distortion, distorted, fairy tales, does not correspond to reality, do not correspond to reality, not correspond to reality, not in line with reality`,
		),
	},
	{
		is: ['baseless'],
		words: list(
			'false, fake, untrue, fabricated, no truth, baseless, disinformation, unfounded, misinformation, hoax, lie',
		),
	},
	{
		is: ['uninvolved', 'word'],
		words: list(
			'nothing to do with, no hand in, no part in, no role in, no involvement in, not involved in, not responsible for, not behind, not its own, not their own, not theirs, not its doing, not their doing, not ours, no connection to, no connection with, played no part in, played no role in, never targeted, did not target, does not target, do not target',
		),
	},
	{
		is: ['sayNoun', 'word'],
		words: list(
			'news of, news that, speculation, talk of, suggestion, suggestions, insinuation, insinuations, notion, idea that, rumours, rumors',
		),
	},
	{
		is: ['deny', 'say'],
		act: 'denial',
		words: list(
			'brushed aside, brushes aside, brushed off, brushes off, denied any, denies any, has denied any, laughed off, shrugged off, repudiated, repudiates, scoffed at the claim, strongly denied, categorically denied, flatly denied, vehemently denied, strenuously denied, dismisses reports, disclaimed, disavowed',
		),
	},
];
