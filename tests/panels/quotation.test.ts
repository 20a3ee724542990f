import assert from 'node:assert/strict';
import {test} from 'node:test';
import {panels} from '../../source/panels/index.ts';
import {quotation} from '../../source/panels/quotation.ts';
import {scene} from '../../source/panels/scene.ts';
import {theme} from '../../source/panels/theme.ts';
import {state} from './september.ts';

const stage = scene(state, theme().marks);
assert.ok(stage);
const toll = panels(stage)[0]?.items[0]?.subjects[0];
assert.ok(toll?.kind === 'figure');

test('a quotation has the sentence, who said it, when, the outlet and the link', () => {
	assert.equal(
		quotation(stage, toll),
		'“Twelve more bodies were brought in overnight, bringing the death toll to 36, the Health Ministry of Kyrgyzstan said on Sunday.” · Health Ministry, Kyrgyzstan · 18 Sep 2022 10:00 Asia/Bishkek · kabar.kg · https://kabar.kg/news/report-2',
	);
});

test('no control character gets into a quotation, and no text without end', () => {
	const sentence = `a\u001b]52;c;aGk=\u0007b\n${'слово '.repeat(5000)}`;
	const text = quotation(stage, {...toll, figure: {...toll.figure, sentence}}) ?? '';
	assert.doesNotMatch(text, /[\u0000-\u001f\u007f-\u009f]/);
	assert.ok(text.length < 2000);
});

test('a source has no sentence', () => {
	const source = panels(stage).find(({id}) => id === 'sources')?.items[0]?.subjects[0];
	assert.ok(source?.kind === 'source');
	assert.equal(quotation(stage, source), null);
});
