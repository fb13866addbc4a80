import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import type { Actor } from "../../src/domain/people/may.ts";
import { onlyInOwnPlace, type Permission, permissionsOf, Role } from "../../src/domain/people/roles.ts";
import type { FactKind, FactValues } from "../../src/domain/workflow/fact-kinds.ts";
import { addAttachment } from "../../src/operations/add-attachment.ts";
import { addComponent } from "../../src/operations/add-component.ts";
import { addDraftComment } from "../../src/operations/add-draft-comment.ts";
import { addEvidence } from "../../src/operations/add-evidence.ts";
import { addFinding } from "../../src/operations/add-finding.ts";
import { addGoal } from "../../src/operations/add-goal.ts";
import { addMilestone } from "../../src/operations/add-milestone.ts";
import { addPlanEntry } from "../../src/operations/add-plan-entry.ts";
import { addStrategy } from "../../src/operations/add-strategy.ts";
import { addTeamMember } from "../../src/operations/add-team-member.ts";
import { assignSection } from "../../src/operations/assign-section.ts";
import { loadFigures } from "../../src/operations/load-figures.ts";
import { perform } from "../../src/operations/operation.ts";
import { saveAnswer } from "../../src/operations/save-answer.ts";
import { saveBudgetCells } from "../../src/operations/save-budget-cells.ts";
import { saveService } from "../../src/operations/save-service.ts";
import { startBudgetForm } from "../../src/operations/start-budget-form.ts";
import { startPlan } from "../../src/operations/start-plan.ts";
import { suggestEdit } from "../../src/operations/suggest-edit.ts";
import { takeSnapshot } from "../../src/operations/take-snapshot.ts";
import { smallPdf } from "../support/approve-plan.ts";
import { keepSampleRun } from "../support/keep-sample-run.ts";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../support/test-storage.ts";

/** Words that stand in the facts of one county alone, by the right that it takes to read them. */
export type Marker = { readonly county: string; readonly permission: Permission; readonly text: string };

export type CountyFacts = {
	readonly id: string;
	readonly code: string;
	readonly documentId: string;
	readonly documentVersion: number;
	readonly focusAreaId: string;
	readonly goalId: string;
	readonly objectiveId: string;
	readonly strategyId: string;
	readonly milestoneId: string;
	readonly teamMemberId: string;
	readonly attachmentId: string;
	/** A Word file that was read against the plan, and a change in it. */
	readonly wordFileId: string;
	readonly wordProposalId: string;
	/** A meeting, and the analysis of a subject. */
	readonly entryId: string;
	readonly analysisId: string;
	/** A service of the place, read by all who read what it has submitted. */
	readonly serviceId: string;
	readonly findingId: string;
	readonly loadId: string;
	/** A submitted plan, which the State may read too, with the copy that was kept of it. */
	readonly submittedId: string;
	/** A plan that was submitted, recalled and written on: the State may read the copy alone, without what came later. */
	readonly recalledId: string;
};

export type Visitor = {
	readonly actor: Actor & { readonly email: string };
	readonly role: Role;
	readonly placeId: string;
	/** The counties on whose facts the person holds a permission. */
	may(permission: Permission, countyId: string): boolean;
};

export type AccessWorld = {
	readonly storage: TestStorage;
	readonly counties: readonly CountyFacts[];
	/** A form CFS-101 of the State in draft, with words that only its own planners may read. */
	readonly stateFormId: string;
	readonly stateId: string;
	readonly visitors: readonly Visitor[];
	readonly markers: readonly Marker[];
	/** What this person has no right to see, found in a text: one line for each of the words of a county. */
	leaksIn(text: string, visitor: Visitor): readonly string[];
	end(): Promise<void>;
};

/**
 * A state with two regions, three counties and a Tribe; one person for every role in every place; in every county facts of
 * all kinds, each holding words that stand nowhere else.
 */
export async function makeAccessWorld(): Promise<AccessWorld> {
	const storage = await openTestStorage();
	const state = await addPlace(storage, { kind: "state", code: "90", name: "State" });
	const regions = [
		await addPlace(storage, { kind: "region", code: "90-N", name: "North", parentId: state }),
		await addPlace(storage, { kind: "region", code: "90-S", name: "South", parentId: state }),
	] as const;
	const tribe = await addPlace(storage, { kind: "tribe", code: "90-T", name: "Tribe", parentId: state });
	const parents = new Map<string, readonly string[]>([
		[state, [state]],
		[regions[0], [regions[0], state]],
		[regions[1], [regions[1], state]],
		[tribe, [tribe, state]],
	]);
	const counties: CountyFacts[] = [];
	const markers: Marker[] = [];
	const visitors: Visitor[] = [];
	for (const [index, parentId] of [regions[0], regions[0], regions[1]].entries()) {
		const id = await addPlace(storage, {
			kind: "county",
			code: `9000${index + 1}`,
			name: `County${index + 1}`,
			parentId,
		});
		parents.set(id, [id, ...(parents.get(parentId) ?? [])]);
	}
	for (const [placeId] of parents) {
		for (const role of Role.exclude(["installation"]).options) {
			const actor = await addActor(storage, placeId, role);
			visitors.push({
				actor,
				role,
				placeId,
				may: (permission, countyId) =>
					permissionsOf[role].includes(permission) &&
					(onlyInOwnPlace[role]?.includes(permission)
						? countyId === placeId
						: (parents.get(countyId) ?? []).includes(placeId)),
			});
		}
	}
	for (const [placeId, path] of parents) {
		if (path.length !== 3) continue;
		const planner = visitors.find((each) => each.placeId === placeId && each.role === "county-planner");
		const director = visitors.find((each) => each.placeId === placeId && each.role === "child-welfare-director");
		if (!planner || !director) throw new Error("Every county has a planner and a director.");
		const people = { planner: planner.actor, director: director.actor };
		counties.push(await fillCounty(storage, placeId, `9000${counties.length + 1}`, people, markers));
	}
	const stateFormId = await startStateForm(storage, state, visitors, markers);
	return {
		storage,
		counties,
		stateId: state,
		stateFormId,
		visitors,
		markers,
		leaksIn: (text, visitor) =>
			markers
				.filter((marker) => text.includes(marker.text) && !mayReadMarker(visitor, marker))
				.map((marker) => `${visitor.role} sees ${marker.text}`),
		end: () => storage.end(),
	};
}

async function startStateForm(
	storage: TestStorage,
	state: string,
	visitors: readonly Visitor[],
	markers: Marker[],
): Promise<string> {
	const planner = visitors.find(({ placeId, role }) => placeId === state && role === "state-planner");
	if (!planner) throw new Error("The State has a planner.");
	const started = { jurisdictionId: state, submissionYear: 2027 };
	const { id } = await perform(storage.performer, startBudgetForm, planner.actor, started);
	const text = "budgetOf90marker";
	markers.push({ county: state, permission: "plan.read-draft", text });
	await perform(storage.performer, saveBudgetCells, planner.actor, {
		formId: id,
		cells: [{ cell: "head.1.value", typed: text }],
	});
	return id;
}

/** Whoever may read drafts of a county may read what it has submitted too. */
function mayReadMarker(visitor: Visitor, { county, permission }: Marker): boolean {
	return (
		visitor.may(permission, county) || (permission === "plan.read-submitted" && visitor.may("plan.read-draft", county))
	);
}

async function fillCounty(
	storage: TestStorage,
	id: string,
	code: string,
	{ planner, director }: { readonly planner: Actor; readonly director: Actor },
	markers: Marker[],
): Promise<CountyFacts> {
	/** Words of this county alone; without a right named, words that nobody looks for. */
	const mark = (permission: Permission | undefined, kind: string) => {
		const text = `${kind}${code}marker`;
		if (permission) markers.push({ county: id, permission, text });
		return text;
	};
	const run: typeof perform = (performer, operation, actor, input) => perform(performer, operation, actor, input);
	const { performer } = storage;
	const plan = await makePlan("plan.read-draft", "draft");
	const submitted = await makePlan("plan.read-submitted", "submitted");
	await moveTo(submitted.documentId, "submitted", 1);
	await keepCopy(submitted.documentId);
	const recalled = await makePlan(undefined, "recalled");
	await moveTo(recalled.documentId, "submitted", 1);
	await keepCopy(recalled.documentId);
	await moveTo(recalled.documentId, "drafting", 2);
	await run(performer, addAttachment, planner, {
		documentId: recalled.documentId,
		attachmentKind: "other",
		title: mark("plan.read-draft", "attachedOn"),
		fileName: "later.pdf",
		bytes: smallPdf("later"),
		scan: "not-scanned",
	});
	await run(performer, addStrategy, planner, {
		documentId: recalled.documentId,
		goalId: recalled.goalId,
		statement: mark("plan.read-draft", "writtenOnStrategy"),
		rationale: mark("plan.read-draft", "writtenOnRationale"),
	});
	const finding = await run(performer, addFinding, planner, {
		jurisdictionId: id,
		subjectKind: "systemic-factor",
		code: "qa",
		label: "Quality assurance",
		domain: "systemic",
		judgement: "area-needing-improvement",
		summary: mark("finding.read", "finding"),
	});
	await run(performer, addEvidence, planner, {
		findingId: finding.id,
		evidenceKind: "voices",
		text: mark("finding.read", "evidence"),
		source: "focus group",
	});
	await keepSampleRun(storage.performer, id, { county: code, fileName: mark("figures.read", "extract") });
	const csv = `Indicator,Period start,Period end,Numerator,Denominator,Population group,Source,Data as of\n3F,2025-04-01,2026-03-31,31,250,all,${mark("figures.read", "source")},2026-06-30\n`;
	const load = await run(performer, loadFigures, planner, {
		jurisdictionId: id,
		vintage: "ccfsr-2004",
		fileName: `${mark("figures.read", "file")}.csv`,
		bytes: new TextEncoder().encode(csv),
	});
	if (load.result !== "taken") throw new Error(`The figures were not taken: ${JSON.stringify(load)}`);
	return {
		id,
		code,
		...plan,
		findingId: finding.id,
		loadId: load.loadIds[0] ?? "",
		submittedId: submitted.documentId,
		recalledId: recalled.documentId,
	};

	/** Straight to the state: what the workflow asks for on the way is not the matter here. */
	function moveTo(documentId: string, state: "submitted" | "drafting", expectedVersion: number) {
		return storage.inTransaction(director, ({ facts }) =>
			facts.write({
				kind: "document",
				id: documentId,
				verb: "change",
				expectedVersion,
				patch: { state },
				jurisdictionId: id,
				root: documentId,
				role: "child-welfare-director",
				reason: "",
			}),
		);
	}

	function keepCopy(documentId: string) {
		return storage.inTransaction(director, async (stores) => {
			const facts = await stores.plans.find(documentId);
			if (!facts) throw new Error("The plan is there.");
			await takeSnapshot({ actor: director, clock: storage.clock, ids: storage.ids, stores }, facts);
		});
	}

	/** Straight into the plan, whatever state it is in. */
	function addFact<K extends "signature" | "board-action">(kind: K, patch: FactValues<K>) {
		return writeFact(kind, patch, director, "child-welfare-director");
	}

	/** A Word file that was read against a plan, and a change in it. Words of a draft: nobody else may read them. */
	async function addWordFile(documentId: string, kind: string) {
		const owned = { jurisdictionId: id, documentId };
		const wordFileId = await writeFact(
			"word-file",
			{
				...{ ...owned, fileName: mark("plan.read-draft", `${kind}WordFile`), sha256: "0".repeat(64) },
				...{ source: "edited", notes: [mark("plan.read-draft", `${kind}WordNote`)] },
			},
			planner,
			"county-planner",
		);
		const wordProposalId = await writeFact(
			"word-proposal",
			{
				...{ ...owned, importId: wordFileId, position: 1, change: "text", field: "answer.value", factId: documentId },
				...{ baseVersion: 0, place: "x", before: "", after: mark("plan.read-draft", `${kind}WordChange`) },
				...{
					timeframe: "",
					assigned: "",
					rationale: "",
					milestones: [],
					cells: [],
					author: "",
					changedAt: "",
					comment: "",
				},
				...{ state: "open", reason: "" },
			},
			planner,
			"county-planner",
		);
		return { wordFileId, wordProposalId };
	}

	function writeFact<K extends FactKind>(
		kind: K,
		patch: FactValues<K> & { readonly documentId: string },
		actor: Actor,
		role: Role,
	): Promise<string> {
		const factId = storage.ids.next();
		return storage.inTransaction(actor, async ({ facts }) => {
			await facts.write({
				kind,
				id: factId,
				verb: "add",
				expectedVersion: 0,
				patch,
				jurisdictionId: id,
				root: patch.documentId,
				role,
				reason: "",
			});
			return factId;
		});
	}

	async function makePlan(permission: Permission | undefined, kind: string) {
		const { id: documentId } = await run(performer, startPlan, planner, {
			jurisdictionId: id,
			editionId: "ca-ccfsr-2004",
			startsOn: "2026-07-01" as never,
			title: mark(permission, `${kind}Title`),
		});
		await run(performer, saveAnswer, planner, {
			documentId,
			field: "cover.responsibleAgency",
			value: mark(permission, `${kind}Answer`),
			version: 0,
		});
		const { id: focusAreaId } = await run(performer, addComponent, planner, {
			documentId,
			subjectKind: "indicator",
			codes: ["3F"],
			label: mark(permission, `${kind}Component`),
		});
		const { id: goalId, objectiveId } = await run(performer, addGoal, planner, {
			documentId,
			focusAreaId,
			goalKind: "process",
			statement: mark(permission, `${kind}Goal`),
		});
		const { id: strategyId } = await run(performer, addStrategy, planner, {
			documentId,
			goalId,
			statement: mark(permission, `${kind}Strategy`),
			rationale: mark(permission, `${kind}Rationale`),
		});
		const { id: milestoneId } = await run(performer, addMilestone, planner, {
			documentId,
			strategyId,
			statement: mark(permission, `${kind}Milestone`),
			assignedTitle: "Manager",
		});
		const common = { documentId, jurisdictionId: id };
		const { id: attachmentId } = await run(performer, addAttachment, planner, {
			documentId,
			attachmentKind: "other",
			title: mark(permission, `${kind}Attachment`),
			fileName: "notes.pdf",
			bytes: smallPdf(documentId),
			scan: "not-scanned",
		});
		await addFact("signature", {
			...common,
			signatory: "child-welfare-director",
			manner: "on-paper",
			personId: null,
			name: mark(permission, `${kind}Signature`),
			signedOn: plainDate("2026-06-01"),
			planSha256: "0".repeat(64),
			attachmentId: null,
		});
		await addFact("board-action", {
			...common,
			actionKind: "resolution",
			number: mark(permission, `${kind}Board`),
			actedOn: plainDate("2026-06-01"),
			coordinationVerified: true,
			attachmentId: null,
			planSha256: "0".repeat(64),
		});
		const { id: teamMemberId } = await run(performer, addTeamMember, planner, {
			documentId,
			name: mark(permission, `${kind}Member`),
			affiliation: "Parents",
		});
		// Beside the text of a plan: for those who read drafts, also of what was submitted.
		const talk = (words: string) => mark("plan.read-draft", `${kind}${words}`);
		await run(performer, addDraftComment, planner, {
			...{ documentId, about: { aboutKind: "goal", aboutId: goalId }, text: talk("Comment") },
		});
		await run(performer, suggestEdit, planner, {
			...{ documentId, about: { aboutKind: "goal", aboutId: goalId, field: "statement" }, after: talk("Suggestion") },
			...{ fromVersion: 1 },
		});
		await run(performer, assignSection, planner, {
			...{ documentId, section: "cover", ownerId: planner.personId, dueOn: plainDate("2026-08-01"), version: 0 },
		});
		// Their own words, without consent: for those alone who write the plan.
		const said = mark("plan.write", `${kind}Said`);
		const change = mark(permission, `${kind}LawChange`);
		const need = mark(permission, `${kind}Need`);
		await run(performer, addPlanEntry, planner, { documentId, kind: "partner-input", said });
		// Who agreed to be heard without a name: as little in the team as beside the words.
		const { partyId } = await run(performer, addTeamMember, planner, {
			...{ documentId, name: mark("plan.write", `${kind}Unnamed`), affiliation: "Parents" },
		});
		await run(performer, addPlanEntry, planner, {
			...{ documentId, kind: "partner-input", partyId, said: mark("plan.write", `${kind}Private`) },
			...{ consent: "group-only", consentOn: plainDate("2026-05-01") },
		});
		await run(performer, addPlanEntry, planner, {
			...{ documentId, kind: "compensation", inputId: null, form: "other", note: mark("plan.write", `${kind}Payment`) },
		});
		await run(performer, addPlanEntry, planner, { documentId, kind: "law-change", change });
		await run(performer, addPlanEntry, planner, { documentId, kind: "assistance-request", need });
		const { id: entryId } = await run(performer, addPlanEntry, planner, {
			...{ documentId, kind: "meeting", title: mark(permission, `${kind}Meeting`) },
		});
		const { id: analysisId } = await run(performer, addPlanEntry, planner, {
			...{ documentId, kind: "subject-analysis", subjectKind: "systemic-factor", code: "qa", vintage: "" },
			...{ label: "Quality assurance", domain: "systemic", analysis: mark(permission, `${kind}Analysis`) },
		});
		const { id: serviceId } = await run(performer, saveService, planner, {
			...{ jurisdictionId: id, category: "other", name: "Service" },
		});
		return {
			...(await addWordFile(documentId, kind)),
			attachmentId,
			serviceId,
			documentId,
			documentVersion: 1,
			focusAreaId,
			goalId,
			objectiveId: objectiveId ?? "",
			strategyId,
			milestoneId,
			teamMemberId,
			entryId,
			analysisId,
		};
	}
}
