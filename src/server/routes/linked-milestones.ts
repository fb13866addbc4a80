import type { Context } from "hono";
import { Hono } from "hono";
import { MilestoneStatus } from "../../domain/plan/plan-facts.ts";
import { InvalidInput, NotFound, StaleSave, StaleVersion } from "../../operations/errors.ts";
import { dayOf } from "../../operations/plan-checks.ts";
import { MilestoneLinkPage } from "../../web/pages/milestones/milestone-link-page.tsx";
import { type FormState, freshForm } from "../../web/pages/parts/form-page-state.ts";
import { MessagePage } from "../../web/shell/message-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerPage } from "../middleware/answers.ts";
import { readForm } from "../middleware/read-form.ts";
import type { OpenedMilestone } from "../milestones/milestone-links.ts";
import { readValues } from "./plans/read-values.ts";

/**
 * The page behind a mailed link to a milestone, for its owner, without an account. Looking changes nothing: programs that guard
 * mailboxes open links before people do. Only the form that is sent writes.
 */
export function linkedMilestoneRoutes({ clock, milestoneLinks }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.use(async (context, next) => {
		try {
			await next();
		} finally {
			context.header("X-Robots-Tag", "noindex, nofollow");
		}
	});

	const page = (
		context: Context<AppEnvironment>,
		token: string,
		opened: OpenedMilestone,
		form: FormState = freshForm,
	) =>
		answerPage(
			context,
			MilestoneLinkPage({
				frame: context.get("frame"),
				action: `/shared/milestones/${token}`,
				...opened,
				today: dayOf(clock()),
				form,
			}),
			form.problems.length > 0 ? 422 : 200,
		);

	routes.get("/:token", (context) => {
		const token = context.req.param("token");
		return orEnded(context, async () => page(context, token, await milestoneLinks.open(token)));
	});

	routes.post("/:token", (context) => {
		const token = context.req.param("token");
		return orEnded(context, async () => {
			const form = await readForm(context);
			const read = readValues(form);
			const report = {
				status: read.choice("status", MilestoneStatus.options),
				completedOn: read.date("completedOn"),
				proof: read.text("proof", 4000),
				reason: read.text("reason", 2000),
			};
			const back = async (problems: InvalidInput["problems"]) =>
				page(context, token, await milestoneLinks.open(token), form.state(problems));
			if (read.problems.length > 0) return back(read.problems);
			try {
				const { milestone, planTitle } = await milestoneLinks.report(token, report);
				return answerPage(
					context,
					MessagePage({
						frame: context.get("frame"),
						title: "Thank you",
						message: `What you said of "${milestone.statement}" (${planTitle}) is kept. This link has done its work; you can close the page.`,
						links: [],
					}),
				);
			} catch (error) {
				if (error instanceof InvalidInput) return back(error.problems);
				throw error;
			}
		});
	});
	return routes;
}

/** The answer, or a page that says that the link has ended. */
async function orEnded(context: Context<AppEnvironment>, work: () => Promise<Response>): Promise<Response> {
	try {
		return await work();
	} catch (error) {
		const stale = error instanceof StaleVersion || error instanceof StaleSave;
		if (!(error instanceof NotFound || stale)) throw error;
		const message = stale
			? "Somebody has reported on this at the same moment, so this answer was not kept. Sign in to see what stands there."
			: error.message;
		const frame = context.get("frame");
		const links = [{ label: "Sign in", href: "/sign-in" }];
		return answerPage(context, MessagePage({ frame, title: "This link has ended", message, links }), 404);
	}
}
