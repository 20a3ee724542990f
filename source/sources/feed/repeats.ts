import {canonical} from '../../reports/identity.ts';
import type {Item} from '../../reports/report.ts';

/**
 * Gives every item of one answer an identity of its own.
 *
 * Where several pages share an id, the id names none of them, and the links do. Where one item is there twice, the newer stays:
 * both would be taken for two revisions at each poll.
 */
export function apart(items: readonly Item[]): {items: Item[]; notes: string[]} {
	const byIdentity = new Map<string, Item[]>();
	for (const item of items) {
		const same = byIdentity.get(item.identity);
		if (same) same.push(item);
		else byIdentity.set(item.identity, [item]);
	}
	if (byIdentity.size === items.length) return {items: [...items], notes: []};
	const notes: string[] = [];
	let shared = 0;
	const relinked = items.map(item => {
		const same = byIdentity.get(item.identity)!;
		const links = new Set(same.map(each => (each.url === null ? null : canonical(each.url))));
		if (links.size < 2 || item.url === null) return item;
		shared++;
		return {...item, identity: canonical(item.url)};
	});
	const newest = new Map<string, Item>();
	for (const item of relinked) {
		const other = newest.get(item.identity);
		if (other === undefined || at(item) > at(other)) newest.set(item.identity, item);
	}
	if (shared > 0) notes.push(`${shared} items share an id with another page; told apart by their links`);
	const repeated = relinked.length - newest.size;
	if (repeated > 0)
		notes.push(`${repeated} ${repeated === 1 ? 'item is' : 'items are'} there twice; the newer was kept`);
	return {items: relinked.filter(item => newest.get(item.identity) === item), notes};
}

function at(item: Item): number {
	return item.updatedAt ?? item.publishedAt ?? Number.NEGATIVE_INFINITY;
}
