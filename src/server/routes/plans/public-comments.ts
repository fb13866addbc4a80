import { type Context, Hono } from "hono";
import {
	CommentChannel,
	CommentOutcome,
	CommentState,
	commentChannelLabels,
	commentOutcomeLabels,
} from "../../../domain/publication/publication-facts.ts";
import { changePublication } from "../../../operations/change-publication.ts";
import { InvalidInput } from "../../../operations/errors.ts";
import { listPublicComments } from "../../../operations/list-public-comments.ts";
import { postPlan } from "../../../operations/post-plan.ts";
import { recordPublicComment } from "../../../operations/record-public-comment.ts";
import { settlePublicComment } from "../../../operations/settle-public-comment.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import { planPath } from "../../../web/pages/plans/plan-paths.ts";
import { PublicCommentsPage } from "../../../web/pages/plans/public-comments-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { answerCsv } from "../answer-csv.ts";
import { openPlanPage } from "./plan-page-context.ts";
import { readValues, type ValueReader } from "./read-values.ts";

/** Posting a plan, and what the public says of it. */
export function planPublicRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	async function show(
		context: Context<AppEnvironment>,
		back?: { readonly key: string; readonly form: SentForm; readonly problems: readonly FormProblem[] },
	) {
		const typed = back && { key: back.key, values: back.form.values(), problems: back.problems };
		const { documentId, plan, submissions } = await openPlanPage(context, services, typed);
		const lists = await perform(listPublicComments, visitOf(context).person, { documentId });
		const page = PublicCommentsPage({ plan, ...lists, submissions: submissions.map(({ number }) => number) });
		return answerPage(context, page, back ? 422 : 200);
	}

	/** Does what a form asks for; where it cannot, the page comes back with what was typed. */
	async function save(
		context: Context<AppEnvironment>,
		key: string,
		notice: string,
		work: (form: SentForm, values: ValueReader) => Promise<unknown>,
	) {
		const form = await readForm(context);
		const values = readValues(form);
		try {
			await work(form, values);
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			return show(context, { key, form, problems: error.problems });
		}
		return answerDone(context, planPath(pathId(context, "documentId"), "/public"), notice);
	}

	const stopAt = ({ problems }: ValueReader) => {
		if (problems.length > 0) throw new InvalidInput(problems);
	};

	routes.get("/:documentId/public", (context) => show(context));

	routes.post("/:documentId/public", (context) =>
		save(context, "post", "The plan is posted online.", (form, values) => {
			const days = { opensOn: values.date("opensOn"), closesOn: values.date("closesOn") };
			stopAt(values);
			const documentId = pathId(context, "documentId");
			return perform(postPlan, visitOf(context).person, { documentId, submission: form.text("submission"), ...days });
		}),
	);

	routes.get("/:documentId/public/comments.csv", async (context) => {
		const documentId = pathId(context, "documentId");
		const { comments } = await perform(listPublicComments, visitOf(context).person, { documentId });
		return answerCsv(context, "Comments of the public", [
			[
				"Received",
				"How",
				"Name",
				"About",
				"Comment",
				"State",
				"Why not shown",
				"Theme",
				"Answer",
				"What it led to",
				"Answered",
			],
			...comments.map((each) => [
				...[each.receivedOn, commentChannelLabels[each.channel], each.name, each.quote, each.text, each.state],
				...[each.hiddenReason, each.theme, each.answer],
				...[each.outcome ? commentOutcomeLabels[each.outcome] : "", each.answeredOn ?? ""],
			]),
		]);
	});

	routes.post("/:documentId/public/comments", (context) =>
		save(context, "record", "It was written down.", (form, values) => {
			const receivedOn = values.date("receivedOn");
			if (receivedOn === null && values.problems.length === 0) {
				values.problems.push({ field: "receivedOn", message: "Say on which day it came in." });
			}
			stopAt(values);
			return perform(recordPublicComment, visitOf(context).person, {
				publicationId: form.text("publicationId"),
				channel: values.choice("channel", CommentChannel.exclude(["web"]).options),
				receivedOn: receivedOn ?? "",
				...{ name: form.text("name"), showName: form.text("showName") === "yes", text: form.text("text") },
			});
		}),
	);

	routes.post("/:documentId/public/comments/:commentId", (context) =>
		save(context, "comment", "The comment was saved.", (form, values) =>
			perform(settlePublicComment, visitOf(context).person, {
				commentId: pathId(context, "commentId"),
				version: form.text("version"),
				state: values.choice("state", CommentState.options),
				...{ hiddenReason: form.text("hiddenReason"), theme: form.text("theme"), answer: form.text("answer") },
				outcome: CommentOutcome.safeParse(form.text("outcome")).data ?? null,
			}),
		),
	);

	routes.post("/:documentId/public/:publicationId", (context) =>
		save(context, "publication", "The posting was changed.", (form, values) => {
			const days = { opensOn: values.date("opensOn"), closesOn: values.date("closesOn") };
			stopAt(values);
			return perform(changePublication, visitOf(context).person, {
				publicationId: pathId(context, "publicationId"),
				...{ version: form.text("version"), takeDown: form.text("takeDown") === "yes", reason: form.text("reason") },
				...days,
			});
		}),
	);
	return routes;
}
