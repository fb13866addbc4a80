import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestSite, type SiteAnswer, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { writeWholePlan } from "../../../test/support/write-plan.ts";
import { renderHtmlFragment } from "../../documents/html/render-html-document.ts";
import type { NeutralDocument } from "../../documents/neutral/neutral-document.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { addPlanEntry } from "../../operations/add-plan-entry.ts";
import { perform } from "../../operations/operation.ts";
import { takeSnapshot } from "../../operations/take-snapshot.ts";

// SIP-102 and SIP-103: a submission is posted online and open for comment, without an account.

let site: TestSite;
let planner: SiteVisitor;
let partner: SiteVisitor;
let nobody: SiteVisitor;
let base: string;
let inputId: string;
const words = "Nobody called us for three weeks.";

beforeAll(async () => {
	site = await openTestSite();
	const county = await addPlace(site.storage, { kind: "county", code: "06001", name: "Oak County" });
	const actor = await addActor(site.storage, county, "county-planner");
	const { documentId } = await writeWholePlan(site.storage, actor, county);
	const voice = {
		said: words,
		stage: "plan",
		experience: "parent",
		summary: "Calls",
		effect: "open",
		did: "",
	} as const;
	inputId = (
		await perform(site.storage.performer, addPlanEntry, actor, {
			...{ documentId, kind: "partner-input", partyId: null, ...voice, compensation: "offered" },
			...{ consent: "words", consentOn: plainDate("2026-05-01") },
		})
	).id;
	const director = await addActor(site.storage, county, "child-welfare-director");
	await site.storage.inTransaction(director, async (stores) => {
		const facts = await stores.plans.find(documentId);
		if (facts) await takeSnapshot({ actor: director, clock: site.storage.clock, ids: site.storage.ids, stores }, facts);
	});
	planner = await site.visitorAs(actor);
	partner = await site.visitorAs(await addActor(site.storage, county, "partner"));
	nobody = site.visitor();
	base = `/plans/${documentId}/public`;
});
afterAll(() => site.end());

/** Sends the first form of a page whose address holds a text, as it stands with some fields filled in. */
function send(visitor: SiteVisitor, page: SiteAnswer, where: string, fields: Readonly<Record<string, string>>) {
	const form = [...page.document.forms].find((each) => each.getAttribute("action")?.includes(where));
	return visitor.submit(page, form?.getAttribute("action") ?? where, fields);
}

/** The address of the posted plan, from the public list. */
async function findPosted(): Promise<string> {
	const list = await nobody.get("/public");
	return list.document.querySelector("td a, th a[href^='/public/']")?.getAttribute("href")?.split("?")[0] ?? "";
}

describe("a posted plan", () => {
	test("SIP-102: only what was submitted can be posted, by those who write the plan, and then everybody reads it", async () => {
		expect((await nobody.get("/public")).read).toContain("No plan is posted now");
		expect((await partner.post(base, { submission: "1" })).status).toBe(403);
		expect((await planner.post(base, { submission: "7" })).status).toBe(404);
		const wrong = await planner.post(base, { submission: "1", opensOn: "07/01/2030", closesOn: "06/01/2030" });
		expect([wrong.status, wrong.document.querySelector("#closesOn-error")?.textContent]).toEqual([
			422,
			expect.stringContaining("lies before the first"),
		]);
		expect((await planner.post(base, { submission: "1" })).status).toBe(303);
		const page = await nobody.get(await findPosted());
		expect(page.status).toBe(200);
		expect(page.read).toContain("Posted by Oak County");
		expect(page.read).toContain("Re-entry to foster care");
		expect(page.read).toContain("Not open for comment now");
		const again = await planner.post(base, { submission: "1" });
		expect(again.read).toContain("is posted already");
	});

	test("SIP-103: nobody can comment before it is opened; then by paragraph, without an account, in two languages", async () => {
		const posted = await findPosted();
		const early = await nobody.post(`${posted}/comment`, { text: "Too early" });
		expect(early.status).toBe(409);
		const own = await planner.get(base);
		const form = own.document.querySelector<HTMLFormElement>(`form[action^='${base}/']`);
		const opened = await planner.post(form?.getAttribute("action") ?? "", {
			version: form?.querySelector<HTMLInputElement>("input[name=version]")?.value ?? "",
			opensOn: "01/01/2020",
		});
		expect(opened.status).toBe(303);
		const page = await nobody.get(`${posted}?lang=es`);
		expect(page.document.documentElement.lang).toBe("es");
		const link = [...page.document.querySelectorAll("a")].find((each) => each.textContent === "Comentar esta parte");
		const place = await nobody.get(link?.getAttribute("href") ?? "");
		expect(place.read).toContain("Sobre:");
		// A strategy, its rationale and each milestone stand in a table, and are places like any other.
		const places = [...page.document.querySelectorAll("a[aria-describedby]")];
		const described = places.map((each) => page.document.getElementById(each.getAttribute("aria-describedby") ?? ""));
		expect(described.every((each) => each !== null)).toBe(true);
		const inTables = described.filter((each) => each?.closest("td"));
		expect(inTables.length).toBeGreaterThanOrEqual(3);
		const milestone = places[described.indexOf(inTables.at(-1) ?? null)];
		const words = inTables.at(-1)?.textContent ?? "-";
		expect((await nobody.get(milestone?.getAttribute("href") ?? "")).read).toContain(words);
		const empty = await send(nobody, place, "/comment", { text: " " });
		expect([empty.status, empty.document.querySelector("#text-error")?.textContent]).toEqual([
			422,
			expect.stringContaining("Escriba su comentario"),
		]);
		const sent = await send(nobody, place, "/comment", {
			text: "Más visitas de familiares, por favor.",
			name: "Rosa",
		});
		expect(sent.status).toBe(303);
		expect((await nobody.get(posted)).read).not.toContain("Más visitas");
	});

	test("a comment keeps its words; kept back needs a reason; shown and answered it stands on the public page without its name", async () => {
		const waiting = await planner.get(base);
		expect(waiting.read).toContain("Más visitas de familiares, por favor.");
		expect(waiting.read).toContain("Waiting to be read");
		const hidden = await send(planner, waiting, "/public/comments/", { state: "hidden" });
		expect([hidden.status, hidden.read.includes("Say why the comment is not shown")]).toEqual([422, true]);
		const answered = await send(planner, await planner.get(base), "/public/comments/", {
			...{ state: "shown", theme: "Visits", answer: "Milestone 1.1.1 now asks for it." },
			outcome: "changed",
		});
		expect(answered.status).toBe(303);
		const page = await nobody.get(await findPosted());
		expect(page.read).toContain("Más visitas de familiares, por favor.");
		expect(page.read).toContain("The plan was changed. Milestone 1.1.1 now asks for it.");
		expect(page.read).not.toContain("Rosa");
		const own = await partner.get(base);
		expect(own.read).toContain("Visits");
		expect(own.document.querySelector("form[action*='/public/comments/']")).toBeNull();
		const csv = await partner.get(`${base}/comments.csv`);
		expect(csv.text).toContain("Más visitas de familiares");
	});

	test("what was said on paper is written down on behalf of somebody, not ahead of its day", async () => {
		const page = await planner.get(base);
		const ahead = await planner.submit(page, `${base}/comments`, { receivedOn: "01/01/2039", text: "Buses" });
		expect([ahead.status, ahead.read.includes("has not come yet")]).toEqual([422, true]);
		const written = await planner.submit(await planner.get(base), `${base}/comments`, {
			...{ receivedOn: "01/02/2026", channel: "meeting", name: "A grandmother", text: "Buses do not run on Sundays." },
		});
		expect(written.status).toBe(303);
		expect((await planner.get(base)).read).toContain("A grandmother, January 2, 2026, at a meeting");
	});

	test("SIP-103: programs read and say the same as the pages, without an account and within the same bounds", async () => {
		const api = async (path: string, init?: RequestInit) => {
			const answer = await site.app.request(`/api/public/plans${path}`, init);
			return { status: answer.status, json: (await answer.json()) as never };
		};
		const post = (path: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
			api(path, {
				method: "POST",
				headers: { "content-type": "application/json", ...headers },
				body: JSON.stringify(body),
			});
		const [listed] = (await api("")).json as unknown as { publication: { id: string }; isOpen: boolean }[];
		const at = `/${listed?.publication.id}`;
		expect(listed?.isOpen).toBe(true);
		const opened = (await api(at)).json as unknown as {
			paper: NeutralDocument;
			comments: { text: string; name: string; anchor: string }[];
		};
		expect(opened.comments).toMatchObject([{ text: "Más visitas de familiares, por favor.", name: "" }]);
		// The paper is that of the page, with what is masked in it.
		const shown = (await nobody.get(await findPosted())).document.querySelector(".paper");
		for (const link of shown?.querySelectorAll("a[rel=nofollow]") ?? []) link.parentElement?.remove();
		const same = new JSDOM(renderHtmlFragment(opened.paper)).window.document.body;
		expect(same.textContent).toBe(shown?.textContent);
		const anchor = opened.comments[0]?.anchor ?? "";
		const of = async (place: string) =>
			(await api(`${at}/comments?anchor=${encodeURIComponent(place)}`)).json as unknown as [];
		expect([(await of(anchor)).length, (await of("elsewhere")).length]).toEqual([1, 0]);
		expect((await api(`${at}/answers`)).json).toEqual({
			...{ comments: 1, answered: 1, changes: 1 },
			themes: [{ theme: "Visits", comments: 1, answered: 1, changes: 1 }],
		});

		expect((await post(`${at}/comments`, { text: " " })).status).toBe(422);
		expect((await post(`${at}/comments`, { text: "x".repeat(5001) })).status).toBe(422);
		const said = await post(`${at}/comments`, { text: "A bus line to the visits.", name: "Ray", anchor });
		expect([said.status, said.json]).toEqual([200, { id: expect.any(String), state: "waiting" }]);
		expect((await of(anchor)).length).toBe(1);
		expect((await planner.get(base)).read).toContain("A bus line to the visits.");
		expect((await api("/0197b5e0-0000-7000-8000-000000000000")).status).toBe(404);
	});

	test("after a withdrawal of consent everybody reads it without the words, and that it was changed, on which day", async () => {
		const posted = await findPosted();
		expect((await nobody.get(posted)).read).toContain(words);
		const withdrawal = { version: "1", on: "06/20/2026" };
		const path = base.replace(/public$/u, `voices/${inputId}/consent-withdrawal`);
		expect((await planner.post(path, withdrawal)).status).toBe(303);
		const page = await nobody.get(posted);
		expect(page.read).not.toContain(words);
		expect(page.read).toContain("The text as posted was changed after a withdrawal of consent on June 20, 2026");
		expect(page.read).toContain("Consent was withdrawn on June 20, 2026.");
		const spanish = await nobody.get(`${posted}?lang=es`);
		expect(spanish.read).toContain("se retirara un consentimiento el 20 de junio de 2026");
	});

	test("taken down, it is gone for the public, and its comments are kept", async () => {
		const posted = await findPosted();
		const own = await planner.get(base);
		const form = own.document.querySelector<HTMLFormElement>(`form[action^='${base}/']`);
		await planner.post(form?.getAttribute("action") ?? "", {
			version: form?.querySelector<HTMLInputElement>("input[name=version]")?.value ?? "",
			...{ takeDown: "yes", reason: "Posted by mistake" },
		});
		expect((await nobody.get(posted)).status).toBe(404);
		expect((await planner.get(base)).read).toContain("Buses do not run on Sundays.");
	});
});
