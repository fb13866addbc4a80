import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { acceptPlan } from "../../../test/support/accept-plan.ts";
import { openTestSite, type SiteVisitor, siteUrl, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { writeWholePlan } from "../../../test/support/write-plan.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { installationActor } from "../../domain/people/installation.ts";
import { changePart } from "../../operations/change-part.ts";
import { getFactHistory } from "../../operations/get-fact-history.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { perform } from "../../operations/operation.ts";
import { testSecret } from "../accounts/testing/test-accounts.ts";
import type { MailMessage } from "../mail/mail-message.ts";
import { createMilestoneLinks, linkDays, type MilestoneLinks } from "../milestones/milestone-links.ts";
import { createPaperLinks } from "../planning/paper-links.ts";
import { createTasks } from "../tasks.ts";

type Person = Awaited<ReturnType<typeof addActor>>;

let site: TestSite;
let links: MilestoneLinks;
let county: string;
let planner: Person;
let director: Person;
let analyst: Person;
/** Somebody who holds no role that reads or writes plans. */
let owner: Person;
let visitor: SiteVisitor;
let plan: { documentId: string; milestoneId: string };

beforeAll(async () => {
	site = await openTestSite();
	links = createMilestoneLinks(site.storage.performer, testSecret);
	const state = await addPlace(site.storage, { kind: "state", code: "99", name: "Halcyon" });
	county = await addPlace(site.storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	planner = await addActor(site.storage, county, "county-planner");
	director = await addActor(site.storage, county, "child-welfare-director");
	analyst = await addActor(site.storage, state, "state-analyst");
	owner = await addActor(site.storage, county, "case-data-reader", "Bea Lund");
});
afterAll(() => site.end());

beforeEach(async () => {
	site.storage.clock.now = new Date("2026-07-01T16:00:00.000Z");
	visitor = site.visitor();
	plan = await writeWholePlan(site.storage, planner, county);
	await perform(site.storage.performer, changePart, planner, {
		...{ documentId: plan.documentId, kind: "milestone", id: plan.milestoneId, version: 1 },
		patch: { assignedPersonId: owner.personId, dueOn: plainDate("2026-09-30"), timeframeMonths: null },
	});
	await acceptPlan(site.storage, plan.documentId, { planner, director, analyst });
});

const stored = async () => {
	const { facts } = await perform(site.storage.performer, getPlan, planner, { documentId: plan.documentId });
	const milestone = facts.milestones.find(({ id }) => id === plan.milestoneId);
	if (!milestone) throw new Error("The milestone is there.");
	return milestone;
};
const pathFor = async () => {
	const { version } = await stored();
	const about = { milestoneId: plan.milestoneId, milestoneVersion: version };
	return `/shared/milestones/${links.tokenFor({ ...about, personId: owner.personId, personVersion: 1 })}`;
};
const openings = () =>
	site.storage.inTransaction(planner, async ({ facts }) =>
		(await facts.list("link-opening", { milestoneId: plan.milestoneId })).map(({ what }) => what),
	);

describe("a mailed link to a milestone", () => {
	test("shows the one milestone without signing in; looking changes nothing, each opening is logged", async () => {
		const path = await pathFor();
		const before = await stored();
		for (let times = 0; times < 2; times++) {
			const page = await visitor.get(path);
			expect(page.status).toBe(200);
			expect(page.read).toContain(before.statement);
			expect(page.read).toContain("You answer as Bea Lund");
			expect(page.headers.get("x-robots-tag")).toContain("noindex");
			expect(page.headers.get("cache-control")).toBe("no-store");
			expect(page.headers.getSetCookie()).toEqual([]);
		}
		expect(await stored()).toEqual(before);
		expect(await openings()).toEqual(["page", "page"]);
		expect(visitor.cookieHeader()).toBe("");
		expect((await visitor.get("/plans")).status).not.toBe(200);
	});

	test("takes the owner's report in the owner's name, with the proof, and then has done its work", async () => {
		const path = await pathFor();
		const sent = await visitor.submit(await visitor.get(path), path, {
			status: "completed",
			completedOn: "06/30/2026",
			proof: "https://intranet.example/minutes",
			reason: "Done with the partners.",
		});
		expect(sent.status).toBe(200);
		expect(sent.read).toContain("Thank you");
		expect(await stored()).toMatchObject({
			status: "completed",
			completedOn: "2026-06-30",
			proof: "https://intranet.example/minutes",
			reportedOn: "2026-07-01",
		});
		const history = await perform(site.storage.performer, getFactHistory, planner, { subject: plan.milestoneId });
		expect(history.at(-1)).toMatchObject({
			actor: owner.personId,
			actorName: "Bea Lund",
			reason: "By signed link. Done with the partners.",
			root: plan.documentId,
		});
		const again = await visitor.get(path);
		expect(again.status).toBe(404);
		expect(again.read).toContain("This link has ended");
		expect((await visitor.post(path, { status: "dropped", reason: "x" })).status).toBe(404);
	});

	test("asks for the explanation when the milestone is late, and keeps what was typed", async () => {
		site.storage.clock.now = new Date("2026-10-12T16:00:00.000Z");
		const path = await pathFor();
		const page = await visitor.get(path);
		expect(page.read).toContain("It was due on September 30, 2026.");
		const back = await visitor.submit(page, path, { status: "in-progress", proof: "half of it" });
		expect(back.status).toBe(422);
		expect(back.read).toContain("It was due on September 30, 2026. Say why it is late");
		expect(back.text).toContain("half of it");
		expect((await stored()).reportedOn).toBeNull();
		const done = await visitor.submit(back, path, { reason: "Two posts stood empty." });
		expect(done.status).toBe(200);
		expect(await stored()).toMatchObject({ status: "in-progress", explanation: "Two posts stood empty." });
	});

	test("ends when it has run out, when the person or the milestone has changed, and when a letter of it is another", async () => {
		const path = await pathFor();
		const other = path.replace(/.$/, path.endsWith("A") ? "Q" : "A");
		expect((await visitor.get(other)).status).toBe(404);
		expect((await visitor.get("/shared/milestones/none")).status).toBe(404);
		site.storage.clock.now = new Date(site.storage.clock.now.getTime() + (linkDays * 86_400 + 1) * 1000);
		expect((await visitor.get(path)).status).toBe(404);
		const foreign = createMilestoneLinks(site.storage.performer, "another installation's secret 123456");
		const token = foreign.tokenFor({
			...{ milestoneId: plan.milestoneId, milestoneVersion: 2, personId: owner.personId, personVersion: 1 },
		});
		expect((await visitor.get(`/shared/milestones/${token}`)).status).toBe(404);
		const elsewhere = links.tokenFor({
			...{ milestoneId: plan.milestoneId, milestoneVersion: 2, personId: planner.personId, personVersion: 1 },
		});
		expect((await visitor.get(`/shared/milestones/${elsewhere}`)).status).toBe(404);
	});

	test("lets the owner change nothing but how the milestone stands, in the database too", async () => {
		const change = (patch: object) =>
			site.storage.inTransaction({ ...owner, grants: [] }, ({ facts }) =>
				facts.write({
					...{ kind: "milestone", id: plan.milestoneId, verb: "change", expectedVersion: 2 },
					...{ patch, jurisdictionId: county, root: plan.documentId, role: null, reason: "" },
				} as never),
			);
		await expect(change({ statement: "Something easier." })).rejects.toThrow(/right/);
		await expect(change({ dueOn: "2030-01-01" })).rejects.toThrow(/right/);
		await expect(change({ assignedPersonId: planner.personId })).rejects.toThrow(/right|change/);
		await expect(change({ status: "completed" })).resolves.toBe(3);
	});
});

describe("mail to the owners of milestones", () => {
	const run = async () => {
		const mails: MailMessage[] = [];
		const jobs: [string, object][] = [];
		const tasks = createTasks({
			...{ performer: site.storage.performer, milestoneLinks: links, baseUrl: siteUrl, accounts: site.accounts },
			paperLinks: createPaperLinks(site.storage.performer, testSecret),
			...{ reminderDays: { before: 14, lateEvery: 7 }, log: () => undefined, anchorLog: async () => 0 },
			...{ countIndicators: async () => [], takeExtract: async () => undefined, scanWaiting: async () => 0 },
			mailer: {
				...{ destination: "here", check: async () => undefined, close: () => undefined },
				send: async (message) => void mails.push(message),
			},
		});
		await tasks["remind-of-milestones"]?.({}, async (task, payload) => void jobs.push([task, payload]));
		for (const [task, payload] of jobs) await tasks[task]?.(payload, async () => undefined);
		return mails;
	};

	test("goes before the day, on it and when late; one mail a person, with one link for each milestone", async () => {
		const second = await writeWholePlan(site.storage, planner, county);
		await perform(site.storage.performer, changePart, planner, {
			...{ documentId: second.documentId, kind: "milestone", id: second.milestoneId, version: 1 },
			patch: { assignedPersonId: owner.personId, dueOn: plainDate("2026-10-02"), timeframeMonths: null },
		});
		await acceptPlan(site.storage, second.documentId, { planner, director, analyst });
		for (const [day, expected] of [
			["2026-09-15", 0],
			["2026-09-16", 1],
			["2026-09-30", 1],
			["2026-10-01", 0],
			["2026-10-07", 1],
		] as const) {
			site.storage.clock.now = new Date(`${day}T14:05:00.000Z`);
			const mine = (await run()).filter(({ to }) => to === owner.email);
			expect([day, mine.length]).toEqual([day, expected]);
			if (day !== "2026-09-30") continue;
			const text = mine[0]?.text ?? "";
			const paths = [...text.matchAll(/http:\/\/localhost:3000(\/shared\/milestones\/\S+)/g)].map(
				(match) => match[1] ?? "",
			);
			expect(paths.length).toBeGreaterThan(1);
			expect(text).toContain("Due today.");
			for (const path of paths) expect((await visitor.get(path)).status).toBe(200);
		}
	});

	test("goes to nobody whose milestones are reported as done", async () => {
		const path = await pathFor();
		await visitor.submit(await visitor.get(path), path, { status: "completed" });
		site.storage.clock.now = new Date("2026-09-30T14:05:00.000Z");
		const open = await site.storage.inTransaction(planner, async ({ facts }) =>
			(await facts.list("milestone", { assignedPersonId: owner.personId })).filter(
				({ status, dueOn }) => status !== "completed" && dueOn === "2026-09-30",
			),
		);
		// This day was mailed about above; a mail a day is all that goes out.
		await site.storage.inTransaction(installationActor, ({ sentMails }) =>
			sentMails.release(`reminder ${owner.personId} 2026-09-30`),
		);
		const text = (await run()).map((mail) => mail.text).join("\n");
		expect(text.match(/Due today/g) ?? []).toHaveLength(open.length);
		expect(await openings()).toContain("report");
	});
});
