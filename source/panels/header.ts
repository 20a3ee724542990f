import {leftOutInWords} from '../formats/wording.ts';
import {count, counted, fullMoment, moment} from './format.ts';
import {ends, type Line, lineWidth, type Span, span, wrap} from './line.ts';
import {isInTrouble} from './sources.ts';
import type {ScreenState} from './state.ts';
import type {Marks} from './theme.ts';

/** The lines above the panels: what is watched, as of when, how the sources are, and what is wrong. */
export function header(state: ScreenState, columns: number, marks: Marks): readonly Line[] {
	const {picture, archive, asked, timezone, now} = state;
	const moments = asked
		? [`going to ${asked.to ? `${asked.to.kind} ${fullMoment(asked.to.at, timezone)}` : 'now'}`]
		: archive
			? [
					`ARCHIVE ${archive.kind} ${fullMoment(archive.at, timezone)} ${timezone}`,
					`ARCHIVE ${archive.kind} ${fullMoment(archive.at, timezone)}`,
					`ARCHIVE ${archive.kind} ${moment(archive.at, now, timezone)}`,
					`ARCHIVE ${moment(archive.at, now, timezone)}`,
				]
			: [
					`as of ${fullMoment(now, timezone)} ${timezone}`,
					`as of ${fullMoment(now, timezone)}`,
					moment(now, now, timezone),
				];
	const name = picture?.profile.name ?? 'opening the store';
	const when =
		moments.find(text => text.length + 12 + Math.min(name.length, 24) <= columns) ?? moments.at(-1) ?? '';
	const time = span(when, archive || asked ? 'warning' : 'strong');
	const title: Line = [span('trucewatch ', 'title'), span(name)];
	return [
		ends(title, [time], columns, marks.ellipsis),
		fitted(facts(state), columns, marks),
		...troubles(state).flatMap(line => wrap(line, columns, marks.ellipsis, 2)),
	];
}

/** In the order in which they are given up where the row is short: the last first. */
function facts(state: ScreenState): readonly Span[] {
	const {picture, archive, newSince, polling, timezone, now} = state;
	if (!picture) {
		return [span('one moment')];
	}
	const troubled = picture.sources.filter(isInTrouble).length;
	const waiting = picture.sources.filter(({state}) => state === 'waiting').length;
	const fine = picture.sources.length - troubled - waiting;
	return [
		...(archive !== null
			? // What nobody had asked by then is neither well nor ill.
				[]
			: picture.sources.length === 0
				? [span('no source is named')]
				: fine > 0 || waiting === 0
					? [span(`sources ${count(fine)} ok`), ...(waiting > 0 ? [span(`${count(waiting)} waiting`)] : [])]
					: [span(`sources ${count(waiting)} waiting`)]),
		...(archive === null && troubled > 0 ? [span(`${count(troubled)} failing`, 'warning')] : []),
		...(newSince.at === null
			? []
			: [
					span(
						`${counted(newSince.count, 'report')} new since ${moment(newSince.at, now, timezone)}`,
						newSince.count > 0 ? 'new' : 'plain',
					),
				]),
		...(polling.busy > 0
			? [span(`asking ${count(polling.busy)}`)]
			: polling.isOn
				? []
				: [span('not polling', 'warning')]),
		span(
			`${counted(picture.counts.reports, 'report')} of ${counted(picture.counts.origins, 'origin')}`,
			'dim',
		),
		span(`${counted(picture.counts.facts, 'fact')}`, 'dim'),
	];
}

function troubles({store}: ScreenState): Line[] {
	return [
		...(store.trouble === null ? [] : [[span(`! ${store.trouble}`, 'warning')]]),
		...(store.unsealed ? [[span(store.unsealed, 'dim')]] : []),
		...(store.leftOut ? [[span(leftOutInWords(store.leftOut), 'warning')]] : []),
		...(store.damage > 0
			? [
					[
						span(
							`! ${counted(store.damage, 'damaged part')} of the store set aside; the rest is here`,
							'warning',
						),
					],
				]
			: []),
		...(store.isLeader ? [] : [[span('another instance polls into this store; this one follows', 'dim')]]),
	];
}

function fitted(parts: readonly Span[], columns: number, {dot}: Marks): Line {
	const line: Span[] = [];
	for (const part of parts) {
		const next = line.length === 0 ? [part] : [...line, span(` ${dot} `, 'dim'), part];
		if (lineWidth(next) > columns) {
			break;
		}
		line.splice(0, line.length, ...next);
	}
	return line;
}
