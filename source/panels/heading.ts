import type {Fact, Figure} from '../facts/fact.ts';
import type {Row} from '../picture/picture.ts';
import {toldAt} from '../reports/report.ts';
import {eventText} from './ceasefire.ts';
import {claimText} from './claims.ts';
import {figureText, fullMoment, moment} from './format.ts';
import {factAt, type Scene, sideName, speakerName} from './scene.ts';
import {stateOf} from './sources.ts';
import type {Subject} from './subject.ts';

/** What a subject is, in one sentence. */
export function heading(scene: Scene, subject: Subject): string {
	const {marks} = scene;
	switch (subject.kind) {
		case 'figure':
			return `${rowName(scene, subject.row)}: ${figureText(subject.figure, marks)}${kindText(subject.figure)}, says ${speakerName(scene, subject.chain.by)}`;
		case 'silence':
			return `${rowName(scene, subject.row)}: no figure given by ${speakerName(scene, subject.fact.by)}`;
		case 'withdrawn':
			return `${rowName(scene, subject.row)}: ${figureText(subject.withdrawn.fact, marks)}, withdrawn by ${speakerName(scene, subject.withdrawn.by)}`;
		case 'ceasefire':
			return `${eventText(scene, subject.fact)}, says ${speakerName(scene, subject.fact.by)}`;
		case 'claim':
			return `${speakerName(scene, subject.claimed.fact.by)} ${claimText(scene, subject.claimed.fact)}`;
		case 'source':
			return `${subject.source.name}: ${stateOf(scene, subject.source)}`;
		case 'change':
			return subject.change.text;
		case 'carrier':
			return `${subject.carrier.outlet} tells: ${factText(scene, subject.carrier.fact)}`;
		case 'search':
			return `Search: ${subject.text}`;
		case 'found':
			return subject.found.report.title || 'A report without a title';
		case 'revision':
			return `Revision ${subject.revision.revision}, as of ${fullMoment(subject.revision.at, scene.timezone)}`;
	}
}

/** A subject in a word or two, as a step of the way that led to it; the first step of a tally is its row. */
export function crumbs(scene: Scene, subject: Subject): readonly string[] {
	const {marks, now, timezone} = scene;
	switch (subject.kind) {
		case 'figure': {
			const {row, chain, figure} = subject;
			const number = figureText(figure, marks);
			if (figure === chain.current) return [rowName(scene, row), `${speakerName(scene, chain.by)} ${number}`];
			const at = factAt(figure);
			return [
				rowName(scene, row),
				`${number}${kindText(figure)}${at === null ? '' : ` ${moment(at, now, timezone)}`}`,
			];
		}
		case 'silence':
			return [rowName(scene, subject.row), `${speakerName(scene, subject.fact.by)} no figure`];
		case 'withdrawn':
			return [
				rowName(scene, subject.row),
				`${speakerName(scene, subject.withdrawn.by)} withdrew ${figureText(subject.withdrawn.fact, marks)}`,
			];
		case 'ceasefire':
			return [eventText(scene, subject.fact)];
		case 'claim':
			return [heading(scene, subject)];
		case 'source':
			return [subject.source.name];
		case 'change':
			return [subject.change.text];
		case 'carrier':
			return [`${subject.carrier.outlet} ${moment(subject.carrier.at, now, timezone)}`];
		case 'search':
			return [`search: ${subject.text}`];
		case 'found': {
			const {report} = subject.found;
			return [`${report.outlet ?? report.source} ${moment(toldAt(report), now, timezone)}`];
		}
		case 'revision':
			return [`revision ${subject.revision.revision}`];
	}
}

const rowName = (scene: Scene, {of, measure}: Row): string =>
	`${sideName(scene, of, 'Side not known')}, ${measure}`;

/** What a figure is where it is no total: “, civilian”, “, in one incident”. */
function kindText({scope, combatant}: Figure): string {
	const kinds: Partial<Record<Figure['scope'], string>> = {
		subset: 'of the total',
		incident: 'in one incident',
		day: 'in one day',
	};
	const words = [combatant === 'both' ? null : combatant, kinds[scope]].filter(Boolean);
	return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

function factText(scene: Scene, fact: Fact): string {
	const by = speakerName(scene, fact.by);
	switch (fact.kind) {
		case 'figure':
			return `${sideName(scene, fact.of, 'side not known')}, ${fact.measure}: ${figureText(fact, scene.marks)}${kindText(fact)}, says ${by}`;
		case 'ceasefire':
			return `${eventText(scene, fact)}, says ${by}`;
		case 'claim':
			return `${by} ${claimText(scene, fact)}`;
	}
}
