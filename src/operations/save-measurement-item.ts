import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { pipFactsOf } from "../domain/pip/improvement-facts.ts";
import { isLineOpen, measurementLines } from "../domain/pip/measurement-line.ts";
import { MeasurementItem } from "../domain/pip/pip-facts.ts";
import { goalsWithoutMeasures } from "../domain/pip/whole-parts.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { Fact, FactValues } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { getPipFact, type OpenPip, openPip, requireDrafting, requireKnownCodes, writePipFact } from "./open-pip.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { getPart } from "./plan-part.ts";
import { viewOfPip } from "./view-of-pip.ts";

const number = z.coerce.number().finite().nullable().default(null);
const fields = MeasurementItem.shape;

/**
 * Saves a line of a PIP's measurement plan: what is measured, from which baseline, and how its goal is worked out. The baseline and
 * the goal are kept as baseline and target of the objective, so that the five-year plan and the progress report show the same.
 */
export const saveMeasurementItem = defineOperation({
	name: "save-measurement-item",
	title: "Save a line of a PIP's measurement plan",
	http: { method: "post", path: "/pips/{documentId}/measures" },
	input: MeasurementItem.pick({ goalId: true, subjectKind: true, label: true, method: true, better: true }).extend({
		documentId: z.uuid(),
		/** The line that is changed; without it one is added. */
		itemId: z.uuid().optional(),
		version: z.coerce.number().int().min(0).default(0),
		code: fields.code.default(""),
		overlapMonths: z.coerce.number().int().min(0).max(36).default(0),
		mean: number,
		deviation: number,
		floor: number,
		cap: number,
		metroShare: fields.metroShare.default(null),
		fosterShare: fields.fosterShare.default(null),
		baselineDueOn: PlainDate.nullable().default(null),
		note: fields.note.default(""),
		baseline: z
			.object({
				numerator: z.coerce.number().int().min(0).nullable().default(null),
				denominator: z.coerce.number().int().min(1).nullable().default(null),
				value: number,
				periodStart: PlainDate.nullable().default(null),
				periodEnd: PlainDate.nullable().default(null),
				source: z.string().trim().max(500).default(""),
			})
			.optional(),
		/** Of a negotiated measure: the goal. Elsewhere it is worked out. */
		goal: number,
		goalBy: PlainDate.nullable().default(null),
		reason: z.string().trim().max(2000).default(""),
	}),
	output: z.object({
		id: z.uuid(),
		version: z.int().min(1),
		goal: z.number().nullable().describe("The goal as worked out; null while there is no baseline."),
	}),
	async run(context, input): Promise<{ id: string; version: number; goal: number | null }> {
		const { ids, stores } = context;
		const pip = await openPip(context, input.documentId);
		if (!(await isOpenInForce(context, pip, input))) requireDrafting(pip);
		const { documentId, itemId, version, baseline, goal, goalBy, reason, ...values } = input;
		await getPart(stores, documentId, "goal", values.goalId);
		if (values.code !== "" && values.subjectKind !== "other") requireKnownCodes([values.code], pip.rules, "code");
		checkBaseline(values.method, baseline);
		const current = itemId ? await getPipFact(context, pip, "measurement-item", itemId) : undefined;
		if (current && current.goalId !== values.goalId) {
			throw new InvalidInput([
				{ field: "goalId", message: "A line stays with its goal. Add a line to the other goal instead." },
			]);
		}
		const objectiveId = current?.objectiveId ?? (await makeObjective(context, pip, values));
		if (baseline) await keepBaseline(context, pip, objectiveId, values.method, baseline, reason);
		const id = current?.id ?? ids.next();
		const saved = await writePipFact(context, pip, {
			...{ kind: "measurement-item", id, current, version, reason },
			patch: { ...values, objectiveId, pipType: current?.pipType ?? pip.rules.type },
		});
		if (values.method === "negotiated") await keepTarget(context, pip, objectiveId, goal, goalBy, reason);
		const line = await workedOut(context, pip, id);
		if (values.method !== "negotiated" && line.goal !== null) {
			await keepTarget(context, pip, objectiveId, line.goal, goalBy ?? line.by, reason);
		}
		return { id, version: saved, goal: line.goal };
	},
});

/**
 * In a plan in force a line is open while nothing of it was agreed: of a goal that was added by agreement, or one whose baseline came
 * later and that has no goal yet.
 */
async function isOpenInForce(
	context: OperationContext,
	{ document }: OpenPip,
	{ goalId, itemId }: { readonly goalId: string; readonly itemId?: string | undefined },
): Promise<boolean> {
	if (document.state !== "accepted") return false;
	const { graph, pip, view } = await viewOfPip(context, document.id);
	if (!itemId) return goalsWithoutMeasures(graph, pip).some(({ goal }) => goal.id === goalId);
	return view.measurement.some((line) => line.item.id === itemId && isLineOpen(line));
}

type BaselineInput = Pick<
	FactValues<"baseline">,
	"numerator" | "denominator" | "value" | "periodStart" | "periodEnd" | "source"
>;

function checkBaseline(method: FactValues<"measurement-item">["method"], baseline: BaselineInput | undefined): void {
	if (!baseline) return;
	const { numerator, denominator, periodStart, periodEnd } = baseline;
	const refuse = (field: string, message: string) => {
		throw new InvalidInput([{ field: `baseline.${field}`, message }]);
	};
	if (method === "sampling-error" && (numerator === null) !== (denominator === null)) {
		refuse("denominator", "Give both: the cases rated a Strength, and the cases to which the item applied.");
	}
	if (numerator !== null && denominator !== null && numerator > denominator) {
		refuse("numerator", `At most ${denominator}: it is part of the cases to which the item applied.`);
	}
	if (periodStart && periodEnd && periodEnd <= periodStart) {
		refuse("periodEnd", "The baseline’s period must end after it begins.");
	}
}

/** The goal's own empty objective serves the first line; each further line has one of its own. */
async function makeObjective(
	{ ids, stores }: OperationContext,
	{ document, role }: OpenPip,
	{ goalId, label }: { readonly goalId: string; readonly label: string },
): Promise<string> {
	const objectives = await stores.facts.list("objective", { goalId });
	const taken = new Set((await stores.facts.list("measurement-item", { goalId })).map((each) => each.objectiveId));
	const free = objectives.find((each) => !taken.has(each.id) && each.measureId === null && each.statement === "");
	const { jurisdictionId } = document;
	const common = { kind: "objective", jurisdictionId, root: document.id, role, reason: "" } as const;
	if (free) {
		await stores.facts.write({
			...{ ...common, id: free.id, verb: "change", expectedVersion: free.version, patch: { statement: label } },
		});
		return free.id;
	}
	const id = ids.next();
	await stores.facts.write({
		...{ ...common, id, verb: "add", expectedVersion: 0 },
		patch: {
			...{ jurisdictionId, goalId, statement: label, measureId: null, evidenceOfCompletion: "" },
			position: Math.max(0, ...objectives.map(({ position }) => position)) + 1,
		},
	});
	return id;
}

async function keepBaseline(
	context: OperationContext,
	pip: OpenPip,
	objectiveId: string,
	method: FactValues<"measurement-item">["method"],
	given: BaselineInput,
	reason: string,
): Promise<void> {
	const { numerator, denominator } = given;
	const share = numerator !== null && denominator !== null ? (100 * numerator) / denominator : null;
	const value = method === "sampling-error" ? share : (given.value ?? share);
	await put(context, pip, "baseline", { ...given, value, objectiveId, observationId: null }, reason);
}

async function keepTarget(
	context: OperationContext,
	pip: OpenPip,
	objectiveId: string,
	value: number | null,
	by: PlainDate | null,
	reason: string,
): Promise<void> {
	await put(context, pip, "target", { objectiveId, value, by }, reason);
}

/** One baseline and one target an objective, by the same ids as everywhere. */
async function put<K extends "baseline" | "target">(
	{ ids, stores }: OperationContext,
	{ document, role }: OpenPip,
	kind: K,
	values: { readonly objectiveId: string; readonly [field: string]: unknown },
	reason: string,
): Promise<void> {
	const id = ids.named(kind, values.objectiveId);
	const { jurisdictionId } = document;
	const current: Fact<K> | undefined = await stores.facts.find(kind, id);
	await stores.facts.write<K>({
		...{ kind, id, verb: current ? "change" : "add", expectedVersion: current?.version ?? 0 },
		...{ jurisdictionId, root: document.id, role, reason },
		patch: { ...values, jurisdictionId } as unknown as Partial<FactValues<K>>,
	});
}

/** The goal of a line as it stands now, by the same arithmetic as the page. */
async function workedOut(
	{ stores }: OperationContext,
	{ document, rules }: OpenPip,
	itemId: string,
): Promise<{ readonly goal: number | null; readonly by: PlainDate | null }> {
	const facts = await stores.plans.find(document.id);
	if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
	const graph = assemblePlan(facts);
	const pip = pipFactsOf(graph);
	const line = pip && measurementLines(graph, pip, rules).find(({ item }) => item.id === itemId);
	return { goal: line?.goal ?? null, by: line?.targetBy ?? null };
}
