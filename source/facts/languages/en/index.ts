import type {Language} from '../../rule.ts';
import {absent} from './absent.ts';
import {accusationWords} from './accusation-words.ts';
import {accusations} from './accusations.ts';
import {breaches, breachesTold} from './breaches.ts';
import {calm, calmWords} from './calm.ts';
import {captives} from './captives.ts';
import {casualties} from './casualties.ts';
import {casualtyWordRows} from './casualty-words.ts';
import {ceasefire} from './ceasefire.ts';
import {ceasefireWords} from './ceasefire-words.ts';
import {charges} from './charges.ts';
import {claims} from './claims.ts';
import {dateGroups, dateWords, firstDate, hourGoesOn} from './dates.ts';
import {demandWords} from './demand-words.ts';
import {demands} from './demands.ts';
import {denialWords} from './denial-words.ts';
import {denials} from './denials.ts';
import {displaced, displacementWords} from './displaced.ts';
import {eventWords} from './event-words.ts';
import {illWords} from './ill-words.ts';
import {countGroups, measureGroups, numberGroups, numberWords} from './numbers.ts';
import {parts} from './parts.ts';
import {peopleGroups} from './people.ts';
import {peopleWords} from './people-words.ts';
import {frames, pronouns} from './reporting.ts';
import {speakerWords} from './speaker-words.ts';
import {speakerGroups, thoseWhoSpeak} from './speakers.ts';
import {tolls} from './tolls.ts';
import {victims} from './victims.ts';
import {abbreviations, pretence, words} from './words.ts';
import {wounds} from './wounds.ts';
import {wrongs} from './wrongs.ts';

// Small words of other languages in the same letters: two of them, and none of English, make a sentence theirs.
const foreignWord =
	/\b(?:die|der|das|den|dem|und|ist|sind|mit|von|aus|nach|wurden|les|des|une|est|sont|dans|sur|pour|que|qui|avec|del|los|las|una|por|para|con|muertos|nella|della|che|sono|het|een|van|zijn|och|att|som|ve|bir|nie|przez|oraz|mort[aeio]s?)\b/g;
const englishWord = /\b(?:the|of|and|were|was|been|said|says|have|had|by|with|from|that|killed|wounded)\b/i;

export const english: Language = {
	code: 'en',
	isWritten: sentence => {
		if ((sentence.match(foreignWord)?.length ?? 0) > 1 && !englishWord.test(sentence)) {
			return false;
		}

		const others = sentence.match(/[\u0370-\u1fff\u2e80-\ud7ff\uf900-\uffef]/g)?.length ?? 0;
		return others === 0 || others * 3 < (sentence.match(/[a-z]/gi)?.length ?? 0);
	},
	abbreviations,
	hourGoesOn,
	hasSpacedDigits: true,
	pretence,
	firstDate,
	entries: [
		...words,
		...casualtyWordRows,
		...peopleWords,
		...speakerWords,
		...eventWords,
		...numberWords,
		...dateWords,
		...displacementWords,
		...pronouns,
		...ceasefireWords,
		...accusationWords,
		...demandWords,
		...denialWords,
		...illWords,
		...calmWords,
	],
	groups: [
		...numberGroups,
		...dateGroups,
		...measureGroups,
		...countGroups,
		...thoseWhoSpeak,
		...peopleGroups,
		...speakerGroups,
	],
	frames,
	// Earlier rules have first call on a number: a total before the people counted in it.
	rules: [
		...absent,
		...tolls,
		...parts,
		...displaced,
		...captives,
		...casualties,
		...victims,
		...wounds,
		...breaches,
		...ceasefire,
		...breachesTold,
		...calm,
		...accusations,
		...charges,
		...denials,
		...demands,
		...claims,
		...wrongs,
	],
};
