import { type Context, Hono } from "hono";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { adoptGoal } from "../../operations/adopt-goal.ts";
import { giveUpGoal } from "../../operations/give-up-goal.ts";
import { listSharedGoals } from "../../operations/list-shared-goals.ts";
import { shareGoal } from "../../operations/share-goal.ts";
import { withdrawSharedGoal } from "../../operations/withdraw-shared-goal.ts";
import { readTypedDate } from "../../web/forms/read-typed-date.ts";
import { type FormState, freshForm } from "../../web/pages/parts/form-page-state.ts";
import { SharedGoalsPage } from "../../web/pages/shared-goals/shared-goals-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../middleware/answers.ts";
import { pathId } from "../middleware/path-id.ts";
import { readForm, type SentForm } from "../middleware/read-form.ts";
import { problemsOf } from "./form-problems.ts";

/** Goals of the State: offered by it, adopted by its places (INT-10). */
export function sharedGoalRoutes({ perform }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	async function show(context: Context<AppEnvironment>, form: FormState, status: 200 | 422 = 200) {
		const { person } = visitOf(context);
		const { offerFor, ...list } = await perform(listSharedGoals, person, {});
		const plansFor = new Set(offerFor.map(({ id }) => id));
		const page = SharedGoalsPage({ frame: context.get("frame"), ...list, plansFor, form });
		return answerPage(context, page, status);
	}

	/** Does what a form asks for, or shows the page again with what is wrong. */
	async function save(context: Context<AppEnvironment>, notice: string, work: (form: SentForm) => Promise<unknown>) {
		const form = await readForm(context);
		try {
			await work(form);
		} catch (error) {
			return show(context, form.state(problemsOf(error)), 422);
		}
		return answerDone(context, "/shared-goals", notice);
	}

	routes.get("/", (context) => show(context, freshForm));

	routes.post("/", (context) =>
		save(context, "The goal is offered to the State's places.", (form) =>
			perform(shareGoal, visitOf(context).person, { goalId: form.text("goalId"), note: form.text("offerNote") }),
		),
	);

	routes.post("/:sharedGoalId/withdraw", (context) =>
		save(context, "The offer was taken back.", (form) =>
			perform(withdrawSharedGoal, visitOf(context).person, {
				sharedGoalId: pathId(context, "sharedGoalId"),
				version: form.text("version"),
			}),
		),
	);

	routes.post("/:sharedGoalId/adoptions", (context) =>
		save(context, "The goal was adopted. The State sees it with your target.", async (form) => {
			const { person } = visitOf(context);
			const sharedGoalId = pathId(context, "sharedGoalId");
			const place = form.text("jurisdictionId");
			const objectiveId = form.text("objectiveId") || null;
			const by = form.text("by").trim();
			return perform(adoptGoal, person, {
				...{ sharedGoalId, jurisdictionId: place, objectiveId, note: form.text("note") },
				target: form.text("target").trim() === "" ? null : Number(form.text("target").trim().replace(/%$/, "")),
				by: by === "" ? null : ((readTypedDate(by) ?? by) as PlainDate),
				// The version that this person saw; a place that had not adopted the goal has none.
				version: form.text(`version-${place}`) || 0,
			});
		}),
	);

	routes.post("/adoptions/:adoptionId/give-up", (context) =>
		save(context, "The goal was given up. The State reads why.", (form) =>
			perform(giveUpGoal, visitOf(context).person, {
				adoptionId: pathId(context, "adoptionId"),
				version: form.text("version"),
				reason: form.text("reason"),
			}),
		),
	);
	return routes;
}
