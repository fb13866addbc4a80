import type { ServiceCategory } from "../../domain/plan/service-facts.ts";

/** What the State of Halcyon writes in its Child and Family Services Plan, by field. Nothing of it is about a real State. */
export const statePlanTexts: Readonly<Record<string, string>> = {
	"cover.agency": "Halcyon Department of Child and Family Services",
	"cover.contactName": "Odalys Marchetti",
	"cover.contactEmail": "odalys.marchetti@halcyon.example",
	"cover.webAddress": "https://dcfs.halcyon.example/plan",
	"agency.organization":
		"The Department administers titles IV-B and IV-E and the Social Services Block Grant. Eight counties deliver services under its supervision; the Office of Planning answers for this plan.",
	"agency.distribution":
		"The plan and each report are posted on the Department's site within ten days, sent to the two Tribes, the Court Improvement Program and the citizen review panel, and announced to all counties.",
	"collaboration.vision":
		"Every child in Halcyon grows up safe in a family, near the people who know them, with help that arrives before a crisis does.",
	"collaboration.approach":
		"Four regional conferences and a statewide one brought together county staff, parents, youth, Tribes, courts and providers. The goal on early help came out of the conference in the north.",
	"collaboration.courts":
		"The Court Improvement Program sits on the implementation team. Judges of three counties chose the measure of permanency with us and see it each quarter.",
	"collaboration.livedExperience":
		"Six young people and five parents are paid members of the implementation team. They read drafts first and lead the reading of data in plain words.",
	"collaboration.feedback":
		"After each meeting a page goes back to everyone: what was said, what was done with it, and why something was not.",
	"assessment.data":
		"Figures come from the statewide system, the federal data profile and reviews of 130 cases a year. Placement moves were under-recorded in two counties until 2023, which is marked where it matters.",
	"assessment.safety1":
		"Most children who are found safe stay safe. Recurrence is highest where a report concerned neglect and no service followed.",
	"assessment.safety2": "Safety plans are made with families in most cases and are revisited in fewer than half.",
	"assessment.permanency1":
		"Children stay longer than they need to before they go home; waiting lists for treatment and late family meetings are the causes that come up in every region.",
	"assessment.permanency2":
		"Brothers and sisters are kept together in seven cases of ten. Distance is the reason in the rest.",
	"assessment.wellbeing1":
		"Needs of mothers are looked at more often than those of fathers. Visits with fathers lag in all regions.",
	"assessment.wellbeing2": "School records follow the child within a week in six counties, and take a month in two.",
	"assessment.wellbeing3":
		"Dental care is hard to find in the north. Mental health screening reaches nearly every child.",
	"assessment.informationSystem":
		"The system tells where every child in care is, what the plan is and who is responsible, as of the day before.",
	"assessment.caseReview":
		"Hearings are held in time; notice to foster parents and relatives is not yet regular in two counties.",
	"assessment.qualityAssurance":
		"Case reviews run in every region each year. What they find reaches supervisors, and seldom the front line.",
	"assessment.training":
		"New workers are trained in twelve weeks. Continuing training is not tied to what reviews find.",
	"assessment.serviceArray":
		"Help for families is plentiful on the coast and scarce in the Northern Region, where a parent waits three months for treatment.",
	"assessment.responsiveness":
		"Partners are heard in planning; before this plan they did not learn what became of their word.",
	"assessment.recruitment":
		"There are enough homes for young children and too few for teenagers and for groups of brothers and sisters.",
	"plan.measures":
		"Figures are taken from the federal data profile twice a year and checked against the statewide system before they are used.",
	"plan.training":
		"Coaches train facilitators of family meetings in each region; an evaluation by the state university compares offices that started earlier and later.",
	"plan.implementation":
		"Two positions in each region, a change of the intake screens, and a line in the budget from the second year on.",
	"plan.dueDates": "",
	"quality.structure":
		"The Office of Quality has nine reviewers and reports to the deputy director, apart from the offices that it reviews.",
	"quality.data": "Each field of the federal file has an owner; errors are listed weekly and mended at the source.",
	"quality.caseReview":
		"130 cases a year by a random sample of each region, with the federal instrument and a second reader for each.",
	"quality.analysis": "Results go to every office within six weeks, in two pages, and to the partners each half year.",
	"quality.adjustment": "Each office chooses one thing to change for two quarters and shows what came of it.",
	"services.continuum":
		"From home visits for new parents to support after adoption; the list of services below shows where each is offered.",
	"services.coordination":
		"A monthly table with the agencies for health, behavioral health, early learning, housing and income support settles who serves a family first.",
	"services.childWelfare":
		"Title IV-B, subpart 1 pays for family meetings, in-home case management and the work of voluntary agencies in the north.",
	"services.adoptedAbroad":
		"Families who adopted from abroad have the same support after adoption as all others, and are told so by the agencies that placed the child.",
	"services.underFive":
		"A review every ninety days for each child under five, early intervention for all, and concurrent planning from the first month.",
	"services.deaths":
		"Death certificates, medical examiners, law enforcement and child death review are compared each quarter. The prevention plan is that of the review team.",
	"services.safeAndStable":
		"Each category receives at least a fifth of the money, so that every region offers all four.",
	"services.familySupport":
		"Agencies are chosen by open call. Half of the points go to roots in the community: local boards, local staff and hours that families can keep.",
	"services.greatestRisk":
		"Infants whose parents struggle with opioids, and families in the Northern Region who wait for treatment. They are found through birth hospitals and plans of safe care.",
	"services.kinship": "One telephone line and a guide in each region for relatives who care for children.",
	"services.visits":
		"Each child is seen every month, alone for part of the visit, and mostly at home. The grant pays for mobile tools and for training in the quality of visits.",
	"services.incentives": "They pay for counseling after adoption and are spent within the period.",
	"services.savings": "Worked out by the federal method and spent on support after adoption and on prevention.",
	"services.prevention":
		"Two well-supported programs are offered in five counties; the prevention plan has its own evaluation.",
	"services.principles":
		"Services are chosen with the family, near home, and are held against the plan for permanency at each review.",
	"tribes.consultation":
		"The Department met with the councils of both Tribes in the State in January and March and sent them this plan in draft.",
	"tribes.icwa":
		"Inquiry is made at intake and again at each hearing; active efforts are recorded and reviewed with the Tribes.",
	"tribes.agreements":
		"Both Tribes run their own child welfare services; agreements of 2019 cover payments and shared cases.",
	"tribes.chafee": "Tribal youth receive the same help on the same terms; the Tribes choose who visits them.",
	"tribes.exchange": "Plans are exchanged each July.",
	"chafee.administration": "The Office of Youth runs the program with a contractor in each region for the five years.",
	"chafee.purpose1": "A plan for adulthood from age 14, made with the young person and an adult of their choice.",
	"chafee.purpose2": "Work experience in the summer, and a job coach in each region.",
	"chafee.purpose3": "Visits of colleges and trade schools, help with applications and fees.",
	"chafee.purpose4": "Mentors, and a search for relatives who were lost.",
	"chafee.purpose5": "Rent, deposits and counseling to age 23.",
	"chafee.purpose6": "Vouchers to age 26, five years in all.",
	"chafee.purpose7":
		"Money for sports, music and trips, and help for youth who left care for kin or adoption after 16.",
	"chafee.services": "Offered in all counties from age 14 to 23 by the same rules.",
	"chafee.youth": "The youth board wrote the list of what is offered and ranks it each year.",
	"chafee.data": "Three of four youth answered at 19. What they say on housing changed the rent rules.",
	"chafee.partners": "Colleges, workforce boards, landlords and two foundations.",
	"chafee.publicComment": "Posted for thirty days in April; eleven comments, answered on the Department's site.",
	"chafee.etvMethod":
		"The college confirms cost and other aid before a voucher is paid, up to the limit, and the list is compared each term.",
	"chafee.etvAwards": "112 awards in the last school year, 38 of them new.",
	"targeted.recruitment":
		"Recruiters from the communities whose children are in care, and an exchange with neighboring States for homes across the line.",
	"targeted.healthScreening":
		"Within three days of entry, in full within thirty, then by the schedule of the pediatric academy.",
	"targeted.healthMonitoring":
		"A nurse in each region follows needs that were found; trauma is screened at entry and every half year.",
	"targeted.healthInformation":
		"A health passport goes with the child and is updated from the Medicaid claims each night.",
	"targeted.healthContinuity": "The child keeps the doctor they had where distance allows.",
	"targeted.healthMedication":
		"Psychotropic medicines need the consent of a physician of the Department; two at once need a second opinion.",
	"targeted.healthConsultation": "A pediatrician and a child psychiatrist can be called each workday.",
	"targeted.healthDiagnosis":
		"No child is placed outside a family on a diagnosis that is older than six months or by one clinician alone.",
	"targeted.healthTransition":
		"Medicaid to 26, a power of attorney for health explained at 17, and a doctor who takes adults.",
	"targeted.disasterLocate": "Foster parents call one number within a day; caseworkers look for those who do not.",
	"targeted.disasterNewCases": "The hotline moves to the neighboring region within an hour.",
	"targeted.disasterStaff": "A telephone tree, tested each spring.",
	"targeted.disasterRecords": "Records are copied to another State each night.",
	"targeted.disasterStates": "Agreements with three neighboring States.",
	"targeted.disasterUsed":
		"Used once, in the fires of October: 41 children moved and were all found within nine hours.",
	"targeted.training":
		"Twelve weeks for new workers, forty hours a year after; each course names the goal that it serves.",
	"targeted.courses": "Every course names the goal that it serves; all are open to foster parents and Tribal staff.",
	"capta.law": "None that affect eligibility.",
	"capta.funds": "None.",
	"capta.activities": "Training of intake staff, and nurses who visit infants with plans of safe care.",
	"capta.panels": "Three panels; their report of December and the Department's answer of May are posted.",
	"capta.safeCare": "Hospitals send a plan of safe care for each infant concerned; the regions follow them for a year.",
	"capta.liaison": "Director, Office of Child Safety, Halcyon Department of Child and Family Services.",
	"statistics.capta": "Reported in the agency file of the national data system.",
	"statistics.workforce":
		"412 intake and assessment workers, most with a bachelor's degree in a human service; 11 families a worker.",
	"statistics.juvenileJustice": "23 children in the last year.",
	"statistics.deaths": "All four named sources are used.",
	"statistics.vouchers": "38 new and 74 continued awards.",
	"statistics.interCountry": "No child entered custody after an adoption from abroad.",
	"statistics.visits": "97 percent of visits made; 91 percent of them where the child lives.",
	"finance.form": "Parts I to III are attached as a workbook and signed.",
	"finance.subpart1": "Below the spending of 2005 in each of the three uses.",
	"finance.subpart2": "State spending exceeds that of 1992.",
	"finance.chafee": "Room and board are 22 percent; the match is state money.",
};

/** The services of the State, with whom they reached. */
export const stateServices: readonly {
	readonly category: ServiceCategory;
	readonly name: string;
	readonly provider: string;
	readonly description: string;
	readonly population: string;
	readonly area: string;
	readonly eligibility: string;
	readonly families: number;
	readonly children: number;
}[] = [
	{
		...{ category: "child-welfare", name: "Family meetings", provider: "County agencies" },
		description: "A meeting of the family and the people whom it names, within thirty days of entry.",
		...{ population: "Children who enter care and their families", area: "Whole State" },
		...{ eligibility: "All", families: 1840, children: 2610 },
	},
	{
		...{ category: "family-preservation", name: "Intensive help at home", provider: "Harbor Family Services" },
		description: "Six weeks of help in the home, at hours that the family chooses; respite on weekends.",
		...{ population: "Families with a child at risk of entering care", area: "Six counties" },
		...{ eligibility: "By referral of the county", families: 512, children: 1034 },
	},
	{
		...{ category: "family-support", name: "Family resource centers", provider: "Nine community organizations" },
		description: "Parent groups, home visits and help with benefits, open to everybody.",
		...{ population: "Families with children under 18", area: "Whole State, two mobile centers in the north" },
		...{ eligibility: "None", families: 3950, children: 6120 },
	},
	{
		...{ category: "family-reunification", name: "Going home program", provider: "Harbor Family Services" },
		description: "Counseling, treatment and transport before and for fifteen months after return.",
		...{ population: "Children who return home and their parents", area: "Whole State" },
		...{ eligibility: "In care, or home for less than fifteen months", families: 430, children: 655 },
	},
	{
		...{ category: "adoption-promotion", name: "Support after adoption", provider: "Evergreen Adoption Center" },
		description: "Counseling, peer groups and respite for adoptive and guardianship families.",
		...{ population: "Adoptive and guardianship families", area: "Whole State" },
		...{ eligibility: "None", families: 388, children: 541 },
	},
	{
		...{ category: "kinship-navigator", name: "Kinship line", provider: "Halcyon Kinship Network" },
		description: "One telephone line and a guide in each region.",
		...{ population: "Relatives who care for children", area: "Whole State" },
		...{ eligibility: "None", families: 720, children: 1010 },
	},
	{
		...{ category: "chafee", name: "Steps to adulthood", provider: "Three regional contractors" },
		description: "Coaching, rent and work experience.",
		...{ population: "Youth of 14 to 23", area: "Whole State" },
		...{ eligibility: "In care at 14 or later", families: 0, children: 604 },
	},
];

/** What the yearly reports say where "no change" is no answer. */
export const stateReportTexts: Readonly<Record<string, string>> = {
	"update.improvementPlan":
		"The plan after the review of Round 4 is in its first months. The night desks open this summer; facilitators are being hired.",
	"update.collaboration":
		"The implementation team met in October, January and April; the Tribes and the court joined each time. Parents asked for meetings in the evening, and half of them now are.",
	"update.assessment":
		"More children go home within a year than when the plan began. The north still lags; treatment there opened in March.",
	"update.measures": "The benchmark of the year is within reach. Late hearings in one county held the figure back.",
	"update.nextActivities": "Facilitators start in the last two counties; the evaluation reports in spring.",
	"update.captaPanels":
		"The panels' report and the Department's answer are posted; two of three recommendations are taken up.",
	"update.financeForm": "Parts I to III for the coming year are attached as a workbook and signed.",
	"update.files": "This report, the checklist, CFS-101 as workbook and signed PDF, and the assurances.",
};

type StateCourse = {
	readonly title: string;
	readonly description: string;
	readonly audience: string;
	readonly setting: string;
	readonly provider: string;
	readonly duration: string;
	readonly hours: number;
	readonly purpose: string;
	readonly matchRate: "75" | "50" | "none";
	readonly costAllocation: string;
	readonly estimatedDollars: number;
};

/** The courses of the State's training plan. Nothing of it is about a real State. */
export const stateCourses: readonly StateCourse[] = [
	{
		title: "Core training of new caseworkers",
		description: "Safety, engagement, court work, permanency, and twelve days beside a worker of experience.",
		...{ audience: "New caseworkers and supervisors", setting: "Classroom and on the job" },
		...{ provider: "Halcyon State University", duration: "Twelve weeks, full time", hours: 480 },
		...{ purpose: "Initial in-service training", matchRate: "75" },
		costAllocation: "By the share of children in care who are eligible under title IV-E, 46 percent",
		estimatedDollars: 1_284_000,
	},
	{
		title: "Family meetings",
		description: "How a meeting is prepared, led and followed up; it serves the goal on going home sooner.",
		...{ audience: "Facilitators", setting: "Classroom, in each region", provider: "Halcyon State University" },
		...{ duration: "Two days", hours: 14, purpose: "Case management and supervision", matchRate: "75" },
		...{ costAllocation: "As above", estimatedDollars: 61_500 },
	},
	{
		title: "Foster and adoptive parents: first training",
		description: "Trauma, birth families, safe sleep, and the rights of children in care.",
		...{ audience: "Applicants and relatives who care for children", setting: "Evenings, and online" },
		...{ provider: "Foster and Adoptive Family Association", duration: "Nine evenings", hours: 27 },
		...{ purpose: "Training of current and prospective foster and adoptive parents", matchRate: "75" },
		...{ costAllocation: "As above", estimatedDollars: 208_000 },
	},
	{
		title: "Safe sleep and infants",
		description: "What to look for, and what to say, in the first year.",
		...{ audience: "All workers", setting: "Online", provider: "The Department", duration: "Half a day", hours: 4 },
		...{ purpose: "None under title IV-E: title IV-B, subpart 1", matchRate: "none" },
		...{ costAllocation: "Title IV-B alone", estimatedDollars: 9_800 },
	},
];
