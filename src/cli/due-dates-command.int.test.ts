import { expect, it } from "vitest";
import { runCommand } from "../../test/support/run-command.ts";

const run = (...args: readonly string[]) =>
	runCommand(["due-dates", ...args], {
		environment: {},
		folder: import.meta.dirname,
		clock: () => new Date("2026-11-28T00:00:00Z"),
	});

it("lists what is due for a State in the coming twelve months, and in a year", async () => {
	const { exitCode, printed } = await run("--state", "28");
	expect(exitCode).toBe(0);
	expect(printed).toMatch(/2027-06-30 +APSR +FFY2028/);
	expect(printed).not.toContain("2027-11-28");
	const year = JSON.parse((await run("--state", "06", "--year", "2029", "--json")).printed);
	expect(year).toMatchObject({ from: "2029-01-01", to: "2029-12-31", rulesVersion: "1.1.0" });
	const onJune30 = year.dueDates.filter((each: { on: string }) => each.on === "2029-06-30");
	expect(onJune30.map((each: { ruleId: string }) => each.ruleId)).toContain("cfsp-final-report");
});

it("counts from what happened, and moves weekends as asked", async () => {
	const asked = ["--state", "06", "--from", "2027-01-01", "--to", "2027-03-31"];
	const { printed } = await run(
		...asked,
		...["--event", "nonconformity-notice-received=2026-11-30", "--weekend", "following-monday"],
	);
	expect(printed).toMatch(/2027-03-01 +PIP submission +Notice received on November 30, 2026/);
});

it.each([
	[["--year", "2027"], "Say for which State"],
	[["--state", "28", "--year", "1990"], "from 1995 to 2040"],
	[["--state", "28", "--from", "2027-02-30"], "is no date"],
	[["--state", "28", "--event", "birthday=2027-01-01"], "KIND is one of nonconformity-notice-received"],
	[["--state", "28", "--weekend", "never"], "following-monday"],
	[["--state", "28", "--fiscal-year-start", "13-01"], "for example 07-01"],
	[["--state", "28", "--from", "2027-02-01", "--to", "2027-01-01"], "must not lie before"],
])("says how to mend %j", async (args, words) => {
	const { exitCode, complaint } = await run(...args);
	expect(exitCode).toBe(1);
	expect(complaint).toContain(words);
});
