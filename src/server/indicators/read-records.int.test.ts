import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { alderCode, type CountingState, openCountingState } from "../../../test/support/counting-state.ts";
import type { TestStorage } from "../../../test/support/test-storage.ts";
import type { Actor } from "../../domain/people/may.ts";
import { NotAllowed, Refused } from "../../operations/errors.ts";
import { getIndicatorTable } from "../../operations/get-indicator-table.ts";
import { listCaseLooks } from "../../operations/list-case-looks.ts";
import { perform } from "../../operations/operation.ts";
import { type CountingServices, countIndicators } from "./count-indicators.ts";
import { listIndicatorRecords, streamIndicatorRecords } from "./read-records.ts";

let counting: CountingState;
let storage: TestStorage;
let services: CountingServices;
let state: string;
let alder: string;
let alderAnalyst: Actor;
let birchAnalyst: Actor;
let stateAnalyst: Actor;
let alderCases: Actor;
let administrator: Actor;

beforeAll(async () => {
	counting = await openCountingState({ first: 2023, last: 2024 });
	({ storage, services } = counting);
	({ state, alder } = counting.places);
	({ alderAnalyst, birchAnalyst, stateAnalyst, alderCases, administrator } = counting.people);
	await countIndicators(services, state);
}, 120_000);
afterAll(() => counting.end());

const window = "23A23B";

describe("the records behind a number", () => {
	it("add up to it, each with a reason and a rule, and the look is written down", async () => {
		const asked = { jurisdictionId: alder, indicator: "P2" as const, window, limit: 500 };
		const list = await listIndicatorRecords(services, alderCases, asked);
		const table = await perform(storage.performer, getIndicatorTable, alderCases, asked);
		expect(list.records).toHaveLength(list.total);
		const sum = (field: "numerator" | "denominator") => list.records.reduce((total, each) => total + each[field], 0);
		expect(table.total).toMatchObject({ numerator: sum("numerator"), denominator: sum("denominator") });
		expect(list.records.every(({ words, rule }) => /rule P2-\d+$/.test(words) && rule.startsWith("P2-"))).toBe(true);
		expect(list.records.some(({ outcome }) => outcome === "left-out")).toBe(true);
		expect(new Set(list.records.map(({ group }) => group.county))).toEqual(new Set([alderCode]));
		const achieved = await listIndicatorRecords(services, alderCases, { ...asked, outcome: "numerator", limit: 2 });
		expect(achieved.total).toBe(sum("numerator"));
		expect(achieved.records).toHaveLength(2);

		const lines: string[] = [];
		for await (const piece of streamIndicatorRecords(services, alderCases, asked)) lines.push(...piece.split("\r\n"));
		expect(lines.filter((line) => line !== "")).toHaveLength(list.total + 1);

		const looks = await perform(storage.performer, listCaseLooks, administrator, { jurisdictionId: alder });
		expect(looks.map(({ personName, indicator, asked: what }) => [personName, indicator, what.format]).sort()).toEqual([
			["Case-level data reader", "P2", "csv"],
			["Case-level data reader", "P2", "json"],
			["Case-level data reader", "P2", "json"],
		]);
	}, 60_000);

	it("are refused without the grant, for another place, and for what was not counted", async () => {
		const asked = { jurisdictionId: alder, indicator: "P1" as const, window };
		for (const person of [alderAnalyst, stateAnalyst, birchAnalyst, administrator]) {
			await expect(listIndicatorRecords(services, person, asked)).rejects.toThrow(NotAllowed);
		}
		await expect(listIndicatorRecords(services, alderCases, { ...asked, jurisdictionId: state })).rejects.toThrow(
			NotAllowed,
		);
		await expect(
			listIndicatorRecords(services, alderCases, { ...asked, window: "23B24A", indicator: "S1" }),
		).rejects.toThrow(Refused);
	});
});
