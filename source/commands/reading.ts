import type {Fact} from '../facts/fact.ts';
import type {Profile} from '../profile/profile.ts';
import type {Report} from '../reports/report.ts';
import {fingerprintOf} from './conflict.ts';
import type {Model} from './model.ts';

/** What reads reports, and the version of the facts that it gives. */
export type Reading = {
	readonly reader: string;
	/** The version that all of it gives: with a model, where one is named. */
	readonly fullReader: string;
	/** Whether what carries this version need not be read again by the rules. */
	isCurrent(reader: string): boolean;
	/** Makes the rules ready at once, which takes several frames: for when nothing has to be read yet. */
	prepare(): void;
	/** Whether a report is about the conflict at all: of another nothing is read. */
	isAbout(report: Report): boolean;
	/** Gives way between steps: `pace` settles when the next may be taken. */
	read(report: Report, at: number, pace: () => Promise<void>): Promise<Fact[]>;
};

/** Loads the reader when there is first something to read or to compare: a screen can be drawn from what was read before. */
export function readingOf(profile: Profile, model: Model | null): () => Promise<Reading> {
	let reading: Promise<Reading> | null = null;
	return () => {
		reading ??= Promise.all([import('../facts/read.ts'), import('../facts/concern.ts')]).then(
			([{readerVersion, stepwiseReaderOf}, {concerns}]) => {
				// Its rules take longer to be made than to tell their version.
				let made: ReturnType<typeof stepwiseReaderOf> | null = null;
				const steps = () => {
					made ??= stepwiseReaderOf(profile);
					return made;
				};
				let about: ReturnType<typeof concerns> | null = null;
				const isAbout = (report: Report) => {
					about ??= concerns(profile);
					return about(report);
				};
				const reader = readerName(readerVersion, profile);
				const names = model ? [reader, modelReaderName(reader, model)] : [reader];
				return {
					reader,
					fullReader: names.at(-1)!,
					isCurrent: name => names.includes(name),
					prepare: () => void steps(),
					isAbout,
					read: async (report, at, pace) => {
						if (!isAbout(report)) return [];
						const all = steps()(report, at);
						for (;;) {
							const {done, value} = all.next();
							if (done) return value;
							await pace();
						}
					},
				};
			},
		);
		return reading;
	};
}

/** Version of the facts that a version of the reader gives with a profile. */
export function readerName(readerVersion: string, profile: Profile): string {
	return `${readerVersion}-${fingerprintOf(profile)}`;
}

/** Version of the facts that the rules give together with a model. */
export function modelReaderName(reader: string, model: Pick<Model, 'reader'>): string {
	return `${reader} + ${model.reader}`;
}
