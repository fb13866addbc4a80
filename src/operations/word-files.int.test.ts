import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { acceptPlan } from "../../test/support/accept-plan.ts";
import {
	addRowAfterLastMilestone,
	editWordFile,
	inText,
	tagsOf,
	wordDocumentXml,
	wordEdits,
} from "../../test/support/edit-word-file.ts";
import { hostileWordFiles } from "../../test/support/hostile-word-files.ts";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../../test/support/test-storage.ts";
import { writeWholePlan } from "../../test/support/write-plan.ts";
import { renderWorkingCopy } from "../documents/render-paper.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import type { Actor } from "../domain/people/may.ts";
import type { OldPlanLine } from "../domain/word/old-plan.ts";
import { addDraftComment } from "./add-draft-comment.ts";
import { addMilestone } from "./add-milestone.ts";
import { addPlanEntry } from "./add-plan-entry.ts";
import { changePart } from "./change-part.ts";
import { InvalidInput, NotAllowed, NotFound, Refused, StaleSave } from "./errors.ts";
import { getHome } from "./get-home.ts";
import { getPlan } from "./get-plan.ts";
import { getPlanHistory } from "./get-plan-history.ts";
import { getWordFile } from "./get-word-file.ts";
import { getWorkingCopy } from "./get-working-copy.ts";
import { importOldPlan } from "./import-old-plan.ts";
import { importWordFile } from "./import-word-file.ts";
import { listPlans } from "./list-plans.ts";
import { listWordFiles } from "./list-word-files.ts";
import { perform } from "./operation.ts";
import { recogniseOldPlan } from "./recognise-old-plan.ts";
import { setBenchmarks } from "./set-benchmarks.ts";
import { settleDraftComment } from "./settle-draft-comment.ts";
import { settleWordProposal } from "./settle-word-proposal.ts";
import { startYearlyPaper } from "./start-yearly-paper.ts";
import { suggestEdit } from "./suggest-edit.ts";

let storage: TestStorage;
let county: string;
let planner: Actor;
let second: Actor;
let director: Actor;
let analyst: Actor;

beforeAll(async () => {
	storage = await openTestStorage();
	const state = await addPlace(storage, { kind: "state", code: "99", name: "State" });
	county = await addPlace(storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	planner = await addActor(storage, county, "county-planner");
	second = await addActor(storage, county, "probation-planner");
	director = await addActor(storage, county, "child-welfare-director");
	analyst = await addActor(storage, state, "state-analyst");
});
afterAll(() => storage.end());

async function download(documentId: string): Promise<Uint8Array> {
	const { paper, copy } = await perform(storage.performer, getWorkingCopy, planner, { documentId });
	return (await renderWorkingCopy(paper, copy)).bytes;
}

const upload = (documentId: string, bytes: Uint8Array, actor = planner) =>
	perform(storage.performer, importWordFile, actor, {
		documentId,
		fileName: "plan edited.docx",
		bytes: new Uint8Array(bytes),
	});
const changesOf = async (documentId: string, importId: string) =>
	(await perform(storage.performer, getWordFile, planner, { documentId, importId })).changes;
const settle = (documentId: string, proposalId: string, decision: "take" | "leave", more: object = {}) =>
	perform(storage.performer, settleWordProposal, planner, { documentId, proposalId, decision, ...more });
const planOf = async (documentId: string) => (await perform(storage.performer, getPlan, planner, { documentId })).facts;

const cellOf = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const edit = (xml: string, part: string, way: keyof typeof wordEdits, words: string) =>
	inText(xml, tagsOf(xml).find((tag) => tag.includes(part)) ?? "", (line) => wordEdits[way]?.(line, words) ?? line);

describe("a plan through Word", () => {
	it("comes back unchanged without a change", async () => {
		const { documentId } = await writeWholePlan(storage, planner, county);
		const copy = await download(documentId);
		expect(await upload(documentId, copy)).toMatchObject({ result: "read", changes: 0, notes: [] });
		expect(await upload(documentId, copy)).toMatchObject({ result: "same-file" });
	});

	it("is changed by what is taken, each by itself, and by nothing else", async () => {
		const { documentId } = await writeWholePlan(storage, planner, county);
		const before = await planOf(documentId);
		const copy = await editWordFile(await download(documentId), (xml) =>
			addRowAfterLastMilestone(
				edit(
					edit(
						edit(xml, "_ss_", "types behind it, tracked", "In every language."),
						"_mt_",
						"types over the last line",
						"9 months",
					),
					"_ma_",
					"types over the last line",
					"Court liaison, Probation Department",
				),
				["", "Families asked.", "by June 2027", "Quality manager"],
			),
		);
		const { id, changes: count } = await upload(documentId, copy);
		const changes = await changesOf(documentId, id);
		expect(count).toBe(4);
		expect(await planOf(documentId)).toEqual(before);
		const proposed = async (actor: Actor) =>
			(await perform(storage.performer, getHome, actor, {})).proposals.filter(
				(each) => each.document.id === documentId,
			);
		const toDecide = [{ suggestions: 0, wordFiles: [{ id, fileName: "plan edited.docx", open: 4 }] }];
		expect(await proposed(planner)).toMatchObject(toDecide);
		expect(await proposed(second)).toMatchObject(toDecide);
		expect(await proposed(analyst)).toEqual([]);
		expect(changes.map(({ standing, problem }) => [standing, problem])).toEqual(Array(4).fill(["fits", ""]));
		const [strategy, timeframe, assigned, added] = changes.map(({ proposal }) => proposal);

		await settle(documentId, strategy?.id ?? "", "take");
		await settle(documentId, timeframe?.id ?? "", "take");
		await settle(documentId, assigned?.id ?? "", "leave", { reason: "She has left." });
		await settle(documentId, added?.id ?? "", "take");
		const after = await planOf(documentId);
		expect(after.strategies.find((each) => each.id === strategy?.factId)?.statement).toMatch(/ In every language\.$/u);
		expect(after.milestones.find((each) => each.id === timeframe?.factId)).toMatchObject({
			timeframeMonths: 9,
			dueOn: null,
		});
		expect(after.milestones.find((each) => each.id === assigned?.factId)?.assignedTitle).not.toMatch(/Court liaison/u);
		expect(after.milestones).toHaveLength(before.milestones.length + 1);
		expect(after.milestones.at(-1)).toBeDefined();
		expect(after.milestones.find(({ statement }) => statement === "Families asked.")).toMatchObject({
			strategyId: added?.factId,
			dueOn: "2027-06-30",
			assignedTitle: "Quality manager",
		});
		const { actions } = await perform(storage.performer, getPlanHistory, planner, { documentId });
		expect(actions.find((each) => each.subject === strategy?.factId)).toMatchObject({
			actorName: planner.name,
			reason: "By Ana Editor, from the Word file plan edited.docx",
		});
		expect((await perform(storage.performer, listWordFiles, planner, { documentId }))[0]).toMatchObject({
			open: 0,
			taken: 3,
			left: 1,
			file: { sha256: storage.performer.ids.hash(copy) },
		});
		await expect(settle(documentId, strategy?.id ?? "", "take")).rejects.toThrow(Refused);
		expect(await proposed(planner)).toEqual([]);
	});

	it("is changed in its lists and figures too, and told what is wrong with a value that cannot stand there", async () => {
		const { documentId, objectiveId, focusAreaId } = await writeWholePlan(storage, planner, county);
		const add = (input: z.input<typeof addPlanEntry.input>) => perform(storage.performer, addPlanEntry, planner, input);
		const common = {
			documentId,
			technique: "Focus group",
			audience: "Parents",
			result: "Help ends too soon.",
		} as const;
		await add({ ...common, kind: "data-collection", responses: 17 });
		await add({ ...common, kind: "data-collection", responses: 9 });
		await add({ kind: "assistance-request", documentId, focusAreaId, need: "A coach" });
		const before = await planOf(documentId);
		const copy = await download(documentId);
		expect(await upload(documentId, copy)).toMatchObject({ changes: 0, notes: [] });

		const over = (xml: string, part: string, words: string) => edit(xml, part, "types over the last line", words);
		const row = (first: string) => `<w:tr>${[first, "Survey", "", "41", "", ""].map(cellOf).join("")}</w:tr>`;
		const edited = await editWordFile(copy, (xml) =>
			over(
				over(over(over(over(xml, "_dn_", "many"), "_qs_", "asked for"), "_bv_", "12.25%"), "_tb_", "June 30, 2030"),
				"_yn_",
				"A. Other",
			).replace(/<w:tr>(?:(?!<w:tr>).)*_dt_(?:(?!<\/w:tr>).)*<\/w:tr>(?!.*_dt_)/su, () => row("")),
		);
		const { id, changes: count } = await upload(documentId, edited);
		const changes = await changesOf(documentId, id);
		expect(count).toBe(7);
		const byField = new Map(changes.map((each) => [`${each.proposal.change} ${each.proposal.field}`, each]));
		const take = (name: string) => settle(documentId, byField.get(name)?.proposal.id ?? "", "take");
		expect(changes.filter(({ problem }) => problem !== "").map(({ proposal }) => proposal.field)).toEqual([
			"data-collection.responses",
		]);
		expect(byField.get("text data-collection.responses")?.problem).toMatch(/"many" is not a number/u);
		await expect(take("text data-collection.responses")).rejects.toThrow(InvalidInput);
		for (const name of [
			...["text assistance-request.status", "text baseline.value", "text target.by", "text party.name"],
			...["add-entry data-collection.technique", "remove data-collection.technique"],
		]) {
			await take(name);
		}
		const after = await planOf(documentId);
		expect(after.entries["assistance-request"][0]).toMatchObject({ need: "A coach", status: "requested" });
		expect(after.baselines.find((each) => each.objectiveId === objectiveId)).toMatchObject({
			...{ value: 12.25, numerator: 31, denominator: 275, source: "County figures", observationId: null },
		});
		expect(after.targets.find((each) => each.objectiveId === objectiveId)).toMatchObject({
			value: 8.6,
			by: "2030-06-30",
		});
		expect(after.parties.filter(({ name }) => name === "A. Other")).toHaveLength(1);
		const gone = byField.get("remove data-collection.technique")?.proposal.factId;
		expect(after.entries["data-collection"].map((each) => each.id)).toEqual(expect.not.arrayContaining([gone ?? ""]));
		expect(after.entries["data-collection"].find(({ technique }) => technique === "Survey")).toMatchObject({
			...{ responses: 41, audience: "" },
		});
		expect(after.entries["data-collection"]).toHaveLength(before.entries["data-collection"].length);
	});

	it("begins a list that was empty, in the row that waits for it and in rows below it, also once it has an entry", async () => {
		const { documentId, objectiveId } = await writeWholePlan(storage, planner, county);
		await perform(storage.performer, setBenchmarks, planner, {
			...{ documentId, objectiveId, benchmarks: [{ year: 2027, value: 10 }] },
		});
		const copy = await download(documentId);
		const row = `<w:tr>${["", "Second meeting", "July 9, 2026", "", "", "", ""].map(cellOf).join("")}</w:tr>`;
		const edited = await editWordFile(copy, (xml) => {
			const started = edit(xml, "_hn_", "types over the last line", "First meeting");
			const typed = edit(started, "_hd_", "selects it all and types, so that its bookmark goes", "soon");
			const below = typed.replace(/<w:tr>(?:(?!<w:tr>).)*_hp_(?:(?!<\/w:tr>).)*<\/w:tr>/su, (own) => own + row);
			const law =
				tagsOf(below)
					.filter((tag) => tag.includes("_lc_"))
					.at(-1) ?? "";
			const onTheWay = tagsOf(below).findLast((tag) => tag.includes("_tv_")) ?? "";
			return edit(
				edit(below, law, "types over the last line", "Respite."),
				onTheWay,
				"types over the last line",
				"9.5%",
			);
		});
		const { id, changes: count } = await upload(documentId, edited);
		const changes = await changesOf(documentId, id);
		expect(count).toBe(4);
		const ofKind = (kind: string) => changes.filter(({ proposal }) => proposal.field?.startsWith(kind));
		const [first, second] = ofKind("meeting.");
		expect(first).toMatchObject({
			problem: expect.stringContaining('"soon" is not a day'),
			proposal: { change: "add-entry", place: "Meetings", after: "First meeting" },
		});
		await expect(settle(documentId, first?.proposal.id ?? "", "take")).rejects.toThrow(InvalidInput);
		for (const { proposal } of [...ofKind("target."), ...ofKind("law-change."), ...(second ? [second] : [])]) {
			await settle(documentId, proposal.id, "take");
		}
		const after = await planOf(documentId);
		expect(after.entries.meeting).toMatchObject([{ title: "Second meeting", heldOn: "2026-07-09", agenda: "" }]);
		expect(after.entries["law-change"]).toMatchObject([{ change: "Respite.", focusAreaId: expect.any(String) }]);
		expect(after.targets.find(({ benchmarkYear }) => benchmarkYear === 2027)?.value).toBe(9.5);
		expect((await changesOf(documentId, id)).find(({ proposal }) => proposal.id === first?.proposal.id)).toMatchObject({
			...{ standing: "fits", proposal: { state: "open" } },
		});
		expect(await upload(documentId, await download(documentId))).toMatchObject({ changes: 0, notes: [] });
	});

	it("of a yearly paper says how milestones stand, each by the report that people make (SIP-112)", async () => {
		const { documentId: planId, strategyId } = await writeWholePlan(storage, planner, county);
		await perform(storage.performer, addMilestone, planner, {
			...{ documentId: planId, strategyId, statement: "Families asked.", timeframeMonths: 6 },
			...{ assignedTitle: "Quality manager", assignedAgency: "", assignedPersonId: null, dueOn: null },
		});
		await acceptPlan(storage, planId, { planner, director, analyst });
		const { id: documentId } = await perform(storage.performer, startYearlyPaper, planner, { documentId: planId });
		const copy = await download(documentId);
		expect(await upload(documentId, copy)).toMatchObject({ changes: 0, notes: [] });
		const over = (xml: string, part: string, words: string) => edit(xml, part, "types over the last line", words);
		const { id } = await upload(
			documentId,
			await editWordFile(copy, (xml) =>
				over(over(over(xml, "_mc_", "July 15, 2026"), "_mu_", "Completed"), "_mp_", "Minutes of July 15").replace(
					/<w:tr>(?:(?!<w:tr>).)*_mu_(?:(?!<\/w:tr>).)*<\/w:tr>(?!.*_mu_)/su,
					"",
				),
			),
		);
		const changes = await changesOf(documentId, id);
		const { notes } = (await perform(storage.performer, getWordFile, planner, { documentId, importId: id })).file;
		expect(changes.map(({ proposal }) => [proposal.change, proposal.field])).toEqual([
			...[
				["text", "milestone.status"],
				["text", "milestone.completedOn"],
				["text", "milestone.proof"],
			],
		]);
		expect(notes).toContainEqual(expect.stringMatching(/^Milestone .*: status is not in the file any more/u));
		const [status, day, proof] = changes.map(({ proposal }) => proposal.id);
		expect(changes[1]?.problem).toMatch(/Take first that it is/u);
		await expect(settle(documentId, day ?? "", "take")).rejects.toThrow(/Take first that it is/u);
		storage.clock.now = new Date("2026-08-01T10:00:00.000Z");
		for (const each of [status, day, proof]) await settle(documentId, each ?? "", "take");
		for (const where of [documentId, planId]) {
			expect((await planOf(where)).milestones.find((each) => each.id === changes[0]?.proposal.factId)).toMatchObject({
				...{ status: "completed", completedOn: "2026-07-15", proof: "Minutes of July 15" },
			});
		}
		expect(await upload(documentId, await download(documentId))).toMatchObject({ changes: 0, notes: [] });
	});

	it("that was made before meetings and benchmarks could be edited in it does not miss them", async () => {
		const { documentId } = await writeWholePlan(storage, planner, county);
		await perform(storage.performer, addPlanEntry, planner, { kind: "meeting", documentId, title: "Kick-off" });
		const { paper, copy } = await perform(storage.performer, getWorkingCopy, planner, { documentId });
		const older = { ...copy, origin: copy.origin.replace("lists2", "lists") };
		const row = /<w:tr>(?:(?!<w:tr>).)*_hn_(?:(?!<\/w:tr>).)*<\/w:tr>/su;
		for (const [made, changes] of [
			[older, 0],
			[copy, 1],
		] as const) {
			const bytes = (await renderWorkingCopy(paper, made)).bytes;
			const without = await editWordFile(bytes, (xml) => xml.replace(row, ""));
			expect(await upload(documentId, without)).toMatchObject({ changes });
		}
	});

	it("goes out with the open comments and with suggestions as tracked changes, and comes back so without a change", async () => {
		const { documentId, strategyId } = await writeWholePlan(storage, planner, county);
		const strategy = (await planOf(documentId)).strategies.find(({ id }) => id === strategyId);
		if (!strategy) throw new Error("no strategy");
		const reader = await addActor(storage, county, "partner", "Ann Lee");
		const say = (text: string, more: object) =>
			perform(storage.performer, addDraftComment, reader, { documentId, text, ...more });
		const { id: first } = await say("Who trains them?\nAnd when?", {
			about: { aboutKind: "strategy", aboutId: strategyId },
		});
		await say("The academy.", { replyTo: first });
		const { id: settled } = await say("Settled.", { about: { aboutKind: "section", aboutId: "narrative" } });
		await perform(storage.performer, settleDraftComment, planner, {
			...{ documentId, commentId: settled, settled: true, version: 1 },
		});
		const suggest = (aboutKind: "strategy" | "document", aboutId: string, field: string, after: string) =>
			perform(storage.performer, suggestEdit, reader, {
				...{ documentId, about: { aboutKind, aboutId, field }, after },
				fromVersion: aboutKind === "strategy" ? strategy.version : 1,
			});
		await suggest("strategy", strategyId, "statement", `${strategy.statement} In every language.`);
		await suggest("document", documentId, "narrative.planningBodies", "One council.\n\nAnd one more.");

		const out = async (talk: "yes" | "no") => {
			const { paper, copy } = await perform(storage.performer, getWorkingCopy, planner, { documentId, talk });
			return (await renderWorkingCopy(paper, copy)).bytes;
		};
		const plain = await wordDocumentXml(await out("no"));
		expect(plain).not.toMatch(/<w:ins |<w:commentReference /u);
		const bytes = await out("yes");
		const xml = await wordDocumentXml(bytes);
		expect(xml).toMatch(/<w:ins [^>]*w:author="Ann Lee"/u);
		// Two comments of the talk, and the suggestion that has more than one paragraph.
		expect(xml.match(/<w:commentReference /gu)).toHaveLength(3);
		expect(await upload(documentId, bytes)).toMatchObject({ changes: 0, notes: [] });

		const rejected = await editWordFile(bytes, (text) => text.replace(/<w:ins [^>]*>.*?<\/w:ins>/gsu, ""));
		expect(await upload(documentId, rejected)).toMatchObject({ changes: 0, notes: [] });
		const accepted = await editWordFile(bytes, (text) => text.replace(/<w:ins [^>]*>(.*?)<\/w:ins>/gsu, "$1"));
		const { id, changes } = await upload(documentId, accepted);
		expect(changes).toBe(1);
		expect((await changesOf(documentId, id))[0]?.proposal).toMatchObject({
			...{ field: "strategy.statement", after: `${strategy.statement} In every language.`, comment: "" },
		});
	});

	it("shows both texts where somebody has saved meanwhile, and sets one over the other only when told", async () => {
		const { documentId } = await writeWholePlan(storage, planner, county);
		const copy = await download(documentId);
		const [milestone] = (await planOf(documentId)).milestones;
		if (!milestone) throw new Error("no milestone");
		await perform(storage.performer, changePart, second, {
			documentId,
			kind: "milestone",
			id: milestone.id,
			version: milestone.version,
			patch: { statement: "Saved by another." },
		});
		const { id } = await upload(
			documentId,
			await editWordFile(copy, (xml) =>
				edit(
					edit(xml, "_ms_", "types over the last line", "Typed in Word."),
					"_mt_",
					"types over the last line",
					"soon",
				),
			),
		);
		const [change, unread] = await changesOf(documentId, id);
		expect(change).toMatchObject({
			standing: "clash",
			now: "Saved by another.",
			proposal: { before: milestone.statement },
		});
		expect(unread?.problem).toMatch(/neither months nor a day/u);
		const proposalId = change?.proposal.id ?? "";
		await expect(settle(documentId, proposalId, "take")).rejects.toThrow(StaleSave);
		await expect(settle(documentId, unread?.proposal.id ?? "", "take")).rejects.toThrow(InvalidInput);
		expect((await changesOf(documentId, id)).map(({ proposal }) => proposal.state)).toEqual(["open", "open"]);
		await settle(documentId, proposalId, "take", { version: change?.nowVersion });
		expect((await planOf(documentId)).milestones.find((each) => each.id === milestone.id)?.statement).toBe(
			"Typed in Word.",
		);
	});

	it("is read back by those who write it, and only against itself", async () => {
		const { documentId } = await writeWholePlan(storage, planner, county);
		const { documentId: other } = await writeWholePlan(storage, planner, county);
		const copy = await download(documentId);
		await expect(upload(documentId, copy, analyst)).rejects.toThrow(NotFound);
		await expect(upload(other, copy)).rejects.toThrow(/made of another plan/u);
		const reader = await addActor(storage, county, "partner");
		await expect(upload(documentId, copy, reader)).rejects.toThrow(NotAllowed);
	});
});

describe("an old plan", () => {
	const recognise = async (bytes: Uint8Array) =>
		perform(storage.performer, recogniseOldPlan, planner, {
			...{
				jurisdictionId: county,
				editionId: "ca-ccfsr-2004",
				fileName: "old plan.docx",
				bytes: new Uint8Array(bytes),
			},
		});
	const start = (lines: readonly OldPlanLine[], sha256: string, startsOn = "2026-07-01") =>
		perform(storage.performer, importOldPlan, planner, {
			...{ jurisdictionId: county, editionId: "ca-ccfsr-2004", title: "From Word" },
			...{ startsOn: plainDate(startsOn), fileName: "old plan.docx", sha256, lines: [...lines] },
		});
	const placed = (lines: readonly OldPlanLine[]) => lines.filter((line) => line.kind !== "answer" || line.field !== "");

	it("becomes a plan of the lines that were confirmed, with the file that they came from", async () => {
		const { documentId } = await writeWholePlan(storage, planner, county);
		const before = await planOf(documentId);
		const read = await recognise(await download(documentId));
		expect(read.plan).toMatchObject({ startsOn: "2026-07-01", endsOn: "2029-06-30" });
		const { id } = await start(placed(read.plan.lines), read.sha256);
		const after = await planOf(id);
		const words = ({ focusAreas, goals, strategies, milestones }: typeof after) => ({
			components: focusAreas.map(({ codes, label }) => [codes, label]),
			goals: goals.map(({ statement }) => statement).sort(),
			strategies: strategies.map(({ statement, rationale }) => [statement, rationale]).sort(),
			milestones: milestones
				.map(({ statement, assignedTitle, assignedAgency }) => [statement, assignedTitle, assignedAgency])
				.sort(),
		});
		expect(words(after)).toEqual(words(before));
		expect(after.answers.find(({ field }) => field === "narrative.planningBodies")?.value).toBe(
			before.answers.find(({ field }) => field === "narrative.planningBodies")?.value,
		);
		expect((await perform(storage.performer, listWordFiles, planner, { documentId: id }))[0]?.file).toMatchObject({
			source: "old-plan",
			sha256: read.sha256,
			fileName: "old plan.docx",
		});
	});

	it("is started whole or not at all, and says which line cannot be taken", async () => {
		const { documentId } = await writeWholePlan(storage, planner, county);
		const { plan, sha256 } = await recognise(await download(documentId));
		const plans = async () => (await perform(storage.performer, listPlans, planner, {})).length;
		const count = await plans();
		const lines = placed(plan.lines);
		const without = (kind: OldPlanLine["kind"]) => lines.filter((line) => line.kind !== kind);
		await expect(start(without("goal"), sha256)).rejects.toThrow(/What it belongs to is left out/u);
		await expect(
			start(
				lines.map((line) => (line.kind === "milestone" ? { ...line, timeframe: "in due course" } : line)),
				sha256,
			),
		).rejects.toThrow(/neither months nor a day/u);
		await expect(
			start(
				lines.map((line) => (line.kind === "goal" ? { ...line, text: " " } : line)),
				sha256,
			),
		).rejects.toThrow(/no text in it/u);
		await expect(start([...lines, ...lines.slice(0, 1)], sha256)).rejects.toThrow(/stands at two lines/u);
		expect(await plans()).toBe(count);
	});
});

describe("a file that is no such Word file", () => {
	it("is refused in plain words, and nothing of it is taken", async () => {
		const { documentId } = await writeWholePlan(storage, planner, county);
		const copy = await download(documentId);
		for (const [name, file] of Object.entries(await hostileWordFiles(copy))) {
			const refusal = await upload(documentId, file.bytes).then(
				() => "taken",
				(error: unknown) => (error instanceof InvalidInput ? error.message : String(error)),
			);
			expect(refusal, name).toMatch(file.says);
			expect(refusal, name).toMatch(/Nothing was taken\.$/u);
		}
		expect(await perform(storage.performer, listWordFiles, planner, { documentId })).toEqual([]);
	});
});
