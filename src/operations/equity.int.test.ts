import { afterAll, beforeAll, expect, test } from "vitest";
import { keepSampleRun } from "../../test/support/keep-sample-run.ts";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../../test/support/test-storage.ts";
import { toPlainTextLines } from "../documents/neutral/plain-text.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import type { Actor } from "../domain/people/may.ts";
import { onlyInOwnPlace, permissionsOf, Role } from "../domain/people/roles.ts";
import { getEquity } from "./get-equity.ts";
import { getPaper } from "./get-paper.ts";
import { perform } from "./operation.ts";
import { startPlan } from "./start-plan.ts";

let storage: TestStorage;
let state: string;
let county: string;
let statePlanner: Actor;
let statePartner: Actor;
let countyPlanner: Actor;

beforeAll(async () => {
	storage = await openTestStorage();
	state = await addPlace(storage, { kind: "state", code: "99", name: "State of Halcyon" });
	county = await addPlace(storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	await addPlace(storage, { kind: "county", code: "99003", name: "Birch County", parentId: state });
	statePlanner = await addActor(storage, state, "state-planner");
	statePartner = await addActor(storage, state, "partner");
	countyPlanner = await addActor(storage, county, "county-planner");
	// Of Alder County's children 7 Asian ones went home in time: too few to be shown, and so is what would give them away.
	await keepSampleRun(storage.performer, state, {
		groups: [
			{ county: "99001", raceEthnicity: "White", numerator: 120, denominator: 200 },
			{ county: "99001", raceEthnicity: "Black or African American", sex: "male", numerator: 60, denominator: 200 },
			{ county: "99001", raceEthnicity: "Asian", sex: "male", numerator: 7, denominator: 50 },
			{ county: "99001", raceEthnicity: "Hispanic (of any race)", numerator: 88, denominator: 160 },
			{ county: "99003", raceEthnicity: "White", numerator: 80, denominator: 140 },
		],
	});
});
afterAll(() => storage.end());

async function paperOf(actor: Actor, documentId: string): Promise<string> {
	const { paper } = await perform(storage.performer, getPaper, actor, { documentId });
	return toPlainTextLines(paper).join("\n");
}

const equityPart = (text: string) =>
	text.split("\n").filter((line) => /^(All children|Race and|Age: |Sex: )/.test(line));

test("F1, F2: every measure has its groups, masked for whoever asks, each with its ratio in one sentence", async () => {
	const seen = await Promise.all(
		[statePlanner, statePartner].map((actor) =>
			perform(storage.performer, getEquity, actor, { jurisdictionId: state }),
		),
	);
	expect(seen[0]).toEqual(seen[1]);
	const [measure] = seen[0]?.measures ?? [];
	expect([measure?.code, measure?.unit, measure?.total?.numerator]).toEqual(["P1", "percent", 355]);
	const byRace = measure?.tables.find(({ by }) => by === "raceEthnicity");
	expect(byRace?.reference).toBe("White");
	// 88 of 160 over 200 of 340; of the sexes 67 of 250 over 288 of 500.
	const hispanic = byRace?.rows.find(({ group }) => group.startsWith("Hispanic"));
	expect(hispanic?.index?.estimate).toBeCloseTo(0.935, 5);
	expect(hispanic?.says).toBe("not-enough");
	const bySex = measure?.tables.find(({ by }) => by === "sex");
	expect(bySex?.rows.map(({ group, says }) => [group, says])).toEqual([
		["female", "reference"],
		["male", "lower"],
	]);
	const asian = byRace?.rows.find(({ group }) => group === "Asian");
	expect([asian?.numerator, asian?.value, asian?.says]).toEqual([null, null, "masked"]);
	const masked = byRace?.rows.filter(({ numerator }) => numerator === null).map(({ group }) => group);
	expect(masked).toEqual(["Asian", "Black or African American"]);
});

test("F1: a State's and a county's document print the same masked table for every reader", async () => {
	const startsOn = plainDate("2024-10-01");
	const federal = { jurisdictionId: state, editionId: "us-cfsp-2025-2029", startsOn };
	const { id } = await perform(storage.performer, startPlan, statePlanner, federal);
	const text = await paperOf(statePlanner, id);
	expect(text).toContain("Permanency in 12 months");
	expect(text).toContain("Race and Hispanic origin: Black or African American");
	expect(text).toContain(
		"0.47 times female (95 percent interval 0.37 to 0.58): lower than chance alone would make it.",
	);
	expect(text).not.toMatch(/County: |Asian\s+7\b/);
	expect(equityPart(await paperOf(statePartner, id))).toEqual(equityPart(text));

	const improvement = { jurisdictionId: county, editionId: "ca-ccfsr-2013", startsOn };
	const plan = await perform(storage.performer, startPlan, countyPlanner, improvement);
	const own = await paperOf(countyPlanner, plan.id);
	// Girls of Alder County alone: 208 of 360.
	expect(own).toContain("Sex: female\t208\t360\t57.8%");
});

test("whoever reads a plan reads the figures of its place: nobody's paper fails for its tables, and none differs", () => {
	for (const role of Role.options) {
		const permissions = permissionsOf[role];
		if (!permissions.includes("plan.read-draft") && !permissions.includes("plan.read-submitted")) continue;
		expect([role, permissions.includes("figures.read")]).toEqual([role, true]);
		expect([role, onlyInOwnPlace[role]?.includes("figures.read") ?? false]).toEqual([role, false]);
	}
});
