import type { FieldProblem } from "./field-messages.ts";
import { namesToSend, valuesOf } from "./form-fields.ts";
import type { SaveOutcome } from "./save-state.ts";

/** What the server says to a save. All fields but the outcome are there only where they apply. */
export type SaveAnswer = {
	readonly outcome: SaveOutcome;
	readonly savedAt?: string;
	readonly versions?: Readonly<Record<string, number>>;
	/** Values that the server has filled in. */
	readonly values?: Readonly<Record<string, string>>;
	/** Parts of the page that the server has worked out anew, as HTML by the ids of their elements. */
	readonly parts?: Readonly<Record<string, string>>;
	readonly problems?: readonly FieldProblem[];
	readonly clashes?: readonly { readonly field: string; readonly html: string }[];
	readonly alertHtml?: string;
	readonly message?: string;
	readonly sessionEnds?: string;
};

const byStatus: Readonly<Record<number, SaveOutcome>> = { 200: "saved", 401: "signed-out", 422: "invalid" };

/** Sends a form in the background. Answers what became of it and never throws: no connection is an answer too. */
export async function sendForm(
	form: HTMLFormElement,
	touched: Iterable<string> | undefined,
	keepalive: boolean,
): Promise<SaveAnswer> {
	const names = touched && namesToSend(touched);
	const hidden = new Set([...form.querySelectorAll<HTMLInputElement>("input[type=hidden]")].map((each) => each.name));
	const body = new URLSearchParams();
	for (const [name, value] of valuesOf(form))
		if (!names || names.has(name) || hidden.has(name)) body.append(name, value);
	// Browsers send at most 64 KB after the page has gone.
	const last = keepalive && body.toString().length < 60_000;
	try {
		const response = await fetch(form.action, {
			method: "POST",
			headers: { Accept: "application/json" },
			body,
			keepalive: last,
			credentials: "same-origin",
		});
		return outcomeOf(response.status, await response.json());
	} catch {
		return { outcome: "offline" };
	}
}

function outcomeOf(status: number, answer: Omit<SaveAnswer, "outcome">): SaveAnswer {
	const isClash = status === 409 && (answer.clashes?.length ?? 0) > 0;
	const outcome = byStatus[status] ?? (isClash ? "clash" : status >= 500 ? "fault" : "refused");
	return { ...answer, outcome };
}
