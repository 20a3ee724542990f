/** How long work may hold the screen before it gives way. */
const sliceMs = 8;

export type Pace = () => Promise<void>;

/** Gives way to keys and frames whenever a slice of time is used up. */
export function pacer(): Pace {
	let since = performance.now();
	return async () => {
		if (performance.now() - since < sliceMs) return;
		await new Promise(resolve => setImmediate(resolve));
		since = performance.now();
	};
}
