import path from 'node:path';
import envPaths from 'env-paths';

export type Paths = {
	readonly data: string;
	readonly state: string;
	readonly config: string;
	/** The file of flags that every run reads, where it is there. */
	readonly flags: string;
};

/** Where things are kept: the XDG folders, or all below `TRUCEWATCH_HOME` where it is set. */
export function pathsOf(environment: Readonly<Record<string, string | undefined>>): Paths {
	const home = environment.TRUCEWATCH_HOME;
	const {data, log, config} = envPaths('trucewatch', {suffix: ''});
	const folders = home
		? {
				data: path.resolve(home, 'data'),
				state: path.resolve(home, 'state'),
				config: path.resolve(home, 'config'),
			}
		: {data, state: log, config};
	return {...folders, flags: path.join(folders.config, 'flags')};
}

/** The folder of a conflict's store: the one that was asked for, else one for each profile, since facts are read by a profile. */
export function storeFolder(asked: string | null, paths: Paths, profileId: string): string {
	return asked === null ? path.join(paths.data, 'stores', profileId) : path.resolve(asked);
}
