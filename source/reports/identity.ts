import {createHash} from 'node:crypto';

const tracking = /^(utm_.*|fbclid|yclid|gclid|_openstat|mc_cid|mc_eid)$/i;

/** A link without what changes while the page stays the same: fragment and campaign marks. */
export function canonical(url: string): string {
	if (!url.includes('?') && !url.includes('#')) return url;
	const link = new URL(url);
	link.hash = '';
	for (const name of [...link.searchParams.keys()]) {
		if (tracking.test(name)) link.searchParams.delete(name);
	}
	return link.href;
}

/** What stays the same when an item is edited: its own id, else its link, else a hash of title and date. */
export function identityOf(
	id: string | null,
	url: string | null,
	title: string,
	publishedAt: number | null,
	text: string,
): string {
	if (id) return id.length <= 500 ? id : hash([id]);
	if (url) return canonical(url);
	return hash(title === '' ? [text] : [title, publishedAt]);
}

function hash(parts: readonly unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
