// Bundles the reader and scores it on labelled reports. `npm run eval -- FILE…` takes other files than those under
// `tests/fixtures/facts`; `--short` leaves out what was missed and what was invented; `--set-aside` takes those in the folder of
// that name, and prints nothing but totals.
import {mkdir, rm} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {options} from '../../source/build.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const folder = path.resolve('build', `eval-${process.pid}`);
try {
	await mkdir(folder, {recursive: true});
	const outfile = path.join(folder, 'eval.mjs');
	await build({...options, entryPoints: ['tests/eval/run.ts'], outfile, packages: 'external', banner: {}});
	await import(pathToFileURL(outfile).href);
} finally {
	await rm(folder, {recursive: true, force: true});
}
