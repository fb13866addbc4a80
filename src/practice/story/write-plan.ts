import { addDays, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { answerFinding } from "../../operations/answer-finding.ts";
import { listFindings } from "../../operations/list-findings.ts";
import { startPlan } from "../../operations/start-plan.ts";
import { waiveCheck } from "../../operations/waive-check.ts";
import { firstOfMonth } from "../calendar/working-days.ts";
import { getPersonData } from "../data/people.ts";
import { countyAgencies } from "../data/places.ts";
import type { PlanTimes } from "../data/plan-times.ts";
import type { Rosters } from "../people/roster.ts";
import { emailOf } from "../practice-people.ts";
import { hearThePublic } from "./hear-the-public.ts";
import { beginSelfAssessment, hearVoices, nameSelfAssessment } from "./hear-voices.ts";
import { negotiate } from "./negotiate.ts";
import { createPlanDraft } from "./plan-draft.ts";
import { findNewestQuarter } from "./plan-figures.ts";
import type { PlanStory } from "./plan-story.ts";
import { practiceEdition } from "./practice-edition.ts";
import { reportProgress } from "./report-progress.ts";
import { reviewPlan } from "./review-plan.ts";
import { revisePlan } from "./revise-plan.ts";
import { saveField } from "./save-field.ts";
import { seatTeam } from "./seat-team.ts";
import { sendThroughWord } from "./send-through-word.ts";
import type { Desk, Session } from "./session.ts";
import { shareEarly } from "./share-early.ts";
import { giveSignatures, takeSteps } from "./take-steps.ts";
import { workTogether } from "./work-together.ts";
import { writeComponent } from "./write-component.ts";
import { writeYearlyPapers } from "./write-yearly-papers.ts";

/** Everything that happens to one plan, from its first line to where it stands today. */
export function writePlan(times: PlanTimes, today: PlainDate, rosters: Rosters): readonly Session[] {
	const story: PlanStory = {
		times,
		draft: createPlanDraft(times.key),
		today,
		rosters,
		startsOn: firstOfMonth(today, times.startsInMonths),
	};
	const { text, begunDaysAgo, writtenDaysAgo } = times;
	const empty = text.components.length === 0;
	const writing = [
		{ name: "start", run: (desk: Desk) => start(desk, story) },
		...(empty
			? []
			: [
					{ name: "cover and narrative", run: (desk: Desk) => writeFirstPages(desk, story) },
					{ name: "team", run: (desk: Desk) => seatTeam(desk, story) },
				]),
		...text.components.map((component, index) => ({
			name: `component ${index + 1}`,
			run: (desk: Desk) => writeComponent(desk, story, component, index + 1),
		})),
		...(empty
			? []
			: times.key === "alder-current"
				? [
						{ name: "self-assessment", run: (desk: Desk) => beginSelfAssessment(desk, story) },
						{ name: "working together", run: (desk: Desk) => workTogether(desk, story) },
					]
				: [
						{ name: "self-assessment", run: (desk: Desk) => nameSelfAssessment(desk, story) },
						{ name: "voices", run: (desk: Desk) => hearVoices(desk, story) },
					]),
		...(text.deferrals ? [{ name: "findings put off", run: (desk: Desk) => putOff(desk, story) }] : []),
	];
	const between = (begunDaysAgo - writtenDaysAgo) / Math.max(1, writing.length - 1);
	return [
		...writing.map(({ name, run }, index) => ({
			day: addDays(today, -Math.round(begunDaysAgo - between * index)),
			name: `plan ${times.key}: ${name}`,
			run,
		})),
		...(times.waivers ?? []).map(({ daysAgo, who, ruleId, subject, reason }) => ({
			day: addDays(today, -daysAgo),
			name: `plan ${times.key}: waive ${ruleId}`,
			async run(desk: Desk) {
				const documentId = story.draft.documentId();
				await desk.perform(who, waiveCheck, {
					...{ documentId, ruleId, aboutId: documentId, reason },
					...(subject === undefined ? {} : { subject }),
				});
			},
		})),
		...(times.key === "alder-current"
			? [
					{
						day: addDays(today, -1),
						name: `plan ${times.key}: through Word`,
						run: (desk: Desk) => sendThroughWord(desk, story),
					},
				]
			: []),
		...revisePlan(story),
		...takeSteps(story),
		...giveSignatures(story),
		...reviewPlan(story),
		...negotiate(story),
		...reportProgress(story),
		...shareEarly(story),
		...hearThePublic(story),
		...writeYearlyPapers(story),
	];
}

async function start(desk: Desk, { times, draft, startsOn }: PlanStory): Promise<void> {
	const { id } = await desk.perform(times.planner, startPlan, {
		jurisdictionId: desk.placeId(times.text.county),
		editionId: practiceEdition,
		title: times.text.title,
		startsOn,
	});
	draft.started(id);
}

async function writeFirstPages(desk: Desk, story: PlanStory): Promise<void> {
	const { times, rosters } = story;
	const { county, narrative } = times.text;
	story.quarter = await findNewestQuarter(desk, times.planner, county);
	const planner = getPersonData(times.planner);
	const agencies = countyAgencies[county];
	const cover = {
		"cover.responsibleAgency": agencies.childWelfare,
		"cover.outcomesDataQuarter": story.quarter,
		"cover.contactName": planner.name,
		"cover.contactTitle": planner.title,
		"cover.contactAddress": agencies.address,
		"cover.contactPhone": agencies.phone,
		"cover.contactEmail": emailOf(times.planner),
		"cover.directorName": rosters[county].director,
		"cover.probationChiefName": rosters[county].chief,
	};
	for (const [field, value] of Object.entries({ ...cover, ...narrative })) {
		await saveField(desk, story, times.planner, { field, value });
	}
}

async function putOff(desk: Desk, { times, draft }: PlanStory): Promise<void> {
	const { county, deferrals } = times.text;
	const findings = await desk.perform(times.planner, listFindings, { jurisdictionId: desk.placeId(county) });
	for (const [code, reason] of Object.entries(deferrals ?? {})) {
		const finding = findings.find((each) => each.code === code && each.state === "confirmed");
		if (!finding) throw new Error(`The practice plan ${times.key} puts off ${code}, on which there is no finding.`);
		await desk.perform(times.planner, answerFinding, {
			documentId: draft.documentId(),
			findingId: finding.id,
			disposition: "deferred",
			reason,
			version: 0,
		});
	}
}
