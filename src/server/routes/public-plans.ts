import { type Context, Hono } from "hono";
import { attributes, escapeHtml } from "../../documents/html/escape-html.ts";
import { renderHtmlFragment } from "../../documents/html/render-html-document.ts";
import { isOpenForComment } from "../../domain/publication/publication-facts.ts";
import { NotFound, Refused } from "../../operations/errors.ts";
import { listPublicPlans } from "../../operations/list-public-plans.ts";
import { openPublicPlan } from "../../operations/open-public-plan.ts";
import { dayOf } from "../../operations/plan-checks.ts";
import { quoteAt, sendPublicComment } from "../../operations/send-public-comment.ts";
import { type FormState, freshForm } from "../../web/pages/parts/form-page-state.ts";
import { PublicCommentPage } from "../../web/pages/public/public-comment-page.tsx";
import { publicPath } from "../../web/pages/public/public-date.ts";
import { PublicListPage } from "../../web/pages/public/public-list-page.tsx";
import { PublicPlanPage } from "../../web/pages/public/public-plan-page.tsx";
import { type PublicLanguage, publicWords } from "../../web/pages/public/public-words.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerDone, answerPage } from "../middleware/answers.ts";
import { pathId } from "../middleware/path-id.ts";
import { readForm } from "../middleware/read-form.ts";
import { publicVisitor as person } from "../public-visitor.ts";
import { problemsOf } from "./form-problems.ts";

/** Posted plans for everybody, in English and Spanish: read, see progress, comment without an account. */
export function publicPlanRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform, clock, renderPlan } = services;
	const routes = new Hono<AppEnvironment>();
	const open = (context: Context<AppEnvironment>) =>
		perform(openPublicPlan, person, { publicationId: pathId(context, "publicationId") });

	routes.get("/", async (context) => {
		const today = dayOf(clock());
		const plans = await perform(listPublicPlans, person, {});
		const shown = plans.map((each) => ({ ...each, isOpen: isOpenForComment(each.publication, today) }));
		return answerPage(
			context,
			PublicListPage({ frame: context.get("frame"), language: languageOf(context), plans: shown }),
		);
	});

	routes.get("/:publicationId", async (context) => {
		const language = languageOf(context);
		const { paper, ...plan } = await open(context);
		const html = renderHtmlFragment(
			paper,
			plan.isOpen ? { afterAnchor: commentLink(plan.publication.id, language) } : {},
		);
		return answerPage(context, PublicPlanPage({ frame: context.get("frame"), language, html, ...plan }));
	});

	routes.get("/:publicationId/plan.pdf", async (context) => {
		const { publication } = await open(context);
		const { documentId, submission } = publication;
		const paper = await renderPlan(person, { documentId, submission, asPosted: true, format: "pdf" });
		return context.body(Buffer.from(paper.bytes), 200, {
			"Content-Type": paper.mediaType,
			"Content-Disposition": `inline; filename="${paper.fileName}"`,
			"Cache-Control": "no-store",
		});
	});

	async function showForm(context: Context<AppEnvironment>, about: string, form: FormState, status: 200 | 422 = 200) {
		const language = languageOf(context);
		const { publication, paper, isOpen } = await open(context);
		if (!isOpen) throw new Refused(publicWords(language).closed);
		const quote = quoteAt(paper, about) ?? "";
		const page = PublicCommentPage({
			frame: context.get("frame"),
			...{ language, publication, anchor: quote ? about : "", quote, form },
		});
		return answerPage(context, page, status);
	}

	routes.get("/:publicationId/comment", (context) => showForm(context, context.req.query("about") ?? "", freshForm));

	routes.post("/:publicationId/comment", async (context) => {
		const language = languageOf(context);
		const words = publicWords(language);
		const publicationId = pathId(context, "publicationId");
		const form = await readForm(context);
		const text = form.text("text").trim();
		const anchor = form.text("anchor").slice(0, 200);
		const wrong = text === "" ? words.writeComment : text.length > 5000 ? words.tooLong : undefined;
		if (wrong) return showForm(context, anchor, form.state([{ field: "text", message: wrong }]), 422);
		try {
			const showName = form.text("showName") === "yes";
			await perform(sendPublicComment, person, {
				...{ publicationId, anchor, text, name: form.text("name"), showName, language },
			});
		} catch (error) {
			if (error instanceof NotFound) throw error;
			return showForm(context, anchor, form.state(problemsOf(error)), 422);
		}
		return answerDone(context, publicPath(`/${publicationId}`, language), words.sent);
	});

	return routes;
}

function languageOf(context: Context): PublicLanguage {
	return context.req.query("lang") === "es" ? "es" : "en";
}

/** Small cells beside a text: one comments on the text itself. */
const besideText = /\/(?:timeframeMonths|assignedTitle|number)(?:\/\d+)?$/u;

/** The link under each place of the paper. */
function commentLink(publicationId: string, language: PublicLanguage): (anchor: string) => string {
	const label = escapeHtml(publicWords(language).commentOnPart);
	return (anchor) => {
		if (besideText.test(anchor)) return "";
		const href = publicPath(`/${publicationId}/comment`, language, { about: anchor });
		return `<p class="margin-top-0 font-sans-3xs"><a${attributes({ class: "usa-link", href, lang: language, "aria-describedby": anchor, rel: "nofollow" })}>${label}</a></p>`;
	};
}
