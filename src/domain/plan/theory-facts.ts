import { z } from "zod";

const text = (max: number) => z.string().max(max);

/** Steps that came later, without what stands there for older facts. */
export const laterTheorySteps = {
	/** The figures, reviews and voices that show that the root cause is one. */
	rootCauseData: text(4000),
	/** What could be done, one line each: written before choices were weighed one by one (`WeighedOption`). */
	options: z.array(text(500).min(1)).max(8),
	/** Which of the choices was taken, and why not the others. */
	choice: text(4000),
	/** What is watched, how often and by whom, and what would make the plan change. */
	monitoring: text(4000),
	/** What was learned, and what was changed, kept or ended for it. */
	adjustment: text(4000),
};

/**
 * Why a goal should be reached: the problem, its root cause, the chain of "if this is done, then that follows", and what must hold
 * for it (design 3.3, rationale; Change and Implementation in Practice).
 */
export const TheoryOfChange = z.object({
	jurisdictionId: z.uuid(),
	goalId: z.uuid(),
	problem: text(4000),
	rootCause: text(4000),
	/** Of whom: the children and families that it is about. */
	population: text(2000),
	/** One link of the chain each, in order: what is done or has followed. The last is the goal. */
	chain: z.array(text(500).min(1)).max(12),
	assumptions: text(4000),
	rootCauseData: laterTheorySteps.rootCauseData.default(""),
	options: laterTheorySteps.options.default([]),
	choice: laterTheorySteps.choice.default(""),
	monitoring: laterTheorySteps.monitoring.default(""),
	adjustment: laterTheorySteps.adjustment.default(""),
});
export type TheoryOfChange = z.infer<typeof TheoryOfChange>;

/** How far an intervention has come (stages of implementation). */
export const ImplementationStage = z.enum(["exploration", "installation", "initial", "full", "sustained"]);
export type ImplementationStage = z.infer<typeof ImplementationStage>;

/** How well it is known to work, in the words of the Title IV-E Prevention Services Clearinghouse. */
export const EvidenceRating = z.enum(["not-rated", "does-not-meet", "promising", "supported", "well-supported"]);
export type EvidenceRating = z.infer<typeof EvidenceRating>;

/** What each kind of support is called, by the field that holds it. */
export const supportWords = {
	trainingNeed: "Training",
	assistanceNeed: "Technical assistance",
	policyNeed: "Policy",
	dataNeed: "Data and information system",
	workforceNeed: "Workforce",
	moneyNeed: "Money",
} as const;
export const supportKinds = Object.keys(supportWords) as readonly (keyof typeof supportWords)[];

/** The five sides of capacity: what a strategy leans on where it is put into practice. */
export const capacityWords = {
	resources: "Resources: money, staff, time, materials",
	infrastructure: "Infrastructure: policy, procedure, information system, quality assurance",
	knowledge: "Knowledge and skills of those who do it",
	culture: "Culture and climate: are people willing, and do leaders stand behind it",
	engagement: "Engagement and partnership: families, young people, Tribes, courts, providers",
} as const;
export type CapacitySide = keyof typeof capacityWords;
export const capacitySides = Object.keys(capacityWords) as readonly CapacitySide[];

/** Whether what is needed is there. */
export const CapacityStanding = z.enum(["not-looked-at", "missing", "in-part", "in-place"]);
export type CapacityStanding = z.infer<typeof CapacityStanding>;

export const capacityStandingWords: Readonly<Record<CapacityStanding, string>> = {
	"not-looked-at": "Not looked at",
	missing: "Missing",
	"in-part": "In part",
	"in-place": "In place",
};

/** Readiness and capacity, without what stands there for older facts. */
export const laterInterventionSteps = {
	/** Who is ready to begin and what must be there first. */
	readiness: text(4000),
	resourcesStanding: CapacityStanding,
	resourcesNote: text(1000),
	infrastructureStanding: CapacityStanding,
	infrastructureNote: text(1000),
	knowledgeStanding: CapacityStanding,
	knowledgeNote: text(1000),
	cultureStanding: CapacityStanding,
	cultureNote: text(1000),
	engagementStanding: CapacityStanding,
	engagementNote: text(1000),
};

const notLookedAt = CapacityStanding.default("not-looked-at");
const noNote = text(1000).default("");

/** What an intervention (strategy) needs to be put into practice as it was meant. */
export const Intervention = z.object({
	jurisdictionId: z.uuid(),
	strategyId: z.uuid(),
	/** For whom, and where. */
	reach: text(2000),
	evidenceRating: EvidenceRating,
	/** How it was chosen. */
	selection: text(4000),
	stage: ImplementationStage,
	/** How it is seen whether it is done as meant. */
	fidelity: text(4000),
	/** What it needs of each kind of support; empty where nothing is needed. */
	trainingNeed: text(2000),
	assistanceNeed: text(2000),
	policyNeed: text(2000),
	dataNeed: text(2000),
	workforceNeed: text(2000),
	moneyNeed: text(2000),
	readiness: laterInterventionSteps.readiness.default(""),
	...{ resourcesStanding: notLookedAt, resourcesNote: noNote },
	...{ infrastructureStanding: notLookedAt, infrastructureNote: noNote },
	...{ knowledgeStanding: notLookedAt, knowledgeNote: noNote },
	...{ cultureStanding: notLookedAt, cultureNote: noNote },
	...{ engagementStanding: notLookedAt, engagementNote: noNote },
});
export type Intervention = z.infer<typeof Intervention>;

export const stageWords: Readonly<Record<ImplementationStage, string>> = {
	exploration: "Exploration",
	installation: "Installation",
	initial: "Initial implementation",
	full: "Full implementation",
	sustained: "Sustained",
};

export const evidenceRatingWords: Readonly<Record<EvidenceRating, string>> = {
	"not-rated": "Not rated",
	"does-not-meet": "Does not meet criteria",
	promising: "Promising",
	supported: "Supported",
	"well-supported": "Well supported",
};

/** The chain as sentences: "If caseworkers are trained, then visits are planned." */
export function chainSentences(chain: readonly string[]): readonly string[] {
	return chain.slice(1).map((then, index) => `If ${asClause(chain[index] ?? "")}, then ${asClause(then)}.`);
}

function asClause(text: string): string {
	const plain = text.trim().replace(/[.;,]+$/, "");
	// A name or an abbreviation keeps its capital: "ICWA is ...".
	return /^[A-Z][a-z]*\s/.test(plain) && !/^(I|[A-Z]\.)\s/.test(plain)
		? plain[0]?.toLowerCase() + plain.slice(1)
		: plain;
}

/** The guided steps of a theory of change, in the order in which they are worked out. Each is saved on its own. */
export const theorySteps = ["problem", "root-cause", "options", "chain", "monitoring"] as const;
export type TheoryStep = (typeof theorySteps)[number];
