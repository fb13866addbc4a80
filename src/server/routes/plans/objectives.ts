import { Hono } from "hono";
import type { ObjectiveNode } from "../../../domain/plan/plan-graph.ts";
import { NotFound, StaleSave } from "../../../operations/errors.ts";
import { setObjective } from "../../../operations/set-objective.ts";
import { addressOf } from "../../../web/pages/plans/address-of.ts";
import { readMeasureValue } from "../../../web/pages/plans/measure-options.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { answerSave, type SaveResult } from "./answer-save.ts";
import { numberOf, readBaseline, shownBaseline } from "./baseline-form.ts";
import { componentPageOf } from "./component-page-of.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";
import { readValues } from "./read-values.ts";

/** What makes a goal measurable: measure, baseline, target and evidence in one form. */
export function planObjectiveRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.post("/:documentId/objectives/:objectiveId", async (context) => {
		const form = await readForm(context);
		const opened = await openPlanPage(context, services);
		const { documentId } = opened;
		const objectiveId = pathId(context, "objectiveId");
		return answerSave(context, services, {
			form,
			key: `objective-${objectiveId}`,
			save: async () => {
				const read = readObjective(form, getObjective(opened, objectiveId));
				if (read.problems.length > 0) return { versions: {}, savedAt: "", problems: read.problems };
				const input = { documentId, objectiveId, version: Number(form.text("version")) || 1, ...read.input };
				const saved = await saveObjective(() => services.perform(setObjective, visitOf(context).person, input));
				if (!read.input.baseline?.observationId || saved.clashes) return saved;
				const after = getObjective(await openPlanPage(context, services), objectiveId);
				return { ...saved, values: shownBaseline(after) };
			},
			page: (again) => componentPageOf(context, services, again, { kind: "objective", id: objectiveId }),
			done: ({ plan }) => {
				const [path] = addressOf({ kind: "objective", id: objectiveId, field: "measure" }, plan).split("#");
				return `${path}#form-objective-${objectiveId}`;
			},
		});
	});
	return routes;
}

function getObjective({ plan }: OpenedPlan, id: string): ObjectiveNode {
	const nodes = plan.graph.components.flatMap(({ goals }) => goals.flatMap(({ objectives }) => objectives));
	const node = nodes.find(({ objective }) => objective.id === id);
	if (!node) throw new NotFound("This goal is not in the plan any more. See the plan's history.");
	return node;
}

function readObjective(form: SentForm, node: ObjectiveNode) {
	const read = readValues(form);
	const evidenceOfCompletion = read.text("evidenceOfCompletion", 2000);
	const chosen = form.text("measure");
	const measure = chosen === "" ? null : readMeasureValue(chosen);
	if (measure === undefined) read.problems.push({ field: "measure", message: "Choose a measure of the list." });
	const baseline = readBaseline(form, read, node);
	const value = numberOf(form.text("target.value"), node.target?.value, read.number("target.value"));
	const by = read.date("target.by");
	const targetVersion = Number(form.text("targetVersion")) || 0;
	const hasTarget = value !== null || by !== null || targetVersion > 0;
	return {
		input: {
			evidenceOfCompletion,
			measure: measure ?? null,
			...(baseline ? { baseline } : {}),
			...(hasTarget ? { target: { value, by, version: targetVersion } } : {}),
		},
		problems: read.problems,
	};
}

type SavedObjective = {
	readonly version: number;
	readonly baselineVersion?: number;
	readonly targetVersion?: number;
	readonly savedAt: string;
};

/** The three facts behind the form, each with its own version; a clash names the control that it belongs to. */
async function saveObjective(save: () => Promise<SavedObjective>): Promise<SaveResult> {
	try {
		const { savedAt, ...versions } = await save();
		return { savedAt, versions: { ...versions } };
	} catch (error) {
		if (!(error instanceof StaleSave)) throw error;
		const part = /^(baseline|target)\./u.exec(error.clashes[0]?.field ?? "")?.[1];
		const shown: Readonly<Record<string, string>> = {
			measureId: "measure",
			"baseline.numerator": "baseline.value",
			"baseline.denominator": "baseline.value",
		};
		return {
			versions: { [part ? `${part}Version` : "version"]: error.currentVersion },
			savedAt: "",
			clashes: error.clashes.map((clash) => ({
				control: shown[clash.field] ?? clash.field,
				kind: part === "baseline" || part === "target" ? part : "objective",
				clash,
			})),
		};
	}
}
