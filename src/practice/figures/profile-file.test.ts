import { expect, it } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { getNationalPerformance } from "../../frameworks/us-cfsr/national-performance.ts";
import { readProfile } from "../../indicators/profile/read-profile.ts";
import { practicePlaces } from "../data/places.ts";
import { makeProfileFile } from "./profile-file.ts";

const options = {
	state: practicePlaces.halcyon,
	national: getNationalPerformance("round-4"),
	release: null,
	compareAtDisplayPrecision: "yes",
} as const;

it.each([
	["2026-07-10", "2026-02", "25A25B"],
	["2026-11-20", "2026-08", "25B26A"],
	["2027-01-20", "2026-08", "25B26A"],
])("on %s the newest profile is %s, read without a problem, up to %s", (today, release, newest) => {
	for (const seed of [1, 2, 3]) {
		const file = makeProfileFile(seed, plainDate(today));
		const reading = readProfile(file, options);
		if (!reading.taken) throw new Error(JSON.stringify(reading.problems));
		expect(reading.problems).toEqual([]);
		expect(new Set(reading.results.map(({ profile }) => profile))).toEqual(new Set([release]));
		expect(reading.results).toHaveLength(24);
		expect(reading.results.map(({ period }) => period)).toContain(newest);
		expect(new Set(reading.results.map(({ status }) => status))).toContain("not-calculated");
		expect(file.day < today).toBe(true);
	}
	expect(makeProfileFile(1, plainDate(today))).toEqual(makeProfileFile(1, plainDate(today)));
});
