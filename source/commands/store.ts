import path from 'node:path';
import {type Account, accountOf} from '../../store/care/account.ts';
import {checkStore, type Finding} from '../../store/care/check.ts';
import type {StoreWord} from '../flags.ts';
import type {Options} from '../options.ts';
import {conflictOf} from './conflict.ts';
import {pathsOf, storeFolder} from './paths.ts';
import type {Program} from './program.ts';
import {createProgress} from './progress.ts';
import {openKept} from './storing.ts';

/** Tells of a store, looks whether it is whole, or makes it small. */
export async function store(options: Options, program: Program): Promise<number> {
	const profile = await conflictOf(options);
	const directory = storeFolder(options.store, pathsOf(program.environment), profile.id);
	return {info, check, compact}[options.inputs[0] as StoreWord](directory, options, program);
}

async function info(directory: string, {format}: Options, program: Program): Promise<number> {
	const account = await accountOf(directory);
	if (format === 'json') program.out(`${JSON.stringify(account)}\n`);
	else
		for (const [name, value] of accountInWords(account)) program.out(`${name.padEnd(13)} ${value ?? '–'}\n`);
	return 0;
}

function accountInWords(account: Account): [string, string | null][] {
	const {journals, sealed, quarantine, leader, told, seen, missing, bytesPerYear, withoutText} = account;
	const without = withoutText > 0 ? `, ${withoutText} of them without their text` : '';
	const writing = journals.written > 0 ? `, ${journals.written} of them being written` : '';
	const ratio =
		sealed.bytes > 0
			? ` for ${sizeOf(sealed.raw)} of lines (${(sealed.raw / sealed.bytes).toFixed(1)} times as much), ${percent(sealed.parity, sealed.bytes)} of it parity`
			: '';
	return [
		['folder', account.directory],
		['format', account.version === null ? null : `version ${account.version}`],
		['bytes', sizeOf(account.bytes)],
		['revisions', `${account.revisions}${without}`],
		['told', told && spanOf(told)],
		['first seen', seen && spanOf(seen)],
		['journals', `${files(journals.files)}${writing}, ${sizeOf(journals.bytes)}`],
		['sealed', `${files(sealed.files)}, ${sizeOf(sealed.bytes)}${ratio}`],
		[
			'quarantine',
			quarantine.files === 0 ? 'empty' : `${files(quarantine.files)}, ${sizeOf(quarantine.bytes)}`,
		],
		[
			'ledger',
			`${account.ledger}${missing > 0 ? `; ${files(missing)} that it holds ${missing === 1 ? 'is' : 'are'} missing` : ''}`,
		],
		['polled by', leader && `process ${leader.pid} on ${leader.host}`],
		['a year', bytesPerYear === null ? null : `${sizeOf(bytesPerYear)} at the rate of the last days`],
	];
}

/** Exit code 0 where all is as it was written, or is again; 1 where something is or had been lost. */
async function check(directory: string, {repairs}: Options, program: Program): Promise<number> {
	const progress = createProgress(program);
	const counts = {repaired: 0, hurt: 0, lost: 0, earlier: 0, noted: 0};
	const checked = await checkStore({
		directory,
		repairs,
		onProgress: left => progress.tell(`${files(left)} left to be checked`),
		onFinding: finding => {
			counts[finding.outcome]++;
			progress.end();
			program.out(`${findingInWords(finding, directory)}\n`);
		},
	}).finally(progress.end);
	const {journals, sealed, lines, revisions} = checked;
	const all = `${files(journals + sealed)}, ${lines} lines, ${revisions} revisions of reports`;
	const {repaired, hurt, lost, earlier} = counts;
	const found = [
		[repaired, 'repaired'],
		[hurt, 'hurt and not repaired'],
		[lost, 'lost'],
		[earlier, 'lost earlier'],
	].filter(([count]) => count !== 0);
	const sum = found.length === 0 ? 'all whole' : found.map(([count, what]) => `${count} ${what}`).join(', ');
	program.out(`${all}: ${sum}\n`);
	return hurt + lost + earlier > 0 ? 1 : 0;
}

function findingInWords({what, file, at, bytes, outcome, setAside}: Finding, directory: string): string {
	const within = path.relative(directory, file);
	const name = within.startsWith('..') ? file : within;
	const place = at === null || bytes === 0 ? '' : `, ${bytes} bytes at ${at}`;
	const copy = setAside === null ? '' : `; raw bytes in ${path.relative(directory, setAside)}`;
	return `${outcome}: ${name}${place}: ${what.replace(/\.$/, '')}${copy}`;
}

async function compact(directory: string, options: Options, program: Program): Promise<number> {
	const before = await accountOf(directory);
	if (before.revisions === 0 && before.version === null) {
		program.err(`trucewatch: nothing is stored in ${directory}\n`);
		return 0;
	}
	const progress = createProgress(program);
	const opened = await openKept(directory, options, program);
	try {
		const done = await opened.compact(left => progress.tell(`${files(left)} left to be compacted`));
		progress.end();
		if (done === null) {
			const {leader} = await accountOf(directory);
			const who = leader ? `process ${leader.pid} on ${leader.host}` : 'another instance';
			program.err(
				`trucewatch: ${who} polls into ${directory} and keeps it small; compact it when that has ended\n`,
			);
			return 1;
		}
		const after = await accountOf(directory);
		program.out(
			`${sizeOf(before.bytes)} before, ${sizeOf(after.bytes)} after; ${files(fileCount(before))} before, ${files(fileCount(after))} after; ${done.replaced} replaced records dropped\n`,
		);
		return 0;
	} finally {
		progress.end();
		await opened.close();
	}
}

const fileCount = ({journals, sealed}: Account): number => journals.files + sealed.files;
const files = (count: number): string => (count === 1 ? '1 file' : `${count} files`);
const percent = (part: number, of: number): string => `${Math.round((100 * part) / of)} %`;
const spanOf = ([from, to]: readonly [number, number]): string =>
	`${new Date(from).toISOString()} to ${new Date(to).toISOString()}`;

function sizeOf(bytes: number): string {
	if (bytes < 1000) return `${bytes} bytes`;
	const units = ['kB', 'MB', 'GB', 'TB'];
	const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
	return `${(bytes / 1000 ** power).toFixed(1)} ${units[power - 1]}`;
}
