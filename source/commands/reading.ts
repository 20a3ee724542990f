import type {Fact} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import type {Report} from '../reports/report.ts';
import {fingerprintOf} from './conflict.ts';

/** What reads reports, and the version of the facts that it gives. */
export type Reading = {
	readonly reader: string;
	read(report: Report, at: number): Fact[];
};

/** Loads the reader when there is first something to read or to compare: a screen can be drawn from what was read before. */
export function readingOf(profile: Profile): () => Promise<Reading> {
	let reading: Promise<Reading> | null = null;
	return () => {
		reading ??= import('../facts/read.ts').then(({readerOf, readerVersion}) => {
			// Its rules take longer to be made than to tell their version.
			let read: Reading['read'] | null = null;
			return {
				reader: readerName(readerVersion, profile),
				read: (report, at) => {
					read ??= readerOf(profile);
					return read(report, at);
				},
			};
		});
		return reading;
	};
}

/** Version of the facts that a version of the reader gives with a profile. */
export function readerName(readerVersion: string, profile: Profile): string {
	return `${readerVersion}-${fingerprintOf(profile)}`;
}
