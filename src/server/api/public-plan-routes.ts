import type { Context } from "hono";
import { z } from "zod";
import { isOpenForComment, summarizeComments } from "../../domain/publication/publication-facts.ts";
import { DocumentState } from "../../domain/workflow/document-workflow.ts";
import { listPublicPlans } from "../../operations/list-public-plans.ts";
import { openPublicPlan, ShownCommentOutput } from "../../operations/open-public-plan.ts";
import { factOutputs } from "../../operations/outputs/fact-outputs.ts";
import { dayOf } from "../../operations/plan-checks.ts";
import { sendPublicComment } from "../../operations/send-public-comment.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { publicVisitor } from "../public-visitor.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

const input = openPublicPlan.input;
const PostedPlan = z
	.object({
		publication: factOutputs.publication,
		placeName: z.string(),
		state: DocumentState,
		isOpen: z.boolean().describe("The public may comment today."),
	})
	.meta({ id: "PostedPlan" });
const AnswerSummary = z
	.object({
		comments: z.int(),
		answered: z.int(),
		changes: z.int().describe("Comments for which the plan was changed."),
		themes: z.array(z.object({ theme: z.string(), comments: z.int(), answered: z.int(), changes: z.int() })),
	})
	.meta({ id: "AnswerSummary" });
const CommentInput = sendPublicComment.input.partial({ anchor: true, name: true, showName: true, language: true });

const read = { method: "get", signedIn: false, input } as const;

async function open(services: AppServices, context: Context<AppEnvironment>) {
	const { publicationId } = checkInput(input, await readInput(context, undefined));
	return services.perform(openPublicPlan, publicVisitor, { publicationId });
}

/** What everybody may read and say of posted plans, without an account: the same as on the public pages, by the same operations. */
export const publicPlanApiRoutes: readonly ApiRoute[] = [
	{
		...{ method: "get", path: listPublicPlans.http.path, name: listPublicPlans.name, title: listPublicPlans.title },
		description: "Without an account. The newest posting of each plan.",
		signedIn: false,
		input: listPublicPlans.input,
		answers: { json: z.array(PostedPlan) },
		async handle(services, context) {
			const today = dayOf(services.clock());
			const plans = await services.perform(listPublicPlans, publicVisitor, {});
			return context.json(plans.map((each) => ({ ...each, isOpen: isOpenForComment(each.publication, today) })));
		},
	},
	{
		...{ ...read, path: openPublicPlan.http.path, name: openPublicPlan.name, title: openPublicPlan.title },
		description:
			"Without an account. The submission as it was sent, but for words and names whose consent was withdrawn since; small counts masked in it as on the page; of a plan in force how far each milestone is; the comments that are shown, with their answers.",
		answers: { json: openPublicPlan.output },
		async handle(services, context) {
			return context.json(await open(services, context));
		},
	},
	{
		...{ ...read, path: "/public/plans/{publicationId}/plan.pdf", name: "get-public-paper" },
		title: "Get a posted plan as PDF",
		description:
			"Without an account. The submission as it was sent, but for words and names whose consent was withdrawn since.",
		answers: { files: ["application/pdf"] },
		async handle(services, context) {
			const { publication } = await open(services, context);
			const { documentId, submission } = publication;
			const paper = await services.renderPlan(publicVisitor, { documentId, submission, asPosted: true, format: "pdf" });
			return context.body(Buffer.from(paper.bytes), 200, {
				"Content-Type": paper.mediaType,
				"Content-Disposition": `attachment; filename="${paper.fileName}"`,
			});
		},
	},
	{
		...{ ...read, path: "/public/plans/{publicationId}/comments", name: "list-shown-comments" },
		title: "List the comments that are shown on a posted plan",
		description:
			"Without an account. Those that the agency has let through, with its answers; of one paragraph, heading or table where `anchor` names it, as the paper does.",
		input: input.extend({ anchor: z.string().max(200).optional() }),
		answers: { json: z.array(ShownCommentOutput) },
		async handle(services, context) {
			const anchor = context.req.query("anchor");
			const { comments } = await open(services, context);
			return context.json(comments.filter((each) => anchor === undefined || each.anchor === anchor));
		},
	},
	{
		...{ method: "post", path: sendPublicComment.http.path, name: sendPublicComment.name },
		title: sendPublicComment.title,
		description:
			"Without an account, on the days on which the plan is open for comment, at most 300 a day, at most 5,000 characters. It is shown once somebody of the agency has let it through. `anchor` is the place in the paper; without it the comment is on the whole plan.",
		signedIn: false,
		body: "json",
		input: CommentInput,
		answers: { json: z.object({ id: z.uuid(), state: z.literal("waiting") }) },
		async handle(services, context) {
			const given = checkInput(CommentInput, await readInput(context, "json"));
			const said = { anchor: "", name: "", showName: false, language: "en" as const, ...withoutUndefined(given) };
			const { id } = await services.perform(sendPublicComment, publicVisitor, said);
			return context.json({ id, state: "waiting" });
		},
	},
	{
		...{ ...read, path: "/public/plans/{publicationId}/answers", name: "get-answer-summary" },
		title: "Get what became of the comments on a posted plan",
		description: "Without an account. By theme: how many comments are shown, answered, and changed the plan.",
		answers: { json: AnswerSummary },
		async handle(services, context) {
			const { comments } = await open(services, context);
			const themes = summarizeComments(comments);
			const sum = (of: "comments" | "answered" | "changes") => themes.reduce((all, each) => all + each[of], 0);
			return context.json({
				...{ comments: sum("comments"), answered: sum("answered"), changes: sum("changes") },
				themes,
			});
		},
	},
];

function withoutUndefined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
