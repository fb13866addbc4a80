import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { InvalidInput, NotAllowed, NotFound, Refused, StaleSave, StaleVersion } from "../../operations/errors.ts";

/** What a person is told of an error: a status, a title and a sentence. Anything unexpected stays unsaid. */
export type ToldError = { readonly status: ContentfulStatusCode; readonly title: string; readonly message: string };

/** The one place that turns errors into answers. Undefined for the unexpected: log it and tell nothing of it. */
export function tellError(error: unknown): ToldError | undefined {
	if (error instanceof NotFound) return { status: 404, title: "Not found", message: error.message };
	if (error instanceof NotAllowed) return { status: 403, title: "Not allowed", message: error.message };
	if (error instanceof InvalidInput) {
		const message = error.problems.map((problem) => problem.message).join(" ");
		return { status: 422, title: "Please check what you entered", message };
	}
	if (error instanceof Refused) return { status: 409, title: "Not possible now", message: error.message };
	if (error instanceof StaleSave || error instanceof StaleVersion) {
		return { status: 409, title: "Somebody else has changed this", message: error.message };
	}
	if (error instanceof HTTPException && error.status === 403) {
		return {
			status: 403,
			title: "Not sent from this site",
			message:
				"What arrived was not sent by a page of this site, so nothing was done. Open the page here and send it again. If that does not help, tell your technician that BASE_URL must be the address in your browser.",
		};
	}
	return undefined;
}

/** For what nobody foresaw. The number lets the technician find it in the server's log. */
export function unexpectedError(number: string): ToldError {
	return {
		status: 500,
		title: "Something went wrong on our side",
		message: `What you sent was not saved. Go back and try again; if it happens again, tell your technician this number: ${number}.`,
	};
}
