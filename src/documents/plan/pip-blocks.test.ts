import { expect, test } from "vitest";
import { listEditions } from "../../frameworks/editions.ts";
import { pipProgressBlocks } from "./pip-blocks.ts";

const edition = listEditions().find(({ improvement }) => improvement?.type === "home-for-every-child");
const pip = {
	...{ id: "pip", title: "Halcyon Program Improvement Plan", editionId: edition?.id, cycleId: "cycle" },
	...{ state: "accepted", updateOf: null, acceptedOn: "2026-10-01" },
};
const none = { determinations: [], clockEvents: [], workSteps: [], addresses: [], results: [], items: [] };

/** The yearly report of a State whose plan has one goal with two key activities, the first of them taken out. */
const printing = {
	graph: {
		document: { id: "report", updateOf: "cfsp", submittedOn: null },
		improvement: {
			...{ ...none, documents: [pip], terms: [{ documentId: "pip" }] },
			cycles: [{ id: "cycle", startsOn: "2026-10-01", endsOn: "2028-09-30" }],
			areas: [{ id: "area", documentId: "pip", position: 1 }],
			uses: [{ id: "use", documentId: "pip", focusAreaId: "area", goalId: "goal", position: 1 }],
			goals: [{ id: "goal", cycleId: "cycle", statement: "Children are seen in time." }],
			strategies: [{ id: "strategy", goalId: "goal", position: 1, statement: "Night desks." }],
			milestones: [{ id: "m2", strategyId: "strategy", position: 2, statement: "Desk opened.", status: "in-progress" }],
			renegotiations: [
				{
					...{ id: "asked", documentId: "pip", partId: "m1", field: "takenOut", answer: "agreed" },
					...{ answeredOn: "2026-12-01", reason: "The budget was cut." },
				},
			],
			renegotiatedParts: [
				{
					...{ documentId: "pip", renegotiationId: "asked", partId: "m1", parentId: "strategy", place: 1 },
					...{ number: "1.1.1", statement: "Screeners hired." },
				},
			],
			ratios: [
				{
					documentId: "pip",
					code: "home-to-child",
					source: "Licensing system",
					month: "2026-12-01",
					numerator: 2310,
					denominator: 4022,
				},
			],
			...{ objectives: [], baselines: [], targets: [] },
		},
	},
} as never;

test("INT-09: the yearly report numbers key activities as the plan does, tells what was taken out, and prints the ratio by month (INT-11)", () => {
	const text = JSON.stringify(pipProgressBlocks(printing));
	expect(text).toMatch(
		/"1\.1\.2".*Desk opened\..*"1\.1\.1".*Screeners hired\..*Taken out by agreement on December 1, 2026/,
	);
	expect(text).toMatch(/12\/2026.*2,310.*4,022.*0\.57/);
});
