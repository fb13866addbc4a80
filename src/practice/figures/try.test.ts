import { test } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { listQuarterEnds, newestQuarterEnd } from "../calendar/quarters.ts";
import { countyKeys } from "../data/places.ts";
import { makeSeries, quarterCount } from "./make-series.ts";
import { makeRosters } from "../people/roster.ts";
test("show", () => {
	const ends = listQuarterEnds(newestQuarterEnd(plainDate("2026-11-21")), quarterCount);
	console.log(ends.join(" "));
	for (const c of countyKeys) {
		const s = makeSeries(1, c, ends);
		console.log(c, s.length);
		for (const code of ["1A", "1C", "2B", "3B", "3D", "3E", "3F", "8A", "4E"]) {
			console.log(code, s.filter((f) => f.code === code && f.group === "all" && (f.quarter % 3 === 1)).map((f) => `${((100 * f.numerator) / f.denominator).toFixed(2)} (${f.numerator}/${f.denominator})`).join("  "));
		}
		console.log("3F prob", s.filter((f) => f.code === "3F" && f.group === "probation" && (f.quarter % 4 === 3)).map((f) => `${f.numerator}/${f.denominator}`).join(" "));
	}
	console.log(JSON.stringify(makeRosters(1).alder));
});
