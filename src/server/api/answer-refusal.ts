import type { Context } from "hono";
import type { Refusal } from "../accounts/account-results.ts";
import type { AppServices } from "../app-environment.ts";
import type { ApiError } from "./api-route.ts";

/**
 * What the accounts refused, as an answer of the API: 429 with Retry-After where waiting helps, 401 where the person is not
 * who they say, else 422 with the field.
 */
export function answerRefusal(
	context: Context,
	{ clock }: Pick<AppServices, "clock">,
	{ message, retryAt }: Refusal,
	field?: string,
): Response {
	if (retryAt) {
		context.header("Retry-After", String(Math.max(1, Math.ceil((retryAt.getTime() - clock().getTime()) / 1000))));
		return context.json({ error: "too-many-tries", message } satisfies ApiError, 429);
	}
	if (field === undefined) return context.json({ error: "signed-out", message } satisfies ApiError, 401);
	return context.json({ error: "invalid", message, problems: [{ field, message }] } satisfies ApiError, 422);
}
