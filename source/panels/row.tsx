import {Box, Text} from 'ink';
import {memo} from 'react';
import type {Line} from './line.ts';
import type {Theme} from './theme.ts';

type Props = {
	readonly line: Line;
	readonly theme: Theme;
};

/** One row of the screen, already cut to its width. Drawn again only where it differs. */
export const Row = memo(function Row({line, theme}: Props) {
	return (
		<Box height={1} flexShrink={0}>
			<Text wrap="truncate-end">
				{line.length === 0
					? ' '
					: line.map(({text, tone}, index) => (
							<Text key={index} {...theme.looks[tone]}>
								{theme.spell(text)}
							</Text>
						))}
			</Text>
		</Box>
	);
}, isSame);

function isSame(before: Props, after: Props): boolean {
	return (
		before.theme === after.theme &&
		before.line.length === after.line.length &&
		before.line.every((part, index) => {
			const other = after.line[index];
			return other !== undefined && part.text === other.text && part.tone === other.tone;
		})
	);
}

/** Rows below each other. None may shrink: a list that is too long must lose its end, never rows in between. */
export function Rows({lines, theme}: {readonly lines: readonly Line[]; readonly theme: Theme}) {
	return lines.map((line, index) => <Row key={index} line={line} theme={theme} />);
}
