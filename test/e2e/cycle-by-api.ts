import type { Page } from "playwright-core";
import type { Does } from "../support/write-plan.ts";

/** Does operations over the API as the person who is signed in on this page: what a test does not look at, done fast. */
export function doesByApi(page: Page): Does {
	return async (operation, input) => {
		const fields: Record<string, unknown> = { ...(input as Record<string, unknown>) };
		const { method, path } = operation.http;
		const address = path.replace(/\{(\w+)\}/gu, (_, name: string) => {
			const value = encodeURIComponent(String(fields[name]));
			delete fields[name];
			return value;
		});
		const query = new URLSearchParams(
			Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]),
		);
		const answer =
			method === "get"
				? await page.request.get(`/api${address}?${query}`)
				: await page.request.post(`/api${address}`, { data: fields });
		if (!answer.ok()) throw new Error(`${operation.name} answers ${answer.status()}: ${await answer.text()}`);
		return answer.json();
	};
}

/** The plan whose page is open. */
export function documentIdOn(page: Page): string {
	const id = /\/plans\/([0-9a-f-]{36})/u.exec(page.url())?.[1];
	if (id === undefined) throw new Error(`The page ${page.url()} is of no plan.`);
	return id;
}
