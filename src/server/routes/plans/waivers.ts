import { Hono } from "hono";
import { InvalidInput } from "../../../operations/errors.ts";
import { removeWaiver, waiveCheck } from "../../../operations/waive-check.ts";
import { planPath } from "../../../web/pages/plans/plan-paths.ts";
import { WaivePage } from "../../../web/pages/plans/waive-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm } from "../../middleware/read-form.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";

/** Setting a hard check aside with a reason, and letting it count again. */
export function planWaiverRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	routes.get("/:documentId/waive", async (context) => {
		const opened = await openPlanPage(context, services);
		const { rule = "", about = "", subject = "" } = context.req.query();
		return answerPage(context, waivePage(opened, rule, about, subject));
	});

	routes.post("/:documentId/waive", async (context) => {
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		const [ruleId, aboutId, reason] = [form.text("rule"), form.text("about"), form.text("reason").trim()];
		const subject = form.text("subject");
		const back = async (problems: InvalidInput["problems"]) => {
			const opened = await openPlanPage(context, services, { key: "waive", values: form.values(), problems });
			return answerPage(context, waivePage(opened, ruleId, aboutId, subject), 422);
		};
		if (reason === "") return back([{ field: "reason", message: "Say why the plan may go on without it." }]);
		try {
			await services.perform(waiveCheck, visitOf(context).person, {
				...{ documentId, ruleId, aboutId, reason },
				subject: subject === "" ? null : subject,
			});
		} catch (error) {
			if (error instanceof InvalidInput) return back(error.problems);
			throw error;
		}
		return answerDone(
			context,
			`${planPath(documentId)}#checks`,
			`Check ${ruleId} is set aside ${subject === "" ? "here" : `for ${subject}`}, with your reason.`,
		);
	});

	routes.post("/:documentId/waivers/:waiverId/remove", async (context) => {
		const documentId = pathId(context, "documentId");
		const waiverId = pathId(context, "waiverId");
		await services.perform(removeWaiver, visitOf(context).person, { documentId, waiverId });
		return answerDone(context, `${planPath(documentId)}#checks`, "The check counts again.");
	});
	return routes;
}

function waivePage({ plan }: OpenedPlan, ruleId: string, aboutId: string, subject: string) {
	const checks = plan.checks.filter(
		(check) =>
			check.ruleId === ruleId &&
			check.place.id === aboutId &&
			(check.place.subject ?? "") === subject &&
			check.severity === "error" &&
			check.waived === undefined,
	);
	return WaivePage({ plan, checks });
}
