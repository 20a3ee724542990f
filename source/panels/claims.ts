import type {Claim} from '../facts/fact.ts';
import type {Claimed} from '../picture/picture.ts';
import {ago, counted, moment} from './format.ts';
import {type Line, span, wrap} from './line.ts';
import type {Item, Panel} from './panel.ts';
import {isNew, type Scene, sideName, speakerName} from './scene.ts';

/** The latest claims: a panel for each side in the profile's order, and one for all others. Newest first. */
export function claims(scene: Scene): readonly Panel[] {
	const {profile, claims} = scene.picture;
	const all = new Map(
		Object.values(claims).flatMap(list => list.map(claimed => [claimed.id, claimed] as const)),
	);
	return [...profile.sides, {id: 'others', name: 'Others'}].map(({id, name}) => ({
		id: `claims:${id}`,
		title: id === 'others' ? 'Others say' : `${name} says`,
		head: () => [],
		items: (claims[id] ?? []).map(claimed => item(scene, claimed, opposite(claimed, all))),
		empty: 'No claim yet.',
	}));
}

const opposite = ({answers}: Claimed, all: ReadonlyMap<string, Claimed>): Claimed | null =>
	answers === null ? null : (all.get(answers) ?? null);

const acts: Record<Claim['act'], string> = {
	accusation: 'accuses',
	denial: 'denies',
	admission: 'says of itself',
	statement: 'says',
	demand: 'demands',
	call: 'calls',
};

/** What a claim is, in words: “accuses Tajikistan: shelling, tanks”. */
export function claimText(scene: Pick<Scene, 'picture'>, {act, about, topics, place}: Claim): string {
	const whom =
		about === null || act === 'admission'
			? ''
			: act === 'accusation'
				? ` ${sideName(scene, about)}`
				: act === 'call'
					? ` on ${sideName(scene, about)}`
					: `, about ${sideName(scene, about)}`;
	const where = place === null ? '' : (scene.picture.profile.places[place] ?? place);
	const what = [topics.join(', '), where].filter(Boolean).join(', at ');
	return `${acts[act]}${whom}${what === '' ? '' : `: ${what}`}`;
}

// Fewer columns hold who answers and when; what it says stands in its own panel.
const roomForWords = 60;

/** The claim on the other side: “Border Troops 18:10, accuses Kyrgyzstan: shelling”. */
function against(scene: Scene, {fact, at}: Claimed, hasRoom: boolean): string {
	const who = `${speakerName(scene, fact.by)} ${moment(at, scene.now, scene.timezone)}`;
	return hasRoom ? `${who}, ${claimText(scene, fact)}` : who;
}

function item(scene: Scene, claimed: Claimed, answered: Claimed | null): Item {
	const {fact, at, firstSeenAt, copies, origins} = claimed;
	const {marks, now, timezone} = scene;
	return {
		key: claimed.id,
		subjects: [{kind: 'claim', key: claimed.id, claimed, opposite: answered}],
		words: () => `${speakerName(scene, fact.by)} ${claimText(scene, fact)} ${fact.sentence}`,
		lines: columns => {
			const room = columns - 2;
			const head: Line = [
				...(isNew(scene, firstSeenAt) ? [span('new ', 'new')] : []),
				span(`${moment(at, now, timezone)} `, 'dim'),
				span(claimText(scene, fact), 'strong'),
			];
			const tail = [
				`${speakerName(scene, fact.by)}, ${ago(at, now)}`,
				...(copies > 1
					? [`in ${counted(copies, 'report')}${origins === copies ? '' : `, ${counted(origins, 'origin')}`}`]
					: []),
				...(answered ? [`against it: ${against(scene, answered, columns >= roomForWords)}`] : []),
			].join(` ${marks.dot} `);
			return [
				...wrap(head, room, marks.ellipsis, 2),
				...wrap(
					[span(`${marks.openQuote}${fact.sentence}${marks.closeQuote}`)],
					room,
					marks.ellipsis,
					columns < 60 ? 3 : 2,
				),
				...wrap([span(tail, 'dim')], room, marks.ellipsis, 2),
			];
		},
	};
}
