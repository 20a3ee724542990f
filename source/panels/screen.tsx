import {Box, Text, useInput, useStdin} from 'ink';
import {useEffect, useMemo, useRef, useState} from 'react';
import type {Searched} from '../search/search.ts';
import {frame} from './frame.ts';
import {panels as allPanels} from './index.ts';
import {keysIn} from './key-input.ts';
import {type Around, pressed, type Wish} from './keys.ts';
import {gapColumns, leastColumns, leastRows} from './layout.ts';
import {cut} from './line.ts';
import {overlayOf} from './overlay.ts';
import {filtered} from './panel.ts';
import {quotation} from './quotation.ts';
import {bodyKey, bodyOf} from './report-body.ts';
import type {Body} from './report-lines.ts';
import {Rows} from './row.tsx';
import {type Scene, scene} from './scene.ts';
import {searchedText} from './search.ts';
import type {ScreenActions, ScreenState} from './state.ts';
import type {Subject} from './subject.ts';
import type {Theme} from './theme.ts';
import {walk} from './trail.ts';
import {firstView, type Trail, type View} from './view.ts';

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
	const {sheet, trail} = view;
	// Where in it the reader is changes with each key; what stands there only with the way to it.
	const way = trail && keyOf(trail);
	const walked = useRef(trail);
	walked.current = trail;
	const searched = useSearched(searchedText(trail), state.archive, actions);
	const standing = useMemo(
		() =>
			way !== null && stage && walked.current ? walk(stage, walked.current, all, actions, searched) : null,
		[way, stage, all, actions, searched],
	);
	const body = useBody(standing?.subject ?? null, state.archive?.at ?? null, actions);
	const overlay = useMemo(
		() => overlayOf(sheet, state, stage, standing, body, columns, theme),
		[sheet, state, stage, standing, body, columns, theme],
	);
	const isTooSmall = available < leastColumns || rows < leastRows;
	const size = {columns: Math.max(columns, leastColumns), rows: Math.max(rows, leastRows), theme};
	const made = frame(state, view, panels, overlay, size);

	// Several keys may arrive before the next frame: each one starts from the view that the last one left, and from what it would show.
	const latest = useRef(view);
	const aroundLatest = (): Around => {
		const next = latest.current;
		if (next === view) return made.around;
		const isSame = next.trail !== null && keyOf(next.trail) === way;
		const isSameSearch = searchedText(next.trail) === searchedText(trail);
		const there =
			next.trail && stage ? walk(stage, next.trail, all, actions, isSameSearch ? searched : null) : null;
		return frame(
			state,
			next,
			all.map(panel => filtered(panel, next.filter)),
			overlayOf(next.sheet, state, stage, there, isSame ? body : awaited, columns, theme),
			size,
		).around;
	};
	const {isRawModeSupported} = useStdin();
	useInput(
		(input, flags) => {
			actions.looked();
			for (const key of keysIn(input, flags)) {
				const next = pressed(latest.current, key, aroundLatest());
				latest.current = next.view;
				grant(next.wish, actions, stage);
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

const keyOf = ({panel, steps}: Trail): string =>
	JSON.stringify([panel, ...steps.map(({subject}) => subject.key)]);

function grant(wish: Wish | null, actions: ScreenActions, stage: Scene | null): void {
	if (wish?.kind === 'quit') {
		actions.quit();
	} else if (wish?.kind === 'poll') {
		actions.pollNow();
	} else if (wish?.kind === 'mark') {
		actions.markSeen();
	} else if (wish?.kind === 'open') {
		actions.open(wish.url);
	} else if (wish?.kind === 'copy') {
		const text = stage && quotation(stage, wish.subject);
		if (text) actions.copy(text);
	} else if (wish?.kind === 'step') {
		actions.step(wish.unit, wish.by);
	} else if (wish?.kind === 'jump') {
		actions.jump(wish.at);
	} else if (wish?.kind === 'now') {
		actions.toNow();
	} else if (wish?.kind === 'other clock') {
		actions.otherClock();
	}
}

const awaited: Body = {text: null, isMissing: false, revision: null, before: null};

/** Fetches the text of the report behind a subject, as of a moment; only the open one is held. */
function useBody(subject: Subject | null, at: number | null, actions: ScreenActions): Body {
	const key = subject && bodyKey(subject);
	const fetched = useFetched(key === null ? null : `${at}/${key}`, () => subject && bodyOf(actions, subject));
	return fetched ?? awaited;
}

/** What a search gave at a moment; null while it goes on. */
function useSearched(
	text: string | null,
	archive: ScreenState['archive'],
	actions: ScreenActions,
): Searched | null {
	const key = text === null ? null : `${archive?.kind}/${archive?.at}/${text}`;
	return useFetched(key, () => (text === null ? null : actions.search(text)));
}

/** Holds what a key was fetched for, until the key is another one; null: not there yet. */
function useFetched<Value>(key: string | null, fetch: () => Promise<Value> | null): Value | null {
	const [fetched, setFetched] = useState<{key: string; value: Value} | null>(null);
	const latest = useRef(fetch);
	latest.current = fetch;
	useEffect(() => {
		let isOver = false;
		const fetching = key === null ? null : latest.current();
		if (key === null || !fetching) {
			setFetched(null);
			return;
		}
		void fetching.then(value => isOver || setFetched({key, value}));
		return () => {
			isOver = true;
		};
	}, [key]);
	return fetched?.key === key ? (fetched?.value ?? null) : null;
}
