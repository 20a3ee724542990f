// A small program that shows the made-up picture, for the tests that look at a real terminal. Arguments are its flags.
import {writeSync} from 'node:fs';
import {actions, picture, state} from '../panels/september.ts';

const has = (flag: string): boolean => process.argv.includes(flag);
if (has('--no-color')) {
	process.env.FORCE_COLOR = '0';
}
const {show} = await import('../../source/panels/show.tsx');

let current = has('--empty') ? {...state, picture: null} : state;
const tell = (text: string): void => {
	current = {...current, notices: [...current.notices, text].slice(-20)};
	shown.update(current);
};
const shown = show({
	state: current,
	theme: {isAscii: has('--ascii'), hasColor: !has('--no-color')},
	isScreenReader: has('--screen-reader'),
	actions: {
		...actions,
		pollNow: () => {
			if (has('--crash')) {
				// What no type allows, to see what becomes of the terminal.
				shown.update({...current, picture: {...picture, tally: null as never}});
			} else {
				// The same again, as a clock within one minute brings it.
				for (let tick = 0; has('--ticks') && tick < 100; tick++) {
					shown.update({...current, polling: {...current.polling}, now: current.now + tick});
				}
				tell('asked all sources');
			}
		},
		open: url => tell(`opened ${url}`),
		quit: () => clearInterval(ticking),
	},
});
const ticking = setInterval(() => shown.update({...current, now: current.now + 1}), 1000);
process.on('SIGTERM', () => {
	clearInterval(ticking);
	shown.close();
});
const code = await shown.finished;
clearInterval(ticking);
writeSync(1, `ended with ${code}\n`);
