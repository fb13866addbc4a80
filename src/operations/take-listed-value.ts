import { listForms } from "../documents/plan/editable-lists.ts";
import type { PlanPlace } from "../documents/plan/plan-places.ts";
import { isEntryKind } from "../domain/document/entry-kinds.ts";
import type { PlanGraph } from "../domain/plan/plan-graph.ts";
import { kindOfField, nameOfField, WordField, type WordProposal } from "../domain/word/word-facts.ts";
import type { ReadPatch } from "../domain/word/word-patch.ts";
import { readWrittenValue } from "../domain/word/written-value.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { addPlanEntry } from "./add-plan-entry.ts";
import { addTeamMember } from "./add-team-member.ts";
import { changePart, partPatches } from "./change-part.ts";
import { closeGoal } from "./close-goal.ts";
import { checkLeadingField } from "./entry-links.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import type { OperationContext } from "./operation.ts";
import { reportMilestone } from "./report-milestone.ts";
import { saveProgress } from "./save-progress.ts";
import { setBenchmarks } from "./set-benchmarks.ts";
import { setObjective } from "./set-objective.ts";
import type { PlanTexts } from "./working-copy.ts";

type Save = {
	readonly documentId: string;
	readonly after: string;
	readonly version: number;
	readonly reason: string;
	/** The file that the change stands in. */
	readonly importId: string;
};

/** What a text in a cell, a figure or a standing means for its fact; or why it cannot be taken. */
export function listedPatch(
	{ graph }: PlanTexts,
	place: PlanPlace,
	after: string,
): ReadPatch<Readonly<Record<string, unknown>>> {
	if (!place.form) return { patch: {} };
	const read = readWrittenValue(place.form, after);
	if ("problem" in read) return read;
	const patch = { [nameOfField(place.field)]: read.value };
	if (place.field === "carried-part.progress" && after.trim() !== "") {
		const part = [...graph.carried.values()].find(({ id }) => id === place.factId);
		if (part?.standing === "not-looked-at") {
			return {
				problem: "Say first how the goal stands: whether it continues, was changed or is done. Then take this change.",
			};
		}
	}
	if (after.trim() === "" && emptied[place.field]) return { problem: emptied[place.field] ?? "" };
	if (place.field === "milestone.completedOn") {
		const nodes = milestonesIn(graph);
		if (nodes.find(({ id }) => id === place.factId)?.status !== "completed") {
			return {
				problem: "A day stands at a milestone that is completed. Take first that it is, or write it in the plan.",
			};
		}
	}
	return allowed(kindOfField(place.field), patch);
}

/** What a report on a milestone cannot take back by an empty cell. */
const emptied: Partial<Record<WordField, string>> = {
	"milestone.completedOn":
		"The day on which a milestone was completed cannot be left out. Change its status in the plan, and leave this change.",
	"milestone.proof":
		"What shows that a milestone is done stays. Write in the plan what shows it, and leave this change.",
	"milestone.explanation": "What was explained stays. Write in the plan what is to be said now, and leave this change.",
};

function milestonesIn({ components }: PlanGraph): readonly Fact<"milestone">[] {
	return components.flatMap(({ goals }) =>
		goals.flatMap(({ strategies }) =>
			strategies.flatMap(({ milestones }) => milestones.map(({ milestone }) => milestone)),
		),
	);
}

/** What a row that was put into a list means for a new entry; or why it cannot be taken. */
export function entryPatch(
	{ edition }: PlanTexts,
	cells: WordProposal["cells"],
): ReadPatch<Readonly<Record<string, unknown>>> {
	const forms = listForms(edition);
	const patch: Record<string, unknown> = {};
	const problems: string[] = [];
	for (const line of cells) {
		const at = line.indexOf("\t");
		const field = WordField.safeParse(line.slice(0, at)).data;
		const column = field && forms.get(field);
		const text = line.slice(at + 1);
		// A cell that was left empty says nothing: the entry starts as one that is added in the plan.
		if (!field || !column || text.trim() === "") continue;
		const read = readWrittenValue(column.form, text);
		const fits = "problem" in read ? read : allowed(kindOfField(field), { [nameOfField(field)]: read.value });
		if ("problem" in fits) problems.push(`${column.label}: ${fits.problem}`);
		else Object.assign(patch, fits.patch);
	}
	return problems.length > 0 ? { problem: problems.join(" ") } : { patch };
}

/** Holds a value to what its fact may hold: how long a text is, which numbers a count has. */
function allowed(kind: string, patch: Readonly<Record<string, unknown>>): ReadPatch<Readonly<Record<string, unknown>>> {
	const [name = ""] = Object.keys(patch);
	try {
		if (isEntryKind(kind)) checkLeadingField(kind, patch);
	} catch (error) {
		if (error instanceof InvalidInput) return { problem: error.message };
		throw error;
	}
	const fields = kind in partPatches ? partPatches[kind as keyof typeof partPatches] : undefined;
	const checked = fields?.partial().safeParse(patch);
	if (checked && !checked.success) {
		const text = patch[name];
		const what = typeof text === "number" ? `"${text}" cannot stand here` : "This text is too long for its place";
		return {
			problem: `${what}: ${checked.error.issues[0]?.message ?? ""}. Write it in the plan, and leave this change.`,
		};
	}
	return { patch };
}

/** Does what a changed cell, figure or standing says, by the operation by which people do it. */
export async function takeListedValue(
	context: OperationContext,
	plan: PlanTexts,
	place: PlanPlace,
	{ documentId, after, version, reason, importId }: Save,
): Promise<void> {
	const read = listedPatch(plan, place, after);
	if ("problem" in read) throw new InvalidInput([{ field: "after", message: read.problem }]);
	const kind = kindOfField(place.field);
	switch (kind) {
		case "baseline":
		case "target":
			await takeFigure(context, plan, place, { documentId, version, reason, patch: read.patch });
			return;
		case "milestone":
			await takeReport(context, plan, place, { version, importId, patch: read.patch });
			return;
		case "carried-part":
			await takeStanding(context, plan, place, { documentId, version, patch: read.patch });
			return;
		default:
			await changePart.run(
				context,
				changePart.input.parse({ documentId, id: place.factId, version, reason, kind, patch: read.patch }),
			);
	}
}

/** A figure that is typed over is not the loaded one any more: it stands for itself, with its source in words. */
async function takeFigure(
	context: OperationContext,
	{ graph }: PlanTexts,
	{ field, factId }: PlanPlace,
	save: { readonly documentId: string; readonly version: number; readonly reason: string; readonly patch: object },
): Promise<void> {
	const { documentId, version, reason, patch } = save;
	const nodes = graph.components.flatMap(({ goals }) => goals.flatMap(({ objectives }) => objectives));
	const onTheWay = nodes.find(({ interimTargets }) => interimTargets.some(({ id }) => id === factId));
	const benchmark = onTheWay?.interimTargets.find(({ id }) => id === factId);
	if (onTheWay && benchmark) {
		const benchmarks = [{ year: benchmark.benchmarkYear, value: null, ...save.patch, version: save.version }];
		await setBenchmarks.run(
			context,
			setBenchmarks.input.parse({
				...{ documentId: save.documentId, objectiveId: onTheWay.objective.id, benchmarks, reason: save.reason },
			}),
		);
		return;
	}
	const { ids } = context;
	const node = nodes.find(({ objective, baseline, target }) =>
		[baseline?.id, target?.id, ids.named("baseline", objective.id), ids.named("target", objective.id)].includes(factId),
	);
	if (!node) throw new NotFound("The goal that this figure belongs to is not in the plan any more. Leave the change.");
	const { objective, baseline, target } = node;
	const common = { documentId, objectiveId: objective.id, version: objective.version, reason };
	if (kindOfField(field) === "target") {
		const values = { value: target?.value ?? null, by: target?.by ?? null, ...patch, version };
		await setObjective.run(context, setObjective.input.parse({ ...common, target: values }));
		return;
	}
	const { id: _id, version: _version, jurisdictionId: _place, objectiveId: _objective, ...known } = baseline ?? {};
	const observationId = nameOfField(field) === "source" ? (baseline?.observationId ?? null) : null;
	await setObjective.run(
		context,
		setObjective.input.parse({ ...common, baseline: { ...known, observationId, ...patch, version } }),
	);
}

/**
 * What a yearly paper says of a milestone is a report on it, in the plan in force. A status is taken with the day and the explanation that
 * the same file gives for it: without them the report would say today, or nothing.
 */
async function takeReport(
	context: OperationContext,
	plan: PlanTexts,
	{ factId, field }: PlanPlace,
	{ version, importId, patch }: { readonly version: number; readonly importId: string; readonly patch: object },
): Promise<void> {
	const milestone = milestonesIn(plan.graph).find(({ id }) => id === factId);
	const planId = plan.graph.document.updateOf;
	if (!milestone || planId === null) {
		throw new NotFound("The paper does not carry this milestone over any more. Leave the change.");
	}
	const besides = field === "milestone.status" ? await saidBeside(context, plan, { factId, importId }) : {};
	const { status, completedOn, proof, explanation } = { ...milestone, ...besides, ...patch };
	await reportMilestone.run(
		context,
		reportMilestone.input.parse({
			...{ documentId: planId, milestoneId: milestone.id, version, status, completedOn, proof },
			reason: explanation,
		}),
	);
}

/** The day and the explanation that the same file gives for a milestone, as far as they can be read and nobody left them. */
async function saidBeside(
	{ stores }: OperationContext,
	{ places }: PlanTexts,
	{ factId, importId }: { readonly factId: string; readonly importId: string },
): Promise<Readonly<Record<string, unknown>>> {
	const proposals = await stores.facts.list("word-proposal", { importId });
	const values: Record<string, unknown> = {};
	for (const field of ["milestone.completedOn", "milestone.explanation"] as const) {
		const found = proposals.find((each) => each.factId === factId && each.field === field && each.state === "open");
		const form = places.find((each) => each.factId === factId && each.field === field)?.form;
		if (!found || !form || found.after.trim() === "") continue;
		const read = readWrittenValue(form, found.after);
		if ("value" in read) values[nameOfField(field)] = read.value;
	}
	return values;
}

async function takeStanding(
	context: OperationContext,
	{ graph }: PlanTexts,
	{ field, factId }: PlanPlace,
	{ documentId, version, patch }: { readonly documentId: string; readonly version: number; readonly patch: object },
): Promise<void> {
	const part = [...graph.carried.values()].find(({ id }) => id === factId);
	if (!part) throw new NotFound("The paper does not carry this goal over any more. Leave the change.");
	if (field === "carried-part.closingReason") {
		await closeGoal.run(
			context,
			closeGoal.input.parse({ documentId, goalId: part.partId, closing: part.closing, ...patch, version }),
		);
		return;
	}
	await saveProgress.run(
		context,
		saveProgress.input.parse({ documentId, partId: part.partId, standing: part.standing, ...patch, version }),
	);
}

/** Adds what a new row of a list says, in the list of the row that it stands beside. */
export async function takeNewEntry(
	context: OperationContext,
	plan: PlanTexts,
	proposal: Fact<"word-proposal">,
): Promise<void> {
	const read = entryPatch(plan, proposal.cells);
	if ("problem" in read) throw new InvalidInput([{ field: "after", message: read.problem }]);
	const { documentId, factId } = proposal;
	const beside = plan.places.find((each) => each.factId === factId);
	const kind = beside && (beside.starts?.kind ?? kindOfField(beside.field));
	if (kind === "team-member" || kind === "party") {
		await addTeamMember.run(
			context,
			addTeamMember.input.parse({ name: "", affiliation: "", ...read.patch, documentId }),
		);
		return;
	}
	if (kind === undefined || !isEntryKind(kind)) {
		throw new NotFound("The list that this row stands in is not in the plan any more. Add the entry in the plan.");
	}
	const sibling = plan.graph.entries[kind].find(({ id }) => id === factId);
	const focusAreaId = beside?.starts?.focusAreaId ?? (sibling && "focusAreaId" in sibling ? sibling.focusAreaId : null);
	const made = addPlanEntry.input.safeParse({
		...{ documentId, kind, focusAreaId: kind === "partner-input" ? null : focusAreaId },
		...read.patch,
	});
	if (!made.success) {
		throw new InvalidInput([
			{
				field: "after",
				message: "The first cell of the row says what the entry is called, and it is empty. Leave this change.",
			},
		]);
	}
	await addPlanEntry.run(context, made.data);
}
