import { type Context, Hono } from "hono";
import type { SectionStanding } from "../../../domain/drafting/drafting-facts.ts";
import { findBlock, listBlocks } from "../../../domain/drafting/list-blocks.ts";
import { addDraftComment } from "../../../operations/add-draft-comment.ts";
import { assignSection } from "../../../operations/assign-section.ts";
import { InvalidInput, NotFound, Refused, StaleSave, StaleVersion } from "../../../operations/errors.ts";
import { getDrafting } from "../../../operations/get-drafting.ts";
import { listPresent } from "../../../operations/list-present.ts";
import { markSection } from "../../../operations/mark-section.ts";
import { removeDraftComment, settleDraftComment } from "../../../operations/settle-draft-comment.ts";
import { leaveSuggestion, takeSuggestion } from "../../../operations/settle-suggestion.ts";
import { removeSuggestion, suggestEdit } from "../../../operations/suggest-edit.ts";
import { AssignmentsPage } from "../../../web/pages/plans/drafting/assignments-page.tsx";
import type { CommentsContext } from "../../../web/pages/plans/drafting/comment-parts.tsx";
import { CommentsPage } from "../../../web/pages/plans/drafting/comments-page.tsx";
import { assignmentsPath, commentsPath, readBlock } from "../../../web/pages/plans/drafting/drafting-words.ts";
import { HereNowNames } from "../../../web/pages/plans/drafting/here-now.tsx";
import type { TypedForm } from "../../../web/pages/plans/plan-context.ts";
import { componentPath, sectionPath } from "../../../web/pages/plans/plan-paths.ts";
import { renderFragment } from "../../../web/shell/page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { openPlanPage } from "./plan-page-context.ts";
import { readValues } from "./read-values.ts";

type Sent = { readonly documentId: string; readonly form: SentForm };

/** One form of the page of comments: what it does, and what is said when it is done. */
type CommentVerb = {
	readonly done: string;
	run(services: AppServices, context: Context<AppEnvironment>, sent: Sent): Promise<unknown>;
};

const aboutOf = (form: SentForm) => {
	const found = readBlock(form.text("about"));
	return found && { ...found, aboutKind: found.aboutKind as "document" };
};
const suggestionOf = ({ documentId, form }: Sent) => ({
	...{ documentId, suggestionId: form.text("suggestionId"), version: form.text("version") },
});
const settle = (settled: boolean): CommentVerb["run"] => {
	return ({ perform }, context, { documentId, form }) =>
		perform(settleDraftComment, visitOf(context).person, {
			...{ documentId, commentId: form.text("commentId"), version: form.text("version"), settled },
		});
};

const verbs: Readonly<Record<string, CommentVerb>> = {
	add: {
		done: "It is sent. Those whom it names are told by mail.",
		run: ({ perform }, context, { documentId, form }) =>
			perform(addDraftComment, visitOf(context).person, {
				...{ documentId, about: aboutOf(form), replyTo: form.text("replyTo") || null, text: form.text("text") },
				mentionIds: form.texts("mention").filter((id) => id !== ""),
				withState: form.text("withState") !== "",
			}),
	},
	settle: { done: "It is settled. It can be opened again.", run: settle(true) },
	reopen: { done: "It is open again.", run: settle(false) },
	remove: {
		done: "Your comment is taken back. It stays in the history.",
		run: ({ perform }, context, { documentId, form }) =>
			perform(removeDraftComment, visitOf(context).person, {
				...{ documentId, commentId: form.text("commentId"), version: form.text("version") },
			}),
	},
	suggest: {
		done: "It is suggested. Those who write the plan take it or leave it.",
		run: ({ perform }, context, { documentId, form }) =>
			perform(suggestEdit, visitOf(context).person, {
				...{ documentId, about: aboutOf(form) ?? ({} as never), before: form.text("before") },
				...{ after: form.text("after"), note: form.text("note"), fromVersion: form.text("fromVersion") },
			}),
	},
	take: {
		done: "The suggested words are in the plan.",
		run: ({ perform }, context, sent) =>
			perform(takeSuggestion, visitOf(context).person, {
				...{ ...suggestionOf(sent), textVersion: sent.form.text("textVersion") },
				text: sent.form.texts("words")[0],
			}),
	},
	leave: {
		done: "The text stays as it is. Whoever suggested it sees that it was left.",
		run: ({ perform }, context, sent) =>
			perform(leaveSuggestion, visitOf(context).person, { ...suggestionOf(sent), reason: sent.form.text("reason") }),
	},
	"remove-suggestion": {
		done: "Your suggestion is taken back. It stays in the history.",
		run: ({ perform }, context, sent) => perform(removeSuggestion, visitOf(context).person, suggestionOf(sent)),
	},
};

/** Who writes what, what is said about it, which other words are suggested, and who is here now. */
export function planDraftingRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	async function showComments(context: Context<AppEnvironment>, typed?: TypedForm, status: 200 | 409 | 422 = 200) {
		const { documentId, plan } = await openPlanPage(context, services, typed);
		const { comments, ...view } = await services.perform(getDrafting, visitOf(context).person, { documentId });
		const blocks = listBlocks(plan.graph, plan.edition);
		const asked = readBlock(context.req.query("on") ?? "");
		const on = asked && findBlock({ ...asked, aboutKind: asked.aboutKind as "document" }, blocks);
		// The part is not there any more: what was said on it stands with all the rest.
		if (asked && !on && status === 200) return context.redirect(commentsPath(documentId), 303);
		const page: CommentsContext = {
			...{ plan, blocks, on, suggestions: view.suggestions, people: view.people, mayComment: view.mayComment },
			...{ side: view.side, sharedWithState: view.sharedWithState },
			talks: comments
				.filter(({ replyTo }) => replyTo === null)
				.map((first) => ({ first, replies: comments.filter(({ replyTo }) => replyTo === first.id) })),
		};
		return answerPage(context, CommentsPage(page), status);
	}

	async function showAssignments(context: Context<AppEnvironment>, typed?: TypedForm, status: 200 | 409 | 422 = 200) {
		const { documentId, plan } = await openPlanPage(context, services, typed);
		const { people, mayAssign } = await services.perform(getDrafting, visitOf(context).person, { documentId });
		return answerPage(context, AssignmentsPage({ plan, people, mayAssign }), status);
	}

	routes.get("/:documentId/comments", (context) => showComments(context));

	routes.post("/:documentId/comments/:verb", async (context) => {
		const verb = verbs[context.req.param("verb")];
		if (!verb) throw new NotFound("There is no such form.");
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		const failed = await problemsOf(() => verb.run(services, context, { documentId, form }));
		if (failed) {
			return showComments(
				context,
				{ key: form.text("form"), values: form.values(), problems: failed.problems },
				failed.status,
			);
		}
		const [, query] = context.req.url.split("?");
		return answerDone(context, `${commentsPath(documentId)}${query ? `?${query}` : ""}`, verb.done);
	});

	routes.get("/:documentId/assignments", (context) => showAssignments(context));

	routes.post("/:documentId/assignments", async (context) => {
		const form = await readForm(context);
		const read = readValues(form);
		const documentId = pathId(context, "documentId");
		const dueOn = read.date("dueOn");
		const failed = await problemsOf(async () => {
			if (read.problems.length > 0) throw new InvalidInput(read.problems);
			return services.perform(assignSection, visitOf(context).person, {
				...{ documentId, section: form.text("section"), focusAreaId: form.text("focusAreaId") || null, dueOn },
				...{ ownerId: form.text("ownerId") || null, standing: form.text("standing") as SectionStanding },
				version: form.text("version"),
			});
		});
		if (failed) {
			const typed = { key: form.text("form"), values: form.values(), problems: failed.problems };
			return showAssignments(context, typed, failed.status);
		}
		return answerDone(context, `${assignmentsPath(documentId)}#${form.text("form")}`, "It is kept.");
	});

	routes.post("/:documentId/assignments/:assignmentId/standing", async (context) => {
		const form = await readForm(context);
		const { documentId, plan } = await openPlanPage(context, services);
		const assignmentId = pathId(context, "assignmentId");
		const failed = await problemsOf(() =>
			services.perform(markSection, visitOf(context).person, {
				...{ documentId, assignmentId, standing: form.text("standing") as SectionStanding },
				version: form.text("version"),
			}),
		);
		if (failed) return showAssignments(context, { key: "", values: {}, problems: failed.problems }, failed.status);
		const assignment = plan.drafting?.assignments.find(({ id }) => id === assignmentId);
		const page = assignment?.focusAreaId
			? componentPath(documentId, assignment.focusAreaId)
			: sectionPath(documentId, assignment?.section ?? "");
		return answerDone(context, page, "It is kept.");
	});

	// Asked by the page's script every so often: it says that somebody is here, and answers who else is.
	routes.get("/:documentId/present", async (context) => {
		const documentId = pathId(context, "documentId");
		const { person } = visitOf(context);
		await services.perform(listPresent, person, { documentId });
		const place = (context.req.query("place") ?? "").slice(0, 200);
		await services.presence.see({ personId: person.personId, name: person.name, documentId, place });
		context.header("Cache-Control", "no-store");
		const others = services.presence.othersAt(documentId, person.personId);
		return context.json({ html: renderFragment(HereNowNames({ others })) });
	});
	return routes;
}

/** What is wrong with what was sent, in words for the page; undefined when it was done. */
async function problemsOf(work: () => Promise<unknown>) {
	try {
		await work();
		return undefined;
	} catch (error) {
		if (error instanceof InvalidInput) return { problems: error.problems, status: 422 as const };
		if (error instanceof Refused) return { problems: [{ field: "", message: error.message }], status: 409 as const };
		if (error instanceof StaleVersion || error instanceof StaleSave) {
			const message = "Somebody else has changed this meanwhile. Look at it as it stands, and send it again.";
			return { problems: [{ field: "", message }], status: 409 as const };
		}
		throw error;
	}
}
