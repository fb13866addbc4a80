import { type Context, Hono } from "hono";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { tellError, unexpectedError } from "../middleware/errors.ts";
import { accountRoutes } from "./account-routes.ts";
import { type ApiError, type ApiRoute, NotJson } from "./api-route.ts";
import { attachmentRoutes } from "./attachment-routes.ts";
import { budgetFormApiRoutes } from "./budget-form-routes.ts";
import { calendarFeedRoutes } from "./calendar-feed-routes.ts";
import { checklistRoute } from "./checklist-route.ts";
import { describeApi } from "./describe-api.ts";
import { extractProblemsRoute } from "./extract-problems-route.ts";
import { extractProgressRoute } from "./extract-progress-route.ts";
import { extractShareRoute } from "./extract-share-route.ts";
import { extractUploadRoute } from "./extract-upload-route.ts";
import { figureLoadRoute } from "./figure-load-route.ts";
import { indicatorRecordsRoute } from "./indicator-records-route.ts";
import { operationRoutes } from "./operation-routes.ts";
import { paperRoute } from "./paper-route.ts";
import { personAccountRoutes } from "./person-account-routes.ts";
import { populationLoadRoute } from "./population-load-route.ts";
import { profileLoadRoute } from "./profile-load-route.ts";
import { publicPlanApiRoutes } from "./public-plan-routes.ts";
import { secondFactorRoutes } from "./second-factor-routes.ts";
import { sessionRoutes } from "./session-routes.ts";
import { wordFileRoutes } from "./word-file-routes.ts";

/** Every address of the API. */
export const apiRoutes: readonly ApiRoute[] = [
	...sessionRoutes,
	...accountRoutes,
	...secondFactorRoutes,
	...operationRoutes,
	figureLoadRoute,
	profileLoadRoute,
	populationLoadRoute,
	extractUploadRoute,
	extractProgressRoute,
	extractProblemsRoute,
	extractShareRoute,
	...calendarFeedRoutes,
	...budgetFormApiRoutes,
	paperRoute,
	checklistRoute,
	...attachmentRoutes,
	...wordFileRoutes,
	...publicPlanApiRoutes,
	indicatorRecordsRoute,
	...personAccountRoutes,
];

/**
 * The API: one route an operation, described at `/openapi.json` from the schemas that check the input. Answers and errors are
 * JSON. Signed in by the session cookie that `POST /session` or the sign-in page gives.
 */
export function createApi(services: AppServices): Hono<AppEnvironment> {
	const api = new Hono<AppEnvironment>();
	const document = JSON.stringify(describeApi(apiRoutes));
	api.use(async (context, next) => {
		await next();
		context.header("Cache-Control", "no-store");
	});
	api.get("/openapi.json", (context) => context.body(document, 200, { "Content-Type": "application/json" }));
	for (const route of apiRoutes) {
		api.on(route.method, route.path.replace(/\{(\w+)\}/g, ":$1"), (context) =>
			route.signedIn && !context.get("visit") ? answerSignedOut(context) : route.handle(services, context),
		);
	}
	api.all("*", (context) =>
		context.json(
			{
				error: "not-found",
				message: `The API has no address ${context.req.method} ${context.req.path}. All are listed at /api/openapi.json.`,
			} satisfies ApiError,
			404,
		),
	);
	api.onError((error, context) => answerError(services, context, error));
	return api;
}

function answerSignedOut(context: Context): Response {
	const message = "Sign in first: POST /api/session with email and password, and send the cookies of the answer.";
	return context.json({ error: "signed-out", message } satisfies ApiError, 401);
}

function answerError(services: AppServices, context: Context, error: Error): Response {
	if (error instanceof NotJson) {
		return context.json({ error: "not-json", message: error.message } satisfies ApiError, 400);
	}
	const told = tellError(error) ?? reportFault(services, context, error);
	return context.json({ error: told.code, message: told.message, ...told.details }, told.status);
}

function reportFault(services: AppServices, context: Context, error: Error) {
	const number = services.newErrorNumber();
	services.log(`Error ${number} at ${context.req.method} ${context.req.path}: ${error.stack ?? error.message}`);
	return unexpectedError(number);
}
