import type { Page } from "playwright-core";

/** People of Marlowe County, whose plans no other browser test touches: both may write them. */
export const marlowe = { planner: "Keisha Brandt", director: "Solomon Park" } as const;

/** Starts a plan of Marlowe County for one test and answers the address of its pages: `/plans/<id>`. */
export async function startOwnPlan(page: Page, title: string): Promise<string> {
	const places = (await (await page.request.get("/api/jurisdictions")).json()) as readonly {
		id: string;
		name: string;
	}[];
	const place = places.find(({ name }) => name === "Marlowe County");
	const data = { jurisdictionId: place?.id, editionId: "ca-ccfsr-2004", startsOn: "2030-07-01", title };
	const answer = await page.request.post("/api/plans", { data });
	if (!answer.ok()) throw new Error(`The plan was not started: ${await answer.text()}`);
	return `/plans/${((await answer.json()) as { id: string }).id}`;
}

/** What the plan holds, as a program reads it. */
export async function readPlan(page: Page, plan: string): Promise<string> {
	const answer = await page.request.get(`/api${plan}`);
	if (!answer.ok()) throw new Error(`The plan cannot be read: ${await answer.text()}`);
	return answer.text();
}
