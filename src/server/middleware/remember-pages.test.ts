import { Hono } from "hono";
import { expect, test } from "vitest";
import type { AppEnvironment } from "../app-environment.ts";
import { rememberPages } from "./remember-pages.ts";

const now = new Date("2026-06-29T21:00:00Z");

/** An application whose pages take a moment, and count how often each was made. */
function makeSite() {
	const made: string[] = [];
	const site = { mark: "1", person: "planner", status: 200, finish: "", made };
	const app = new Hono<AppEnvironment>();
	app.use(async (context, next) => {
		const person = { personId: site.person, changeMark: site.mark };
		context.set("visit", { person, endsAt: now } as AppEnvironment["Variables"]["visit"]);
		context.set("frame", { notice: context.req.query("notice") } as AppEnvironment["Variables"]["frame"]);
		await next();
	});
	app.use(
		rememberPages({
			clock: () => now,
			isNever: (path) => path.startsWith("/account"),
			finish: async (_visit, page) => new Uint8Array(Buffer.concat([page, Buffer.from(site.finish)])),
		}),
	);
	app.get("/file.csv", (context) => {
		made.push(context.req.path);
		return context.text("a,b");
	});
	app.all("*", async (context) => {
		made.push(context.req.path);
		await new Promise((resolve) => setTimeout(resolve, 5));
		if (site.status !== 200) return context.html("refused", 403);
		return context.html(`page ${made.length} of ${site.person}`);
	});
	const ask = async (path: string) => (await app.request(path)).text();
	return { ...site, site, ask, app };
}

test("a page is made once for all who ask while it is being made, and after", async () => {
	const { ask, made } = makeSite();
	const pages = await Promise.all(Array.from({ length: 50 }, () => ask("/plans/1")));
	expect(new Set(pages)).toEqual(new Set(["page 1 of planner"]));
	expect(await ask("/plans/1")).toBe("page 1 of planner");
	expect(made).toEqual(["/plans/1"]);
});

test("a write, another person and another address each make it anew", async () => {
	const { ask, site } = makeSite();
	expect(await ask("/plans/1")).toBe("page 1 of planner");
	site.mark = "2";
	expect(await ask("/plans/1")).toBe("page 2 of planner");
	site.person = "director";
	expect(await ask("/plans/1")).toBe("page 3 of director");
	expect(await ask("/plans/1?all=yes")).toBe("page 4 of director");
	expect(await ask("/plans/1")).toBe("page 3 of director");
});

test("a refusal, a file, a page with a notice and an address that is never kept are answered each by themselves", async () => {
	const { ask, site, made, app } = makeSite();
	site.status = 403;
	expect(await Promise.all([ask("/plans/1"), ask("/plans/1")])).toEqual(["refused", "refused"]);
	site.status = 200;
	expect(await ask("/plans/1")).toBe("page 3 of planner");
	await Promise.all([ask("/file.csv"), ask("/file.csv")]);
	await Promise.all([ask("/account"), ask("/account")]);
	await Promise.all([ask("/plans/2?notice=Saved."), ask("/plans/2?notice=Saved.")]);
	await app.request("/plans/1", { method: "POST" });
	expect(made.slice(3)).toEqual([
		...["/file.csv", "/file.csv", "/account", "/account", "/plans/2", "/plans/2", "/plans/1"],
	]);
});

test("what comes and goes by the minute is put into each answer, made or remembered or with a notice", async () => {
	const { ask, site, made } = makeSite();
	site.finish = ", Ada is here";
	expect(await ask("/plans/1")).toBe("page 1 of planner, Ada is here");
	site.finish = ", nobody else is here";
	expect(await ask("/plans/1")).toBe("page 1 of planner, nobody else is here");
	expect(await ask("/plans/1?notice=Saved.")).toBe("page 2 of planner, nobody else is here");
	expect(made).toHaveLength(2);
});
