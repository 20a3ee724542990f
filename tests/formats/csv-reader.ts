/** A plain reader of RFC 4180, to hold the writer to. */
export function parseCsv(text: string): string[][] {
	const rows: string[][] = [[]];
	for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/g)) {
		if (quoted === undefined && bare === '' && end === '') break;
		rows.at(-1)!.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'));
		if (end === '\r\n') rows.push([]);
	}
	return rows.filter(row => row.length > 0);
}
