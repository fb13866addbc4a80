import { JSDOM } from "jsdom";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { getIndicator } from "../../../frameworks/ca-indicators/catalogue.ts";
import { OutcomeTable } from "./outcome-table.tsx";
import { standardInWords } from "./standard-words.ts";

const june = plainDate("2026-06-30");
const place = "00000000-0000-4000-8000-000000000001";
const component = "00000000-0000-4000-8000-000000000002";

test("a row says figure, period, standard, verdict in words, and links only plans that the reader may see", () => {
	const indicator = getIndicator("cfsr2", "C1.4");
	const latest = {
		id: place,
		loadId: place,
		jurisdictionId: place,
		indicator: indicator.code,
		vintage: indicator.vintage,
		populationGroup: "probation" as const,
		periodStart: plainDate("2025-07-01"),
		periodEnd: june,
		numerator: 9,
		denominator: 60,
		value: 15,
		source: "CCWIP",
		dataAsOf: plainDate("2026-07-01"),
	};
	const focusArea = {
		id: component,
		version: 1,
		jurisdictionId: place,
		position: 1,
		subjectKind: "indicator" as const,
		codes: ["C1.4"],
		label: "Re-entry",
		origin: "self-assessment" as const,
		probationConsidered: "yes" as const,
		probationReason: "",
	};
	const html = renderToStaticMarkup(
		<OutcomeTable
			jurisdictionId={place}
			label="Outcomes"
			empty={{ text: "" }}
			plans={[{ id: "seen", name: "Plan <1>" }]}
			rows={[
				{
					series: {
						jurisdictionId: place,
						indicator,
						populationGroup: "probation",
						observations: [latest],
						latest,
						judgement: { verdict: "below", reason: "" },
					},
					findings: [],
					components: ["seen", "hidden"].map((documentId) => ({ ...focusArea, documentId })),
				},
			]}
		/>,
	);
	const { document } = new JSDOM(html).window;
	const cells = [...document.querySelectorAll("tbody tr > *")];
	expect(cells[1]?.textContent).toBe("15.0%12 months ending June 30, 2026, probation");
	expect(cells[3]?.textContent).toBe("Falls short");
	expect(cells[4]?.textContent).toBe("–");
	expect([...(cells[5]?.querySelectorAll("a") ?? [])].map((each) => each.textContent)).toEqual(["Plan <1>"]);
	expect(cells.map((each) => each.getAttribute("data-label"))).toContain("How it stands");
});

test("a standard says which side is better, and never for national performance", () => {
	expect(standardInWords(getIndicator("cfsr2", "C4.1"), june)).toBe("86.0% or more (national standard)");
	expect(standardInWords(getIndicator("cfsr4", "4-P1"), june)).toMatch(/^[\d.]+% \(national performance/);
	expect(standardInWords(getIndicator("state-current", "2B"), june)).toBe("–");
});
