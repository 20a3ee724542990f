import path from 'node:path';
import type {Io} from './io.ts';

const settleMs = 20;

/**
 * Looks again and again at what other instances do: by the clock, and sooner where the system tells of a change.
 *
 * @param isOwn whether a changed name is this instance's own doing
 */
export function follow(
	io: Io,
	directory: string,
	isOwn: (name: string | null) => boolean,
	everyMs: number,
	look: () => Promise<void>,
): {close(): Promise<void>} {
	const watchers = new Map<string, {close(): void}>();
	let soon: NodeJS.Timeout | null = null;
	let looking: Promise<void> | null = null;
	let isAgain = false;
	let isClosed = false;

	function run(): void {
		soon = null;
		if (isClosed) return;
		if (looking) {
			// What changed may have come after this look had passed it.
			isAgain = true;
			return;
		}
		isAgain = false;
		looking = look().finally(() => {
			looking = null;
			if (isAgain) run();
		});
		begin();
	}

	function begin(): void {
		for (const folder of [directory, path.join(directory, 'journal')])
			if (!watchers.has(folder))
				try {
					watchers.set(
						folder,
						io.watch(folder, name => {
							if (!isOwn(name)) soon ??= setTimeout(run, settleMs).unref();
						}),
					);
				} catch {
					// Not there yet, or no watching on this system: the clock is enough.
				}
	}

	begin();
	const timer = setInterval(run, everyMs).unref();
	return {
		async close() {
			isClosed = true;
			clearInterval(timer);
			if (soon) clearTimeout(soon);
			for (const watcher of watchers.values()) watcher.close();
			await looking;
		},
	};
}
