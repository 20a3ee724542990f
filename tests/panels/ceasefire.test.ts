import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ceasefire} from '../../source/panels/ceasefire.ts';
import {claims} from '../../source/panels/claims.ts';
import {textOf} from '../../source/panels/line.ts';
import {captionOf, type Panel} from '../../source/panels/panel.ts';
import {type Scene, scene} from '../../source/panels/scene.ts';
import {theme} from '../../source/panels/theme.ts';
import type {CeasefirePicture} from '../../source/picture/picture.ts';
import {at, picture, state} from './september.ts';

const stage = scene(state, theme().marks)!;
const withTruce = (change: Partial<CeasefirePicture>): Scene => ({
	...stage,
	picture: {...picture, ceasefire: {...picture.ceasefire, ...change}},
});

/** A panel's rows as text, each under its caption. */
const rows = (panel: Panel, columns: number): string[] =>
	panel.items.flatMap((item, index) => {
		const caption = captionOf(panel, index);
		return [...(caption === null ? [] : [`# ${caption}`]), ...item.lines(columns, 'full').map(textOf)];
	});

test('each truce with its terms, and who alleged what on which day', () => {
	const [agreement] = picture.ceasefire.agreements;
	const drawn = rows(
		ceasefire(
			withTruce({
				agreements: [
					{...agreement!, place: 'ovchi-kalacha', heldAt: at(16, 11)},
					{...agreement!, extends: true, effectiveAt: null, at: at(18, 12), breachedAt: null},
					{...agreement!, effectiveAt: at(19, 4), at: at(18, 13), breachedAt: null},
				],
				violationsByDay: [14, 16, 17, 18].map(day => ({
					day: `2022-09-${day}`,
					against: day === 18 ? {KG: 0, TJ: 0, unknown: 2} : {KG: 0, TJ: day},
				})),
			}),
		),
		200,
	);
	assert.deepEqual(drawn.slice(drawn.indexOf('# truces told of, newest first')).slice(0, 8), [
		'# truces told of, newest first',
		'to hold from 19 Sep 10:00 · told by GKNB, both sides 19:00 · no breach alleged',
		'no hour given · extends the one before · told by GKNB, both sides 18:00 · no breach alleged',
		'holds from 16 Sep 16:00 · place named: Ovchi Qal’acha · told by GKNB, both sides 16 Sep 15:00 · said to hold 16 Sep 17:00 · first breach alleged 17 Sep 18:20',
		'# alleged violations by day, newest first',
		'18 Sep against nobody named 2',
		'17 Sep against Tajikistan 17',
		'16 Sep against Tajikistan 16',
	]);
});

test('a truce that nobody told the making of is by who says that it holds', () => {
	const [agreement] = picture.ceasefire.agreements;
	const drawn = rows(
		ceasefire(
			withTruce({
				agreements: [
					{...agreement!, event: 'holding', effectiveAt: null, heldAt: at(16, 9), breachedAt: null},
				],
			}),
		),
		200,
	);
	assert.ok(
		drawn.includes('no hour given · said to hold by GKNB, both sides 16 Sep 15:00 · no breach alleged'),
	);
});

test('residents of a side are not its word', () => {
	const [word] = picture.ceasefire.speakers;
	const resident = {...word!, by: {name: 'residents', side: 'KG', kind: 'resident' as const}};
	const head = ceasefire(withTruce({speakers: [resident]}))
		.head(100, 'full')
		.map(textOf)
		.join('\n');
	assert.match(head, /no word of it from Kyrgyzstan, Tajikistan/);
});

test('a claim tells its reports and origins where they differ, and what stands against it', () => {
	const list = claims(stage).find(({id}) => id === 'claims:KG')!;
	const text = rows(list, 200).join('\n');
	assert.match(text, /in 3 reports, 2 origins/);
	assert.match(text, /against it: Border Troops 18:10, accuses Kyrgyzstan: shelling, first fire/);
	assert.doesNotMatch(rows(list, 50).join(' '), /against it: Border Troops 18:10, accuses/);
});
