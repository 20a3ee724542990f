import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {outlets, shownBy} from '../../source/demo/sample.ts';
import {type Demo, startDemo} from '../../source/demo/server.ts';
import {kinds} from '../../source/sources/index.ts';

const now = Date.parse('2022-09-18T18:00:00Z');
let demo: Demo;

before(async () => {
	demo = await startDemo({now: () => now});
});
after(() => demo.close());

for (const {id, format, charset} of outlets) {
	test(`the feed of ${id} (${format}, ${charset}) is read whole by the program's own reader`, async () => {
		const source = demo.sources.find(({id: other}) => other === `demo:${id}`)!;
		const response = await fetch(source.address);
		const contents = kinds.rss.read(source, {
			url: source.address,
			status: response.status,
			headers: Object.fromEntries(response.headers),
			body: new Uint8Array(await response.arrayBuffer()),
		});
		assert.ok(contents.kind === 'items');
		const shown = shownBy(id, Date.parse('2022-09-14'), now);
		assert.deepEqual(
			contents.items.map(({title, publishedAt}) => [title, publishedAt]),
			shown.map(({title, publishedAt}) => [title, publishedAt]),
		);
		for (const [index, item] of contents.items.entries()) {
			for (const paragraph of shown[index]!.paragraphs) assert.ok(item.text.includes(paragraph), item.text);
			assert.doesNotMatch(item.text, /[<>]|&\w+;|share\(/, 'no markup is left');
			assert.ok(!item.identity.includes('127.0.0.1'), 'the identity is the same in every run');
			assert.match(item.url!, /^http:\/\/127\.0\.0\.1:/);
		}
		assert.deepEqual(contents.notes, []);
	});
}
