import path from 'node:path';
import type {Damage} from './store.ts';

export type StoreErrorCode =
	| 'foreign'
	| 'newer'
	| 'full'
	| 'read-only'
	| 'gone'
	| 'failing'
	| 'closed'
	| 'too big';

/** What the store could not do: a sentence, the path, and what would be right. */
export class StoreError extends Error {
	override name = 'StoreError';

	constructor(
		readonly code: StoreErrorCode,
		readonly what: string,
		readonly where: string,
		readonly right: string,
		options?: {readonly cause?: unknown},
	) {
		super(`${what}: ${where}. ${right}`, options);
	}
}

/** The system's own name of a failure, such as `ENOSPC`; empty where it has none. */
export function systemCode(error: unknown): string {
	const code = (error as {code?: unknown} | null)?.code;
	return typeof code === 'string' ? code : '';
}

/** What a failure of the disk means to the people who use the store. */
export function diskError(error: unknown, where: string, doing: 'read' | 'write' = 'write'): StoreError {
	if (error instanceof StoreError) return error;
	const cause = {cause: error};
	if (doing === 'read') {
		const reason = error instanceof Error ? error.message : String(error);
		const right = 'Allow reading there, or name another folder with --store.';
		return new StoreError('failing', `The store cannot be read (${reason})`, where, right, cause);
	}
	switch (systemCode(error)) {
		case 'ENOSPC':
		case 'EDQUOT':
		case 'EFBIG':
			return new StoreError(
				'full',
				'The disk is full',
				where,
				'Make room; it goes on by itself when there is some.',
				cause,
			);
		case 'EROFS':
		case 'EACCES':
		case 'EPERM':
			return new StoreError(
				'read-only',
				'The store cannot be written to',
				where,
				'Allow writing there, or name another folder with --store.',
				cause,
			);
		case 'ENOENT':
		case 'ENOTDIR':
		case 'ESTALE':
			return new StoreError(
				'gone',
				'The folder of the store is gone',
				where,
				'Bring it back; it goes on by itself when it is there.',
				cause,
			);
		default: {
			const reason = error instanceof Error ? error.message : String(error);
			return new StoreError(
				'failing',
				`The disk failed (${reason})`,
				where,
				'Look after the disk; it is tried again until it works.',
				cause,
			);
		}
	}
}

/** Why journals stay as they are, and that nothing is lost by it. */
export function unsealedInWords(refusal: unknown, directory: string): string {
	const {what} = diskError(refusal, directory);
	return `Full journals could not be compressed (${what.charAt(0).toLowerCase()}${what.slice(1)}); what comes in is kept all the same, and it is tried again.`;
}

/** Why commits are refused, and what becomes of what they brought. */
export function refusalInWords(refusal: StoreError, waiting: number, dropped: number): string {
	const held = `${waiting} ${waiting === 1 ? 'record waits' : 'records wait'} in memory`;
	return `${refusal.message} ${held}${dropped > 0 ? `, ${dropped} could not be held` : ''}.`;
}

/** Damage for people: which file, where in it and how much, what happened, and where its raw bytes are. */
export function damageInWords({file, at, bytes, reason, setAside}: Damage): string {
	const name = path.basename(file);
	const where =
		reason.startsWith(name) || at < 0 ? '' : bytes > 0 ? `${name}, ${bytes} bytes at ${at}: ` : `${name}: `;
	return `${where}${reason}${setAside ? ` Its raw bytes are in ${setAside}.` : ''}`;
}

/** What could not be kept by the end. */
export function droppedAtEnd(refusal: unknown, records: number, where: string): StoreError {
	const {code, what} = diskError(refusal, where);
	const gone = `${records} ${records === 1 ? 'record that was' : 'records that were'} waiting in memory ${records === 1 ? 'is' : 'are'} not kept`;
	return new StoreError(
		code,
		`${what}, and ${gone}`,
		where,
		'They come again with the next poll where their sources still list them.',
		{cause: refusal},
	);
}
