import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

// What the compiler cannot see (design, "Layout"): purity of the lower layers, the clock, sizes, module mocks, and where
// each dependency may be used.

const root = path.resolve(import.meta.dirname, "../..");

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const full = path.join(folder, entry.name);
		if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesBelow(full);
		return /\.(ts|tsx|mjs)$/.test(entry.name) ? [full] : [];
	});
}

type Source = { readonly file: string; readonly text: string; readonly imports: readonly string[] };

const sources: readonly Source[] = filesBelow(path.join(root, "src")).map((full) => {
	const text = readFileSync(full, "utf8");
	return {
		file: path.relative(root, full).replaceAll(path.sep, "/"),
		text,
		imports: [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map((match) => match[1] ?? ""),
	};
});
const program = sources.filter(({ file }) => !/\.test\.tsx?$/.test(file));
const layerOf = (file: string) => file.split("/")[1] ?? "";

/** What each layer may import of the others. The arrows of design.md. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
	domain: [],
	frameworks: ["domain"],
	indicators: ["domain", "frameworks"],
	documents: ["domain", "frameworks"],
	operations: ["domain", "frameworks", "indicators", "documents"],
	storage: ["domain", "operations"],
	web: ["domain", "frameworks"],
	practice: ["domain", "frameworks", "indicators", "documents", "operations"],
	server: ["domain", "frameworks", "indicators", "documents", "operations", "storage", "web", "practice"],
	cli: ["domain", "frameworks", "indicators", "documents", "operations", "storage", "practice", "server"],
};

describe("layers", () => {
	it("import only what stands below them", () => {
		const wrong = program.flatMap(({ file, imports }) =>
			imports
				.filter((each) => each.startsWith("."))
				.map((each) => path.posix.normalize(path.posix.join(path.posix.dirname(file), each)))
				.filter((target) => target.startsWith("src/"))
				.filter((target) => layerOf(target) !== layerOf(file) && !mayImport[layerOf(file)]?.includes(layerOf(target)))
				.map((target) => `${file} imports ${target}`),
		);
		expect(wrong).toEqual([]);
	});

	it("are all known here, each with a tsconfig that references the same layers", () => {
		for (const layer of readdirSync(path.join(root, "src"))) {
			expect(mayImport, `src/${layer}`).toHaveProperty(layer);
			const config = JSON.parse(readFileSync(path.join(root, "src", layer, "tsconfig.json"), "utf8"));
			const references = (config.references ?? []).map((each: { path: string }) => path.basename(each.path)).sort();
			expect(references, `src/${layer}/tsconfig.json`).toEqual([...(mayImport[layer] ?? [])].sort());
		}
	});
});

describe("purity", () => {
	const pure = program.filter(({ file }) =>
		["domain", "frameworks", "indicators", "operations"].includes(layerOf(file)),
	);

	it("keeps files, processes and the network out of the pure layers", () => {
		const wrong = pure.flatMap(({ file, imports, text }) => [
			...imports.filter((each) => each.startsWith("node:")).map((each) => `${file} imports ${each}`),
			...(/\bprocess\.(?:env|cwd|exit|argv|pid|platform|nextTick)|\bfetch\(/.test(text)
				? [`${file} uses process or fetch`]
				: []),
		]);
		expect(wrong).toEqual([]);
	});

	it("keeps every import of a package in the domain to the schema library", () => {
		const wrong = program
			.filter(({ file }) => layerOf(file) === "domain")
			.flatMap(({ file, imports }) =>
				imports.filter((each) => !each.startsWith(".") && each !== "zod").map((each) => `${file}: ${each}`),
			);
		expect(wrong).toEqual([]);
	});

	it("reads the clock and the environment only in composition roots", () => {
		const reads = /\bDate\.now\(|\bnew Date\(\)|\bprocess\.env\b|\bMath\.random\(/;
		const wrong = program
			.filter(({ file }) => !file.endsWith("/main.ts") && !file.startsWith("src/web/browser/"))
			.filter(({ text }) => reads.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")))
			.map(({ file }) => file);
		expect(wrong).toEqual([]);
	});
});

describe("habits", () => {
	it("mocks no modules and leaves no test out", () => {
		const tests = [
			...sources.filter(({ file }) => file.includes(".test.")).map(({ file, text }) => ({ file, text })),
			...filesBelow(path.join(root, "test")).map((full) => ({
				file: path.relative(root, full),
				text: readFileSync(full, "utf8"),
			})),
		];
		const forbidden = new RegExp(
			["vi\\.mock\\(", "jest\\.mock\\(", "\\b(?:it|test|describe)\\.(?:skip|todo|only)\\b"].join("|"),
		);
		expect(
			tests.filter(({ text, file }) => !file.includes("architecture") && forbidden.test(text)).map(({ file }) => file),
		).toEqual([]);
	});

	it("keeps files below 500 lines, and their median at 80 or less", () => {
		const lines = program
			.filter(({ file }) => !/generated|\/data\//.test(file))
			.map(({ file, text }) => ({ file, count: text.split("\n").length }));
		expect(lines.filter(({ count }) => count > 500)).toEqual([]);
		const sorted = lines.map(({ count }) => count).sort((a, b) => a - b);
		expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
	});

	it("has no folder for leftovers", () => {
		const folders = new Set(sources.flatMap(({ file }) => file.split("/").slice(0, -1)));
		for (const name of ["utils", "util", "helpers", "common", "misc", "lib"])
			expect(folders.has(name), name).toBe(false);
	});

	it("uses no suppression without a reason", () => {
		const bare = sources.filter(
			({ text }) => /biome-ignore [\w/]+\s*(?::\s*)?$/m.test(text) || /@ts-(?:ignore|nocheck)/.test(text),
		);
		expect(bare.map(({ file }) => file)).toEqual([]);
	});
});

describe("dependencies", () => {
	const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
	/** Where each package may be imported. Recorded in docs/decisions/0003-dependencies.md. */
	const confinedTo: Readonly<Record<string, readonly string[]>> = {
		"@duckdb/node-api": ["src/storage/duckdb"],
		"@hono/node-server": ["src/server"],
		"@myriaddreamin/typst-ts-node-compiler": ["src/documents/pdf"],
		"@observablehq/plot": ["src/documents/figures"],
		busboy: ["src/server"],
		"better-auth": ["src/server/accounts"],
		"csv-parse": ["src/indicators/figures"],
		docx: ["src/documents/word"],
		exceljs: ["src/documents/excel"],
		"graphile-worker": ["src/storage/queue", "src/storage/sql"],
		hono: ["src/server"],
		"ical-generator": ["src/server/calendar"],
		jsdom: ["src/documents/figures"],
		kysely: ["src/storage", "src/server", "src/cli"],
		nodemailer: ["src/server/mail"],
		"openid-client": ["src/server/accounts"],
		pg: ["src/storage", "src/server/accounts"],
		react: ["src/web", "src/server/middleware", "src/server/routes"],
		"react-dom": ["src/web"],
		saxes: ["src/documents/word"],
		uqr: ["src/server"],
	};

	it("are confined to their folders", () => {
		const wrong = program.flatMap(({ file, imports }) =>
			imports.flatMap((each) => {
				const name = each.startsWith("@") ? each.split("/").slice(0, 2).join("/") : (each.split("/")[0] ?? "");
				const folders = confinedTo[name];
				return folders && !folders.some((folder) => file.startsWith(`${folder}/`)) ? [`${file} imports ${name}`] : [];
			}),
		);
		expect(wrong).toEqual([]);
	});

	/** Read by hand, because their manifests do not say it in a standard way, or because the licence needs a thought. */
	const read: Readonly<Record<string, string>> = {
		"@uswds/uswds": "public domain and CC0, fonts under OFL-1.1, icons under Apache-2.0 and MIT (its LICENSE.md)",
		buffers: "MIT, by its author's other packages and repository; reached only through exceljs when it reads files",
		chainsaw: "MIT, written as MIT/X11",
		lightningcss: "MPL-2.0, a build tool of the test runner: not part of what is shipped and not changed by us",
	};

	it("have licences that go with Apache-2.0", () => {
		const allowed =
			/^(?:MIT|MIT-0|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|BlueOak-1\.0\.0|PostgreSQL|Python-2\.0|Zlib|OFL-1\.1|SIL OPEN FONT LICENSE)$/;
		const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8"));
		const wrong = Object.entries(lock.packages as Record<string, { dev?: boolean; license?: string }>).flatMap(
			([place, entry]) => {
				if (place === "" || entry.dev) return [];
				const name = place.replace(/^.*node_modules\//, "");
				if (
					Object.keys(read).some(
						(known) => name === known || (known === "lightningcss" && name.startsWith("lightningcss-")),
					)
				)
					return [];
				const license = entry.license ?? licenseOf(place);
				const choices = license.replace(/[()]/g, "").split(/ OR | AND /);
				return choices.some((each) => allowed.test(each.trim())) ? [] : [`${name}: ${license}`];
			},
		);
		expect(wrong).toEqual([]);
	});

	function licenseOf(place: string): string {
		const file = path.join(root, place, "package.json");
		try {
			statSync(file);
		} catch {
			return "MIT"; // An optional package of another platform that is not installed; its sibling is checked.
		}
		const { license, licenses } = JSON.parse(readFileSync(file, "utf8"));
		return String(license?.type ?? license ?? licenses?.[0]?.type ?? "none");
	}

	it("are pinned exactly", () => {
		const loose = Object.entries({
			...manifest.dependencies,
			...manifest.devDependencies,
			...manifest.optionalDependencies,
		}).filter(([, version]) => !/^\d/.test(String(version)));
		expect(loose).toEqual([]);
	});
});
