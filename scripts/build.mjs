// Builds what runs: dist/server.js and dist/cli.js for Node, dist/assets for the browser. Called by start and test.
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { appendFile, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const dist = path.join(root, "dist");
const compress = promisify(gzip);

/** Every file below a folder. */
function filesBelow(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const full = path.join(folder, entry.name);
		return entry.isDirectory() ? filesBelow(full) : [full];
	});
}

/** The time of the newest source, to see whether the build is stale. */
export function newestSource() {
	const files = [
		...filesBelow(path.join(root, "src")),
		path.join(root, "package-lock.json"),
		fileURLToPath(import.meta.url),
	];
	return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

/** True when there is no build or a source is newer than it. */
export async function isStale() {
	try {
		const { builtFrom } = JSON.parse(await readFile(path.join(dist, "build.json"), "utf8"));
		return builtFrom < newestSource();
	} catch {
		return true;
	}
}

/** Builds everything anew. */
export async function build() {
	const { build: bundle } = await import("esbuild");
	const builtFrom = newestSource();
	await rm(dist, { recursive: true, force: true });
	await mkdir(path.join(dist, "assets"), { recursive: true });
	await bundle({
		entryPoints: {
			server: path.join(root, "src/server/main.ts"),
			cli: path.join(root, "src/cli/main.ts"),
			"extract-process": path.join(root, "src/server/extracts/extract-process.ts"),
			"extract-thread": path.join(root, "src/server/extracts/extract-thread.ts"),
			"word-thread": path.join(root, "src/documents/word/word-thread.ts"),
		},
		outdir: dist,
		bundle: true,
		splitting: true,
		platform: "node",
		target: "node20",
		format: "esm",
		external: await externalPackages(),
		jsx: "automatic",
		sourcemap: true,
		logLevel: "warning",
		define: { "process.env.NODE_ENV": '"production"' },
		// What is bundled and was written for `require`.
		banner: {
			js: 'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);',
		},
	});
	await bundle({
		entryPoints: { throughline: path.join(root, "src/web/browser/main.ts") },
		outdir: path.join(dist, "assets"),
		bundle: true,
		minify: true,
		platform: "browser",
		target: "es2020",
		format: "iife",
		logLevel: "warning",
	});
	for (const worker of workers) await cp(path.join(root, worker), path.join(dist, path.basename(worker)));
	await copyAssets(bundle);
	const version = await versionOf(path.join(dist, "assets"));
	await writeFile(path.join(dist, "build.json"), JSON.stringify({ builtFrom, assetVersion: version }));
}

/** Packages stay packages, but for React: bundled, it is its production build whatever the environment says (4 times faster). */
async function externalPackages() {
	const { dependencies, optionalDependencies } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
	const names = Object.keys({ ...dependencies, ...optionalDependencies }).filter(
		(name) => name !== "react" && name !== "react-dom",
	);
	return names.flatMap((name) => [name, `${name}/*`]);
}

/** Programs that the server runs in processes and threads of their own: plain JavaScript, beside the bundle. */
const workers = [
	"src/documents/pdf/typst-process.mjs",
	"src/documents/excel/worksheet-thread.mjs",
	"src/storage/duckdb/query-process.mjs",
];

/** The styles of a printed document, which the pages that show one need: a part of our own style sheet, so that a page asks for one. */
async function documentStyles(bundle) {
	const source = path.join(root, "src/documents/html/document-styles.ts");
	const { outputFiles } = await bundle({ entryPoints: [source], bundle: true, format: "esm", write: false });
	const { DOCUMENT_STYLES } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
	return DOCUMENT_STYLES;
}

async function copyAssets(bundle) {
	const assets = path.join(dist, "assets");
	const uswds = path.join(root, "node_modules/@uswds/uswds/dist");
	await cp(path.join(root, "src/web/assets"), assets, { recursive: true });
	await appendFile(path.join(assets, "throughline.css"), `\n${await documentStyles(bundle)}`);
	for (const part of ["css/uswds.min.css", "js/uswds.min.js", "js/uswds-init.min.js"]) {
		await cp(path.join(uswds, part), path.join(assets, "uswds", part));
	}
	await cp(path.join(uswds, "img"), path.join(assets, "uswds/img"), { recursive: true });
	await cp(path.join(uswds, "fonts"), path.join(assets, "uswds/fonts"), {
		recursive: true,
		filter: (source) => statSync(source).isDirectory() || source.endsWith(".woff2"),
	});
	for (const file of filesBelow(assets)) {
		if (/\.(css|js|svg)$/.test(file) && statSync(file).size > 1000) {
			await writeFile(`${file}.gz`, await compress(await readFile(file), { level: 9 }));
		}
	}
}

async function versionOf(folder) {
	const hash = createHash("sha256");
	for (const file of filesBelow(folder).sort()) hash.update(file).update(await readFile(file));
	return hash.digest("hex").slice(0, 12);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
