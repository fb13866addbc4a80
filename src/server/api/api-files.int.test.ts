import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { done, figureForm, figures } from "../../../test/support/api-calls.ts";
import { type Caller, openTestApi, type TestApi } from "../../../test/support/test-api.ts";

let api: TestApi;
let planner: Caller;
let reviewer: Caller;

beforeAll(async () => {
	api = await openTestApi();
	planner = await api.signIn("county-planner");
	reviewer = await api.signIn("state-analyst", api.state);
});
afterAll(async () => {
	expect(api.faults.filter((line) => line.startsWith("Error"))).toEqual([]);
	await api.end();
});

describe("files", () => {
	it("are taken whole, once, or refused with their problems", async () => {
		expect(await done(planner, "POST", "/figure-loads", figureForm(api.county))).toMatchObject({ result: "taken" });
		expect(await planner.call("POST", "/figure-loads", figureForm(api.county))).toMatchObject({
			status: 200,
			json: { result: "same-file" },
		});
		const bad = figures.replace("2026-03-31", "2026-02-31");
		expect(await planner.call("POST", "/figure-loads", figureForm(api.county, bad))).toMatchObject({
			status: 422,
			json: { result: "refused", problems: [{ place: { row: 3 }, message: /2026-02-31/ }] },
		});
		expect(await planner.call("POST", "/figure-loads", new FormData())).toMatchObject({
			status: 422,
			json: { error: "invalid", problems: [{ field: "file" }] },
		});
		const notAForm = await planner.call("POST", "/figure-loads", "x", {
			"content-type": "multipart/form-data; boundary=b",
		});
		expect(notAForm).toMatchObject({ status: 422, json: { error: "invalid", message: /could not be read/ } });
		expect(await reviewer.call("POST", "/figure-loads", figureForm(api.county))).toMatchObject({ status: 403 });
	});

	it("are refused above 25 MB", async () => {
		const large = figureForm(api.county, "x".repeat(27 * 1024 * 1024));
		const answer = await planner.call("POST", "/figure-loads", large);
		expect(answer).toMatchObject({ status: 413, json: { error: "too-large", message: /25 MB/ } });
	});
});

describe("requests from another site", () => {
	const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };

	it("are refused where a browser sends them without asking", async () => {
		const before = await done(planner, "GET", "/figure-loads");
		const form = await planner.call("POST", "/figure-loads", figureForm(api.county, figures.replace("29", "28")), evil);
		expect(form).toMatchObject({ status: 403, json: { error: "not-same-site" } });
		const text = JSON.stringify({ jurisdictionId: api.county, editionId: "ca-ccfsr-2004", startsOn: "2028-07-01" });
		for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
			const answer = await planner.call("POST", "/plans", text, { ...evil, "content-type": type });
			expect(answer, type).toMatchObject({ status: 403, json: { error: "not-same-site" } });
		}
		expect(await done(planner, "GET", "/figure-loads")).toEqual(before);
	});

	it("get no leave to be sent with JSON", async () => {
		const asked = await api.request("/api/plans", {
			method: "OPTIONS",
			headers: { ...evil, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
		});
		expect(asked.headers.get("access-control-allow-origin")).toBeNull();
	});
});
