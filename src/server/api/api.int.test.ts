import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { body, done, figureForm } from "../../../test/support/api-calls.ts";
import { smallPdf } from "../../../test/support/approve-plan.ts";
import { editWordFile, inText, tagsOf, wordEdits } from "../../../test/support/edit-word-file.ts";
import { keepSampleRun, sampleBands, sampleCurves, sampleRiskCells } from "../../../test/support/keep-sample-run.ts";
import { type Caller, openTestApi, type TestApi } from "../../../test/support/test-api.ts";
import { writeWholePlan } from "../../../test/support/write-plan.ts";
import { installationActor } from "../../domain/people/installation.ts";
import { caIndicators } from "../../frameworks/ca-indicators/catalogue.ts";
import { getHome } from "../../operations/get-home.ts";
import { perform } from "../../operations/operation.ts";
import { saveBudgetCells } from "../../operations/save-budget-cells.ts";
import { startBudgetForm } from "../../operations/start-budget-form.ts";
import { submitBudgetForm } from "../../operations/submit-budget-form.ts";
import { createPool } from "../../storage/sql/database.ts";
import { apiRoutes } from "./api.ts";
import { apiOperations } from "./operations.ts";

let api: TestApi;
let planner: Caller & { email: string };
let director: Caller & { email: string };
let reviewer: Caller & { email: string };

beforeAll(async () => {
	api = await openTestApi();
	planner = await api.signIn("county-planner");
	director = await api.signIn("child-welfare-director");
	reviewer = await api.signIn("state-analyst", api.state);
});
afterAll(async () => {
	expect(api.faults.filter((line) => line.startsWith("Error"))).toEqual([]);
	await api.end();
});

/** Gets the Word file of a plan, types into it, and reads it back. Answers the id of the reading. */
async function readWordFile(documentId: string): Promise<string> {
	const copy = await planner.call("GET", `/plans/${documentId}/working-copy`);
	const edited = await editWordFile(copy.bytes, (xml) =>
		inText(xml, tagsOf(xml)[0] ?? "", (line) => wordEdits["types behind it, tracked"]?.(line, "and more") ?? line),
	);
	const form = new FormData();
	form.set("file", new File([Buffer.from(edited)], "edited.docx"));
	const read = await done(planner, "POST", `/plans/${documentId}/word-files`, form);
	expect(read).toMatchObject({ result: "read", changes: 1 });
	return String(read.id);
}

/** Attaches a small file. Answers its id. */
async function attach(caller: Caller, documentId: string, attachmentKind: string): Promise<string> {
	const form = new FormData();
	form.set("attachmentKind", attachmentKind);
	form.set("file", new File([Buffer.from(smallPdf(attachmentKind))], `${attachmentKind}.pdf`));
	return String((await done(caller, "POST", `/plans/${documentId}/attachments`, form)).id);
}

/** Everything that a plan that is ready needs to be submitted, by the API alone. */
/** Forms CFS-101 of two years, both sent; answers the later one. Neither caller may write for the State. */
async function submitForms(): Promise<string> {
	const { performer } = api.storage;
	let formId = "";
	for (const submissionYear of [2025, 2026]) {
		const started = { jurisdictionId: api.state, submissionYear };
		formId = (await perform(performer, startBudgetForm, installationActor, started)).id;
		const cells = [{ cell: "one.9.amount", typed: String(submissionYear) }];
		await perform(performer, saveBudgetCells, installationActor, { formId, cells });
		await perform(performer, submitBudgetForm, installationActor, { formId, version: 1 });
	}
	return formId;
}

async function approveByApi(documentId: string): Promise<void> {
	const about = `/plans/${documentId}`;
	const { planSha256 } = await done(planner, "GET", about);
	const signature = { planSha256, signatory: "child-welfare-director", haveRead: true };
	expect(await planner.call("POST", `${about}/signatures`, signature)).toMatchObject({ status: 403 });
	await done(director, "POST", `${about}/signatures`, signature);
	await done(planner, "POST", `${about}/paper-signatures`, {
		planSha256,
		signatory: "chief-probation-officer",
		name: "Chris Chief",
		signedOn: "2026-06-30",
		attachmentId: await attach(planner, documentId, "signature-sheet"),
	});
	const attachmentId = await attach(planner, documentId, "board-agenda-item");
	await done(planner, "POST", `${about}/board-action`, {
		...{
			actionKind: "agenda-item",
			number: "Item 14",
			actedOn: "2026-06-30",
			coordinationVerified: true,
			attachmentId,
		},
	});
	const { facts } = (await done(planner, "GET", about)) as { facts: { document: { version: number } } };
	await done(planner, "POST", `${about}/steps`, { action: "approve-by-board", version: facts.document.version });
	const file = await planner.call("GET", `${about}/attachments/${attachmentId}`);
	expect(file.status).toBe(200);
	await done(planner, "POST", `${about}/page-count`, {});
	expect(await done(planner, "GET", about)).toMatchObject({ pages: { current: true } });
}

describe("every reading operation", () => {
	it("answers JSON by its own schema, and nothing that the schema does not say", async () => {
		const loaded = await done(planner, "POST", "/figure-loads", figureForm(api.county));
		expect(loaded).toMatchObject({ result: "taken", added: 2, proposedFindings: 1 });
		const home = await done(planner, "GET", "/home");
		const [finding] = home.proposedFindings as { id: string; version: number }[];
		await done(planner, "POST", `/findings/${finding?.id}/settle`, {
			version: finding?.version,
			state: "confirmed",
			judgement: "area-needing-improvement",
			summary: "More children come back than should.",
		});
		const actor = (
			await api.storage.performer.inTransaction(
				{ personId: "00000000-0000-4000-8000-000000000001", name: "", grants: [] },
				(stores) => stores.facts.list("person"),
			)
		).find((each) => each.email === planner.email);
		const plan = await writeWholePlan(
			api.storage,
			{
				personId: actor?.id ?? "",
				name: "Planner",
				grants: [{ role: "county-planner", jurisdictionId: api.county }],
			},
			api.county,
		);
		await done(planner, "POST", `/plans/${plan.documentId}/parts/${plan.milestoneId}`, {
			kind: "milestone",
			version: 1,
			patch: { assignedPersonId: actor?.id },
		});
		const step = async (caller: Caller, action: string, reason = "") => {
			const view = (await done(caller, "GET", `/plans/${plan.documentId}`)) as {
				facts: { document: { version: number } };
			};
			return done(caller, "POST", `/plans/${plan.documentId}/steps`, {
				action,
				reason,
				version: view.facts.document.version,
			});
		};
		const wordFileId = await readWordFile(plan.documentId);
		await step(planner, "mark-ready");
		await approveByApi(plan.documentId);
		expect(await step(director, "submit")).toMatchObject({ state: "submitted", snapshot: 1 });

		await keepSampleRun(api.storage.performer, api.county);
		const counties = ["99001", "99003", "99005", "99007", "99009"];
		const shares = counties.map((county, index) => ({ county, share: 0.3 + index / 10, children: 100 }));
		await keepSampleRun(api.storage.performer, api.state, {
			...{ riskCells: sampleRiskCells(shares), curves: sampleCurves("99001"), bands: sampleBands("99001") },
		});
		const about = `jurisdictionId=${api.state}&fileName=22A.txt`;
		const extract = (await done(reviewer, "PUT", `/extract-uploads?${about}`, "x")) as { loadId: string };
		const ofState = { jurisdictionId: api.state, indicator: "P1", window: "23A23B" };
		const formId = await submitForms();
		const statePlanner = await api.signIn("state-planner", api.state);
		await done(statePlanner, "POST", "/planning-year/rules", {
			...{ jurisdictionId: api.state, frameworkId: "ms-planning-2016", followedFrom: "2026-01-01", version: 0 },
		});
		const ofTheState = {
			"get-planning-year": { jurisdictionId: api.state },
			"get-meeting-packet": { jurisdictionId: api.state },
			"get-extract-load": extract,
			"list-extract-shares": extract,
			"compare-counties": ofState,
			"get-budget-form": { formId },
			"compare-budget-form": { formId },
			"get-budget-paper": { formId },
			"get-curves": { ...ofState, cohort: "entry", group: "county:99001" },
			"get-cohort-steps": { ...ofState, cohort: "entry", group: "county:99001" },
		};
		const inputs: Readonly<Record<string, Record<string, string>>> = {
			...ofTheState,
			"list-places-for": { permission: "plan.write" },
			"get-edition": { editionId: "ca-ccfsr-2004" },
			"list-indicators": { vintage: caIndicators.listVintages()[0]?.vintage ?? "" },
			"list-outcomes": { jurisdictionId: api.county },
			"list-indicator-windows": { jurisdictionId: api.county },
			"list-indicator-results": { jurisdictionId: api.county },
			"list-child-population": { jurisdictionId: api.county },
			"get-indicator-table": { jurisdictionId: api.county, indicator: "P1", window: "23A23B", by: "county,sex" },
			"list-due-dates": { jurisdictionId: api.state },
			"get-alignment": { jurisdictionId: api.state },
			"get-evidence": { jurisdictionId: api.county },
			"get-theory": { documentId: plan.documentId, goalId: plan.goalId },
			"get-equity": { jurisdictionId: api.county },
			"get-engagement": { documentId: plan.documentId },
			"list-budget-forms": { jurisdictionId: api.state },
			"list-case-looks": { jurisdictionId: api.county },
			"get-outcome": { jurisdictionId: api.county, vintage: "ccfsr-2004", code: "3F" },
			"get-finding": { findingId: finding?.id ?? "" },
			"get-load": { loadId: (loaded.loadIds as string[])[0] ?? "" },
			"get-plan": { documentId: plan.documentId },
			"get-timeline": { documentId: plan.documentId },
			"get-checklist": { documentId: plan.documentId, submission: "1" },
			"list-paper-sources": { documentId: plan.documentId, submission: "1" },
			"list-services": { jurisdictionId: api.county },
			"get-review": { documentId: plan.documentId },
			"get-drafting": { documentId: plan.documentId },
			"list-goals-to-use": { documentId: plan.documentId },
			"list-present": { documentId: plan.documentId },
			"list-state-assignments": { documentId: plan.documentId },
			"get-paper": { documentId: plan.documentId, submission: "1" },
			"get-submission": { documentId: plan.documentId, number: "1" },
			"list-word-files": { documentId: plan.documentId },
			"get-word-file": { documentId: plan.documentId, importId: wordFileId },
			"list-public-comments": { documentId: plan.documentId },
			"get-plan-history": { documentId: plan.documentId },
			"get-fact-history": { subject: plan.goalId },
			"compare-plan": { documentId: plan.documentId, from: "2026-01-01T00:00:00Z" },
			"list-history": { root: finding?.id ?? "" },
			"get-person": { personId: actor?.id ?? "" },
		};
		// A PIP is a State's: the tests of its routes read one.
		const ofPips = ["get-pip", "estimate-withholding"];
		const readings = apiOperations.filter((each) => each.http.method === "get" && !ofPips.includes(each.name));
		const lists = new Set<string>();
		for (const caller of [planner, reviewer]) {
			// What is said while a plan is written, and the words of a draft, are not for the State.
			const ofDraft = ["get-drafting", "list-present", "get-word-file"];
			for (const { name, http, output } of readings.filter((each) =>
				caller === reviewer ? !ofDraft.includes(each.name) : !(each.name in ofTheState),
			)) {
				const input = inputs[name] ?? {};
				const where = http.path.replace(/\{(\w+)\}/g, (_, parameter: string) => input[parameter] ?? "missing");
				const query = Object.entries(input).filter(([key]) => !http.path.includes(`{${key}}`));
				const json: unknown = await done(caller, "GET", `${where}?${new URLSearchParams(query)}`);
				const parsed = output.safeParse(json);
				expect(parsed.error?.issues ?? [], name).toEqual([]);
				expect(parsed.data, name).toEqual(json);
				for (const list of filledLists(json, name)) lists.add(list);
			}
		}
		// An empty list could hold anything: these were compared with something in them.
		expect([...lists]).toEqual(
			expect.arrayContaining([
				"get-home.waiting",
				"get-home.plans",
				"get-home.milestones",
				"get-home.outcomes",
				"list-indicator-results.windows",
				"get-indicator-table.rows",
				"list-due-dates.dueDates",
				"list-budget-forms.forms",
				"get-budget-form.checks.findings",
				"compare-budget-form.changes",
				"get-planning-year.standings",
				"get-meeting-packet.paper.blocks",
				"get-outcome.series.observations",
				"get-outcome.findings.evidence",
				"get-outcome.answers.goals.strategies.milestones",
				"get-outcome.loads",
				"list-outcomes.rows.findings",
				"list-people.grants",
				"get-load.observations",
				"get-plan.facts.baselines",
				"get-plan.facts.targets",
				"get-plan.facts.measures",
				"get-plan.facts.teamMembers",
				"get-plan.facts.findings",
				"get-plan.checks",
				"get-plan.steps",
				"get-plan.submissions",
				"get-plan.facts.attachments",
				"get-plan.facts.signatures",
				"get-plan.facts.boardActions",
				"get-submission.attachments",
				"get-paper.paper.blocks.blocks",
				"compare-plan.fields",
				"list-paper-sources",
				"get-edition.checks",
			]),
		);
	}, 60_000);

	it("answers the same as the operation itself", async () => {
		const json = await done(planner, "GET", "/home");
		const session = await done(planner, "GET", "/session");
		const same = await perform(
			api.storage.performer,
			getHome,
			{
				personId: String(session.personId),
				name: "",
				grants: session.grants as never,
			},
			{},
		);
		expect(json).toEqual(JSON.parse(JSON.stringify(same)));
	});
});

/** Names of the lists with something in them, without the places in lists on the way. */
function filledLists(value: unknown, name: string): readonly string[] {
	if (Array.isArray(value))
		return value.length === 0 ? [] : [name, ...value.flatMap((each) => filledLists(each, name))];
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, each]) => filledLists(each, `${name}.${key}`));
}

describe("errors", () => {
	it("are JSON with words, at every address that needs a session", async () => {
		for (const route of apiRoutes.filter((each) => each.signedIn)) {
			const where = route.path.replace(/\{\w+\}/g, "x");
			const answer = await api
				.stranger()
				.call(route.method.toUpperCase(), where, route.method === "post" ? {} : undefined);
			expect(answer, where).toMatchObject({
				status: 401,
				json: { error: "signed-out", message: /POST \/api\/session/ },
			});
		}
	});

	it("say what is not JSON", async () => {
		for (const text of ["{not json", "[1]", '"text"', "null", "1"]) {
			const answer = await planner.call("POST", "/plans", text, { "content-type": "application/json" });
			expect(answer, text).toMatchObject({ status: 400, json: { error: "not-json", message: /JSON object/ } });
		}
	});

	it("name each field that breaks a rule", async () => {
		const answer = await planner.call("POST", "/plans", { jurisdictionId: "x", editionId: "", startsOn: "2026-02-30" });
		expect(answer).toMatchObject({ status: 422, json: { error: "invalid" } });
		const { problems } = body(answer) as { problems: { field: string; message: string }[] };
		expect(problems.map((each) => each.field).sort()).toEqual(["editionId", "jurisdictionId", "startsOn"]);
		expect(problems.find((each) => each.field === "startsOn")?.message).toContain("2026-06-30");
	});

	it("tell what is not there, also outside of every address", async () => {
		const id = "0197b5e0-0000-7000-8000-000000000000";
		expect(await planner.call("GET", `/plans/${id}`)).toMatchObject({ status: 404, json: { error: "not-found" } });
		expect(await planner.call("GET", "/nothing/here")).toMatchObject({ status: 404, json: { error: "not-found" } });
		expect(await planner.call("DELETE", "/plans")).toMatchObject({ status: 404, json: { error: "not-found" } });
		expect((await api.request("/api")).status).toBe(404);
		expect(await (await api.request("/api")).json()).toMatchObject({ error: "not-found" });
	});

	it("tell what is not allowed and what the state refuses", async () => {
		const [listing] = (await done(planner, "GET", "/plans")) as unknown as {
			document: { id: string; version: number };
		}[];
		const { id, version } = listing?.document ?? { id: "", version: 0 };
		const write = { field: "cover.contactName", value: "x", version: 1 };
		expect(await reviewer.call("POST", `/plans/${id}/answers`, write)).toMatchObject({
			status: 403,
			json: { error: "not-allowed" },
		});
		expect(await planner.call("POST", `/plans/${id}/answers`, write)).toMatchObject({
			status: 409,
			json: { error: "not-possible-now", message: /submitted/ },
		});
		const back = { action: "return", reason: "", version };
		expect(await reviewer.call("POST", `/plans/${id}/steps`, back)).toMatchObject({
			status: 409,
			json: { message: /needs a reason/ },
		});
	});

	it("show both texts of a clash, and the version to save against", async () => {
		const { id } = await done(planner, "POST", "/plans", {
			jurisdictionId: api.county,
			editionId: "ca-ccfsr-2004",
			startsOn: "2027-07-01",
		});
		const save = (value: string, version: number, caller: Caller = planner) =>
			caller.call("POST", `/plans/${id}/answers`, { field: "cover.contactName", value, version });
		expect(await save("Pat", 0)).toMatchObject({ status: 200, json: { version: 1 } });
		expect(await save("Dana", 1, director)).toMatchObject({ status: 200, json: { version: 2 } });
		expect(await save("Kim", 1)).toMatchObject({
			status: 409,
			json: {
				error: "stale",
				currentVersion: 2,
				clashes: [
					{ field: "value", yours: "Kim", theirs: "Dana", theirName: "Child welfare director", theirTime: /^2026/ },
				],
			},
		});
		expect(await save("Kim", 2)).toMatchObject({ status: 200, json: { version: 3 } });
	});

	it("hide what went wrong on our side behind a number", async () => {
		const broken = await openTestApi();
		const caller = await broken.signIn("county-planner");
		const pool = createPool(broken.storage.admin, 1);
		await pool.query("alter table app.document rename column title to heading");
		await pool.end();
		const answer = await caller.call("GET", "/plans");
		expect(answer).toMatchObject({ status: 500, json: { error: "fault", message: /1a2b/ } });
		expect(JSON.stringify(answer.json)).not.toMatch(/column|select|title/i);
		expect(broken.faults).toEqual([expect.stringMatching(/^Error 1a2b at GET \/api\/plans: .*column/)]);
		await broken.end();
	});
});

describe("papers", () => {
	it("of a plan are handed out in each format under a safe name", async () => {
		const [listing] = (await done(planner, "GET", "/plans")) as unknown as {
			document: { id: string; state: string };
		}[];
		const submitted = (
			(await done(planner, "GET", "/plans")) as unknown as { document: { id: string; state: string } }[]
		).find((each) => each.document.state === "submitted");
		expect(listing).toBeDefined();
		const id = submitted?.document.id;
		const start = { html: "<!doctype html>", docx: "PK", pdf: "%PDF-" };
		for (const [format, first] of Object.entries(start)) {
			const response = await api.request(`/api/plans/${id}/papers/${format}?submission=1`, {
				headers: { cookie: planner.browser.cookieHeader() },
			});
			expect(response.status, format).toBe(200);
			expect(response.headers.get("content-disposition")).toMatch(
				new RegExp(`^attachment; filename="[a-z0-9-]+-submission-1\\.${format}"$`),
			);
			const bytes = Buffer.from(await response.arrayBuffer());
			expect(bytes.subarray(0, 15).toString("latin1").toLowerCase()).toContain(first.toLowerCase());
		}
		expect(await planner.call("GET", `/plans/${id}/papers/odt`)).toMatchObject({
			status: 422,
			json: { problems: [{ field: "format" }] },
		});
		expect(await planner.call("GET", `/plans/${id}/papers/pdf?submission=9`)).toMatchObject({ status: 404 });
	});
});
