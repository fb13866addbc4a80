import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestSite, type SiteVisitor, siteUrl, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { writeWholePlan } from "../../../test/support/write-plan.ts";
import { addDraftComment } from "../../operations/add-draft-comment.ts";
import { assignSection } from "../../operations/assign-section.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { perform } from "../../operations/operation.ts";
import { shareDraft } from "../../operations/share-draft.ts";
import type { MailMessage } from "../mail/mail-message.ts";
import { MailNotSent } from "../mail/mail-not-sent.ts";
import { createMilestoneLinks } from "../milestones/milestone-links.ts";
import { createPaperLinks } from "../planning/paper-links.ts";
import { createPresence } from "../presence/presence.ts";
import { createTasks } from "../tasks.ts";

type Person = Awaited<ReturnType<typeof addActor>>;

let site: TestSite;
let planner: Person;
let partner: Person;
let writing: SiteVisitor;
let reading: SiteVisitor;
let state: SiteVisitor;
let analyst: Person;
let path: string;
let documentId: string;
let milestoneId: string;

beforeAll(async () => {
	site = await openTestSite();
	const halcyon = await addPlace(site.storage, { kind: "state", code: "99", name: "Halcyon" });
	const county = await addPlace(site.storage, {
		kind: "county",
		code: "99001",
		name: "Alder County",
		parentId: halcyon,
	});
	planner = await addActor(site.storage, county, "county-planner", "Marisol Vega");
	partner = await addActor(site.storage, county, "partner", "Ann <b>Lee");
	analyst = await addActor(site.storage, halcyon, "state-analyst", "Rena Osei");
	({ documentId, milestoneId } = await writeWholePlan(site.storage, planner, county));
	path = `/plans/${documentId}`;
	[writing, reading, state] = [
		await site.visitorAs(planner),
		await site.visitorAs(partner),
		await site.visitorAs(analyst),
	];
}, 60_000);
afterAll(() => site.end());

const on = () => `${path}/comments?on=${encodeURIComponent(`milestone:${milestoneId}:`)}`;
const actionOf = (verb: string) => `${path}/comments/${verb}?on=${encodeURIComponent(`milestone:${milestoneId}:`)}`;
const formWith = async (visitor: SiteVisitor, page: string, key: string) => {
	const { document } = await visitor.get(page);
	const form = [...document.forms].find((each) => each.querySelector<HTMLInputElement>("[name=form]")?.value === key);
	if (!form) throw new Error(`There is no form ${key} on ${page}.`);
	const values = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea, select")];
	return {
		action: form.getAttribute("action") ?? "",
		values: Object.fromEntries(values.map((each) => [each.name, each.value])),
	};
};
const send = async (visitor: SiteVisitor, page: string, key: string, fields: Record<string, string>) => {
	const { action, values } = await formWith(visitor, page, key);
	return visitor.post(action, { ...values, ...fields });
};

describe("without script", () => {
	test("a partner comments and suggests at the block, and the planner answers, settles and takes it", async () => {
		const component = (await writing.get(path)).document.querySelector<HTMLAnchorElement>("a[href*='/components/']");
		const page = await reading.get(component?.getAttribute("href") ?? "");
		expect(page.document.querySelector(`a[href="${on()}"]`)?.textContent).toContain(
			"Comment or suggest on Milestone 1.1.1",
		);
		const empty = await send(reading, on(), "new-comment", { text: " " });
		expect(empty.status).toBe(422);
		expect(empty.document.querySelector("#new-comment-text-error")?.textContent).toContain("cannot be empty");
		const sent = await send(reading, on(), "new-comment", { text: "Who trains them? <b>", mention: planner.personId });
		expect([sent.status, sent.location]).toEqual([303, on()]);
		await send(reading, on(), "suggest-statement", { after: "Staff trained by the college." });
		const seen = await writing.get(on());
		expect(seen.read).toContain("Who trains them? <b>To Marisol Vega");
		expect(seen.document.querySelector(".text-difference ins")?.textContent).toContain("Staff");
		expect((await writing.get("/")).read).toContain("Who names me (1)");
		const all = await writing.get(`${path}/comments`);
		expect(all.read).toContain("Suggested wordings (1)");
		const overview = await writing.get(path);
		expect(overview.read).toContain("Milestone 1.1.1: 1 comment, 1 suggestion");
		expect(overview.read).toContain("Comments and suggestions (2 open)");

		const suggestion = seen.document.querySelector("[id^=suggestion-]")?.id.slice("suggestion-".length) ?? "";
		const taken = await send(writing, on(), `take-all-${suggestion}`, {});
		expect([taken.status, taken.location]).toEqual([303, on()]);
		const { facts } = await perform(site.storage.performer, getPlan, planner, { documentId });
		expect(facts.milestones.find(({ id }) => id === milestoneId)?.statement).toBe("Staff trained by the college.");
		expect((await writing.get(`${path}/history`)).read).toContain("Suggested by Ann <b>Lee");

		const comment = seen.document.querySelector("[id^=comment-]")?.id.slice("comment-".length) ?? "";
		site.moveClock(1);
		await send(writing, on(), `reply-${comment}`, { text: "The college." });
		expect((await writing.get("/")).read).not.toContain("Who names me");
		await send(writing, on(), `settle-${comment}`, {});
		expect((await writing.get(on())).read).toMatch(/Comments \(0\).*Settled \(2\)/);
		const again = await writing.post(actionOf("settle"), { commentId: comment, version: "1" });
		expect(again.status).toBe(303);
	});

	test("a stale form says so, and a part that is gone leads to all comments", async () => {
		await send(reading, on(), "suggest-statement", { after: "Other words." });
		const seen = await writing.get(on());
		const suggestion =
			[...seen.document.querySelectorAll("[id^=suggestion-]")].map((each) => each.id.slice(11))[0] ?? "";
		const { action, values } = await formWith(writing, on(), `take-all-${suggestion}`);
		await send(reading, on(), `back-${suggestion}`, {});
		const gone = await writing.post(action, values);
		expect([gone.status, gone.read.includes("may have taken it back")]).toEqual([404, true]);
		const away = await writing.get(`${path}/comments?on=milestone:${documentId}:`);
		expect([away.status, away.location]).toEqual([303, `${path}/comments`]);
		expect((await writing.get(`${path}/comments?on=%22%3E%3Cscript%3E`)).status).toBe(200);
	});

	test("INT-12: sections are handed out, seen at the side and at home, and marked by their owner", async () => {
		const bad = await send(writing, `${path}/assignments`, "assign-cover", {
			ownerId: partner.personId,
			dueOn: "soon",
		});
		expect(bad.status).toBe(422);
		expect(bad.document.querySelector<HTMLInputElement>("#assign-cover-dueOn")?.value).toBe("soon");
		const kept = await send(writing, `${path}/assignments`, "assign-cover", {
			ownerId: partner.personId,
			dueOn: "06/30/2026",
		});
		expect([kept.status, kept.location]).toEqual([303, `${path}/assignments#assign-cover`]);
		expect((await writing.get(path)).document.querySelector(".section-owner")?.textContent).toBe(
			"Ann <b>Lee, not started, overdue since June 30, 2026",
		);
		const home = await reading.get("/");
		expect(home.read).toContain("My sections (1)");
		expect(home.read).toContain("Overdue by 1 day");
		const section = home.document.querySelector<HTMLAnchorElement>("a[href*='/sections/']")?.getAttribute("href") ?? "";
		const assignment = (await reading.get(section)).document.querySelector<HTMLFormElement>(
			"form[action$='/standing']",
		);
		const marked = await reading.submit(await reading.get(section), assignment?.getAttribute("action") ?? "", {
			standing: "done",
		});
		expect([marked.status, marked.location]).toEqual([303, section]);
		expect((await reading.get("/")).read).not.toContain("My sections");
	});
});

describe("who is here now", () => {
	test("is shown to those who read the draft, on pages that are remembered too, and is in no remembered page", async () => {
		await writing.get(`${path}/team`);
		const first = await reading.get(`${path}/sections/cover`);
		expect(first.document.querySelector("#here-now")?.textContent).toContain("Marisol Vega");
		site.moveClock(2);
		const second = await reading.get(`${path}/sections/cover`);
		expect(second.document.querySelector("#here-now")?.textContent).toBe("");
		await writing.get(`${path}/sections/cover`);
		const third = await reading.get(`${path}/sections/cover`);
		expect(third.document.querySelector("#here-now")?.textContent).toBe("Here now: Marisol Vega (Cover sheet)");
		const back = await writing.get(`${path}/sections/cover`);
		expect(back.document.querySelector("#here-now")?.innerHTML).toContain("Ann &lt;b&gt;Lee (Cover sheet)");
	});

	test("is asked for by the page's script, which keeps no session open; not by the State", async () => {
		const { rows } = await site.storage.accountsPool.query(
			"select idle_expires_at as ends from accounts.session order by 1",
		);
		site.moveClock(3);
		const answer = await reading.get(`${path}/present?place=Team`);
		expect(JSON.parse(answer.text)).toEqual({ html: "" });
		const after = await site.storage.accountsPool.query(
			"select idle_expires_at as ends from accounts.session order by 1",
		);
		expect(after.rows).toEqual(rows);
		expect(JSON.parse((await writing.get(`${path}/present?place=Cover`)).text).html).toContain(
			"Ann &lt;b&gt;Lee (Team)",
		);
		expect((await state.get(`${path}/present`)).status).toBe(404);
		expect((await state.get(`${path}/comments`)).status).toBe(404);
	});

	test("is told from server to server, with one write for all who are here, a few times a minute", async () => {
		const [one, other] = [0, 1].map(() => createPresence(site.storage.performer, () => undefined));
		if (!one || !other) throw new Error("There are two.");
		site.moveClock(2);
		const person = (who: Person, place: string) => ({ personId: who.personId, name: who.name, documentId, place });
		const writes = async () => {
			const { rows } = await site.storage.accountsPool.query("select pg_current_snapshot()::text as mark");
			return String(rows[0]?.mark);
		};
		await one.see(person(planner, "Team"));
		const before = await writes();
		for (let i = 0; i < 20; i += 1) await one.see(person(planner, `Page ${i}`));
		expect(await writes()).toBe(before);
		await other.see(person(partner, "Cover sheet"));
		expect(other.othersAt(documentId, partner.personId)).toMatchObject([{ name: "Marisol Vega", place: "Team" }]);
		expect(one.othersAt(documentId, planner.personId)).toEqual([]);
		site.moveClock(0.5);
		await one.see(person(planner, "Overview"));
		expect(one.othersAt(documentId, planner.personId)).toMatchObject([{ name: "Ann <b>Lee" }]);
	});
});

describe("mail", () => {
	const sent: MailMessage[] = [];
	let refuses = false;
	const tasks = () =>
		createTasks({
			...{ performer: site.storage.performer, baseUrl: siteUrl, accounts: site.accounts },
			milestoneLinks: createMilestoneLinks(site.storage.performer, "a secret of thirty-two characters"),
			paperLinks: createPaperLinks(site.storage.performer, "a secret of thirty-two characters"),
			...{ reminderDays: { before: 14, lateEvery: 7 }, log: () => undefined, anchorLog: async () => 0 },
			...{ countIndicators: async () => [], takeExtract: async () => undefined, scanWaiting: async () => 0 },
			mailer: {
				...{ destination: "here", check: async () => undefined, close: () => undefined },
				send: async (message) => {
					if (refuses) throw new MailNotSent("The mail server cannot be reached.", true);
					sent.push(message);
				},
			},
		});
	const work = async (task: string, payload: object) => {
		const more: [string, object][] = [];
		await tasks()[task]?.(payload, async (next, given) => void more.push([next, given]));
		for (const [next, given] of more) await work(next, given);
	};
	const queued = async (task: string) => {
		const { rows } = await site.storage.workerPool.query(
			"select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id",
			[task],
		);
		return rows.map(({ payload }) => payload as object);
	};

	test("goes to those named and to the owner of a section, once however often the job is done", async () => {
		const [mention] = await queued("tell-mentioned");
		await work("tell-mentioned", mention ?? {});
		await work("tell-mentioned", mention ?? {});
		expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
			[planner.email, "Ann <b>Lee names you in a comment: Alder County System Improvement Plan"],
		]);
		expect(sent[0]?.text).toContain("Who trains them?");
		expect(sent[0]?.text).toContain(`${siteUrl}${path}/comments?on=milestone%3A`);
		const [assignment] = await queued("mail-assignment");
		for (let i = 0; i < 2; i += 1) await work("mail-assignment", assignment ?? {});
		expect(sent.slice(1).map(({ to, text }) => [to, text.includes("Marisol Vega has given you a section")])).toEqual([
			[partner.email, true],
		]);
	});

	test("SIP-98: tells the county's people what the State says on a shared draft, one mail a batch, and the State what is answered", async () => {
		const { performer } = site.storage;
		const run: typeof perform = (_, operation, actor, input) => perform(performer, operation, actor, input);
		const owner = await addActor(site.storage, planner.grants[0]?.jurisdictionId ?? "", "partner", "Theo Lind");
		const other = await addActor(site.storage, planner.grants[0]?.jurisdictionId ?? "", "partner", "Una Moss");
		const director = await addActor(
			site.storage,
			planner.grants[0]?.jurisdictionId ?? "",
			"child-welfare-director",
			"Ines Roy",
		);
		await run(performer, assignSection, planner, {
			...{ documentId, section: "narrative", focusAreaId: null, ownerId: owner.personId, dueOn: null, version: 0 },
		});
		await run(performer, shareDraft, planner, { documentId, shared: true });
		const say = (actor: Person, more: object) =>
			run(performer, addDraftComment, actor, { documentId, text: "Which quarter?", ...more });
		const cover = { aboutKind: "section" as const, aboutId: "narrative" };
		const told = await queued("tell-mentioned");
		const { id } = await say(analyst, { about: cover });
		await say(analyst, { about: cover, text: "@Una Moss which office?" });
		await say(analyst, { about: { aboutKind: "milestone", aboutId: milestoneId }, text: "By whom?" });
		sent.length = 0;
		const asked = (await queued("tell-mentioned")).slice(told.length);
		expect(asked).toHaveLength(3);
		for (let i = 0; i < 2; i += 1) for (const each of asked) await work("tell-mentioned", each);
		const byPerson = (person: Person) => sent.filter(({ to }) => to === person.email);
		// The test does each job at once; the queue does one for the batch. So the planner hears of all three the first time.
		expect(byPerson(planner).map(({ subject }) => subject)).toEqual([
			"3 comments of the State on the shared draft: Alder County System Improvement Plan",
		]);
		expect(byPerson(planner)[0]?.text).toContain("Rena Osei writes: By whom?");
		expect(byPerson(planner)[0]?.text).toContain(`${siteUrl}${path}/comments`);
		expect(byPerson(owner).map(({ subject }) => subject.slice(0, 10))).toEqual(["2 comments"]);
		expect(byPerson(owner)[0]?.text).not.toContain("By whom?");
		expect(byPerson(other).map(({ subject }) => subject)).toEqual([
			"Rena Osei names you in a comment: Alder County System Improvement Plan",
		]);
		expect([byPerson(director), byPerson(analyst), byPerson(partner)].map((mails) => mails.length)).toEqual([0, 0, 0]);

		sent.length = 0;
		await say(planner, { replyTo: id, text: "Among us." });
		await say(planner, { replyTo: id, text: "The newest.", withState: true });
		for (const each of (await queued("tell-mentioned")).slice(told.length + 3)) await work("tell-mentioned", each);
		expect(sent.map(({ to, subject }) => [to, subject.slice(0, 23)])).toEqual([
			[analyst.email, "1 comment of the county"],
		]);

		// What the county asks anew is for those of the State who have spoken on the draft.
		sent.length = 0;
		await say(planner, { about: { aboutKind: "section", aboutId: "team" }, text: "Enough?", withState: true });
		for (const each of (await queued("tell-mentioned")).slice(told.length + 4)) await work("tell-mentioned", each);
		expect(sent.map(({ to }) => to)).toEqual([analyst.email]);

		// Who may not read the draft any more is told nothing.
		sent.length = 0;
		await say(planner, { replyTo: id, text: "And the year before.", withState: true });
		await run(performer, shareDraft, planner, { documentId, shared: false });
		for (const each of (await queued("tell-mentioned")).slice(told.length + 5)) await work("tell-mentioned", each);
		expect(sent).toEqual([]);
	});

	test("reminds of sections before their day, one mail a person and day, also where the first try failed", async () => {
		sent.length = 0;
		const team = await send(writing, `${path}/assignments`, "assign-team", {
			ownerId: partner.personId,
			dueOn: "07/20/2026",
		});
		expect(team.status).toBe(303);
		for (const [day, expected] of [
			["2026-07-05", 0],
			["2026-07-06", 1],
			["2026-07-07", 0],
			["2026-07-20", 1],
			["2026-07-27", 1],
		] as const) {
			sent.length = 0;
			site.storage.clock.now = new Date(`${day}T14:05:00.000Z`);
			refuses = expected === 1;
			await work("remind-of-milestones", {}).catch(() => undefined);
			refuses = false;
			for (let i = 0; i < 2; i += 1) await work("remind-of-milestones", {});
			expect([day, sent.length]).toEqual([day, expected]);
		}
		expect(sent[0]?.subject).toBe("Your sections: 1 late");
		expect(sent[0]?.text).toContain("SIP Team");
		expect(sent[0]?.text).toContain("It was due on July 20, 2026, 7 days ago.");
	});
});
