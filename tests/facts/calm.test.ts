import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {readerOf} from '../../source/facts/read.ts';
import {fixtureProfile} from './profiles.ts';

const at = Date.parse('2022-09-19T03:00:00Z');
const read = readerOf(fixtureProfile('kg-tj'));
const holding = (text: string) =>
	read(
		{id: 'a', source: 'wire', outlet: null, url: null, title: '', text, publishedAt: at, language: null},
		at,
	).flatMap(fact =>
		fact.kind === 'ceasefire'
			? [`${fact.event} ${fact.by?.side ?? fact.by?.kind ?? 'nobody'}${fact.qualified ? ' partly' : ''}`]
			: [],
	);

describe('a calm bulletin is the word of who gives it', () => {
	for (const [text, ...expected] of [
		['The situation on the border is calm and stable, the Kyrgyz border service said.', 'holding KG'],
		[
			'The situation along the entire border is assessed as relatively stable, Tajik border guards said.',
			'holding TJ partly',
		],
		[
			'The situation on the border is stable, with elements of tension, the Kyrgyz border service said.',
			'holding KG partly',
		],
		['It is calm on the border for now, both sides said.', 'holding both'],
		['Observers said the line of contact was quiet overnight.', 'holding monitor'],
		['The night passed without incidents, the Kyrgyz border service said.', 'holding KG'],
		[
			'Withdrawal began on Sunday, the Kyrgyz border service said. No incidents were recorded overnight.',
			'holding KG',
		],
		[
			'The situation on the border is calm, the Kyrgyz border service said. No violations of the ceasefire were recorded overnight.',
			'holding KG',
			'holding KG',
		],
		['No violations were reported on Sunday, the Kyrgyz Defence Ministry said.', 'holding KG'],
	] as const)
		test(text, () => assert.deepEqual(holding(text), expected));
});

describe('no calm bulletin', () => {
	for (const text of [
		'The situation on the border is calm.',
		'Residents said the border was quiet.',
		'The border is quiet, Reuters reported.',
		'Calm returned to markets, Kyrgyzstan’s central bank said.',
		'Two men were wounded, the Kyrgyz border service said. By evening the situation was stable.',
		'The situation on the border is rather tense, the Kyrgyz border service said.',
		'The situation on the border is relatively calm but very tense, the Kyrgyz border service said.',
		'The border was calm until Tajik forces opened fire, the Kyrgyz border service said.',
		'Kyrgyzstan’s president urged people living along the border to stay calm.',
		'Patients in Batken were in stable condition, Kyrgyzstan’s Health Ministry said.',
		'No traffic violations were reported on Sunday, the Kyrgyz Interior Ministry said.',
	])
		test(text, () => assert.deepEqual(holding(text), []));
});
