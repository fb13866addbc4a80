import { formatDate } from "../../domain/calendar/plain-date.ts";
import type { EditionSection } from "../../domain/document/edition.ts";
import type { TeamNode } from "../../domain/plan/plan-graph.ts";
import { cell, emphasis, heading, paragraph, table, tableRow } from "../neutral/build-blocks.ts";
import type { ContentBlock } from "../neutral/neutral-document.ts";
import { editableTable } from "./editable-lists.ts";
import { meetingTable, stageTable } from "./engagement-blocks.ts";
import { voiceBlocks } from "./entry-blocks.ts";
import { notYetWritten } from "./field-blocks.ts";
import type { PlanPrinting } from "./plan-printing.ts";

/** The list of everyone who took part, with whom they stand for. */
export function teamBlocks(section: EditionSection, printing: PlanPrinting): ContentBlock[] {
	const { graph, edition, anchor } = printing;
	const groups = new Map(edition.teamGroups.map((group) => [group.id, group.label]));
	return [
		heading(1, section.title, { id: `section/${section.id}` }),
		...[
			printing.options.toEdit
				? editableTable("team-member", null, printing)
				: graph.team.length === 0
					? paragraph(emphasis(notYetWritten))
					: table({
							caption: "Members and those consulted",
							weights: [3, 4, 4, 2.5],
							headerColumns: 1,
							rows: [
								["Name", "Affiliation", "Stands for", "Part"],
								...graph.team.map(({ member, party }) =>
									tableRow(
										[
											cell(party?.name ?? ""),
											cell(party?.affiliation ?? ""),
											cell(groups.get(member.group) ?? member.group),
											cell(partText(member)),
										],
										{ id: anchor(member.id, "partyId") },
									),
								),
							],
						}),
		].flat(),
		...(printing.options.toEdit
			? [heading(2, "Meetings"), ...editableTable("meeting", null, printing)]
			: [...stageTable(printing), ...meetingTable(printing)]),
		...voiceBlocks(printing),
	];
}

function partText({ participation, on }: TeamNode["member"]): string {
	if (participation === "member") return "Member";
	return on === null ? "Consulted" : `Consulted ${formatDate(on)}`;
}
