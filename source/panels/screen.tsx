import {Box, Text, useInput, useStdin} from 'ink';
import {useEffect, useMemo, useRef, useState} from 'react';
import {type Body, detail} from './detail.ts';
import {frame} from './frame.ts';
import {help} from './help.ts';
import {panels as allPanels} from './index.ts';
import {keysIn, pressed, type Wish} from './keys.ts';
import {gapColumns, leastColumns, leastRows} from './layout.ts';
import {cut, type Line} from './line.ts';
import {filtered, type Panel} from './panel.ts';
import {reportBody} from './report-body.ts';
import {Rows} from './row.tsx';
import {type Scene, scene} from './scene.ts';
import type {ScreenActions, ScreenState} from './state.ts';
import {factKey, factOf, type Subject} from './subject.ts';
import type {Theme} from './theme.ts';
import {firstView, type View} from './view.ts';

type Props = {
	readonly state: ScreenState;
	readonly actions: ScreenActions;
	readonly theme: Theme;
	readonly columns: number;
	readonly rows: number;
	/** Where the reader begins. */
	readonly view?: View;
};

// Rows longer than this are hard to read and, read aloud, hard to follow.
const linearColumns = 80;

/** The whole screen: exactly `rows` lines of at most `columns`. */
export function Screen({state, actions, theme, columns: available, rows, view: begin = firstView}: Props) {
	const columns = theme.isLinear ? Math.min(available, linearColumns) : available;
	const [view, setView] = useState(begin);
	const stage = useMemo(() => scene(state, theme.marks), [state, theme]);
	const all = useMemo(() => (stage ? allPanels(stage) : []), [stage]);
	const panels = useMemo(() => all.map(panel => filtered(panel, view.filter)), [all, view.filter]);
	const body = useBody(view.detail?.subject ?? null, actions);
	const {isHelpOpen, detail: open} = view;
	const overlay = useMemo(
		() =>
			isHelpOpen
				? help(columns, theme.marks)
				: stage && open
					? opened(stage, open, all, actions, body, columns)
					: null,
		[isHelpOpen, open, stage, all, actions, body, columns, theme],
	);
	const isTooSmall = available < leastColumns || rows < leastRows;
	const made = frame(state, view, panels, overlay, {
		columns: Math.max(columns, leastColumns),
		rows: Math.max(rows, leastRows),
		theme,
	});

	// Several keys may arrive before the next frame: each one starts from the view that the last one left.
	const latest = useRef(view);
	const {isRawModeSupported} = useStdin();
	useInput(
		(input, flags) => {
			for (const key of keysIn(input, flags)) {
				const next = pressed(latest.current, key, made.around);
				latest.current = next.view;
				grant(next.wish, actions);
			}
			setView(latest.current);
		},
		{isActive: isRawModeSupported},
	);

	if (isTooSmall) {
		const words = `trucewatch needs ${leastColumns} columns and ${leastRows} rows, here are ${available} and ${rows}`;
		return <Text wrap="truncate-end">{cut(words, available, theme.marks.ellipsis)}</Text>;
	}
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Rows lines={made.top} theme={theme} />
			{made.overlay && <Rows lines={made.overlay} theme={theme} />}
			{made.bands.map(band => (
				<Box key={band.panels[0]?.id} height={band.rows} flexShrink={0} columnGap={gapColumns}>
					{band.panels.map(panel => (
						<Box key={panel.id} flexDirection="column" width={panel.columns} flexShrink={0}>
							<Rows lines={panel.lines} theme={theme} />
						</Box>
					))}
				</Box>
			))}
			<Rows lines={made.bottom} theme={theme} />
		</Box>
	);
}

function grant(wish: Wish | null, actions: ScreenActions): void {
	if (wish?.kind === 'quit') {
		actions.quit();
	} else if (wish?.kind === 'poll') {
		actions.pollNow();
	} else if (wish?.kind === 'open') {
		actions.open(wish.url);
	}
}

/** The open detail, from the picture as it is now where it still holds the subject. */
function opened(
	stage: Scene,
	{panel, subject}: NonNullable<View['detail']>,
	all: readonly Panel[],
	actions: ScreenActions,
	body: Body,
	columns: number,
): readonly Line[] {
	const now = all
		.find(({id}) => id === panel)
		?.items.flatMap(({subjects}) => subjects)
		.find(({key}) => key === subject.key);
	const shown = now ?? subject;
	const fact = factOf(shown);
	return detail(stage, shown, {
		columns,
		revisions: fact ? actions.revisions(fact.report.id) : [],
		body,
		isGone: now === undefined,
	});
}

const awaited: Body = {text: null, isMissing: false, revision: null};

/** Fetches the text of the report behind a subject; only the open one is held. */
function useBody(subject: Subject | null, actions: ScreenActions): Body {
	const fact = subject && factOf(subject);
	const key = fact ? factKey(fact) : null;
	const [fetched, setFetched] = useState<{key: string; body: Body} | null>(null);
	const wanted = useRef(fact);
	wanted.current = fact;
	useEffect(() => {
		let isOver = false;
		const sought = wanted.current;
		if (key === null || !sought) {
			setFetched(null);
			return;
		}
		void reportBody(actions, sought).then(body => isOver || setFetched({key, body}));
		return () => {
			isOver = true;
		};
	}, [key, actions]);
	return fetched?.key === key ? fetched.body : awaited;
}
