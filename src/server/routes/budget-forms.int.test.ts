import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import type { Actor } from "../../domain/people/may.ts";
import { getBudgetForm } from "../../operations/get-budget-form.ts";
import { getBudgetWorkbook } from "../../operations/get-budget-workbook.ts";
import { perform } from "../../operations/operation.ts";
import { saveBudgetCells } from "../../operations/save-budget-cells.ts";
import { takeBudgetWorkbook } from "../../operations/take-budget-workbook.ts";

let site: TestSite;
let state: string;
let planner: Actor & { readonly email: string };
let visitors: Readonly<Record<"planner" | "colleague" | "director" | "analyst" | "county", SiteVisitor>>;

beforeAll(async () => {
	site = await openTestSite();
	state = await addPlace(site.storage, { kind: "state", code: "01", name: "State of Alabama" });
	const place = await addPlace(site.storage, { kind: "county", code: "01001", name: "County", parentId: state });
	planner = await addActor(site.storage, state, "state-planner");
	const colleague = await addActor(site.storage, state, "state-planner", "Colleague");
	visitors = {
		planner: await site.visitorAs(planner),
		colleague: await site.visitorAs(colleague),
		director: await site.visitorAs(await addActor(site.storage, state, "state-director")),
		analyst: await site.visitorAs(await addActor(site.storage, state, "state-analyst")),
		county: await site.visitorAs(await addActor(site.storage, place, "county-planner")),
	};
});
afterAll(() => site.end());

async function start(year: string): Promise<string> {
	const answer = await visitors.planner.post("/budget-forms", { jurisdictionId: state, submissionYear: year });
	expect(answer.status).toBe(303);
	return answer.location;
}

/** Saves some cells of a part as a page without script does: with every field of the page. */
async function fill(path: string, part: string, cells: Readonly<Record<string, string>>, visitor = visitors.planner) {
	const page = await visitor.get(`${path}/parts/${part}`);
	return visitor.submit(page, `${path}/parts/${part}`, cells);
}

/** Subpart 2 of Alabama for FFY2015. */
const alabama = {
	"one.7.amount": "5,793,524",
	"one.7a.amount": "1,680,122",
	"one.7b.amount": "1,448,381",
	"one.7c.amount": "1,448,381.00",
	"one.7d.amount": "1,158,705",
	"one.7e.amount": "0",
	"one.7f.amount": "57,935",
};
const formIdOf = (path: string) => path.split("/")[2] ?? "";
const view = (path: string) => perform(site.storage.performer, getBudgetForm, planner, { formId: formIdOf(path) });

describe("form CFS-101", () => {
	let path: string;

	test("Alabama FFY2015: the arithmetic stands beside each line, the years are worked out (C2, C4, C5)", async () => {
		path = await start("2026");
		expect((await fill(path, "one", alabama)).status).toBe(303);
		const page = await visitors.planner.get(`${path}/parts/one`);
		expect(page.read).toContain(
			"C5: 20 percent x $5,793,524.00 (line 7) = $1,158,704.80; line 7d is $1,158,705.00, not less.",
		);
		expect(page.document.querySelector<HTMLInputElement>("#one-7g-amount")?.value).toBe("5,793,524.00");
		const overview = await visitors.planner.get(path);
		expect(overview.read).toContain("Parts I and II ask for FFY2027");
		expect(overview.read).toContain("Part III reports FFY2024");
		for (let check = 1; check <= 17; check += 1) {
			expect(overview.document.querySelector(`#check-C${check}`)?.textContent).toContain(`C${check}:`);
		}
	});

	test("one cent less and the task list leads to the field; the older text is in the history", async () => {
		await fill(path, "one", { "one.7d.amount": "1,158,704.79", "one.7e.amount": "0.21" });
		const overview = await visitors.planner.get(path);
		const link = overview.document.querySelector("#check-C5 a");
		expect(link?.getAttribute("href")).toBe(`${path}/parts/one#one-7d-amount`);
		expect((await visitors.planner.get(`${path}/parts/one`)).document.querySelector("#one-7d-amount")).not.toBeNull();
		expect((await visitors.planner.get(`${path}/history`)).read).toContain("1,158,705.00");
		await fill(path, "one", { "one.7d.amount": "1,158,704.80", "one.7e.amount": "0.20" });
		expect((await view(path)).checks.find(({ id }) => id === "C5")?.outcome).toBe("met");
	});

	test("what cannot be read stands beside its field, and nothing of it is kept", async () => {
		const answer = await fill(path, "one", { "one.6.amount": "1.234", "one.9.amount": "77" });
		expect(answer.status).toBe(422);
		expect(answer.document.querySelector("#one-6-amount-error")?.textContent).toContain("Expected dollars");
		expect(answer.document.querySelector<HTMLInputElement>("#one-9-amount")?.value).toBe("77");
		expect((await view(path)).cells.find(({ cell }) => cell === "one.9.amount")?.value).toBeNull();
	});

	test("two who change the same cell see both amounts; different cells are joined", async () => {
		const theirs = await visitors.colleague.get(`${path}/parts/one`);
		await fill(path, "one", { "one.9.amount": "100", "one.10.amount": "200" });
		const to = `${path}/parts/one`;
		const clash = await visitors.colleague.submit(theirs, to, { "one.9.amount": "300", "one.11.amount": "50" });
		expect(clash.status).toBe(409);
		expect(clash.read).toContain("100.00");
		expect(clash.document.querySelector<HTMLInputElement>("#one-9-amount")?.value).toBe("300");
		expect((await visitors.colleague.submit(clash, to, {})).status).toBe(303);
		const cells = new Map((await view(path)).cells.map(({ cell, value }) => [cell, value]));
		expect([cells.get("one.9.amount"), cells.get("one.10.amount"), cells.get("one.11.amount")]).toEqual([
			300_00, 200_00, 50_00,
		]);
	});

	test("a page's script saves what was touched and is told amounts, totals and arithmetic anew", async () => {
		const response = await site.app.request(`http://localhost:3000${path}/parts/one`, {
			method: "POST",
			headers: {
				accept: "application/json",
				origin: "http://localhost:3000",
				cookie: visitors.planner.cookieHeader(),
				"content-type": "application/x-www-form-urlencoded",
			},
			body: new URLSearchParams({ "one.8.amount": "75", "version:one.8.amount": "0" }),
		});
		const body = (await response.json()) as {
			versions: Record<string, number>;
			values: Record<string, string>;
			parts: Record<string, string>;
		};
		expect(body.versions).toEqual({ "version:one.8.amount": 1 });
		expect(body.values).toMatchObject({ "one.8.amount": "75.00", "total:one.7g.amount": "5,793,524.00" });
		expect(body.parts["arithmetic-one-7d"]).toContain("C5: 20 percent");
	});

	test("baselines are kept once for the State and checked in its forms (C11)", async () => {
		const kept = { jurisdictionId: state, baseline: "ffy2005-federal", amount: "1,000", source: "Form of FFY2005" };
		expect((await visitors.planner.post("/budget-forms/baselines", kept)).status).toBe(303);
		await fill(path, "two", { "two.child-care.cws": "1,000.01" });
		const c11 = (await view(path)).checks.find(({ id }) => id === "C11");
		expect(c11?.findings[0]).toMatchObject({ outcome: "error", cell: "two.child-care.cws" });
		const refused = await visitors.planner.post("/budget-forms/baselines", {
			...kept,
			source: "",
			"version:ffy2005-federal": "1",
		});
		expect(refused.status).toBe(422);
	});

	test("only the State's own read and write a draft; with an error it is not sent", async () => {
		expect((await visitors.county.get(path)).status).toBe(404);
		expect((await visitors.analyst.get(path)).status).toBe(404);
		expect((await visitors.county.get(`/budget-forms?place=${state}`)).read).toContain("none is shared with you");
		const started = { jurisdictionId: state, submissionYear: "2027" };
		expect((await visitors.analyst.post("/budget-forms", started)).status).toBe(403);
		expect((await visitors.planner.post("/budget-forms", { ...started, submissionYear: "2026" })).status).toBe(409);
		const { version } = (await view(path)).form;
		const refused = await visitors.director.post(`${path}/submit`, { version: String(version) });
		expect(refused.status).toBe(409);
		expect(refused.read).toContain("C11");
	});

	test("a workbook out and in changes nothing; edited cells are previewed, then taken, whole or not at all", async () => {
		const formId = formIdOf(path);
		const { performer } = site.storage;
		const workbook = await perform(performer, getBudgetWorkbook, planner, { formId });
		const bytes = Uint8Array.from(workbook.bytes);
		expect(await perform(performer, takeBudgetWorkbook, planner, { formId, bytes })).toEqual({
			...{ result: "previewed", changes: [], notes: [] },
		});
		const edited = {
			"two.child-care.cws": "1,000.00",
			"two.support.individuals": "1,240",
			"two.support.area": "Statewide",
		};
		await perform(performer, saveBudgetCells, planner, {
			formId,
			cells: Object.entries(edited).map(([cell, typed]) => ({
				cell,
				typed,
				version: cell === "two.child-care.cws" ? 1 : 0,
			})),
		});
		const file = (name: string) => {
			const data = new FormData();
			data.append("file", new File([bytes], name));
			return data;
		};
		const preview = await visitors.planner.post(`${path}/workbook`, file("old.xlsx"));
		expect(preview.read).toContain("“old.xlsx” would change 3 cells");
		expect((await view(path)).cells.find(({ cell }) => cell === "two.support.area")?.value).toBe("Statewide");
		const other = await start("2027");
		const refused = await visitors.planner.post(`${other}/workbook`, file("old.xlsx"));
		expect(refused.status).toBe(422);
		expect(refused.read).toContain("Part I, cell B3: expected FFY2028, which this form plans, found 2027.");
		const taken = await visitors.planner.submit(preview, `${path}/workbook/take`, {});
		expect(taken.status).toBe(303);
		expect((await view(path)).cells.find(({ cell }) => cell === "two.support.area")?.value).toBeNull();
		const stale = await visitors.planner.submit(preview, `${path}/workbook/take`, {});
		expect(stale.status).toBe(303);
		await fill(path, "two", { "two.child-care.cws": "1,000.00" });
		await visitors.planner.post(`${other}/remove`, {
			version: String((await view(other)).form.version),
			reason: "Started too early",
		});
		expect((await visitors.planner.get(other)).status).toBe(404);
	});

	test("once sent it never changes: a change is a revision; the analyst may read it; baselines stay as they were", async () => {
		const { version } = (await view(path)).form;
		expect((await visitors.planner.post(`${path}/submit`, { version: String(version) })).status).toBe(403);
		expect((await visitors.director.post(`${path}/submit`, { version: String(version) })).status).toBe(303);
		expect((await visitors.analyst.get(`${path}/parts/one`)).read).toContain("$1,158,704.80");
		const late = { ...{ "one.9.amount": "1" }, "version:one.9.amount": "1" };
		expect((await visitors.planner.post(`${path}/parts/one`, late)).status).toBe(409);
		await visitors.planner.post("/budget-forms/baselines", {
			...{ jurisdictionId: state, baseline: "ffy2005-federal", amount: "1", source: "Corrected" },
			"version:ffy2005-federal": "1",
		});
		expect((await view(path)).checks.find(({ id }) => id === "C11")?.outcome).toBe("met");
		const revision = await start("2026");
		const opened = await view(revision);
		expect(opened.form.revision).toBe(1);
		expect(opened.cells.find(({ cell }) => cell === "one.7d.amount")?.value).toBe(1_158_704_80);
		expect(opened.checks.find(({ id }) => id === "C11")?.outcome).toBe("error");
		await fill(revision, "one", { "one.7a.amount": "1,680,123", "one.7e.amount": "" });
		const compared = await visitors.planner.get(`${revision}/comparison`);
		expect(compared.read).toContain("+$1.00");
	});

	test("a form takes its estimates from what was sent for the year that it reports (C13)", async () => {
		const later = await start("2029");
		const opened = await view(later);
		expect(opened.years).toEqual({ plans: 2030, reports: 2027 });
		expect(opened.cells.find(({ cell }) => cell === "three.7.estimated")?.value).toBe(5_793_524_00);
		await fill(later, "three", { "three.7.estimated": "5,793,524.01" });
		expect((await view(later)).checks.find(({ id }) => id === "C13")?.findings[0]?.message).toContain(
			"was sent in Part I",
		);
	});

	test("the database refuses a change of what was sent, whoever asks", async () => {
		const formId = formIdOf(path);
		const write = site.storage.inTransaction(planner, async ({ facts }) => {
			const [entry] = await facts.list("budget-entry", { formId, cell: "one.7.amount" });
			if (!entry) throw new Error("The entry is not there.");
			await facts.write({
				...{ kind: "budget-entry", id: entry.id, verb: "change", expectedVersion: entry.version, reason: "" },
				...{ patch: { amount: 1 }, jurisdictionId: state, root: formId, role: "state-planner" },
			});
		});
		await expect(write).rejects.toThrow(/not change it|not have the right/);
	});
});
