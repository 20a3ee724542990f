import type {Ceasefire, Fact, Figure} from '../facts/fact.ts';
import type {Change} from '../picture/changes.ts';
import {linkOf as linkOfReport} from '../picture/evidence.ts';
import type {Carrier, Chain, Claimed, Row, SourceHealth, Withdrawn} from '../picture/picture.ts';
import type {Head} from '../reports/report.ts';
import type {Found, Wanted} from '../search/search.ts';
import type {RevisionRead} from './state.ts';

/** One thing that can be opened and traced to its sentence. The key stays the same while the picture changes. */
export type Subject =
	| {
			readonly kind: 'figure';
			readonly key: string;
			readonly row: Row;
			readonly chain: Chain;
			/** The chain's current figure, one that it replaced, or one of its parts. */
			readonly figure: Figure;
	  }
	| {
			readonly kind: 'silence';
			readonly key: string;
			readonly row: Row;
			readonly fact: Figure;
			readonly since: number;
	  }
	| {readonly kind: 'withdrawn'; readonly key: string; readonly row: Row; readonly withdrawn: Withdrawn}
	| {readonly kind: 'ceasefire'; readonly key: string; readonly fact: Ceasefire}
	| {
			readonly kind: 'claim';
			readonly key: string;
			readonly claimed: Claimed;
			/** The claim that it answers or is answered by. */
			readonly opposite: Claimed | null;
	  }
	| {readonly kind: 'source'; readonly key: string; readonly source: SourceHealth}
	| {
			/** What is new and rests on nothing that the picture holds. */
			readonly kind: 'change';
			readonly key: string;
			readonly change: Change;
	  }
	| {
			/** One of the reports that carry a figure, an event or a claim. */
			readonly kind: 'carrier';
			readonly key: string;
			readonly carrier: Carrier;
			/** Outlet of the report that told its story first; null: this one did, or that one is not among the carriers. */
			readonly after: string | null;
	  }
	| {
			/** A report as it stood at one of its revisions. */
			readonly kind: 'revision';
			readonly key: string;
			readonly report: Pick<Head, 'id' | 'source' | 'url'>;
			/** What was open before, and is marked in the text: a fact's sentence, or words that were looked for. */
			readonly fact: Fact | null;
			readonly wanted: Wanted | null;
			readonly revision: RevisionRead;
			/** The one before; null: this is the first that is known. */
			readonly before: RevisionRead | null;
	  }
	| {
			/** What is looked for in all that is kept. */
			readonly kind: 'search';
			readonly key: string;
			readonly text: string;
	  }
	| {
			/** A report that was found. */
			readonly kind: 'found';
			readonly key: string;
			readonly found: Found;
			readonly wanted: Wanted;
	  };

/** The fact that a subject rests on; null for a source, a search and what it found. */
export function factOf(subject: Subject): Fact | null {
	switch (subject.kind) {
		case 'figure':
			return subject.figure;
		case 'claim':
			return subject.claimed.fact;
		case 'withdrawn':
			return subject.withdrawn.fact;
		case 'source':
		case 'search':
		case 'found':
			return null;
		case 'change':
			return subject.change.fact;
		case 'carrier':
			return subject.carrier.fact;
		default:
			return subject.fact;
	}
}

/** The link of a subject's report; null where there is none that may be opened. */
export function linkOf(subject: Subject): string | null {
	const report = reportOf(subject);
	return report && linkOfReport({report});
}

/** The report that a subject is, or rests on; null where it has none. */
export function reportOf(subject: Subject): Pick<Head, 'id' | 'source' | 'url'> | null {
	if (subject.kind === 'found') return subject.found.report;
	return subject.kind === 'revision' ? subject.report : (factOf(subject)?.report ?? null);
}

/** A key that tells one fact from another: one span may hold several, as where both sides accuse each other. */
export function factKey(fact: Fact): string {
	const {kind, report, start, end, by, sentence} = fact;
	const about =
		fact.kind === 'figure'
			? `${fact.of}/${fact.measure}/${fact.scope}`
			: fact.kind === 'ceasefire'
				? `${fact.event}/${fact.against}`
				: `${fact.act}/${fact.about}`;
	return [kind, report.id, start, end, by?.side, by?.name, about, sentence.slice(0, 80)].join(':');
}
