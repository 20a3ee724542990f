import {type Context, queryOf} from './query.ts';
import {hasQuote, termsOf} from './terms.ts';

/**
 * The arguments of a shell as they would be typed on the screen. A shell takes quotation marks away, so an argument with blanks in it
 * gets them back: as a phrase where it holds no filter, around the value where it is one filter whose whole value is known.
 */
export const typedOf = (given: readonly string[], context: Context): string =>
	given.map(argument => quoted(argument.trim(), context)).join(' ');

function quoted(argument: string, context: Context): string {
	if (!/\s/.test(argument) || hasQuote(argument)) return argument;
	const [first, ...more] = termsOf(argument);
	const isFilter = (term: typeof first) => term?.kind === 'filter';
	if (![first, ...more].some(isFilter)) return `"${argument}"`;
	if (first?.kind !== 'filter' || more.some(isFilter)) return argument;
	const whole = `${first.name}:"${argument.slice(first.name.length + 1)}"`;
	return 'wanted' in queryOf(whole, context) ? whole : argument;
}
