/** Rows of whole numbers, counted from 0, that grow by pages: nothing is copied, and little is held while there are few. */
export type Rows = {
	/** The page that holds a row, made if there is none. */
	page(row: number): Int32Array;
	/** Where in its page a row begins. */
	start(row: number): number;
};

const pageBits = 9;
const rowsPerPage = 1 << pageBits;

export function createRows(width: number): Rows {
	const pages: Int32Array[] = [];
	return {
		page(row) {
			const index = row >> pageBits;
			while (pages.length <= index) pages.push(new Int32Array(rowsPerPage * width));
			return pages[index]!;
		},
		start: row => (row & (rowsPerPage - 1)) * width,
	};
}
