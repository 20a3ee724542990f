import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {notificationOf, notificationSequence} from '../../source/alerts/terminal.ts';
import {tmuxOf} from '../../source/commands/ringing.ts';

const cases: readonly (readonly [Record<string, string>, string | null])[] = [
	[{}, null],
	[{TERM: 'xterm-256color'}, null],
	[{TERM: 'xterm-256color', TERM_PROGRAM: 'Apple_Terminal'}, null],
	[{TERM: 'xterm-256color', TERM_PROGRAM: 'vscode'}, null],
	[{TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app'}, 'OSC 9 iTerm2'],
	[{TERM: 'xterm-256color', LC_TERMINAL: 'iTerm2'}, 'OSC 9 iTerm2'],
	[{TERM: 'xterm-kitty'}, 'OSC 9 kitty'],
	[{TERM: 'xterm-256color', KITTY_WINDOW_ID: '1'}, 'OSC 9 kitty'],
	[{TERM: 'xterm-ghostty'}, 'OSC 777 Ghostty'],
	[{TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm'}, 'OSC 777 WezTerm'],
	[{TERM: 'foot'}, 'OSC 777 foot'],
	[{TERM: 'foot-extra'}, 'OSC 777 foot'],
	[{TERM: 'footloose'}, null],
	[{TERM: 'rxvt-unicode-256color'}, 'OSC 777 rxvt-unicode'],
	[{TERM: 'xterm-256color', VTE_VERSION: '7600'}, 'OSC 777 VTE'],
	[{TERM: 'xterm-256color', VTE_VERSION: '4205'}, null],
	[{TERM: 'xterm-256color', KONSOLE_VERSION: '230804'}, 'OSC 777 Konsole'],
	[{TERM: 'xterm-256color', WT_SESSION: 'x'}, null],
	// By OSC 9 ConEmu starts programs.
	[{TERM: 'xterm-256color', ConEmuPID: '7', TERM_PROGRAM: 'iTerm.app'}, null],
	[{TERM: 'dumb', TERM_PROGRAM: 'iTerm.app'}, null],
	// Kept by GNU screen and by tmux from where they were started.
	[{TERM: 'screen', STY: '1.x', KITTY_WINDOW_ID: '1'}, null],
	[{TERM: 'tmux-256color', KITTY_WINDOW_ID: '1'}, null],
];
for (const [environment, expected] of cases)
	test(`terminal ${JSON.stringify(environment)}`, () => {
		const found = notificationOf(environment, null);
		assert.equal(found && `${found.by} ${found.terminal}`, expected);
		assert.ok(!found?.isThroughTmux);
	});

const inTmux: readonly (readonly [string, string | null])[] = [
	['on|3.4|xterm-256color iTerm2 3.5.0', 'OSC 9 iTerm2'],
	['1|3.3a|xterm-kitty ', 'OSC 9 kitty'],
	['all|3.5|foot foot(1.16)', 'OSC 777 foot'],
	['0|3.3a|xterm-kitty ', null],
	['off|3.4|xterm-kitty ', null],
	['|3.2a|xterm-kitty ', 'OSC 9 kitty'],
	['1|3.3a|xterm-256color ', null],
	['1|3.3a| ', null],
	['no server running', null],
];
for (const [answer, expected] of inTmux)
	test(`tmux ${answer}`, () => {
		const found = notificationOf({TMUX: '/tmp/x', TERM_PROGRAM: 'tmux', VTE_VERSION: '7600'}, tmuxOf(answer));
		assert.equal(found && `${found.by} ${found.terminal}`, expected);
	});

const nine = {terminal: 'kitty', by: 'OSC 9', isThroughTmux: false} as const;
const seven = {terminal: 'foot', by: 'OSC 777', isThroughTmux: false} as const;

test('the sequences', () => {
	assert.equal(notificationSequence(nine, '59 said; more'), '\u001b]9;trucewatch: 59 said, more\u0007');
	assert.equal(notificationSequence(seven, 'a;b'), '\u001b]777;notify;trucewatch;a,b\u0007');
	assert.equal(
		notificationSequence({...nine, isThroughTmux: true}, 'a'),
		'\u001bPtmux;\u001b\u001b]9;trucewatch: a\u0007\u001b\\',
	);
});

test('no control of a text gets into a sequence, and none is long', () => {
	const hostile = fc.constantFrom(
		'\u0007',
		'\u001b]52;c;x\u0007',
		'\u009c',
		'\u001b\\',
		'\n',
		'\u202e',
		'4;1;50',
		'слово ',
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(hostile, fc.string()), {maxLength: 40}), pieces => {
			for (const notification of [nine, seven]) {
				const inner = notificationSequence(notification, pieces.join('')).slice(2, -1);
				assert.doesNotMatch(inner, /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
				assert.ok(inner.length < 240);
				assert.match(inner, /^(9;trucewatch: |777;notify;trucewatch;)[^;]*$/);
			}
		}),
	);
});
