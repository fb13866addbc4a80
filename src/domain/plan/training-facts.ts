import { z } from "zod";

const text = (max: number) => z.string().trim().max(max);

/** The federal share of title IV-E training cost: 75 percent, the 50 percent of administration, or none. */
export const TrainingMatch = z.enum(["not-said", "75", "50", "none"]);
export type TrainingMatch = z.infer<typeof TrainingMatch>;

export const trainingMatchWords: Readonly<Record<TrainingMatch, string>> = {
	"not-said": "Not said yet",
	"75": "75 percent",
	"50": "50 percent, as administration",
	none: "None: no title IV-E funds",
};

/** One course of a State's training plan, as its title IV-E part lists them (45 CFR 1356.60, 1357.15(t)). */
export const TrainingCourse = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	title: text(300),
	description: text(4000),
	audience: text(500),
	/** The setting or venue: a classroom, a university, online, on the job. */
	setting: text(300),
	provider: text(300),
	/** Short or long term, part or full time, in days, weeks or months. */
	duration: text(200),
	/** Hours of training for one who takes it. */
	hours: z.number().min(0, "Give hours as a number that is not below 0.").max(10_000).nullable(),
	/** The function under title IV-E that it serves. */
	purpose: text(1000),
	matchRate: TrainingMatch,
	/** How the cost is divided among programs. */
	costAllocation: text(1000),
	/** In whole dollars. */
	estimatedDollars: z
		.number()
		.int("Give whole dollars.")
		.min(0, "Give dollars as a number that is not below 0.")
		.max(1_000_000_000_000)
		.nullable(),
});
export type TrainingCourse = z.infer<typeof TrainingCourse>;
