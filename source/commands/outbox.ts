import {type Alert, together} from '../alerts/alert.ts';

/** One way out of the program. */
export type Channel = {
	/** For people. */
	readonly name: string;
	/**
	 * Delivers one message, tries included; settles within bounds of its own.
	 *
	 * @returns null once it is delivered, else what went wrong in a sentence
	 */
	deliver(message: string, stopped: AbortSignal): Promise<string | null>;
};

/** Sends alerts by one channel, one at a time; those of one rule that wait meanwhile become one. */
export type Outbox = {
	/** @param onDelivered called once it has got through */
	send(alert: Alert, onDelivered: () => void): void;
	/** Whether all of it has got through. */
	isDone(): boolean;
	/** Waits so long for what is under way, then stops it. */
	close(patienceMs: number): Promise<void>;
};

export function createOutbox(
	channel: Channel,
	{
		print,
		onFailure,
	}: {
		print: (alert: Alert) => object;
		/** Told of each failure, with how many there were in a row; and of its end: null. */
		onFailure: (reason: string | null, failures: number) => void;
	},
): Outbox {
	type Waiting = {readonly alert: Alert; readonly onDelivered: readonly (() => void)[]};
	const waiting = new Map<string, Waiting>();
	const stopping = new AbortController();
	let running: Promise<void> | null = null;
	let failures = 0;
	let hasLost = false;

	async function run(): Promise<void> {
		for (let next = first(); next && !stopping.signal.aborted; next = first()) {
			waiting.delete(next.alert.rule);
			const reason = await channel.deliver(`${JSON.stringify(print(next.alert))}\n`, stopping.signal);
			if (reason === null) {
				if (failures > 0) onFailure(null, failures);
				failures = 0;
				for (const call of next.onDelivered) call();
			} else {
				hasLost = true;
				failures++;
				onFailure(reason, failures);
			}
		}
		running = null;
	}
	const first = (): Waiting | null => waiting.values().next().value ?? null;

	return {
		send(alert, onDelivered) {
			const before = waiting.get(alert.rule);
			waiting.set(alert.rule, {
				alert: before ? together(before.alert, alert) : alert,
				onDelivered: [...(before?.onDelivered ?? []), onDelivered],
			});
			running ??= run();
		},
		isDone: () => running === null && waiting.size === 0 && !hasLost,
		async close(patienceMs) {
			const timer = setTimeout(() => stopping.abort(), patienceMs);
			await running;
			clearTimeout(timer);
		},
	};
}
