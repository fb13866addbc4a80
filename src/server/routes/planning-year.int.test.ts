import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepSampleRun } from "../../../test/support/keep-sample-run.ts";
import { openTestSite, type SiteVisitor, siteUrl, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { installationActor } from "../../domain/people/installation.ts";
import type { Actor } from "../../domain/people/may.ts";
import { addPlanningEntry } from "../../operations/add-planning-entry.ts";
import { addCalendarFeed } from "../../operations/calendar-feeds.ts";
import { claimDueNotice } from "../../operations/due-notices.ts";
import { fillProfileTable } from "../../operations/fill-profile-table.ts";
import { getMeetingPacket } from "../../operations/get-meeting-packet.ts";
import { getPlanningYear } from "../../operations/get-planning-year.ts";
import { giveOutPaper } from "../../operations/give-out-paper.ts";
import { keepMeetingPacket } from "../../operations/keep-meeting-packet.ts";
import { listDueDates } from "../../operations/list-due-dates.ts";
import { perform } from "../../operations/operation.ts";
import { takeProfileTable } from "../../operations/take-profile-table.ts";
import { testSecret } from "../accounts/testing/test-accounts.ts";
import { createCalendarFeeds } from "../calendar/calendar-feeds.ts";
import type { MailMessage } from "../mail/mail-message.ts";
import { MailNotSent } from "../mail/mail-not-sent.ts";
import { createMilestoneLinks } from "../milestones/milestone-links.ts";
import { createPaperLinks } from "../planning/paper-links.ts";
import { createTasks } from "../tasks.ts";

let site: TestSite;
let state: string;
let region: string;
let planner: Awaited<ReturnType<typeof addActor>>;
let director: Awaited<ReturnType<typeof addActor>>;
let visitor: SiteVisitor;
let county: SiteVisitor;

beforeAll(async () => {
	site = await openTestSite();
	state = await addPlace(site.storage, { kind: "state", code: "90", name: "State" });
	region = await addPlace(site.storage, { kind: "region", code: "90-N", name: "Northern Region", parentId: state });
	const place = await addPlace(site.storage, { kind: "county", code: "90001", name: "County", parentId: region });
	planner = await addActor(site.storage, state, "state-planner");
	director = await addActor(site.storage, state, "state-director");
	visitor = await site.visitorAs(planner);
	county = await site.visitorAs(await addActor(site.storage, place, "county-planner"));
});
afterAll(() => site.end());

const run: typeof perform = (performer, operation, actor, input) => perform(performer, operation, actor, input);
const add = (input: object, actor = planner) =>
	run(site.storage.performer, addPlanningEntry, actor, { jurisdictionId: state, ...input } as never);
const yearOf = (actor: Actor = planner, year = 2026) =>
	run(site.storage.performer, getPlanningYear, actor, { jurisdictionId: state, year });
const standing = async (id: string) =>
	(await yearOf()).standings.find(({ requirement }) => requirement.id === id)?.standing;

function form(fields: Readonly<Record<string, string>>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.append(name, value);
	return data;
}

function tasksWith(send: (message: MailMessage) => Promise<void>) {
	const { performer } = site.storage;
	return createTasks({
		...{
			performer,
			baseUrl: siteUrl,
			accounts: site.accounts,
			milestoneLinks: createMilestoneLinks(performer, testSecret),
		},
		...{ paperLinks: createPaperLinks(performer, testSecret), reminderDays: { before: 14, lateEvery: 7 } },
		...{ log: () => undefined, anchorLog: async () => 0, countIndicators: async () => [] },
		...{ takeExtract: async () => undefined, scanWaiting: async () => 0 },
		mailer: { destination: "here", check: async () => undefined, close: () => undefined, send },
	});
}

describe("a State's planning year", () => {
	test("any State chooses its planning rules; their due dates then stand in its calendar (MS-25 to MS-28, MS-35)", async () => {
		expect((await visitor.get("/planning-year")).read).toContain("follows no planning rules here yet");
		const followed = await visitor.post(
			"/planning-year/rules",
			form({ frameworkId: "ms-planning-2016", version: "0" }),
		);
		expect(followed.status).toBe(303);
		const board = await visitor.get("/planning-year?year=2026");
		expect(board.read).toContain("A coordinator of the five-year plan is designated");
		expect(board.read).toContain("“Coordinator of the five-year plan” is vacant".replaceAll(/[“”]/gu, '"'));
		const { dueDates } = await run(site.storage.performer, listDueDates, planner, {
			...{ jurisdictionId: state, from: plainDate("2028-10-01"), to: plainDate("2029-06-30") },
		});
		const rules = dueDates.map(({ ruleId }) => ruleId);
		for (const id of ["ms-initiate", "ms-crp-engaged", "ms-state-engaged", "ms-local-engaged", "ms-annual-meeting"]) {
			expect(rules).toContain(id);
		}
	});

	test("a county's planner does not see the State's planning, and cannot write it", async () => {
		expect((await county.get("/planning-year")).status).toBe(403);
		expect((await county.post("/planning-year/register", form({ planType: "cfsp", name: "x" }))).status).toBe(403);
	});

	test("MS-01, MS-02: a plan enters the register by the page, and what is wrong stands beside its field", async () => {
		const bad = await visitor.post("/planning-year/register", form({ planType: "no-such-plan", name: "" }));
		expect(bad.status).toBe(422);
		expect(bad.document.querySelector("#planType-error")?.textContent).toContain("choose one from the list");
		const { personId } = planner;
		const good = {
			planType: "apsr",
			name: "Yearly update",
			cycle: "Every year",
			ownerPersonId: personId,
			dueRuleId: "apsr",
		};
		expect((await visitor.post("/planning-year/register", form({ ...good, reportedIn: "Itself" }))).status).toBe(303);
		const [plan] = (await yearOf()).facts["statewide-plan"];
		expect(plan).toMatchObject({ planType: "apsr", ownerPersonId: personId, dueRuleId: "apsr" });
		const page = await visitor.get(`/planning-year/register/${plan?.id}`);
		expect(page.document.querySelector<HTMLInputElement>("#name")?.value).toBe("Yearly update");
		const change = { ...good, name: "Yearly progress report", version: "1", reportedIn: "Itself" };
		expect((await visitor.post(`/planning-year/register/${plan?.id}`, form(change))).status).toBe(303);
		const clash = await visitor.post(`/planning-year/register/${plan?.id}`, form({ ...change, name: "Another name" }));
		expect(clash.status).toBe(409);
		expect(clash.read).toContain("Yearly progress report");
	});

	test("MS-03, MS-22: the coordinator is designated and is not the accountable person; the vacancy is gone", async () => {
		expect(await standing("MS-03")).toBe("open");
		const role = {
			kind: "planning-role",
			role: "coordinator",
			name: "Ada",
			personId: planner.personId,
			startsOn: "2026-01-01",
		};
		await add(role);
		expect(await standing("MS-03")).toBe("done");
		await add({ ...role, role: "accountable-director", name: "Bea", personId: director.personId });
		expect(await standing("MS-22")).toBe("done");
		await expect(add({ ...role, endsOn: "2025-12-31" })).rejects.toThrow(/last day lies before the first/);
	});

	test("MS-10: a region without a conference stands out on the board of regions", async () => {
		expect((await visitor.get("/planning-year/regions")).read).toContain("Nothing held");
		const about = { kind: "planning-event", eventKind: "regional-conference", title: "Conference in the north" };
		await add({ ...about, placeId: region, heldOn: "2026-05-05" });
		expect(await standing("MS-10")).toBe("done");
		expect((await visitor.get("/planning-year/regions")).read).toContain("Conference in the north, May 5, 2026");
	});

	test("MS-35 to MS-46: the packet of January is made from what stands, for each audience, and is kept with its checksum", async () => {
		const packet = { jurisdictionId: state, year: 2026 };
		await expect(run(site.storage.performer, keepMeetingPacket, planner, packet)).rejects.toThrow(/Add it first/);
		const { id: eventId } = await add({
			...{ kind: "planning-event", eventKind: "annual-meeting", title: "January meeting", placeId: state },
			...{ heldOn: "2026-01-14", agenda: "Outcomes\nWorkload" },
		});
		await add({
			kind: "event-guest",
			eventId,
			name: "Panel",
			partyKind: "review-panel",
			invitedOn: "2025-12-01",
			reply: "accepted",
			attendance: "present",
		});
		expect(await standing("MS-35")).toBe("done");
		expect(await standing("MS-47")).toBe("done");
		await add({
			kind: "planning-record",
			recordKind: "succession",
			eventId,
			on: "2026-01-14",
			subject: "Deputy",
			owner: "Cy",
			text: "Dee, in two years",
		});
		const texts: Record<string, string> = {};
		for (const audience of ["senior-management", "review-panel", "regional-teams", "local-teams"] as const) {
			const { paper } = await run(site.storage.performer, getMeetingPacket, planner, { ...packet, audience });
			texts[audience] = JSON.stringify(paper);
		}
		expect(texts["senior-management"]).toContain("Dee, in two years");
		// Each of the eleven outputs has its part, with what the program knows of it.
		for (let number = 36; number <= 46; number += 1) expect(texts["senior-management"]).toContain(`"MS-${number}: `);
		expect(texts["senior-management"]).toContain("Who has come to meetings so far");
		expect(texts["review-panel"]).not.toContain("Dee, in two years");
		expect(texts["review-panel"]).toContain("What the panel recommended");
		expect(texts["local-teams"]).toContain("Teams and what they carry");
		const { sha256 } = await run(site.storage.performer, keepMeetingPacket, planner, packet);
		expect(await standing("MS-37")).toBe("done");
		const kept = (await yearOf()).facts["planning-record"].find(({ recordKind }) => recordKind === "status-report");
		expect(kept?.evidence).toContain(sha256);
		expect((await visitor.get("/planning-year/january?year=2026")).read).toContain("Deputy");
	});

	test("MS-23 and the six months: a report of the panel dates its answer, here and in the calendar", async () => {
		const { id: panelId } = await add({ kind: "review-panel", name: "Panel of the north" });
		const { id: reportId } = await add({
			kind: "panel-report",
			panelId,
			title: "Report 2025",
			receivedOn: "2026-08-31",
		});
		const about = { kind: "panel-recommendation", reportId, position: 1, text: "Visit more often" };
		await expect(add({ ...about, decision: "accepted" })).rejects.toThrow(/Write the answer/);
		await add(about);
		const page = await visitor.get("/planning-year/panels");
		expect(page.read).toContain("Written answer due February 28, 2027");
		expect(page.read).toContain("1 of 1 not answered");
		const { dueDates } = await run(site.storage.performer, listDueDates, planner, {
			...{ jurisdictionId: state, from: plainDate("2027-01-01"), to: plainDate("2027-12-31") },
		});
		expect(dueDates.find(({ ruleId }) => ruleId === "capta-crp-response")?.on).toBe("2027-02-28");
	});

	test("MS-33, MS-34: a table comes from the Census Bureau's open file; small counts are not shown", async () => {
		const header = "SUMLEV,STATE,COUNTY,YEAR,POPESTIMATE,UNDER5_TOT,AGE513_TOT,AGE1417_TOT";
		const csv = [header, "050,90,001,4,1,900,1,1", "050,90,001,5,1,1200,2300,1100", "050,91,001,5,1,7,7,7"].join("\n");
		const about = {
			jurisdictionId: state,
			placeId: state,
			title: "Ages",
			asOf: "2025-07-01",
			source: "cc-est2025-agesex",
		};
		await run(site.storage.performer, takeProfileTable, planner, { ...about, panel: "age", csv } as never);
		const table = (await yearOf()).facts["demographic-panel"].at(-1);
		expect(table).toMatchObject({ values: [1200, 2300, 1100], sourceKind: "outside" });
		expect(table?.source).toMatch(/^cc-est2025-agesex \(File, SHA-256 [0-9a-f]{12}\)$/u);
		await run(site.storage.performer, takeProfileTable, planner, {
			...about,
			panel: "language",
			csv: "Group,Number\nEnglish,900\nPlautdietsch,4\nSpanish,90",
		} as never);
		const page = await visitor.get("/planning-year/profile");
		expect(page.read).toContain("Not shown, because it is or rests on a count of 1 to 10.");
		expect(page.document.querySelectorAll("main svg").length).toBe(2);
		expect(page.text).not.toContain(">4<");
		await expect(
			run(site.storage.performer, takeProfileTable, planner, { ...about, panel: "language", csv } as never),
		).rejects.toThrow(/fills the parts age and gender/);
	});

	test("MS-34: a table is made from the State's own files, of the newest window that was counted", async () => {
		const fill = (panel: string) =>
			run(site.storage.performer, fillProfileTable, planner, { jurisdictionId: state, panel });
		await expect(fill("gender")).rejects.toThrow(/No files of the State have been counted/);
		await keepSampleRun(site.storage.performer, state, {
			groups: [
				{ county: "90001", sex: "female", numerator: 30, denominator: 80 },
				{ county: "90001", sex: "male", numerator: 40, denominator: 90 },
			],
		});
		await fill("gender");
		const table = (await yearOf()).facts["demographic-panel"].find(({ panel }) => panel === "gender");
		expect(table).toMatchObject({ panel: "gender", unit: "children", sourceKind: "agency" });
		expect(table?.values.toSorted()).toEqual([80, 90]);
		await expect(fill("language")).rejects.toThrow(/do not tell this/);
	});

	test("MS-45: a unit cannot certify more cases than it has; the workload is cases for each caseworker", async () => {
		const about = { kind: "case-certification", unit: "Unit 4", placeId: region, asOf: "2026-01-05", caseworkers: 8 };
		const certified = { certifiedBy: "Eve", certifiedOn: "2026-01-09" };
		await expect(add({ ...about, ...certified, activeCases: 10, validCases: 11 })).rejects.toThrow(/more valid cases/);
		await add({ ...about, ...certified, activeCases: 124, validCases: 120 });
		expect((await visitor.get("/planning-year/cases")).read).toContain("15.5");
	});

	test("MS-15: members of a team get a mail with a link; only the button is a receipt", async () => {
		const { id: teamId } = await add({ kind: "planning-team", teamKind: "regional", name: "Team", placeId: region });
		await add({ kind: "team-seat", teamId, name: "Fay", partyKind: "courts-legal", email: "fay@example.org" });
		await add({ kind: "team-seat", teamId, name: "Gil", partyKind: "health" });
		const give = { jurisdictionId: state, paper: "Yearly update of 2026", teamIds: [teamId] };
		expect(await run(site.storage.performer, giveOutPaper, planner, give)).toEqual({ mailed: 1, onPaper: 1, had: 0 });
		expect(await run(site.storage.performer, giveOutPaper, planner, give)).toEqual({ mailed: 0, onPaper: 0, had: 2 });
		const given = (await yearOf()).facts.distribution.find(({ recipient }) => recipient === "Fay");
		const mails: MailMessage[] = [];
		await tasksWith(async (mail) => void mails.push(mail))["mail-distribution"]?.(
			{ distributionId: given?.id },
			async () => undefined,
		);
		const [mail] = mails;
		const link = /https?:\/\/\S+\/shared\/papers\/[\w-]+/u.exec(mail?.text ?? "")?.[0].replace(siteUrl, "") ?? "";
		const looked = await county.get(link);
		expect(looked.read).toContain("Shared by State with Fay");
		const receipt = async () => (await yearOf()).facts.distribution.find(({ id }) => id === given?.id)?.receivedOn;
		expect(await receipt()).toBeNull();
		expect((await county.post(link, form({}))).status).toBe(200);
		expect(await receipt()).not.toBeNull();
		expect((await county.get("/shared/papers/AAAA")).status).toBe(404);
	});
});

describe("mails about due dates", () => {
	type Job = readonly [task: string, payload: object];

	/** The jobs of a day, and a run of them with a mail server. */
	async function morningOf(day: string) {
		site.storage.clock.now = new Date(`${day}T08:00:00Z`);
		const jobs: Job[] = [];
		await tasksWith(async () => undefined)["remind-of-due-dates"]?.(
			{},
			async (task, payload) => void jobs.push([task, payload]),
		);
		return jobs;
	}
	async function send(jobs: readonly Job[], fail?: Error) {
		const mails: MailMessage[] = [];
		const tasks = tasksWith(async (mail) => {
			if (fail) throw fail;
			mails.push(mail);
		});
		for (const [task, payload] of jobs) await tasks[task]?.(payload, async () => undefined).catch(() => undefined);
		return mails.map(({ to, subject }) => `${to} ${subject}`);
	}

	test("go to the owner before the day, and to the accountable person once it is late; never twice for a retried job", async () => {
		expect(await send(await morningOf("2026-06-18"))).toEqual([]);
		const before = await send(await morningOf("2026-05-31"));
		expect(before).toEqual([`${planner.email} Due dates: 1 due, State`]);
		const jobs = await morningOf("2026-07-01");
		const late = await send(jobs);
		expect(late.map((line) => line.split(" ")[0]).sort()).toEqual([director.email, planner.email].sort());
		expect(await send(jobs)).toEqual([]);
		expect(await send(await morningOf("2026-07-01"))).toEqual([]);
	});

	test("go to the coordinator as a list on Mondays, until what was due is done", async () => {
		expect(await send(await morningOf("2026-07-06"))).toEqual([`${planner.email} Due dates this week: 1 late, State`]);
		await add({ kind: "due-completion", ruleId: "apsr", dueOn: "2026-06-30", completedOn: "2026-07-06" });
		expect(await send(await morningOf("2026-07-13"))).toEqual([]);
		expect(await standing("MS-13")).toBe("done");
	});

	test("are tried again after a mail server that was busy; one whose handing over broke off is not sent twice", async () => {
		const jobs = await morningOf("2027-05-31");
		// The planner as owner and as coordinator; the director for the January meeting that nobody held, and for all that is late.
		expect(jobs.length).toBe(4);
		expect(await send(jobs, new MailNotSent("The mail server is busy.", true))).toEqual([]);
		expect((await send(jobs)).length).toBe(4);
		const notice = {
			jurisdictionId: state,
			personId: planner.personId,
			kind: "owner",
			day: plainDate("2027-01-02"),
		} as const;
		const claim = () => run(site.storage.performer, claimDueNotice, installationActor, notice);
		expect(await claim()).toEqual({ claimed: true });
		expect(await claim()).toEqual({ claimed: false });
		await expect(run(site.storage.performer, claimDueNotice, planner, notice)).rejects.toThrow(/installation itself/);
	});

	test("stand in the calendar feed of the State, under a key that stays", async () => {
		const { id } = await run(site.storage.performer, addCalendarFeed, planner, {
			scope: "county",
			jurisdictionId: state,
		});
		const feeds = createCalendarFeeds(site.storage.performer, testSecret, siteUrl);
		const token = feeds.addressOf(id).split("/").at(-1)?.replace(".ics", "") ?? "";
		const calendar = (await feeds.open(token)).replaceAll("\r\n ", "");
		expect(calendar).toContain("SUMMARY:Due: APSR");
		expect(calendar).toContain(`UID:due-${state}-apsr-`);
	});
});
