import type {Fact} from '../facts/fact.ts';
import type {Body} from './report-lines.ts';
import type {ScreenActions} from './state.ts';
import {factKey, factOf, type Subject} from './subject.ts';

/** Revisions that are looked through for a sentence: one that was edited more often is rare, and each costs a read of the disk. */
const mostRevisions = 8;

/** The text of the revision that holds a fact's sentence, else of the newest one that can be read. */
export async function reportBody(
	actions: Pick<ScreenActions, 'text' | 'revisions' | 'isTextDropped'>,
	fact: Fact,
): Promise<Body> {
	const revisions = actions.revisions(fact.report.id).toReversed();
	let newest: Body | null = null;
	for (const {revision, title} of revisions.slice(0, mostRevisions)) {
		// A text that cannot be read is shown as missing; the store tells of the damage itself.
		const text = await actions.text(fact.report.id, revision).catch(() => null);
		if (text === null) {
			continue;
		}
		const body: Body = {text, isMissing: false, revision, before: null};
		newest ??= body;
		if (text.includes(fact.sentence) || title.includes(fact.sentence)) {
			return body;
		}
	}
	return newest ?? missing(actions, fact.report.id, revisions[0]?.revision ?? null, null);
}

/** A text that is not there, and why. @param shown the revision that is named with it */
async function missing(
	actions: Pick<ScreenActions, 'isTextDropped'>,
	id: string,
	revision: number | null,
	shown = revision,
): Promise<Body> {
	const isDropped =
		revision !== null && ((await actions.isTextDropped?.(id, revision).catch(() => false)) ?? false);
	return {text: null, isMissing: true, revision: shown, before: null, ...(isDropped ? {isDropped} : {})};
}

/** The text of a revision, and that of the one before it. */
async function revisionBody(
	actions: Pick<ScreenActions, 'text' | 'isTextDropped'>,
	{report, revision, before}: Extract<Subject, {kind: 'revision'}>,
): Promise<Body> {
	const read = (number: number) => actions.text(report.id, number).catch(() => null);
	const text = await read(revision.revision);
	if (text === null) return missing(actions, report.id, revision.revision);
	return {
		text,
		isMissing: false,
		revision: revision.revision,
		before: before && (await read(before.revision)),
	};
}

/** The text of a report that was found, as it stood there. */
async function foundBody(
	actions: Pick<ScreenActions, 'text' | 'isTextDropped'>,
	{found: {report}}: Extract<Subject, {kind: 'found'}>,
): Promise<Body> {
	const text = await actions.text(report.id, report.revision).catch(() => null);
	if (text === null) return missing(actions, report.id, report.revision);
	return {text, isMissing: false, revision: report.revision, before: null};
}

/** The text behind a subject; null where it has none. */
export function bodyOf(
	actions: Pick<ScreenActions, 'text' | 'revisions' | 'isTextDropped'>,
	subject: Subject,
): Promise<Body> | null {
	const fact = factOf(subject);
	if (subject.kind === 'found') return foundBody(actions, subject);
	return subject.kind === 'revision' ? revisionBody(actions, subject) : fact && reportBody(actions, fact);
}

/** Two subjects with the same key have the same text behind them. */
export function bodyKey(subject: Subject): string | null {
	const fact = factOf(subject);
	if (subject.kind === 'found') return subject.key;
	return subject.kind === 'revision'
		? `${subject.key}/${subject.before?.revision}`
		: fact && `${fact.report.id}/${factKey(fact)}`;
}
