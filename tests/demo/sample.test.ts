import assert from 'node:assert/strict';
import {test} from 'node:test';
import {episodes} from '../../source/demo/clock.ts';
import {outlets, samples, shownBy} from '../../source/demo/sample.ts';
import {builtIn} from '../../source/profile/index.ts';

test('at least 130 reports from at least 13 outlets, in two languages', () => {
	assert.ok(samples.length >= 130, `${samples.length} reports`);
	const busy = outlets.filter(({id}) => samples.some(({outlet}) => outlet === id));
	assert.equal(busy.length, outlets.length, 'every outlet has a report');
	assert.ok(outlets.length >= 13);
	assert.ok(outlets.filter(({language}) => language === 'ru').length >= 4);
	assert.deepEqual(new Set(outlets.map(({side}) => side)), new Set(['KG', 'TJ', null]));
	for (const format of ['rss', 'rdf', 'atom', 'json']) {
		assert.ok(
			outlets.some(outlet => outlet.format === format),
			format,
		);
	}
	assert.ok(outlets.some(({charset}) => charset === 'windows-1251'));
});

test('every report is of a known outlet, has an id of its own, and falls into an episode', () => {
	const ids = new Set<string>();
	for (const {outlet, guid, versions} of samples) {
		assert.ok(
			outlets.some(({id}) => id === outlet),
			outlet,
		);
		assert.ok(!ids.has(`${outlet} ${guid}`), `${outlet} ${guid} is there twice`);
		ids.add(`${outlet} ${guid}`);
		for (const {at} of versions) {
			assert.ok(
				episodes.some(({from, to}) => at >= from && at < to),
				`${guid} at ${new Date(at).toISOString()}`,
			);
		}
	}
});

test('revisions follow one another, and each says something else', () => {
	const edited = samples.filter(({versions}) => versions.length > 1);
	assert.ok(edited.length >= 8, `${edited.length} edited reports`);
	assert.ok(
		edited.some(({versions}) => versions.length > 2),
		'one grows over a day',
	);
	for (const {guid, versions} of edited) {
		for (const [index, version] of versions.entries()) {
			const before = versions[index - 1];
			if (!before) continue;
			assert.ok(version.at > before.at, guid);
			assert.notDeepEqual([version.title, version.paragraphs], [before.title, before.paragraphs], guid);
		}
	}
});

test('each text is whole: a title, one to five paragraphs, sentences that end', () => {
	for (const {guid, outlet, versions} of samples) {
		for (const {title, paragraphs} of versions) {
			const where = `${outlet} ${guid}: ${title}`;
			assert.ok(title.length > 10 && title.length < 110, where);
			assert.ok(paragraphs.length >= 1 && paragraphs.length <= 5, where);
			for (const paragraph of paragraphs) assert.match(paragraph, /[.!?]$/, where);
			const isRussian = outlets.find(({id}) => id === outlet)!.language === 'ru';
			assert.equal(/\p{Script=Cyrillic}/u.test(paragraphs.join(' ')), isRussian, where);
		}
	}
});

test('copies: one story is told by two outlets in nearly the same words', () => {
	const bySubject = new Map<string, Set<string>>();
	for (const {outlet, versions} of samples) {
		const told = versions.at(-1)!.title;
		bySubject.set(told, (bySubject.get(told) ?? new Set()).add(outlet));
	}
	assert.ok([...bySubject.values()].filter(tellers => tellers.size > 1).length >= 4);
});

// What makes these days hard to read; each must be somewhere in the samples.
const traps: readonly (readonly [trap: string, outlet: string, words: RegExp])[] = [
	['a press sum of both sides', 'reuters', /At least 54 people/],
	['another press sum', 'afp', /81 dead/],
	['a press sum of 2021', 'reuters', /risen to 49/],
	['two ministries of one side: 37', 'tass', /reached 37/],
	['two ministries of one side: 36', '24kg', /death toll to 36/],
	['silence', 'reuters', /has not released casualty figures/],
	['a breach at 17:20 in Dushanbe', 'khovar', /17:20/],
	['a truce at 16:00 in Bishkek', 'kabar', /16:00 Bishkek time/],
	['an old toll in the background', 'rferl', /April 2021/],
	['a stale toll below another story', '24kg', /As 24\.kg reported, three people/],
	['a subset', 'tass', /Forty of the 59/],
	['N more', '24kg', /Thirteen more bodies/],
	['sheltered beside evacuated', 'kabar', /4,458/],
	['a denial', 'akipress', /denied/],
	['a call by a third party', 'un', /called on/],
	['a calm bulletin', 'kabar', /relatively stable/],
	['a headline that was corrected', 'sputnik-kg', /Заголовок исправлен/],
	['dead among the hurt', 'tass', /including the 31 dead/],
	['a politician who is no organ', 'aljazeera', /Usmonzoda/],
];
for (const [trap, outlet, words] of traps) {
	test(`among the samples: ${trap}`, () => {
		const texts = samples
			.filter(sample => sample.outlet === outlet)
			.flatMap(({versions}) => versions.map(({title, paragraphs}) => [title, ...paragraphs].join('\n')));
		assert.ok(texts.some(text => words.test(text)));
	});
}

test('the Tajik side gives no toll before 18 September 2022', () => {
	const early = samples.filter(
		({outlet, publishedAt}) =>
			outlet === 'khovar' && publishedAt > Date.parse('2022-09-14') && publishedAt < Date.parse('2022-09-18'),
	);
	assert.ok(early.length >= 4);
	for (const {versions} of early) {
		for (const {paragraphs} of versions)
			assert.doesNotMatch(paragraphs.join(' '), /\d+ (?:people |citizens )?(?:were |was )?killed/);
	}
});

test('outlets are outlets of the profile, or named as what they are', () => {
	const known = new Set(builtIn[0]!.outlets.map(({name}) => name));
	assert.deepEqual(
		outlets.map(({name}) => name).filter(name => !known.has(name)),
		['UN News'],
	);
	for (const {name, side} of outlets) {
		const outlet = builtIn[0]!.outlets.find(other => other.name === name);
		if (outlet) assert.equal(side, outlet.side, name);
	}
});

test('an edited report is shown as it stood at the moment', () => {
	const day = (hour: string): number => Date.parse(`2022-09-14T${hour}Z`);
	const titles = (now: number): readonly (string | null)[] =>
		shownBy('kloop', day('00:00'), now).map(
			({title, updatedAt}) => `${updatedAt === null ? '' : 'edited: '}${title}`,
		);
	assert.deepEqual(titles(day('04:09')), []);
	assert.deepEqual(titles(day('04:10')), ['Перестрелка на границе с Таджикистаном. Текст обновляется']);
	assert.deepEqual(titles(day('15:49')), [
		'edited: Перестрелки на границе с Таджикистаном: стреляли в трёх местах',
	]);
});
