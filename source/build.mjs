// Bundles the command into dist/. Everything that it needs is inside, so the package installs nothing else.
import {chmod, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

// Ink imports its developer tools by name at start, even where they are never used.
const withoutDevtools = {
	name: 'without-devtools',
	setup(bundle) {
		bundle.onResolve({filter: /^react-devtools-core$/}, args => ({
			path: args.path,
			namespace: 'without-devtools',
		}));
		bundle.onLoad({filter: /.*/, namespace: 'without-devtools'}, () => ({contents: 'export default {};'}));
	},
};

export const options = {
	absWorkingDir: root,
	bundle: true,
	format: 'esm',
	platform: 'node',
	target: 'node20',
	jsx: 'automatic',
	define: {'process.env.NODE_ENV': '"production"'},
	plugins: [withoutDevtools],
	// Packages in the older module form ask for `require`, which a module does not have.
	banner: {
		js: "import {createRequire as __createRequire} from 'node:module';\nconst require = __createRequire(import.meta.url);",
	},
	legalComments: 'none',
	logLevel: 'warning',
};

/** The command: one file that is started, and the chunks that it loads when they are needed, so that `--version` does not parse React. */
export const command = {
	...options,
	entryPoints: {trucewatch: 'source/trucewatch.ts'},
	splitting: true,
	chunkNames: 'chunks/[name]-[hash]',
	minify: true,
};

/** The licences of all packages whose code is in the bundle, which must go where their code goes. */
async function licences(metafile) {
	const packages = new Set(
		Object.values(metafile.outputs).flatMap(({inputs}) =>
			Object.entries(inputs).flatMap(([file, {bytesInOutput}]) => {
				const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
				return found && bytesInOutput > 0 ? [found[1]] : [];
			}),
		),
	);
	const texts = [...packages].sort().map(async folder => {
		const about = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8'));
		const files = (await readdir(path.join(root, folder))).filter(name =>
			/^(licen[cs]e|copying|notice)/i.test(name),
		);
		const words = await Promise.all(files.map(name => readFile(path.join(root, folder, name), 'utf8')));
		return `${about.name} ${about.version} (${about.license})\n\n${words.join('\n').trim()}\n`;
	});
	return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const folder = path.join(root, 'dist');
	await rm(folder, {recursive: true, force: true});
	const {metafile} = await build({...command, outdir: folder, metafile: true});
	await chmod(path.join(folder, 'trucewatch.js'), 0o755);
	await writeFile(path.join(folder, 'licences.txt'), await licences(metafile));
}
