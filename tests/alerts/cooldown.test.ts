import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {type Alert, mostTold, printableAlert, sentenceOf, together} from '../../source/alerts/alert.ts';
import {createCooldown} from '../../source/alerts/cooldown.ts';

const evidence = {
	sentence: 'A sentence.',
	start: 0,
	end: 1,
	outlet: 'Kabar',
	source: 'kabar',
	url: 'https://news.example/1',
	title: 'A title',
	publishedAt: 0,
	firstSeenAt: 1,
};
const alert = (rule: string, at: number): Alert => ({
	rule,
	told: [{kind: 'toll', text: `number ${at}`, at, fact: null, evidence}],
	count: 1,
	keys: [`${rule} ${at}`],
});
const minuteMs = 60_000;

test('the first is told at once; what comes within the cooldown, together and when it ends', () => {
	const cooldown = createCooldown(10 * minuteMs);
	cooldown.add(alert('toll', 1));
	assert.deepEqual(cooldown.due(0).map(sentenceOf), ['number 1']);
	cooldown.add(alert('toll', 2));
	cooldown.add(alert('toll', 4));
	cooldown.add(alert('toll', 3));
	assert.deepEqual(cooldown.due(9 * minuteMs), []);
	assert.ok(cooldown.isHolding());
	assert.deepEqual(cooldown.due(10 * minuteMs).map(sentenceOf), ['3 alerts: number 4 (and 2 more)']);
	assert.ok(!cooldown.isHolding());
	assert.deepEqual(cooldown.due(60 * minuteMs), []);
});

test('each rule has its own, and an earlier run counts', () => {
	const cooldown = createCooldown(10 * minuteMs, {toll: 5 * minuteMs});
	cooldown.add(alert('toll', 1));
	cooldown.add(alert('claim', 1));
	assert.deepEqual(
		cooldown.due(6 * minuteMs).map(({rule}) => rule),
		['claim'],
	);
	assert.deepEqual(cooldown.toldAt(), {toll: 5 * minuteMs, claim: 6 * minuteMs});
});

test('a clock that is set back holds nothing up', () => {
	const cooldown = createCooldown(10 * minuteMs, {toll: 500 * minuteMs});
	cooldown.add(alert('toll', 1));
	assert.equal(cooldown.due(0).length, 1);
});

test('nothing is lost and nothing told twice, whenever it comes', () => {
	const step = fc.record({afterMs: fc.nat(400_000), rule: fc.constantFrom('a', 'b'), at: fc.nat(100)});
	fc.assert(
		fc.property(fc.array(step, {maxLength: 60}), steps => {
			const cooldown = createCooldown(10 * minuteMs);
			const told: Alert[] = [];
			const times: Record<string, number[]> = {a: [], b: []};
			let now = 0;
			const tell = () => {
				for (const due of cooldown.due(now)) {
					told.push(due);
					times[due.rule]!.push(now);
				}
			};
			for (const [index, {afterMs, rule, at}] of steps.entries()) {
				now += afterMs;
				cooldown.add({...alert(rule, at), keys: [`${index}`]});
				tell();
			}
			now += 10 * minuteMs;
			tell();
			const keys = told.flatMap(each => each.keys);
			assert.deepEqual(
				keys.map(Number).sort((a, b) => a - b),
				steps.map((_, index) => index),
			);
			assert.equal(
				told.reduce((sum, {count}) => sum + count, 0),
				steps.length,
			);
			for (const list of Object.values(times))
				for (const [index, at] of list.slice(1).entries()) assert.ok(at - list[index]! >= 10 * minuteMs);
		}),
	);
});

test('of very many only the newest are told in full, the rest is counted', () => {
	const many = Array.from({length: 100}, (_, at) => alert('toll', at)).reduce(together);
	const printed = printableAlert(many, {id: 'x', name: 'X'});
	assert.equal(printed.text, 'number 99');
	assert.equal(printed.more, 99);
	assert.equal(printed.others.length, mostTold - 1);
	assert.equal(printed.others[0]!.text, 'number 98');
	assert.deepEqual(printed.evidence, {
		...evidence,
		publishedAt: '1970-01-01T00:00:00Z',
		firstSeenAt: '1970-01-01T00:00:00.001Z',
	});
});
