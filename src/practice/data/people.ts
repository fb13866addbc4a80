import type { Role } from "../../domain/people/roles.ts";
import type { PlaceKey } from "./places.ts";

type PracticeRole = Exclude<Role, "installation">;

/** Somebody invented, who acts in the practice state and whom a newcomer can sign in as. */
export type PracticePersonData = {
	readonly name: string;
	readonly title: string;
	readonly place: PlaceKey;
	readonly roles: readonly PracticeRole[];
	/** Roles held in other places than their own. */
	readonly elsewhere?: readonly (readonly [PlaceKey, PracticeRole])[];
};

/** The thirty-three people of the practice state, first those of Alder County, where one can walk through everything. */
export const practicePeopleData = {
	maribel: {
		name: "Maribel Fontes",
		title: "Planning and Evaluation Manager",
		place: "alder",
		roles: ["county-planner"],
	},
	desmond: {
		name: "Desmond Achebe",
		title: "Juvenile Probation Division Manager",
		place: "alder",
		roles: ["probation-planner"],
	},
	lorraine: {
		name: "Lorraine Whitcomb",
		title: "Director of Children and Family Services",
		place: "alder",
		roles: ["child-welfare-director"],
	},
	victor: { name: "Victor Tran", title: "Chief Probation Officer", place: "alder", roles: ["chief-probation-officer"] },
	renata: {
		name: "Renata Osei",
		title: "County Consultant, Outcomes and Accountability",
		place: "halcyon",
		roles: ["state-analyst"],
	},
	odalys: {
		name: "Odalys Marchetti",
		title: "Federal Planning Coordinator",
		place: "halcyon",
		roles: ["state-planner"],
	},
	winifred: {
		name: "Winifred Thorsby",
		title: "Director, Children and Family Services Division",
		place: "halcyon",
		roles: ["state-director"],
	},
	priyanka: {
		name: "Priyanka Sethi",
		title: "Senior Data Analyst",
		place: "alder",
		roles: ["data-analyst", "case-data-reader"],
	},
	jo: { name: "Jo Castellan", title: "Parent Partner, Alder Parents Together", place: "alder", roles: ["partner"] },
	glenn: {
		name: "Glenn Mabry",
		title: "Information Systems Administrator",
		place: "alder",
		roles: ["administrator"],
	},
	samuel: { name: "Samuel Ito", title: "Program Planner", place: "birch", roles: ["county-planner", "data-analyst"] },
	paulette: {
		name: "Paulette Granger",
		title: "Deputy Director, Child Welfare",
		place: "birch",
		roles: ["child-welfare-director"],
	},
	keisha: {
		name: "Keisha Brandt",
		title: "Continuous Quality Improvement Manager",
		place: "marlowe",
		roles: ["county-planner"],
	},
	solomon: {
		name: "Solomon Park",
		title: "Director of Children's Services",
		place: "marlowe",
		roles: ["child-welfare-director"],
	},
	ingrid: {
		name: "Ingrid Vasquez-Holm",
		title: "Chief Probation Officer",
		place: "marlowe",
		roles: ["chief-probation-officer"],
	},
	farid: { name: "Farid Nazari", title: "Research Analyst", place: "marlowe", roles: ["data-analyst"] },
	beatriz: {
		name: "Beatriz Olmedo",
		title: "Program Development Manager",
		place: "esperanza",
		roles: ["county-planner", "data-analyst"],
	},
	curtis: {
		name: "Curtis Eaglin",
		title: "Supervising Probation Officer, Placement",
		place: "esperanza",
		roles: ["probation-planner"],
	},
	naomi: {
		name: "Naomi Feldstein",
		title: "Director, Children and Family Services",
		place: "esperanza",
		roles: ["child-welfare-director", "administrator"],
	},
	fiona: {
		name: "Fiona McCready",
		title: "Staff Analyst, Child Welfare",
		place: "brannock",
		roles: ["county-planner", "data-analyst"],
	},
	andre: {
		name: "Andre Baptiste",
		title: "Director of Human Services",
		place: "brannock",
		roles: ["child-welfare-director", "administrator"],
	},
	hector: {
		name: "Hector Zamudio",
		title: "Program Manager, Child Welfare",
		place: "miraluz",
		roles: ["county-planner", "data-analyst"],
	},
	yesenia: {
		name: "Yesenia Pryor",
		title: "Director of Social Services",
		place: "miraluz",
		roles: ["child-welfare-director", "administrator"],
	},
	ruth: {
		name: "Ruth Ellerbee",
		title: "Program Manager, Child Welfare",
		place: "quillan",
		roles: ["county-planner", "data-analyst"],
	},
	ilse: {
		name: "Ilse Drummond",
		title: "Director of Social Services",
		place: "quillan",
		roles: ["child-welfare-director"],
	},
	wendell: {
		name: "Wendell Oakes",
		title: "Director of Social Services",
		place: "tolliver",
		roles: ["county-planner", "child-welfare-director", "data-analyst", "administrator"],
	},
	theo: { name: "Theo Lindqvist", title: "Regional Consultant", place: "north", roles: ["state-analyst"] },
	amina: { name: "Amina Yusuf", title: "Regional Consultant", place: "valley", roles: ["state-analyst"] },
	walter: { name: "Walter Kessling", title: "Regional Data Analyst", place: "valley", roles: ["data-analyst"] },
	hiroshi: {
		name: "Hiroshi Maeda",
		title: "Research Data Specialist",
		place: "halcyon",
		roles: ["data-analyst"],
	},
	colleen: { name: "Colleen Rourke", title: "System Administrator", place: "halcyon", roles: ["administrator"] },
	carla: {
		name: "Carla Duran",
		title: "Director of Tribal Social Services",
		place: "threeHerons",
		roles: ["partner"],
		elsewhere: [
			["alder", "partner"],
			["quillan", "partner"],
		],
	},
	nathan: {
		name: "Nathan Sandoval",
		title: "ICWA Advocate",
		place: "threeHerons",
		roles: ["partner"],
		elsewhere: [["alder", "partner"]],
	},
} as const satisfies Record<string, PracticePersonData>;

export type PersonKey = keyof typeof practicePeopleData;
export const personKeys = Object.keys(practicePeopleData) as readonly PersonKey[];

/** The data of one person, in the general type. */
export function getPersonData(key: PersonKey): PracticePersonData {
	return practicePeopleData[key];
}
