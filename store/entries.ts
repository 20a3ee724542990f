import type {Fact} from '../source/facts/fact.ts';
import type {Entry} from './adapter.ts';
import type {Archive} from './archive.ts';
import type {Contents} from './contents.ts';
import {StoreError} from './error.ts';
import {type BareFact, encodeLine, encodeReport, type Line, revisionKey} from './format.ts';
import {longestLineBytes} from './journal/scan.ts';
import {isLasting} from './remembered.ts';
import type {Commit} from './store.ts';

/**
 * What a commit adds, as lines for the journal. Revisions that are kept already are left out, and so is what changed
 * of a source only in passing.
 *
 * @param own revisions that this commit is to send; the others are on their way
 * @throws {StoreError} where a report is too big for a line
 */
export async function entriesOf(
	commit: Commit,
	contents: Contents,
	archive: Pick<Archive, 'has' | 'find'>,
	own: ReadonlySet<string>,
	t: number,
): Promise<Entry[]> {
	const entries: Entry[] = [];
	const seen = new Set<string>();
	for (const {report, facts, reader, without, isMended = false} of commit.reports ?? []) {
		const {text, ...head} = report;
		const key = revisionKey(head);
		if (seen.has(key) || !own.has(key)) continue;
		const isKept = contents.has(head.id, head.revision) || (await archive.has(head.id, head.revision));
		if (isKept && !isMended) continue;
		seen.add(key);
		const json = JSON.stringify(facts.map(bare));
		const why = without ? {without} : {};
		const line: Line = {k: 'r', t, reader, report: head, facts: JSON.parse(json), ...why};
		entries.push({line, text, encoded: encodeReport(line, json, text)});
	}
	for (const {facts, ...revision} of commit.facts ?? []) {
		// With its head, whoever reads this line need not look for the other one.
		const known = await archive.find(revision.id, revision.revision);
		const of = known ? {report: known.kept.report, arrived: known.t} : {};
		entries.push(plain({k: 'f', t, ...revision, facts: facts.map(bare), ...of}));
	}
	for (const source of commit.sources ?? [])
		if (isLasting(contents.source(source.id), source)) entries.push(plain({k: 's', t, source}));
	for (const [name, value] of Object.entries(commit.notes ?? {}))
		entries.push(plain({k: 'm', t, name, value: value ?? null}));
	for (const {encoded, line} of entries)
		if (encoded.length > longestLineBytes)
			throw new StoreError(
				'too big',
				`A record of ${encoded.length} bytes is too big to be kept`,
				line.k === 'r' ? line.report.id : line.k,
				`At most ${longestLineBytes} bytes fit into one.`,
			);
	return entries;
}

function plain(line: Exclude<Line, {k: 'r'}>): Entry {
	const json = JSON.stringify(line);
	// What is held is what is written, not what the caller may still change.
	return {line: JSON.parse(json), text: null, encoded: encodeLine(json)};
}

function bare({report: _, ...fact}: Fact): BareFact {
	return fact as BareFact;
}
