import type {Fact} from '../facts/fact.ts';
import type {Picture} from './picture.ts';

/** The link of a fact's report; null where there is none that may be opened. */
export function linkOf({report}: {readonly report: {readonly url: string | null}}): string | null {
	return report.url !== null && /^https?:\/\//i.test(report.url) ? report.url : null;
}

/** Who published a fact, by the name of its source, else by the host of its link. */
export function outletOf({sources}: Pick<Picture, 'sources'>, fact: Fact): string {
	const named = sources.find(({id}) => id === fact.report.source);
	if (named) return named.name;
	const link = linkOf(fact);
	return link !== null && URL.canParse(link)
		? new URL(link).hostname.replace(/^www\./, '')
		: fact.report.source;
}

/** Whether two facts were read from the same words of the same report. */
export const isSameFact = (a: Fact, b: Fact): boolean =>
	a === b ||
	(a.kind === b.kind &&
		a.report.id === b.report.id &&
		a.start === b.start &&
		a.end === b.end &&
		a.sentence === b.sentence &&
		a.by?.side === b.by?.side &&
		a.by?.name === b.by?.name);
