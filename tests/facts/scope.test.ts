import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Scope} from '../../source/facts/fact.ts';
import {readerOf} from '../../source/facts/read.ts';
import {fixtureProfile} from './profiles.ts';

const at = Date.parse('2022-09-18T09:00:00Z');
const read = readerOf(fixtureProfile('kg-tj'));

const cases: readonly [string, ...Scope[]][] = [
	['Three people were killed in a Tajik strike on Batken, the Kyrgyz Health Ministry said.', 'incident'],
	['Three people were killed in a strike on Batken, the Kyrgyz Health Ministry said.', 'incident'],
	['Three people were killed in one Tajik drone attack.', 'incident'],
	['Three people were killed in another Tajik drone strike.', 'incident'],
	['Three people were killed by the latest Tajik shelling of Batken.', 'incident'],
	['Three Kyrgyz people were killed in Tajikistan’s attack on the market.', 'incident'],
	['Two people were killed and six wounded in a Tajik strike on Sunday.', 'incident', 'incident'],
	['Two Kyrgyz soldiers were killed when their vehicle hit a mine.', 'incident'],
	['36 people were killed in Tajik attacks on Batken.', 'running'],
	['36 people were killed in the Tajik attacks since Friday.', 'running'],
	['35 people had been killed by Tajik shelling, the Kyrgyz Health Ministry said.', 'running'],
	['24 Kyrgyz civilians were killed by Tajik fire.', 'running'],
	['41 Kyrgyz people were killed as a result of Tajik aggression.', 'running'],
	['36 people were killed in the fighting, the Kyrgyz Health Ministry said.', 'running'],
	['36 people were killed, the Kyrgyz Health Ministry said.', 'running'],
];
for (const [text, ...scopes] of cases)
	test(text, () => {
		const report = {id: 'a', source: 'wire', outlet: null, url: null, title: '', text};
		const facts = read({...report, publishedAt: at, language: null}, at);
		assert.deepEqual(
			facts.filter(fact => fact.kind === 'figure').map(({scope}) => scope),
			scopes,
		);
	});
