import {renderToString} from 'ink';
import {Screen} from '../../source/panels/screen.tsx';
import type {ScreenState} from '../../source/panels/state.ts';
import {theme} from '../../source/panels/theme.ts';
import type {View} from '../../source/panels/view.ts';
import {actions} from './september.ts';

// Tests are run without colour or with it; what is compared is the text alone.
const styles = /\u001b\[[\d;]*m/g;

/** The screen as its rows, without the spaces at their ends. */
export function rowsOf(
	state: ScreenState,
	columns: number,
	rows: number,
	{view, ...look}: {view?: View} & Parameters<typeof theme>[0] = {},
): string[] {
	return renderToString(
		<Screen
			state={state}
			actions={actions}
			theme={theme(look)}
			columns={columns}
			rows={rows}
			{...(view ? {view} : {})}
		/>,
		{columns},
	)
		.replace(styles, '')
		.split('\n')
		.map(row => row.trimEnd());
}
