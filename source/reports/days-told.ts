type Told = {
	/** Empty for the name of a month. */
	readonly value: string;
	readonly start: number;
	readonly end: number;
	/** From 1. */
	readonly month?: number;
};

const ofDay = /^(?:st|nd|rd|th|-?го|-?е)?[\s.]*(?:of\s)?$/;
const afterMonth = /^[\s.]*$/;
const beforeYear = /^(?:st|nd|rd|th)?[\s.,]*$/;
const range = /^\s?[-–]\s?$/;

/**
 * Numbers with the days among them as one number each: `9-14`, or `2021-9-14` in another year than the one that goes without saying.
 *
 * Read are “14 September 2022”, “Sept. 14”, “14–16 September”, “14 сентября”, “14.09.2022”, “14/09/2022” and “2022-09-14”.
 * Months that stand by no day are left out.
 */
export function daysTold(told: readonly Told[], text: string, year: number | null): Told[] {
	const found: Told[] = [];
	const gap = (before: number) => text.slice(told[before]!.end, told[before + 1]!.start);
	const dayAt = (index: number): number | null => {
		const value = told[index]?.value ?? '';
		return /^(?:[1-9]|[12]\d|3[01])$/.test(value) ? Number(value) : null;
	};
	const yearAt = (index: number): number | null =>
		/^(?:19|20)\d\d$/.test(told[index]?.value ?? '') ? Number(told[index]!.value) : null;
	const value = (day: number, month: number, ofYear: number | null) =>
		ofYear === null || ofYear === year ? `${month}-${day}` : `${ofYear}-${month}-${day}`;
	for (let index = 0; index < told.length; ) {
		const first = told[index]!;
		const next = told[index + 1];
		const third = told[index + 2];
		const take = (count: number, days: readonly number[], month: number, ofYear: number | null) => {
			const {end} = told[index + count - 1]!;
			for (const day of days) found.push({value: value(day, month, ofYear), start: first.start, end});
			index += count;
		};
		const day = dayAt(index);
		const dots = first.value.split('.');
		if (dots.length === 3 && Number(dots[0]) <= 31 && Number(dots[1]) <= 12) {
			const ofYear = Number(dots[2]!.length === 2 ? `20${dots[2]}` : dots[2]);
			take(1, [Number(dots[0])], Number(dots[1]), ofYear);
			continue;
		}
		if (next && third && /^[-/]$/.test(gap(index)) && gap(index + 1) === gap(index)) {
			const [start, middle, end] = [dayAt(index), dayAt(index + 1), dayAt(index + 2)];
			if (yearAt(index) !== null && middle !== null && middle <= 12 && end !== null) {
				take(3, [end], middle, yearAt(index));
				continue;
			}
			if (start !== null && middle !== null && yearAt(index + 2) !== null) {
				// 14/09 and 9/14 alike, where only one of the two can be the month.
				const isMonthFirst = middle > 12;
				take(3, [isMonthFirst ? middle : start], isMonthFirst ? start : middle, yearAt(index + 2));
				continue;
			}
		}
		const isRange = day !== null && next !== undefined && dayAt(index + 1) !== null && range.test(gap(index));
		const monthIndex = index + (isRange ? 2 : 1);
		const month = told[monthIndex]?.month;
		if (day !== null && month !== undefined && ofDay.test(gap(monthIndex - 1))) {
			const ofYear = told[monthIndex + 1] && beforeYear.test(gap(monthIndex)) ? yearAt(monthIndex + 1) : null;
			const days = isRange ? [day, dayAt(index + 1)!] : [day];
			take(monthIndex - index + (ofYear === null ? 1 : 2), days, month, ofYear);
			continue;
		}
		const nextDay = dayAt(index + 1);
		if (first.month !== undefined && nextDay !== null && afterMonth.test(gap(index))) {
			const until = third && range.test(gap(index + 1)) ? dayAt(index + 2) : null;
			const last = index + (until === null ? 1 : 2);
			const ofYear = told[last + 1] && beforeYear.test(gap(last)) ? yearAt(last + 1) : null;
			const days = until === null ? [nextDay] : [nextDay, until];
			take(last - index + (ofYear === null ? 1 : 2), days, first.month, ofYear);
			continue;
		}
		if (first.month === undefined) found.push(first);
		index++;
	}
	return found;
}
