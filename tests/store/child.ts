/*
 * A process that commits or seals until it is killed, for crash.test.ts and several.test.ts.
 * It prints a line for each report that was acknowledged; told to lie, it prints before it writes.
 */
import {writeSync} from 'node:fs';
import path from 'node:path';
import {disk, type Io, type Status} from '../../store/io.ts';
import {openStore} from '../../store/open.ts';
import {seal} from '../../store/sealing/seal.ts';
import {fact, report} from './samples.ts';

const [directory = '', name = '', how = '', journalBytes = ''] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);
// So that it does not end while nothing is under way.
setInterval(() => {}, 1_000);

/** Seals any journal, whoever writes it: what no process of ours does. */
async function sealAnything(): Promise<never> {
	const journal = path.join(directory, 'journal');
	for (;;) {
		const names = await disk.names(journal).catch(() => []);
		for (const file of names.filter(name => /\.(jsonl|sealing)$/.test(name)))
			await seal(disk, {directory, kind: 'journals', files: [file], fullBytes: 20_000}).then(
				() => say('sealed'),
				() => {},
			);
		await new Promise(resolve => setTimeout(resolve, 2));
	}
}

/** Seals and merges what others left, and nothing else. */
async function sealOthers(): Promise<void> {
	const store = await openStore({directory, wantsLead: true, journalBytes: Number(journalBytes)});
	say('begins');
	await store.sealAll(left => say(`left ${left}`));
	say('done');
}

/** A disk that says of each file that it is where it was made, as if nobody ever took one away. */
function trusting(): Io {
	const made = new Map<string, Status>();
	return {
		...disk,
		async open(file, flags) {
			const opened = await disk.open(file, flags);
			if (flags === 'wx') made.set(file, await opened.status());
			return opened;
		},
		status: async file => made.get(file) ?? (await disk.status(file)),
	};
}

async function commitAll(): Promise<void> {
	const store = await openStore({
		directory,
		wantsLead: true,
		checkMs: 50,
		...(how === 'trusts' && {io: trusting()}),
		...(journalBytes && {journalBytes: Number(journalBytes)}),
	});
	say(store.snapshot().isLeader ? 'leads' : 'follows');

	async function commitOne(number: number): Promise<void> {
		const made = report(number, {id: `${name} ${number}`, text: `Text ${name} ${number}`});
		if (how === 'lies') say(made.id);
		// Refused is not acknowledged: it waits in memory.
		const isKept = await store.commit({reports: [{report: made, facts: [fact(made)], reader: '1'}]}).then(
			() => true,
			() => false,
		);
		if (how !== 'lies' && isKept) say(made.id);
	}

	// Several at once, so that a death falls between commits that wait for one another.
	let number = 0;
	const lane = async () => {
		while (how !== 'idle') {
			await commitOne(number++);
			await new Promise(resolve => setImmediate(resolve));
		}
	};
	await Promise.all(Array.from({length: how === 'lies' ? 64 : 6}, lane));
}

if (how === 'seals anything') await sealAnything();
else if (how === 'seals') await sealOthers();
else await commitAll();
