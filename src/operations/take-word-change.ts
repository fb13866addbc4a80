import type { PlanPlace } from "../documents/plan/plan-places.ts";
import { answerPatch, assignedPatch, type ReadPatch, timeframePatch } from "../domain/word/word-patch.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { addMilestone } from "./add-milestone.ts";
import { addStrategy } from "./add-strategy.ts";
import { changePart } from "./change-part.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import type { OperationContext } from "./operation.ts";
import { removable } from "./removable-part.ts";
import { removePart } from "./remove-part.ts";
import { saveAnswer } from "./save-answer.ts";
import { takeListedValue, takeNewEntry } from "./take-listed-value.ts";
import type { PlanTexts } from "./working-copy.ts";

/** Does to the plan what a change in a Word file says, by the operations by which people do it. `version` is the one it is made from. */
export async function takeWordChange(
	context: OperationContext,
	plan: PlanTexts,
	proposal: Fact<"word-proposal">,
	version: number,
	reason: string,
): Promise<void> {
	const { graph, places } = plan;
	const { documentId, factId: id, after } = proposal;
	const { startsOn } = graph.cycle;
	const place = places.find((each) => each.factId === id && each.field === proposal.field);
	switch (proposal.change) {
		case "add-milestone":
			await addMilestone.run(context, {
				documentId,
				strategyId: id,
				statement: after,
				...patchOf(timeframePatch(proposal.timeframe, startsOn)),
				...patchOf(assignedPatch(proposal.assigned)),
			});
			return;
		case "add-strategy": {
			const made = await addStrategy.run(context, {
				documentId,
				goalId: id,
				statement: after,
				rationale: proposal.rationale,
			});
			for (const line of proposal.milestones) {
				const [statement = "", timeframe = "", assigned = ""] = line.split("\t");
				await addMilestone.run(context, {
					documentId,
					strategyId: made.id,
					statement,
					...patchOf(timeframePatch(timeframe, startsOn)),
					...patchOf(assignedPatch(assigned)),
				});
			}
			return;
		}
		case "add-entry":
			await takeNewEntry(context, plan, proposal);
			return;
		case "remove": {
			const kind = removable.safeParse(proposal.field?.split(".")[0]).data;
			if (kind === undefined) throw gone();
			await removePart.run(context, { documentId, kind, id, reason });
			return;
		}
		case "text":
			if (!place) throw gone();
			if (place.form)
				await takeListedValue(context, plan, place, {
					...{ documentId, after, version, reason },
					importId: proposal.importId,
				});
			else await saveText(context, documentId, place, { after, version, reason });
	}
}

type Save = { readonly after: string; readonly version: number; readonly reason: string };

async function saveText(context: OperationContext, documentId: string, place: PlanPlace, save: Save): Promise<void> {
	const { after, version, reason } = save;
	const { startsOn } = await cycleOf(context, documentId);
	const common = { documentId, id: place.factId, version, reason };
	switch (place.field) {
		case "answer.value": {
			if (!place.answer) throw gone();
			const { field, focusAreaId } = place.answer;
			const values = patchOf(answerPatch(field, after));
			await saveAnswer.run(context, {
				documentId,
				focusAreaId,
				field: field.id,
				...values,
				noChange: false,
				version,
				reason,
			});
			return;
		}
		case "goal.statement":
			await changePart.run(context, { ...common, kind: "goal", patch: { statement: after } });
			return;
		case "objective.statement":
			await changePart.run(context, { ...common, kind: "objective", patch: { statement: after } });
			return;
		case "objective.evidenceOfCompletion":
			await changePart.run(context, { ...common, kind: "objective", patch: { evidenceOfCompletion: after } });
			return;
		case "strategy.statement":
			await changePart.run(context, { ...common, kind: "strategy", patch: { statement: after } });
			return;
		case "strategy.rationale":
			await changePart.run(context, { ...common, kind: "strategy", patch: { rationale: after } });
			return;
		case "milestone.statement":
			await changePart.run(context, { ...common, kind: "milestone", patch: { statement: after } });
			return;
		case "milestone.timeframe": {
			const before = await context.stores.facts.find("milestone", place.factId);
			const patch = patchOf(timeframePatch(after, startsOn, before));
			await changePart.run(context, { ...common, kind: "milestone", patch });
			return;
		}
		case "milestone.assigned": {
			const before = await context.stores.facts.find("milestone", place.factId);
			const patch = patchOf(assignedPatch(after, before));
			await changePart.run(context, { ...common, kind: "milestone", patch });
			return;
		}
		case "subject-analysis.analysis":
			await changePart.run(context, { ...common, kind: "subject-analysis", patch: { analysis: after } });
	}
}

async function cycleOf({ stores }: OperationContext, documentId: string) {
	const document = await stores.facts.find("document", documentId);
	const cycle = document && (await stores.facts.find("cycle", document.cycleId));
	if (!cycle) throw gone();
	return cycle;
}

function patchOf<P>(read: ReadPatch<P>): P {
	if ("problem" in read) throw new InvalidInput([{ field: "after", message: read.problem }]);
	return read.patch;
}

function gone(): NotFound {
	return new NotFound(
		"The part of the plan that this change is about is not there any more: see the plan's history. Leave the change, or restore the part first.",
	);
}
