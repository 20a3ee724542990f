/** Gives leave to ask: one at a time for each host, so many in all, in the order asked for. */
export type Lanes = {
	/** Settles once it is this one's turn, with what ends the turn. Rejects with the signal's reason where that comes first. */
	enter(host: string, signal: AbortSignal): Promise<() => void>;
};

/** Makes lanes in which at most `concurrency` requests are under way. */
export function createLanes(concurrency: number): Lanes {
	const busy = new Set<string>();
	const waiting: {host: string; begin: () => void}[] = [];

	function advance(): void {
		// One whose host is busy lets the next pass: a slow host holds up nobody else.
		for (let index = 0; index < waiting.length && busy.size < concurrency; ) {
			const next = waiting[index];
			if (next && !busy.has(next.host)) {
				waiting.splice(index, 1);
				busy.add(next.host);
				next.begin();
			} else {
				index++;
			}
		}
	}

	return {
		enter: (host, signal) =>
			new Promise((resolve, reject) => {
				if (signal.aborted) {
					reject(signal.reason);
					return;
				}
				const turn = {
					host,
					begin() {
						signal.removeEventListener('abort', giveUp);
						let isOver = false;
						resolve(() => {
							if (!isOver) {
								isOver = true;
								busy.delete(host);
								advance();
							}
						});
					},
				};
				function giveUp(): void {
					waiting.splice(waiting.indexOf(turn), 1);
					reject(signal.reason);
				}
				signal.addEventListener('abort', giveUp, {once: true});
				waiting.push(turn);
				advance();
			}),
	};
}
