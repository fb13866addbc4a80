import { z } from "zod";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { AssistanceStatus } from "../domain/plan/request-facts.ts";
import { CycleStage } from "../domain/workflow/cycle-stage.ts";
import { DocumentState, stateLabels } from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { milestoneWord } from "../frameworks/editions.ts";
import { listPlacesFor } from "./list-places-for.ts";
import { defineOperation } from "./operation.ts";
import { mainSeries, type OutcomeSeries, seriesOf } from "./outcomes.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { OutcomeSeriesOutput } from "./outputs/outcome-outputs.ts";
import { dayOf } from "./plan-checks.ts";
import { nextYearlyPaper, YearlyPaperOutput, type YearlyPaperRow, yearlyPapersOf } from "./yearly-papers.ts";

export const cycleStageLabels: Readonly<Record<CycleStage, string>> = {
	"no-plan": "No plan in sight",
	drafting: stateLabels.drafting,
	ready: stateLabels.ready,
	"board-approved": stateLabels["board-approved"],
	submitted: "Submitted, waits for review",
	"under-review": stateLabels["under-review"],
	"recommendations-made": stateLabels["recommendations-made"],
	"in-negotiation": stateLabels["in-negotiation"],
	"assigned-by-state": stateLabels["assigned-by-state"],
	returned: "Returned to the county",
	"in-force": "In force",
	ended: "Term has ended",
};

/** One county on the State's page. */
export type CountyRow = {
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly stage: CycleStage;
	/** The plan that says so. */
	readonly plan: Fact<"document"> | null;
	readonly cycle: Fact<"cycle"> | null;
	/** Since when something is late: the first milestone, the yearly paper or the end of the term, whichever came first. */
	readonly lateSince: PlainDate | null;
	readonly lateMilestones: number;
	/** What the plan calls them: "milestone", "action step". */
	readonly milestoneWord: string;
	readonly nextPaper: YearlyPaperRow | null;
	/** What the plan's components address. */
	readonly outcomes: readonly { readonly code: string; readonly label: string }[];
	readonly series: readonly OutcomeSeries[];
	readonly belowStandard: number;
	/** Technical assistance and training that the county needs in this plan and has not had. */
	readonly assistance: readonly { readonly need: string; readonly status: AssistanceStatus }[];
};

export type Counties = { readonly today: PlainDate; readonly rows: readonly CountyRow[] };

/** All counties and Tribes whose plans the asker may see, on one page: where each is and what is late. A few queries for all. */
export const listCounties = defineOperation({
	name: "list-counties",
	title: "List counties with where each is in its cycle",
	http: { method: "get", path: "/counties" },
	input: z.object({}),
	output: z.object({
		today: PlainDate,
		rows: z.array(
			z
				.object({
					jurisdiction: factOutputs.jurisdiction,
					stage: CycleStage,
					plan: factOutputs.document.nullable(),
					cycle: factOutputs.cycle.nullable(),
					lateSince: PlainDate.nullable(),
					lateMilestones: z.int(),
					milestoneWord: z.string(),
					nextPaper: YearlyPaperOutput.nullable(),
					outcomes: z.array(z.object({ code: z.string(), label: z.string() })),
					series: z.array(OutcomeSeriesOutput),
					belowStandard: z.int(),
					assistance: z.array(z.object({ need: z.string(), status: AssistanceStatus })),
				})
				.meta({ id: "CountyRow" }),
		),
	}),
	async run(context): Promise<Counties> {
		const { clock, stores } = context;
		const today = dayOf(clock());
		const readable = await listPlacesFor.run(context, { permission: "plan.read-submitted" });
		const places = readable.filter(({ kind }) => kind === "county" || kind === "tribe");
		const documents = await stores.facts.list("document");
		const cycles = new Map((await stores.facts.list("cycle")).map((each) => [each.id, each]));
		const areas = groupOf(await stores.facts.list("focus-area"), ({ documentId }) => documentId);
		const requests = groupOf(await stores.facts.list("assistance-request"), ({ documentId }) => documentId);
		const late = new Map((await stores.plans.countLateMilestones(today)).map((each) => [each.jurisdictionId, each]));
		const jurisdictionIds = places.map(({ id }) => id);
		const figures = await stores.figures.list({ jurisdictionIds, newestOnly: true });
		const series = groupOf(mainSeries(seriesOf(figures)), ({ jurisdictionId }) => jurisdictionId);
		const documentsOf = groupOf(documents, ({ jurisdictionId }) => jurisdictionId);
		const rows = places.map((jurisdiction): CountyRow => {
			const own = documentsOf.get(jurisdiction.id) ?? [];
			const plan = planThatCounts(
				own.filter(({ updateOf }) => updateOf === null),
				cycles,
			);
			const cycle = (plan && cycles.get(plan.cycleId)) ?? null;
			const papers = plan && cycle ? yearlyPapersOf(plan, cycle, own, today) : [];
			const nextPaper = nextYearlyPaper(papers) ?? null;
			const stage = stageOf(plan, cycle, today);
			const milestones = late.get(jurisdiction.id);
			const lateDays = [
				milestones?.since,
				...papers.filter(({ overdue }) => overdue).map(({ dueOn }) => dueOn),
				stage === "ended" ? cycle?.endsOn : undefined,
			].filter((day) => day !== undefined);
			const outcomes = (plan ? (areas.get(plan.id) ?? []) : []).flatMap(({ codes, label }) =>
				codes.map((code) => ({ code, label })),
			);
			const figuresOf = series.get(jurisdiction.id) ?? [];
			return {
				...{ jurisdiction, stage, plan: plan ?? null, cycle, nextPaper, outcomes, series: figuresOf },
				lateSince: lateDays.toSorted()[0] ?? null,
				lateMilestones: milestones?.late ?? 0,
				milestoneWord: milestoneWord(plan?.editionId),
				belowStandard: figuresOf.filter(({ judgement }) => judgement.verdict === "below").length,
				assistance: (plan ? (requests.get(plan.id) ?? []) : [])
					.filter(({ status }) => status !== "provided" && status !== "declined")
					.map(({ need, status }) => ({ need, status })),
			};
		});
		return { today, rows };
	},
});

/** The plan of the newest term; of one term the one that is furthest. */
function planThatCounts(
	plans: readonly Fact<"document">[],
	cycles: ReadonlyMap<string, Fact<"cycle">>,
): Fact<"document"> | undefined {
	const order = DocumentState.options;
	const start = ({ cycleId }: Fact<"document">) => cycles.get(cycleId)?.startsOn ?? "";
	return plans
		.toSorted((a, b) => start(a).localeCompare(start(b)) || order.indexOf(a.state) - order.indexOf(b.state))
		.at(-1);
}

function stageOf(plan: Fact<"document"> | undefined, cycle: Fact<"cycle"> | null, today: PlainDate): CycleStage {
	if (!plan) return "no-plan";
	if (plan.state !== "accepted") return plan.state;
	return cycle && cycle.endsOn < today ? "ended" : "in-force";
}

function groupOf<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const group = groups.get(key(item));
		if (group) group.push(item);
		else groups.set(key(item), [item]);
	}
	return groups;
}
