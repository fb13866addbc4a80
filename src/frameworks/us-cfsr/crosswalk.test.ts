import { describe, expect, test } from "vitest";
import { areaOfSubject } from "../../domain/finding/evidence-area.ts";
import { findIndicator, listIndicators } from "../ca-indicators/catalogue.ts";
import { usCfsp20252029 } from "../us-cfsp/2025-2029/edition.ts";
import { crosswalkVintage, evidenceAreas } from "./crosswalk.ts";

describe("the crosswalk of the federal review", () => {
	test("has 7 outcomes and 7 factors, and each of the 36 items once", () => {
		expect(evidenceAreas.filter(({ kind }) => kind === "outcome")).toHaveLength(7);
		const factors = evidenceAreas.filter(({ kind }) => kind === "systemic-factor");
		expect(factors.map(({ id }) => id)).toEqual(usCfsp20252029.systemicFactors.map(({ id }) => id));
		const items = evidenceAreas.flatMap((each) => each.items).toSorted((a, b) => a - b);
		expect(items).toEqual(Array.from({ length: 36 }, (_, index) => index + 1));
	});

	test("places every statewide data indicator in one outcome, under the code of the catalogue", () => {
		const codes = evidenceAreas.flatMap(({ indicators }) => indicators);
		expect(codes.toSorted()).toEqual(
			listIndicators(crosswalkVintage)
				.map(({ code }) => code)
				.toSorted(),
		);
		for (const code of codes) expect(findIndicator(crosswalkVintage, code)?.code).toBe(code);
	});

	test("names only sections that the CFSP's outline has", () => {
		const known = new Set(usCfsp20252029.sections.map(({ item }) => item));
		const named = evidenceAreas.flatMap(({ sections }) => sections).filter((each) => each.startsWith("C"));
		for (const each of named) expect(known).toContain(each);
	});

	test("a finding on an indicator, a factor or an outcome has its area; anything else has none", () => {
		const area = (subjectKind: "indicator" | "systemic-factor" | "other", code: string) =>
			areaOfSubject(evidenceAreas, { subjectKind, codes: [code] })?.id;
		expect(area("indicator", "4-P3")).toBe("P1");
		expect(area("systemic-factor", "qa")).toBe("qa");
		expect(area("other", "WB2")).toBe("WB2");
		expect(area("other", "4-P3")).toBeUndefined();
		expect(area("indicator", "2B")).toBeUndefined();
	});
});
