import { expect } from "vitest";
import type { ApiAnswer, Caller } from "./test-api.ts";

export type Fields = Readonly<Record<string, unknown>>;
export const body = (answer: ApiAnswer) => answer.json as Fields;

/** Calls and expects 200. */
export async function done(caller: Caller, method: string, path: string, input?: unknown): Promise<Fields> {
	const answer = await caller.call(method, path, input);
	expect({ path, status: answer.status, json: answer.status === 200 ? "" : answer.json }).toEqual({
		path,
		status: 200,
		json: "",
	});
	return body(answer);
}

/** A file with two figures of one indicator. */
export const figures = [
	"indicator,vintage,period start,period end,numerator,denominator,group,source,data as of",
	"3F,ccfsr-2004,2024-04-01,2025-03-31,31,275,all,County extract,2025-07-01",
	"3F,ccfsr-2004,2025-04-01,2026-03-31,29,251,all,County extract,2026-06-01",
].join("\n");

/** The same, as a form hands it in for a county. */
export function figureForm(jurisdictionId: string, text = figures, name = "figures.csv"): FormData {
	const form = new FormData();
	form.set("file", new File([text], name));
	form.set("jurisdictionId", jurisdictionId);
	return form;
}
