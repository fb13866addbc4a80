import type { PersonKey } from "./people.ts";

/** A seat of a county's team: the group it stands for, who sits on it, and how the plan names where they come from. */
export type Seat = {
	/** Group of the edition's team rules. */
	readonly group: string;
	/** A person by the seat's name in the county's roster, or a body that is named itself. `{county}` is filled in. */
	readonly who: { readonly roster: RosterSeat } | { readonly body: string } | { readonly person: PersonKey };
	readonly affiliation: string;
	/** Asked for its view, without being on the team. */
	readonly consulted?: true;
	/** Only where the county has Tribes, or does not run adoptions itself. */
	readonly onlyWhere?: "tribesApplicable" | "noAdoptions";
};

/** People whom a county's papers name. Where one of them signs in, that person is meant. */
export const rosterSeats = [
	"director",
	"chief",
	"manager",
	"social-worker",
	"probation-supervisor",
	"probation-officer",
	"former-foster-youth",
	"foster-parent",
	"casa",
	"public-health",
	"behavioral-health",
	"substance-use",
	"sheriff",
	"parent",
	"judge",
	"education",
	"adoptions",
] as const;
export type RosterSeat = (typeof rosterSeats)[number];

/** A full team, as most counties have it. `{childWelfare}` and `{probation}` are the agencies' names. */
export const fullTeam: readonly Seat[] = [
	{ group: "cws-administrator", who: { roster: "director" }, affiliation: "{childWelfare}" },
	{ group: "cws-manager", who: { roster: "manager" }, affiliation: "{childWelfare}" },
	{ group: "cws-social-worker", who: { roster: "social-worker" }, affiliation: "{childWelfare}" },
	{ group: "probation-administrator", who: { roster: "chief" }, affiliation: "{probation}" },
	{ group: "probation-supervisor", who: { roster: "probation-supervisor" }, affiliation: "{probation}" },
	{ group: "probation-officer", who: { roster: "probation-officer" }, affiliation: "{probation}" },
	{
		group: "youth-connection",
		who: { roster: "former-foster-youth" },
		affiliation: "Youth Connection, {county} chapter",
	},
	{ group: "foster-parent", who: { roster: "foster-parent" }, affiliation: "{county} Foster and Kinship Families" },
	{
		group: "adoptions-agency",
		who: { roster: "adoptions" },
		affiliation: "State Adoptions District Office",
		onlyWhere: "noAdoptions",
	},
	{ group: "casa", who: { roster: "casa" }, affiliation: "Court Appointed Special Advocates of {county}" },
	{
		group: "health-department",
		who: { roster: "public-health" },
		affiliation: "{county} County Public Health",
		consulted: true,
	},
	{
		group: "mental-health-department",
		who: { roster: "behavioral-health" },
		affiliation: "{county} County Behavioral Health",
	},
	{
		group: "alcohol-drug-department",
		who: { roster: "substance-use" },
		affiliation: "{county} County Behavioral Health, Substance Use Services",
		consulted: true,
	},
	{ group: "labor", who: { body: "{county} Public Employees Association" }, affiliation: "Labor", consulted: true },
	{
		group: "law-enforcement",
		who: { roster: "sheriff" },
		affiliation: "{county} County Sheriff's Office",
		consulted: true,
	},
	{
		group: "children-representative",
		who: { body: "{county} Youth Advisory Board" },
		affiliation: "Youth who are or were in foster care",
		consulted: true,
	},
	{ group: "parents-representative", who: { roster: "parent" }, affiliation: "{county} Parents Together" },
	{
		group: "juvenile-court",
		who: { roster: "judge" },
		affiliation: "Superior Court, Juvenile Division",
		consulted: true,
	},
	{
		group: "education-agency",
		who: { roster: "education" },
		affiliation: "{county} County Office of Education, Foster Youth Services",
		consulted: true,
	},
	{
		group: "tribe",
		who: { person: "carla" },
		affiliation: "Three Herons Tribe, Tribal Social Services",
		onlyWhere: "tribesApplicable",
	},
	{
		group: "training-academy",
		who: { body: "Regional Training Academy" },
		affiliation: "Training Academy of the region",
		consulted: true,
	},
	{
		group: "child-abuse-prevention-council",
		who: { body: "{county} Child Abuse Prevention Council" },
		affiliation: "Community council",
	},
	{
		group: "first-5-commission",
		who: { body: "{county} Children and Families Commission" },
		affiliation: "Commission of the county",
		consulted: true,
	},
];

/** Seats that are held by people who sign in. */
export const rosterPeople: Readonly<Record<string, Partial<Record<RosterSeat, PersonKey>>>> = {
	alder: {
		director: "lorraine",
		chief: "victor",
		manager: "maribel",
		"probation-supervisor": "desmond",
		parent: "jo",
	},
	birch: { director: "paulette", manager: "samuel" },
	marlowe: { director: "solomon", chief: "ingrid", manager: "keisha" },
	esperanza: { director: "naomi", manager: "beatriz", "probation-supervisor": "curtis" },
	brannock: { director: "andre", manager: "fiona" },
	miraluz: { director: "yesenia", manager: "hector" },
	quillan: { director: "ilse", manager: "ruth" },
	tolliver: { director: "wendell" },
};
