import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { extractsFolderFor } from "../../../test/support/extracts-folder.ts";
import {
	openTestSite,
	type SiteAnswer,
	type SiteVisitor,
	siteUrl,
	type TestSite,
} from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { makeExtracts } from "../../practice/extracts/make-extracts.ts";
import { type Queue, runQueue } from "../../storage/queue/run-queue.ts";
import { whileNobodyReads } from "../../storage/sql/advisory-lock.ts";
import { resumeExtracts } from "../extracts/resume-extracts.ts";
import { takeReceivedExtract } from "../extracts/take-received-extract.ts";

let site: TestSite;
let queue: Queue | undefined;
let extractsFolder: string;
let state: string;
let county: string;
let analyst: SiteVisitor;
let reader: SiteVisitor;
let partner: SiteVisitor;
let analystActor: Awaited<ReturnType<typeof addActor>>;
const files = new Map<string, string>();

beforeAll(async () => {
	site = await openTestSite();
	extractsFolder = extractsFolderFor(site.storage.databaseName);
	state = await addPlace(site.storage, { kind: "state", code: "99", name: "Halcyon" });
	county = await addPlace(site.storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	analystActor = await addActor(site.storage, state, "state-analyst");
	analyst = await site.visitorAs(analystActor);
	reader = await site.visitorAs(await addActor(site.storage, state, "case-data-reader"));
	partner = await site.visitorAs(await addActor(site.storage, state, "partner"));
	const years = { first: 2022, last: 2023 };
	const faults = ["bad-dates", "blank-ids", "wrong-codes"] as const;
	for (const { name, chunks } of makeExtracts({ seed: 3, children: 200, years, faults, faultShare: 0.1 }))
		files.set(path.basename(name), [...chunks].join(""));
}, 60_000);
afterAll(async () => {
	await queue?.stop();
	await site.end();
	await rm(extractsFolder, { recursive: true, force: true });
});

/** What the server does in the background, with one person's rights looked up as they are now. */
const taking = {
	get performer() {
		return site.storage.performer;
	},
	get extractsFolder() {
		return extractsFolder;
	},
	findPerson: async (personId: string) => (personId === analystActor.personId ? analystActor : undefined),
	whileNobodyReads: (loadId: string, work: () => Promise<void>) => whileNobodyReads(site.storage.admin, loadId, work),
};

async function work(): Promise<void> {
	queue ??= await runQueue(
		site.storage.workerPool,
		{
			"take-extract": async (payload) => {
				await takeReceivedExtract(taking, payload as { loadId: string; personId: string });
			},
			"count-indicators": async () => undefined,
		},
		[],
		() => undefined,
	);
}

function upload(visitor: SiteVisitor, content: string, name: string, jurisdictionId = state): Promise<SiteAnswer> {
	const form = new FormData();
	form.append("jurisdictionId", jurisdictionId);
	form.append("file", new File([content], name));
	return visitor.post("/extracts", form);
}

async function untilRead(location: string): Promise<SiteAnswer> {
	await work();
	await vi.waitFor(
		async () => {
			const { text } = await analyst.get(`/api/extract-loads/${location.split("/").at(-1)}/progress`);
			expect(JSON.parse(text)).not.toMatchObject({ state: "reading" });
		},
		{ timeout: 50_000, interval: 100 },
	);
	return analyst.get(location);
}

describe("a file that is dropped in", () => {
	test("arrives, shows its progress, is read in the background and is then the current one", async () => {
		const answer = await upload(analyst, files.get("afcars-23A.xml") ?? "", "../halcyon 23A.xml");
		expect(answer.status).toBe(303);
		const waiting = await analyst.get(answer.location);
		expect(waiting.read).toContain("The file is being read.");
		expect(waiting.text).toContain('<noscript><meta http-equiv="refresh" content="5"/></noscript>');
		const loadId = answer.location.split("/").at(-1) ?? "";
		const progress = await analyst.get(`/api/extract-loads/${loadId}/progress`);
		expect(JSON.parse(progress.text)).toMatchObject({ state: "reading", bytesRead: 0 });
		const page = await untilRead(answer.location);
		expect(page.document.querySelector("h1")?.textContent).toBe("halcyon 23A.xml");
		expect(page.read).toContain("The file was taken. It is the current one of its period");
		expect((await readdir(extractsFolder)).sort()).toEqual([loadId]);
		const list = await analyst.get("/extracts");
		expect(list.document.querySelector("table tbody tr")?.textContent).toContain("23AAFCARSHalcyon");
		expect(list.document.querySelector("nav a[href='/extracts']")?.textContent).toBe("Data files");
	});

	test("groups its problems by message, with place, found, expected and remedy; the list is whole in both files", async () => {
		const { location } = await upload(analyst, files.get("afcars-22B.txt") ?? "", "22B.txt");
		const page = await untilRead(location);
		const heading = page.document.querySelector("section h2")?.textContent ?? "";
		expect(heading).toMatch(/^To mend \(\d+\)$/);
		expect(page.document.querySelectorAll("main section section tbody tr").length).toBeGreaterThan(1);
		expect(page.read).toContain("How to mend it:");
		const csv = await analyst.get(`${location}/problems.csv`);
		const loadId = location.split("/").at(-1) ?? "";
		const kept = gunzipSync(await readFile(path.join(extractsFolder, loadId, "problems.jsonl.gz"))).toString();
		const problems = kept
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line) as { tier: string; county?: string });
		const rows = csv.text.trim().split("\r\n").slice(1);
		expect(rows).toHaveLength(problems.length);
		const tiers = rows.map((row) => row.split(",")[0]);
		expect(tiers).toEqual([...tiers].sort((a, b) => order(a) - order(b)));
		const book = await site.app.request(`${siteUrl}${location}/problems.xlsx`, {
			headers: { cookie: analyst.cookieHeader() },
		});
		expect((await sheetsOf(book)).map(({ rowCount }) => rowCount)).toEqual([problems.length + 1]);

		const code = problems.find((each) => each.county)?.county ?? "";
		const mine = problems.filter((each) => each.county === code);
		const cut = await analyst.get(`${location}/problems.csv?county=${code}`);
		expect(cut.text.trim().split("\r\n").slice(1)).toHaveLength(mine.length);
		expect(mine.length).toBeLessThan(problems.length);
		const cutPage = await analyst.get(`${location}?county=${code}`);
		expect(cutPage.document.querySelector("section h2")?.textContent).not.toBe(heading);
	});

	test("is refused whole when it is no such file, and the page says why", async () => {
		const { location } = await upload(analyst, "Dear colleague, the file is attached.", "letter.txt");
		const page = await untilRead(location);
		expect(page.read).toContain("The file was refused, and nothing of it counts.");
		expect(page.document.querySelector("section h2")?.textContent).toBe("The file is refused (1)");
	});

	test("by the API as the bare body, larger than a form may be", async () => {
		const large = `${(files.get("afcars-22A.txt") ?? "").split(/\r?\n/).find((each) => each.length === 197)}\r\n`;
		const body = large.repeat(Math.ceil((27 * 1024 * 1024) / large.length));
		const put = (visitor: SiteVisitor, query: string, content: string) =>
			site.app.request(`${siteUrl}/api/extract-uploads?${query}`, {
				method: "PUT",
				body: content,
				headers: { cookie: visitor.cookieHeader() },
			});
		const query = `jurisdictionId=${county}&fileName=22A.txt`;
		expect((await put(partner, query, "x")).status).toBe(403);
		expect((await put(reader, query, "x")).status).toBe(403);
		expect((await put(analyst, "fileName=x", "x")).status).toBe(422);
		expect((await put(analyst, query, "")).status).toBe(422);
		const answer = await put(analyst, query, body);
		expect(answer.status).toBe(200);
		const { loadId } = (await answer.json()) as { loadId: string };
		const page = await untilRead(`/extracts/${loadId}`);
		expect(page.read).toContain("Place: Alder County");
		expect(page.read).toContain("Size: 27 MB");
	}, 90_000);

	test("needs the right before anything is kept, and shows nothing to those without", async () => {
		const before = await readdir(extractsFolder);
		expect((await upload(reader, files.get("afcars-23B.xml") ?? "", "23B.xml")).status).toBe(403);
		expect((await upload(partner, "x", "x.txt")).status).toBe(403);
		expect((await site.visitor().post("/extracts", { a: "b" })).status).toBe(401);
		expect(await readdir(extractsFolder)).toEqual(before);
		expect((await reader.get("/extracts")).document.querySelector("form[enctype]")).toBeNull();
		expect((await reader.get("/extracts")).read).toContain("22B.txt");
		const page = (await analyst.get("/extracts")).document.querySelector("tbody a")?.getAttribute("href") ?? "";
		for (const end of ["", "/problems.csv", "/problems.xlsx"]) expect((await partner.get(page + end)).status).toBe(404);
		expect((await partner.get("/extracts")).read).toContain("Nothing has been loaded yet.");
	});

	test("without a file, of no bytes, or without a place is told at its field", async () => {
		const none = new FormData();
		none.append("jurisdictionId", state);
		expect((await analyst.post("/extracts", none)).document.querySelector("#file-error")?.textContent).toContain(
			"Choose a file first.",
		);
		expect((await upload(analyst, "", "empty.txt")).document.querySelector("#file-error")?.textContent).toContain(
			"There is nothing in this file.",
		);
		expect(
			(await upload(analyst, "x", "x.txt", "")).document.querySelector("#jurisdictionId-error")?.textContent,
		).toContain("Choose the State or county");
		expect((await analyst.post("/extracts", { jurisdictionId: state })).status).toBe(422);
	});

	test("is told as refused when whoever sent it has lost the right before it is read", async () => {
		await queue?.stop();
		queue = undefined;
		const { location } = await upload(analyst, files.get("afcars-23B.xml") ?? "", "23B.xml");
		const loadId = location.split("/").at(-1) ?? "";
		const nobody = { ...taking, performer: site.storage.performer, extractsFolder, findPerson: async () => undefined };
		expect(await takeReceivedExtract(nobody, { loadId, personId: analystActor.personId })).toBe("refused");
		expect((await analyst.get(location)).read).toContain("Whoever loaded the file may no longer sign in.");
	});

	test("whose reading was broken off is read again after the next start; what nobody names is cleared away", async () => {
		const { location } = await upload(analyst, files.get("afcars-23B.xml") ?? "", "23B again.xml");
		const loadId = location.split("/").at(-1) ?? "";
		const tomorrow = new Date(site.storage.clock().getTime() + 500 * 24 * 60 * 60_000);
		const answer = await resumeExtracts({ performer: site.storage.performer, extractsFolder }, tomorrow);
		expect(answer).toEqual({ resumed: [loadId], removed: [] });
		expect((await untilRead(location)).read).toContain("The file was taken.");
		expect((await readdir(extractsFolder)).filter((name) => name.includes("."))).toEqual([]);
	});
});

describe("a link to a list of problems", () => {
	test("shows one county's list without an account, without what records hold, and each opening is written down", async () => {
		const location = await readFileWithProblems();
		const page = await analyst.get(location);
		const whole = await analyst.get(`${location}/problems.csv`);
		const county = /date-impossible,(\d{5}),/.exec(whole.text)?.[1] ?? "";
		expect(page.document.querySelector(`#share-county option[value="${county}"]`)).not.toBeNull();
		const made = await analyst.submit(page, `${location}/shares`, { county, days: "7" });
		const address = made.document.querySelector("#share ~ .usa-alert a")?.getAttribute("href") ?? "";
		expect(address).toMatch(/^http:\/\/localhost:3000\/shared\/extracts\/[\w-]{43}$/);
		const link = new URL(address).pathname;
		const stranger = site.visitor();
		const opened = await stranger.get(link);
		expect([opened.status, opened.headers.get("x-robots-tag")]).toEqual([200, "noindex, nofollow"]);
		expect(opened.read).toContain(county);
		expect(opened.document.querySelectorAll("main tbody tr").length).toBeGreaterThan(0);
		site.moveClock(1);
		const file = await stranger.get(`${link}/problems.csv`);
		const own = await analyst.get(`${location}/problems.csv?county=${county}`);
		const lines = (answer: SiteAnswer) => answer.text.trim().split("\r\n");
		expect(lines(file)).toHaveLength(lines(own).length);
		expect(
			lines(file)
				.slice(1)
				.every((line) => line.includes(`,${county},`)),
		).toBe(true);
		expect(file.text).toContain("(not shown)");
		expect(own.text).not.toContain("(not shown)");
		expect([...opened.document.querySelectorAll("main ul a")].map((each) => each.getAttribute("href"))).toEqual(
			["csv", "xlsx"].map((kind) => `${link}/problems.${kind}`),
		);
		site.moveClock(1);
		const [sheet, ...others] = await sheetsOf(await site.app.request(`${siteUrl}${link}/problems.xlsx`));
		expect(others).toEqual([]);
		const column = (at: number) => sheet?.getColumn(at).values.slice(1) as unknown[];
		expect(column(1)).toEqual(lines(file).map((line) => line.split(",")[0]));
		expect(new Set(column(3).slice(1))).toEqual(new Set([county]));
		expect(column(8).filter((found) => String(found).includes("(not shown)")).length).toBeGreaterThan(0);

		const after = await analyst.get(location);
		expect(after.document.querySelector("details summary")?.textContent).toBe("3 times");
		expect(
			[...after.document.querySelectorAll("details li")].map((each) => /\(.*\)$/.exec(each.textContent ?? "")?.[0]),
		).toEqual(["(Excel file)", "(CSV file)", "(page)"]);
		expect(after.text).not.toContain(link);
		const revoke = after.document.querySelector("form[action$=revoke]")?.getAttribute("action") ?? "";
		expect((await reader.post(revoke, {})).status).toBe(403);
		expect((await analyst.post(revoke, {})).status).toBe(303);
		for (const path of [link, `${link}/problems.csv`, `${link}/problems.xlsx`]) {
			const ended = await stranger.get(path);
			expect([ended.status, ended.document.querySelector("h1")?.textContent]).toEqual([404, "This link has ended"]);
		}
		expect((await analyst.get(location)).read).toContain("Revoked");
	});

	test("of the whole list by the API ends on its day; nobody else makes one", async () => {
		const location = await readFileWithProblems();
		const loadId = location.split("/").at(-1) ?? "";
		const make = (visitor: SiteVisitor, body: object) =>
			site.app.request(`${siteUrl}/api/extract-loads/${loadId}/shares`, {
				method: "POST",
				body: JSON.stringify(body),
				headers: { cookie: visitor.cookieHeader(), "content-type": "application/json" },
			});
		expect((await make(reader, {})).status).toBe(403);
		expect((await make(partner, {})).status).toBe(404);
		expect((await make(analyst, { days: 91 })).status).toBe(422);
		const { address } = (await (await make(analyst, { days: 1 })).json()) as { address: string };
		const link = new URL(address).pathname;
		const list = await analyst.get(`/api/extract-loads/${loadId}/shares`);
		expect(list.text).not.toContain(link.split("/").at(-1));
		expect((await reader.get(`/api/extract-loads/${loadId}/shares`)).status).toBe(403);
		expect((await reader.get(location)).document.querySelector("#share")).toBeNull();
		expect((await site.visitor().get(link)).status).toBe(200);
		expect((await site.visitor().get(`${link.slice(0, -1)}x`)).status).toBe(404);
		site.moveClock(24 * 60);
		expect((await site.visitor().get(link)).status).toBe(404);
	});

	async function readFileWithProblems(): Promise<string> {
		const { location } = await upload(analyst, files.get("afcars-22B.txt") ?? "", "22B shared.txt");
		await untilRead(location);
		return location;
	}
});

const order = (tier: string | undefined) => ["The file is refused", "To mend", "Worth a look"].indexOf(tier ?? "");

async function sheetsOf(answer: Response): Promise<readonly ExcelJS.Worksheet[]> {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(await answer.arrayBuffer());
	return workbook.worksheets;
}
