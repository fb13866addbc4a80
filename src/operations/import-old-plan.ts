import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { findField } from "../domain/document/edition.ts";
import { OldPlanLine } from "../domain/word/old-plan.ts";
import { answerPatch, assignedPatch, type ReadPatch, timeframePatch } from "../domain/word/word-patch.ts";
import { getEdition } from "../frameworks/editions.ts";
import { addComponent } from "./add-component.ts";
import { addGoal } from "./add-goal.ts";
import { addMilestone } from "./add-milestone.ts";
import { addStrategy } from "./add-strategy.ts";
import { type InputProblem, InvalidInput } from "./errors.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { saveAnswer } from "./save-answer.ts";
import { startPlan } from "./start-plan.ts";

/** What a line of each kind may stand below. */
const parents: Readonly<Record<OldPlanLine["kind"], readonly (OldPlanLine["kind"] | null)[]>> = {
	answer: [null, "component"],
	component: [null],
	goal: ["component"],
	strategy: ["goal"],
	milestone: ["strategy"],
};

/** What can be said of a line without the plan: the places that it has room for. */
const limits: Readonly<Record<OldPlanLine["kind"], number>> = {
	answer: 100_000,
	component: 300,
	goal: 2000,
	strategy: 4000,
	milestone: 2000,
};

/**
 * Starts a plan with the lines of an old one that a person has confirmed: its texts, components, goals, strategies and
 * milestones, each by the operation that people use, all of it or nothing. The file's name and checksum are kept with it.
 */
export const importOldPlan = defineOperation({
	name: "import-old-plan",
	title: "Start a plan from an old one",
	http: { method: "post", path: "/old-plans" },
	input: z.object({
		jurisdictionId: z.uuid(),
		editionId: z.string().min(1).max(60),
		title: z.string().trim().max(300).default(""),
		startsOn: PlainDate,
		endsOn: PlainDate.optional(),
		fileName: z.string().min(1).max(255),
		sha256: z.string().regex(/^[0-9a-f]{64}$/, "is not a checksum (64 hexadecimal digits)"),
		lines: z.array(OldPlanLine).max(5000),
	}),
	output: z.object({ id: z.uuid(), lines: z.int().min(0) }),
	async run(context, input): Promise<{ id: string; lines: number }> {
		const lines = inOrder(input.lines);
		const { id } = await startPlan.run(context, {
			jurisdictionId: input.jurisdictionId,
			editionId: input.editionId,
			title: input.title,
			startsOn: input.startsOn,
			...(input.endsOn ? { endsOn: input.endsOn } : {}),
		});
		const { document, edition, role } = await openPlan(context, id);
		const problems = lines.flatMap((line) => problemsOf(line, lines, edition, input.startsOn));
		if (problems.length > 0) throw new InvalidInput(problems);
		const made = new Map<number, string>();
		for (const line of lines) {
			const parent = line.parent === null ? undefined : made.get(line.parent);
			made.set(line.key, await makeLine(context, document.id, line, parent, input));
		}
		await context.stores.facts.write({
			kind: "word-file",
			id: context.ids.next(),
			verb: "add",
			expectedVersion: 0,
			patch: {
				jurisdictionId: document.jurisdictionId,
				documentId: document.id,
				fileName: input.fileName,
				sha256: input.sha256,
				source: "old-plan",
				notes: [`${lines.length} lines of the file were confirmed and made into this plan.`],
			},
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: "",
		});
		return { id, lines: lines.length };
	},
});

/** What others stand below comes first; of one kind, by their numbers. */
const kinds: readonly OldPlanLine["kind"][] = ["component", "goal", "strategy", "milestone", "answer"];

function inOrder(lines: readonly OldPlanLine[]): readonly OldPlanLine[] {
	const ordered = lines.toSorted(
		(one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || one.key - other.key,
	);
	const twice = ordered.find(({ key }, index) => ordered.findIndex((each) => each.key === key) !== index);
	if (twice) throw new InvalidInput([problem(twice, `The number ${twice.key} stands at two lines.`)]);
	return ordered;
}

function problemsOf(
	line: OldPlanLine,
	lines: readonly OldPlanLine[],
	edition: ReturnType<typeof getEdition>,
	startsOn: PlainDate,
): InputProblem[] {
	const parent = line.parent === null ? null : lines.find(({ key }) => key === line.parent);
	if (parent === undefined || !parents[line.kind].includes(parent?.kind ?? null)) {
		return [problem(line, "What it belongs to is left out. Take that too, or leave this out as well.")];
	}
	if (line.text.trim() === "") return [problem(line, "There is no text in it. Type it, or leave the line out.")];
	if (line.text.length > limits[line.kind]) {
		return [
			problem(line, `It has ${line.text.length} characters; at most ${limits[line.kind]} can be kept. Shorten it.`),
		];
	}
	if (line.kind === "strategy" && line.rationale.length > 8000) {
		return [
			problem(line, `Its rationale has ${line.rationale.length} characters; at most 8,000 can be kept. Shorten it.`),
		];
	}
	if (line.kind === "milestone") {
		const reads = [timeframePatch(line.timeframe, startsOn), assignedPatch(line.assigned)];
		return reads.flatMap((read) => ("problem" in read ? [problem(line, read.problem)] : []));
	}
	if (line.kind !== "answer") return [];
	const field = findField(edition, line.field);
	if (field?.from !== "answer" || (field.scope === "focus-area") !== (line.parent !== null)) {
		return [problem(line, "Choose the place of the plan that this text belongs to, or leave it out.")];
	}
	const read = answerPatch(field, line.text);
	const again = lines.some(
		(each) => each.kind === "answer" && each.key < line.key && each.field === line.field && each.parent === line.parent,
	);
	return [
		...("problem" in read ? [problem(line, read.problem)] : []),
		...(again
			? [problem(line, `Two texts are meant for "${field.label}". Join them in one, and leave the other out.`)]
			: []),
	];
}

function problem({ key }: OldPlanLine, message: string): InputProblem {
	return { field: `lines.${key}`, message };
}

async function makeLine(
	context: OperationContext,
	documentId: string,
	line: OldPlanLine,
	parent: string | undefined,
	{ startsOn, editionId }: { readonly startsOn: PlainDate; readonly editionId: string },
): Promise<string> {
	switch (line.kind) {
		case "answer": {
			const field = findField(getEdition(editionId), line.field);
			const values = field ? taken(answerPatch(field, line.text)) : { value: line.text, none: false };
			const focusAreaId = parent ?? null;
			const saved = await saveAnswer.run(context, {
				documentId,
				focusAreaId,
				field: line.field,
				...values,
				noChange: false,
				version: 0,
				reason: "",
			});
			return saved.id;
		}
		case "component": {
			const { subjectKind, codes, text: label } = line;
			return (await addComponent.run(context, { documentId, subjectKind, codes, label })).id;
		}
		case "goal": {
			const { goalKind, text: statement } = line;
			return (await addGoal.run(context, { documentId, focusAreaId: parent ?? "", goalKind, statement })).id;
		}
		case "strategy": {
			const { rationale, text: statement } = line;
			return (await addStrategy.run(context, { documentId, goalId: parent ?? "", statement, rationale })).id;
		}
		case "milestone": {
			const made = await addMilestone.run(context, {
				documentId,
				strategyId: parent ?? "",
				statement: line.text,
				...taken(timeframePatch(line.timeframe, startsOn)),
				...taken(assignedPatch(line.assigned)),
			});
			return made.id;
		}
	}
}

function taken<P>(read: ReadPatch<P>): P {
	if ("problem" in read) throw new InvalidInput([{ field: "", message: read.problem }]);
	return read.patch;
}
