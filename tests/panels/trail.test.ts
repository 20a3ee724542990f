import assert from 'node:assert/strict';
import {test} from 'node:test';
import stringWidth from 'string-width';
import {textOf} from '../../source/panels/line.ts';
import {theme} from '../../source/panels/theme.ts';
import {crumbLine} from '../../source/panels/trail.ts';
import {openStep} from '../../source/panels/view.ts';
import {actions, at, state} from './september.ts';
import {walker} from './walker.ts';

const sizes = [
	{columns: 80, rows: 24},
	{columns: 60, rows: 20},
	{columns: 40, rows: 15},
	{columns: 120, rows: 40},
	{columns: 80, rows: 24, isAscii: true},
	{columns: 80, rows: 24, isLinear: true},
];

for (const size of sizes) {
	const name = `${size.columns}×${size.rows}${size.isAscii ? ', ASCII' : ''}${size.isLinear ? ', read aloud' : ''}`;
	test(`from the tally to a revision of a carrier's report and back, by keys alone, at ${name}`, async () => {
		const screen = walker(state, actions, size);
		const fits = (): void => {
			assert.equal(screen.lines().length, size.rows);
			for (const line of screen.lines()) assert.ok(stringWidth(line) <= size.columns, line);
		};
		await screen.press('enter');
		assert.match(screen.text().replace(/\s+/g, ' '), /Kyrgyzstan, killed: 36, says Health Ministry/);
		fits();
		await screen.choose('24 from 17 Sep');
		await screen.press('enter');
		assert.match(screen.text(), /Kyrgyzstan, killed: 24/);
		assert.match(screen.text(), /\[24 people\]/);
		fits();
		await screen.press('escape');
		assert.match(screen.text(), /(?:> |chosen: )24 from 17 Sep/, 'the choice is where it was');
		await screen.choose('24.kg 18 Sep');
		await screen.press('enter');
		assert.match(
			screen.text().replace(/\s+/g, ' '),
			/24\.kg tells: Kyrgyzstan, killed: 36, says Health Ministry/,
		);
		fits();
		await screen.choose('1 ');
		await screen.press('enter');
		assert.match(screen.lines()[2] ?? '', /(?:›|>) revision 1$/);
		fits();
		await screen.press('escape escape escape');
		assert.equal(screen.view().trail, null);
		assert.match(screen.text(), /1 Tally/);
	});
}

test('a revision shows what changed, with signs', async () => {
	const screen = walker(state, actions, {columns: 90, rows: 40});
	await screen.press('enter');
	await screen.choose('2 ·');
	await screen.press('enter');
	const text = screen.text();
	assert.match(text, /against revision 1: 2 sentences new, 2 left out/);
	assert.match(text, /^- Health Ministry: 24 dead$/m);
	assert.match(text, /^\+ Health Ministry: 36 dead, 129 injured$/m);
	assert.match(text, /^- Twenty-four bodies have been brought in, the ministry said\.$/m);
	assert.match(text, /^\+ \[Twelve more bodies were brought in overnight/m);
	assert.match(text, /^ {2}The ministry will give its next count in the evening\.$/m);
	await screen.press('h');
	assert.match(screen.text(), /no earlier revision to compare with/);
	assert.equal(screen.view().trail?.steps.length, 2);
});

test('read aloud, what changed is in words', async () => {
	const screen = walker(state, actions, {columns: 90, rows: 40, isLinear: true});
	await screen.press('enter');
	await screen.choose('2 ·');
	await screen.press('enter');
	assert.match(screen.text(), /^left out: Health Ministry: 24 dead$/m);
	assert.match(screen.text(), /^new: Health Ministry: 36 dead, 129 injured$/m);
});

test('the way is told above, its end where it is too long', async () => {
	const screen = walker(state, actions, {columns: 100, rows: 30});
	await screen.press('enter');
	await screen.choose('TASS');
	await screen.press('enter tab enter');
	assert.equal(screen.lines()[2], 'Kyrgyzstan, killed › Health Ministry 36 › TASS 11:00 › revision 1');
	const words = ['Kyrgyzstan, killed', 'Health Ministry 36', 'TASS 11:00', 'revision 1'];
	const {marks} = theme({isAscii: true});
	const line = (all: readonly string[], columns: number) => textOf(crumbLine(all, columns, {marks}) ?? []);
	assert.equal(line(words, 40), '... > TASS 11:00 > revision 1');
	assert.equal(line(words, 5), '... > revision 1');
	assert.equal(line(['a claim'], 40), '', 'what is open says itself');
});

test('j goes to what can be opened while some is on the screen, else reads on; k goes back', async () => {
	const screen = walker(state, actions, {columns: 60, rows: 15});
	await screen.press('enter');
	let reached = 0;
	let step = openStep(screen.view());
	for (let press = 0; press < 100; press++) {
		await screen.press('j');
		const next = openStep(screen.view());
		if (next?.chosen !== step?.chosen) {
			reached++;
			assert.match(screen.text(), /^> /m);
		} else if (next?.scroll === step?.scroll) break;
		assert.ok((next?.scroll ?? 0) >= (step?.scroll ?? 0));
		step = next;
	}
	assert.equal(reached, 7, 'every claimant, figure, report and revision once');
	assert.match(screen.lines().at(-2) ?? '', /^end/);
	for (let press = 0; press < 100; press++) await screen.press('k');
	assert.equal(openStep(screen.view())?.scroll, 0);
});

test('Enter opens nothing that is not on the screen', async () => {
	const screen = walker(state, actions, {columns: 60, rows: 15});
	await screen.press('enter n');
	const before = openStep(screen.view())?.subject.key;
	await screen.press('g G enter');
	assert.equal(openStep(screen.view())?.subject.key, before);
});

test('what is open already is gone back to, not opened twice', async () => {
	const screen = walker(state, actions, {columns: 80, rows: 30});
	await screen.press('enter');
	await screen.choose('37 Emergency');
	await screen.press('enter');
	assert.equal(screen.view().trail?.steps.length, 2);
	await screen.choose('36 Health');
	await screen.press('enter');
	assert.equal(screen.view().trail?.steps.length, 1);
});

test('l and h go through those beside it', async () => {
	const screen = walker(state, actions, {columns: 90, rows: 40});
	await screen.press('enter');
	await screen.choose('Kabar');
	await screen.press('enter l');
	assert.match(screen.text(), /24\.kg tells/);
	await screen.press('l l l');
	assert.match(screen.text(), /TASS tells/);
	await screen.press('h h h');
	assert.match(screen.text(), /Kabar tells/);
	await screen.press('escape');
	assert.match(screen.text(), /Kyrgyzstan, killed: 36/);
});

test('what a bound follows from can be opened, in whatever row it stands', async () => {
	const screen = walker(state, actions, {columns: 90, rows: 40});
	await screen.press('G enter');
	assert.match(screen.text(), /18 or more, said by nobody, follows from/);
	await screen.choose('36 Kyrgyzstan killed');
	await screen.press('enter');
	assert.match(screen.text(), /Kyrgyzstan, killed: 36, says Health Ministry/);
	assert.match(
		screen.lines()[2] ?? '',
		/^both sides, killed › Reuters 54 › Kyrgyzstan, killed › Health Ministry 36$/,
	);
});

test('y wishes a copy of what is open, or of the chosen row', async () => {
	const screen = walker(state, actions, {columns: 90, rows: 40});
	const ofRow = await screen.press('y');
	assert.ok(ofRow?.kind === 'copy' && ofRow.subject.kind === 'figure');
	await screen.press('enter');
	await screen.choose('TASS');
	const ofCarrier = await screen.press('enter y');
	assert.ok(ofCarrier?.kind === 'copy' && ofCarrier.subject.kind === 'carrier');
	const link = await screen.press('o');
	assert.deepEqual(link, {kind: 'open', url: 'https://tass.ru/copy'});
});

test('what a picture of an earlier moment does not hold is not shown, nor named, nor copied', async () => {
	const screen = walker(state, actions, {columns: 100, rows: 30});
	await screen.press('enter');
	await screen.choose('TASS');
	await screen.press('enter');
	const {picture} = state;
	assert.ok(picture);
	await screen.show({
		...state,
		archive: {kind: 'as of', at: at(14, 0)},
		picture: {...picture, tally: {rows: []}, claims: {}, sources: []},
	});
	const text = screen.text();
	assert.match(text, /This moment does not hold what was open \(a report\): it had not been said by then/);
	assert.doesNotMatch(text, /36|TASS|Health Ministry|bodies/);
	assert.match(
		text.trimEnd().split('\n').at(-1) ?? '',
		/^Esc back · \[ \] earlier, later · 0 now · @ go to · q quit$/,
	);
	assert.equal(await screen.press('y'), null);
	assert.equal(await screen.press('o'), null);
	await screen.show(state);
	assert.match(screen.text(), /TASS tells/);
});
