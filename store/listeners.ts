export type Listeners = {
	add(listener: () => void): () => void;
	/** Calls all, once for all that changes together. */
	tell(): void;
};

/** Those who want to know of changes. They are called when what is being done is done, not in the middle of it. */
export function listeners(): Listeners {
	const all = new Set<() => void>();
	let isTelling = false;
	return {
		add(listener) {
			all.add(listener);
			return () => void all.delete(listener);
		},
		tell() {
			if (isTelling) return;
			isTelling = true;
			queueMicrotask(() => {
				isTelling = false;
				for (const listener of [...all]) listener();
			});
		},
	};
}
