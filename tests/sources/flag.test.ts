import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sourceOf} from '../../source/sources/flag.ts';
import type {Source} from '../../source/sources/source.ts';

const context = {
	sideOf: (named: string) => ({kg: 'KG', kyrgyzstan: 'KG', tajikistan: 'TJ'})[named.toLowerCase()] ?? null,
	sideNames: ['Kyrgyzstan', 'Tajikistan'],
	folder: '/home/desk',
};
const plain: Source = {
	id: 'rss:https://news.example/rss',
	kind: 'rss',
	address: 'https://news.example/rss',
	name: 'news.example',
	side: null,
	language: null,
	everyMs: null,
	full: false,
};
const page = {...plain, id: 'https://news.example/', kind: 'page', address: 'https://news.example/'} as const;

const read: readonly [flag: string, source: Partial<Source>][] = [
	['rss:https://news.example/rss', plain],
	[
		'rss:https://news.example/rss#name=Example,side=Kyrgyzstan,every=2m,full',
		{...plain, name: 'Example', side: 'KG', everyMs: 120_000, full: true},
	],
	['rss:https://news.example/rss#full,language=ru-RU', {...plain, full: true, language: 'ru'}],
	['rss:https://news.example/rss#name=Radio%2C%20Ozodi', {...plain, name: 'Radio, Ozodi'}],
	['rss:https://news.example/rss#every=90s', {...plain, everyMs: 90_000}],
	['RSS:HTTPS://News.Example/rss#', plain],
	['https://www.news.example/', {kind: 'page', id: 'https://www.news.example/', name: 'news.example'}],
	['https://news.example', page],
	['page:https://news.example/', page],
	['https://news.example/#latest', page],
	['https://news.example/#!/news', page],
	['https://news.example/#home', page],
	['https://news.example/#/route?a=b', page],
	['https://news.example/#top#name=Example', {...page, name: 'Example'}],
	['http://127.0.0.1:8080/rss', {kind: 'page', name: '127.0.0.1:8080'}],
	[
		'file:week.xml',
		{kind: 'file', address: '/home/desk/week.xml', id: 'file:///home/desk/week.xml', name: 'week.xml'},
	],
	['file:///tmp/a%20b.jsonl#side=kg', {kind: 'file', address: '/tmp/a b.jsonl', side: 'KG'}],
	['./notes #1.txt', {kind: 'file', address: '/home/desk/notes #1.txt'}],
	['-', {kind: 'stdin', id: 'stdin', address: '-', name: 'standard input'}],
	['stdin#name=Pipe', {kind: 'stdin', name: 'Pipe'}],
];
for (const [flag, source] of read) {
	test(`reads ${flag}`, () => {
		const found = sourceOf(flag, context);
		assert.deepEqual(found, {...found, ...source});
	});
}

const right =
	"; for example: --source 'rss:https://news.example/rss#name=Example,side=Kyrgyzstan,every=2m,full'";
const refused: readonly [flag: string, what: string][] = [
	['', `the address is missing${right}`],
	['rss:', "the address is missing; for example: --source 'rss:https://news.example/rss'"],
	[
		'news.example',
		"an address begins with https://, a file with file:; for example: --source 'https://news.example'",
	],
	[
		'localhost:8080/rss',
		"an address begins with https://, a file with file:; for example: --source 'https://localhost:8080/rss'",
	],
	[
		'rss:news.example/rss',
		"an address begins with https:// or http://; for example: --source 'rss:https://news.example/rss'",
	],
	[
		'rss:ftp://news.example/rss',
		"an address begins with https:// or http://; for example: --source 'rss:https://news.example/rss'",
	],
	['rss:https://bad host/', `“https://bad host/” is not a web address${right}`],
	[
		'rrs:https://news.example/',
		"there is no kind of source “rrs” (did you mean “rss”?); there are rss, page, file and stdin, and plain https:// addresses; for example: --source 'rss:https://news.example/'",
	],
	[
		'htps://news.example/',
		"there is no kind of source “htps” (did you mean “https”?); there are rss, page, file and stdin, and plain https:// addresses; for example: --source 'https://news.example/'",
	],
	[
		'atom:https://news.example/a',
		"the kind that reads every feed is called “rss”; for example: --source 'rss:https://news.example/a'",
	],
	[
		'telegram:ozodi',
		`sources of the kind “telegram” are not there yet; there are rss, page, file and stdin, and plain https:// addresses${right}`,
	],
	[
		'gdelt:batken',
		`sources of the kind “gdelt” are not there yet; there are rss, page, file and stdin, and plain https:// addresses${right}`,
	],
	[
		'https://desk:secret@news.example/',
		"a name or password in an address would be shown and stored; leave it out; for example: --source 'https://news.example/'",
	],
	[
		'https://news.example/#sid=Kyrgyzstan',
		`there is no option “sid” (did you mean “side”?); the options are name, side, language, every and full${right}`,
	],
	[
		'https://news.example/#nmae=x',
		`there is no option “nmae” (did you mean “name”?); the options are name, side, language, every and full${right}`,
	],
	[
		'https://news.example/#colour=red',
		`there is no option “colour”; the options are name, side, language, every and full${right}`,
	],
	[
		'https://news.example/#name=a,b',
		`there is no option “b”; the options are name, side, language, every and full, and a comma inside a name is written %2C${right}`,
	],
	['https://news.example/#name=', `the option “name” needs a value${right}`],
	['https://news.example/#name', `the option “name” needs a value${right}`],
	['https://news.example/#name=a,name=b', `the option “name” is given twice${right}`],
	['https://news.example/#full=x', `“full” takes no value${right}`],
	[
		'https://news.example/#every=2',
		"“every=2” is not a length of time such as 90s, 5m or 2h; for example: --source 'https://news.example/#every=2m'",
	],
	[
		'https://news.example/#every=-2m',
		"“every=-2m” is not a length of time such as 90s, 5m or 2h; for example: --source 'https://news.example/#every=2m'",
	],
	[
		'https://news.example/#every=1ms',
		"“every=1ms” must lie between 1s and 7d; for example: --source 'https://news.example/#every=2m'",
	],
	[
		'https://news.example/#side=Kyrgystan',
		"the profile has no side “Kyrgystan” (did you mean “Kyrgyzstan”?); for example: --source 'https://news.example/#side=Kyrgyzstan'",
	],
	[
		'https://news.example/#side=Mars',
		"the profile has no side “Mars”; for example: --source 'https://news.example/#side=Kyrgyzstan'",
	],
	[
		'https://news.example/#language=русский',
		`“language=русский” is not a language code such as en or ru${right}`,
	],
];
for (const [flag, what] of refused) {
	test(`refuses ${flag || 'nothing'}`, () => {
		const shown = flag === 'https://desk:secret@news.example/' ? 'https://…@news.example/' : flag;
		assert.throws(() => sourceOf(flag, context), {message: `--source ${shown}: ${what}`});
	});
}

test('a message holds no control characters', () => {
	assert.throws(
		() => sourceOf('x\x1b[2J:y', context),
		error => !/[\x00-\x1f]/.test((error as Error).message),
	);
});
