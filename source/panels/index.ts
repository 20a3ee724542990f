import {ceasefire} from './ceasefire.ts';
import {changes} from './changes.ts';
import {claims} from './claims.ts';
import type {Panel} from './panel.ts';
import type {Scene} from './scene.ts';
import {sources} from './sources.ts';
import {tally} from './tally.ts';
import {timeline} from './timeline.ts';

/** All panels, in the order of their numbers. */
export function panels(scene: Scene): readonly Panel[] {
	return [tally(scene), ceasefire(scene), ...claims(scene), timeline(scene), sources(scene), changes(scene)];
}
