import type {Change} from '../picture/changes.ts';
import type {FormatOptions} from './format.ts';
import {link, plain} from './markdown-page.ts';
import {iso, printableFact} from './printable.ts';
import {clock, plural} from './wording.ts';
import {wrap} from './wrap.ts';

/** What is new from one moment to another, and by which of the two clocks. */
export type ChangeList = {
	readonly profile: {readonly id: string; readonly name: string};
	/** Null: nobody has looked before, so there is nothing to compare with. */
	readonly from: number | null;
	readonly to: number;
	/** By what had been published by each moment, or by what this store had seen. */
	readonly by: 'published' | 'seen';
	/** Newest first. */
	readonly changes: readonly Change[];
};

/** Writes a whole list, with a newline at its end. */
type ChangeFormat = (list: ChangeList, options: Pick<FormatOptions, 'columns' | 'timezone'>) => string;

const measured: Readonly<Record<ChangeList['by'], string>> = {
	published: 'By what had been published',
	seen: 'By what this store had seen',
};
const firstLook = 'This is the first look at this store: there is nothing to compare with yet.';

function headOf(
	{from, to, by, changes}: ChangeList,
	timezone: string,
): {readonly span: string; readonly told: string} {
	const {when, zone} = clock(timezone);
	return {
		span: from === null ? `as of ${when(to)} (${zone})` : `from ${when(from)} to ${when(to)} (${zone})`,
		told:
			from === null
				? firstLook
				: `${measured[by]}: ${changes.length === 0 ? 'nothing is new' : `${plural(changes.length, 'change')}, newest first`}.`,
	};
}

/** A sentence that the change does not quote itself. */
const quoteOf = ({fact, text}: Change): string | null =>
	fact === null || text.includes(fact.sentence) ? null : `“${fact.sentence}”`;

/** By what had been seen: when something said before came in at last. */
function seenLate(
	{from, by}: ChangeList,
	{at, firstSeenAt}: Change,
	when: (at: number | null) => string,
): string | null {
	const isLate = by === 'seen' && from !== null && at !== null && at <= from && firstSeenAt !== null;
	return isLate ? `first seen here ${when(firstSeenAt)}` : null;
}

const text: ChangeFormat = (list, {columns, timezone}) => {
	const {when} = clock(timezone);
	const {span, told} = headOf(list, timezone);
	const lines = [
		`${list.profile.name} · changes ${span}`,
		told,
		...list.changes.flatMap(change => [
			'',
			`${when(change.at)} · ${change.text}`,
			...[
				quoteOf(change),
				[change.outlet, change.link, seenLate(list, change, when)].filter(Boolean).join(' · '),
			]
				.filter(Boolean)
				.map(line => `  ${line}`),
		]),
	];
	return `${lines.flatMap(line => wrap(line, columns, line.startsWith(' ') ? '    ' : '  ')).join('\n')}\n`;
};

const markdown: ChangeFormat = (list, {timezone}) => {
	const {when} = clock(timezone);
	const {span, told} = headOf(list, timezone);
	const items = list.changes.map(change => {
		const quote = quoteOf(change);
		const where = change.outlet === null ? '' : link(plain(change.outlet), change.link);
		const evidence = [quote === null ? '' : plain(quote), where, seenLate(list, change, when) ?? '']
			.filter(Boolean)
			.join(', ');
		return `- ${when(change.at)} · ${plain(change.text)}${evidence === '' ? '' : `. ${evidence}`}`;
	});
	return `${[
		`# ${plain(list.profile.name)}: changes`,
		`Changes ${span}. ${told}`,
		...(items.length > 0 ? [items.join('\n')] : []),
	].join('\n\n')}\n`;
};

const json: ChangeFormat = list => `${JSON.stringify(printableChanges(list), null, 2)}\n`;

/** A list of changes as plain values, instants as ISO 8601. */
function printableChanges({profile, from, to, by, changes}: ChangeList) {
	return {
		version: 1,
		profile: {id: profile.id, name: profile.name},
		from: iso(from),
		to: iso(to),
		by,
		changes: changes.map(({id, kind, text: words, at, firstSeenAt, fact, outlet, link: url, source}) => ({
			id,
			kind,
			text: words,
			at: iso(at),
			firstSeenAt: iso(firstSeenAt),
			outlet,
			link: url,
			fact: fact && printableFact(fact),
			source,
		})),
	};
}

/** Every way to write what is new, by the name that `--format` takes. */
export const changeFormats: Readonly<Record<'text' | 'json' | 'markdown', ChangeFormat>> = {
	text,
	json,
	markdown,
};
