import {fork} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {type Bench, inTurn, median, type Row} from './bench.ts';
import {story} from './wire-copy.ts';

/** Texts of news: what agencies send on most days, and articles that state something in every other sentence. */
function texts(isQuick: boolean): Readonly<Record<string, readonly string[]>> {
	const dense = readFileSync('tests/fixtures/facts/articles.jsonl', 'utf8')
		.split('\n')
		.filter(Boolean)
		.map(line => JSON.parse(line) as {title: string; text: string});
	return {
		'wire copy': Array.from({length: isQuick ? 30 : 300}, (_, number) => {
			const {title, paragraphs} = story(number * 31, 2000);
			return [title, ...paragraphs].join('\n\n');
		}),
		'articles full of figures': dense.map(({title, text}) => `${title}\n\n${text}`),
	};
}

/** Reading news for facts, against a tagger that splits the same news into tagged words and nothing more. */
export async function measure({program, folder, isQuick}: Bench): Promise<Row[]> {
	const rows: Row[] = [];
	for (const [kind, list] of Object.entries(texts(isQuick))) {
		const file = path.join(folder, `${kind.replaceAll(' ', '-')}.json`);
		writeFileSync(file, JSON.stringify(list));
		const time = async (who: string): Promise<number> => {
			const child = fork(program('read-news'), [who, file, isQuick ? '1' : '9']);
			const [took] = await once(child, 'message');
			return Number(took);
		};
		const took = await inTurn(isQuick ? 1 : 3, {rules: () => time('rules'), tagger: () => time('wink')});
		const ours = median(took.rules);
		rows.push({
			name: `reading ${kind}`,
			ours,
			baseline: median(took.tagger),
			unit: 'µs',
			aim: kind === 'wire copy' ? 0.2 : null,
			note: `for 1 kB, warm, facts and all: ${(1000 / ours).toFixed(1)} MB/s; against wink-nlp splitting and tagging the same text`,
		});
	}

	return rows;
}
