import {readFileSync, readlinkSync} from 'node:fs';
import {hostname} from 'node:os';

/** A process, told from another one that got the same number later or elsewhere. */
export type ProcessIdentity = {
	readonly pid: number;
	readonly host: string;
	/** Changes with each start of the machine; null off Linux. */
	readonly boot: string | null;
	/** Numbers of processes mean something only within it: a container has its own. Null off Linux. */
	readonly space: string | null;
	/** In ticks since the machine started; null off Linux. */
	readonly start: string | null;
};

/** This process. */
export function ownIdentity(): ProcessIdentity {
	return {
		pid: process.pid,
		host: hostname(),
		boot: orNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
		space: orNull(() => readlinkSync('/proc/self/ns/pid')),
		start: startOf(process.pid),
	};
}

/** Whether a process is still there; null where that cannot be known from here. */
export function isAlive(other: ProcessIdentity, own: ProcessIdentity = ownIdentity()): boolean | null {
	const isSameBoot =
		other.boot === null || own.boot === null ? other.host === own.host : other.boot === own.boot;
	if (!isSameBoot) return other.host === own.host ? false : null;
	if (other.space !== own.space) return null;
	if (own.start !== null && other.start !== null) return startOf(other.pid) === other.start;
	try {
		process.kill(other.pid, 0);
		return true;
	} catch (error) {
		return (error as {code?: string}).code === 'EPERM';
	}
}

/** @returns null where the process is not there, or has ended and only waits for its parent to notice */
function startOf(pid: number): string | null {
	return orNull(() => {
		const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
		// The second field is the command in brackets, which may itself hold brackets and spaces.
		const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return state === 'Z' || state === 'X' ? null : (fields[18] ?? null);
	});
}

function orNull<T>(look: () => T): T | null {
	try {
		return look();
	} catch {
		return null;
	}
}

/** Reads what `ownIdentity` once gave; null where it is not that. */
export function toIdentity(value: unknown): ProcessIdentity | null {
	const {pid, host, boot = null, space = null, start = null} = (value ?? {}) as Partial<ProcessIdentity>;
	if (!Number.isInteger(pid) || typeof host !== 'string') return null;
	return {pid: pid as number, host, boot, space, start};
}
