// Reads the same news again and again, by our rules or by a tagger, and sends how long it took once all is warm.
// Arguments: who reads, a file of texts as a JSON list, how many rounds.
import {readFileSync} from 'node:fs';

const [who, file = '', rounds = '1'] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(file, 'utf8')) as readonly string[];
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const at = Date.parse('2022-09-19T12:00:00Z');

/** Both take a text whole; what they find is counted, so that none of it can be left out. */
async function readerOf(): Promise<(text: string, index: number) => number> {
	if (who === 'rules') {
		const [{readerOf: rulesOf}, {builtIn}] = await Promise.all([
			import('../../../source/facts/read.ts'),
			import('../../../source/profile/index.ts'),
		]);
		const read = rulesOf(builtIn[0]!);
		return (text, index) =>
			read(
				{
					id: String(index),
					source: 'wire',
					outlet: null,
					url: null,
					title: '',
					text,
					publishedAt: at,
					language: 'en',
				},
				at,
			).length;
	}

	const [{default: wink}, {default: model}] = await Promise.all([
		import('wink-nlp'),
		import('wink-eng-lite-web-model'),
	]);
	const nlp = wink(model, ['sbd', 'pos']);
	return text => nlp.readDoc(text).tokens().out(nlp.its.pos).length;
}

const read = await readerOf();
const took: number[] = [];
for (let round = 0; round < Number(rounds) + 3; round++) {
	const begun = performance.now();
	let found = 0;
	for (const [index, text] of texts.entries()) found += read(text, index);
	took.push(performance.now() - begun);
	if (found === 0) throw new Error(`${who}: nothing was read`);
}

const warm = took.slice(3).sort((a, b) => a - b);
process.send?.((warm[warm.length >> 1]! * 1e6) / bytes);
