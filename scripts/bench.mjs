// `npm run bench [-- --counties 58 [--seed N] [--look]] [--seconds N] [--connections N] [--write]`: how quickly the pages people open most are served, measured on the
// running program with the practice state. Beside each page, in the same run, the same bytes sent by a bare node:http server: what
// is left between the two is ours. `--counties` measures every kind of page on a State of so many counties instead, and how long the
// plan of 25 pages takes to render; `--look` only asks what each page costs the processor, which a busy machine can tell too. `--writing` measures a
// plan of 200 pages while twenty people write it. `--write` puts the figures into docs/benchmarks.md.
import { fork, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, tmpdir, totalmem } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { load, timeOf } from "./bench-load.mjs";

const here = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(here), "..");

/** Who asks: of the county that the others were copied from, and of the State. */
const people = { "County planner": "maribel.fontes@alder.example", "State analyst": "renata.osei@halcyon.example" };

if (process.argv[2] === "bare-server") {
	// The peer: sends what it was given, in a process of its own.
	const body = readFileSync(process.argv[3]);
	createServer((_request, response) =>
		response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(body),
	).listen(Number(process.argv[4]));
} else {
	await main();
}

async function main() {
	const { values } = parseArgs({
		options: {
			seconds: { type: "string", default: "10" },
			connections: { type: "string", default: "50" },
			counties: { type: "string" },
			seed: { type: "string", default: "1" },
			look: { type: "boolean", default: false },
			writing: { type: "boolean", default: false },
			writers: { type: "string", default: "20" },
			every: { type: "string", default: "3" },
			write: { type: "boolean", default: false },
		},
	});
	const { build, isStale } = await import("./build.mjs");
	if (await isStale()) await build();
	const { default: autocannon } = await import("autocannon");
	const folder = mkdtempSync(path.join(tmpdir(), "throughline-bench-"));
	const [port, barePort] = [39_000, 39_001].map((base) => base + (process.pid % 500) * 2);
	const address = `http://localhost:${port}`;
	const server = spawn(process.execPath, [path.join(root, "dist/server.js")], {
		env: {
			...process.env,
			PORT: String(port),
			BASE_URL: address,
			DATA_DIR: path.join(folder, "data"),
			DATABASE_URL: "",
		},
		stdio: ["ignore", "ignore", "inherit"],
	});
	const rows = [];
	try {
		await waitUntilReady(address, server);
		if (values.counties !== undefined) {
			await measureState({ address, server, autocannon, dataDir: path.join(folder, "data"), values });
			return;
		}
		if (values.writing) {
			const { measureWriting, writingLine } = await import("./bench-writing.mjs");
			const measured = await measureWriting({ address, autocannon, values });
			if (values.write) writeWriting(measured, writingLine, values);
			return;
		}
		const cookie = await signIn(address);
		const pages = await choosePages(address, cookie);
		for (const page of pages) {
			const body = await fetch(address + page.path, { headers: { cookie } }).then((response) => response.arrayBuffer());
			const file = path.join(folder, "page.html");
			writeFileSync(file, Buffer.from(body));
			const bare = fork(here, ["bare-server", file, String(barePort)]);
			await wait(400);
			const run = (url, headers, seconds) =>
				autocannon({ url, headers, connections: Number(values.connections), duration: seconds, idReplacement: true });
			await run(address + page.path, { cookie }, 3);
			const ours = await run(address + page.path, { cookie }, Number(values.seconds));
			// An address that nobody asked for before: the page is made anew every time, as after a change of the data.
			const anew = await run(`${address}${page.path}?look=[<id>]`, { cookie }, Number(values.seconds));
			const peer = await run(`http://localhost:${barePort}/`, {}, Math.min(5, Number(values.seconds)));
			bare.kill();
			if (ours.non2xx > 0 || ours.errors > 0)
				throw new Error(`${page.name}: ${ours.non2xx} answers were not 200, ${ours.errors} errors.`);
			rows.push({ name: page.name, kilobytes: Math.round(body.byteLength / 1024), ours, anew, peer });
			console.log(line(rows.at(-1)));
		}
	} finally {
		server.kill("SIGTERM");
		await new Promise((resolve) => server.once("exit", resolve));
		rmSync(folder, { recursive: true, force: true });
	}
	if (values.write) writeFigures(rows, values);
	const slow = rows.filter((row) => row.ours.latency.p97_5 >= 100);
	if (slow.length > 0) console.log(`Over 100 ms at the 97.5th percentile: ${slow.map((row) => row.name).join(", ")}`);
}

/** autocannon gives the 97.5th percentile, which is stricter than the 95th that the bar asks for. */
function line({ name, kilobytes, ours, anew, peer }) {
	return `| ${name} | ${kilobytes} | ${Math.round(ours.requests.average)} | ${ours.latency.p50} | ${ours.latency.p90} | ${ours.latency.p97_5} | ${ours.latency.p99} | ${Math.round(anew.requests.average)} | ${anew.latency.p50} | ${anew.latency.p97_5} | ${Math.round(peer.requests.average)} | ${peer.latency.p97_5} |`;
}

async function waitUntilReady(address, server) {
	for (let tries = 0; tries < 1200 && server.exitCode === null; tries += 1) {
		if (
			await fetch(`${address}/health`)
				.then((response) => response.ok)
				.catch(() => false)
		)
			return;
		await wait(100);
	}
	throw new Error("The server was not ready.");
}

async function signIn(address) {
	const people = await fetch(`${address}/sign-in`).then((response) => response.text());
	for (const [, email] of people.matchAll(/value="([^"@\s]+@[^"]+)"/g)) {
		const response = await fetch(`${address}/sign-in/practice`, {
			method: "POST",
			redirect: "manual",
			headers: { "content-type": "application/x-www-form-urlencoded", origin: address },
			body: new URLSearchParams({ email }),
		});
		const cookie = response.headers
			.getSetCookie()
			.map((each) => each.split(";")[0])
			.join("; ");
		const plans = await fetch(`${address}/api/plans`, { headers: { cookie } }).then((answer) => answer.json());
		if (plans.some(({ document }) => document.state === "accepted")) return cookie;
	}
	throw new Error("No practice person sees an accepted plan.");
}

async function choosePages(address, cookie) {
	const get = (where) => fetch(`${address}/api${where}`, { headers: { cookie } }).then((answer) => answer.json());
	const { document, jurisdiction } = (await get("/plans")).find((each) => each.document.state === "accepted");
	const { rows } = await get(`/jurisdictions/${jurisdiction.id}/outcomes`);
	const { code, vintage } = rows[0].series.indicator;
	return [
		{ name: "Home", path: "/" },
		{ name: "Outcome", path: `/outcomes/${jurisdiction.id}/${vintage}/${encodeURIComponent(code)}` },
		{ name: "Plan", path: `/plans/${document.id}` },
	];
}

/** Every kind of page of two people on a State of many counties, and the rendering of a long plan. */
async function measureState({ address, server, autocannon, dataDir, values }) {
	const { addCounties, connect, lengthenPlan } = await import("./bench-state.mjs");
	const { costOf, findPages, signInAs } = await import("./bench-pages.mjs");
	const database = await connect(dataDir);
	const started = performance.now();
	const state = await addCounties(database, { counties: Number(values.counties), seed: Number(values.seed) });
	const longPlan = await lengthenPlan(database);
	await database.end();
	console.log(`Made in ${((performance.now() - started) / 1000).toFixed(1)} s: ${JSON.stringify(state)}`);
	const rows = [];
	for (const [person, email] of Object.entries(people)) {
		const cookie = await signInAs(address, email);
		for (const page of await findPages(address, cookie)) {
			const row = { person, ...page, ...(await costOf(address, cookie, page, server.pid)) };
			if (!values.look) {
				const asked = { url: address + page.path, headers: { cookie }, connections: Number(values.connections) };
				await load(autocannon, { ...asked, duration: 1 });
				row.served = await load(autocannon, { ...asked, duration: Number(values.seconds) });
			}
			rows.push(row);
			console.log(stateLine(row));
		}
	}
	const cookie = await signInAs(address, people["County planner"]);
	const papers = await renderPapers(address, cookie, longPlan);
	for (const paper of papers) console.log(paperLine(paper));
	const slow = rows.filter(({ served }) => served && timeOf(served.times, 0.95) >= 150);
	if (slow.length > 0) console.log(`Over 150 ms at the 95th percentile: ${slow.map((row) => row.path).join(", ")}`);
	if (values.write) writeState({ state, rows, papers, values });
}

/** How long a plan takes in each form; the median of five, each with a page that was never made before. */
async function renderPapers(address, cookie, documentId) {
	const papers = [];
	for (const format of ["html", "docx", "pdf"]) {
		const times = [];
		let size = 0;
		for (let i = 0; i < 6; i += 1) {
			const start = performance.now();
			const response = await fetch(`${address}/api/plans/${documentId}/papers/${format}`, { headers: { cookie } });
			const bytes = await response.arrayBuffer();
			if (!response.ok)
				throw new Error(`The paper answers ${response.status}: ${Buffer.from(bytes).toString().slice(0, 300)}`);
			size = bytes.byteLength;
			if (i > 0) times.push(performance.now() - start);
			if (format === "pdf")
				papers.pages = (
					Buffer.from(bytes)
						.toString("latin1")
						.match(/\/Type\s*\/Page\b/g) ?? []
				).length;
		}
		if (papers.pages < 25) throw new Error(`The plan has ${papers.pages} pages: make it longer (lengthenPlan).`);
		papers.push({ format, kilobytes: Math.round(size / 1024), median: times.toSorted((a, b) => a - b)[2] });
	}
	return papers;
}

function stateLine({ person, name, kilobytes, processor, wait: alone, served }) {
	const load = served
		? [Math.round(served.result.requests.average), ...[0.5, 0.95, 0.99].map((part) => timeOf(served.times, part))]
		: ["", "", "", ""];
	return `| ${[person, name, kilobytes, ...load, Math.round(processor), Math.round(alone)].join(" | ")} |`;
}

function paperLine({ format, kilobytes, median }) {
	return `| ${format} | ${kilobytes} | ${(median / 1000).toFixed(2)} |`;
}

function writeState({ state, rows, papers, values }) {
	const { counties, seed, seconds, connections } = values;
	const words = Object.entries(state).map(([what, count]) => `${count.toLocaleString("en-US")} ${what}`);
	writeSection("state", [
		`Machine: ${machineWords()}. Load generator, server and PostgreSQL share it. Command: \`npm run bench -- --counties ${counties} --seed ${seed} --seconds ${seconds} --connections ${connections} --write\`. The State: ${words.join(", ")}.`,
		"",
		"| Who | Page | KB | Requests/s | p50 ms | p95 ms | p99 ms | Made anew: processor ms | its wait alone, ms |",
		"| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
		...rows.map(stateLine),
		"",
		`The plan of ${papers.pages} pages in each form, as the API hands it out, median of five:`,
		"",
		"| Form | KB | Seconds |",
		"| --- | ---: | ---: |",
		...papers.map(paperLine),
	]);
}

function writeWriting({ rows, pages, writers, persons }, line, { seconds, connections, every }) {
	writeSection("writing", [
		`Machine: ${machineWords()}. Load generator, server and PostgreSQL share it. Command: \`npm run bench -- --writing --seconds ${seconds} --connections ${connections} --write\`. A plan of ${pages} pages; ${writers} sessions of ${persons} people, each saving a field of their own every ${every} seconds.`,
		"",
		"| Page | Beside it | Requests/s | p50 ms | p95 ms | p97.5 ms | Saves | p95 of a save, ms |",
		"| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
		...rows.map(line),
	]);
}

function machineWords() {
	return `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${process.platform}`;
}

function writeSection(name, lines) {
	const file = path.join(root, "docs/benchmarks.md");
	const marks = new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`);
	const text = readFileSync(file, "utf8");
	writeFileSync(file, text.replace(marks, `<!-- ${name} -->\n${lines.join("\n")}\n<!-- /${name} -->`));
}

function writeFigures(rows, { seconds, connections }) {
	writeSection("pages", [
		`Machine: ${machineWords()}. Load generator, server and PostgreSQL share it. Command: \`npm run bench -- --seconds ${seconds} --connections ${connections} --write\`.`,
		"",
		"| Page | KB | Requests/s | p50 ms | p90 ms | p97.5 ms | p99 ms | Made anew, requests/s | its p50 ms | its p97.5 ms | Bare node:http, requests/s | its p97.5 ms |",
		"| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
		...rows.map(line),
	]);
}
