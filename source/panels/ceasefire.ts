import type {Ceasefire} from '../facts/fact.ts';
import type {Agreement, CeasefirePicture} from '../picture/picture.ts';
import {voiceOf} from '../picture/voice.ts';
import {ago, count, dayText, moment} from './format.ts';
import {type Line, span, wrap} from './line.ts';
import type {Item, Panel} from './panel.ts';
import {factAt, type Scene, sideName, speakerName, speakerWithSide} from './scene.ts';
import {factKey} from './subject.ts';

// Of the days with alleged violations; the events below hold them all.
const daysShown = 3;

/** The status of the ceasefire, the last word of each speaker, the truces with their terms, alleged violations by day, and the events, newest first. */
export function ceasefire(scene: Scene): Panel {
	const {speakers, agreements, violationsByDay, events} = scene.picture.ceasefire;
	return {
		id: 'ceasefire',
		title: 'Ceasefire',
		head: columns => head(scene, columns),
		items: [
			...speakers.map(speaker => spoken(scene, speaker)),
			...agreements.map((each, index) => truce(scene, each, index)).reverse(),
			...violationsByDay
				.slice(-daysShown)
				.map(day => alleged(scene, day))
				.reverse(),
			...events.map(fact => event(scene, fact)).reverse(),
		],
		empty: 'Nothing has been said of a ceasefire yet.',
	};
}

function head(scene: Scene, columns: number): Line[] {
	const {status, since, renewals, lastViolationAt, violations} = scene.picture.ceasefire;
	const {marks, now, timezone} = scene;
	const when = (at: number): string => `${moment(at, now, timezone)} (${ago(at, now)})`;
	const first: Line = [
		span(status === 'none' ? 'no ceasefire' : status.toUpperCase(), 'strong'),
		span(since === null ? '' : ` since ${when(since)}`),
		span(renewals > 0 ? ` ${marks.dot} renewed ${renewals === 1 ? 'once' : `${count(renewals)} times`}` : ''),
	];
	const against = accused(scene, violations);
	const second =
		lastViolationAt === null
			? []
			: wrap(
					[
						span(`last alleged violation ${when(lastViolationAt)}`),
						span(against === '' ? '' : ` ${marks.dot} alleged against ${against}`),
					],
					columns - 2,
					marks.ellipsis,
					2,
				);
	const spoke = new Set(scene.picture.ceasefire.speakers.map(({by}) => voiceOf(by)));
	const silent = spoke.has('both') ? [] : scene.picture.profile.sides.filter(({id}) => !spoke.has(id));
	const third: Line[] =
		silent.length === 0
			? []
			: wrap(
					[span(`no word of it from ${silent.map(({name}) => name).join(', ')}`, 'dim')],
					columns - 2,
					marks.ellipsis,
					1,
				);
	return status === 'none' && scene.picture.ceasefire.events.length === 0
		? []
		: [...wrap(first, columns - 2, marks.ellipsis, 2), ...second, ...third].map(line => [
				span('  '),
				...line,
			]);
}

/** “Kyrgyzstan 1, Tajikistan 2”; who is not accused is left out. */
function accused(scene: Scene, counts: Readonly<Record<string, number>>): string {
	return Object.entries(counts)
		.filter(([, number]) => number > 0)
		.map(
			([side, number]) => `${side === 'unknown' ? 'nobody named' : sideName(scene, side)} ${count(number)}`,
		)
		.join(', ');
}

/** One truce: from which hour, where, told by whom, and what became of it. */
function truce(scene: Scene, agreement: Agreement, index: number): Item {
	const {at, effectiveAt, by, extends: isExtension, place, heldAt, breachedAt, fact} = agreement;
	const {marks, now, timezone, picture} = scene;
	const when = (instant: number) => moment(instant, now, timezone);
	// Where nobody told of its making, it is known by who said that it holds.
	const isMade = agreement.event !== 'holding' && agreement.event !== 'in force';
	const hour =
		effectiveAt !== null
			? `${effectiveAt > now ? 'to hold' : 'holds'} from ${when(effectiveAt)}`
			: 'no hour given';
	const words = [
		...(isExtension ? ['extends the one before'] : []),
		...(place === null ? [] : [`place named: ${picture.profile.places[place] ?? place}`]),
		`${isMade ? 'told' : 'said to hold'} by ${speakerWithSide(scene, by)} ${when(at)}`,
		...(isMade && heldAt !== null ? [`said to hold ${when(heldAt)}`] : []),
		breachedAt === null ? 'no breach alleged' : `first breach alleged ${when(breachedAt)}`,
	];
	const key = `truce/${index}/${factKey(fact)}`;
	return {
		key,
		group: 'truces told of, newest first',
		subjects: [{kind: 'ceasefire', key, fact}],
		words: () => `${hour} ${words.join(' ')} ${fact.sentence}`,
		lines: columns =>
			wrap(
				[span(hour, 'strong'), span(` ${marks.dot} ${words.join(` ${marks.dot} `)}`)],
				columns - 2,
				marks.ellipsis,
				3,
			),
	};
}

/** The violations that were alleged on one day. */
function alleged(scene: Scene, {day, against}: CeasefirePicture['violationsByDay'][number]): Item {
	const words = `${dayText(day)} against ${accused(scene, against)}`;
	return {
		key: `violations/${day}`,
		group: 'alleged violations by day, newest first',
		subjects: [],
		words: () => words,
		lines: () => [[span(dayText(day), 'dim'), span(words.slice(dayText(day).length))]],
	};
}

function spoken(
	scene: Scene,
	{by, says, against, qualified, at, fact}: CeasefirePicture['speakers'][number],
): Item {
	const broken = says === 'violated' && against !== null ? `violated by ${sideName(scene, against)}` : says;
	return {
		key: `speaker/${by.side}/${by.kind}/${by.name}`,
		group: 'last word of each',
		subjects: [{kind: 'ceasefire', key: `speaker/${by.side}/${by.kind}/${by.name}`, fact}],
		words: () => `${speakerWithSide(scene, by)} ${broken} ${fact.sentence}`,
		lines: () => [
			[
				span(speakerWithSide(scene, by), 'strong'),
				span(`: ${broken}${qualified ? ', in part' : ''} ${scene.marks.dot} `),
				span(`${moment(at, scene.now, scene.timezone)} (${ago(at, scene.now)})`, 'dim'),
			],
		],
	};
}

/** What an event of a ceasefire is, in words: “violation alleged against Tajikistan”. */
export function eventText(scene: Pick<Scene, 'picture'>, {event, against, qualified}: Ceasefire): string {
	const side = against === null ? '' : sideName(scene, against);
	const words: Record<Ceasefire['event'], string> = {
		'called for': side ? `ceasefire called for, to ${side}` : 'ceasefire called for',
		agreed: 'ceasefire agreed',
		declared: 'ceasefire declared',
		'in force': 'ceasefire in force',
		holding: 'ceasefire holding',
		violation: side ? `violation alleged against ${side}` : 'violation alleged',
		denied: side ? `denied: breach by ${side}` : 'denied',
		renewed: 'ceasefire renewed',
		collapsed: 'ceasefire collapsed',
	};
	return qualified ? `${words[event]}, in part` : words[event];
}

function event(scene: Scene, fact: Ceasefire): Item {
	const {marks} = scene;
	const at = factAt(fact);
	return {
		key: factKey(fact),
		group: 'events, newest first',
		subjects: [{kind: 'ceasefire', key: factKey(fact), fact}],
		words: () => `${eventText(scene, fact)} ${speakerName(scene, fact.by)} ${fact.sentence}`,
		lines: columns => [
			[
				span(at === null ? 'no date' : moment(at, scene.now, scene.timezone), 'dim'),
				span(` ${eventText(scene, fact)} `),
				span(`${marks.dot} ${speakerName(scene, fact.by)}`),
				...(columns >= 110 ? [span(` ${marks.openQuote}${fact.sentence}${marks.closeQuote}`, 'dim')] : []),
			],
		],
	};
}
