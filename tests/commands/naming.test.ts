import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openerOf} from '../../source/commands/browser.ts';
import {failureOf, namesApart} from '../../source/commands/naming.ts';
import {canDraw, userAgentOf} from '../../source/commands/program.ts';
import {sourceOf} from '../../source/sources/flag.ts';

const source = (flag: string) => sourceOf(flag, {sideOf: () => null, sideNames: [], folder: '/'});

test('feeds of one site are told apart by their paths', () => {
	const sources = [
		'rss:https://a.example/en.rss',
		'rss:https://a.example/ru.rss',
		'rss:https://b.example/rss',
		'rss:https://c.example/1#name=C',
		'rss:https://c.example/2#name=C',
	].map(source);
	assert.deepEqual(
		[...namesApart(sources).values()],
		['a.example/en.rss', 'a.example/ru.rss', 'b.example', 'C (/1)', 'C (/2)'],
	);
});

const failures: [string, string, string, string][] = [
	[
		'rss:https://a.example/rss',
		'a.example',
		'a.example did not answer within 20 s',
		'a.example did not answer within 20 s',
	],
	['rss:https://a.example/rss', 'a.example/rss', 'a.example: no such host', 'a.example/rss: no such host'],
	['rss:https://a.example/rss', 'Agency', 'a.example: no such host', 'Agency: a.example: no such host'],
	[
		'rss:https://a.example/rss',
		'a.example',
		'expected a feed, got a page',
		'a.example: expected a feed, got a page',
	],
];
for (const [flag, name, reason, line] of failures)
	test(line, () => assert.equal(failureOf(source(flag), name, reason), line));

test('a screen is drawn on a terminal that is not dumb', () => {
	assert.equal(canDraw({isTerminal: true, environment: {TERM: 'xterm'}}), true);
	assert.equal(canDraw({isTerminal: true, environment: {TERM: 'dumb'}}), false);
	assert.equal(canDraw({isTerminal: false, environment: {TERM: 'xterm'}}), false);
});

const openers: [string | undefined, NodeJS.Platform, string[]][] = [
	[undefined, 'linux', ['xdg-open', 'U']],
	[undefined, 'darwin', ['open', 'U']],
	['firefox', 'linux', ['firefox', 'U']],
	['firefox --new-tab', 'linux', ['firefox', '--new-tab', 'U']],
	['lynx -dump %s', 'linux', ['lynx', '-dump', 'U']],
	['firefox:lynx', 'linux', ['firefox', 'U']],
	['', 'linux', ['xdg-open', 'U']],
];
for (const [browser, platform, words] of openers)
	test(`BROWSER=${browser} on ${platform}`, () => assert.deepEqual(openerOf('U', browser, platform), words));

test('the program says who asks, and where that one can be reached', () => {
	assert.match(userAgentOf({}), /^trucewatch\/\d+\.\d+\.\d+ \(conflict monitor\)$/);
	assert.match(
		userAgentOf({TRUCEWATCH_CONTACT: 'desk@news.example'}),
		/ \(conflict monitor; desk@news\.example\)$/,
	);
	assert.doesNotMatch(userAgentOf({TRUCEWATCH_CONTACT: 'a\r\nX-Evil: 1'}), /[\r\n]/);
});
