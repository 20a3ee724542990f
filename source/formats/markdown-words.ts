import type {Claimed} from '../picture/picture.ts';
import {violationsAgainst} from './evidence.ts';
import {carriedBy, type Page, plain} from './markdown-page.ts';
import {besideStatus, daysOfViolations, termsOf} from './truce-wording.ts';
import {eventWords, lastWord, plural, speaker, whose} from './wording.ts';

const eventsShown = 30;
const claimsShown = 25;

/** Where the truce stands, each last word, the violations alleged, and what was said of it in order. */
export function ceasefireText({picture, when, cite, citations}: Page): string[] {
	const {status, since, speakers, agreements, events} = picture.ceasefire;
	const hidden = events.length - eventsShown;
	const words = speakers.map(
		word =>
			`- ${plain(speaker(picture, word.by))}: ${plain(lastWord(picture, word))}, ${when(word.at)}${cite(word.fact)}`,
	);
	const violations = picture.profile.sides
		.map(({id, name}) => ({name, of: violationsAgainst(picture, id)}))
		.filter(({of}) => of.length > 0)
		.map(({name, of}) => `- Against ${plain(name)}: ${of.length}${[...new Set(of.map(cite))].join(' ')}`);
	const truces = agreements.map(agreement =>
		[
			`- ${when(agreement.at)}, ${plain(speaker(picture, agreement.by))}: ${agreement.event}${cite(agreement.fact)}`,
			...termsOf(picture, agreement, when, plain),
		].join('; '),
	);
	const days = daysOfViolations(picture).map(day => `- ${plain(day)}`);
	const order = events.slice(-eventsShown).map(event => {
		const by = event.by ? speaker(picture, event.by) : citations.cite(event).outlet;
		return `- ${when(event.saidAt ?? event.report.publishedAt)}, ${plain(by)}: ${plain(eventWords(picture, event))}${cite(event)}`;
	});
	return [
		`${[`**${status}**${since === null ? '' : ` since ${when(since)}`}`, ...besideStatus(picture, when)].join('; ')}.`,
		...(words.length > 0 ? [words.join('\n')] : []),
		...(truces.length > 0 ? ['### Truces', truces.join('\n')] : []),
		...(violations.length > 0 ? ['### Violations alleged', [...violations, ...days].join('\n')] : []),
		...(order.length > 0
			? [
					'### In order',
					[...(hidden > 0 ? [`- ${plural(hidden, 'earlier event')} not shown`] : []), ...order].join('\n'),
				]
			: []),
	];
}

/** What each side says, newest first. */
export function claimsText(page: Page): string[] {
	const sides = Object.entries(page.picture.claims).filter(([, claims]) => claims.length > 0);
	if (sides.length === 0) return ['No claims yet.'];
	return sides.flatMap(([side, claims]) => {
		const hidden = claims.length - claimsShown;
		return [
			`### ${side === 'others' ? 'Others' : plain(whose(page.picture, side))}`,
			[
				...claims.slice(0, claimsShown).map(claimed => claimText(page, side, claimed)),
				...(hidden > 0 ? [`- ${plural(hidden, 'older claim')} not shown`] : []),
			].join('\n'),
		];
	});
}

function claimText(page: Page, side: string, claimed: Claimed): string {
	const {id, fact, at, answers} = claimed;
	const {picture, when, cite} = page;
	const about =
		fact.about === null || fact.about === side ? '' : ` about ${plain(whose(picture, fact.about))}`;
	const topics = fact.topics.length > 0 ? `: ${fact.topics.join(', ')}` : '';
	const place = fact.place === null ? '' : `, ${plain(picture.profile.places[fact.place] ?? fact.place)}`;
	const by = fact.by === null ? '' : `${plain(speaker(picture, fact.by))}, `;
	const carried = carriedBy(page, {kind: 'claim', side, id}, claimed);
	return `- ${when(at)}, ${by}${fact.act}${about}${topics}${place}${cite(fact)}. ${carried}${answers === null ? '' : '. The other side claims the opposite'}`;
}
