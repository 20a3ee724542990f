import {readdirSync} from 'node:fs';
import path from 'node:path';
import {type Fact, measures} from '../../source/facts/fact.ts';
import {type Label, type Read, readAll} from './labelled.ts';
import {f1, kinds, precision, recall, type Score, score, scoreTotals, type Tally} from './score.ts';

/*
 * Prints how well the reader reads labelled reports: `npm run eval`, `npm run eval -- FILE…`.
 * `--set-aside`: those that no rule was ever made from. Only totals are printed of them, so that none is.
 */

const textOf = (value: Fact | Label): string => {
	const {
		kind,
		measure,
		low,
		best,
		high,
		of,
		scope,
		combatant,
		period,
		event,
		against,
		act,
		about,
		topics,
		by,
		rule,
	} = value as Record<string, unknown>;
	const side = (by as {side?: string} | null)?.side ?? null;
	const facts =
		kind === 'figure'
			? [
					measure,
					[low, best, high].map(each => each ?? '–').join('/'),
					`of ${of ?? '?'}`,
					`by ${side ?? '?'}`,
					scope ?? '',
					combatant ?? '',
					period === 'historical' ? period : '',
				]
			: kind === 'ceasefire'
				? [event, `by ${side ?? '?'}`, `against ${against ?? '?'}`]
				: [
						act,
						`by ${side ?? '?'}`,
						`about ${about ?? '?'}`,
						(topics as string[] | undefined)?.join('+') ?? '',
					];
	return [...facts.filter(each => each !== ''), rule ? `«${rule}»` : ''].join(' ');
};

const share = (value: number) => value.toFixed(3);
const line = (name: string, tally: Tally) =>
	`${name.padEnd(16)} P ${share(precision(tally))}  R ${share(recall(tally))}  F1 ${share(f1(tally))}  (${tally.hit} of ${tally.labelled} labelled, ${tally.read} read)`;

function printed(name: string, reads: readonly Read[], isLong: boolean): string[] {
	const texts = new Map(
		reads.map(({labelled}) => [labelled.id, [labelled.title, labelled.text].filter(Boolean).join(' | ')]),
	);
	const lines = [`# ${name}: ${reads.length} reports`];
	const details: string[] = [];
	for (const kind of kinds) {
		const found: Score = score(reads, kind);
		if (found.core.labelled + found.core.read === 0) continue;
		lines.push(line(`${kind} core`, found.core), line(`${kind} all`, found.all));
		lines.push(
			`    ${Object.entries(found.fields)
				.map(([field, {right, of}]) => `${field} ${share(right / of)}`)
				.join('  ')}`,
		);
		details.push(
			...found.missed.map(
				({id, label}) => `missed   ${id} ${textOf(label)} :: ${label.evidence ?? ''} :: ${texts.get(id)}`,
			),
			...found.invented.map(
				({id, fact}) =>
					`invented ${id} ${textOf(fact)} :: ${fact.sentence.slice(fact.start, fact.end)} :: ${texts.get(id)}`,
			),
			...found.wrong.map(
				({id, fact, label, fields}) =>
					`wrong    ${id} ${fields.join(', ')}: ${textOf(fact)}, labelled ${textOf(label)} :: ${texts.get(id)}`,
			),
		);
	}

	for (const measure of measures) {
		if (!reads.some(({labelled}) => labelled.totals && (measure === 'killed' || measure in labelled.totals)))
			continue;
		const {of, low, both, falseCounts, none, wrong} = scoreTotals(reads, measure);
		lines.push(
			`event ${measure.padEnd(10)} low ${share(of ? low / of : 1)}  both ${share(of ? both / of : 1)} of ${of}; false counts ${share(none ? falseCounts / none : 0)} of ${none}`,
		);
		details.push(
			...wrong.map(
				({id, text, expected, got}) =>
					`event    ${id} ${measure}: read ${JSON.stringify(got)}, labelled ${JSON.stringify(expected)} :: ${text}`,
			),
		);
	}

	return isLong ? [...lines, ...details] : lines;
}

const [...given] = process.argv.slice(2);
const isSetAside = given.includes('--set-aside');
const isShort = isSetAside || given.includes('--short');
const named = isSetAside ? [] : given.filter(each => !each.startsWith('--'));
const folder = isSetAside ? 'tests/fixtures/facts/set-aside' : 'tests/fixtures/facts';
const files =
	named.length > 0
		? named
		: readdirSync(folder)
				.filter(name => name.endsWith('.jsonl'))
				.map(name => path.join(folder, name));
const all: Read[] = [];
for (const file of files) {
	const reads = readAll(file).filter(({labelled}) => labelled.language !== 'ru');
	all.push(...reads);
	console.log(printed(file, reads, !isShort).join('\n'));
}

if (files.length > 1) console.log(printed('all', all, false).join('\n'));
