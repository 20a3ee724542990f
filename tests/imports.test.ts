import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';

/** Which rooms each room may look into. Only commands and the entry file wire rooms together. */
const allowed: Readonly<Record<string, readonly string[]>> = {
	reports: [],
	profile: [],
	sources: ['reports', 'profile'],
	facts: ['reports', 'profile'],
	polling: ['sources', 'reports'],
	picture: ['facts', 'reports', 'profile', 'sources'],
	search: ['facts', 'reports', 'profile', 'store'],
	panels: ['picture', 'facts', 'reports', 'profile', 'sources', 'formats', 'search'],
	formats: ['picture', 'facts', 'reports', 'profile', 'sources', 'search'],
	alerts: ['picture', 'formats', 'facts', 'reports', 'profile', 'sources'],
	demo: ['sources', 'reports', 'profile'],
	store: ['reports', 'facts', 'sources'],
};

/** Rooms of which only the shapes may be taken. */
const shapesOnly: Readonly<Record<string, readonly string[]>> = {
	store: ['reports', 'facts', 'sources'],
	picture: ['sources'],
	panels: ['facts', 'sources'],
	formats: ['sources'],
	alerts: ['sources'],
};

const imports = [...files('source'), ...files('store')].flatMap(file =>
	[...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (type )?[^;]*?from '(\.[^']+)'/gm)].map(
		match => ({
			from: file,
			to: path.normalize(path.join(path.dirname(file), match[2]!)),
			isType: match[1] !== undefined,
		}),
	),
);

function files(folder: string): string[] {
	return (readdirSync(folder, {recursive: true}) as string[])
		.filter(file => /\.tsx?$/.test(file))
		.map(file => path.join(folder, file));
}

function roomOf(file: string): string | null {
	const [top, room, ...rest] = file.split(path.sep);
	return top === 'store' ? 'store' : top === 'source' && rest.length > 0 ? room! : null;
}

test('there are imports to look at', () => assert.ok(imports.length > 50));

for (const {from, to, isType} of imports) {
	const room = roomOf(from);
	const other = roomOf(to);
	if (room === null || other === null || room === other || room === 'commands') continue;
	test(`${from} may look into ${other}`, () => {
		assert.ok(allowed[room]?.includes(other), `${room} must not import ${other}`);
		assert.ok(isType || !shapesOnly[room]?.includes(other), `${room} takes only shapes from ${other}`);
	});
}

test('one file imports undici, one room lowdb, one file renders', () => {
	const holders = (name: string): string[] =>
		[...files('source'), ...files('store')].filter(file =>
			new RegExp(`from '${name}(/[^']*)?'|import\\('${name}'\\)`).test(readFileSync(file, 'utf8')),
		);
	assert.deepEqual(holders('undici'), [path.join('source', 'polling', 'request.ts')]);
	assert.ok(holders('lowdb').length > 0 && holders('lowdb').every(file => file.startsWith('store')));
	assert.deepEqual(
		holders('ink').every(file => file.startsWith(path.join('source', 'panels'))),
		true,
	);
});
