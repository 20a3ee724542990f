import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {folder, objects, rss, run, tollEntry} from './command.ts';
import {inside} from './inside.ts';

const home = folder();
const toll = "Kyrgyzstan's Health Ministry said 36 people had been killed.";

const inputs: [string, string, {id?: string; title?: string}][] = [
	['plain text', toll, {}],
	['plain text with a title', `Toll rises\n\n${toll}`, {title: 'Toll rises'}],
	[
		'a report in JSON Lines',
		`${JSON.stringify({id: 'kg-1', source: 'wire', title: '', text: toll, publishedAt: '2022-09-18T09:00:00Z'})}\n`,
		{id: 'kg-1'},
	],
	['a feed', rss([tollEntry('a1', 36, '2022-09-18T09:00:00Z')]), {title: 'Border clashes, bulletin a1'}],
	[
		'a page',
		`<!doctype html><html><head><title>Toll</title></head><body><article><p>${toll}</p></article></body></html>`,
		{},
	],
	[
		'a feed in JSON',
		JSON.stringify({
			version: 'https://jsonfeed.org/version/1.1',
			title: 'E',
			items: [{id: '1', content_text: toll}],
		}),
		{},
	],
];
for (const [name, input, report] of inputs) {
	test(`read takes ${name} on standard input`, async () => {
		const {code, stdout, stderr} = await run(['read', '-'], {home, input});
		assert.equal(code, 0, stderr);
		const facts = objects(stdout);
		const killed = facts.find(fact => fact.kind === 'figure' && fact.measure === 'killed')!;
		assert.equal(killed.best, 36);
		assert.equal(killed.of, 'KG');
		const sentence = killed.sentence as string;
		assert.match(sentence.slice(killed.start as number, killed.end as number), /36/);
		for (const [key, value] of Object.entries(report))
			assert.equal((killed.report as Record<string, unknown>)[key], value);
	});
}

test('read takes files, and standard input where none is named', async () => {
	const file = path.join(home, 'toll.txt');
	writeFileSync(file, toll);
	assert.equal(objects((await run(['read', file], {home})).stdout).length, 1);
	assert.equal(objects((await run(['read'], {home, input: toll})).stdout).length, 1);
});

test('a broken line is told and left out; the rest is read', async () => {
	const line = (id: string): string => JSON.stringify({id, text: toll});
	const {code, stdout, stderr} = await inside(['read'], {
		home,
		input: `${line('a')}\n{"id": 7}\n${line('b')}\n`,
	});
	assert.equal(code, 0);
	assert.deepEqual(
		objects(stdout).map(fact => (fact.report as {id: string}).id),
		['a', 'b'],
	);
	assert.match(stderr, /line 2: expected a “title” or a “text”/);
});

for (const [command, file, reason] of [
	['read', 'nothing', 'ENOENT'],
	['read', '.', 'EISDIR'],
	['import', 'nothing', 'ENOENT'],
] as const)
	test(`${command}: a file that cannot be (${reason}) is wrong usage, told with an example`, async () => {
		const {code, stdout, stderr} = await inside([command, path.join(home, file)], {home});
		assert.deepEqual([code, stdout], [2, '']);
		assert.match(
			stderr,
			new RegExp(
				`^trucewatch: .* cannot be read \\(${reason}\\)\n {2}for example: trucewatch ${command} \\S+\n$`,
			),
		);
	});

test('help as a word is the help', async () => {
	const [word, flag] = await Promise.all([run(['help'], {home}), run(['--help'], {home})]);
	assert.deepEqual([word.code, word.stdout], [0, flag.stdout]);
});

test('a profile of one’s own decides whose dead', async () => {
	const sides = ['--side', 'Lorania=Loranian,Sarn', '--side', 'Mountain Front=Front,rebels'];
	const {code, stdout, stderr} = await inside(['read', ...sides], {
		home,
		input: 'Three Loranian soldiers were killed near the border, the defence ministry said.',
	});
	assert.equal(code, 0, stderr);
	const [fact] = objects(stdout);
	assert.equal(fact!.best, 3);
	assert.ok(fact!.of);
});

const broken: [string, string, RegExp][] = [
	['not JSON', '{', /--profile: .* is not JSON/],
	['one side', JSON.stringify({id: 'x', name: 'X', timezone: 'UTC', sides: [{id: 'A', name: 'A'}]}), /sides/],
	[
		'a wrong key inside',
		JSON.stringify({
			id: 'x',
			name: 'X',
			timezone: 'UTC',
			sides: [
				{id: 'A', name: 'A'},
				{id: 'B', name: 7},
			],
		}),
		/sides\[1\]\.name: expected/,
	],
];
for (const [name, text, message] of broken) {
	test(`a broken profile is refused: ${name}`, async () => {
		const file = path.join(home, 'broken.json');
		writeFileSync(file, text);
		const {code, stderr} = await inside(['read', '--profile', file], {home, input: toll});
		assert.equal(code, 2);
		assert.match(stderr, message);
	});
}
