import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approvePlan, attachPaper, smallPdf } from "../../test/support/approve-plan.ts";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../../test/support/test-storage.ts";
import { writeWholePlan } from "../../test/support/write-plan.ts";
import { writeStatePlan } from "../../test/support/write-state-plan.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import { openErrors } from "../domain/document/checks/run-checks.ts";
import { installationActor } from "../domain/people/installation.ts";
import type { Actor } from "../domain/people/may.ts";
import type { DocumentAction } from "../domain/workflow/document-workflow.ts";
import { addAttachment } from "./add-attachment.ts";
import { addPlanEntry } from "./add-plan-entry.ts";
import { changePart } from "./change-part.ts";
import { InvalidInput, NotAllowed, NotFound, Refused } from "./errors.ts";
import { getAttachment } from "./get-attachment.ts";
import { getPlan } from "./get-plan.ts";
import { getStepNews } from "./get-step-news.ts";
import { getSubmission } from "./get-submission.ts";
import { perform } from "./operation.ts";
import { recordBoardAction } from "./record-board-action.ts";
import { recordPaperSignature } from "./record-paper-signature.ts";
import { removeAttachment } from "./remove-attachment.ts";
import { screenNames } from "./screen-names.ts";
import { signPlan } from "./sign-plan.ts";
import { startPlan } from "./start-plan.ts";
import { takeStep } from "./take-step.ts";
import { waiveCheck } from "./waive-check.ts";
import { withdrawSignature } from "./withdraw-signature.ts";

let storage: TestStorage;
let county: string;
let planner: Actor;
let director: Actor & { email: string };
let chief: Actor & { email: string };
let analyst: Actor & { email: string };

beforeAll(async () => {
	storage = await openTestStorage();
	const state = await addPlace(storage, { kind: "state", code: "99", name: "State" });
	county = await addPlace(storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	planner = await addActor(storage, county, "county-planner");
	director = await addActor(storage, county, "child-welfare-director");
	chief = await addActor(storage, county, "chief-probation-officer");
	analyst = await addActor(storage, state, "state-analyst");
});
afterAll(() => storage.end());

const run: typeof perform = (performer, operation, actor, input) => perform(performer, operation, actor, input);
const plan = (documentId: string, actor: Actor = planner) => run(storage.performer, getPlan, actor, { documentId });
const rulesOpen = async (documentId: string) => openErrors((await plan(documentId)).checks).map(({ ruleId }) => ruleId);

async function step(documentId: string, actor: Actor, action: DocumentAction, reason = "") {
	const { version } = (await plan(documentId, actor)).facts.document;
	return run(storage.performer, takeStep, actor, { documentId, action, reason, version });
}

async function readyPlan() {
	const ids = await writeWholePlan(storage, planner, county);
	await step(ids.documentId, planner, "mark-ready");
	return ids;
}

async function sign(documentId: string, actor: Actor, signatory: "child-welfare-director" | "chief-probation-officer") {
	const { planSha256 } = await plan(documentId, actor);
	return run(storage.performer, signPlan, actor, { documentId, signatory, planSha256, haveRead: true });
}

const action = { actionKind: "minute-order", number: "Item 14", coordinationVerified: true } as const;

describe("signatures (SIP-19, SIP-20, SIP-21)", () => {
	it("are given by those who hold the post, each with their own account, once the text is frozen", async () => {
		const { documentId } = await writeWholePlan(storage, planner, county);
		await expect(sign(documentId, director, "child-welfare-director")).rejects.toThrow(/plan is drafting/);
		await step(documentId, planner, "mark-ready");
		for (const [actor, signatory] of [
			[planner, "child-welfare-director"],
			[director, "chief-probation-officer"],
			[chief, "child-welfare-director"],
		] as const) {
			await expect(sign(documentId, actor, signatory)).rejects.toBeInstanceOf(NotAllowed);
		}
		await expect(sign(documentId, analyst, "child-welfare-director")).rejects.toBeInstanceOf(NotFound);
		expect(await rulesOpen(documentId)).toEqual(["SIP-19", "SIP-20", "SIP-33", "SIP-99"]);
		await sign(documentId, director, "child-welfare-director");
		await sign(documentId, chief, "chief-probation-officer");
		expect(await rulesOpen(documentId)).toEqual(["SIP-33", "SIP-99"]);
		const { planSha256 } = await plan(documentId);
		const unread = { documentId, signatory: "child-welfare-director", planSha256, haveRead: false } as const;
		await expect(run(storage.performer, signPlan, director, unread)).rejects.toThrow(/you have read the whole plan/);
	});

	it("are refused by the database too when somebody signs in another's post", async () => {
		const { documentId } = await readyPlan();
		const forged = storage.inTransaction(planner, ({ facts }) =>
			facts.write({
				kind: "signature",
				id: storage.ids.next(),
				verb: "add",
				expectedVersion: 0,
				patch: {
					jurisdictionId: county,
					documentId,
					signatory: "child-welfare-director",
					manner: "in-program",
					personId: planner.personId,
					name: "Forged",
					signedOn: plainDate("2026-07-01"),
					planSha256: "0".repeat(64),
					attachmentId: null,
				},
				jurisdictionId: county,
				root: documentId,
				role: "county-planner",
				reason: "",
			}),
		);
		await expect(forged).rejects.toBeInstanceOf(NotAllowed);
	});

	it("are void once the plan is changed, stand again when it is changed back, and are never given to what was not read", async () => {
		const { documentId, milestoneId } = await readyPlan();
		await sign(documentId, director, "child-welfare-director");
		const { planSha256 } = await plan(documentId);
		await step(documentId, director, "reopen");
		const change = (version: number, statement: string) =>
			run(storage.performer, changePart, planner, {
				documentId,
				kind: "milestone",
				id: milestoneId,
				version,
				patch: { statement },
			});
		await change(1, "Five parent partners hired and trained.");
		await step(documentId, planner, "mark-ready");
		const open = (await plan(documentId)).checks.filter(({ ruleId }) => ruleId === "SIP-19");
		expect(open[0]?.message).toContain("the plan was changed after that, so the signature is void");
		const old = { documentId, signatory: "chief-probation-officer", planSha256, haveRead: true } as const;
		await expect(run(storage.performer, signPlan, chief, old)).rejects.toThrow(/not what you were shown any more/);
		await step(documentId, director, "reopen");
		await change(2, "Four parent partners hired and trained.");
		await step(documentId, planner, "mark-ready");
		expect(await rulesOpen(documentId)).not.toContain("SIP-19");
	});

	it("on paper are recorded with the sheet, the day and who recorded them, and can be taken back with a reason", async () => {
		const { documentId } = await readyPlan();
		const { planSha256 } = await plan(documentId);
		const paper = { documentId, planSha256, signatory: "chief-probation-officer", name: "Chris Chief" } as const;
		const sheet = await attachPaper(storage, planner, documentId, "signature-sheet");
		const record = (signedOn: string, attachmentId: string) =>
			run(storage.performer, recordPaperSignature, planner, { ...paper, signedOn: plainDate(signedOn), attachmentId });
		await expect(record("2026-06-30", storage.ids.next())).rejects.toThrow(/Attach the signed sheet/);
		await expect(record("2026-07-02", sheet)).rejects.toThrow(/has not come yet/);
		const { id } = await record("2026-06-30", sheet);
		expect((await plan(documentId)).facts.signatures).toMatchObject([
			{ manner: "on-paper", name: "Chris Chief", signedOn: "2026-06-30", attachmentId: sheet, personId: null },
		]);
		const log = await storage.inTransaction(planner, ({ actions }) => actions.ofSubject(id));
		expect(log.map(({ actorName }) => actorName)).toEqual(["County planner"]);
		const take = async (reason: string) =>
			run(storage.performer, withdrawSignature, planner, { documentId, signatureId: id, reason });
		await expect(take(" ")).rejects.toBeInstanceOf(InvalidInput);
		await take("The wrong sheet was scanned.");
		expect(await rulesOpen(documentId)).toContain("SIP-20");
		await record("2026-06-30", sheet);
		expect(await rulesOpen(documentId)).not.toContain("SIP-20");
	});

	it("of another person are not taken back", async () => {
		const { documentId } = await readyPlan();
		const { id } = await sign(documentId, director, "child-welfare-director");
		const take = { documentId, signatureId: id, reason: "No" };
		await expect(run(storage.performer, withdrawSignature, planner, take)).rejects.toThrow(
			/Only Child welfare director/,
		);
		await run(storage.performer, withdrawSignature, director, take);
	});
});

describe("the Board (SIP-17, SIP-99, SIP-100)", () => {
	it("acts before the submission, on any day that has come, before or after the plan's first day", async () => {
		const { documentId } = await readyPlan();
		await expect(step(documentId, planner, "approve-by-board")).rejects.toThrow(/Board's action is not recorded/);
		const record = (actedOn: string, version: number, coordinationVerified = true) =>
			run(storage.performer, recordBoardAction, planner, {
				...action,
				coordinationVerified,
				documentId,
				actedOn: plainDate(actedOn),
				version,
			});
		await expect(record("2026-07-02", 0)).rejects.toThrow(/has not come yet/);
		await record("2024-05-01", 0, false);
		await step(documentId, planner, "approve-by-board");
		expect(await rulesOpen(documentId)).toEqual(["SIP-19", "SIP-20", "SIP-33", "SIP-100"]);
		await record("2026-07-01", 1);
		expect(await rulesOpen(documentId)).toEqual(["SIP-19", "SIP-20", "SIP-33"]);
		await expect(step(documentId, director, "submit")).rejects.toThrow(/3 things are still missing/);
		await expect(step(documentId, director, "approve-by-board")).rejects.toThrow(/not possible while/);
	});

	it("and the signatures can be set aside by a director with a reason: the State has the last word", async () => {
		const { documentId } = await readyPlan();
		await run(storage.performer, recordBoardAction, planner, {
			...action,
			documentId,
			actedOn: plainDate("2026-06-01"),
		});
		await step(documentId, planner, "approve-by-board");
		const reason = "The chief's post is vacant; the Board names an acting chief in May.";
		for (const ruleId of ["SIP-20", "SIP-33"]) {
			await run(storage.performer, waiveCheck, director, { documentId, ruleId, aboutId: documentId, reason });
		}
		await sign(documentId, director, "child-welfare-director");
		expect(await step(documentId, director, "submit")).toMatchObject({ state: "submitted", snapshot: 1 });
	});

	it("is not asked for by editions of other authorities", async () => {
		const state = await addPlace(storage, { kind: "state", code: "98", name: "Other State" });
		const writer = await addActor(storage, state, "state-planner", "State planner");
		const head = await addActor(storage, state, "state-director", "State director");
		const { documentId } = await writeStatePlan(storage, writer, state);
		await run(storage.performer, screenNames, writer, { documentId, names: "Marigold Pennyfeather" });
		expect((await plan(documentId, writer)).steps.map((each) => each.action)).toEqual(["mark-ready"]);
		await step(documentId, writer, "mark-ready");
		const steps = (await plan(documentId, head)).steps.map((each) => each.action);
		expect(steps).toEqual(["reopen", "submit"]);
		await expect(sign(documentId, head, "child-welfare-director")).rejects.toThrow(/without signatures/);
		await expect(
			run(storage.performer, recordBoardAction, head, { ...action, documentId, actedOn: plainDate("2026-06-01") }),
		).rejects.toThrow(/do not go before a Board/);
	});

	it("is asked for by the edition since 2013 too, with its signatures", async () => {
		const { id: documentId } = await run(storage.performer, startPlan, planner, {
			jurisdictionId: county,
			editionId: "ca-ccfsr-2013",
			startsOn: plainDate("2030-07-01"),
		});
		await run(storage.performer, addPlanEntry, planner, {
			...{ documentId, kind: "cross-reference", planKind: "self-assessment", label: "Self-Assessment" },
			completedOn: plainDate("2026-03-02"),
		});
		await step(documentId, planner, "mark-ready");
		await run(storage.performer, recordBoardAction, planner, {
			...action,
			documentId,
			actedOn: plainDate("2026-06-01"),
		});
		await step(documentId, planner, "approve-by-board");
		await expect(step(documentId, director, "submit")).rejects.toThrow(/2 things are still missing/);
		await sign(documentId, director, "child-welfare-director");
		await sign(documentId, chief, "chief-probation-officer");
		expect(await step(documentId, director, "submit")).toMatchObject({ state: "submitted" });
	});
});

describe("attachments (SIP-26, SIP-30, SIP-33, SIP-34)", () => {
	const attach = (documentId: string, bytes: Uint8Array, more: Record<string, unknown> = {}, actor = planner) =>
		run(storage.performer, addAttachment, actor, {
			documentId,
			attachmentKind: "other",
			fileName: "C:\\scans\\Minutes of May.exe",
			bytes,
			scan: "clean",
			...more,
		});

	it("are kept whole, with checksum and kind by content, and come back as they were", async () => {
		const { documentId } = await writeWholePlan(storage, planner, county);
		const bytes = smallPdf("minutes");
		const { id, sha256 } = await attach(documentId, bytes);
		expect(sha256).toBe(storage.ids.hash(bytes));
		const back = await run(storage.performer, getAttachment, planner, { documentId, attachmentId: id });
		expect(back.attachment).toMatchObject({ fileName: "Minutes of May.exe.pdf", mediaType: "application/pdf" });
		expect([...back.bytes]).toEqual([...bytes]);
		await expect(attach(documentId, bytes)).rejects.toThrow(/attached already/);
		await expect(attach(documentId, new TextEncoder().encode("hello"))).rejects.toThrow(/kind of file is not taken/);
		await expect(attach(documentId, smallPdf("x"), { attachmentKind: "nonsense" })).rejects.toThrow(/edition knows/);
		await expect(attach(documentId, smallPdf("y"), {}, analyst)).rejects.toBeInstanceOf(NotFound);
	});

	it("of the text are frozen with it; papers of the approval still come", async () => {
		const { documentId } = await readyPlan();
		await expect(attach(documentId, smallPdf("late"))).rejects.toBeInstanceOf(Refused);
		const before = (await plan(documentId)).planSha256;
		await attachPaper(storage, planner, documentId, "board-agenda-item");
		expect((await plan(documentId)).planSha256).toBe(before);
		expect(await rulesOpen(documentId)).not.toContain("SIP-33");
	});

	it("that wait for the scanner do not count and are not given out", async () => {
		const { documentId } = await writeWholePlan(storage, planner, county);
		const { id } = await attach(documentId, smallPdf("waiting"), { scan: "waiting" });
		await expect(run(storage.performer, getAttachment, planner, { documentId, attachmentId: id })).rejects.toThrow(
			/waits for the scanner/,
		);
		await step(documentId, planner, "mark-ready");
		await approvePlan(storage, director, documentId);
		await expect(step(documentId, director, "submit")).rejects.toThrow(/1 thing is still missing/);
	});

	it("go with a submission for ever: their bytes stay when they are taken off, and the State can open them", async () => {
		const { documentId } = await writeWholePlan(storage, planner, county);
		const bytes = smallPdf("letter");
		const { id, sha256 } = await attach(documentId, bytes);
		await step(documentId, planner, "mark-ready");
		await approvePlan(storage, director, documentId);
		await step(documentId, director, "submit");
		const sent = await run(storage.performer, getSubmission, analyst, { documentId, number: 1 });
		expect(sent.attachments.map((each) => each.sha256)).toContain(sha256);
		expect(sent.signatures).toHaveLength(2);
		expect(sent.boardActions).toMatchObject([{ number: "Resolution 26-101", coordinationVerified: true }]);

		await step(documentId, director, "recall", "The wrong letter.");
		await run(storage.performer, removeAttachment, planner, { documentId, attachmentId: id });
		const { id: later } = await attach(documentId, smallPdf("later letter"));
		const of = (attachmentId: string, submission?: number) =>
			run(storage.performer, getAttachment, analyst, {
				documentId,
				attachmentId,
				...(submission === undefined ? {} : { submission }),
			});
		expect([...(await of(id, 1)).bytes]).toEqual([...bytes]);
		await expect(of(id)).rejects.toBeInstanceOf(NotFound);
		await expect(of(later)).rejects.toBeInstanceOf(NotFound);
		await expect(of(later, 1)).rejects.toBeInstanceOf(NotFound);
		await expect(
			storage.inTransaction(installationActor, ({ attachmentFiles, facts }) =>
				facts
					.list("attachment", { documentId })
					.then(([first]) => attachmentFiles.discard(first?.fileId ?? ""))
					.then(() => undefined),
			),
		).rejects.toThrow(/kept for ever/);
	});

	it("cannot be changed by anybody: the database holds the bytes to their checksum", async () => {
		await expect(sql`update app.attachment_file set bytes = 'x'`.execute(storage.database)).rejects.toThrow(
			/permission denied/,
		);
	});
});

it("mails a receipt to both who signed and to the contact, each once, with the checksum of what is kept", async () => {
	const { documentId } = await readyPlan();
	await attachPaper(storage, planner, documentId, "board-action");
	await run(storage.performer, recordBoardAction, planner, { ...action, documentId, actedOn: plainDate("2026-06-01") });
	await step(documentId, planner, "approve-by-board");
	await sign(documentId, director, "child-welfare-director");
	await sign(documentId, chief, "chief-probation-officer");
	await step(documentId, director, "submit");
	const news = await run(storage.performer, getStepNews, installationActor, {
		documentId,
		action: "submit",
		actorId: director.personId,
	});
	const receipts = news.recipients.filter(({ kind }) => kind === "receipt").map(({ email }) => email);
	expect(receipts.sort()).toEqual([chief.email, director.email, "pat@example.org"].sort());
	expect(news.recipients.filter(({ kind }) => kind === "news").map(({ email }) => email)).toEqual([analyst.email]);
	const { submission } = await run(storage.performer, getSubmission, planner, { documentId, number: 1 });
	expect(news.submission).toMatchObject({ number: 1, sha256: submission.sha256 });
});
