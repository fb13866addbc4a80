import { z } from "zod";
import { PlainDate } from "../../domain/calendar/plain-date.ts";
import { WholePart } from "../../domain/pip/pip-facts.ts";
import { ConformityArea } from "../../domain/pip/pip-rules.ts";
import type { PipView } from "../../domain/pip/pip-view.ts";
import { schemaOf } from "./agreement.ts";
import { factOutputs } from "./fact-outputs.ts";

const day = PlainDate.nullable();

export const PipPhaseOutput = z
	.enum(["not-started", "writing", "with-authority", "revising", "in-force", "measuring", "completed"])
	.meta({ id: "PipPhase" });

const ClockOutput = z
	.object({
		id: z.enum(["submission", "resubmission"]),
		from: PlainDate,
		days: z.int(),
		addedDays: z.int(),
		stops: z.array(z.object({ from: PlainDate, to: day, reason: z.string() })),
		doneOn: day,
	})
	.meta({ id: "PipClock" });

const MeasurementLineOutput = z
	.object({
		item: factOutputs["measurement-item"],
		goalNumber: z.string(),
		start: factOutputs.baseline.nullable(),
		target: z.number().nullable().describe("The target that stands in the objective."),
		targetBy: day,
		targetId: z.uuid().nullable(),
		baseline: z.number().nullable().describe("In the unit of the goal; of a case review item a percentage."),
		goal: z.number().nullable().describe("Worked out; null while something is missing."),
		arithmetic: z.array(z.string()).describe("Each step of the arithmetic in words and figures."),
		fault: z.string().describe("Why no goal can be worked out; empty when it can."),
		targetDiffers: z.boolean(),
		results: z.array(
			z.object({
				result: factOutputs["measurement-result"],
				faults: z.array(z.string()).describe("Why the period does not count; empty when it does."),
				reached: z.number().nullable(),
			}),
		),
		standing: z.object({ state: z.enum(["no-goal", "not-measured", "not-met", "exempt", "met"]), periodEnd: day }),
	})
	.meta({ id: "MeasurementLine" });

/** What is worked out of a PIP's facts for a day. */
export const PipViewOutput = schemaOf<PipView>()(
	z
		.object({
			state: z.object({
				phase: PipPhaseOutput,
				clocks: z.array(ClockOutput),
				noticeOn: day,
				submittedOn: day,
				resubmittedOn: day,
				approvedOn: day,
				extensionAskedOn: day,
				extensionMonths: z.int(),
				implementationEndedOn: day,
				completedOn: day,
				lastOn: day,
			}),
			clockFault: z.string().describe("An event that does not fit what came before it; empty when all fit."),
			clocks: z.array(
				z.object({
					clock: ClockOutput,
					label: z.string(),
					dueOn: PlainDate,
					arithmetic: z.string(),
					stopped: z.boolean(),
					daysLeft: z.int().nullable(),
					late: z.boolean(),
				}),
			),
			limits: z.object({ endBy: day, plainEnd: day, absolute: day, askBy: day, askedLate: z.boolean() }),
			limitLines: z.array(z.object({ label: z.string(), on: PlainDate, arithmetic: z.string() })),
			implementationEnd: PlainDate,
			nonOverlapEnd: PlainDate,
			areas: z.array(
				z.object({
					area: ConformityArea,
					goals: z.array(z.object({ goalId: z.uuid(), number: z.string(), statement: z.string() })),
				}),
			),
			openItems: z.array(z.string()),
			tracks: z.object({
				engagement: z.array(factOutputs["work-step"]),
				response: z.array(factOutputs["work-step"]),
				submission: z.array(factOutputs["work-step"]),
			}),
			measurement: z.array(MeasurementLineOutput),
			reports: z.array(z.object({ number: z.int(), from: PlainDate, to: PlainDate })),
			otherUses: z.array(z.object({ document: factOutputs.document, goalId: z.uuid(), number: z.string() })),
			renegotiations: z.array(
				z.object({
					renegotiation: factOutputs.renegotiation,
					name: z.string(),
					effect: z.string(),
					parts: z.array(WholePart.meta({ id: "WholePart" })),
				}),
			),
			completion: z.array(
				z.object({
					code: z.string(),
					label: z.string(),
					openActivities: z.array(z.string()).describe("Numbers of key activities that are not done."),
					unshownActivities: z.array(z.string()).describe("Numbers of completed key activities without evidence."),
					openMeasures: z.array(z.string()).describe("Measures not met in a period that counts."),
					state: z.enum(["no-goal", "open", "answered", "not-answered"]),
				}),
			),
			evidence: z.array(
				z.object({
					evidence: factOutputs["completion-evidence"],
					number: z.string(),
					fileName: z.string().nullable(),
					counts: z.boolean(),
					report: z.int().nullable().describe("The progress report in whose period its day falls."),
				}),
			),
			misdated: z.array(z.object({ id: z.uuid(), number: z.string(), dueOn: PlainDate })),
		})
		.meta({ id: "PipView" }),
);
