import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import type { Fact } from "../../src/domain/workflow/fact-kinds.ts";

type Seat = readonly [group: string, name: string, affiliation: string, consultedOn?: string];

const seats: readonly Seat[] = [
	["cws-administrator", "Marisol Quintero", "Alder County Department of Children and Family Services"],
	["cws-manager", "Dwayne Okafor", "Alder County Department of Children and Family Services"],
	["cws-social-worker", "Hannah Lindqvist", "Alder County Department of Children and Family Services"],
	["probation-administrator", "Teresa Vang", "Alder County Probation Department"],
	["probation-supervisor", "Luis Carranza", "Alder County Probation Department"],
	["probation-officer", "Priya Raman", "Alder County Probation Department"],
	["youth-connection", "Jordan Ellis", "California Youth Connection, Alder chapter"],
	["foster-parent", "Gwen and Robert Tate", "Alder Foster and Kinship Families"],
	["casa", "Naomi Feld", "Alder Court Appointed Special Advocates", "2025-04-16"],
	["health-department", "Dr. Samuel Ortega", "Alder County Public Health", "2025-04-16"],
	["mental-health-department", "Ingrid Holm", "Alder County Behavioral Health"],
	["alcohol-drug-department", "Marcus Bell", "Alder County Behavioral Health, Substance Use Services", "2025-04-16"],
	["labor", "Alder Public Employees, Local 88", "Labor", "2025-04-23"],
	["law-enforcement", "Sgt. Kim Nakamura", "Alder County Sheriff", "2025-04-23"],
	["children-representative", "Alder Youth Council", "Youth who are or were in foster care", "2025-03-27"],
	["parents-representative", "Danielle Brooks", "Parents Rising Together"],
	["juvenile-court", "Hon. Miriam Castellanos", "Superior Court, Juvenile Division", "2025-05-07"],
	["education-agency", "Foster Youth Services", "Alder County Office of Education", "2025-04-23"],
	["tribe", "Stone Creek Band", "Tribal Social Services", "2025-04-09"],
	["training-academy", "Northern Regional Training Academy", "Training Academy", "2025-05-07"],
	["child-abuse-prevention-council", "Alder Child Abuse Prevention Council", "Community council"],
];

/** The team of the sample plan: every core group as a member, every group to be consulted, one group more. */
export function sampleTeam(
	id: (n: number) => string,
	documentId: string,
	jurisdictionId: string,
): { readonly parties: readonly Fact<"party">[]; readonly teamMembers: readonly Fact<"team-member">[] } {
	return {
		parties: seats.map(([, name, affiliation], i) => ({
			id: id(500 + i),
			version: 1,
			jurisdictionId,
			name,
			affiliation,
			personId: null,
		})),
		teamMembers: seats.map(([group, , , consultedOn], i) => ({
			id: id(600 + i),
			version: 1,
			jurisdictionId,
			documentId,
			partyId: id(500 + i),
			position: i + 1,
			group,
			participation: consultedOn ? "consulted" : "member",
			on: consultedOn ? plainDate(consultedOn) : null,
		})),
	};
}
