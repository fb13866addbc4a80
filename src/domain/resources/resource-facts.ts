import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";

/** What a resource is about. */
export const topicWords = {
	"data-and-evidence": "Data and evidence",
	engagement: "Engagement",
	"lived-experience": "Lived experience",
	equity: "Equity",
	"strategic-planning": "Strategic planning",
	cqi: "Quality improvement and implementation",
	teaming: "Teaming",
} as const;
/** Which process it serves. */
export const processWords = {
	cfsr: "CFSR",
	"statewide-assessment": "Statewide assessment",
	pip: "Program Improvement Plan",
	cfsp: "CFSP and APSR",
	cqi: "CQI",
	courts: "Court improvement",
} as const;
/** In which phase of the work. */
export const phaseWords = {
	prepare: "Preparing",
	assess: "Assessing",
	plan: "Planning",
	implement: "Implementing",
	monitor: "Monitoring",
} as const;
export const audienceWords = {
	leaders: "Leaders",
	planners: "Planners",
	"data-staff": "Data staff",
	partners: "Partners and people with lived experience",
} as const;
export const formatWords = {
	brief: "Brief or guide",
	tool: "Tool to fill in",
	course: "Course",
	video: "Video",
	template: "Template",
	reference: "Reference",
} as const;

const keys = <T extends object>(words: T) => Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];
export const Topic = z.enum(keys(topicWords));
export const Process = z.enum(keys(processWords));
export const Phase = z.enum(keys(phaseWords));
export const Audience = z.enum(keys(audienceWords));
export const Format = z.enum(keys(formatWords));

/** A publication, tool or course that helps with planning: of the library, or one that an agency has added. */
export const Resource = z.object({
	title: z.string().trim().min(1).max(300),
	/** What it does, in a sentence. */
	summary: z.string().trim().max(2000),
	publisher: z.string().trim().max(200),
	/** Where to find it; empty where no address is known. */
	address: z.union([z.literal(""), z.url({ protocol: /^https$/ })]),
	year: z.number().int().min(1990).max(2100).nullable(),
	/** The round of the CFSR that it was made for. */
	round: z.number().int().min(1).max(9).nullable(),
	topics: z.array(Topic).max(7),
	processes: z.array(Process).max(6),
	phases: z.array(Phase).max(5),
	audiences: z.array(Audience).max(4),
	format: Format,
});
export type Resource = z.infer<typeof Resource>;

/** A resource that an agency has added for its own people. */
export const AgencyResource = Resource.extend({ jurisdictionId: z.uuid() });
export type AgencyResource = z.infer<typeof AgencyResource>;

/** A resource kept beside a goal: of the library by its id there, of the agency by the id of the fact. */
export const GoalResource = z.object({
	jurisdictionId: z.uuid(),
	goalId: z.uuid(),
	resource: z.string().min(1).max(80),
	note: z.string().trim().max(2000),
});
export type GoalResource = z.infer<typeof GoalResource>;

/** Technical assistance that was given: by whom, for what, how long, and what came of it. */
export const AssistanceGiven = z.object({
	jurisdictionId: z.uuid(),
	provider: z.string().trim().min(1).max(200),
	need: z.string().trim().min(1).max(2000),
	goalId: z.uuid().nullable(),
	startedOn: PlainDate,
	endedOn: PlainDate.nullable(),
	hours: z.number().min(0).max(100_000).nullable(),
	result: z.string().trim().max(4000),
});
export type AssistanceGiven = z.infer<typeof AssistanceGiven>;

/** The facets by which the library is searched. */
export type ResourceSearch = {
	readonly words?: string | undefined;
	readonly topic?: string | undefined;
	readonly process?: string | undefined;
	readonly phase?: string | undefined;
	readonly audience?: string | undefined;
	readonly format?: string | undefined;
	/** Made for this round of the CFSR. */
	readonly round?: number | undefined;
	/** Of this year or later; one whose year is not known is left out. */
	readonly since?: number | undefined;
};

/** Does a resource answer a search? Each facet that is set must hold, and each word must stand in title, summary or publisher. */
export function answersSearch(resource: Resource, search: ResourceSearch): boolean {
	const has = (all: readonly string[], wanted: string | undefined) => !wanted || all.includes(wanted);
	const text = `${resource.title} ${resource.summary} ${resource.publisher}`.toLowerCase();
	const words = (search.words ?? "").toLowerCase().split(/\s+/).filter(Boolean);
	return (
		has(resource.topics, search.topic) &&
		has(resource.processes, search.process) &&
		has(resource.phases, search.phase) &&
		has(resource.audiences, search.audience) &&
		has([resource.format], search.format) &&
		(search.round === undefined || resource.round === search.round) &&
		(search.since === undefined || (resource.year !== null && resource.year >= search.since)) &&
		words.every((word) => text.includes(word))
	);
}
