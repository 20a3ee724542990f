/** All keys, for the help and the footer. The short word is for the footer; null: only in the help. */
export const keyHelp: readonly {
	readonly keys: string;
	readonly does: string;
	readonly short: string | null;
}[] = [
	{keys: 'q', does: 'quit (Ctrl-C as well)', short: 'quit'},
	{keys: '?', does: 'this help, and away again', short: 'help'},
	{keys: 'Tab', does: 'next panel; Shift-Tab the one before', short: 'next panel'},
	{
		keys: 'Enter',
		does: 'open what is chosen: a row, and in it each claimant, figure, report and revision',
		short: 'open',
	},
	{keys: 'r', does: 'poll all sources now', short: 'poll now'},
	{
		keys: '/',
		does: 'find: typing shows only the rows that hold the words; Enter searches all stored reports, Tab keeps the rows, Esc clears',
		short: 'find',
	},
	{
		keys: '[ ]',
		does: 'the picture of an hour earlier, an hour later; past now it is of now',
		short: 'earlier, later',
	},
	{
		keys: '@',
		does: 'the picture of an instant that is typed: 2022-09-18 10:00, or ISO with a zone',
		short: 'go to',
	},
	{keys: '{ }', does: 'the same by a day', short: null},
	{keys: '0', does: 'the picture of now again', short: null},
	{
		keys: 'c',
		does: 'of an earlier moment: what had been published by then, or what had been seen here by then',
		short: null,
	},
	{keys: 'o', does: 'open the link of the report in the browser', short: 'link'},
	{keys: 'y', does: 'copy the sentence with its speaker, outlet, hour and link (OSC 52)', short: null},
	{keys: 'm', does: 'mark all as seen: what is new counts from now', short: null},
	{keys: 'a', does: 'the alerts of this run, and away again', short: null},
	{keys: 'z', does: 'only the panel in focus, and back to all', short: 'zoom'},
	{keys: '1-9', does: 'a panel by its number', short: null},
	{
		keys: 'j k arrows',
		does: 'next row, row before; in a detail: to what can be opened, else scroll',
		short: null,
	},
	{keys: 'Tab n p', does: 'in a detail: next thing that can be opened, the one before', short: null},
	{keys: 'g G', does: 'first row, last row (Home, End)', short: null},
	{keys: 'PgDn PgUp', does: 'a page down, a page up (Space, b)', short: null},
	{
		keys: 'l h arrows',
		does: 'in a detail: the next beside it (claimant, row, report, revision), the one before',
		short: null,
	},
	{
		keys: 'Esc',
		does: 'back one step: of a detail, what was found, the help, the alerts, a filter, a zoom',
		short: null,
	},
];
