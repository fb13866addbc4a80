import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import {
	type InputProblem,
	InvalidInput,
	NotAllowed,
	NotFound,
	Refused,
	type SaveClash,
	StaleSave,
	StaleVersion,
} from "../../operations/errors.ts";

/** Kinds of errors by a short name for programs. Part of the API: a name is never given another meaning. */
export const errorCodes = [
	"not-json",
	"signed-out",
	"not-allowed",
	"not-same-site",
	"not-found",
	"not-possible-now",
	"stale",
	"too-large",
	"invalid",
	"too-many-tries",
	"fault",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What a person is told of an error: a status, a title and a sentence. Anything unexpected stays unsaid. */
export type ToldError = {
	readonly status: ContentfulStatusCode;
	readonly code: ErrorCode;
	readonly title: string;
	readonly message: string;
	/** What a program needs to go on: the problems by field, both texts of a clash, the version to save against. */
	readonly details?: {
		readonly problems?: readonly InputProblem[];
		readonly clashes?: readonly SaveClash[];
		readonly currentVersion?: number;
	};
};

/** The one place that turns errors into answers. Undefined for the unexpected: log it and tell nothing of it. */
export function tellError(error: unknown): ToldError | undefined {
	if (error instanceof NotFound) {
		return { status: 404, code: "not-found", title: "Not found", message: error.message };
	}
	if (error instanceof NotAllowed) {
		return { status: 403, code: "not-allowed", title: "Not allowed", message: error.message };
	}
	if (error instanceof InvalidInput) {
		const message = error.problems.map((problem) => problem.message).join(" ");
		const details = { problems: error.problems };
		return { status: 422, code: "invalid", title: "Please check what you entered", message, details };
	}
	if (error instanceof Refused) {
		return { status: 409, code: "not-possible-now", title: "Not possible now", message: error.message };
	}
	if (error instanceof StaleSave || error instanceof StaleVersion) {
		const { currentVersion, message } = error;
		const details = { currentVersion, ...(error instanceof StaleSave ? { clashes: error.clashes } : {}) };
		return { status: 409, code: "stale", title: "Somebody else has changed this", message, details };
	}
	if (error instanceof HTTPException && error.status === 403) {
		return {
			status: 403,
			code: "not-same-site",
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
		code: "fault",
		title: "Something went wrong on our side",
		message: `What you sent was not saved. Go back and try again; if it happens again, tell your technician this number: ${number}.`,
	};
}
