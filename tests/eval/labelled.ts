import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {Fact} from '../../source/facts/fact.ts';
import {readerOf} from '../../source/facts/read.ts';
import type {Profile} from '../../source/profile/profile.ts';
import {fixtureProfile, profileOf} from '../facts/profiles.ts';

/*
 * Labelled reports: what must be read from each, and what may be.
 */

/** A fact as a person labelled it. `accept` lists further values of a field that are also right. */
export type Label = {
	readonly kind: Fact['kind'];
	readonly evidence?: string;
	readonly accept?: Readonly<Record<string, readonly unknown[]>>;
	readonly [field: string]: unknown;
};

/** What an analyst would code for the whole event: [low, high], null where nothing bounds it. */
export type Totals = Readonly<Record<string, readonly [number | null, number | null]>>;

export type Labelled = {
	readonly id: string;
	readonly profile: string;
	/** Of the text; left out where it is English. */
	readonly language?: string;
	readonly publishedAt: string;
	readonly title: string;
	readonly text: string;
	readonly facts: readonly Label[];
	readonly optional: readonly Label[];
	readonly totals?: Totals;
};

/** @throws {Error} naming the file and line where one is no JSON */
export function labelledIn(file: string): readonly Labelled[] {
	return readFileSync(file, 'utf8')
		.split('\n')
		.flatMap((line, index) => {
			if (line.trim() === '') return [];
			try {
				return [JSON.parse(line) as Labelled];
			} catch (error) {
				throw new Error(`${file}:${index + 1}: expected a labelled report as JSON`, {cause: error});
			}
		});
}

/** A profile that a file of labels names: one in a folder “profiles” beside it, else one of our own. */
function profileFor(file: string, id: string): Profile {
	const beside = path.join(path.dirname(file), 'profiles', `${id}.json`);
	return existsSync(beside) ? profileOf(JSON.parse(readFileSync(beside, 'utf8'))) : fixtureProfile(id);
}

export type Read = {readonly labelled: Labelled; readonly facts: readonly Fact[]};

// A reader takes longer to make than to read what it is made for here.
const readers = new Map<string, ReturnType<typeof readerOf>>();

/** Reads every report of a file, each with the reader of its profile. */
export function readAll(file: string): readonly Read[] {
	const readerFor = (id: string) => {
		const key = `${path.dirname(file)} ${id}`;
		const made = readers.get(key) ?? readerOf(profileFor(file, id));
		readers.set(key, made);
		return made;
	};

	return labelledIn(file).map(labelled => {
		const at = Date.parse(labelled.publishedAt);
		const {id, title, text} = labelled;
		const report = {
			id,
			source: 'wire',
			outlet: null,
			url: null,
			title,
			text,
			publishedAt: at,
			language: null,
		};
		return {labelled, facts: readerFor(labelled.profile)(report, at)};
	});
}
