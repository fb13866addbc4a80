import { formatDate } from "../../domain/calendar/plain-date.ts";
import { maskedMark, maskedWords } from "../../domain/measure/masking.ts";
import type { RequirementStanding } from "../../domain/planning/check-requirements.ts";
import { profileValue } from "../../domain/planning/profile-values.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import {
	bulletList,
	heading,
	keyValue,
	keyValues,
	neutralDocument,
	paragraph,
	paragraphs,
	section,
	table,
} from "../neutral/build-blocks.ts";
import type { ContentBlock, NeutralDocument } from "../neutral/neutral-document.ts";
import { type MeetingOutputs, outputBlocks } from "./meeting-outputs.ts";

/** For whom a packet is made. The whole of it is for senior management; the others get data and what is theirs. */
export const packetAudiences = ["senior-management", "review-panel", "regional-teams", "local-teams"] as const;
export type PacketAudience = (typeof packetAudiences)[number];

export const packetAudienceLabels: Readonly<Record<PacketAudience, string>> = {
	"senior-management": "Senior management",
	"review-panel": "Citizen review panel",
	"regional-teams": "Regional teams",
	"local-teams": "Local teams",
};

/** One outcome as the packet shows it, already masked and in words. */
export type PacketFigure = {
	readonly name: string;
	readonly period: string;
	readonly value: string;
	readonly count: string;
	readonly from: string;
};

export type PacketInput = MeetingOutputs & {
	readonly stateName: string;
	readonly audience: PacketAudience;
	readonly meeting: Fact<"planning-event"> | undefined;
	/** The newest yearly results, and the newest figures of any length of period. */
	readonly yearly: readonly PacketFigure[];
	readonly newest: readonly PacketFigure[];
	readonly standings: readonly RequirementStanding[];
};

/** The packet of the yearly meeting, made from what stands on the day. */
export function buildMeetingPacket(input: PacketInput): NeutralDocument {
	const { stateName, audience, rules } = input;
	const { today, year } = input.view;
	const whole = audience === "senior-management";
	const blocks: ContentBlock[] = [
		heading(1, `Strategic planning meeting ${year}`),
		...coverBlocks(input),
		...statusBlocks(input),
		...profileBlocks(input),
		...(whole ? outputBlocks(input) : []),
		...(audience === "review-panel" ? panelBlocks(input) : []),
		...(audience === "regional-teams" || audience === "local-teams" ? teamBlocks(input) : []),
		...(whole ? openBlocks(input) : []),
	];
	return neutralDocument(
		{
			title: `Strategic planning meeting ${year}, ${packetAudienceLabels[audience].toLowerCase()}`,
			language: "en",
			author: stateName,
			created: today,
			edition: rules.title,
			status: { label: `As of ${formatDate(today)}`, draft: false },
		},
		[section("narrative", "packet", blocks)],
	);
}

function coverBlocks({ stateName, view, audience, meeting }: PacketInput): ContentBlock[] {
	return [
		keyValues([
			keyValue("State", stateName),
			keyValue("Made for", packetAudienceLabels[audience]),
			keyValue("As of", formatDate(view.today)),
			keyValue("Meeting", meeting?.heldOn ? `${meeting.title}, ${formatDate(meeting.heldOn)}` : "No day yet"),
		]),
		...(meeting?.agenda
			? [heading(2, "Agenda"), bulletList(meeting.agenda.split("\n").filter((line) => line.trim() !== ""))]
			: []),
	];
}

function figureTable(caption: string, figures: readonly PacketFigure[]): ContentBlock[] {
	if (figures.length === 0) return [paragraph(`${caption}: no figures have been loaded.`)];
	return [
		table({
			caption,
			weights: [5, 3, 2, 2, 4],
			rows: [
				["Outcome", "Period", "Value", "Count", "From"],
				...figures.map(({ name, period, value, count, from }) => [name, period, value, count, from]),
			],
		}),
	];
}

function statusBlocks({ yearly, newest }: PacketInput): ContentBlock[] {
	const masked = [...yearly, ...newest].some(({ value, count }) => value === maskedMark || count === maskedMark);
	return [
		heading(2, "Status of outcomes"),
		...figureTable("Newest yearly results of the State", yearly),
		...figureTable("Newest figures, the counties’ counts added up", newest),
		...(masked ? [paragraph(`${maskedMark} ${maskedWords}`)] : []),
	];
}

function profileBlocks({ rules, view }: PacketInput): ContentBlock[] {
	const tables = view.facts["demographic-panel"];
	return [
		heading(2, "Demographic profile"),
		...(tables.length === 0 ? [paragraph("No table of the profile has been entered.")] : []),
		...rules.profilePanels.flatMap(({ id, name }) =>
			tables
				.filter(({ panel }) => panel === id)
				.flatMap((each) => [
					heading(3, `${name}: ${each.title}`),
					table({
						caption: `${each.title}, ${each.unit}, as of ${formatDate(each.asOf)}`,
						weights: [5, 2],
						rows: [
							["Group", each.unit],
							...profileValue(each).map(({ label, value }) => [
								label,
								value === null ? maskedMark : value.toLocaleString("en-US"),
							]),
						],
					}),
					paragraph(`Source: ${each.source || "not noted"}.`),
				]),
		),
	];
}

function panelBlocks({ view }: PacketInput): ContentBlock[] {
	const all = view.facts["panel-recommendation"];
	return [
		heading(2, "What the panel recommended, and what became of it"),
		...(all.length === 0 ? [paragraph("No recommendation is noted.")] : []),
		...all.flatMap((each): ContentBlock[] => [
			heading(3, `Recommendation ${each.position}`),
			...paragraphs(each.text),
			paragraph(each.answer === "" ? "Not answered yet." : `Answer: ${each.answer}`),
			...(each.effect === "" ? [] : [paragraph(`What it changed: ${each.effect}`)]),
		]),
	];
}

function teamBlocks({ audience, rules, view }: PacketInput): ContentBlock[] {
	const { facts, goals, strategies } = view;
	const level = audience === "regional-teams" ? "region" : "local";
	const kinds = rules.teamKinds.filter((each) => each.level === level).map(({ id }) => id);
	const teams = facts["planning-team"].filter(({ teamKind }) => kinds.includes(teamKind));
	const words = (ids: readonly string[], list: readonly { readonly id: string; readonly statement: string }[]) =>
		ids.flatMap((id) => list.filter((each) => each.id === id).map(({ statement }) => statement));
	return [
		heading(2, "Teams and what they carry"),
		...(teams.length === 0 ? [paragraph("No team has been formed yet.")] : []),
		...teams.flatMap((team): ContentBlock[] => {
			const carried = [...words(team.goalIds, goals), ...words(team.strategyIds, strategies)];
			return [
				heading(3, team.name),
				...paragraphs(team.charge),
				...(carried.length > 0 ? [bulletList(carried)] : [paragraph("No goal or strategy is in its care yet.")]),
			];
		}),
	];
}

function openBlocks({ standings }: PacketInput): ContentBlock[] {
	const open = standings.filter(({ standing }) => standing === "open" || standing === "late");
	if (open.length === 0) return [];
	return [
		heading(2, "What the planning rules still ask"),
		bulletList(
			open.map(
				({ requirement, standing, dueOn }) =>
					`${requirement.id}: ${requirement.requirement}.${standing === "late" && dueOn ? ` Late since ${formatDate(dueOn)}.` : ""}`,
			),
		),
	];
}
