import { describe, test } from "vitest";
import { type FigureStory, walkFigures } from "./forms-figures.ts";
import { type FindingStory, walkFindings } from "./forms-findings.ts";
import { handOf, type Way, ways } from "./forms-hand.ts";
import type { PlanStory } from "./forms-plan-parts.ts";
import { type ReportStory, walkPlanForms, walkReport } from "./forms-plan-steps.ts";

// What the thread (thread-walk.ts) does not need of the forms on figures, findings and plans. Both hands go the same way in
// counties that no other browser test writes to.

type Stories = {
	readonly figures: FigureStory;
	readonly findings: FindingStory;
	readonly plan: PlanStory;
	readonly report: ReportStory;
};

const birch = {
	people: { planner: "Samuel Ito", director: "Paulette Granger" },
	title: "Birch County System Improvement Plan",
	component: "3D Adoption within 24 months",
	finding: "Case review system, with the relationship to the court and the family's part in case planning",
	group: "Labor",
	member: "Birch Public Employees Association",
} as const;
const esperanza = {
	planner: "Beatriz Olmedo",
	title: "Esperanza County System Improvement Plan",
	component: "1A Recurrence of maltreatment",
} as const;

const stories: Readonly<Record<Way, Stories>> = {
	"by keyboard alone": {
		figures: { analyst: "Hiroshi Maeda", place: "Quillan County", numerator: 231 },
		findings: { planner: "Ruth Ellerbee", about: "Rides to visits in winter", indicator: /^2B / },
		plan: {
			...birch,
			words: {
				reason: "It is in the contract already.",
				ownArea: "Visits at weekends",
				affiliation: "Labor, for both agencies",
				setAside: "The association has not named anybody yet.",
				putOff: "The Board wants it in the next plan.",
			},
		},
		report: { ...esperanza, milestone: "1.1.3", status: "Delayed", reason: "Two posts of nurses stand empty." },
	},
	"with script switched off": {
		figures: { analyst: "Hiroshi Maeda", place: "Quillan County", numerator: 232 },
		findings: { planner: "Ruth Ellerbee", about: "Rides to visits in summer", indicator: /^2B / },
		plan: {
			...birch,
			words: {
				reason: "The contract says the same.",
				ownArea: "Visits in the evening",
				affiliation: "Labor, all units",
				setAside: "The association elects its people in June.",
				putOff: "It waits for the new court calendar.",
			},
		},
		report: { ...esperanza, milestone: "1.1.2", status: "Dropped", reason: "The clinic sends its own nurses now." },
	},
};

describe.each(ways)("%s", (way) => {
	const open = handOf(way);

	test("figures are loaded for a chosen place, and what is wrong with a file is fetched", async () => {
		await walkFigures(stories[way].figures, open);
	});

	test("findings of one's own are written down, dismissed, and confirmed on a figure", async () => {
		await walkFindings(stories[way].findings, open);
	});

	test("a plan is reopened, changed in every part, submitted, recalled and compared", async () => {
		await walkPlanForms(stories[way].plan, open);
	});

	test("a milestone of an accepted plan is reported late or given up", async () => {
		await walkReport(stories[way].report, open);
	});
});
