import assert from 'node:assert/strict';
import {chmodSync, existsSync, readFileSync, watch, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {type Entry, ended, folder, objects, rss, run, serve, start, tollEntry} from './command.ts';
import {inside} from './inside.ts';

const home = folder();
const hostile = `It's "$(touch ${home}/pwned)"; \`id\``;

/** A program that adds each message to a file, and the messages so far. */
function teller(name: string) {
	const out = path.join(home, `${name}.jsonl`);
	const file = path.join(home, name);
	writeFileSync(file, `#!/bin/sh\ncat >> "$1"\n`);
	chmodSync(file, 0o755);
	writeFileSync(out, '');
	const told = () => objects(readFileSync(out, 'utf8'));
	return {
		command: `'${file}' '${out}'`,
		told,
		/** Settles once there are so many. */
		until: (count: number) =>
			new Promise<void>(resolve => {
				const look = () => {
					if (!readFileSync(out, 'utf8').endsWith('\n') || told().length < count) return;
					watching.close();
					resolve();
				};
				const watching = watch(out, look);
				look();
			}),
	};
}

/** A feed whose entries a test sets. */
async function feed(...first: readonly Entry[]) {
	let entries = first;
	const url = await serve((_, response) => void response.end(rss(entries)));
	return {
		source: `rss:${url}/feed`,
		set: (...next: readonly Entry[]) => {
			entries = next;
		},
	};
}
const at = (day: number): string => `2022-09-${day}T08:00:00Z`;

test('once: the first run tells all in one message, the next ones what is new, and no copy of it', async () => {
	const {source, set} = await feed(tollEntry('1', 36, at(17)), tollEntry('2', 46, at(18)));
	const {command, told} = teller('once');
	const args = [
		'once',
		'--source',
		source,
		'--store',
		path.join(home, 'once-store'),
		'--alert',
		'toll:KG:killed>=40',
	];
	const tell = async () => {
		const {code, stderr} = await run([...args, '--alert-cooldown', '0s', '--alert-command', command], {home});
		assert.equal(code, 0, stderr);
		return stderr;
	};
	assert.match(await tell(), /alert: Kyrgyzstan, killed: Health Ministry first gave 36, and now 46/);
	assert.equal(told().length, 1);
	// Collected meanwhile by a run without alerts, and then quoted again.
	set(tollEntry('3', 59, at(19)));
	assert.equal((await run(args.slice(0, 5), {home})).code, 0);
	set(tollEntry('4', 46, at(20)), tollEntry('5', 59, at(20)));
	assert.match(await tell(), /alert: Kyrgyzstan, killed: Health Ministry raised 46 to 59/);
	await tell();
	const [first, second, ...more] = told();
	assert.deepEqual(more, []);
	const {version, rule, kind, evidence, fact} = second as {[name: string]: unknown};
	assert.deepEqual([version, rule, kind], [1, 'toll:KG:killed>=40', 'toll']);
	const {sentence, outlet, url, source: id} = evidence as Record<string, string>;
	assert.match(sentence!, /59 people had been killed/);
	assert.match(url!, /^https:\/\/news\.example\//);
	assert.equal(id, source);
	assert.equal(typeof outlet, 'string');
	assert.equal((fact as Record<string, unknown>).best, 59);
	assert.equal(first!.more, 0);
});

test('once: within the cooldown it is held for a later run, not lost', async () => {
	const {source, set} = await feed(tollEntry('1', 36, at(17)));
	const {command, told} = teller('held');
	const args = [
		'once',
		'--source',
		source,
		'--store',
		path.join(home, 'held-store'),
		'--alert',
		'toll:killed',
	];
	const tell = (cooldown: string) =>
		inside([...args, '--alert-cooldown', cooldown, '--alert-command', command], {home});
	// What a command did not take is told again.
	const {stderr} = await inside([...args, '--alert-command', 'false'], {home});
	assert.match(stderr, /alert command false: ended with 1/);
	await tell('1h');
	set(tollEntry('3', 59, at(19)));
	await tell('1h');
	assert.equal(told().length, 1);
	await tell('0s');
	assert.deepEqual(
		told().map(({text, more}) => [text, more]),
		[
			['Kyrgyzstan, killed: Health Ministry first gave 36', 0],
			['Kyrgyzstan, killed: Health Ministry raised 36 to 59', 0],
		],
	);
});

test('collect: a line, a command with the evidence and a webhook, from a feed that means ill', async () => {
	const entry = tollEntry('1', 59, at(18));
	const {source, set} = await feed(tollEntry('0', 46, at(17)));
	const {command, told, until} = teller('collect');
	const posted: Record<string, unknown>[] = [];
	const tokens: unknown[] = [];
	const hook = await serve((request, response) => {
		let body = '';
		request.on('data', chunk => {
			body += chunk;
		});
		request.on('end', () => {
			posted.push(JSON.parse(body));
			tokens.push(request.headers.authorization);
			response.end();
		});
	});
	const child = start(
		[
			'collect',
			'--every',
			'1s',
			'--source',
			source,
			'--store',
			path.join(home, 'collect-store'),
			'--alert',
			'toll:KG:killed',
			'--alert-cooldown',
			'0s',
			'--alert-command',
			command,
			'--alert-webhook',
			hook,
		],
		home,
		{TRUCEWATCH_ALERT_TOKEN: 'abc'},
	);
	const done = ended(child);
	await until(1);
	set({...entry, title: hostile});
	await until(2);
	child.kill('SIGTERM');
	const {code, stdout, stderr} = await done;
	assert.equal(code, 143, stderr);
	const lines = objects(stdout).filter(({event}) => event === 'alert');
	assert.deepEqual(
		lines.map(({alert}) => alert),
		told(),
	);
	assert.deepEqual(posted, told());
	assert.deepEqual(tokens, ['Bearer abc', 'Bearer abc']);
	const [, second] = told() as {text: string; evidence: Record<string, unknown>}[];
	assert.equal(second!.text, 'Kyrgyzstan, killed: Health Ministry raised 46 to 59');
	assert.equal(second!.evidence.title, hostile);
	assert.ok(!existsSync(path.join(home, 'pwned')));
	assert.doesNotMatch(stdout + stderr, /abc/);
});

const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
	[
		'a rule',
		['--alert', 'toll:KGG'],
		/--alert: expected a side \(KG, .*did you mean KG\?.*\n.* 'toll:killed>=50'/,
	],
	[
		'a source',
		['--alert', 'source:Nobody'],
		/--alert: expected the name or the id of a source.*\n.*--alert source:/,
	],
	['a claim', ['--alert', 'claim:drnoe'], /did you mean drone\?.*\n.*--alert claim:drone\n/],
	['a truce', ['--alert', 'ceasfire:over'], /--alert: expected.*\n.*--alert ceasefire:/],
	[
		'a command',
		['--alert', 'toll', '--alert-command', './no-such'],
		/no program “\.\/no-such” that can be started/,
	],
	[
		'a token in the clear',
		['--alert', 'toll', '--alert-webhook', 'http://hooks.example/secret'],
		/only by https .*not to http:\/\/hooks\.example\n/,
	],
];
for (const [title, args, message] of refused)
	test(`refuses ${title}`, async () => {
		const {code, stderr} = await run(['once', '--no-poll', '--source', 'https://a.example/', ...args], {
			home,
			environment: {TRUCEWATCH_ALERT_TOKEN: 'abc'},
		});
		assert.equal(code, 2, stderr);
		assert.match(stderr, message);
		assert.match(stderr, /for example: trucewatch /);
	});
