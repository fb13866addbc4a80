import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { WeighedOption } from "../../domain/plan/weighed-option.ts";
import { keepResource } from "../../operations/keep-resource.ts";
import { saveAssistance } from "../../operations/save-assistance.ts";
import { saveIntervention } from "../../operations/save-intervention.ts";
import { saveTheory } from "../../operations/save-theory.ts";
import { weighOption } from "../../operations/weigh-option.ts";
import type { PersonKey } from "../data/people.ts";
import type { Desk } from "./session.ts";

/** Choices of what could be done, held against the criteria. */
const options: readonly Omit<WeighedOption, "jurisdictionId" | "goalId">[] = [
	{
		...{ place: 1, option: "A family meeting within thirty days of entry", isChosen: true },
		...{ evidenceFit: "in-part", evidenceReason: "Evaluated in two offices in 2022." },
		...{ causeFit: "good", causeReason: "Services are named while the family is at the table." },
		...{ peopleFit: "good", peopleReason: "Relatives and the Tribe are asked first." },
		...{ capacityFit: "in-part", capacityReason: "Facilitators are there in two of three regions." },
		...{ partnersFit: "good", partnersReason: "Parents asked for it in all three forums." },
	},
	{
		...{ place: 2, option: "More treatment places in the Northern Region alone", isChosen: false },
		...{ evidenceFit: "good", evidenceReason: "Rated well supported where it is kept as designed." },
		...{ causeFit: "in-part", causeReason: "Families still learn of places late." },
		...{ peopleFit: "in-part", peopleReason: "Far from two of the counties." },
		...{ capacityFit: "poor", capacityReason: "No provider answered the last two tenders." },
		...{ partnersFit: "in-part", partnersReason: "Courts want it, parents ask for help at home." },
	},
	{
		...{ place: 3, option: "Drivers who bring parents to services", isChosen: false },
		...{ evidenceFit: "not-looked-at", evidenceReason: "" },
		...{ causeFit: "in-part", causeReason: "Helps where a service exists." },
		...{ peopleFit: "good", peopleReason: "Eases what parents without a car carry." },
		...{ capacityFit: "in-part", capacityReason: "Money for one year." },
		...{ partnersFit: "not-looked-at", partnersReason: "" },
	},
];

/** Why the State's first goal should be reached, worked out in the guided steps, and what helped with it. */
export async function writeTheory(
	desk: Desk,
	writer: PersonKey,
	{
		documentId,
		goalId,
		strategyId,
	}: { readonly documentId: string; readonly goalId: string; readonly strategyId: string },
	startedOn: PlainDate,
): Promise<void> {
	await desk.perform(writer, saveTheory, {
		...{ documentId, goalId, version: 0 },
		problem: "Two of three children who entered care in 2022 were still there a year later.",
		population: "Children of all ages; those of the Northern Region wait longest.",
		rootCause: "What a family needs is named late, and begins months after the child has entered.",
		rootCauseData: "In 41 of 130 reviewed cases the first service began after the sixth month.",
		choice: "Meetings first: they can begin in all regions within a year. Drivers are tried in one county.",
		chain: [
			"A family meets within thirty days of entry",
			"The services that it needs are named at the table",
			"Services begin in the second month",
			"Children go home sooner",
		],
		assumptions: "Facilitators stay; providers hold places for families who have met.",
		monitoring:
			"Share of meetings held in time, each month by county; the implementation team looks at it each quarter.",
		adjustment: "",
	});
	for (const option of options) {
		await desk.perform(writer, weighOption, { documentId, goalId, version: 0, ...option });
	}
	await desk.perform(writer, saveIntervention, {
		...{ documentId, strategyId, version: 0, stage: "initial", evidenceRating: "promising" },
		reach: "Families of all children who enter care, in two regions first.",
		selection: "It fits the cause, and parents asked for it.",
		fidelity: "A checklist for each meeting; a supervisor sits in on one in twenty.",
		readiness: "Two regions asked to begin. The third waits for its facilitators.",
		trainingNeed: "Three days for each facilitator.",
		assistanceNeed: "Help with the checklist.",
		...{ resourcesStanding: "in-part", resourcesNote: "Facilitators are paid for two years." },
		...{
			infrastructureStanding: "in-place",
			infrastructureNote: "The information system holds day and people of a meeting.",
		},
		...{ knowledgeStanding: "in-part", knowledgeNote: "18 of 30 facilitators are trained." },
		...{ cultureStanding: "in-part", cultureNote: "Some units see the meeting as one more form." },
		...{ engagementStanding: "in-place", engagementNote: "Parents and the Tribe wrote the invitation." },
	});
	await desk.perform(writer, keepResource, {
		goalId,
		resource: "state-toolkit",
		note: "For the checklist of meetings",
	});
	await desk.perform(writer, saveAssistance, {
		...{ jurisdictionId: desk.placeId("halcyon"), provider: "Capacity Building Center for States", goalId, startedOn },
		...{ need: "A checklist that shows whether meetings are held as meant.", endedOn: null, hours: 18, result: "" },
	});
}
