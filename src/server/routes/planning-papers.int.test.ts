import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestSite, type SiteVisitor, siteUrl, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { installationActor } from "../../domain/people/installation.ts";
import { addPlanningEntry } from "../../operations/add-planning-entry.ts";
import { addPlanningStep } from "../../operations/add-planning-step.ts";
import { countVisitReport } from "../../operations/count-visit-report.ts";
import { followPlanningRules } from "../../operations/follow-planning-rules.ts";
import { getBudgetForm } from "../../operations/get-budget-form.ts";
import { getHome } from "../../operations/get-home.ts";
import { getPlanningYear } from "../../operations/get-planning-year.ts";
import { getVisitReport } from "../../operations/get-visit-report.ts";
import { keepIndicatorRun } from "../../operations/keep-indicator-run.ts";
import { listDueDates } from "../../operations/list-due-dates.ts";
import { perform } from "../../operations/operation.ts";
import { getPanelAnswer, sendPanelAnswer } from "../../operations/panel-answer.ts";
import { startBudgetForm } from "../../operations/start-budget-form.ts";
import { testSecret } from "../accounts/testing/test-accounts.ts";
import { createMailer } from "../mail/mailer.ts";
import { mailHeaders, startSmtpTestServer } from "../mail/testing/smtp-test-server.ts";
import { createMilestoneLinks } from "../milestones/milestone-links.ts";
import { createPaperLinks } from "../planning/paper-links.ts";
import { createTasks } from "../tasks.ts";

let site: TestSite;
let state: string;
let planner: Awaited<ReturnType<typeof addActor>>;
let director: Awaited<ReturnType<typeof addActor>>;
let analyst: Awaited<ReturnType<typeof addActor>>;
let visitor: SiteVisitor;
const today = "2026-11-20";

beforeAll(async () => {
	site = await openTestSite();
	site.storage.clock.now = new Date(`${today}T08:00:00Z`);
	state = await addPlace(site.storage, { kind: "state", code: "90", name: "State" });
	await addPlace(site.storage, { kind: "county", code: "90001", name: "County", parentId: state });
	planner = await addActor(site.storage, state, "state-planner");
	director = await addActor(site.storage, state, "state-director");
	analyst = await addActor(site.storage, state, "state-analyst");
	visitor = await site.visitorAs(planner);
	const followed = {
		jurisdictionId: state,
		frameworkId: "ms-planning-2016",
		followedFrom: plainDate(today),
		version: 0,
	};
	await perform(site.storage.performer, followPlanningRules, planner, followed);
	await add({
		kind: "planning-role",
		role: "accountable-director",
		name: "Bea",
		personId: director.personId,
		startsOn: "2026-01-01",
	});
});
afterAll(() => site.end());

const add = (input: object) =>
	perform(site.storage.performer, addPlanningEntry, planner, { jurisdictionId: state, ...input } as never);
const yearOf = (year = 2027) =>
	perform(site.storage.performer, getPlanningYear, planner, { jurisdictionId: state, year });
const standing = async (id: string) =>
	(await yearOf()).standings.find(({ requirement }) => requirement.id === id)?.standing;
const dueOf = async (ruleId: string, from: string, to: string) =>
	(
		await perform(site.storage.performer, listDueDates, planner, {
			...{ jurisdictionId: state, from: plainDate(from), to: plainDate(to) },
		})
	).dueDates.find((each) => each.ruleId === ruleId);

function form(fields: Readonly<Record<string, string>>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.append(name, value);
	return data;
}

/** Keeps a counting of FFY2026 with the visits of two counties. */
async function countVisits(): Promise<void> {
	const file = (period: string) => ({
		...{
			loadId: site.storage.performer.ids.next(),
			system: "AFCARS" as const,
			period,
			fileName: `afcars-${period}.xml`,
		},
		sha256: site.storage.performer.ids.hash(period),
	});
	const value = (county: string, careMonths: number, visited: number, inResidence: number) => ({
		group: { county, ageGroup: "1-5 yrs", raceEthnicity: "White", sex: "female" },
		...{ children: Math.ceil(careMonths / 10), childMonths: careMonths, visited, inResidence },
		...{ visitedPercent: null, inResidencePercent: null },
	});
	await perform(site.storage.performer, keepIndicatorRun, installationActor, {
		...{ jurisdictionId: state, files: [file("26A"), file("26B")], dataAsOf: "2026-11-01", options: {} },
		...{ definitionVersion: "v1-00000000", key: "visits" },
		results: { window: "26A26B", results: [], riskCells: [], quality: [] },
		context: {
			entries: { missing: ["26A"] },
			visits: [value("90001", 1000, 940, 610), value("unknown", 200, 180, 100)],
		},
	} as never);
}

describe("the report of caseworker visits", () => {
	test("MS-16: is counted from the State's own files where they were loaded, and says from which", async () => {
		const early = await visitor.post("/planning-year/visit-reports/count", form({ countYear: "2026" }));
		expect(early.status).toBe(422);
		expect(early.read).toContain("26A and 26B of FFY2026 have not been counted. Load them");
		await countVisits();
		expect((await visitor.post("/planning-year/visit-reports/count", form({ countYear: "2026" }))).status).toBe(303);
		const [report] = (await yearOf()).facts["visit-report"];
		expect(report).toMatchObject({
			...{ federalFiscalYear: 2026, careMonths: 1200, visitedMonths: 1120, residenceMonths: 710 },
			...{ sourceKind: "counted", sentOn: null },
		});
		expect(report?.source).toContain("26A afcars-26A.xml (SHA-256 ");
		// Counted again, the report that was not sent takes the numbers; there is no second one.
		await perform(site.storage.performer, countVisitReport, planner, {
			jurisdictionId: state,
			federalFiscalYear: 2026,
		});
		expect((await yearOf()).facts["visit-report"]).toHaveLength(1);
	});

	test("MS-16: shows both standards with their arithmetic, and as Word; sent, it settles December 15", async () => {
		const page = await visitor.get("/planning-year/visit-reports");
		expect(page.read).toContain("1,120 / 1,200 = 93.33 percent, at least 95");
		expect(page.read).toContain("Not met: 1 point off the federal share");
		const [report] = (await yearOf()).facts["visit-report"];
		if (!report) throw new Error("There is no report.");
		const { paper } = await perform(site.storage.performer, getVisitReport, planner, { reportId: report.id });
		expect(JSON.stringify(paper)).toContain("710 / 1,120 = 63.39 percent");
		expect(await standing("MS-16")).toBe("open");
		expect(await dueOf("caseworker-visits", "2026-12-01", "2026-12-31")).toMatchObject({ doneOn: null });
		const typed = {
			...{ version: String(report.version), federalFiscalYear: "2026", careMonths: "1200", visitedMonths: "1120" },
			...{ residenceMonths: "710", method: "all", source: report.source, sentOn: "11/19/2026", note: "" },
		};
		expect((await visitor.post(`/planning-year/visit-reports/${report.id}`, form(typed))).status).toBe(303);
		expect((await yearOf()).facts["visit-report"][0]).toMatchObject({ sentOn: "2026-11-19", sourceKind: "counted" });
		expect(await standing("MS-16")).toBe("done");
		expect(await dueOf("caseworker-visits", "2026-12-01", "2026-12-31")).toMatchObject({ doneOn: "2026-11-19" });
		// The State's rule repeats the federal one: the report is due once.
		expect(await dueOf("ms-visits", "2026-12-01", "2026-12-31")).toBeUndefined();
	});

	test("C17: the form CFS-101 that is started next takes both percents from it", async () => {
		const started = { jurisdictionId: state, submissionYear: 2027 };
		const { id: formId } = await perform(site.storage.performer, startBudgetForm, planner, started);
		const { checks } = await perform(site.storage.performer, getBudgetForm, planner, { formId });
		const messages = checks.find(({ id }) => id === "C17")?.findings.map(({ message }) => message) ?? [];
		expect(messages[0]).toContain(
			"C17: Monthly visits made: 95 - 93.33 = 1.67 points short, so 1 off the federal share",
		);
	});

	test("is typed where no files are here; numbers that cannot be are told at their field", async () => {
		const typed = {
			federalFiscalYear: "2025",
			careMonths: "900",
			visitedMonths: "901",
			residenceMonths: "400",
			method: "all",
			source: "Case system",
		};
		const refused = await visitor.post("/planning-year/visit-reports", form(typed));
		expect(refused.status).toBe(422);
		expect(refused.document.querySelector("#visitedMonths-error")?.textContent).toContain("more months with a visit");
		expect((await visitor.post("/planning-year/visit-reports", form({ ...typed, visitedMonths: "880" }))).status).toBe(
			303,
		);
		expect((await yearOf()).facts["visit-report"].find((each) => each.federalFiscalYear === 2025)).toMatchObject({
			sourceKind: "typed",
			children: null,
		});
	});
});

describe("the answer to a citizen review panel", () => {
	test("MS-23: is a paper of the panel's words and the agency's, sent only when all is answered, to the panel and to both systems", async () => {
		const { id: panelId } = await add({ kind: "review-panel", name: "Panel of the north", chair: "Marguerite Sayles" });
		const { id: reportId } = await add({
			kind: "panel-report",
			panelId,
			title: "Report 2026",
			receivedOn: "2026-06-01",
		});
		const about = { kind: "panel-recommendation", reportId };
		await add({ ...about, position: 1, text: "Visit more often" });
		const send = (fields: Readonly<Record<string, string>>) =>
			visitor.post(`/planning-year/panel-reports/${reportId}/answer`, form({ version: "1", ...fields }));
		const sent = {
			sentOn: "11/18/2026",
			recipients: "State child protective services\nCounty child protective services",
		};
		const early = await send(sent);
		expect(early.status).toBe(422);
		expect(early.read).toContain("1 of 1 recommendations are not answered yet");
		const [recommendation] = (await yearOf()).facts["panel-recommendation"];
		const answer = {
			...{
				version: "1",
				reportId,
				position: "1",
				text: "Visit more often",
				decision: "accepted",
				answeredOn: "11/10/2026",
			},
			...{ answer: "Twice a month from January", effect: "" },
		};
		expect((await visitor.post(`/planning-year/recommendations/${recommendation?.id}`, form(answer))).status).toBe(303);
		expect((await visitor.get("/planning-year/panels")).read).toContain("All answered, not sent yet");
		expect((await send({ ...sent, recipients: " " })).read).toContain(
			"child protection systems of the State and its places",
		);
		expect((await send({ ...sent, sentOn: "11/25/2026" })).read).toContain("to today");
		const undated = await send({ ...sent, sentOn: "" });
		expect(undated.document.querySelector("#sentOn-error")?.textContent).toContain("on which day the answer was sent");
		const answerOf = async () =>
			JSON.stringify((await perform(site.storage.performer, getPanelAnswer, planner, { reportId })).paper);
		expect(await answerOf()).toContain("Twice a month from January");
		expect(await dueOf("capta-crp-response", "2026-12-01", "2026-12-31")).toMatchObject({
			on: "2026-12-01",
			doneOn: null,
		});
		expect((await send(sent)).status).toBe(303);
		expect(await dueOf("capta-crp-response", "2026-12-01", "2026-12-31")).toMatchObject({ doneOn: "2026-11-18" });
		expect(await answerOf()).toContain("County child protective services; State child protective services");
		const given = (await yearOf()).facts.distribution.map(({ recipient, receivedOn }) => [recipient, receivedOn]);
		expect(given.toSorted()).toEqual([
			["County child protective services", null],
			["Panel of the north", null],
			["State child protective services", null],
		]);
		expect((await visitor.get("/planning-year/panels")).read).toContain("Answered, November 18, 2026");
		await expect(
			perform(site.storage.performer, sendPanelAnswer, analyst, {
				...{ reportId, version: 2, sentOn: plainDate("2026-11-18"), recipients: ["x"] },
			}),
		).rejects.toThrow();
	});
});

describe("mails through a real mail server", () => {
	test("reach whoever answers by role for what the register does not carry, and the accountable person where that role is vacant; steps on the way are told too", async () => {
		const smtp = await startSmtpTestServer({ disabledCommands: ["STARTTLS"] });
		const mailer = createMailer({
			...{ smtpUrl: `smtp://127.0.0.1:${smtp.port}`, from: "Throughline <no-reply@state.example>", outboxFolder: "" },
			clock: () => new Date(`${today}T08:00:00Z`),
		});
		const { performer } = site.storage;
		const tasks = createTasks({
			...{ performer, baseUrl: siteUrl, accounts: site.accounts, mailer },
			...{
				milestoneLinks: createMilestoneLinks(performer, testSecret),
				paperLinks: createPaperLinks(performer, testSecret),
			},
			...{ reminderDays: { before: 14, lateEvery: 7 }, log: () => undefined, anchorLog: async () => 0 },
			...{ countIndicators: async () => [], takeExtract: async () => undefined, scanWaiting: async () => 0 },
		});
		/** Runs the jobs of a morning; answers "address: words" of each mail, in order. */
		const morningOf = async (day: string) => {
			site.storage.clock.now = new Date(`${day}T08:00:00Z`);
			const from = smtp.received.length;
			const jobs: (readonly [string, object])[] = [];
			await tasks["remind-of-due-dates"]?.({}, async (task, payload) => void jobs.push([task, payload]));
			for (const [task, payload] of jobs) await tasks[task]?.(payload, async () => undefined);
			return smtp.received
				.slice(from)
				.map(({ to, source }) => `${to.join()}: ${mailHeaders(source).get("subject") ?? ""}`);
		};
		try {
			// A second report of the panel, received on June 10: its answer is due on December 10. Nobody is coordinator yet.
			const panelId = (await yearOf()).facts["review-panel"][0]?.id;
			await add({ kind: "panel-report", panelId, title: "Second report", receivedOn: "2026-06-10" });
			expect(await morningOf("2026-11-26")).toEqual([`${director.email}: Due dates: 1 due, State`]);
			await add({
				kind: "planning-role",
				role: "coordinator",
				name: "Ada",
				personId: planner.personId,
				startsOn: "2026-11-01",
			});
			expect(await morningOf("2026-12-03")).toEqual([`${planner.email}: Due dates: 1 due, State`]);
			const home = await perform(performer, getHome, planner, {});
			expect(home.dueDates.map(({ ruleId, on }) => `${ruleId} ${on}`)).toContain("capta-crp-response 2026-12-10");
			// The day after: the owner again, and whoever is accountable.
			expect((await morningOf("2026-12-11")).toSorted()).toEqual(
				[planner, director].map(({ email }) => `${email}: Due dates: 1 late, State`).toSorted(),
			);
			// The yearly update is the planner's; the Governor's office sees it 60 days before June 30, on Saturday, May 1: told on Friday.
			const plan = { planType: "apsr", name: "Yearly update", dueRuleId: "apsr", ownerPersonId: planner.personId };
			await add({ kind: "statewide-plan", ...plan });
			await perform(performer, addPlanningStep, analyst, {
				...{ jurisdictionId: state, ruleId: "apsr", label: "To the Governor’s office", daysBefore: 60 },
			});
			const from = smtp.received.length;
			expect(await morningOf("2027-04-23")).toContain(`${planner.email}: Due dates: 1 late, 1 due, State`);
			expect(
				smtp.received
					.slice(from)
					.map(({ source }) => source)
					.join(),
			).toContain("60 days before APSR");
		} finally {
			mailer.close();
			await smtp.close();
		}
	});
});
