import { type Context, Hono } from "hono";
import type { NeutralDocument } from "../../../documents/neutral/neutral-document.ts";
import type { PaperFormat, RenderedPaper } from "../../../documents/render-paper.ts";
import { NotFound } from "../../../operations/errors.ts";
import { PreviewPage } from "../../../web/pages/plans/preview-page.tsx";
import { SentPaperPage } from "../../../web/pages/plans/sent-paper-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { openPlanPage } from "./plan-page-context.ts";

/** The paper of a plan, as it stands and as it was sent: inside a page, and as HTML, Word and PDF. */
export function planPaperRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	for (const base of ["/:documentId", "/:documentId/submissions/:number"]) {
		routes.get(`${base}/preview`, async (context) => {
			const submission = submissionOf(context);
			const paper = await render(context, services, "html-fragment");
			const html = new TextDecoder().decode(paper.bytes);
			try {
				const { plan } = await openPlanPage(context, services);
				return answerPage(context, PreviewPage({ plan, submission, html }));
			} catch (error) {
				// The State keeps what it was sent, also while the county drafts again and the plan is closed to it.
				if (!(error instanceof NotFound) || submission === undefined) throw error;
				const page = SentPaperPage({ frame: context.get("frame"), path: paperPath(context), submission, html });
				return answerPage(context, page);
			}
		});
		routes.get(`${base}/:file{plan\\.(html|docx|pdf)}`, async (context) => {
			const format = formatOf(context);
			const paper = await render(context, services, format);
			return sendPaper(context, format, paper);
		});
	}
	routes.get("/:documentId/:file{summary\\.(html|docx|pdf)}", async (context) => {
		const format = formatOf(context);
		const input = { documentId: pathId(context, "documentId"), format, part: "summary" } as const;
		return sendPaper(context, format, await services.renderPlan(visitOf(context).person, input));
	});
	return routes;
}

/** A document in one of the formats, under its name with the format's ending. */
export async function sendDocument(
	context: Context<AppEnvironment>,
	{ renderPaper }: AppServices,
	{ paper, fileName }: { readonly paper: NeutralDocument; readonly fileName: string },
) {
	const format = formatOf(context);
	const rendered = await renderPaper(paper, format);
	return sendPaper(context, format, { ...rendered, fileName: `${fileName}.${rendered.extension}` });
}

/** The format that the name of the file in the address ends with. */
function formatOf(context: Context): PaperFormat {
	const found = (["docx", "pdf"] as const).find((each) => context.req.param("file")?.endsWith(`.${each}`));
	return found ?? "html";
}

/** A rendered paper with the name that it is kept by. */
function sendPaper(context: Context, format: PaperFormat, paper: RenderedPaper & { readonly fileName: string }) {
	return context.body(Buffer.from(paper.bytes), 200, {
		"Content-Type": paper.mediaType,
		"Content-Disposition": `${format === "docx" ? "attachment" : "inline"}; filename="${paper.fileName}"`,
		"Cache-Control": "no-store",
	});
}

function render(context: Context<AppEnvironment>, services: AppServices, format: PaperFormat) {
	const submission = submissionOf(context);
	const input = { documentId: pathId(context, "documentId"), format, ...(submission ? { submission } : {}) };
	return services.renderPlan(visitOf(context).person, input);
}

/** The number of the submission in the address; undefined for the plan as it stands. */
function submissionOf(context: Context): number | undefined {
	const number = context.req.param("number");
	if (number === undefined) return undefined;
	if (!/^[1-9]\d{0,5}$/u.test(number)) throw new NotFound("There is no such submission.");
	return Number(number);
}

function paperPath(context: Context): string {
	return context.req.path.replace(/\/preview$/u, "");
}
