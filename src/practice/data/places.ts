import type { JurisdictionKind } from "../../domain/people/jurisdiction.ts";

/** A place of the practice state. None of them exists. */
export type PracticePlace = {
	readonly kind: JurisdictionKind;
	/** Begins with 99, which is no state's number: the editions let such places through. */
	readonly code: string;
	readonly name: string;
	readonly parent: PlaceKey | null;
	readonly providesAdoptions: boolean;
	readonly youthConnectionAvailable: boolean;
	readonly tribesApplicable: boolean;
};

/** How a county's agencies are called and reached. */
export type CountyAgencies = {
	readonly childWelfare: string;
	readonly probation: string;
	readonly address: string;
	readonly phone: string;
};

const region = { providesAdoptions: false, youthConnectionAvailable: false, tribesApplicable: false } as const;
const county = { kind: "county", providesAdoptions: true, youthConnectionAvailable: true } as const;

export const practicePlaces = {
	halcyon: { ...region, kind: "state", code: "99", name: "State of Halcyon", parent: null },
	north: { ...region, kind: "region", code: "99-N", name: "Northern Region", parent: "halcyon" },
	valley: { ...region, kind: "region", code: "99-V", name: "Coast and Valley Region", parent: "halcyon" },
	alder: { ...county, code: "99001", name: "Alder County", parent: "north", tribesApplicable: true },
	birch: { ...county, code: "99003", name: "Birch County", parent: "north", tribesApplicable: false },
	marlowe: { ...county, code: "99005", name: "Marlowe County", parent: "valley", tribesApplicable: true },
	esperanza: { ...county, code: "99007", name: "Esperanza County", parent: "valley", tribesApplicable: false },
	brannock: { ...county, code: "99009", name: "Brannock County", parent: "north", tribesApplicable: false },
	miraluz: { ...county, code: "99011", name: "Miraluz County", parent: "valley", tribesApplicable: false },
	quillan: {
		...county,
		code: "99013",
		name: "Quillan County",
		parent: "north",
		providesAdoptions: false,
		tribesApplicable: true,
	},
	tolliver: {
		...county,
		code: "99015",
		name: "Tolliver County",
		parent: "north",
		providesAdoptions: false,
		youthConnectionAvailable: false,
		tribesApplicable: false,
	},
	threeHerons: { ...region, kind: "tribe", code: "99-T1", name: "Three Herons Tribe", parent: "halcyon" },
} as const satisfies Record<string, Omit<PracticePlace, "parent"> & { readonly parent: string | null }>;

export type PlaceKey = keyof typeof practicePlaces;
export const placeKeys = Object.keys(practicePlaces) as readonly PlaceKey[];

/** The eight counties, by the order in which figures and plans speak of them. */
export const countyKeys = [
	"alder",
	"birch",
	"marlowe",
	"esperanza",
	"brannock",
	"miraluz",
	"quillan",
	"tolliver",
] as const satisfies readonly PlaceKey[];
export type CountyKey = (typeof countyKeys)[number];

export const countyAgencies: Readonly<Record<CountyKey, CountyAgencies>> = {
	alder: {
		childWelfare: "Alder County Department of Children and Family Services",
		probation: "Alder County Probation Department",
		address: "1200 Courthouse Square, Suite 300\nAlder City, HC 00101",
		phone: "(555) 010-0110",
	},
	birch: {
		childWelfare: "Birch County Health and Human Services Agency",
		probation: "Birch County Probation Department",
		address: "44 Mill Pond Road\nFairwater, HC 00134",
		phone: "(555) 010-0120",
	},
	marlowe: {
		childWelfare: "Marlowe County Department of Children's Services",
		probation: "Marlowe County Probation Department",
		address: "2900 Harbor Boulevard, 11th Floor\nPort Marlowe, HC 00201",
		phone: "(555) 010-0130",
	},
	esperanza: {
		childWelfare: "Esperanza County Social Services Agency, Children and Family Services",
		probation: "Esperanza County Juvenile Probation",
		address: "510 Granada Avenue\nVilla Esperanza, HC 00240",
		phone: "(555) 010-0140",
	},
	brannock: {
		childWelfare: "Brannock County Human Services Department",
		probation: "Brannock County Probation Department",
		address: "77 Old Stage Road\nBrannock Falls, HC 00155",
		phone: "(555) 010-0150",
	},
	miraluz: {
		childWelfare: "Miraluz County Department of Social Services",
		probation: "Miraluz County Probation Department",
		address: "300 Camino del Lago\nMiraluz, HC 00262",
		phone: "(555) 010-0160",
	},
	quillan: {
		childWelfare: "Quillan County Social Services Department",
		probation: "Quillan County Probation Department",
		address: "15 Granary Street\nQuillan, HC 00170",
		phone: "(555) 010-0170",
	},
	tolliver: {
		childWelfare: "Tolliver County Social Services",
		probation: "Tolliver County Probation",
		address: "1 County Building\nTolliver Gap, HC 00188",
		phone: "(555) 010-0180",
	},
};
