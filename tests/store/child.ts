/*
 * A process that commits until it is killed, for crash.test.ts and several.test.ts.
 * It prints a line for each report that was acknowledged; told to lie, it prints before it writes.
 */
import {writeSync} from 'node:fs';
import {openStore} from '../../store/open.ts';
import {fact, report} from './samples.ts';

const [directory = '', name = '', how = ''] = process.argv.slice(2);
const store = await openStore({directory, wantsLead: true});
const say = (line: string) => writeSync(1, `${line}\n`);
say(store.snapshot().isLeader ? 'leads' : 'follows');

async function commitOne(number: number): Promise<void> {
	const made = report(number, {id: `${name} ${number}`, text: `Text ${name} ${number}`});
	if (how === 'lies') say(made.id);
	await store.commit({reports: [{report: made, facts: [fact(made)], reader: '1'}]});
	if (how !== 'lies') say(made.id);
}

// Several at once, so that a death falls between commits that wait for one another.
let number = 0;
const lane = async () => {
	while (how !== 'idle') {
		await commitOne(number++);
		await new Promise(resolve => setImmediate(resolve));
	}
};
setInterval(() => {}, 1_000);
await Promise.all(Array.from({length: how === 'lies' ? 64 : 6}, lane));
