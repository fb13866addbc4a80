import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import { MessagePage } from "../web/shell/message-page.tsx";
import { renderPage } from "../web/shell/page.tsx";
import { createApi } from "./api/api.ts";
import type { AppEnvironment, AppServices } from "./app-environment.ts";
import { answerPage } from "./middleware/answers.ts";
import { type ToldError, tellError, unexpectedError } from "./middleware/errors.ts";
import { visit } from "./middleware/visit.ts";
import { assetRoutes } from "./routes/assets.ts";
import { pageRoutes } from "./routes/pages.ts";

/** The largest request body: a figures file of 25 MB and the form around it. */
const largestBody = 26 * 1024 * 1024;

const tooLarge: ToldError = {
	status: 413,
	code: "too-large",
	title: "This is too large",
	message: "At most 25 MB can be sent at once. Nothing was taken. Split the file, or save it as CSV.",
};

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
	app.use(visit(services));
	const ownOrigin = new URL(services.baseUrl).origin;
	// Behind a proxy that ends TLS the request's own address is another than the one in the browser.
	const sameSite = csrf({
		origin: (origin, context) => origin === ownOrigin || origin === new URL(context.req.url).origin,
	});
	app.use((context, next) => (isProgram(context) ? next() : sameSite(context, next)));
	const limited = bodyLimit({
		maxSize: largestBody,
		onError: (context: Context<AppEnvironment>) => answerMessage(context, tooLarge),
	});
	app.use((context, next) => (isStreamed(context) ? next() : limited(context, next)));
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
			services.log(
				`Error ${number} at ${context.req.method} ${withoutToken(context.req.path)}: ${error.stack ?? error.message}`,
			);
		return answerMessage(context, told ?? unexpectedError(number));
	});
	return app;
}

function isApi(context: Context): boolean {
	return context.req.path === "/api" || context.req.path.startsWith("/api/");
}

/** What stands in a shared link opens it: the log does not hold it. */
function withoutToken(path: string): string {
	return path.replace(/^(\/shared\/\w+\/|\/calendar\/)[^/]+/, "$1(token)");
}

/** A file of AFCARS or NCANDS that somebody signed in sends: it goes to disk piece by piece, and may be of any size. */
function isStreamed(context: Context<AppEnvironment>): boolean {
	const { method, path } = context.req;
	const isUpload = method === "PUT" ? path === "/api/extract-uploads" : method === "POST" && path === "/extracts";
	return isUpload && context.get("visit") !== undefined;
}

/** A call of the API that no page made: every browser says where a form or a script's request comes from. */
function isProgram(context: Context): boolean {
	return isApi(context) && ["origin", "referer", "sec-fetch-site"].every((name) => !context.req.header(name));
}

/** An error as a page for people, or as JSON for programs and scripts. */
function answerMessage(context: Context<AppEnvironment>, { status, code, title, message, details }: ToldError) {
	context.status(status);
	const frame = context.get("frame");
	if (isApi(context) || context.req.header("accept")?.includes("application/json") || !frame) {
		return context.json({ error: code, message, ...details });
	}
	context.header("Cache-Control", "no-store");
	return context.html(renderPage(MessagePage({ frame, title, message })));
}
