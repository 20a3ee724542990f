import {alertLines} from './alerts.ts';
import {detail} from './detail.ts';
import {nothingOpen, type Overlay} from './frame.ts';
import {help} from './help.ts';
import type {Body} from './report-lines.ts';
import type {Scene} from './scene.ts';
import type {ScreenState} from './state.ts';
import type {Theme} from './theme.ts';
import {crumbLine, type Standing} from './trail.ts';
import type {View} from './view.ts';

/** The open help or detail as lines; null where only the panels are there. */
export function overlayOf(
	sheet: View['sheet'],
	state: Pick<ScreenState, 'alerts' | 'now' | 'timezone'>,
	stage: Scene | null,
	standing: Standing | null,
	body: Body,
	columns: number,
	{marks, isLinear}: Theme,
): Overlay | null {
	if (sheet === 'help') return {...nothingOpen, lines: help(columns, marks)};
	if (sheet === 'alerts') return {...nothingOpen, lines: alertLines(state, columns, marks)};
	if (!stage || !standing) return null;
	const {subject, behind, isGone, siblings, crumbs} = standing;
	return {
		...detail(stage, subject, {columns, behind, body, isGone, isLinear}),
		subject: isGone && stage.isArchive ? null : subject,
		siblings,
		crumbs: crumbLine(crumbs, columns, stage),
	};
}
