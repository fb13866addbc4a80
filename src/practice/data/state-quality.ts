/** What the CQI unit of the State of Halcyon writes in its annual plan, by field. Nothing of it is about a real State. */
export const qualityPlanTexts: Readonly<Record<string, string>> = {
	"cover.unit": "Office of Continuous Quality Improvement",
	"cover.contactName": "Renata Osei",
	"cover.contactEmail": "renata.osei@halcyon.example",
	"structure.unit":
		"Seven reviewers and two analysts, one reviewer in each region. Reviewers learn the federal instrument in four days and read their first five cases with a second reader.",
	"structure.teams":
		"A State team meets each month, three regional teams each quarter. Parents, youth and a foster parent sit on each of them; a judge sits on the State's.",
	"data.sources":
		"The statewide information system, the federal files of each half year, a survey of caregivers in spring, and complaints. Two counties' placement moves before 2023 are marked as uncertain.",
	"data.work": "Reasons for late first visits are recorded by choice from a list from January on, not in words.",
	"reviews.instrument":
		"The federal onsite review instrument. Every fifth case is read twice; nobody reads a case of their own office.",
	"reviews.sample":
		"65 cases in each round, drawn by chance: 40 of children in foster care and 25 of families at home, from every county by the number of its cases.",
	"reviews.schedule":
		"First round: November to January in the north and on the coast. Second round: April to June in the valley and the metropolitan county.",
	"reviews.stakeholders":
		"Each case is read with its family, youth, caregiver and worker. Two focus groups of parents and one of youth in spring; the court is asked each quarter.",
	"analysis.questions":
		"Why do children in the north go home later? What comes between a review's result and the front line? The findings below are followed up first.",
	"analysis.dissemination":
		"Two pages to each office within thirty days of a round; the whole to senior management, the review panel, the court and the public each summer.",
	"measures.method": "Each measure is looked at twice a year by the State team, by region and by age.",
	"feedback.loop":
		"Each office chooses one change for two quarters and shows what came of it; the State team keeps the list and asks after it.",
	"feedback.partners":
		"Parents and youth lead the reading of results in plain words. What they ask for is written down with the answer.",
	"feedback.plans":
		"In section C5 of the five-year plan and A4 of its yearly report; results of items 1, 5 and 29 in the improvement plan's progress reports.",
};

/** Why an area stands in the plan of the year. */
export const qualityRationale =
	"The reviews of last year and the figures point to the same places; the unit follows the change there first.";

/** What the report adds to what the plan said. */
export const qualityReportTexts: Readonly<Record<string, string>> = {
	"report.reviews": "Both rounds were held: 130 cases in eight counties, 79 in foster care and 51 at home.",
	"report.quality":
		"27 cases were read twice. The readers agreed on nine of ten ratings; items 12 and 13 were taught again.",
	"report.data":
		"More children go home within a year. The north has caught up by half; the figures of one county came late.",
	"report.findings":
		"Visits with parents are stronger where one worker keeps the case. Plans are still written late in the north.",
	"report.measures": "One measure met its benchmark; moves in care did not.",
	"report.feedback": "Six offices finished a change of two quarters. Four keep it; two chose another.",
	"report.dissemination": "Offices had their pages within four weeks. The panel and the court got the whole in August.",
	"report.nextYear": "Late plans in the north, and moves of children under six.",
};
