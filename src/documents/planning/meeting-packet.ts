import { formatDate, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { maskedMark, maskedWords } from "../../domain/measure/masking.ts";
import type { RequirementStanding } from "../../domain/planning/check-requirements.ts";
import type { PlanningFacts } from "../../domain/planning/planning-kinds.ts";
import type { PlanningRules, RecordKind } from "../../domain/planning/planning-rules.ts";
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

export type PacketInput = {
	readonly stateName: string;
	readonly today: PlainDate;
	readonly year: number;
	readonly audience: PacketAudience;
	readonly rules: PlanningRules;
	readonly facts: PlanningFacts;
	readonly goals: readonly Fact<"goal">[];
	readonly strategies: readonly Fact<"strategy">[];
	readonly meeting: Fact<"planning-event"> | undefined;
	/** Outputs of the meeting, by kind. */
	readonly outputs: readonly { readonly kind: RecordKind; readonly records: readonly Fact<"planning-record">[] }[];
	/** The newest yearly results, and the newest figures of any length of period. */
	readonly yearly: readonly PacketFigure[];
	readonly newest: readonly PacketFigure[];
	readonly standings: readonly RequirementStanding[];
};

/** The packet of the yearly meeting, made from what stands on the day. */
export function buildMeetingPacket(input: PacketInput): NeutralDocument {
	const { stateName, today, year, audience, rules } = input;
	const whole = audience === "senior-management";
	const blocks: ContentBlock[] = [
		heading(1, `Strategic planning meeting ${year}`),
		...coverBlocks(input),
		...statusBlocks(input),
		...profileBlocks(input),
		...(whole ? [...rosterBlocks(input), ...outputBlocks(input), ...workloadBlocks(input)] : []),
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

function coverBlocks({ stateName, today, audience, meeting }: PacketInput): ContentBlock[] {
	return [
		keyValues([
			keyValue("State", stateName),
			keyValue("Made for", packetAudienceLabels[audience]),
			keyValue("As of", formatDate(today)),
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

function profileBlocks({ rules, facts }: PacketInput): ContentBlock[] {
	const tables = facts["demographic-panel"];
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

function rosterBlocks({ rules, facts, today }: PacketInput): ContentBlock[] {
	const holders = facts["planning-role"].filter(
		({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today),
	);
	return [
		heading(2, "Who is charged with what"),
		table({
			caption: "Roles",
			weights: [4, 4, 4, 3],
			rows: [
				["Role", "Name", "Position", "Since"],
				...rules.roles.flatMap(({ id, name }) => {
					const mine = holders.filter(({ role }) => role === id);
					if (mine.length === 0) return [[name, "Vacant", "", ""]];
					return mine.map((each) => [name, each.name, each.title, formatDate(each.startsOn)]);
				}),
			],
		}),
	];
}

function outputBlocks({ outputs, goals, strategies }: PacketInput): ContentBlock[] {
	const statementOf = (id: string | null) =>
		goals.find((each) => each.id === id)?.statement ?? strategies.find((each) => each.id === id)?.statement ?? "";
	return [
		heading(2, "Outputs of the meeting"),
		...outputs.flatMap(({ kind, records }): ContentBlock[] => [
			heading(3, kind.name),
			...(records.length === 0 ? [paragraph("Nothing yet.")] : []),
			...records.flatMap((record): ContentBlock[] => {
				const pairs = [
					keyValue(kind.subject, record.subject),
					...(kind.rating ? [keyValue(kind.rating.label, nameOf(kind, record.rating))] : []),
					...(kind.owner && record.owner ? [keyValue(kind.owner, record.owner)] : []),
					...(kind.evidence && record.evidence ? [keyValue(kind.evidence, record.evidence)] : []),
					...(kind.about
						? [keyValue(kind.about === "goal" ? "Goal" : "Strategy", statementOf(record.goalId ?? record.strategyId))]
						: []),
				];
				return [keyValues(pairs), ...paragraphs(record.text)];
			}),
		]),
	];
}

function nameOf(kind: RecordKind, rating: string): string {
	return kind.rating?.options.find(({ id }) => id === rating)?.name ?? "";
}

function workloadBlocks({ facts, year }: PacketInput): ContentBlock[] {
	const certified = facts["case-certification"].filter(({ certifiedOn }) => certifiedOn.startsWith(String(year)));
	return [
		heading(2, "Workload and certified cases"),
		certified.length === 0
			? paragraph(`No unit has certified its active cases in ${year}.`)
			: table({
					caption: `Certifications of ${year}`,
					weights: [4, 2, 2, 2, 2, 4],
					rows: [
						["Unit", "Active", "Rightly open", "Caseworkers", "Cases each", "Certified"],
						...certified.map((each) => [
							each.unit,
							String(each.activeCases),
							String(each.validCases),
							String(each.caseworkers),
							each.caseworkers > 0 ? (each.activeCases / each.caseworkers).toFixed(1) : "",
							`${each.certifiedBy}, ${formatDate(each.certifiedOn)}`,
						]),
					],
				}),
	];
}

function panelBlocks({ facts }: PacketInput): ContentBlock[] {
	const all = facts["panel-recommendation"];
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

function teamBlocks({ audience, rules, facts, goals, strategies }: PacketInput): ContentBlock[] {
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
