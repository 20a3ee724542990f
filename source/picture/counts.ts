/** Counts one more of a name, or one less; what is none is no longer there. Returns how many are left. */
export function countBy<Name>(counts: Map<Name, number>, name: Name, by: number): number {
	const left = (counts.get(name) ?? 0) + by;
	if (left === 0) counts.delete(name);
	else counts.set(name, left);
	return left;
}
