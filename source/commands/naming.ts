import type {Source} from '../sources/source.ts';

/** A source by its id, with the name that tells it from the others: feeds of one site share a name, so their paths are added. */
export function namesApart(sources: readonly Source[]): ReadonlyMap<string, string> {
	const count = new Map<string, number>();
	for (const {name} of sources) count.set(name, (count.get(name) ?? 0) + 1);
	return new Map(
		sources.map(source => [source.id, count.get(source.name) === 1 ? source.name : withPath(source)]),
	);
}

function withPath({name, address}: Source): string {
	const url = addressOf(address);
	if (!url) return `${name} (${address})`;
	const rest = `${url.pathname}${url.search}`;
	return name === url.host ? `${name}${rest}` : `${name} (${rest})`;
}

/**
 * What went wrong with a source, in a line of its own.
 *
 * @param name as it is told from the others; where it begins with the host that the reason begins with, the host is said once
 */
export function failureOf({address}: Source, name: string, reason: string): string {
	const host = addressOf(address)?.host;
	return host && name.startsWith(host) && /^:? /.test(after(reason, host))
		? `${name}${after(reason, host)}`
		: `${name}: ${reason}`;
}

const after = (text: string, start: string): string =>
	text.startsWith(start) ? text.slice(start.length) : '';

function addressOf(address: string): URL | null {
	return URL.canParse(address) && /^https?:/i.test(address) ? new URL(address) : null;
}
