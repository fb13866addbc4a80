import { z } from "zod";
import { DemographicUnit, PlanningStage } from "./planning-facts.ts";

// What an authority asks of a State's planning, as data. Which rules a State follows is its choice.

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9-]+$/);
const kind = { id, name: text };

/**
 * For which span something counts.
 * - `now`: what is in force today.
 * - `cycle`: from October before the five-year plan is submitted to the end of its five years.
 * - `year`: the planning year, a calendar year, with what belongs to a meeting held in it.
 */
export const PlanningSpan = z.enum(["now", "cycle", "year"]);
export type PlanningSpan = z.infer<typeof PlanningSpan>;

/** Which of a framework's documents: the plan, its yearly paper or the report at its end. */
export const PaperKind = z.enum(["plan", "yearly", "final"]);
export type PaperKind = z.infer<typeof PaperKind>;

/** How a requirement is checked against the facts of a State's planning. Each kind is one function in `checks/`. */
export const PlanningCheck = z.discriminatedUnion("kind", [
	/** Every kind of plan of the framework stands in the register, with cycle, owner and due rule. */
	z.strictObject({ kind: z.literal("plans-registered") }),
	/** Every plan of the register says where it is reported. */
	z.strictObject({ kind: z.literal("plans-reported") }),
	/** Somebody holds the role today; `apartFrom`: and is not the one who holds that role. */
	z.strictObject({ kind: z.literal("role-held"), role: id, apartFrom: id.optional() }),
	/** A team of the kind has purpose, charge and members; `prepares`: and a meeting of that kind is its own. */
	z.strictObject({ kind: z.literal("team-formed"), teamKind: id, prepares: id.optional() }),
	/** Meetings of a kind were held with what is asked of them. */
	z.strictObject({
		kind: z.literal("event-held"),
		eventKind: id,
		span: PlanningSpan,
		needs: z.array(z.enum(["attendance", "agenda", "materials", "decisions"])),
		/** Held by the day that this due-date rule gives. */
		by: id.optional(),
		/** A record of this kind belongs to the meeting. */
		record: id.optional(),
	}),
	/** Somebody of a kind of party came to a meeting; `by`: no later than a due-date rule says. */
	z.strictObject({ kind: z.literal("party-engaged"), partyKinds: z.array(id).min(1), by: id.optional() }),
	/** A meeting of one of the kinds was held in every region; `by` as above. */
	z.strictObject({ kind: z.literal("region-events"), eventKinds: z.array(id).min(1), by: id.optional() }),
	/** Every one of these kinds of party came to a meeting of the cycle. */
	z.strictObject({ kind: z.literal("parties-covered"), partyKinds: z.array(id).min(1) }),
	/** Every one of these kinds of party took part in each stage. */
	z.strictObject({ kind: z.literal("stages-covered"), partyKinds: z.array(id).min(1) }),
	/** Records of every one of the kinds are there; `at`: they belong to a meeting of that kind; `with`: fields that must be filled. */
	z.strictObject({
		kind: z.literal("records"),
		recordKinds: z.array(id).min(1),
		span: PlanningSpan,
		at: id.optional(),
		with: z.array(z.enum(["text", "owner", "rating", "evidence"])).default([]),
	}),
	/** Records of a kind carry every one of these ratings. */
	z.strictObject({ kind: z.literal("ratings-covered"), recordKind: id, ratings: z.array(id).min(1) }),
	/** Every goal, or strategy, of the State in the cycle has records of the kinds. */
	z.strictObject({
		kind: z.literal("each-has-record"),
		of: z.enum(["goal", "strategy"]),
		recordKinds: z.array(id).min(1),
		span: PlanningSpan,
		with: z.array(z.enum(["text", "owner", "rating", "evidence"])).default([]),
	}),
	/** Every goal, or strategy, of the State in the cycle is carried by a team of one of the kinds. */
	z.strictObject({ kind: z.literal("each-has-team"), of: z.enum(["goal", "strategy"]), teamKinds: z.array(id).min(1) }),
	/** A team of the kind is tied to goals, or a record says why none was needed. */
	z.strictObject({ kind: z.literal("teams-as-needed"), teamKind: id, orRecord: id }),
	/** Teams of the kinds have at least one seat for each of these kinds of party. */
	z.strictObject({ kind: z.literal("team-parties"), teamKinds: z.array(id).min(1), partyKinds: z.array(id).min(1) }),
	/** The due date of one of the rules in the planning year (or years before or after it) was met. */
	z.strictObject({ kind: z.literal("due-met"), rules: z.array(id).min(1), yearOffset: z.number().int() }),
	/** What a panel said changed the plan, or a goal of it. */
	z.strictObject({ kind: z.literal("panel-input") }),
	/** Strengths and areas needing improvement are both among the State's confirmed findings. */
	z.strictObject({ kind: z.literal("findings-of-both-kinds") }),
	/** Every panel of the profile has values; `sources`: and each says where they are from. */
	z.strictObject({ kind: z.literal("profile-panels"), sources: z.boolean() }),
	/** Papers of the year went to every seat of the teams of the kinds that has an address, with receipts. */
	z.strictObject({ kind: z.literal("distributed"), teamKinds: z.array(id).min(1) }),
	/** Units certified their active cases in the year; a record of the kind speaks of the workload. */
	z.strictObject({ kind: z.literal("cases-certified"), record: id }),
	/** Somebody of a kind of party was asked to a meeting and answered. */
	z.strictObject({ kind: z.literal("guest-replied"), eventKind: id, partyKind: id }),
	/** The State has goals in the cycle. */
	z.strictObject({ kind: z.literal("goals-set") }),
	/** Documents were sent that hold in, or were sent in, the planning year; `orRecord`: or a record tells of one written elsewhere. */
	z.strictObject({
		kind: z.literal("papers-sent"),
		papers: z.array(z.strictObject({ framework: id, paper: PaperKind, orRecord: id })).min(1),
	}),
]);
export type PlanningCheck = z.infer<typeof PlanningCheck>;

/** Where on the pages a requirement is met. */
export const PlanningPlace = z.enum([
	"register",
	"roles",
	"teams",
	"meetings",
	"records",
	"regions",
	"panels",
	"profile",
	"january",
	"cases",
	"distribution",
	"due-dates",
	"plans",
]);
export type PlanningPlace = z.infer<typeof PlanningPlace>;

export const PlanningRequirement = z.strictObject({
	id: z.string().regex(/^[A-Z]{2}-\d{2}$/),
	requirement: text,
	/** The authority's paragraph. */
	source: text,
	coverage: z.enum(["checked", "held", "not-in-this-slice", "not-checkable"]),
	note: z.string(),
	/** All of them must hold; none where people or another part of the program judge. */
	checks: z.array(PlanningCheck),
	place: PlanningPlace,
});
export type PlanningRequirement = z.infer<typeof PlanningRequirement>;

/** What the fields of a kind of record mean; a field without words is not asked for. */
export const RecordKind = z.strictObject({
	...kind,
	subject: text,
	text: text.nullable(),
	owner: text.nullable(),
	evidence: text.nullable(),
	rating: z.strictObject({ label: text, options: z.array(z.strictObject(kind)).min(2) }).nullable(),
	about: z.enum(["goal", "strategy"]).nullable(),
	/** An output of the yearly meeting. */
	output: z.boolean(),
});
export type RecordKind = z.infer<typeof RecordKind>;

/** One edition of an authority's rules for a State's planning. */
export const PlanningRules = z.strictObject({
	id,
	title: text,
	authority: text,
	source: text,
	/** Due-date rules of one State that hold for whoever follows this framework. */
	dueRules: z.array(id),
	/** Of these, the ones that say the same as a federal rule: for whoever follows the framework they are not due a second time. */
	repeatedRules: z.array(id).default([]),
	/** Who answers for what is due by a rule that no plan of the register carries: whoever holds the role. */
	dueOwners: z.array(z.strictObject({ rule: id, role: id })).default([]),
	planTypes: z.array(
		z.strictObject({
			...{ ...kind, cycle: text, dueRule: id.nullable(), dueWords: z.string(), reportedIn: z.string() },
			/** The documents that are this plan, where they are written here. */
			papers: z.array(z.strictObject({ framework: id, paper: PaperKind })).optional(),
		}),
	),
	roles: z.array(z.strictObject({ ...kind, hint: z.string() })),
	/** To whom what is late is told. */
	accountableRole: id,
	coordinatorRole: id,
	teamKinds: z.array(z.strictObject({ ...kind, level: z.enum(["state", "region", "local"]) })),
	partyKinds: z.array(z.strictObject(kind)),
	eventKinds: z.array(
		z.strictObject({ ...kind, stage: PlanningStage, level: z.enum(["state", "region"]), agenda: z.string() }),
	),
	yearlyMeeting: id,
	recordKinds: z.array(RecordKind),
	profilePanels: z.array(
		z.strictObject({
			...kind,
			hint: z.string(),
			unit: DemographicUnit,
			/** The grouping of counted indicators from which the agency's own data fill it; null where they have none. */
			counted: z.enum(["sex", "ageGroup", "raceEthnicity"]).nullable(),
		}),
	),
	requirements: z.array(PlanningRequirement).min(1),
});
export type PlanningRules = z.infer<typeof PlanningRules>;
