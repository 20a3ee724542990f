import type {Commit, Snapshot} from '../../store/store.ts';
import {keptReports} from './wire-copy.ts';

type Kept = NonNullable<Commit['reports']>[number];

/** The last report of all came in now. */
export const deskNow = Date.parse('2022-09-20T03:00:00Z');
export const perDay = 10_000;
const models: Kept[] = [];

/**
 * Reports of a desk that takes in ten thousand a day, the last of them now. Facts, where they have some, and words are those of a
 * thousand stories; numbers in the texts tell them apart.
 *
 * @param oneIn of so many one has facts
 */
export function deskReports(from: number, to: number, of: number, oneIn: number): Kept[] {
	if (models.length === 0) models.push(...keptReports(0, 1000));
	return Array.from({length: to - from}, (_, index) => {
		const number = from + index;
		const model = models[(number * 7) % models.length]!;
		const at = deskNow - Math.round(((of - 1 - number) / perDay) * 86_400_000);
		const id = number.toString(16).padStart(16, '0');
		const host = `outlet-${number % 40}.example`;
		const url = `https://${host}/${number}`;
		const report = {
			...model.report,
			id,
			url,
			source: `rss:https://${host}/rss`,
			outlet: `Outlet ${number % 40}`,
			origin: id,
			title: `${model.report.title} (${number})`,
			text: `${model.report.text}\nReport ${number} of the day, filed under ${(number * 2_654_435_761) % 100_003}.`,
			publishedAt: at,
			firstSeenAt: at + 60_000,
			fingerprint: id,
		};
		const facts =
			number % oneIn === 0 ? model.facts.map(fact => ({...fact, report: {...fact.report, id, url}})) : [];
		return {report, facts, reader: model.reader};
	});
}

/** What a picture of such a desk is drawn with. */
export const deskSitting = (now: number, sinceMs: number, {rest}: Pick<Snapshot, 'rest'>) => ({
	sources: [],
	now,
	asOf: null,
	asSeen: null,
	sinceMs,
	from: null,
	everyMs: 300_000,
	rest,
});
