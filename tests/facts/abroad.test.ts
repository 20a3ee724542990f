import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {readerOf} from '../../source/facts/read.ts';
import {builtIn} from '../../source/profile/index.ts';
import {fixtureProfile} from './profiles.ts';

const at = Date.parse('2022-09-17T09:00:00Z');
const title = 'Kyrgyzstan and Tajikistan hold talks';
const report = (text: string) => ({
	id: 'a',
	source: 'wire',
	outlet: null,
	url: null,
	title,
	text,
	publishedAt: at,
	language: null,
});
const read = readerOf(builtIn[0]!);

describe('in a report about this conflict, what is said of another is nothing of this one', () => {
	for (const text of [
		'In Europe, Russia and Ukraine accused each other of violating an Easter truce.',
		'Russia and Ukraine accused each other of violating the ceasefire.',
		'Moscow and Kyiv traded accusations of breaking an Easter truce.',
		'Aldora and Brenia accused each other of shelling.',
		'Aldora and Brenia accused each other of violating the ceasefire.',
		'In Gaza, Hamas accused Israel of violating the truce.',
		'Hamas accused Israel of violating the truce.',
		'The Gaza ceasefire collapsed on Friday.',
		'Armenia and Azerbaijan agreed a ceasefire.',
		'Armenian and Azerbaijani forces accused each other of shelling.',
		'Armenia and Azerbaijan also fought this week. Both sides said dozens of soldiers were killed. They agreed a truce on Wednesday.',
		'India and Pakistan agreed to a truce after 60 people were killed on both sides.',
		'Russia and Ukraine accused each other of violating a truce. Kyiv said 12 people were killed.',
		'Azerbaijan said Armenian forces had broken a ceasefire brokered by Moscow.',
		'Israel and Islamic Jihad agreed to an Egyptian-brokered truce.',
		'The Sudanese army and the Rapid Support Forces signed a ceasefire. At least 850 people have been killed, officials said.',
		'Ukraine declared a unilateral ceasefire.',
		'Floods in Pakistan have killed 1,545 people, the Emergency Ministry said.',
		'In Libya, the Health Ministry said 32 people were killed.',
		'In Libya, clashes went on. The Health Ministry said 32 people were killed.',
		'Clashes in the Libyan capital killed 32 people, the Health Ministry said.',
		'Azerbaijan said 71 of its soldiers were killed in clashes with Armenia.',
		'Gaza’s Health Ministry said 248 people had been killed.',
	])
		test(text, () => assert.deepEqual(read(report(text), at), []));
});

describe('others who speak of this conflict, mediate in it or die in it are heard', () => {
	for (const [text, kind, event] of [
		['Russia called on both sides to observe the ceasefire.', 'ceasefire', 'called for'],
		['Russia and Uzbekistan called for a ceasefire.', 'ceasefire', 'called for'],
		['Russia and Uzbekistan said the ceasefire was holding.', 'ceasefire', 'holding'],
		['Moscow brokered a ceasefire.', 'ceasefire', 'agreed'],
		['A ceasefire was agreed with Russian and Kazakh mediation.', 'ceasefire', 'agreed'],
		['The sides agreed a ceasefire, Russian news agency TASS said.', 'ceasefire', 'agreed'],
		['The presidents agreed a ceasefire at a summit in Uzbekistan.', 'ceasefire', 'agreed'],
		['A truce monitored by Russian and Kazakh peacekeepers is holding.', 'ceasefire', 'holding'],
		['Turkey and Azerbaijan accused both sides of violating the truce.', 'ceasefire', 'violation'],
		['Russia and Uzbekistan called for restraint. Both sides agreed a ceasefire.', 'ceasefire', 'agreed'],
		['In Libya, clashes went on.\n\nKyrgyzstan and Tajikistan agreed a ceasefire.', 'ceasefire', 'agreed'],
		['Two Russian citizens and a Kazakh were killed.', 'figure', undefined],
		['The death toll rose to 59, a spokesman in Moscow said.', 'figure', undefined],
	] as const)
		test(text, () => {
			const fact = read(report(text), at).find(one => one.kind === kind);
			assert.ok(fact, 'something is read');
			assert.equal(fact.kind === 'ceasefire' ? fact.event : undefined, event);
		});
});

test('a country that a side is of, or is in, is at home', () => {
	const own = readerOf(fixtureProfile('am-az'));
	const text = 'Armenia and Azerbaijan agreed a ceasefire. In Yerevan, officials said 49 people were killed.';
	assert.equal(own(report(text), at).length, 2);
});
