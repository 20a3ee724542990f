import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createOrigins} from '../../source/reports/origins.ts';
import type {Report} from '../../source/reports/report.ts';

const hourMs = 3_600_000;
const noon = Date.parse('2022-09-18T12:00:00Z');

function report(id: string, text: string, more: Partial<Report> = {}): Report {
	return {
		id,
		revision: 1,
		source: 's',
		outlet: null,
		url: null,
		title: '',
		text,
		publishedAt: noon,
		updatedAt: null,
		firstSeenAt: noon,
		language: 'en',
		origin: id,
		fingerprint: id,
		isCut: false,
		...more,
	};
}

const wire =
	'BISHKEK - Fighting on the border between Kyrgyzstan and Tajikistan has killed 54 people, officials in the two countries said on Sunday, as a ceasefire agreed by their security chiefs appeared to hold for the second day. ' +
	'Kyrgyz border guards said the night had passed without shooting along most of the line, while residents of villages near Batken began to return to see what was left of their houses. ' +
	'The Health Ministry in Bishkek said that its hospitals had taken in dozens of wounded and that surgeons had been flown in from the capital. ' +
	'Both governments blamed each other for starting the clashes on Wednesday, the worst in the region for more than a year.';

const copies: readonly [string, string, boolean][] = [
	['the same text', wire, true],
	[
		'another dateline and an outlet’s tail',
		`(Reuters) ${wire.slice(10)} Read more on our site. Subscribe to our channel.`,
		true,
	],
	['capitals and spacing', wire.toUpperCase().replaceAll(' ', '\n'), true],
	['the last paragraph left out', wire.slice(0, wire.indexOf('Both governments')), true],
	['what holds a number left out', wire.slice(0, wire.indexOf('The Health Ministry')), false],
	[
		'a sentence rewritten',
		wire.replace(
			'while residents of villages near Batken began to return to see what was left of their houses',
			'while people from villages around Batken started going home',
		),
		true,
	],
	['one number changed', wire.replace('54', '56'), false],
	['the number in words', wire.replace('54', 'fifty-four'), true],
	['another number in words', wire.replace('54', 'fifty-six'), false],
	['a vague count made another', wire.replace('dozens of wounded', 'hundreds of wounded'), false],
	['a number added', wire.replace('dozens of wounded', 'dozens of wounded, 12 of them children,'), false],
	[
		'another story',
		'Leaders of the Shanghai grouping met in Samarkand to talk about trade, energy and the railway that is to link them, with a photograph taken in the evening beside the old square.',
		false,
	],
];

for (const [title, text, isCopy] of copies)
	test(`${isCopy ? 'a copy' : 'no copy'}: ${title}`, () => {
		const origins = createOrigins(100);
		origins.place(report('wire', wire));
		assert.equal(origins.place(report('other', text)), isCopy ? 'wire' : 'other');
	});

test('copies are found however their words were edited, never with another number', () => {
	const words = wire.split(' ');
	const edited = (every: number, from: number) =>
		words
			.map((word, index) => (index % every === from && !/\d|oth|second|dozens/.test(word) ? 'then' : word))
			.join(' ');
	let found = 0;
	for (let from = 0; from < 20; from++) {
		const origins = createOrigins(10);
		origins.place(report('a', wire));
		if (origins.place(report('b', edited(20, from))) === 'a') found++;
		assert.equal(origins.place(report('c', edited(20, from).replace('54', `5${from + 5}`))), 'c');
	}
	// One word in twenty is one shingle in seven: by chance, now and then, too many of those that are compared.
	assert.ok(found >= 19, `${found} of 20`);
});

test('headlines are copies only where they are equal', () => {
	const origins = createOrigins(100);
	origins.place(report('a', '', {title: 'Tajik forces shelled a Kyrgyz village'}));
	assert.equal(origins.place(report('b', '', {title: 'Kyrgyz forces shelled a Tajik village'})), 'b');
	assert.equal(origins.place(report('c', '', {title: 'Tajik forces shelled a Kyrgyz village'})), 'a');
});

test('after 72 hours the same text is another story', () => {
	const origins = createOrigins(100);
	origins.place(report('a', wire));
	const later = (hours: number) => ({publishedAt: noon + hours * hourMs, firstSeenAt: noon + hours * hourMs});
	assert.equal(origins.place(report('b', wire, later(71))), 'a');
	assert.equal(origins.place(report('c', wire, later(150))), 'c');
});

test('what is told every day in the same words is another story after 72 hours, however close each is to the one before', () => {
	const origins = createOrigins(100);
	const day = (n: number) => ({publishedAt: noon + n * 24 * hourMs, firstSeenAt: noon + n * 24 * hourMs});
	const found = Array.from({length: 8}, (_, n) => origins.place(report(`r${n}`, wire, day(n))));
	assert.deepEqual(found, ['r0', 'r0', 'r0', 'r0', 'r4', 'r4', 'r4', 'r4']);
});

test('little is held while there is little to remember', () => {
	const before = process.memoryUsage().arrayBuffers;
	const origins = createOrigins();
	for (let n = 0; n < 100; n++) origins.place(report(`r${n}`, `${wire} Story number ${n} of the day.`));
	assert.ok(process.memoryUsage().arrayBuffers - before < 2_000_000);
});

test('a copy of a copy has the first as its origin', () => {
	const origins = createOrigins(100);
	origins.place(report('a', wire));
	origins.place(report('b', `${wire} Read more.`));
	assert.equal(origins.place(report('c', `${wire} Read more. Subscribe.`)), 'a');
});

test('a revision with another number is a story of its own, whatever its first was a copy of', () => {
	const origins = createOrigins(100);
	origins.place(report('a', wire));
	assert.equal(origins.place(report('b', wire)), 'a');
	assert.equal(origins.place(report('b', wire.replace('54', '81'), {revision: 2})), 'b');
});

test('copies of two revisions with other numbers are two stories, though the revisions share an id', () => {
	const origins = createOrigins(100);
	const revised = wire.replace('54', '81');
	origins.place(report('b', wire));
	assert.equal(origins.place(report('b', revised, {revision: 2})), 'b');
	assert.equal(origins.place(report('c', wire)), 'b');
	assert.equal(origins.place(report('d', revised)), 'd');
	assert.equal(origins.place(report('e', revised)), 'd');
	const restored = createOrigins(100);
	restored.restore(report('b', wire, {origin: 'b'}));
	restored.restore(report('b', revised, {origin: 'b', revision: 2}));
	restored.restore(report('d', revised, {origin: 'd'}));
	assert.equal(restored.place(report('e', revised)), 'd');
	assert.equal(restored.place(report('f', wire)), 'b');
});

test('what is restored is found again, with its origin', () => {
	const origins = createOrigins(100);
	origins.restore(report('b', wire, {origin: 'a'}));
	assert.equal(origins.place(report('c', wire)), 'a');
});

test('it forgets the oldest when it is full, and finds the rest', () => {
	const origins = createOrigins(50);
	const text = (n: number) => `${wire} Story number ${n} of the day.`;
	for (let n = 0; n < 120; n++) assert.equal(origins.place(report(`r${n}`, text(n))), `r${n}`);
	assert.equal(origins.place(report('old', text(5))), 'old');
	assert.equal(origins.place(report('new', text(119))), 'r119');
});

test('copies are found however often the buckets were divided and the slots taken again', () => {
	const origins = createOrigins(700);
	const text = (n: number) => `${wire} Story number ${n} of the day.`;
	for (let n = 0; n < 2000; n++) {
		assert.equal(origins.place(report(`r${n}`, text(n))), `r${n}`);
		const earlier = n - (n % 300);
		assert.equal(origins.place(report(`c${n}`, text(earlier))), `r${earlier}`);
	}
});

test('ten thousand bulletins of one pattern, each with its own number, are ten thousand origins in time that grows with them', () => {
	const time = (count: number) => {
		const origins = createOrigins();
		const start = process.cpuUsage().user;
		for (let n = 0; n < count; n++)
			assert.equal(origins.place(report(`r${n}`, `${wire.slice(0, 300)} ${n} moved out.`)), `r${n}`);
		return process.cpuUsage().user - start;
	};
	time(500);
	const few = time(1000);
	const many = time(10_000);
	assert.ok(many < few * 40, `10 times as many took ${(many / few).toFixed(1)} times as long`);
});
