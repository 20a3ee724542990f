import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createProgress} from '../../source/commands/progress.ts';

function told(isErrorTerminal: boolean, TERM = 'xterm') {
	const written: string[] = [];
	let now = 0;
	const {tell, end} = createProgress(
		{isErrorTerminal, environment: {TERM}, err: text => void written.push(text)},
		() => now,
	);
	for (now = 0; now <= 2_400; now += 100) tell(`${now}`);
	end();
	end();
	return written;
}

test('what takes long is told now and then, in a line that goes away', () =>
	assert.deepEqual(told(true), ['trucewatch: 2000\u001b[K\r', 'trucewatch: 2300\u001b[K\r', '\u001b[K']));

test('without a terminal, or on a dumb one, nothing is told', () =>
	assert.deepEqual([...told(false), ...told(true, 'dumb')], []));
