// Bundles the command and every test, then runs the tests with Node's own runner.
// `npm test -- facts/ store/` runs only the files whose path holds one of the words.
// Tests run in the project's folder: fixtures are read from `tests/fixtures/…`, and the command is at `process.env.TRUCEWATCH_COMMAND`.
import {spawn} from 'node:child_process';
import {mkdir, readdir, rm, writeFile} from 'node:fs/promises';
import {availableParallelism} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {command, options} from '../source/build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
const flags = process.argv.slice(2).filter(argument => argument.startsWith('--'));
// A folder of its own for each run, so that two runs at once do not take each other's files away.
const folder = path.join(root, 'build', String(process.pid));

const files = (await readdir(path.join(root, 'tests'), {recursive: true}))
	.map(file => path.join('tests', file))
	.filter(file => /\.test\.tsx?$/.test(file))
	.filter(file => words.length === 0 || words.some(word => file.includes(word)))
	.sort();
if (files.length === 0) {
	console.error(`tests: no file holds ${words.join(' or ')}`);
	process.exit(2);
}

// Rooms without effects: their tests share one process, since each process takes longer to start than most of them to run.
const pure = ['facts', 'picture', 'panels', 'formats', 'alerts', 'sources', 'reports', 'profile', 'search'];

// The longest of the others, as measured: begun late, one of them alone would make all wait.
const long = [
	'terminal/screen',
	'store/crash',
	'store/several',
	'terminal/doubter',
	'commands/reader',
	'commands/alerts',
	'commands/store-seals',
	'store/mend',
	'commands/store',
	'commands/collect',
	'commands/once',
	'store/memory',
	'terminal/look',
	'commands/demo-weeks',
	'commands/fidelity',
	'store/power',
	'store/hurt',
];

/** What is run, each in a process of its own, the longest first: a room without effects as a whole, else each file. */
async function together(built) {
	const roomOf = file => file.split(path.sep)[1];
	const placeOf = file => {
		const place = long.findIndex(name => file.endsWith(`${name}.test.js`));
		return place === -1 ? long.length : place;
	};
	const rooms = pure.filter(room => built.some(file => roomOf(file) === room));
	for (const room of rooms) {
		const imports = built
			.filter(file => roomOf(file) === room)
			.map(file => `import './${path.relative('tests', file).replaceAll(path.sep, '/')}';\n`);
		await writeFile(path.join(folder, 'tests', `${room}.js`), imports.join(''));
	}
	return [
		...rooms.map(room => path.join(folder, 'tests', `${room}.js`)),
		...built
			.filter(file => !pure.includes(roomOf(file)))
			.sort((a, b) => placeOf(a) - placeOf(b))
			.map(file => path.join(folder, file)),
	];
}

try {
	await mkdir(folder, {recursive: true});
	await Promise.all([
		build({...command, outdir: folder}),
		build({
			...options,
			entryPoints: files,
			outdir: path.join(folder, 'tests'),
			outbase: 'tests',
			packages: 'external',
			splitting: true,
			sourcemap: true,
			chunkNames: 'chunks/[name]-[hash]',
			banner: {},
		}),
	]);
	const built = await together(files.map(file => file.replace(/\.tsx?$/, '.js')));
	const child = spawn(
		process.execPath,
		[
			'--enable-source-maps',
			// Tests make much that is soon forgotten: in MB, twice what Node begins with and ends with.
			'--min-semi-space-size=16',
			'--max-semi-space-size=32',
			'--test',
			`--test-concurrency=${Math.max(2, availableParallelism())}`,
			...flags,
			...built,
		],
		{
			cwd: root,
			stdio: 'inherit',
			env: {...process.env, TRUCEWATCH_COMMAND: path.join(folder, 'trucewatch.js'), NODE_ENV: 'production'},
		},
	);
	process.exitCode = await new Promise(resolve => child.on('exit', code => resolve(code ?? 1)));
} finally {
	await rm(folder, {recursive: true, force: true});
}
