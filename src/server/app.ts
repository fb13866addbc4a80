import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import { MessagePage } from "../web/shell/message-page.tsx";
import { renderPage } from "../web/shell/page.tsx";
import { createApi } from "./api/api.ts";
import type { AppEnvironment, AppServices } from "./app-environment.ts";
import { answerPage } from "./middleware/answers.ts";
import { tellError, unexpectedError } from "./middleware/errors.ts";
import { visit } from "./middleware/visit.ts";
import { assetRoutes } from "./routes/assets.ts";
import { pageRoutes } from "./routes/pages.ts";

/** The largest request body: a figures file of 25 MB and the form around it. */
const largestBody = 26 * 1024 * 1024;

/** The whole web application as a function of its services. Knows no environment, no clock, no network. */
export function createApp(services: AppServices): Hono<AppEnvironment> {
	const app = new Hono<AppEnvironment>();
	app.use(
		secureHeaders({
			contentSecurityPolicy: {
				defaultSrc: ["'self'"],
				imgSrc: ["'self'", "data:"],
				styleSrc: ["'self'", "'unsafe-inline'"],
				scriptSrc: ["'self'"],
				formAction: ["'self'"],
				frameAncestors: ["'none'"],
				baseUri: ["'none'"],
				objectSrc: ["'none'"],
			},
			referrerPolicy: "same-origin",
			xFrameOptions: "DENY",
		}),
	);
	app.get("/health", async (context) =>
		(await services.isReady()) ? context.json({ status: "ready" }) : context.json({ status: "starting" }, 503),
	);
	app.route("/assets", assetRoutes(services.assets));
	app.use(csrf());
	app.use(
		bodyLimit({
			maxSize: largestBody,
			onError: (context) =>
				context.text(
					"This is too large: at most 25 MB can be sent at once. Nothing was taken. Split the file, or save it as CSV.",
					413,
				),
		}),
	);
	app.use(visit(services));
	app.route("/api", createApi(services));
	app.route("/", pageRoutes(services));
	app.notFound((context) =>
		answerPage(
			context,
			MessagePage({
				frame: context.get("frame"),
				title: "Page not found",
				message: "There is no page at this address. Check it, or go on from the home page.",
			}),
			404,
		),
	);
	app.onError((error, context) => {
		const told = tellError(error);
		const number = context.req.header("x-request-id") ?? services.newErrorNumber();
		if (!told)
			services.log(`Error ${number} at ${context.req.method} ${context.req.path}: ${error.stack ?? error.message}`);
		const answer = told ?? unexpectedError(number);
		context.status(answer.status);
		const frame = context.get("frame");
		if (context.req.path.startsWith("/api") || context.req.header("accept")?.includes("application/json") || !frame) {
			return context.json({ error: answer.title, message: answer.message });
		}
		return context.html(renderMessage(frame, answer.title, answer.message));
	});
	return app;
}

function renderMessage(frame: AppEnvironment["Variables"]["frame"], title: string, message: string): string {
	return renderPage(MessagePage({ frame, title, message }));
}
