import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { PopulationGroup } from "../domain/measure/measure-facts.ts";
import type { Fact, FactValues } from "../domain/workflow/fact-kinds.ts";
import { findIndicator } from "../frameworks/ca-indicators/catalogue.ts";
import { InvalidInput, StaleSave } from "./errors.ts";
import { mergeSave } from "./merge-save.ts";
import { openPlanParts } from "./open-plan.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { getPart } from "./plan-part.ts";
import { wasGoalSent } from "./was-goal-sent.ts";

const number = z.number().finite().nullable();
/** The version of the baseline or target that the change was made from; 0 when there was none. */
const part = z.coerce.number().int().min(0).default(0);

/**
 * Makes a goal measurable (SIP-51): ties its objective to a measure, sets the baseline and the target. The baseline is
 * taken from a loaded figure when its id is given; its value, counts, period and source are then copied and frozen.
 */
export const setObjective = defineOperation({
	name: "set-objective",
	title: "Make a goal measurable",
	http: { method: "post", path: "/plans/{documentId}/objectives/{objectiveId}" },
	input: z.object({
		documentId: z.uuid(),
		objectiveId: z.uuid(),
		version: z.coerce.number().int().min(1),
		measure: z
			.object({
				indicator: z.string().min(1),
				vintage: z.string().min(1),
				populationGroup: PopulationGroup.default("all"),
			})
			.nullable()
			.optional(),
		evidenceOfCompletion: z.string().max(2000).optional(),
		dataSource: z.string().trim().max(500).optional().describe("Where the figures come from."),
		cadence: z.string().trim().max(200).optional().describe("How often they are looked at."),
		baseline: z
			.object({
				observationId: z.uuid().nullable().default(null),
				value: number.default(null),
				numerator: number.default(null),
				denominator: number.default(null),
				periodStart: PlainDate.nullable().default(null),
				periodEnd: PlainDate.nullable().default(null),
				source: z.string().max(500).default(""),
				dueOn: PlainDate.nullable().optional().describe("Where there is no baseline yet: by when there will be one."),
				version: part,
			})
			.optional(),
		target: z.object({ value: number, by: PlainDate.nullable(), version: part }).optional(),
		reason: z.string().max(2000).default(""),
	}),
	output: z.object({
		version: z.int().min(1),
		baselineVersion: z.int().min(1).exactOptional(),
		targetVersion: z.int().min(1).exactOptional(),
		savedAt: z.iso.datetime(),
	}),
	async run(
		context,
		input,
	): Promise<{ version: number; baselineVersion?: number; targetVersion?: number; savedAt: string }> {
		const { stores, clock } = context;
		const { document, role } = await openPlanParts(context, input.documentId);
		const objective = await getPart(stores, document.id, "objective", input.objectiveId);
		const common = { jurisdictionId: document.jurisdictionId, root: document.id, role, reason: input.reason };
		await checkRevisionReason(context, objective, input);
		const patch: Partial<FactValues<"objective">> = {};
		if (input.evidenceOfCompletion !== undefined) patch.evidenceOfCompletion = input.evidenceOfCompletion;
		if (input.dataSource !== undefined) patch.dataSource = input.dataSource;
		if (input.cadence !== undefined) patch.cadence = input.cadence;
		if (input.measure !== undefined) {
			patch.measureId = input.measure ? await getMeasure(context, document, role, input.measure) : null;
		}
		const version = await mergeSave(stores, objective, {
			...common,
			kind: "objective",
			id: objective.id,
			verb: "change",
			expectedVersion: input.version,
			patch,
		});
		const versions: { baselineVersion?: number; targetVersion?: number } = {};
		if (input.baseline) {
			const { version: from, ...given } = input.baseline;
			const values = { ...(await takeBaseline(context, document.jurisdictionId, given)), objectiveId: objective.id };
			versions.baselineVersion = await put(context, "baseline", values, from, common);
		}
		if (input.target) {
			const { version: from, ...values } = input.target;
			versions.targetVersion = await put(context, "target", { ...values, objectiveId: objective.id }, from, common);
		}
		return { version, ...versions, savedAt: clock().toISOString() };
	},
});

/**
 * Once a plan that uses the goal was submitted, a baseline or target changes only with a reason, in whichever plan it is changed: what
 * was sent said something else, and the next paper lists the change with it (INT-08).
 */
async function checkRevisionReason(
	{ stores, ids }: OperationContext,
	{ id: objectiveId, goalId }: Fact<"objective">,
	input: {
		readonly reason: string;
		readonly target?: { readonly value: number | null; readonly by: PlainDate | null } | undefined;
		readonly baseline?: { readonly value: number | null; readonly observationId: string | null } | undefined;
	},
): Promise<void> {
	if (input.reason.trim() !== "" || !(await wasGoalSent(stores, goalId))) return;
	const refuse = (field: string, what: string) =>
		new InvalidInput([
			{
				field,
				message: `The ${what} was submitted as it stands. Say in the field "Reason" why it changes: the next paper lists it.`,
			},
		]);
	const { target, baseline } = input;
	const sent = await stores.facts.find("target", ids.named("target", objectiveId));
	if (target && sent && (target.value !== sent.value || target.by !== sent.by)) throw refuse("reason", "target");
	const first = await stores.facts.find("baseline", ids.named("baseline", objectiveId));
	if (baseline && first && (baseline.observationId ?? baseline.value) !== (first.observationId ?? first.value)) {
		throw refuse("reason", "baseline");
	}
}

type Common = Pick<
	Parameters<OperationContext["stores"]["facts"]["write"]>[0],
	"jurisdictionId" | "root" | "role" | "reason"
>;

/** One baseline and one target an objective: changed where they are, added where not. Clashes name `baseline.value`. */
async function put<K extends "baseline" | "target">(
	{ stores, ids }: OperationContext,
	kind: K,
	values: Readonly<Record<string, unknown>> & { readonly objectiveId: string },
	from: number,
	common: Common,
): Promise<number> {
	const id = ids.named(kind, values.objectiveId);
	const current = await stores.facts.find(kind, id);
	const patch = { ...values, jurisdictionId: common.jurisdictionId } as unknown as Partial<FactValues<K>>;
	if (!current) return stores.facts.write({ ...common, kind, id, verb: "add", expectedVersion: 0, patch });
	try {
		return await mergeSave(stores, current, { ...common, kind, id, verb: "change", expectedVersion: from, patch });
	} catch (error) {
		if (!(error instanceof StaleSave)) throw error;
		const clashes = error.clashes.map((each) => ({ ...each, field: `${kind}.${each.field}` }));
		throw new StaleSave(clashes, error.currentVersion);
	}
}

async function getMeasure(
	{ stores, ids }: OperationContext,
	document: Fact<"document">,
	role: Common["role"],
	wanted: { indicator: string; vintage: string; populationGroup: FactValues<"measure">["populationGroup"] },
): Promise<string> {
	const indicator = findIndicator(wanted.vintage, wanted.indicator);
	if (!indicator?.label || !indicator.unit || !indicator.desiredDirection) {
		throw new InvalidInput([
			{
				field: "measure",
				message: `"${wanted.indicator}" is not an indicator of the catalogue ${wanted.vintage} that can be measured. Choose one of the list.`,
			},
		]);
	}
	const id = ids.named("measure", document.jurisdictionId, wanted.vintage, indicator.code, wanted.populationGroup);
	if (await stores.facts.find("measure", id)) return id;
	await stores.facts.write({
		kind: "measure",
		id,
		verb: "add",
		expectedVersion: 0,
		patch: {
			jurisdictionId: document.jurisdictionId,
			title: indicator.label,
			indicator: indicator.code,
			vintage: wanted.vintage,
			populationGroup: wanted.populationGroup,
			unit: indicator.unit,
			direction: indicator.desiredDirection,
		},
		jurisdictionId: document.jurisdictionId,
		root: document.id,
		role,
		reason: "",
	});
	return id;
}

type BaselineInput = Omit<FactValues<"baseline">, "jurisdictionId" | "objectiveId" | "dueOn"> & {
	readonly dueOn?: PlainDate | null | undefined;
};

async function takeBaseline(
	{ stores }: OperationContext,
	jurisdictionId: string,
	input: BaselineInput,
): Promise<BaselineInput> {
	if (!input.observationId) return input;
	const observation = (await stores.figures.findByIds([input.observationId]))[0];
	if (observation?.jurisdictionId !== jurisdictionId) {
		throw new InvalidInput([
			{ field: "baseline", message: "That figure is not among the figures of this jurisdiction." },
		]);
	}
	return {
		...(input.dueOn === undefined ? {} : { dueOn: input.dueOn }),
		observationId: observation.id,
		value: observation.value,
		numerator: observation.numerator,
		denominator: observation.denominator,
		periodStart: observation.periodStart,
		periodEnd: observation.periodEnd,
		source: observation.source,
	};
}
