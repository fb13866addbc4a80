import { Hono } from "hono";
import { addMilestone } from "../../../operations/add-milestone.ts";
import { addStrategy } from "../../../operations/add-strategy.ts";
import { changePart } from "../../../operations/change-part.ts";
import { NotFound } from "../../../operations/errors.ts";
import { movePart } from "../../../operations/move-part.ts";
import { removePart } from "../../../operations/remove-part.ts";
import { restorePart } from "../../../operations/restore-part.ts";
import { addressOf } from "../../../web/pages/plans/address-of.ts";
import { partAnchor, planPath } from "../../../web/pages/plans/plan-paths.ts";
import { RemovePartPage } from "../../../web/pages/plans/remove-part-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm } from "../../middleware/read-form.ts";
import { answerSave } from "./answer-save.ts";
import { componentPageOf } from "./component-page-of.ts";
import { describePart, readArrangedKind, readMovedKind, readWrittenKind } from "./described-part.ts";
import { focusAreaControls, focusAreaPatch, goalPatch, milestonePatch, strategyPatch } from "./part-patches.ts";
import { openPlanPage } from "./plan-page-context.ts";
import { readValues } from "./read-values.ts";
import { savePart } from "./save-part.ts";

/** The parts of a plan: save, move, remove, bring back, and add what stands below them. */
export function planPartRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	routes.post("/:documentId/parts/:kind/:id", async (context) => {
		const kind = readWrittenKind(context.req.param("kind"));
		const id = pathId(context, "id");
		const form = await readForm(context);
		const { documentId, plan } = await openPlanPage(context, services);
		const current = plan.graph.components.find(({ focusArea }) => focusArea.id === id)?.focusArea;
		let label: string | undefined;
		const save = () =>
			savePart(
				kind,
				async () => {
					const read = readValues(form);
					const version = Number(form.text("version")) || 1;
					const target = { documentId, id, version, reason: "" };
					const input = () => {
						switch (kind) {
							case "goal":
								return { ...target, kind, patch: goalPatch(read) };
							case "strategy":
								return { ...target, kind, patch: strategyPatch(read) };
							case "milestone":
								return { ...target, kind, patch: milestonePatch(read) };
							case "focus-area": {
								if (!current) throw new NotFound("This component is not in the plan any more. See the plan's history.");
								const patch = focusAreaPatch(read, form, current, plan.edition);
								label = patch.label;
								return { ...target, kind, patch };
							}
						}
					};
					const wanted = input();
					if (read.problems.length > 0) return { problems: read.problems };
					return perform(changePart, visitOf(context).person, wanted);
				},
				kind === "focus-area" ? { controls: focusAreaControls } : {},
			);
		return answerSave(context, services, {
			form,
			key: `${kind}-${id}`,
			save: async () => {
				const saved = await save();
				return label === undefined ? saved : { ...saved, values: { label } };
			},
			page: (opened) => componentPageOf(context, services, opened, { kind, id }),
			done: (opened) => {
				const [path] = addressOf({ kind, id, field: "" }, opened.plan).split("#");
				return `${path}#${partAnchor(kind, id)}`;
			},
		});
	});

	routes.post("/:documentId/parts/goal/:id/strategies", async (context) => {
		const documentId = pathId(context, "documentId");
		const input = { documentId, goalId: pathId(context, "id"), statement: "" };
		const { id } = await perform(addStrategy, visitOf(context).person, input);
		const { plan } = await openPlanPage(context, services);
		return context.redirect(addressOf({ kind: "strategy", id, field: "statement" }, plan), 303);
	});

	routes.post("/:documentId/parts/strategy/:id/milestones", async (context) => {
		const documentId = pathId(context, "documentId");
		const input = { documentId, strategyId: pathId(context, "id"), statement: "" };
		const { id } = await perform(addMilestone, visitOf(context).person, input);
		const { plan } = await openPlanPage(context, services);
		return context.redirect(addressOf({ kind: "milestone", id, field: "statement" }, plan), 303);
	});

	routes.post("/:documentId/parts/:kind/:id/move", async (context) => {
		const kind = readMovedKind(context.req.param("kind"));
		const id = pathId(context, "id");
		const documentId = pathId(context, "documentId");
		const direction = (await readForm(context)).text("direction") === "up" ? "up" : "down";
		const { moved } = await perform(movePart, visitOf(context).person, { documentId, kind, id, direction });
		const { plan } = await openPlanPage(context, services);
		const part = describePart(plan, kind, id);
		return answerDone(context, part.back, moved ? `Moved. It is now ${part.thing}.` : "It stands at the end already.");
	});

	routes.get("/:documentId/parts/:kind/:id/remove", async (context) => {
		const kind = readArrangedKind(context.req.param("kind"));
		const id = pathId(context, "id");
		const { plan } = await openPlanPage(context, services);
		return answerPage(context, RemovePartPage({ plan, kind, id, ...describePart(plan, kind, id) }));
	});

	routes.post("/:documentId/parts/:kind/:id/remove", async (context) => {
		const kind = readArrangedKind(context.req.param("kind"));
		const id = pathId(context, "id");
		const form = await readForm(context);
		const { plan, documentId } = await openPlanPage(context, services);
		const part = describePart(plan, kind, id);
		await perform(removePart, visitOf(context).person, { documentId, kind, id, reason: form.text("reason") });
		const notice = `${part.thing} was removed. You can bring it back from the plan's history.`;
		return answerDone(context, part.after, notice);
	});

	routes.post("/:documentId/restore/:id", async (context) => {
		const documentId = pathId(context, "documentId");
		await perform(restorePart, visitOf(context).person, { documentId, id: pathId(context, "id") });
		return answerDone(context, planPath(documentId, "/history"), "It is back in the plan, as it was.");
	});
	return routes;
}
