import { expect, test } from "vitest";
import { planContext } from "../../../../test/support/plan-context.ts";
import { samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import type { ObjectiveNode } from "../../../domain/plan/plan-graph.ts";
import type { SentForm } from "../../middleware/read-form.ts";
import { readBaseline, shownBaseline } from "./baseline-form.ts";
import { readValues } from "./read-values.ts";

const figure = "00000000-0000-4000-8000-000000000900";
const other = "00000000-0000-4000-8000-000000000901";
const [node] = planContext(samplePlanFacts()).graph.components.flatMap(({ goals }) =>
	goals.flatMap((goal) => goal.objectives),
);
if (!node?.baseline) throw new Error("The sample has a baseline.");
const fromFigure: ObjectiveNode = { ...node, baseline: { ...node.baseline, observationId: figure, value: 11.3456789 } };
const without: ObjectiveNode = { ...node, baseline: undefined };

function sent(values: Readonly<Record<string, string>>): SentForm {
	return {
		text: (name) => values[name] ?? "",
		texts: (name) => (values[name] === undefined ? [] : [values[name]]),
		file: () => undefined,
		has: (name) => name in values,
		values: () => ({}),
		state: () => ({ values, problems: [] }),
	};
}

function read(values: Readonly<Record<string, string>>, from: ObjectiveNode) {
	const form = sent(values);
	const reader = readValues(form);
	return { baseline: readBaseline(form, reader, from), problems: reader.problems.map(({ field }) => field) };
}

const shown = { ...shownBaseline(fromFigure), baselineVersion: "1" };

test("a form that shows a baseline and was not touched saves nothing", () => {
	expect(read(shown, fromFigure)).toEqual({ baseline: undefined, problems: [] });
	expect(read({ baselineVersion: "0" }, without)).toEqual({ baseline: undefined, problems: [] });
});

test("a value that is shown with four decimals keeps all of its own", () => {
	const typed = { ...shown, "baseline.observationId": "" };
	expect(read(typed, fromFigure).baseline).toMatchObject({ observationId: null, value: 11.3456789 });
	expect(read({ ...typed, "baseline.value": "12" }, fromFigure).baseline).toMatchObject({ value: 12 });
});

test("another figure takes the place of the first", () => {
	const { baseline, problems } = read({ ...shown, "baseline.observationId": other }, fromFigure);
	expect(baseline?.observationId).toBe(other);
	expect(problems).toEqual([]);
});

test("a figure and a value of one's own at once are asked about, not guessed", () => {
	expect(read({ ...shown, "baseline.value": "10" }, fromFigure).problems).toEqual(["baseline.value"]);
	expect(read({ "baseline.observationId": figure, "baseline.value": "10" }, without).problems).toEqual([
		"baseline.value",
	]);
});

test("a form made from an older version is left to the comparison with what others saved", () => {
	const { baseline, problems } = read({ ...shown, "baseline.value": "10", baselineVersion: "0" }, fromFigure);
	expect(problems).toEqual([]);
	expect(baseline?.version).toBe(0);
});
