import { z } from "zod";
import { comparableWords } from "../documents/word/word-marks.ts";
import { answerPatch, assignedPatch, timeframePatch } from "../domain/word/word-patch.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { entryPatch, listedPatch } from "./take-listed-value.ts";
import { type PlanTexts, planTexts } from "./working-copy.ts";

/**
 * How a change stands against the plan now. `clash`: somebody has changed the same text since the file was made. `same`: the
 * plan says so already. `gone`: the part is not in the plan any more.
 */
export type ChangeStanding = "fits" | "clash" | "same" | "gone";

export type WordChangeView = {
	readonly proposal: Fact<"word-proposal">;
	readonly standing: ChangeStanding;
	/** The text as it stands in the plan now, as it is printed. */
	readonly now: string;
	/** The version that a save over it must name. */
	readonly nowVersion: number;
	/** Why it cannot be taken as it is written, in plain words. */
	readonly problem: string;
	/** Who decided, and when; "" while it is open. */
	readonly settledBy: string;
	readonly settledAt: string;
};

export type WordFileView = {
	readonly file: Fact<"word-file">;
	readonly readBy: string;
	readonly readAt: string;
	readonly changes: readonly WordChangeView[];
};

/** A Word file that was read against a plan: each change in it, how it stands against the plan now, and who decided what. */
export const getWordFile = defineOperation({
	name: "get-word-file",
	title: "Get the changes of a Word file",
	http: { method: "get", path: "/plans/{documentId}/word-files/{importId}" },
	input: z.object({ documentId: z.uuid(), importId: z.uuid() }),
	output: z
		.object({
			file: factOutputs["word-file"],
			readBy: z.string(),
			readAt: z.string(),
			changes: z.array(
				z.object({
					proposal: factOutputs["word-proposal"],
					standing: z.enum(["fits", "clash", "same", "gone"]),
					now: z.string(),
					nowVersion: z.int().min(0),
					problem: z.string(),
					settledBy: z.string(),
					settledAt: z.string(),
				}),
			),
		})
		.meta({ id: "WordFileView" }),
	async run(context, input): Promise<WordFileView> {
		const { stores } = context;
		const document = await getDocument(context, input.documentId);
		const file = await stores.facts.find("word-file", input.importId);
		const facts = await stores.plans.find(document.id);
		if (file?.documentId !== document.id || !facts) throw new NotFound("There is no such Word file here.");
		const proposals = await stores.facts.list("word-proposal", { importId: file.id });
		const plan = await planTexts(context, facts);
		const [read] = await stores.actions.firstOf([file.id]);
		const changes: WordChangeView[] = [];
		for (const proposal of proposals.toSorted((one, other) => one.position - other.position)) {
			const last = proposal.state === "open" ? undefined : (await stores.actions.ofSubject(proposal.id)).at(-1);
			changes.push({
				proposal,
				...standingOf(plan, proposal),
				settledBy: last?.actorName ?? "",
				settledAt: last?.at ?? "",
			});
		}
		return { file, readBy: read?.actorName ?? "", readAt: read?.at ?? "", changes };
	},
});

function standingOf(
	plan: PlanTexts,
	proposal: Fact<"word-proposal">,
): Pick<WordChangeView, "standing" | "now" | "nowVersion" | "problem"> {
	const { places } = plan;
	const place = places.find((each) => each.factId === proposal.factId && each.field === proposal.field);
	const owner = places.find((each) => each.factId === proposal.factId);
	if (proposal.change.startsWith("add-")) {
		return { standing: owner ? "fits" : "gone", now: "", nowVersion: 0, problem: problemOf(plan, proposal) };
	}
	const nothing = { now: "", nowVersion: 0, problem: "" };
	// An objective that is empty is not printed, and has no place on paper.
	if (!place) return { standing: proposal.change === "remove" || proposal.after === "" ? "same" : "gone", ...nothing };
	const [now, before, after] = [place.text, proposal.before, proposal.after].map(comparableWords);
	const changed = place.version !== proposal.baseVersion && now !== before;
	const same = proposal.change === "text" && now === after;
	return {
		standing: same ? "same" : changed ? "clash" : "fits",
		now: place.text,
		nowVersion: place.version,
		problem: problemOf(plan, proposal),
	};
}

function problemOf(plan: PlanTexts, proposal: Fact<"word-proposal">): string {
	const { graph, places } = plan;
	const { startsOn } = graph.cycle;
	const lines = proposal.milestones.map((line) => line.split("\t"));
	const rows = proposal.change === "add-milestone" ? [["", proposal.timeframe, proposal.assigned]] : lines;
	const place = places.find((each) => each.factId === proposal.factId && each.field === proposal.field);
	const field = place?.answer?.field;
	const reads = [
		...rows.flatMap(([, timeframe = "", assigned = ""]) => [
			timeframePatch(timeframe, startsOn),
			assignedPatch(assigned),
		]),
		...(proposal.change === "text" && field ? [answerPatch(field, proposal.after)] : []),
		...(proposal.change === "text" && place?.form ? [listedPatch(plan, place, proposal.after)] : []),
		...(proposal.change === "add-entry" ? [entryPatch(plan, proposal.cells)] : []),
		...(proposal.field === "milestone.timeframe" ? [timeframePatch(proposal.after, startsOn)] : []),
		...(proposal.field === "milestone.assigned" ? [assignedPatch(proposal.after)] : []),
	];
	return reads.flatMap((read) => ("problem" in read ? [read.problem] : [])).join(" ");
}
