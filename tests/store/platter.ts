import path from 'node:path';
import {encodeLine} from '../../store/format.ts';
import type {Io, OpenFile, Status} from '../../store/io.ts';
import {refusal} from './disks.ts';

const sectorBytes = 512;

type Inode = {
	readonly number: number;
	/** As programs see it. */
	now: Buffer;
	/** As it is after a power cut at the best and at the worst. */
	safe: Buffer;
	/** Writes since the last sync. */
	loose: {at: number; bytes: Buffer}[];
};

export type Platter = Io & {
	/** Cuts the power: of what was not synced, any sector and any name may be there or not. */
	cut(random: () => number): void;
	/** Makes a sync do nothing, as a program would that leaves it out. */
	isCareless: boolean;
};

/** A disk in memory whose power can be cut. Folders last at once; names in them only after a sync of the folder. */
export function platter(): Platter {
	let names = new Map<string, Inode>();
	let safeNames = new Map<string, Inode>();
	const folders = new Set<string>(['/']);
	let inodes = 0;

	const found = (name: string): Inode => {
		const inode = names.get(name);
		if (!inode) throw refusal('ENOENT');
		return inode;
	};
	const statusOf = (inode: Inode): Status => ({
		inode: inode.number,
		bytes: inode.now.length,
		changedAt: 0,
		isFolder: false,
		isFile: true,
	});
	const put = (onto: Buffer, at: number, bytes: Buffer): Buffer => {
		const longer = Buffer.alloc(Math.max(onto.length, at + bytes.length));
		onto.copy(longer);
		bytes.copy(longer, at);
		return longer;
	};
	const settle = (inode: Inode) => {
		if (made.isCareless) return;
		inode.safe = inode.now;
		inode.loose = [];
	};

	const fileOf = (inode: Inode): OpenFile => ({
		read: async (into, position) => inode.now.copy(into, 0, position),
		async write(bytes, position) {
			const copy = Buffer.from(bytes);
			inode.now = put(inode.now, position, copy);
			inode.loose.push({at: position, bytes: copy});
			return bytes.length;
		},
		async truncate(length) {
			inode.now = Buffer.from(inode.now.subarray(0, length));
		},
		datasync: async () => settle(inode),
		sync: async () => settle(inode),
		status: async () => statusOf(inode),
		close: async () => {},
	});

	const made: Platter = {
		isCareless: false,
		async open(name, flags) {
			if (!folders.has(path.dirname(name))) throw refusal('ENOENT');
			if (flags === 'wx' && names.has(name)) throw refusal('EEXIST');
			if (flags === 'r') return fileOf(found(name));
			const inode = names.get(name) ?? {
				number: ++inodes,
				now: Buffer.alloc(0),
				safe: Buffer.alloc(0),
				loose: [],
			};
			inode.now = Buffer.alloc(0);
			names.set(name, inode);
			return fileOf(inode);
		},
		async names(folder) {
			if (!folders.has(folder)) throw refusal('ENOENT');
			return [...names.keys(), ...folders]
				.filter(name => name !== folder && path.dirname(name) === folder)
				.map(name => path.basename(name));
		},
		status: async name => statusOf(found(name)),
		async makeFolder(name) {
			for (let folder = name; folder !== '/'; folder = path.dirname(folder)) folders.add(folder);
		},
		async link(from, to) {
			if (names.has(to)) throw refusal('EEXIST');
			names.set(to, found(from));
		},
		async rename(from, to) {
			names.set(to, found(from));
			names.delete(from);
		},
		async remove(name) {
			found(name);
			names.delete(name);
		},
		touch: async () => {},
		async syncFolder(folder) {
			if (made.isCareless) return;
			for (const [name, inode] of names) if (path.dirname(name) === folder) safeNames.set(name, inode);
			for (const name of safeNames.keys())
				if (path.dirname(name) === folder && !names.has(name)) safeNames.delete(name);
		},
		watch: () => ({close() {}}),
		cut(random) {
			const left = new Map(safeNames);
			for (const [name, inode] of names) if (!safeNames.has(name) && random() < 0.5) left.set(name, inode);
			for (const inode of new Set(left.values())) {
				let content = inode.safe;
				for (const {at, bytes} of inode.loose)
					for (let from = 0; from < bytes.length; from += sectorBytes)
						if (random() < 0.5) content = put(content, at + from, bytes.subarray(from, from + sectorBytes));
				inode.now = content;
				inode.safe = content;
				inode.loose = [];
				bury(inode);
			}
			names = left;
			safeNames = new Map(left);
		},
	};
	return made;
}

/** A journal's first line names this process, which has not died with the power: let it name one that cannot be looked for. */
function bury(inode: Inode): void {
	const end = inode.now.indexOf(10) + 1;
	if (!inode.now.subarray(0, end).includes('"k":"head"')) return;
	const head = JSON.parse(inode.now.toString('utf8', 9, end));
	head.writer.boot = null;
	head.writer.host = '-';
	const said = JSON.stringify(head);
	const length = end - 10;
	// Of the same length, so that nothing moves; blanks after JSON are still JSON.
	encodeLine(said.padEnd(length)).copy(inode.now);
}
