import { type Context, Hono } from "hono";
import { NotFound } from "../../operations/errors.ts";
import { PaperLinkPage } from "../../web/pages/planning/paper-link-page.tsx";
import { MessagePage } from "../../web/shell/message-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerPage } from "../middleware/answers.ts";
import { publicVisitor } from "../public-visitor.ts";

/**
 * The page behind the mailed link of a paper that was given out. Looking changes nothing: programs that guard mailboxes open links
 * before people do. Only the button that is pressed is a receipt.
 */
export function linkedPaperRoutes({ paperLinks, renderPlan }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.use(async (context, next) => {
		try {
			await next();
		} finally {
			context.header("X-Robots-Tag", "noindex, nofollow");
		}
	});

	const show = (context: Context<AppEnvironment>, work: "open" | "confirm") => {
		const token = context.req.param("token") ?? "";
		return orEnded(context, async () => {
			const { submission, ...opened } = await paperLinks[work](token);
			const hasFile = submission !== null;
			const page = { frame: context.get("frame"), ...opened, hasFile, action: `/shared/papers/${token}` };
			return answerPage(context, PaperLinkPage(page));
		});
	};
	routes.get("/:token", (context) => show(context, "open"));
	routes.post("/:token", (context) => show(context, "confirm"));

	routes.get("/:token/paper.pdf", (context) =>
		orEnded(context, async () => {
			const { distribution, submission } = await paperLinks.open(context.req.param("token"));
			if (distribution.documentId === null || submission === null)
				throw new NotFound("There is no file behind this link.");
			// Nobody is signed in behind a mailed link: the installation reads the one paper that it names.
			const { documentId } = distribution;
			const paper = await renderPlan(publicVisitor, { documentId, submission, asPosted: true, format: "pdf" });
			return context.body(Buffer.from(paper.bytes), 200, {
				"Content-Type": paper.mediaType,
				"Content-Disposition": `inline; filename="${paper.fileName}"`,
				"Cache-Control": "private, no-store",
			});
		}),
	);
	return routes;
}

async function orEnded(context: Context<AppEnvironment>, work: () => Promise<Response>): Promise<Response> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof NotFound)) throw error;
		const frame = context.get("frame");
		const links = [{ label: "Sign in", href: "/sign-in" }];
		return answerPage(
			context,
			MessagePage({ frame, title: "This link has ended", message: error.message, links }),
			404,
		);
	}
}
