/** So many files are read at once: enough to keep the disk and the unpacking busy. */
const atOnce = 8;

/** Does something with each, several at once; rejects with the first failure. */
export async function eachOf<T>(all: Iterable<T>, act: (one: T) => Promise<void>): Promise<void> {
	const left = all[Symbol.iterator]();
	await Promise.all(
		Array.from({length: atOnce}, async () => {
			for (let next = left.next(); !next.done; next = left.next()) await act(next.value);
		}),
	);
}
