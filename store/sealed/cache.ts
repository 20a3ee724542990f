/** What was used lately, up to so many bytes. */
export type Cache<Value> = {
	get(key: string): Value | undefined;
	set(key: string, value: Value, bytes: number): void;
	/** Forgets all whose key begins so. */
	forget(prefix: string): void;
};

export function createCache<Value>(mostBytes: number): Cache<Value> {
	const entries = new Map<string, {value: Value; bytes: number}>();
	let held = 0;

	const drop = (key: string): void => {
		held -= entries.get(key)?.bytes ?? 0;
		entries.delete(key);
	};

	return {
		get(key) {
			const found = entries.get(key);
			if (!found) return undefined;
			// The last in the map is the one used last.
			entries.delete(key);
			entries.set(key, found);
			return found.value;
		},
		set(key, value, bytes) {
			drop(key);
			if (bytes > mostBytes) return;
			entries.set(key, {value, bytes});
			held += bytes;
			for (const oldest of entries.keys()) {
				if (held <= mostBytes) break;
				drop(oldest);
			}
		},
		forget(prefix) {
			for (const key of [...entries.keys()]) if (key.startsWith(prefix)) drop(key);
		},
	};
}
