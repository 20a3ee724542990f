import {toldAt} from '../reports/report.ts';
import {fullMoment} from './format.ts';
import {plain} from './line.ts';
import {factAt, type Scene, speakerWithSide} from './scene.ts';
import {factOf, linkOf, type Subject} from './subject.ts';

// A clipboard by way of the terminal holds a few thousand bytes; a sentence longer than this is no sentence.
const longestSentence = 1500;

/** What a subject rests on, to be pasted into a text of one's own: sentence, speaker, hour, outlet, link. Null where it has no sentence. */
export function quotation(scene: Scene, subject: Subject): string | null {
	if (subject.kind === 'found') return ofFound(scene, subject);
	const fact = factOf(subject);
	if (!fact) return null;
	const {timezone, picture} = scene;
	const at = factAt(fact);
	const {report} = fact;
	const outlet =
		subject.kind === 'carrier'
			? subject.carrier.outlet
			: (picture.sources.find(({id}) => id === report.source)?.name ?? report.source);
	return plain(
		[
			quoted(fact.sentence),
			speakerWithSide(scene, fact.by),
			at === null ? 'no date' : `${fullMoment(at, timezone)} ${timezone}`,
			outlet,
			linkOf(subject) ?? 'no link',
		].join(' · '),
	);
}

const quoted = (sentence: string): string =>
	`“${sentence.length > longestSentence ? `${sentence.slice(0, longestSentence)}…` : sentence}”`;

/** What was looked for in a report, else its title. */
function ofFound({timezone}: Scene, subject: Extract<Subject, {kind: 'found'}>): string {
	const {report, matches} = subject.found;
	return plain(
		[
			quoted(matches.sentences[0]?.text ?? report.title),
			`${fullMoment(toldAt(report), timezone)} ${timezone}`,
			report.outlet ?? report.source,
			linkOf(subject) ?? 'no link',
		].join(' · '),
	);
}
