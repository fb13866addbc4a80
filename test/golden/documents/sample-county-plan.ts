import { readFileSync } from "node:fs";
import type { TrendInput } from "../../../src/documents/figures/trend-input.ts";
import { trendAltText } from "../../../src/documents/figures/trend-sentence.ts";
import {
	bulletList,
	callout,
	cell,
	emphasis,
	field,
	figure,
	heading,
	keyValue,
	keyValues,
	link,
	listItem,
	neutralDocument,
	numberedList,
	paragraph,
	paragraphs,
	section,
	signature,
	strong,
	table,
} from "../../../src/documents/neutral/build-blocks.ts";
import type { ContentBlock, FigureBlock, NeutralDocument } from "../../../src/documents/neutral/neutral-document.ts";

const STRATEGIES = [
	{
		number: "1.1",
		text: "Hold a family team meeting within 30 days of each removal.",
		rationale:
			"Parents told the peer review that they did not know what to do to bring their children home. Counties that met early with the family, its relatives and its Tribe reunified more children within twelve months, and fewer of them came back into care.",
		milestones: [
			["1.1.1", "Two facilitators hired and trained", "October 2004", "Program manager, Family Services"],
			["1.1.2", "Meetings held in every new case of the north office", "January 2005", "Supervisor, north office"],
			["1.1.3", "Meetings held in every new case of the county", "July 2005", "Program manager, Family Services"],
		],
	},
	{
		number: "1.2",
		text: "Begin drug treatment within ten days of the hearing.",
		rationale:
			"Half of the parents in the case review waited more than six weeks for treatment. The Board of Supervisors has set money aside for twelve places kept open for parents in reunification; the agreement with the provider says that a parent is seen within ten days, evenings included, with child care on the spot.",
		milestones: [
			["1.2.1", "Agreement signed with the treatment provider", "December 2004", "Deputy director"],
			["1.2.2", "Twelve places open", "March 2005", "Contract manager"],
			["1.2.3", "Waiting time reported each month to the system improvement team", "April 2005", "Data analyst"],
		],
	},
];

/** The component form of the 2004 user's guide: one table with rows over the whole width and columns for milestones. */
function componentTable(): ContentBlock {
	const wide = (label: string, text: string) => [cell([paragraph([strong(`${label}: `), text])], { colspan: 4 })];
	return table({
		id: "component-c3-1",
		caption: "Component: reunification within 12 months",
		weights: [1, 5, 2, 3],
		headerRows: 0,
		rows: [
			wide("Outcome or systemic factor", "C1.3, reunification within 12 months (entry cohort)"),
			wide(
				"Current performance",
				"Of 187 children who entered care between April 1 and September 30, 2003, 71 (38.0%) went home within twelve months. The national standard is 48.4%.",
			),
			wide("Improvement goal 1.0", "Raise reunification within 12 months from 38.0% to 44.0% by June 30, 2007."),
			...STRATEGIES.flatMap((strategy) => [
				[
					cell([paragraph([strong(`Strategy ${strategy.number} `), strategy.text])], { colspan: 2 }),
					cell([paragraph([strong("Rationale: "), strategy.rationale])], { colspan: 2 }),
				],
				["No.", "Milestone", "Timeframe", "Assigned to"].map((text) => cell(text, { header: "column" as const })),
				...strategy.milestones,
			]),
		],
	});
}

/** Goal, strategy and milestone side by side, the first two spanning the rows of what belongs to them. */
function overviewTable(): ContentBlock {
	return table({
		caption: "Goals, strategies and milestones at a glance",
		weights: [3, 3, 4, 2],
		headerColumns: 1,
		rows: [
			["Goal", "Strategy", "Milestone", "Timeframe"],
			...STRATEGIES.flatMap((strategy, first) =>
				strategy.milestones.map(([number = "", text = "", timeframe = ""], index) => [
					...(first === 0 && index === 0
						? [cell("1.0 Raise reunification within 12 months to 44.0%", { rowspan: 6 })]
						: []),
					...(index === 0 ? [cell(`${strategy.number} ${strategy.text}`, { rowspan: 3 })] : []),
					`${number} ${text}`,
					timeframe,
				]),
			),
		],
	});
}

const MEMBERS = [
	["Rosalind Achterberg", "Director, Alder County Human Services"],
	["Tomás Figueroa", "Chief Probation Officer"],
	["Nguyễn Thị Hồng", "Parent partner"],
	["Walter O’Rourke", "Court Appointed Special Advocates of Alder County"],
	["Iris Blackfeather", "Social services director, Stone River Tribe"],
	["Dr. Amara Ndiaye-Łukasik", "Public Health"],
];

const ENTRIES = [
	{ end: "2001-09-30", label: "Sep 2001", children: 180, reunified: 65 },
	{ end: "2002-09-30", label: "Sep 2002", children: 174, reunified: 64 },
	{ end: "2003-03-31", label: "Mar 2003", children: undefined, reunified: undefined },
	{ end: "2003-09-30", label: "Sep 2003", children: 187, reunified: 71 },
];

/** What the figure of the sample shows: three shown periods, one withheld, a standard and a target. */
export const SAMPLE_TREND: TrendInput = {
	title: "Children reunified within 12 months of entry",
	unit: "%",
	direction: "up",
	points: ENTRIES.map(({ end, label, children, reunified }) => ({
		periodEnd: end,
		label,
		value: children === undefined ? null : (100 * reunified) / children,
		absence: "masked",
		numerator: reunified,
		denominator: children,
	})),
	standard: { value: 48.4, label: "National standard" },
	target: { value: 44, by: "2007-06-30", label: "Jun 2007" },
};

/** The drawing of `SAMPLE_TREND`, kept beside this file. */
export const SAMPLE_FIGURE_FILE = new URL("./sample-figure.svg", import.meta.url);

function sampleFigure(): FigureBlock {
	const numbers = (row: readonly string[]) => row.map((text, index) => cell(text, index === 0 ? {} : { align: "end" }));
	return figure({
		id: "figure-c1-3",
		svg: readFileSync(SAMPLE_FIGURE_FILE, "utf8"),
		altText: trendAltText(SAMPLE_TREND),
		caption: SAMPLE_TREND.title,
		data: table({
			caption: "Children reunified within 12 months, by end of period of entry",
			weights: [3, 1, 1, 1],
			headerColumns: 1,
			rows: [
				numbers(["Period of entry ends", "Children", "Reunified", "Percent"]),
				...ENTRIES.map(({ label, children, reunified }) =>
					numbers([
						label,
						children === undefined ? "*" : String(children),
						reunified === undefined ? "*" : String(reunified),
						children === undefined ? "*" : `${((100 * reunified) / children).toFixed(1)}%`,
					]),
				),
			],
		}),
	});
}

/** A county plan of the 2004 California edition, fictional, with every kind of block and mark in it. */
export function sampleCountyPlan(): NeutralDocument {
	return neutralDocument(
		{
			title: "Alder County System Improvement Plan",
			subtitle: "July 1, 2004 to June 30, 2007",
			language: "en",
			author: "Alder County Human Services Agency",
			subject: "System Improvement Plan under the California Child and Family Services Review",
			created: "2004-09-28",
			edition: "California C-CFSR, 2004 edition",
			status: { label: "Draft", draft: true },
			versionHash: "9f86d081884c7d659a2feaa0c55ad015",
		},
		[
			section("cover", "cover", [
				keyValues([
					keyValue("County", field("plan/7/county", "Alder"), { id: "cover-county" }),
					keyValue("Responsible agency", "Alder County Human Services Agency"),
					keyValue("Period of plan", "July 1, 2004 to June 30, 2007"),
					keyValue("Period of outcomes data", "Quarter ending June 30, 2003"),
					keyValue("Date submitted", ""),
					keyValue("Contact", [
						"Ms. Dana Whitfield, program analyst\n410 Court Street, Millbrook, CA 95999\n",
						link("dana.whitfield@aldercounty.example", "mailto:dana.whitfield@aldercounty.example"),
					]),
				]),
				signature({
					id: "signature-director",
					label: "Submitted by the County Child Welfare Agency Director",
					name: "Rosalind Achterberg",
					title: "Director, Human Services Agency",
					signedOn: "2004-09-28",
				}),
				signature({ label: "Submitted by the County Chief Probation Officer", name: "Tomás Figueroa" }),
			]),
			section("narrative", "narrative", [
				heading(1, "Narrative", { number: "I", id: "narrative-heading" }),
				heading(2, "Local planning bodies", { number: "1", id: "planning-bodies" }),
				...paragraphs(
					"The system improvement team met nine times between March and August 2004. Its members are listed below.\n\nEvery member took part in the County Self-Assessment; the Child Abuse Prevention Council and the foster parents’ association also read the first draft.",
					{ id: "plan/7/planning-bodies" },
				),
				table({
					id: "team",
					caption: "Members of the system improvement team",
					weights: [2, 3],
					headerColumns: 1,
					rows: [["Name", "Affiliation"], ...MEMBERS],
				}),
				heading(2, "Findings that guide the plan", { number: "2", id: "findings" }),
				paragraph([
					"Three things stood out. ",
					strong("Time"),
					" comes first: treatment, visits and hearings all began ",
					emphasis("later than the case plan said"),
					". The ",
					link("state’s outcome reports", "https://example.org/outcomes?county=alder&quarter=2003q2"),
					" show the same, and ",
					link("the component below", "#component-c3-1"),
					" answers it.",
				]),
				bulletList([
					"Parents waited for treatment.",
					listItem("Children moved:", {
						nested: bulletList(["from shelter to a foster home,", "and again when a relative was found."]),
					}),
					"“Nobody asked us” — said by relatives & foster parents in 4 of 6 focus groups; 3 < 4 of the youth group agreed.",
				]),
				paragraph("The team put them in this order:"),
				numberedList([
					"Safety at home",
					listItem("Permanency", { nested: numberedList(["reunification", "adoption"]) }),
					"Well-being",
				]),
				callout(
					"note",
					[
						paragraph(
							"Figures of fewer than eleven children are not shown, and neither is what they could be worked out from.",
						),
					],
					{ title: "Small numbers" },
				),
				sampleFigure(),
			]),
			section("components", "components", [
				heading(1, "Components", { number: "II", id: "components-heading" }),
				heading(2, "Reunification within 12 months", { id: "component-1" }),
				heading(3, "How the goal, its strategies and its milestones hang together"),
				overviewTable(),
				heading(3, "Component form"),
				componentTable(),
				heading(4, "Other partners"),
				paragraph("The court, the schools and the Stone River Tribe have each agreed to their part in writing."),
			]),
			section("attachments", "attachments", [
				heading(1, "Attachments", { id: "attachments-heading" }),
				callout("warning", [paragraph("The Board of Supervisors has not yet acted on this plan.")]),
				numberedList(["Summary Assessment of the County Self-Assessment", "List of participants", "Board agenda item"]),
			]),
		],
	);
}
