import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';

/** Bundles a small program of the tests as the command itself is bundled, and returns its path. It goes with the test run's own folder. */
export async function bundled(entry: string): Promise<string> {
	// By path, not bundled: the recipe knows its root by where it lies.
	const recipe: string = pathToFileURL(path.resolve('source/build.mjs')).href;
	const {options} = await import(recipe);
	const name = path.basename(entry).replace(/\.tsx?$/, '');
	const outdir = path.join(path.dirname(process.env.TRUCEWATCH_COMMAND ?? 'build/x'), `terminal-${name}`);
	await build({...options, entryPoints: {[name]: entry}, outdir, splitting: true});
	return path.join(outdir, `${name}.js`);
}
