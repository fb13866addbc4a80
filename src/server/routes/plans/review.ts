import { type Context, Hono } from "hono";
import { addReviewRemark } from "../../../operations/add-review-remark.ts";
import { answerReviewItem } from "../../../operations/answer-review-item.ts";
import { assignContent } from "../../../operations/assign-content.ts";
import { changeNegotiation } from "../../../operations/change-negotiation.ts";
import { changeReview } from "../../../operations/change-review.ts";
import { InvalidInput, NotFound, Refused, StaleSave, StaleVersion } from "../../../operations/errors.ts";
import { getReview } from "../../../operations/get-review.ts";
import { logStateContact } from "../../../operations/log-state-contact.ts";
import { markFocusedHelp } from "../../../operations/mark-focused-help.ts";
import { recordFormalAction } from "../../../operations/record-formal-action.ts";
import { releaseRemarks } from "../../../operations/release-remarks.ts";
import { removeReviewRemark } from "../../../operations/remove-review-remark.ts";
import { respondToRemark } from "../../../operations/respond-to-remark.ts";
import { settleNegotiation } from "../../../operations/settle-negotiation.ts";
import { shareDraft } from "../../../operations/share-draft.ts";
import { statePosition } from "../../../operations/state-position.ts";
import type { TypedForm } from "../../../web/pages/plans/plan-context.ts";
import { planPath } from "../../../web/pages/plans/plan-paths.ts";
import { StateContactsPage } from "../../../web/pages/plans/review/contacts-page.tsx";
import { NegotiationPage } from "../../../web/pages/plans/review/negotiation-page.tsx";
import { QuestionsPage } from "../../../web/pages/plans/review/questions-page.tsx";
import type { ReviewContext } from "../../../web/pages/plans/review/review-context.ts";
import { StateReviewPage } from "../../../web/pages/plans/review/review-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { openPlanPage } from "./plan-page-context.ts";
import { readValues, type ValueReader } from "./read-values.ts";

const pages = {
	review: StateReviewPage,
	"review/questions": QuestionsPage,
	"review/negotiation": NegotiationPage,
	"review/contacts": StateContactsPage,
} as const;
type PageName = keyof typeof pages;

type Sent = { readonly documentId: string; readonly form: SentForm; readonly read: ValueReader };

/** One form of the review: the page it stands on, what it does, and what is said when it is done. */
type ReviewVerb = {
	readonly page: PageName;
	readonly done: string;
	run(services: AppServices, context: Context<AppEnvironment>, sent: Sent): Promise<unknown>;
};

/** A choice of several parts in one value: `milestone|<id>|statement|3`. */
const parts = (form: SentForm, name: string, separator: string) => form.text(name).split(separator);
const lines = (form: SentForm, name: string) =>
	form
		.text(name)
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");

const verbs: Readonly<Record<string, ReviewVerb>> = {
	reviewers: {
		page: "review",
		done: "Units and people are kept.",
		run: ({ perform }, context, { documentId, form }) =>
			perform(changeReview, visitOf(context).person, {
				documentId,
				reviewId: form.text("reviewId"),
				version: form.text("version"),
				units: [...form.texts("units"), ...lines(form, "otherUnit")],
				reviewerIds: [...form.texts("reviewerIds")],
			}),
	},
	item: {
		page: "review",
		done: "The answer is kept.",
		run: ({ perform }, context, { documentId, form }) => {
			const [item = "", version = "0"] = parts(form, "item", "|");
			return perform(answerReviewItem, visitOf(context).person, {
				documentId,
				reviewId: form.text("reviewId"),
				item,
				version,
				verdict: form.text("verdict") as "met",
				note: form.text("note"),
			});
		},
	},
	remark: {
		page: "review",
		done: "It is kept. The county does not see it until it is sent.",
		run: ({ perform }, context, { documentId, form }) => {
			const [aboutKind = "", aboutId = ""] = parts(form, "about", ":");
			return perform(addReviewRemark, visitOf(context).person, {
				documentId,
				remarkKind: form.text("remarkKind") as "comment",
				unit: form.text("unit"),
				aboutKind: aboutKind as "document",
				aboutId,
				text: form.text("text"),
			});
		},
	},
	"remove-remark": {
		page: "review",
		done: "It was taken back. It stays in the history of the State's side.",
		run: ({ perform }, context, { documentId, form }) =>
			perform(removeReviewRemark, visitOf(context).person, { documentId, remarkId: form.text("remarkId") }),
	},
	release: {
		page: "review",
		done: "Sent. The county's people are told by mail.",
		run: ({ perform }, context, { documentId, form }) =>
			perform(releaseRemarks, visitOf(context).person, {
				documentId,
				remarkKind: form.text("remarkKind") as "comment",
			}),
	},
	respond: {
		page: "review/questions",
		done: "Sent. The people at the State are told by mail.",
		run: ({ perform }, context, { documentId, form }) =>
			perform(respondToRemark, visitOf(context).person, {
				documentId,
				remarkId: form.text("remarkId"),
				choice: form.text("choice") as "answer",
				text: form.text("text"),
				changed: form.text("changed"),
				version: form.text("version"),
			}),
	},
	negotiation: {
		page: "review/negotiation",
		done: "The record of the negotiation is kept.",
		run: ({ perform }, context, { documentId, form }) =>
			perform(changeNegotiation, visitOf(context).person, {
				documentId,
				negotiationId: form.text("negotiationId"),
				version: form.text("version"),
				subject: form.text("subject") as "content",
				matter: form.text("matter"),
				stateParticipants: lines(form, "stateParticipants"),
				countyParticipants: lines(form, "countyParticipants"),
				associationParticipants: lines(form, "associationParticipants"),
			}),
	},
	position: {
		page: "review/negotiation",
		done: "The position is stated. The other side is told by mail.",
		run: ({ perform }, context, { documentId, form }) =>
			perform(statePosition, visitOf(context).person, {
				documentId,
				negotiationId: form.text("negotiationId"),
				text: form.text("text"),
			}),
	},
	outcome: {
		page: "review/negotiation",
		done: "The outcome is recorded. Both sides are told by mail.",
		run: ({ perform }, context, { documentId, form }) =>
			perform(settleNegotiation, visitOf(context).person, {
				documentId,
				negotiationId: form.text("negotiationId"),
				version: form.text("version"),
				outcome: form.text("outcome") as "agreed",
				resolution: form.text("resolution"),
			}),
	},
	assign: {
		page: "review/negotiation",
		done: "It is set. The county's people are told by mail.",
		run: ({ perform }, context, { documentId, form }) => {
			const [aboutKind = "", aboutId = "", field = "", version = ""] = parts(form, "what", "|");
			return perform(assignContent, visitOf(context).person, {
				documentId,
				aboutKind: aboutKind as "milestone",
				aboutId,
				field,
				version,
				value: form.text("value"),
				reason: form.text("reason"),
			});
		},
	},
	share: {
		page: "review/contacts",
		done: "Done.",
		run: ({ perform }, context, { documentId, form }) =>
			perform(shareDraft, visitOf(context).person, {
				documentId,
				shared: form.text("shared") === "yes",
				note: form.text("note"),
			}),
	},
	contact: {
		page: "review/contacts",
		done: "The contact is kept.",
		run: ({ perform }, context, { documentId, form, read }) => {
			const on = read.date("on");
			if (!on) read.problems.push({ field: "on", message: "Give the day of the contact." });
			return ifRead(read, () =>
				perform(logStateContact, visitOf(context).person, {
					documentId,
					on: on ?? ("" as never),
					channel: form.text("channel") as "telephone",
					note: form.text("note"),
				}),
			);
		},
	},
	help: {
		page: "review/contacts",
		done: "It is kept. Only the State sees it.",
		run: ({ perform }, context, { documentId, form }) =>
			perform(markFocusedHelp, visitOf(context).person, {
				documentId,
				given: form.text("given") === "yes",
				reason: form.text("reason"),
			}),
	},
	formal: {
		page: "review/contacts",
		done: "The step is recorded. The county's directors are told by mail.",
		run: ({ perform }, context, { documentId, form, read }) => {
			const [takenOn, deadline] = [read.date("takenOn"), read.date("deadline")];
			if (!takenOn) read.problems.push({ field: "takenOn", message: "Give the day on which the step was taken." });
			return ifRead(read, () =>
				perform(recordFormalAction, visitOf(context).person, {
					documentId,
					step: form.text("step"),
					takenOn: takenOn ?? ("" as never),
					deadline,
					note: form.text("note"),
				}),
			);
		},
	},
};

function ifRead<T>(read: ValueReader, work: () => Promise<T>): Promise<T> {
	if (read.problems.length > 0) throw new InvalidInput(read.problems);
	return work();
}

/** The pages of the State's review of a plan, and their forms. */
export function planReviewRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	async function show(
		context: Context<AppEnvironment>,
		name: PageName,
		typed?: TypedForm,
		status: 200 | 409 | 422 = 200,
	) {
		const { documentId, plan } = await openPlanPage(context, services, typed);
		const asked = name === "review" ? { documentId } : ({ documentId, only: "records" } as const);
		const view = await services.perform(getReview, visitOf(context).person, asked);
		const page: ReviewContext = { plan, view, review: plan.edition.review };
		return answerPage(context, pages[name](page), status);
	}

	for (const name of Object.keys(pages) as PageName[]) {
		routes.get(`/:documentId/${name}`, (context) => show(context, name));
	}

	routes.post("/:documentId/review/:verb", async (context) => {
		const verb = verbs[context.req.param("verb")];
		if (!verb) throw new NotFound("There is no such form.");
		const form = await readForm(context);
		const key = form.text("form");
		const page = pageOf(verb, form);
		const { documentId } = await openPlanPage(context, services);
		const back = (problems: InvalidInput["problems"], status: 409 | 422) =>
			show(context, page, { key, values: form.values(), problems }, status);
		try {
			await verb.run(services, context, { documentId, form, read: readValues(form) });
		} catch (error) {
			if (error instanceof InvalidInput) return back(error.problems, 422);
			if (error instanceof Refused) return back([{ field: "", message: error.message }], 409);
			if (error instanceof StaleVersion || error instanceof StaleSave) {
				return back(
					[
						{
							field: "",
							message: "Somebody else has changed this meanwhile. Look at it as it stands, and send it again.",
						},
					],
					409,
				);
			}
			throw error;
		}
		return answerDone(context, planPath(documentId, `/${page}`), verb.done);
	});
	return routes;
}

/** Questions and recommendations stand on a page of their own; comments with the review. */
function pageOf(verb: ReviewVerb, form: SentForm): PageName {
	const kind = form.text("remarkKind");
	return kind === "question" || kind === "recommendation" ? "review/questions" : verb.page;
}
