import { z } from "zod";
import { may } from "../domain/people/may.ts";
import { eventsOpenTo } from "../domain/pip/pip-clock.ts";
import { WholePartKind } from "../domain/pip/pip-facts.ts";
import { ClockEventKind, PipType } from "../domain/pip/pip-rules.ts";
import type { PipView } from "../domain/pip/pip-view.ts";
import {
	type RenegotiablePart,
	RenegotiatedField,
	RenegotiatedKind,
	renegotiableParts,
} from "../domain/pip/renegotiation.ts";
import { goalsWithoutMeasures, type PlaceToAdd, placesToAdd } from "../domain/pip/whole-parts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { PipViewOutput } from "./outputs/pip-outputs.ts";
import { saidByTheDocument } from "./record-clock-event.ts";
import { viewOfPip } from "./view-of-pip.ts";

/** A goal of a PIP with what it addresses. */
export type PipGoal = {
	readonly id: string;
	readonly number: string;
	readonly statement: string;
	readonly codes: readonly string[];
	/** The version of what it addresses; 0 while nothing was said. */
	readonly addressVersion: number;
	readonly objectives: number;
};

export type PipAnswer = {
	readonly document: Fact<"document">;
	readonly cycle: Fact<"cycle">;
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly pipType: PipType;
	readonly determination: Fact<"determination"> | null;
	readonly terms: Fact<"plan-terms"> | null;
	readonly events: readonly Fact<"clock-event">[];
	/** What can be recorded of the clock now. */
	readonly openEvents: readonly ClockEventKind[];
	readonly goals: readonly PipGoal[];
	readonly ratios: readonly Fact<"monthly-ratio">[];
	/** What can be negotiated anew while it is in force. */
	readonly parts: readonly RenegotiablePart[];
	/** What can be added to it by agreement while it is in force. */
	readonly places: readonly PlaceToAdd[];
	/** Goals added by agreement that nothing measures yet: their measures can be added while the plan is in force. */
	readonly unmeasured: readonly string[];
	readonly view: PipView;
	readonly mayWrite: boolean;
};

/** A Program Improvement Plan with its clock, areas, work plan, measurement plan and periods of report, as of today. */
export const getPip = defineOperation({
	name: "get-pip",
	title: "Get a Program Improvement Plan",
	http: { method: "get", path: "/pips/{documentId}" },
	input: z.object({ documentId: z.uuid() }),
	output: z.object({
		document: factOutputs.document,
		cycle: factOutputs.cycle,
		jurisdiction: factOutputs.jurisdiction,
		pipType: PipType,
		determination: factOutputs.determination.nullable(),
		terms: factOutputs["plan-terms"].nullable(),
		events: z.array(factOutputs["clock-event"]),
		openEvents: z.array(ClockEventKind).describe("What can be recorded of the clock now."),
		goals: z.array(
			z.object({
				id: z.uuid(),
				number: z.string(),
				statement: z.string(),
				codes: z.array(z.string()),
				addressVersion: z.int().min(0),
				objectives: z.int().min(0),
			}),
		),
		ratios: z.array(factOutputs["monthly-ratio"]),
		parts: z
			.array(
				z.object({
					...{ kind: RenegotiatedKind, id: z.uuid(), field: RenegotiatedField },
					...{ name: z.string(), now: z.string().describe("What it says now.") },
				}),
			)
			.describe("What can be negotiated anew while the plan is in force."),
		places: z
			.array(z.object({ kind: WholePartKind, underId: z.uuid().nullable(), name: z.string() }))
			.describe("What can be added by agreement while the plan is in force."),
		unmeasured: z.array(z.uuid()).describe("Goals added by agreement that nothing measures yet."),
		view: PipViewOutput,
		mayWrite: z.boolean(),
	}),
	async run(context, { documentId }): Promise<PipAnswer> {
		const { actor, stores } = context;
		const { facts, graph, pip, rules, view } = await viewOfPip(context, documentId);
		return {
			...{ document: facts.document, cycle: facts.cycle, jurisdiction: facts.jurisdiction, pipType: rules.type, view },
			determination: pip.determination ?? null,
			terms: pip.terms ?? null,
			events: pip.clockEvents.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
			openEvents: eventsOpenTo(view.state, rules.clock).filter((kind) => !saidByTheDocument.includes(kind)),
			goals: graph.components.flatMap(({ goals }) =>
				goals.map(({ goal, number, objectives }) => {
					const address = pip.addresses.find(({ goalId }) => goalId === goal.id);
					return {
						...{ id: goal.id, number, statement: goal.statement, objectives: objectives.length },
						codes: address?.codes ?? [],
						addressVersion: address?.version ?? 0,
					};
				}),
			),
			ratios: pip.ratios.toSorted((a, b) => (a.month < b.month ? 1 : -1)),
			parts: ["in-force", "measuring"].includes(view.state.phase) ? renegotiableParts(graph, pip) : [],
			places: view.state.phase === "in-force" ? placesToAdd(graph, pip) : [],
			unmeasured: goalsWithoutMeasures(graph, pip).map(({ goal }) => goal.id),
			mayWrite: may(actor, "plan.write", await stores.jurisdictions.pathOf(facts.document.jurisdictionId)),
		};
	},
});
