import { z } from "zod";
import { listCells } from "../domain/money/form-cells.ts";
import { readTypedValue } from "../domain/money/typed-value.ts";
import type { Role } from "../domain/people/roles.ts";
import type { FactValues } from "../domain/workflow/fact-kinds.ts";
import { type InputProblem, InvalidInput, Refused, type SaveClash, StaleSave } from "./errors.ts";
import { mergeSave } from "./merge-save.ts";
import { type OpenedForm, openBudgetForm } from "./open-budget-form.ts";
import { defineOperation, type OperationContext, requireRole } from "./operation.ts";

/** A cell as somebody typed it. */
export const TypedCell = z.object({
	cell: z.string().min(1).max(80).describe("`part.line.column`, such as one.7a.amount."),
	typed: z
		.string()
		.max(5000, "This text is too long: at most 4,000 characters are kept.")
		.describe("As typed: 1,158,704.80; empty to empty the cell."),
	version: z.coerce
		.number()
		.int()
		.min(0)
		.default(0)
		.describe("The version that it was made from; 0 for a cell that was never filled."),
});
export type TypedCell = z.infer<typeof TypedCell>;

export type SavedCells = {
	/** How many cells changed. */
	readonly changed: number;
	/** What the next save of each cell must name. */
	readonly versions: Readonly<Record<string, number>>;
	readonly savedAt: string;
};

/** Saves cells of a form in draft, all or none. A cell that says what it said already is no change. */
export const saveBudgetCells = defineOperation({
	name: "save-budget-cells",
	title: "Save cells of a form CFS-101",
	http: { method: "post", path: "/budget-forms/{formId}/cells" },
	input: z.object({ formId: z.uuid(), cells: z.array(TypedCell).min(1).max(1000) }),
	output: z.object({ changed: z.int(), versions: z.record(z.string(), z.int()), savedAt: z.iso.datetime() }),
	async run(context, { formId, cells }): Promise<SavedCells> {
		const opened = await openBudgetForm(context, formId);
		const role = await requireDraft(context, opened);
		return saveCells(context, opened, role, cells);
	},
});

/** The role under which the actor writes this form. Throws for a form that was sent. */
export async function requireDraft({ actor, stores }: OperationContext, { form }: OpenedForm): Promise<Role> {
	const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(form.jurisdictionId));
	if (form.state === "draft") return role;
	throw new Refused(
		`This form was sent on ${form.submittedOn ?? "an earlier day"} and stays as it was. To change something, start its revision from the list of forms.`,
	);
}

type CellPatch = Pick<FactValues<"budget-entry">, "amount" | "words">;
type WantedCell = { readonly cell: string; readonly version: number; readonly patch: CellPatch };

/** Writes what differs. Throws with everything that is wrong, or with every clash, before anything is kept. */
export async function saveCells(
	context: OperationContext,
	opened: OpenedForm,
	role: Role,
	cells: readonly TypedCell[],
): Promise<SavedCells> {
	const versions: Record<string, number> = {};
	const clashes: SaveClash[] = [];
	let [changed, newest] = [0, 0];
	for (const wanted of readCells(opened, cells)) {
		const current = opened.entries.get(wanted.cell);
		try {
			const saved = await writeCell(context, opened, role, wanted);
			if (saved > 0) versions[wanted.cell] = saved;
			if (saved !== (current?.version ?? 0)) changed += 1;
		} catch (error) {
			if (!(error instanceof StaleSave)) throw error;
			newest = Math.max(newest, error.currentVersion);
			const [yours, theirs] = [wanted.patch, current].map((each) => each?.amount ?? each?.words ?? null);
			const [first] = error.clashes;
			if (first) clashes.push({ ...first, field: wanted.cell, yours, theirs });
		}
	}
	if (clashes.length > 0) throw new StaleSave(clashes, newest);
	return { changed, versions, savedAt: context.clock().toISOString() };
}

/** What was typed, as it is kept. Throws with every cell that cannot be read. */
function readCells({ edition }: OpenedForm, cells: readonly TypedCell[]): readonly WantedCell[] {
	const known = new Map(listCells(edition).map((each) => [each.id, each]));
	const problems: InputProblem[] = [];
	const wanted = cells.flatMap(({ cell, typed, version }): readonly WantedCell[] => {
		const place = known.get(cell);
		if (!place || place.computed) {
			const why = place ? "is worked out, or kept for the State, and cannot be typed" : "is no cell of this form";
			problems.push({ field: cell, message: `"${cell}" ${why}.` });
			return [];
		}
		const read = readTypedValue(place.kind, typed);
		if ("problem" in read) {
			problems.push({ field: cell, message: `${place.name}: ${read.problem}` });
			return [];
		}
		const { value } = read;
		const amount = typeof value === "number" ? value : null;
		return [{ cell, version, patch: { amount, words: typeof value === "string" ? value : null } }];
	});
	if (problems.length > 0) throw new InvalidInput(problems);
	return wanted;
}

/** Writes one cell and answers its version; 0 where an empty cell stays one. */
async function writeCell(
	{ ids, stores }: OperationContext,
	{ form, entries }: OpenedForm,
	role: Role,
	{ cell, version, patch }: WantedCell,
): Promise<number> {
	const current = entries.get(cell);
	const { jurisdictionId, id: formId } = form;
	if ((current?.amount ?? null) === patch.amount && (current?.words ?? null) === patch.words) {
		return current?.version ?? 0;
	}
	const kind = "budget-entry" as const;
	const common = { kind, id: ids.named(kind, formId, cell), jurisdictionId, root: formId, role, reason: "" };
	return current
		? mergeSave(stores, current, { ...common, verb: "change", expectedVersion: version, patch })
		: stores.facts.write({
				...{ ...common, verb: "add", expectedVersion: 0 },
				patch: { ...patch, jurisdictionId, formId, cell },
			});
}
