/** Terminals take this much at least; several drop what is longer. */
const mostBytes = 3072;

/**
 * What puts a text into the clipboard of the terminal that it is written to (OSC 52), also over SSH.
 *
 * @param text what is over 3 KB is cut between two characters
 */
export function clipboardSequence(text: string): string {
	const bytes = Buffer.from(text, 'utf8');
	let end = Math.min(bytes.length, mostBytes);
	// A byte of the form 10xxxxxx goes on with a character that began before.
	while (end > 0 && end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end--;
	return `\u001b]52;c;${bytes.subarray(0, end).toString('base64')}\u0007`;
}
