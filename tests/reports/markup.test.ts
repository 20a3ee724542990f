import assert from 'node:assert/strict';
import {test} from 'node:test';
import {markup, maybeMarkup} from '../../source/reports/markup.ts';

const cases: readonly [html: string, text: string][] = [
	['<p>One.</p><p>Two.</p>', 'One.\nTwo.'],
	['One<br>two<br/>three', 'One\ntwo\nthree'],
	['<b>24</b> killed', '24 killed'],
	['<ul><li>24 killed<li>36 wounded</ul>', '24 killed\n36 wounded'],
	['<table><tr><th>Killed<th>Wounded<tr><td>24<td>36</table>', 'Killed | Wounded\n24 | 36'],
	['24<sup>1</sup> killed', '24 1 killed'],
	['the 21<sup>st</sup>', 'the 21st'],
	['<s>24</s> <del>25</del> 36 killed', '36 killed'],
	['a<script>x = "</p>24 killed"</script>b', 'ab'],
	['a<script src="x"/>b', 'ab'],
	['a<iframe src="x"/>b<iframe>c</iframe>', 'ab'],
	['a<style>p{}</style><noscript>n</noscript><svg><text>s</text></svg><template>t</template>b', 'ab'],
	['a<span style="display: none">hidden</span><i hidden>h</i>b', 'ab'],
	['a<!-- 24 killed -->b', 'ab'],
	['&laquo;Да&raquo; &mdash; 24&nbsp;killed &amp; more', '«Да» — 24 killed & more'],
	['&#147;quoted&#148; &#x43f;', '“quoted” п'],
	['AT&T & Co', 'AT&T & Co'],
	['toll <30 killed', 'toll <30 killed'],
	['5 < 6', '5 < 6'],
	['<p>unclosed <b>bold', 'unclosed bold'],
	['&lt;p&gt;One &lt;b&gt;24&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;', 'One 24\nTwo'],
	['<p>use &lt;p&gt; here</p>', 'use <p> here'],
	['<pre>a\n  b</pre>', 'a\nb'],
	['<xhtml:p>a</xhtml:p><xhtml:p>b</xhtml:p>', 'a\nb'],
	['<![CDATA[<p>x</p>]]>', 'x'],
	['\x1b[31m<p>red\x1b]0;t\x07</p>&#27;[2J', 'red'],
	['', ''],
	['<img src="x.jpg" alt="a">', ''],
];
for (const [html, text] of cases) {
	test(html || 'nothing', () => assert.deepEqual(markup(html), {text, isCut: false}));
}

const maybe: readonly [text: string, plain: string][] = [
	['History of the <blink> tag', 'History of the <blink> tag'],
	['Toll <30, >20', 'Toll <30, >20'],
	['<b>24</b> killed', '24 killed'],
	['AT&amp;T', 'AT&T'],
	['a <somebody> said <i>no</i>', 'a <somebody> said no'],
	['Q&A; x', 'Q&A; x'],
];
for (const [text, plain] of maybe) {
	test(`maybe markup: ${text}`, () => assert.equal(maybeMarkup(text).text, plain));
}

for (const [what, html, begins] of [
	['nesting', `start ${'<div>'.repeat(200_000)}x`, 'start'],
	['unclosed bold', `start ${'<b>'.repeat(200_000)}x`, 'start'],
	['entities', '&lt;'.repeat(1_000_000), '<<<'],
	['half tags', '<a '.repeat(500_000), ''],
	['comments', '<!--'.repeat(500_000), ''],
	['attributes', `<p ${'a=1 '.repeat(300_000)}>text`, 'text'],
	['paragraphs', '<p>x</p>'.repeat(300_000), 'x\nx'],
] as const) {
	test(`hundreds of thousands of ${what} cost less than two seconds, and what came before is kept`, () => {
		const from = performance.now();
		const {text} = markup(html);
		assert.ok(performance.now() - from < 2000);
		assert.ok(text.startsWith(begins));
		assert.ok(text.length <= 200_000);
	});
}
