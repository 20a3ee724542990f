import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {discourse} from '../../source/facts/discourse.ts';
import {languages} from '../../source/facts/languages/index.ts';
import {sentenceReader} from '../../source/facts/read.ts';
import type {Expected} from '../../source/facts/rule.ts';
import {fixtureProfile} from './profiles.ts';

// Every rule is tested by its own examples: alone, then with all rules of its language.
const profile = fixtureProfile('kg-tj');
const at = Date.parse('2022-09-18T09:00:00Z');
const clock = {at, timezone: profile.timezone, from: Date.parse('2022-09-14T00:00:00Z')};
const holds = (fact: object, expected: Expected) =>
	Object.entries(expected).every(
		([key, value]) => JSON.stringify((fact as Record<string, unknown>)[key]) === JSON.stringify(value),
	);

for (const language of languages) {
	const whole = sentenceReader(language, profile);
	describe(`rules of ${language.code}`, () => {
		test('no two have the same name', () => {
			const names = language.rules.map(rule => rule.name);
			assert.deepEqual(
				names.filter((name, index) => names.indexOf(name) !== index),
				[],
			);
		});

		for (const rule of language.rules) {
			describe(rule.name, () => {
				// Let go after the rule: so many at once would not fit into what is soon cleared.
				let alone = whole;
				before(() => {
					if (!rule.isDependent) alone = sentenceReader(language, profile, [rule]);
				});
				after(() => {
					alone = whole;
				});
				test('has sentences to find and to leave', () => {
					assert.ok(rule.finds.length > 0 && rule.leaves.length > 0);
					assert.equal(alone === whole, rule.isDependent === true);
				});

				for (const [sentence, expected] of rule.finds) {
					test(`finds: ${sentence}`, () => {
						assert.ok(whole.opens(sentence), 'the gate is shut');
						for (const reader of [alone, whole]) {
							const facts = reader
								.read(sentence, discourse(), clock)
								.filter(found => found.rule === rule.name || rule.isBackground);
							assert.ok(
								rule.isBackground
									? reader === alone || facts.length > 0
									: facts.some(({fact}) => holds(fact, expected)),
								JSON.stringify(facts),
							);
							if (rule.isBackground && reader === whole) {
								assert.ok(
									facts.every(({fact}) => holds(fact, expected)),
									JSON.stringify(facts),
								);
							}
						}
					});
				}

				for (const sentence of rule.leaves) {
					test(`leaves: ${sentence}`, () => {
						for (const reader of [alone, whole]) {
							assert.deepEqual(
								reader.read(sentence, discourse(), clock).filter(found => found.rule === rule.name),
								[],
							);
						}
					});
				}
			});
		}
	});
}
