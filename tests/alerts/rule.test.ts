import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {ruleOf} from '../../source/alerts/rule.ts';
import {wordsOf} from '../../source/alerts/words.ts';
import {profile} from '../picture/conflict.ts';

const sources = [
	{id: 'rss:https://kabar.example/rss', name: 'Kabar'},
	{id: 'rss:https://a.example/one', name: 'Agency'},
	{id: 'rss:https://a.example/two', name: 'Agency'},
];
const read = (text: string) => ruleOf(text, {profile, sources});

const toll = (of: string | null, measure: string | null, than: [string, number] | null = null) => ({
	kind: 'toll',
	of,
	measure,
	than: than && {operator: than[0], number: than[1]},
});
const good: readonly (readonly [string, object])[] = [
	['toll', toll(null, null)],
	['toll:KG', toll('KG', null)],
	['toll:killed', toll(null, 'killed')],
	['toll:KG:killed>=50', toll('KG', 'killed', ['>=', 50])],
	['toll:killed:kyrgyz>50', toll('KG', 'killed', ['>', 50])],
	['toll : Tajikistan : wounded = 1,000', toll('TJ', 'wounded', ['=', 1000])],
	['toll>=100', toll(null, null, ['>=', 100])],
	['toll:both:killed ≥ 100', toll('both', 'killed', ['>=', 100])],
	['toll:missing<=3', toll(null, 'missing', ['<=', 3])],
	['TOLL:kg', toll('KG', null)],
	['ceasefire', {kind: 'ceasefire', is: null}],
	['ceasefire:in-force', {kind: 'ceasefire', is: 'in force'}],
	['ceasefire:violated', {kind: 'ceasefire', is: 'violated'}],
	['claim', {kind: 'claim', topic: null, act: null, by: null}],
	['claim:drone', {kind: 'claim', topic: 'drone', act: null, by: null}],
	[
		'claim:Tajik:strike on civilians:denial',
		{kind: 'claim', topic: 'strike on civilians', act: 'denial', by: 'TJ'},
	],
	['source', {kind: 'source', source: null}],
	['source:kabar', {kind: 'source', source: 'rss:https://kabar.example/rss'}],
	['source:rss:https://a.example/two', {kind: 'source', source: 'rss:https://a.example/two'}],
];
for (const [text, expected] of good)
	test(`rule ${text}`, () => assert.deepEqual(read(text), {text: text.trim(), ...expected}));

const bad: readonly (readonly [string, RegExp])[] = [
	['', /expected toll, ceasefire, claim or source first, got “”/],
	['tol', /got “tol” \(did you mean toll\?\)/],
	[
		'toll:Kyrgizstan',
		/a side \(KG, Kyrgyzstan, TJ, Tajikistan, both\) or a measure \(killed, .*got “Kyrgizstan” \(did you mean Kyrgyzstan\?\)/,
	],
	['toll:KG:kiled', /did you mean killed\?/],
	['toll:KG:50', /a number follows a sign, as in killed>=50/],
	['toll:KG:killed>=', /expected a whole number after >=, got “”/],
	['toll:killed>=-3', /expected a whole number after >=, got “-3”/],
	['toll:killed>=5.5', /expected a whole number/],
	['toll:killed=>5', /expected >= <= > < = before a number, got “=>”/],
	['toll:KG:TJ', /one of a kind, got “KG” and “TJ”/],
	['toll:killed:', /got “”/],
	[
		'ceasefire:broken',
		/a status \(none, called for, .*\) or a speaker's word \(violated, denied, over\), got “broken”/,
	],
	['ceasefire:holding:KG', /one of a kind/],
	['claim:drones', /a topic \(shelling, .*got “drones” \(did you mean drone\?\)/],
	['claim:drone:tanks', /one of a kind, got “drone” and “tanks”/],
	[
		'source:Kabarr',
		/the name or the id of a source \(Kabar, Agency, Agency\), got “Kabarr” \(did you mean Kabar\?\)/,
	],
	['source:agency', /the name of 2 sources; expected an id: rss:https:\/\/a\.example\/one/],
];
for (const [text, message] of bad)
	test(`no rule: ${text}`, () => assert.throws(() => read(text), {name: 'Error', message}));

test('whatever is written is a rule or is refused with a short sentence', () => {
	const piece = fc.constantFrom(
		'toll',
		'claim',
		':',
		'>=',
		'KG',
		'killed',
		'7',
		' ',
		'\u001b',
		'x'.repeat(500),
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(piece, fc.string()), {maxLength: 8}), pieces => {
			try {
				read(pieces.join(''));
			} catch (error) {
				assert.equal((error as Error).name, 'Error');
				assert.ok((error as Error).message.length < 1200);
			}
		}),
	);
});

const cut: readonly (readonly [string, readonly string[] | RegExp])[] = [
	['./tell.sh', ['./tell.sh']],
	['  tell  a   b ', ['tell', 'a', 'b']],
	[`tell 'two words' "it's" ''`, ['tell', 'two words', "it's", '']],
	[`/a/'b c'/d`, ['/a/b c/d']],
	['tell $HOME `id` $(id) ; rm *', ['tell', '$HOME', '`id`', '$(id)', ';', 'rm', '*']],
	["tell 'open", /quotation mark \('\) without/],
	['  ', /no program/],
	["''", /no program/],
];
for (const [text, expected] of cut)
	test(`words of «${text}»`, () =>
		expected instanceof RegExp
			? assert.throws(() => wordsOf(text), {message: expected})
			: assert.deepEqual(wordsOf(text), expected));
