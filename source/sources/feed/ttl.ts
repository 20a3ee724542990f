import {child, type Element, textOf} from './xml.ts';

const periodMs: Readonly<Record<string, number>> = {
	hourly: 3_600_000,
	daily: 86_400_000,
	weekly: 604_800_000,
	monthly: 2_592_000_000,
	yearly: 31_536_000_000,
};

/** How long a feed asks not to be asked again: the longer of `ttl` (minutes) and the period of the syndication module. */
export function ttlOf(channel: Element, xml: string): number | null {
	const number = (key: string) => {
		const found = child(channel, key);
		const value = found === null ? Number.NaN : Number(textOf(xml, found).trim() || Number.NaN);
		return Number.isFinite(value) && value > 0 ? value : null;
	};
	const ttl = number('ttl');
	const period = child(channel, 'sy:updateperiod');
	const everyMs = period === null ? undefined : periodMs[textOf(xml, period).trim().toLowerCase()];
	const lengths = [
		...(ttl === null ? [] : [ttl * 60_000]),
		...(everyMs === undefined ? [] : [everyMs / (number('sy:updatefrequency') ?? 1)]),
	];
	return lengths.length === 0 ? null : Math.min(Math.max(...lengths), periodMs.yearly!);
}
