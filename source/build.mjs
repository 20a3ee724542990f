// Bundles the command into dist/. Everything that it needs is inside, so the package installs nothing else.
import {chmod, rm} from 'node:fs/promises';
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await rm(`${root}/dist`, {recursive: true, force: true});
	await build({...command, outdir: 'dist'});
	await chmod(`${root}/dist/trucewatch.js`, 0o755);
}
