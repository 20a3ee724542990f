import type {Fact} from '../facts/fact.ts';
import type {Body} from './detail.ts';
import type {ScreenActions} from './state.ts';

/** Revisions that are looked through for a sentence: one that was edited more often is rare, and each costs a read of the disk. */
const mostRevisions = 8;

/** The text of the revision that holds a fact's sentence, else of the newest one that can be read. */
export async function reportBody(
	actions: Pick<ScreenActions, 'text' | 'revisions'>,
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
		const body: Body = {text, isMissing: false, revision};
		newest ??= body;
		if (text.includes(fact.sentence) || title.includes(fact.sentence)) {
			return body;
		}
	}
	return newest ?? {text: null, isMissing: true, revision: null};
}
