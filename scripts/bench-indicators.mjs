// `npm run bench:indicators [-- --children 100000,1000000] [--dir FOLDER] [--phases read,postgres] [--keep] [--write]`: from federal files to the seven
// indicators by county, for synthetic states. Each phase runs in a process of its own, so that its peak memory is its own. The peer,
// measured in the same run, is PostgreSQL with the same SQL texts on the same rows. A million children need 13 GB below --dir, which are
// removed at the end unless --keep is given. `--write` puts the figures into docs/benchmarks.md. `--phases` runs some of them alone and
// prints what each answers.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const here = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(here), "..");
const bundle = path.join(root, ".build/bench-indicators/bench.mjs");
const definitionsFolder = path.join(root, "src/indicators/definitions");
const window = "23A23B";
const years = { first: 2021, last: 2025 };
/** What the window reads (docs/guides/indicators.md). */
const windowFiles = {
	afcars: ["23A", "23B", "24A", "24B", "25A"],
	ncands: [2023, 2024],
};

const phases = { readOne, read, raw, store, stored, postgres };
if (process.argv[2] === "phase") {
	const answer = await phases[process.argv[3]](await import(pathToFileURL(bundle).href), process.argv[4]);
	process.stdout.write(`\n${JSON.stringify({ ...answer, ownPeakMb: peakOf("self") })}\n`);
	process.exit(0);
} else {
	await main();
}

async function main() {
	const { values } = parseArgs({
		options: {
			children: { type: "string", default: "100000,1000000" },
			dir: { type: "string", default: tmpdir() },
			phases: { type: "string", default: Object.keys(phases).join(",") },
			keep: { type: "boolean", default: false },
			write: { type: "boolean", default: false },
		},
	});
	await buildBundle();
	const wanted = Object.keys(phases).filter((each) => values.phases.split(",").includes(each));
	const all = wanted.length === Object.keys(phases).length;
	if (values.write && !all) throw new Error("--write needs every phase: leave --phases out.");
	const states = [];
	for (const children of values.children.split(",").map(Number)) {
		const folder = path.join(path.resolve(values.dir), `throughline-bench-${children}`);
		mkdirSync(folder, { recursive: true });
		try {
			const state = { children, load: loadavg()[0], make: await makeFiles(folder, children, !wanted.includes("read")) };
			for (const phase of wanted) {
				state[phase] = runPhase(phase, folder);
				console.error(`${children.toLocaleString("en-US")} children, ${phase}: ${JSON.stringify(state[phase])}`);
			}
			states.push(state);
		} finally {
			if (!values.keep) rmSync(folder, { recursive: true, force: true });
		}
	}
	if (!all) return;
	const text = describe(states, values.children);
	console.log(text);
	if (values.write) writeSection(text);
}

async function buildBundle() {
	const { build } = await import("esbuild");
	await build({
		stdin: {
			contents: `export { makeExtracts } from "./src/practice/extracts/make-extracts.ts";
				export { readExtractFile } from "./src/server/extracts/read-extract-file.ts";
				export { runIndicators } from "./src/indicators/engine/run-indicators.ts";
				export { openDuckdbEngine } from "./src/storage/duckdb/duckdb-engine.ts";
				export { openParquetWriter } from "./src/storage/duckdb/parquet-writer.ts";
				export { openStoredRows } from "./src/storage/duckdb/open-stored-rows.ts";
				export { openPostgresEngine } from "./src/storage/sql/indicator-engine.ts";
				export { startTestPostgres } from "./test/support/postgres.ts";
				export { default as pg } from "pg";`,
			resolveDir: root,
			loader: "ts",
		},
		outfile: bundle,
		bundle: true,
		platform: "node",
		target: "node20",
		format: "esm",
		packages: "external",
		logLevel: "warning",
	});
	await build({
		entryPoints: [path.join(root, "src/server/extracts/extract-thread.ts")],
		outfile: path.join(path.dirname(bundle), "extract-thread.js"),
		...{ bundle: true, platform: "node", target: "node20", format: "esm", packages: "external", logLevel: "warning" },
	});
	writeFileSync(
		path.join(path.dirname(bundle), "query-process.mjs"),
		readFileSync(path.join(root, "src/storage/duckdb/query-process.mjs")),
	);
}

/** `windowOnly`: only the files of the window, as all phases but `read` need no others. */
async function makeFiles(folder, children, windowOnly) {
	const target = path.join(folder, "files");
	mkdirSync(target, { recursive: true });
	if (readdirSync(target).length > 0) return { seconds: null, bytes: sizeOf(target) };
	const started = performance.now();
	const { makeExtracts } = await import(pathToFileURL(bundle).href);
	const { open } = await import("node:fs/promises");
	for (const { name, chunks } of makeExtracts({ seed: 1, children, years })) {
		if (windowOnly && !isOfWindow(name)) continue;
		const file = await open(path.join(target, name), "wx");
		for (const chunk of chunks) await file.write(chunk, null, "latin1");
		await file.close();
	}
	return { seconds: secondsSince(started), bytes: sizeOf(target) };
}

function runPhase(phase, folder) {
	// Whoever profiles reads somewhat slower; so only the reading by one thread is.
	const profiles = path.join(folder, "profile");
	const flags = phase === "readOne" ? ["--cpu-prof", `--cpu-prof-dir=${profiles}`] : [];
	rmSync(profiles, { recursive: true, force: true });
	const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, here, "phase", phase, folder], {
		encoding: "utf8",
		maxBuffer: 64 * 1024 * 1024,
	});
	if (status !== 0) throw new Error(`The phase "${phase}" failed: ${stderr || stdout}`);
	const answer = JSON.parse(stdout.trim().split("\n").at(-1));
	return phase === "readOne" ? { ...answer, profile: busiest(profiles) } : answer;
}

/** The functions that take most of the time themselves, in percent. */
function busiest(folder) {
	const times = new Map();
	for (const name of readdirSync(folder)) {
		const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(path.join(folder, name), "utf8"));
		const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName || "(unnamed)"]));
		for (const [index, id] of samples.entries()) {
			const key = names.get(id);
			times.set(key, (times.get(key) ?? 0) + timeDeltas[index]);
		}
	}
	const whole = [...times.values()].reduce((sum, time) => sum + time, 0);
	return [...times]
		.sort(([, a], [, b]) => b - a)
		.slice(0, 10)
		.map(([name, time]) => [name, (100 * time) / whole]);
}

/** The window's files to canonical rows by one thread, which shows where the time goes. */
function readOne(program, folder) {
	return readAll(program, windowFilesIn(folder), { threads: 1 });
}

/** Every file to canonical rows, which are thrown away: MB a second of each format. */
function read(program, folder) {
	return readAll(program, filesIn(folder), {});
}

async function readAll({ readExtractFile }, files, ways) {
	const kinds = {};
	for (const file of files) {
		const bytes = statSync(file).size;
		const started = performance.now();
		const options = { file: 0, onRows: () => undefined, onProblem: () => undefined };
		const reading = await readExtractFile(file, options, ways);
		const kind = kinds[reading.kind] ?? { bytes: 0, records: 0, seconds: 0 };
		kinds[reading.kind] = {
			bytes: kind.bytes + bytes,
			records: kind.records + reading.records,
			seconds: kind.seconds + secondsSince(started),
		};
	}
	return { kinds };
}

/** As the command does it: the window's files into DuckDB in memory, and all seven by county. */
async function raw({ readExtractFile, openDuckdbEngine, runIndicators }, folder) {
	const engine = await openDuckdbEngine({ definitionsFolder, temporaryFolder: path.join(folder, "spill") });
	const started = performance.now();
	const { rows, bytes } = await takeFiles(readExtractFile, engine, windowFilesIn(folder));
	const taken = secondsSince(started);
	const { results } = await runIndicators({ engine, files: windowFiles, window, by: "county" });
	const seconds = secondsSince(started);
	await engine.close();
	return { rows, bytes, taken, seconds, results: results.length };
}

async function takeFiles(readExtractFile, engine, files) {
	let [rows, bytes] = [0, 0];
	for (const [number, file] of files.entries()) {
		bytes += statSync(file).size;
		await readExtractFile(file, {
			file: number,
			onProblem: () => undefined,
			onRows: ({ afcars, moves, ncands }) => {
				rows += afcars.length + moves.length + ncands.length;
				return engine.append({ afcarsRows: afcars, afcarsMoves: moves, ncandsRows: ncands });
			},
		});
	}
	return { rows, bytes };
}

/** The window's files into Parquet, a folder each, as a load keeps them. */
async function store({ readExtractFile, openParquetWriter }, folder) {
	const started = performance.now();
	let bytes = 0;
	for (const file of windowFilesIn(folder)) {
		const target = path.join(folder, "extracts", path.basename(file));
		mkdirSync(target, { recursive: true });
		const writer = await openParquetWriter(target);
		await takeFiles(readExtractFile, writer, [file]);
		await writer.finish();
		writer.close();
		bytes += sizeOf(target);
	}
	return { seconds: secondsSince(started), bytes };
}

/** From what is stored: open, then all seven by county; and again, as the next question would be; and where the time goes. */
async function stored({ openStoredRows, runIndicators }, folder) {
	const loadIds = windowFilesIn(folder).map((file) => path.basename(file));
	const totals = [];
	let peak = 0;
	for (let round = 0; round < 3; round += 1) {
		const started = performance.now();
		const engine = await openStoredRows({ definitionsFolder, extractsFolder: path.join(folder, "extracts"), loadIds });
		const opened = secondsSince(started);
		await runIndicators({ engine, files: windowFiles, window, by: "county" });
		const total = secondsSince(started);
		const again = performance.now();
		await runIndicators({ engine, files: windowFiles, window, by: "county" });
		totals.push({ opened, total, again: secondsSince(again) });
		if (round === 2) totals[2].profile = await profile(engine);
		peak = Math.max(peak, ...childrenOf(process.pid).map((pid) => peakOf(pid)));
		await engine.close();
	}
	const sorted = [...totals].sort((a, b) => a.total - b.total);
	return { median: { ...sorted[1], profile: undefined }, profile: totals[2].profile, childPeakMb: peak };

	/** Seconds of each group of indicators alone: they share the stays of as many files. */
	async function profile(engine) {
		const parts = {
			P1: [windowFiles.afcars, []],
			"P2, P3, P5": [["23A", "23B"], []],
			S2: [[], windowFiles.ncands],
			"S1, S2 and P2, P3, P5": [["23A", "23B"], windowFiles.ncands],
		};
		const seconds = {};
		for (const [name, [afcars, ncands]] of Object.entries(parts)) {
			const started = performance.now();
			await runIndicators({ engine, files: { afcars, ncands }, window, by: "county" });
			seconds[name] = secondsSince(started);
		}
		return seconds;
	}
}

/** The peer: the same rows and the same texts on PostgreSQL. */
async function postgres({ readExtractFile, runIndicators, openPostgresEngine, startTestPostgres, pg }, folder) {
	const server = await startTestPostgres();
	const client = new pg.Client({ connectionString: server.adminUrl });
	try {
		await client.connect();
		await client.query("set work_mem = '256MB'");
		const engine = await openPostgresEngine({ client, definitionsFolder });
		const started = performance.now();
		await takeFiles(readExtractFile, engine, windowFilesIn(folder));
		const taken = secondsSince(started);
		const counting = performance.now();
		await runIndicators({ engine, files: windowFiles, window, by: "county" });
		const first = secondsSince(counting);
		const again = performance.now();
		await runIndicators({ engine, files: windowFiles, window, by: "county" });
		const answer = { taken, first, again: secondsSince(again) };
		await engine.close();
		return answer;
	} finally {
		await client.end();
		await server.stop();
	}
}

function filesIn(folder) {
	const files = path.join(folder, "files");
	return readdirSync(files)
		.sort()
		.map((name) => path.join(files, name));
}

function windowFilesIn(folder) {
	return filesIn(folder).filter((file) => isOfWindow(path.basename(file)));
}

function isOfWindow(name) {
	return [
		...windowFiles.afcars.map((period) => `afcars-${period}.`),
		...windowFiles.ncands.map((year) => `ncands-${year}.`),
	].some((start) => name.startsWith(start));
}

function sizeOf(folder) {
	return readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
}

function secondsSince(started) {
	return (performance.now() - started) / 1000;
}

/** The most memory that a process has held so far, in MB (Linux; elsewhere this process's own). */
function peakOf(pid) {
	try {
		return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);
	} catch {
		return Math.round(process.resourceUsage().maxRSS / 1024);
	}
}

function childrenOf(pid) {
	try {
		return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
	} catch {
		return [];
	}
}

function describe(states, children) {
	const number = (value, digits = 1) =>
		value.toLocaleString("en-US", { maximumFractionDigits: digits, minimumFractionDigits: digits });
	const megabytes = (bytes) => number(bytes / 1e6, 0);
	const row = (name, cell) => `| ${name} | ${states.map(cell).join(" | ")} |`;
	const speed = (phase, kind) => (state) => {
		const { bytes, seconds, records } = state[phase].kinds[kind] ?? {};
		if (!seconds) return "not in the window";
		return `${number(bytes / 1e6 / seconds)} MB/s, ${number(records / seconds, 0)} records/s`;
	};
	const lines = [
		`Machine: ${cpus().length} cores (${cpus()[0]?.model}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${process.platform}; load before each state ${states.map(({ load }) => number(load)).join(", ")}. Command: \`npm run bench:indicators -- --children ${children} --write\`.`,
		"",
		`| Window ${window} | ${states.map((state) => `${state.children.toLocaleString("en-US")} children`).join(" | ")} |`,
		`| --- | ${states.map(() => "---:").join(" | ")} |`,
		row("All files of five years", (state) => `${megabytes(state.make.bytes)} MB`),
		row("Reading AFCARS 2020 (XML), all cores", speed("read", "afcars-2020")),
		row("Reading AFCARS legacy (fixed width), one thread", speed("read", "afcars-legacy")),
		row("Reading NCANDS (fixed width), one thread", speed("read", "ncands")),
		row("Peak memory of reading", (state) => `${state.read.ownPeakMb} MB`),
		row("Reading the window's AFCARS 2020 files, one thread, profiled", speed("readOne", "afcars-2020")),
		row("Peak memory of it", (state) => `${state.readOne.ownPeakMb} MB`),
		row("The window's raw files to all seven by county", (state) => `${number(state.raw.seconds)} s`),
		row(
			"of it, reading and appending",
			(state) => `${number(state.raw.taken)} s, ${number(state.raw.rows / state.raw.taken, 0)} rows/s`,
		),
		row("Peak memory of it", (state) => `${state.raw.ownPeakMb} MB`),
		row(
			"Storing the window's files",
			(state) =>
				`${number(state.store.seconds)} s, ${megabytes(state.store.bytes)} MB, peak ${state.store.ownPeakMb} MB`,
		),
		row("From stored rows to all seven by county (median of 3)", (state) => `${number(state.stored.median.total)} s`),
		row("of it, opening", (state) => `${number(state.stored.median.opened)} s`),
		row("The same asked again", (state) => `${number(state.stored.median.again)} s`),
		row("Peak memory of the process that counts", (state) => `${state.stored.childPeakMb} MB`),
		...Object.keys(states[0].stored.profile).map((name) =>
			row(`${name} alone, asked again`, (state) => `${number(state.stored.profile[name])} s`),
		),
		row("Peer: PostgreSQL, the same texts, rows in tables to all seven; asked again", (state) =>
			state.postgres ? `${number(state.postgres.first)} s; ${number(state.postgres.again)} s` : "not run",
		),
		row("Peer: reading and inserting into PostgreSQL", (state) =>
			state.postgres ? `${number(state.postgres.taken)} s` : "not run",
		),
	];
	const [small, large] = [states[0], states.at(-1)];
	const shares = large.readOne.profile.map(([name, share]) => `\`${name}\` ${number(share)}`);
	lines.push(
		"",
		`Where the time of one thread goes, percent of the time in each function itself: ${shares.join(", ")}.`,
	);
	if (small !== large) {
		const growth = (of) => number(of(large) / of(small));
		lines.push(
			"",
			`${large.children / small.children} times the children cost ${growth((state) => state.read.kinds["afcars-2020"].seconds)} times the time of reading XML, ${growth((state) => state.raw.seconds)} times from raw files, and ${growth((state) => state.stored.median.total)} times from stored rows.`,
		);
	}
	return lines.join("\n");
}

function writeSection(text) {
	const file = path.join(root, "docs/benchmarks.md");
	const [begin, end] = ["<!-- indicators -->", "<!-- /indicators -->"];
	const old = readFileSync(file, "utf8");
	const section = `${begin}\n${text}\n${end}`;
	writeFileSync(
		file,
		old.replace(new RegExp(`${begin}[^]*${end}`), () => section),
	);
}
