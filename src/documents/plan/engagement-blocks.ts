import { formatDate } from "../../domain/calendar/plain-date.ts";
import { engagementStageWords, livedExperienceWords } from "../../domain/document/entry-words.ts";
import { engagementRecord } from "../../domain/engagement/engagement-record.ts";
import { cell, paragraph, strong, table, tableRow } from "../neutral/build-blocks.ts";
import type { ContentBlock } from "../neutral/neutral-document.ts";
import { voiceRows } from "./entry-blocks.ts";
import type { PlanPrinting } from "./plan-printing.ts";

/** People with lived experience by stage, and where nobody was heard; nothing of what anybody was paid. */
export function stageTable({ graph }: PlanPrinting): ContentBlock[] {
	const { stages, groupsUnheard } = engagementRecord(graph.entries["partner-input"]);
	if (stages.every(({ heard }) => heard === 0)) return [];
	return [
		table({
			caption: "Engagement record: who was heard at each stage",
			weights: [3, 1.5, 6, 2, 2],
			headerColumns: 1,
			rows: [
				["Stage", "Heard", "With lived experience", "Offered payment", "Changed the plan"],
				...stages.map(({ stage, heard, groups, offered, changed }) => [
					engagementStageWords[stage],
					String(heard),
					groups.map((group) => livedExperienceWords[group]).join("; ") || "Nobody",
					String(offered),
					String(changed),
				]),
			],
		}),
		...(groupsUnheard.length === 0
			? []
			: [
					paragraph([
						strong("Not heard at any stage: "),
						`${groupsUnheard.map((group) => livedExperienceWords[group]).join("; ")}.`,
					]),
				]),
	];
}

/** Who took part, when the team met, and what was said and done with it. */
export function engagementTables(printing: PlanPrinting): ContentBlock[] {
	const { graph, edition, anchor } = printing;
	const groups = new Map(edition.teamGroups.map(({ id, label }) => [id, label]));
	const parties = graph.team.map(({ member, party }) =>
		tableRow(
			[
				cell(party?.name ?? ""),
				cell(party?.affiliation ?? ""),
				cell(groups.get(member.group) ?? member.group),
				cell(member.on ? formatDate(member.on) : ""),
			],
			{ id: anchor(member.id, "live.engagement") },
		),
	);
	const voices = voiceRows(printing, "live.engagement");
	return [
		...stageTable(printing),
		...(parties.length === 0
			? []
			: [
					table({
						caption: "Who took part",
						weights: [3, 4, 4, 2],
						headerColumns: 1,
						rows: [["Name", "Affiliation", "Stands for", "On"], ...parties],
					}),
				]),
		...meetingTable(printing),
		...(voices.length === 0
			? []
			: [
					table({
						caption: "What was said, and what it changed",
						weights: [2.5, 4, 5],
						headerColumns: 1,
						rows: [["Who", "Said", "What it changed"], ...voices],
					}),
				]),
	];
}

/** The meetings of the team, with what was decided. */
export function meetingTable({ graph, anchor }: PlanPrinting): ContentBlock[] {
	const meetings = graph.entries.meeting.map((each) =>
		tableRow(
			[cell(each.title), cell(each.heldOn ? formatDate(each.heldOn) : ""), cell(each.decisions || each.agenda)],
			{ id: anchor(each.id, "live.engagement") },
		),
	);
	if (meetings.length === 0) return [];
	return [
		table({
			caption: "Meetings",
			weights: [3, 2, 6],
			headerColumns: 1,
			rows: [["Meeting", "Held", "What was decided"], ...meetings],
		}),
	];
}
