import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {encodeLine} from '../../store/format.ts';
import {disk} from '../../store/io.ts';
import {leaderLock} from '../../store/lock.ts';
import {isAlive, ownIdentity, type ProcessIdentity} from '../../store/process.ts';
import {folder} from './samples.ts';

const own = ownIdentity();
const elsewhere: ProcessIdentity = {...own, host: 'other', boot: 'other', pid: 1};

const cases: [title: string, other: ProcessIdentity, alive: boolean | null][] = [
	['this process', own, true],
	['this number, started at another time', {...own, start: '1'}, false],
	['a number that nobody has', {...own, pid: 2 ** 30}, false],
	['a process before the machine started again', {...own, boot: 'earlier'}, false],
	['a process on another machine', elsewhere, null],
	['a process in another container of this machine', {...own, host: 'other', space: 'pid:[1]'}, null],
];

for (const [title, other, alive] of cases)
	test(
		`${title} is ${alive === null ? 'not known to be alive or not' : alive ? 'alive' : 'gone'}`,
		{
			skip: own.boot === null && 'only Linux tells',
		},
		() => assert.equal(isAlive(other, own), alive),
	);

test('a holder that cannot be looked for loses the lock once it is silent', async context => {
	const directory = folder(context);
	mkdirSync(directory);
	const file = path.join(directory, 'lock');
	const touch = (seconds: number) => utimesSync(file, seconds, seconds);
	writeFileSync(file, encodeLine(JSON.stringify({k: 'lock', id: 'other', writer: elsewhere})));
	let now = 0;
	const lock = leaderLock(disk, directory, 'mine', own, () => now);
	touch(1_000);
	assert.equal(await lock.check(), false);
	now += 14_000;
	assert.equal(await lock.check(), false);
	touch(1_005);
	now += 14_000;
	assert.equal(await lock.check(), false, 'it has been touched');
	now += 14_000;
	assert.equal(await lock.check(), false);
	now += 2_000;
	assert.equal(await lock.check(), true);
	assert.deepEqual(readdirSync(directory), ['lock']);
	await lock.release();
	assert.deepEqual(readdirSync(directory), []);
});

test('a leader whose lock was taken over follows, and one whose lock was deleted takes it again', async context => {
	const directory = folder(context);
	mkdirSync(directory);
	const file = path.join(directory, 'lock');
	const lock = leaderLock(disk, directory, 'mine', own, () => 0);
	assert.equal(await lock.check(), true);
	rmSync(file);
	assert.equal(await lock.check(), true);
	writeFileSync(file, encodeLine(JSON.stringify({k: 'lock', id: 'other', writer: own})));
	assert.equal(await lock.check(), false);
	await lock.release();
	assert.deepEqual(readdirSync(directory), ['lock'], 'another one’s lock is left alone');
});
