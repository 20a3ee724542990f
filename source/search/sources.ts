import type {Head} from '../reports/report.ts';

/** A source that reports may be of: its id, and its name where it has one of its own. */
export type KnownSource = {readonly id: string; readonly name: string | null};

/** The sources of what is kept. What one source passes on of several outlets has no name of its own. */
export function sourcesIn(
	kept: readonly {readonly report: Pick<Head, 'source' | 'outlet'>}[],
): KnownSource[] {
	const names = new Map<string, string | null>();
	for (const {report} of kept) {
		const name = names.get(report.source);
		names.set(report.source, name === undefined || name === report.outlet ? report.outlet : null);
	}
	return [...names].map(([id, name]) => ({id, name}));
}

/** The ids of the sources that a word means: by its id or name, else as a part of its name or host. Empty: none. */
export function sourcesNamed(known: readonly KnownSource[], text: string): string[] {
	const wanted = text.toLowerCase();
	const ways: readonly ((source: KnownSource) => boolean)[] = [
		({id}) => id.toLowerCase() === wanted,
		({id, name}) => name?.toLowerCase() === wanted || hostOf(id) === wanted,
		({id, name}) =>
			name?.toLowerCase().includes(wanted) === true || (hostOf(id) ?? id.toLowerCase()).includes(wanted),
	];
	for (const isMeant of ways) {
		const found = known.filter(isMeant).map(({id}) => id);
		if (found.length > 0) return [...new Set(found)];
	}
	return [];
}

/** How a source is called, in few letters. */
export const shortName = ({id, name}: KnownSource): string => name ?? hostOf(id) ?? id;

function hostOf(id: string): string | null {
	const address = id.replace(/^[a-z]+:(?=https?:)/i, '');
	return /^https?:/i.test(address) && URL.canParse(address)
		? new URL(address).host.replace(/^www\./, '')
		: null;
}
