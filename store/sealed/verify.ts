import {salvage} from './mend.ts';

/** Whether a sealed file holds exactly these lines, and nothing in it is hurt. */
export function holds(file: Buffer, lines: readonly Buffer[]): boolean {
	const found = salvage(file);
	return (
		found.harm.length === 0 &&
		found.lines.length === lines.length &&
		found.lines.every((line, place) => line.equals(lines[place]!))
	);
}
