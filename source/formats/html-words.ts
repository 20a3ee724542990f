import type {Claimed} from '../picture/picture.ts';
import {violationsAgainst} from './evidence.ts';
import {carriedBy, type Page, plain, table} from './html-page.ts';
import {besideStatus, termsOf} from './truce-wording.ts';
import {eventWords, lastWord, plural, speaker, whose} from './wording.ts';

/** Where the truce stands, each last word, the violations alleged, and all that was said of it in order. */
export function ceasefireHtml(page: Page): string {
	const {picture, when, cite} = page;
	const {status, since, speakers, agreements, violationsByDay, events} = picture.ceasefire;
	const {sides} = picture.profile;
	return [
		`<p>${[`<span class="status">${plain(status)}</span>${since === null ? '' : ` since ${when(since)}`}`, ...besideStatus(picture, when)].join('; ')}.</p>`,
		...(speakers.length > 0
			? [
					table(
						'The last word of each',
						['Speaker', 'Says', 'When'],
						speakers.map(word => [
							plain(speaker(picture, word.by)),
							cite(word.fact, lastWord(picture, word)),
							when(word.at),
						]),
					),
				]
			: []),
		...(agreements.length > 0
			? [
					table(
						'Truces, oldest first; the terms of the last one count',
						['Told', 'What', 'By', 'Terms and what became of it'],
						agreements.map(agreement => [
							when(agreement.at),
							cite(agreement.fact, agreement.event),
							plain(speaker(picture, agreement.by)),
							termsOf(picture, agreement, when, plain).join('; '),
						]),
					),
				]
			: []),
		...sides
			.map(({id, name}) => ({name, events: violationsAgainst(picture, id)}))
			.filter(each => each.events.length > 0)
			.map(
				each =>
					`<p>Violations alleged against ${plain(each.name)}: ${each.events.length} (${each.events.map(event => cite(event, `no. ${page.citations.cite(event).number}`)).join(', ')}).</p>`,
			),
		...(violationsByDay.length > 0
			? [
					table(
						'Violations alleged, by day',
						['Day', ...sides.map(({name}) => `Against ${plain(name)}`)],
						violationsByDay.map(({day, against}) => [day, ...sides.map(({id}) => String(against[id] ?? 0))]),
					),
				]
			: []),
		...(events.length > 0
			? [
					'<h3>In order</h3>',
					table(
						'What was said of a truce, oldest first; copies are told once',
						['When', 'What', 'By'],
						events.map(event => [
							when(event.saidAt ?? event.report.publishedAt),
							cite(event, eventWords(picture, event)),
							plain(event.by ? speaker(picture, event.by) : page.citations.cite(event).outlet),
						]),
					),
				]
			: []),
	].join('\n');
}

/** A page of more than this is not read, and hardly opened. */
const claimsShown = 500;

/** What each side says, newest first. */
export function claimsHtml(page: Page): string {
	const claims = Object.entries(page.picture.claims);
	const ids = new Map(
		claims.flatMap(([, list]) => list.slice(0, claimsShown)).map(({id}, index) => [id, `claim-${index + 1}`]),
	);
	if (ids.size === 0) return '<p>No claims yet.</p>';
	return claims
		.filter(([, list]) => list.length > 0)
		.map(([side, list]) => {
			const more = list.length - claimsShown;
			return [
				`<h3>${side === 'others' ? 'Others' : plain(whose(page.picture, side))}</h3>`,
				'<ul class="claims">',
				...list.slice(0, claimsShown).map(claimed => claimHtml(page, side, claimed, ids)),
				'</ul>',
				...(more > 0 ? [`<p class="note">${plural(more, 'older claim')} not shown.</p>`] : []),
			].join('\n');
		})
		.join('\n');
}

function claimHtml(page: Page, side: string, claimed: Claimed, ids: ReadonlyMap<string, string>): string {
	const {picture, when, cite} = page;
	const {id, fact, at, answers} = claimed;
	const about = fact.about === null || fact.about === side ? '' : ` about ${whose(picture, fact.about)}`;
	const topics = fact.topics.length > 0 ? `: ${fact.topics.join(', ')}` : '';
	const place = fact.place === null ? '' : `, ${picture.profile.places[fact.place] ?? fact.place}`;
	const opposite = answers === null ? undefined : ids.get(answers);
	const by = fact.by === null ? '' : `${plain(speaker(picture, fact.by))}, `;
	return `<li id="${ids.get(id)}">${when(at)} · ${by}${cite(fact, `${fact.act}${about}${topics}${place}`)} <span class="tag">${carriedBy(page, {kind: 'claim', side, id}, claimed)}${opposite === undefined ? '' : ` · <a href="#${opposite}">the opposite claim</a>`}</span></li>`;
}
