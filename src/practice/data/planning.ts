import type { PersonKey } from "./people.ts";

// How the practice State plans: what its planners have written down by the middle of a cycle. Some of it is still open.

type RegisterLine = {
	readonly planType: string;
	readonly owner: PersonKey;
	readonly dueRule: string;
	readonly dueWords: string;
	readonly reportedIn: string;
};

/** One line for each plan that the rules name; the title IV-E plan says not yet where it is reported. */
export const practiceRegister: readonly RegisterLine[] = [
	{ planType: "cfsp", owner: "odalys", dueRule: "cfsp", dueWords: "", reportedIn: "The plan itself" },
	{ planType: "apsr", owner: "odalys", dueRule: "apsr", dueWords: "", reportedIn: "The update itself" },
	{
		planType: "pip-cfsr",
		owner: "winifred",
		dueRule: "pip-submit",
		dueWords: "",
		reportedIn: "Plan for enacting the State’s vision",
	},
	{
		planType: "pip-iv-e",
		owner: "winifred",
		dueRule: "",
		dueWords: "As the notice of the review says",
		reportedIn: "Plan for enacting the State’s vision",
	},
	{ planType: "iv-e-plan", owner: "winifred", dueRule: "", dueWords: "Amended as needed", reportedIn: "" },
	{
		planType: "cqi",
		owner: "renata",
		dueRule: "ms-cqi",
		dueWords: "The day that the CQI unit sets, December 1",
		reportedIn: "Quality assurance system",
	},
	{
		planType: "worker-visits",
		owner: "renata",
		dueRule: "caseworker-visits",
		dueWords: "",
		reportedIn: "Monthly caseworker visits",
	},
	{ planType: "iv-b-plan", owner: "odalys", dueRule: "cfsp", dueWords: "", reportedIn: "The plan itself" },
	{
		planType: "capta",
		owner: "odalys",
		dueRule: "capta-update",
		dueWords: "",
		reportedIn: "CAPTA State plan and annual update",
	},
	{
		planType: "chafee",
		owner: "odalys",
		dueRule: "cfsp",
		dueWords: "",
		reportedIn: "Chafee and Education and Training Vouchers",
	},
];

/** The register's names and cycles. */
export const practicePlanNames: Readonly<Record<string, readonly [name: string, cycle: string]>> = {
	cfsp: ["Child and Family Services Plan", "Every five years"],
	apsr: ["Annual Progress and Services Report", "Every year"],
	"pip-cfsr": ["Program Improvement Plan", "After each federal review"],
	"pip-iv-e": ["Program Improvement Plan, title IV-E", "After each eligibility review"],
	"iv-e-plan": ["Title IV-E State plan", "Amended as needed"],
	cqi: ["CQI annual plan and report", "Every year"],
	"worker-visits": ["Worker visits with child report", "Every year"],
	"iv-b-plan": ["Title IV-B State plan", "Every five years"],
	capta: ["CAPTA State plan", "Updated every year"],
	chafee: ["Chafee program plan", "Every five years"],
};

/** Who sits in the State's implementation team, and whom they stand for. */
export const practiceTeam: readonly (readonly [name: string, partyKind: string, email: string])[] = [
	["Odalys Marchetti", "agency-staff", "odalys.marchetti@halcyon.example"],
	["Winifred Thorsby", "senior-management", "winifred.thorsby@halcyon.example"],
	["Jo Castellan", "consumers", "jo.castellan@alder.example"],
	["Philippa Adeyemi", "courts-legal", "p.adeyemi@courts.halcyon.example"],
	["Bram Oosterhuis", "foster-adoptive-parents", ""],
	["Carla Duran", "tribes", "carla.duran@threeherons.example"],
	["Tamsin Wray", "education", "t.wray@schools.halcyon.example"],
	["Dr. Osric Bell", "health", "o.bell@health.halcyon.example"],
];

type Output = {
	readonly recordKind: string;
	readonly subject: string;
	readonly text?: string;
	readonly owner?: string;
	readonly evidence?: string;
	readonly rating?: string;
};

/** What the January meeting brought. The policy list and the engagement plan are still to be written. */
export const practiceOutputs: readonly Output[] = [
	{
		recordKind: "organization-chart",
		subject: "Children and Family Services Division",
		text: "Director; deputies for field operations, programs, and data and quality; two regional managers.",
	},
	{
		recordKind: "succession",
		subject: "Director of the division",
		owner: "Winifred Thorsby",
		text: "The deputy for programs within a year; the manager of the Northern Region in three, after a year in the budget office.",
	},
	{
		recordKind: "succession",
		subject: "Federal planning coordinator",
		owner: "Odalys Marchetti",
		text: "Nobody yet. A second planner is asked for in the budget.",
	},
	{
		recordKind: "function",
		subject: "Quality and data",
		text: "Case reviews, data profile, yearly reports of the State.",
	},
	{
		recordKind: "member-role",
		subject: "Deputy for programs",
		text: "Answers for prevention, foster care, adoption and services to older youth.",
	},
	{ recordKind: "meeting-schedule", subject: "Implementation team", text: "Second Tuesday of every other month." },
	{
		recordKind: "service-review",
		subject: "Family finding",
		text: "Relatives were found for most children who came into care; counties without a finder do less.",
		evidence: "Placement with relatives by county, last four quarters",
		rating: "partly",
	},
	{
		recordKind: "service-review",
		subject: "Parent partners",
		text: "Parents stay in touch with services longer where a partner visits.",
		evidence: "Reunification within twelve months in the three counties that have them",
		rating: "effective",
	},
	{
		recordKind: "service-gap",
		subject: "Treatment beds for mothers with children",
		text: "A joint request with the behavioral health division; two counties offer buildings.",
		owner: "Deputy for programs",
	},
	{
		recordKind: "data-presentation",
		subject: "How children fare, for the review panel",
		rating: "review-panel",
		text: "Seven outcomes over three years.",
	},
	{
		recordKind: "data-presentation",
		subject: "How children fare, by region",
		rating: "regional-teams",
		text: "The same outcomes by region and county.",
	},
	{
		recordKind: "update-note",
		subject: "Family finding",
		rating: "services",
		text: "Say which counties have finders now, and what it did for placement with relatives.",
	},
	{
		recordKind: "workload-strategy",
		subject: "Caseloads in the north",
		text: "Three positions move from intake to ongoing work; looked at again in June.",
	},
	{
		recordKind: "next-update",
		subject: "The next yearly update",
		text: "This year's was gone through section by section. Drafting begins in February.",
		owner: "Odalys Marchetti",
	},
];

/** Five of the profile's seven parts have numbers; culture and religious affiliation are still asked of the counties. */
export const practiceProfile: readonly {
	readonly panel: string;
	readonly title: string;
	readonly unit: "children" | "households" | "percent";
	readonly rows: readonly (readonly [string, number])[];
	readonly source: string;
	readonly sourceKind: "agency" | "outside";
}[] = [
	{
		panel: "economic",
		title: "Children in poverty",
		unit: "percent",
		rows: [
			["Northern Region", 19.4],
			["Coast and Valley Region", 14.1],
			["State", 16.2],
		],
		source: "Yearly household survey",
		sourceKind: "outside",
	},
	{
		panel: "gender",
		title: "Children in care",
		unit: "children",
		rows: [
			["Girls", 1904],
			["Boys", 2011],
		],
		source: "Out-of-home care file of the last half year",
		sourceKind: "agency",
	},
	{
		panel: "age",
		title: "Children in care by age",
		unit: "children",
		rows: [
			["Ages 0 to 4", 1320],
			["Ages 5 to 13", 1624],
			["Ages 14 to 17", 971],
		],
		source: "Out-of-home care file of the last half year",
		sourceKind: "agency",
	},
	{
		panel: "race-ethnicity",
		title: "Children in care by race and ethnicity",
		unit: "children",
		rows: [
			["White", 1611],
			["Hispanic or Latino", 1377],
			["Black or African American", 602],
			["American Indian or Alaska Native", 181],
			["Asian", 136],
			["Native Hawaiian or Pacific Islander", 8],
		],
		source: "Out-of-home care file of the last half year",
		sourceKind: "agency",
	},
	{
		panel: "language",
		title: "Languages spoken at home",
		unit: "households",
		rows: [
			["English", 402_100],
			["Spanish", 118_400],
			["Tagalog", 6_900],
			["Hmong", 4_300],
		],
		source: "Yearly household survey",
		sourceKind: "outside",
	},
];
