import {fullMoment} from './format.ts';
import {plain} from './line.ts';
import {factAt, type Scene, speakerWithSide} from './scene.ts';
import {factOf, linkOf, type Subject} from './subject.ts';

// A clipboard by way of the terminal holds a few thousand bytes; a sentence longer than this is no sentence.
const longestSentence = 1500;

/** What a subject rests on, to be pasted into a text of one's own: sentence, speaker, hour, outlet, link. Null where it has no sentence. */
export function quotation(scene: Scene, subject: Subject): string | null {
	const fact = factOf(subject);
	if (!fact) return null;
	const {timezone, picture} = scene;
	const at = factAt(fact);
	const {report} = fact;
	const outlet =
		subject.kind === 'carrier'
			? subject.carrier.outlet
			: (picture.sources.find(({id}) => id === report.source)?.name ?? report.source);
	const sentence =
		fact.sentence.length > longestSentence ? `${fact.sentence.slice(0, longestSentence)}…` : fact.sentence;
	return plain(
		[
			`“${sentence}”`,
			speakerWithSide(scene, fact.by),
			at === null ? 'no date' : `${fullMoment(at, timezone)} ${timezone}`,
			outlet,
			linkOf(subject) ?? 'no link',
		].join(' · '),
	);
}
