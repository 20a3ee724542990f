import {type Alert, together} from './alert.ts';

/** Holds back what comes too soon after the last alert of the same rule, to be told together. */
export type Cooldown = {
	/** Takes what there is to tell of one rule. */
	add(alert: Alert): void;
	/** What may be told at this moment; it then counts as told. */
	due(now: number): readonly Alert[];
	isHolding(): boolean;
	/** When each rule was last told. */
	toldAt(): Readonly<Record<string, number>>;
};

/** @param before when each rule was last told, in an earlier run */
export function createCooldown(cooldownMs: number, before: Readonly<Record<string, number>> = {}): Cooldown {
	const toldAt = new Map(Object.entries(before));
	const held = new Map<string, Alert>();
	// Set back since, the clock would hold an alert for as much longer.
	const isFree = (rule: string, now: number): boolean => {
		const at = toldAt.get(rule);
		return at === undefined || at > now || now - at >= cooldownMs;
	};
	return {
		add(alert) {
			const before = held.get(alert.rule);
			held.set(alert.rule, before ? together(before, alert) : alert);
		},
		due(now) {
			const free = [...held.values()].filter(({rule}) => isFree(rule, now));
			for (const {rule} of free) {
				held.delete(rule);
				toldAt.set(rule, now);
			}
			return free;
		},
		isHolding: () => held.size > 0,
		toldAt: () => Object.fromEntries(toldAt),
	};
}
