import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {UsageError} from '../flags.ts';
import type {Options} from '../options.ts';
import {builtIn} from '../profile/index.ts';
import type {Profile} from '../profile/profile.ts';

const example = '--profile kyrgyzstan-tajikistan';

/**
 * Finds the conflict that the flags name: a built-in profile, a file, or sides.
 *
 * @throws {UsageError} where there is none of that name, or the file is no profile
 */
export async function conflictOf(options: Pick<Options, 'profile' | 'sides'>): Promise<Profile> {
	try {
		// What checks profiles is loaded only for those that are not built in.
		if (options.sides.length > 0) return (await import('../profile/flags.ts')).profileOfSides(options.sides);
		const name = options.profile ?? 'kyrgyzstan-tajikistan';
		const known = builtIn.find(profile => profile.id === name);
		if (known) return known;
		const given: unknown = JSON.parse(await readProfile(name));
		return (await import('../profile/check.ts')).profileOf(given, name);
	} catch (error) {
		if (error instanceof UsageError) throw error;
		if (error instanceof SyntaxError)
			throw new UsageError(`--profile: ${options.profile} is not JSON: ${error.message}`, example);
		throw new UsageError(
			`--${options.sides.length > 0 ? 'side' : 'profile'}: ${(error as Error).message}`,
			options.sides.length > 0
				? "--side 'Kyrgyzstan=Kyrgyz,Bishkek' --side 'Tajikistan=Tajik,Dushanbe'"
				: example,
		);
	}
}

async function readProfile(name: string): Promise<string> {
	try {
		return await readFile(name, 'utf8');
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		const names = builtIn.map(profile => profile.id).join(', ');
		throw new UsageError(
			code === 'ENOENT'
				? `--profile: there is no built-in profile and no file “${name}”; built in: ${names}`
				: `--profile: ${name} cannot be read (${code})`,
			example,
		);
	}
}

/** Tells two states of a profile apart: facts read by another one are read again. */
export function fingerprintOf(profile: Profile): string {
	return createHash('sha256').update(JSON.stringify(profile)).digest('hex').slice(0, 8);
}
