import {disk, type Io, type OpenFile} from '../../store/io.ts';

export type Doing = 'open' | 'write' | 'datasync' | 'sync' | 'truncate' | 'link' | 'rename' | 'makeFolder';

/** A disk that calls back before each thing that changes it; what is thrown there is what the disk answers. */
export function watchedDisk(
	before: (doing: Doing, path: string, bytes: number) => void,
	under: Io = disk,
): Io {
	const through = (file: OpenFile, path: string): OpenFile => ({
		...file,
		async write(bytes, position) {
			before('write', path, bytes.length);
			return file.write(bytes, position);
		},
		async datasync() {
			before('datasync', path, 0);
			return file.datasync();
		},
		async sync() {
			before('sync', path, 0);
			return file.sync();
		},
		async truncate(length) {
			before('truncate', path, 0);
			return file.truncate(length);
		},
	});
	return {
		...under,
		async open(path, flags) {
			if (flags !== 'r') before('open', path, 0);
			return through(await under.open(path, flags), path);
		},
		async link(from, to) {
			before('link', to, 0);
			return under.link(from, to);
		},
		async rename(from, to) {
			before('rename', to, 0);
			return under.rename(from, to);
		},
		async makeFolder(path) {
			before('makeFolder', path, 0);
			return under.makeFolder(path);
		},
		async syncFolder(path) {
			before('sync', path, 0);
			return under.syncFolder(path);
		},
	};
}

/** What the system says when it refuses. */
export function refusal(code: string): Error {
	return Object.assign(new Error(`${code}: refused by the test`), {code});
}
