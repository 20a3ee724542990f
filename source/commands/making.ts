import path from 'node:path';
import ms from 'ms';
import about from '../../package.json' with {type: 'json'};
import type {Store} from '../../store/store.ts';
import type {Fact} from '../facts/fact.ts';
import type {FormatOptions, Made} from '../formats/format.ts';
import {iso} from '../formats/printable.ts';
import type {Options} from '../options.ts';
import type {Profile} from '../profile/profile.ts';
import type {Head} from '../reports/report.ts';

type Asked = Pick<
	Options,
	'command' | 'profile' | 'sides' | 'since' | 'asOf' | 'asSeen' | 'isPolling' | 'what' | 'format'
>;

/** How an output was made: the command as it could be typed elsewhere, without folders, addresses or keys. */
export function madeOf(options: Asked, profile: Profile): Made {
	const {command, asOf, asSeen, since} = options;
	const words = [
		command,
		...(command === 'export' ? ['--what', options.what] : []),
		'--format',
		options.format,
		...(options.sides.length > 0
			? options.sides.flatMap(side => ['--side', quoted(side)])
			: ['--profile', quoted(path.basename(options.profile ?? profile.id))]),
		...(profile.window === null && profile.earlier.length === 0
			? ['--since', 'lengthMs' in since ? ms(since.lengthMs) : iso(since.from)!]
			: []),
		...(asOf === null ? [] : ['--as-of', iso(asOf)!]),
		...(asSeen === null ? [] : ['--as-seen', iso(asSeen)!]),
		...(command === 'once' && !options.isPolling ? ['--no-poll'] : []),
	];
	return {
		by: `trucewatch ${about.version}`,
		command: `trucewatch ${words.join(' ')}`,
		clock: asOf !== null ? 'published' : asSeen !== null ? 'seen' : 'now',
	};
}

const quoted = (word: string) => (/^[\w.,:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** Finds the revision that a fact of the store was read from. */
export function headsOf(store: Store): NonNullable<FormatOptions['head']> {
	let byFact: Map<Fact, Head> | null = null;
	const byReport = new Map<string, Head>();
	return fact => {
		if (byFact === null) {
			byFact = new Map();
			for (const {report, facts} of store.snapshot().kept) {
				for (const each of facts) byFact.set(each, report);
				if ((byReport.get(report.id)?.revision ?? 0) < report.revision) byReport.set(report.id, report);
			}
		}
		// A sum of a total and “more” is no fact of the store; its report is.
		return byFact.get(fact) ?? byReport.get(fact.report.id) ?? null;
	};
}
