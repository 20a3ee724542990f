import {counted, moment} from './format.ts';
import {type Line, span, wrap} from './line.ts';
import type {ScreenState} from './state.ts';
import type {Marks} from './theme.ts';

/** The alerts of this run, newest first, each with its rule and what it rests on. */
export function alertLines(
	{alerts, now, timezone}: Pick<ScreenState, 'alerts' | 'now' | 'timezone'>,
	columns: number,
	{ellipsis, dot}: Marks,
): readonly Line[] {
	const title: Line = [span('Alerts of this run', 'title')];
	if (alerts === null)
		return [
			title,
			...wrap([span('None are asked for: --alert RULE does, as in --alert toll.')], columns, ellipsis),
		];
	if (alerts.length === 0) return [title, [span('None so far.')]];
	return [
		title,
		...alerts
			.toReversed()
			.flatMap(({at, rule, told, count}): Line[] => [
				[],
				[
					span(moment(at, now, timezone), 'strong'),
					span(
						` ${rule}${count > told.length ? ` ${dot} ${counted(count - told.length, 'more', 'more')} not listed` : ''}`,
						'dim',
					),
				],
				...told.flatMap(({text, evidence}) => [
					...indented([span(text)], columns, ellipsis),
					...(evidence === null ? [] : indented([span(evidence, 'dim')], columns, ellipsis)),
				]),
			]),
	];
}

const indented = (line: Line, columns: number, ellipsis: string): Line[] =>
	wrap(line, columns - 2, ellipsis).map((each): Line => [span('  '), ...each]);
