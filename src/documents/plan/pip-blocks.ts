import { formatDate, isPlainDate, type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";
import { maskCount, maskedMark, maskedWords, maskFigure, type Shown } from "../../domain/measure/masking.ts";
import { completionLabels } from "../../domain/pip/completion.ts";
import { evidenceWords } from "../../domain/pip/completion-evidence.ts";
import { pipFactsOf, pipsInForce } from "../../domain/pip/improvement-facts.ts";
import { type MeasurementLine, newestResult } from "../../domain/pip/measurement-line.ts";
import { standingLabels } from "../../domain/pip/measurement-period.ts";
import { phaseLabels } from "../../domain/pip/pip-clock.ts";
import { pipElsewhere } from "../../domain/pip/pip-elsewhere.ts";
import { measurementMethodLabels } from "../../domain/pip/pip-facts.ts";
import { type PipRules, pipTypeLabels } from "../../domain/pip/pip-rules.ts";
import { type PipView, viewPip } from "../../domain/pip/pip-view.ts";
import { renegotiationAnswerLabels } from "../../domain/pip/renegotiation.ts";
import { partsTakenOutOf } from "../../domain/pip/taken-out.ts";
import { wholePartDetails, wholePartLabels } from "../../domain/pip/whole-parts.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import { findEdition } from "../../frameworks/editions.ts";
import {
	bulletList,
	cell,
	heading,
	keyValue,
	keyValues,
	paragraph,
	signature,
	table,
	tableRow,
} from "../neutral/build-blocks.ts";
import type { ContentBlock } from "../neutral/neutral-document.ts";
import type { PlanPrinting } from "./plan-printing.ts";

type Printed = {
	readonly view: PipView;
	readonly rules: PipRules;
	readonly pip: NonNullable<ReturnType<typeof pipFactsOf>>;
};

/** What is worked out of the PIP that the document is, or reports on; undefined for another document. */
function printed({ graph, edition, options }: PlanPrinting): Printed | undefined {
	const pip = pipFactsOf(graph);
	const rules = edition.improvement;
	if (!pip || !rules) return undefined;
	const way = options.federalWay ?? { submissions: [], answers: [] };
	return { pip, rules, view: viewPip(graph, pip, rules, way, options.today) };
}

/** "10/2026", as a progress report gives the month of completion. */
export function monthAndYear(day: PlainDate): string {
	return `${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** The dates at the head of the template, and each clock with its arithmetic. */
export function pipGeneralBlocks(printing: PlanPrinting): ContentBlock[] {
	const { graph } = printing;
	const found = printed(printing);
	if (!found) return [];
	const { view, rules, pip } = found;
	const { state } = view;
	const day = (date: PlainDate | null) => (date ? formatDate(date) : "–");
	const rhythm =
		pip.terms?.reportEveryMonths === 3 ? "Every quarter" : `Every ${pip.terms?.reportEveryMonths ?? 3} months`;
	const period = view.reports.find(({ number }) => number === graph.document.updateNumber);
	return [
		keyValues([
			...(period ? [keyValue("Period of this report", `${formatDate(period.from)} to ${formatDate(period.to)}`)] : []),
			keyValue("Kind of plan", pipTypeLabels[rules.type]),
			keyValue("Review", pip.determination?.review ?? "–"),
			keyValue("Notice received", day(state.noticeOn)),
			keyValue("Date submitted", day(state.submittedOn ?? (graph.origin ?? graph.document).submittedOn)),
			keyValue("Date resubmitted", day(state.resubmittedOn)),
			keyValue("Date approved", day(state.approvedOn)),
			keyValue("Effective date", day(state.approvedOn)),
			keyValue("End of implementation", day(view.implementationEnd)),
			keyValue("End of the non-overlapping period", day(view.nonOverlapEnd)),
			keyValue("Reporting schedule and format", [rhythm, pip.terms?.reportFormat ?? ""].filter(Boolean).join("; ")),
			keyValue("Where it stands", phaseLabels[state.phase]),
		]),
		...(view.clocks.length + view.limitLines.length === 0
			? []
			: [
					table({
						caption: "Days worked out, with their arithmetic",
						weights: [3, 2, 5],
						headerColumns: 1,
						rows: [
							["What", "Day", "Arithmetic"],
							...view.clocks.map(({ label, dueOn, arithmetic }) => [label, formatDate(dueOn), arithmetic]),
							...view.limitLines.map(({ label, on, arithmetic }) => [label, formatDate(on), arithmetic]),
						],
					}),
				]),
		...evidenceBlocks(view, period?.number),
		...renegotiationBlocks(found, period?.to),
		...completionBlocks(view),
	];
}

/** What shows that key activities were done: in a progress report that of its period, in the plan all of it. */
function evidenceBlocks({ evidence }: PipView, report: number | undefined): ContentBlock[] {
	const lines = evidence.filter((each) => report === undefined || each.report === report);
	if (lines.length === 0) return [];
	return [
		heading(3, "Evidence of completion"),
		bulletList(lines.map((line) => `Key activity ${line.number}: ${evidenceWords(line)}.`)),
	];
}

const negotiatedText = (text: string) => (isPlainDate(text) ? formatDate(plainDate(text)) : text || "–");

/** What was negotiated anew: in a progress report as far as its period goes. */
function renegotiationBlocks({ view, rules }: Printed, until: PlainDate | undefined): ContentBlock[] {
	const lines = view.renegotiations.filter(({ renegotiation }) => !until || renegotiation.askedOn <= until);
	if (lines.length === 0) return [];
	const kept = lines.filter(({ parts }) => parts.length > 0);
	return [
		table({
			caption: "Negotiated anew",
			weights: [3, 3, 3, 5],
			headerColumns: 1,
			rows: [
				["What", "Before", "Now, or asked for", "Why, effect and agreement"],
				...lines.map(({ name, effect, renegotiation }) => {
					const { field, before, after, reason, askedOn, answer, answeredOn, answeredBy, letter } = renegotiation;
					const came =
						answer && answeredOn
							? `${[`${renegotiationAnswerLabels[answer]} on ${formatDate(answeredOn)}`, answeredBy, letter].filter(Boolean).join(", ")}.`
							: "Not answered yet.";
					return [
						name,
						negotiatedText(before),
						field === "takenOut" ? (answer === "agreed" ? "Taken out" : "To be taken out") : negotiatedText(after),
						`${reason} ${effect} Asked on ${formatDate(askedOn)}. ${came}`,
					];
				}),
			],
		}),
		...kept.map(({ name, parts }) =>
			table({
				caption: name,
				weights: [2, 5, 5],
				headerColumns: 1,
				rows: [
					["Part", "Text", "What else was agreed, and how it stood"],
					...parts.map((part) => [
						[wholePartLabels[part.partKind], part.number].filter(Boolean).join(" "),
						part.statement || "–",
						wholePartDetails(part, rules.statuses).join(" ") || "–",
					]),
				],
			}),
		),
	];
}

/** Of each area of a plan that was approved, what must still be done and measured. */
function completionBlocks({ state, completion, nonOverlapEnd }: PipView): ContentBlock[] {
	if (!state.approvedOn || completion.length === 0) return [];
	return [
		table({
			caption: `Completion: what each area still needs by ${formatDate(nonOverlapEnd)}`,
			weights: [3, 2, 2, 4, 3],
			headerColumns: 1,
			rows: [
				["Area", "Key activities not done", "Done, evidence missing", "Measures not met", "How it stands"],
				...completion.map(({ code, label, openActivities, unshownActivities, openMeasures, state: stands }) => [
					`${code}: ${label}`,
					openActivities.join(", ") || "None",
					unshownActivities.join(", ") || "None",
					openMeasures.join("; ") || "None",
					completionLabels[stands],
				]),
			],
		}),
	];
}

/** Each area with the goals that answer it, and of each goal what it addresses and where else it stands. */
export function pipAreaBlocks(printing: PlanPrinting): ContentBlock[] {
	const found = printed(printing);
	if (!found || found.view.areas.length === 0) return [];
	const { view, pip } = found;
	const goals = printing.graph.components.flatMap((component) => component.goals);
	return [
		table({
			caption: "Areas, and the goals that answer them",
			weights: [6, 3],
			headerColumns: 1,
			rows: [
				["Area", "Answered by"],
				...view.areas.map(({ area, goals: own }) => [
					`${area.code}: ${area.label}`,
					own.length === 0 ? "No goal yet" : own.map(({ number }) => `Goal ${number}`).join(", "),
				]),
			],
		}),
		...(goals.length === 0
			? []
			: [
					table({
						caption: "What each goal addresses, and where else it stands",
						weights: [1, 3, 4],
						headerColumns: 1,
						rows: [
							["Goal", "Addresses", "Also"],
							...goals.map(({ goal, number }) =>
								tableRow(
									[
										cell(number),
										cell(pip.addresses.find(({ goalId }) => goalId === goal.id)?.codes.join(", ") || "Not said yet"),
										cell(
											view.otherUses
												.filter(({ goalId }) => goalId === goal.id)
												.map(({ number: there, document }) => `Goal ${there} of ${document.title}`)
												.join("; ") || "–",
										),
									],
									{ id: printing.anchor(goal.id, "live.areas") },
								),
							),
						],
					}),
				]),
	];
}

/** The measurement plan: small counts, and what rests on them, are not printed. */
export function pipMeasurementBlocks(printing: PlanPrinting): ContentBlock[] {
	const found = printed(printing);
	if (!found) return [];
	const { view, rules, pip } = found;
	return [
		...view.measurement.flatMap((line) => lineBlocks(line, printing)),
		...rules.monthly.flatMap((series) => ratioTable(series, pip.ratios)),
	];
}

function lineBlocks(line: MeasurementLine, printing: PlanPrinting): ContentBlock[] {
	const { item, start, arithmetic, fault, standing, results } = line;
	const small = start !== null && isSmall(start, line.baseline);
	const value = (shown: number | null) => lineValue(line, shown);
	return [
		heading(3, item.label, { id: printing.anchor(item.id, "label") }),
		paragraph(`Goal ${line.goalNumber}. ${measurementMethodLabels[item.method]}. ${standingLabels[standing.state]}.`),
		...(fault === ""
			? []
			: [paragraph(item.baselineDueOn ? `${fault} It is due ${formatDate(item.baselineDueOn)}.` : fault)]),
		...(small
			? [paragraph(`Baseline: ${maskedMark}. ${maskedWords}`)]
			: arithmetic.length > 0
				? [bulletList(arithmetic)]
				: [paragraph(`Baseline: ${value(line.baseline)}. Goal: ${value(line.goal)}.`)]),
		...(start?.source ? [paragraph(`Source: ${start.source}.`)] : []),
		...(results.length === 0
			? []
			: [
					table({
						caption: `What was found: ${item.label}`,
						weights: [4, 2, 4],
						headerColumns: 1,
						rows: [
							["Period", "Reached", "Does it count?"],
							...results.map(({ result, reached, faults }) => [
								`${formatDate(result.periodStart)} to ${formatDate(result.periodEnd)}`,
								isSmall(result, reached) ? maskedMark : value(reached),
								faults.length === 0 ? "Yes" : `No: ${faults.join(" ")}`,
							]),
						],
					}),
				]),
	];
}

function lineValue({ item }: MeasurementLine, value: number | null): string {
	return value === null ? "–" : `${Number(value.toFixed(2))}${item.method === "sampling-error" ? "%" : ""}`;
}

function isSmall(
	counts: { readonly numerator: number | null; readonly denominator: number | null },
	value: number | null,
): boolean {
	if (counts.numerator === null || counts.denominator === null || value === null) return false;
	return maskFigure({ ...counts, value }, "percent").value.masked;
}

function ratioTable(series: PipRules["monthly"][number], ratios: readonly Fact<"monthly-ratio">[]): ContentBlock[] {
	const own = ratios.filter(({ code }) => code === series.code).toSorted((a, b) => (a.month < b.month ? -1 : 1));
	if (own.length === 0) return [];
	const count = (shown: Shown) => (shown.masked ? maskedMark : shown.value.toLocaleString("en-US"));
	return [
		table({
			caption: `${series.label} by month`,
			weights: [2, 3, 3, 2, 4],
			headerColumns: 1,
			rows: [
				["Month", series.numerator, series.denominator, "Ratio", "Source"],
				...own.map(({ month, numerator, denominator, source }) => {
					const [upper, lower] = [maskCount(numerator), maskCount(denominator)];
					const ratio = upper.masked || lower.masked ? maskedMark : (numerator / denominator).toFixed(2);
					return [monthAndYear(month), count(upper), count(lower), ratio, source];
				}),
			],
		}),
	];
}

/** Where State and federal agency sign the agreement. */
export function pipAgreementBlocks(): ContentBlock[] {
	return [
		signature({ label: "For the State agency: name, title, date" }),
		signature({ label: "For the Administration for Children and Families: name, title, date" }),
	];
}

/** How the key activities of each Program Improvement Plan in force stand: the same facts as in its own reports (INT-03, INT-09). */
export function pipProgressBlocks({ graph }: PlanPrinting): ContentBlock[] {
	const { improvement } = graph;
	if (!improvement) return [];
	return pipsInForce(graph).flatMap((pip): ContentBlock[] => {
		const rules = findEdition(pip.editionId)?.improvement;
		const { components, measurement } = pipElsewhere(graph, pip, rules);
		const rows = components.flatMap(({ goals }) =>
			goals.flatMap(({ goal, number, strategies }) => [
				[number, goal.statement || "–", ""],
				...strategies.flatMap((each) => [
					[each.number, each.strategy.statement || "–", ""],
					...each.milestones.map((activity) => [
						activity.number,
						activity.milestone.statement || "–",
						activityWords(activity.milestone, rules, improvement),
					]),
				]),
			]),
		);
		return [
			table({
				caption: pip.title,
				weights: [1, 6, 4],
				headerColumns: 1,
				rows: [
					["No.", "Goal, strategy or key activity", "How it stands"],
					...rows,
					...partsTakenOutOf(improvement, pip.id).map(({ number, statement, renegotiationId }) => {
						const agreed = improvement.renegotiations?.find(({ id }) => id === renegotiationId);
						const on = agreed?.answeredOn ? ` on ${formatDate(agreed.answeredOn)}` : "";
						return [number, statement || "–", `Taken out by agreement${on}: ${agreed?.reason ?? ""}`];
					}),
				],
			}),
			...standingBlocks(pip.title, measurement),
			...(rules?.monthly ?? []).flatMap((series) =>
				ratioTable(
					series,
					improvement.ratios.filter(({ documentId }) => documentId === pip.id),
				),
			),
		];
	});
}

function activityWords(
	{ id, status, completedOn, explanation }: Fact<"milestone">,
	rules: PipRules | undefined,
	improvement: NonNullable<PlanPrinting["graph"]["improvement"]>,
): string {
	const stands = `${rules?.statuses[status] ?? status}${completedOn ? ` ${monthAndYear(completedOn)}` : ""}.`;
	return [stands, explanation, renegotiatedWords(id, improvement)].filter(Boolean).join(" ");
}

/** How each measure of a PIP stands: baseline, goal, what was found last, and whether the goal was reached, as in the PIP itself. */
function standingBlocks(title: string, measurement: readonly MeasurementLine[]): ContentBlock[] {
	if (measurement.length === 0) return [];
	return [
		table({
			caption: `Measures of ${title}`,
			weights: [4, 2, 2, 4, 3],
			headerColumns: 1,
			rows: [
				["Measure", "Baseline", "Goal", "Found last", "How it stands"],
				...measurement.map((line) => {
					const { item, goalNumber, baseline, goal, targetBy, standing } = line;
					const small = line.start !== null && isSmall(line.start, baseline);
					const by = targetBy ? ` by ${formatDate(targetBy)}` : "";
					const on = standing.periodEnd ? `, period ending ${formatDate(standing.periodEnd)}` : "";
					return [
						`Goal ${goalNumber}: ${item.label}`,
						small ? maskedMark : lineValue(line, baseline),
						`${small ? maskedMark : lineValue(line, goal)}${by}`,
						foundWords(line),
						`${standingLabels[standing.state]}${on}`,
					];
				}),
			],
		}),
	];
}

function foundWords(line: MeasurementLine): string {
	const newest = newestResult(line);
	if (!newest) return "Nothing yet";
	const { result, reached, faults } = newest;
	const found = isSmall(result, reached) ? maskedMark : lineValue(line, reached);
	const period = `${formatDate(result.periodStart)} to ${formatDate(result.periodEnd)}`;
	return `${found}, ${period}${faults.length === 0 ? "" : ". It does not count"}`;
}

/** What was agreed anew of a key activity, and why. */
function renegotiatedWords(
	partId: string,
	{ renegotiations = [] }: NonNullable<PlanPrinting["graph"]["improvement"]>,
): string {
	return renegotiations
		.filter((each) => each.partId === partId && each.answer === "agreed")
		.map(({ field, before, after, reason }) => {
			if (field === "added") return `Added by agreement: ${reason}`;
			const what = field === "dueOn" ? "Projected completion" : "Text";
			return `${what} negotiated anew, ${negotiatedText(before)} to ${negotiatedText(after)}: ${reason}`;
		})
		.join(" ");
}
