import leven from 'leven';
import * as v from 'valibot';

/** A text from the file, made safe for a terminal's line. */
function plain(text: unknown): string {
	const characters = [...String(text).slice(0, 100)];
	const start = characters
		.slice(0, 40)
		.join('')
		.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd');
	return characters.length > 40 ? `${start}…` : start;
}

// An object with more keys than this was not written by hand.
const mostKeys = 200;

/** A thing as a person would name it, short enough for one line: `a list`, `the text “Batken”`, `the number 7`. */
export function nameOf(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
	if (typeof value === 'string')
		return value.trim() === ''
			? 'an empty text'
			: `“${[...value]
					.slice(0, 40)
					.join('')
					.replace(/\p{Cc}/gu, '�')}${value.length > 40 ? '…' : ''}”`;
	if (typeof value === 'number') return `the number ${value}`;
	if (typeof value === 'boolean') return String(value);
	return 'an object';
}

/** The key that was probably meant by an unknown one; null where none is near. Keys that are already there are not offered. */
export function meantKey(key: string, known: readonly string[], present: ReadonlySet<string>): string | null {
	const letters = (text: string): string => text.slice(0, 40).toLowerCase().replace(/[-_ ]/g, '');
	const distance = (other: string): number => leven(letters(key), letters(other), {maxDistance: 3});
	const near = known
		.filter(other => !present.has(other) && distance(other) <= (other.length < 5 ? 1 : 2))
		.sort((one, other) => distance(one) - distance(other));
	return near[0] ?? null;
}

/** `sides[1].officials[0].name` */
export function pathOf(keys: readonly unknown[]): string {
	return keys
		.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${plain(key)}`))
		.join('');
}

/** One sentence for the first thing that is wrong, with its path, and how many more there are. */
export function complaint(name: string, issues: readonly v.BaseIssue<unknown>[]): string {
	const [first] = issues;
	if (!first) return name;
	const path = pathOf(first.path?.map(step => step.key) ?? []);
	const wrong = first.message.startsWith('expected ')
		? `${first.message}, got ${nameOf(first.input)}`
		: first.message;
	const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
	return `${name}: ${path ? `${path}: ` : ''}${wrong}${more}`;
}

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A schema of an object that tolerates unknown keys, but not one that is nearly a known key. */
export function shape<Entries extends v.ObjectEntries>(entries: Entries) {
	const known = Object.keys(entries);
	const expected = (key: unknown): string => {
		const message = (entries[String(key)] as {message?: unknown} | undefined)?.message;
		return typeof message === 'string' ? message : 'expected an object';
	};
	return v.pipe(
		v.custom<Record<string, unknown>>(isObject, 'expected an object'),
		v.rawCheck(({dataset, addIssue}) => {
			if (!dataset.typed) return;
			const present = new Set(Object.keys(dataset.value));
			for (const key of [...present].slice(0, mostKeys)) {
				const meant = known.includes(key) ? null : meantKey(key, known, present);
				if (meant === null) continue;
				addIssue({
					message: `unknown key; did you mean “${meant}”?`,
					path: [{type: 'object', origin: 'key', input: dataset.value, key, value: dataset.value[key]}],
				});
			}
		}),
		// A missing key is told in the words of what should be there.
		v.object(entries, issue => expected(issue.path?.at(-1)?.key)),
	);
}
