import { z } from "zod";
import { describePeriod } from "../domain/measure/describe-period.ts";
import { compareEquity, type EquityRow } from "../domain/measure/disparity/equity-rows.ts";
import { maskGroups } from "../domain/measure/mask-groups.ts";
import type { Shown } from "../domain/measure/masking.ts";
import { isRateUnit } from "../domain/measure/rate.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { type CountedId, countedIds, isIndicatorId, measureKinds } from "../indicators/engine/indicator.ts";
import { getIndicatorTable } from "./get-indicator-table.ts";
import { findIndicatorPlace } from "./indicator-places.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { byGroup, mainSeries, type OutcomeSeries, seriesOf } from "./outcomes.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

const groupings = ["raceEthnicity", "ageGroup", "sex", "county"] as const;
export type EquityGrouping = (typeof groupings)[number] | "agency";

export type EquityTable = {
	readonly by: EquityGrouping;
	/** The group that the others are compared with; null where they are not. */
	readonly reference: string | null;
	readonly rows: readonly (EquityRow & {
		/** Observed, in the measure's own unit; null where it is masked. */
		readonly value: number | null;
	})[];
};

export type EquityMeasure = {
	/** `P1` of the files that were counted, `3F` with its vintage of the figures that were loaded. */
	readonly code: string;
	readonly vintage: string;
	readonly label: string;
	readonly period: string;
	/** What a value is: "percent", "per-1000-days". Empty where the measure names it. */
	readonly unit: string;
	readonly tables: readonly EquityTable[];
};

export type EquityView = {
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly measures: readonly EquityMeasure[];
};

const IntervalOutput = z.object({ estimate: z.number(), lower: z.number(), upper: z.number() });

/**
 * Every measure of a place that has groups: each group's numerator, denominator and value as the public may see them, whoever asks, and
 * how it stands to a reference group that is named. A measure without groups has no tables.
 */
export const getEquity = defineOperation({
	name: "get-equity",
	title: "Get every measure by groups",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/equity" },
	input: z.object({
		jurisdictionId: z.uuid(),
		code: z.string().max(40).optional().describe("One measure alone: `P1`, `3F`."),
	}),
	output: z
		.object({
			jurisdiction: factOutputs.jurisdiction,
			measures: z.array(
				z
					.object({
						code: z.string(),
						vintage: z.string().describe("Of a figure that was loaded; empty of what was counted from files."),
						label: z.string(),
						period: z.string(),
						unit: z.string(),
						tables: z.array(
							z.object({
								by: z.enum([...groupings, "agency"]),
								reference: z.string().nullable().describe("The group that the others are compared with."),
								rows: z.array(
									z.object({
										group: z.string(),
										numerator: z.number().nullable(),
										denominator: z.number().nullable(),
										value: z.number().nullable(),
										index: IntervalOutput.nullable().describe(
											"The group's rate over that of the reference, with 95 percent.",
										),
										says: z.enum([
											...(["reference", "masked", "too-few", "higher", "lower", "not-enough", "not-compared"] as const),
										]),
									}),
								),
							}),
						),
					})
					.meta({ id: "EquityMeasure" }),
			),
		})
		.meta({ id: "EquityView", description: "Counts of 1 to 10 and what would give them away are null, whoever asks." }),
	async run(context, { jurisdictionId, code }): Promise<EquityView> {
		const place = await findIndicatorPlace(context, jurisdictionId);
		const run = place.runs[0];
		const counted: EquityMeasure[] = [];
		for (const id of countedIds) {
			if (!run || (code !== undefined && code !== id)) continue;
			if (run.statuses.find(({ indicator }) => indicator === id)?.status !== "counted") continue;
			counted.push({
				...{ code: id, vintage: "", label: "", unit: "", period: run.windowName },
				tables: await countedTables(context, id, { jurisdictionId, window: run.windowName }),
			});
		}
		const observations = await context.stores.figures.list({ jurisdictionIds: [jurisdictionId], newestOnly: true });
		const series = seriesOf(observations).filter(({ indicator }) => code === undefined || indicator.code === code);
		const loaded = mainSeries(series).map((main) => loadedMeasure(main, series));
		return { jurisdiction: place.jurisdiction, measures: [...counted, ...loaded] };
	},
});

async function countedTables(
	context: OperationContext,
	indicator: CountedId,
	place: { readonly jurisdictionId: string; readonly window: string },
): Promise<readonly EquityTable[]> {
	const tables: EquityTable[] = [];
	for (const by of indicator === "ENTRY" ? (["county"] as const) : groupings) {
		const { rows } = await getIndicatorTable.run(context, { ...place, indicator, by, public: "1" });
		const groups = rows.map(({ labels, numerator, denominator }) => ({
			...{ group: labels[by] ?? "", numerator, denominator },
		}));
		if (groups.length < 2) continue;
		// Months of one child stand and fall together: groups of them are not compared.
		const kind = isIndicatorId(indicator) || indicator === "ENTRY" ? measureKinds[indicator] : null;
		const compared = compareEquity(groups, kind, by === "raceEthnicity" ? "White" : "");
		const values = new Map(rows.map((each) => [each.labels[by] ?? "", each.observed]));
		tables.push({
			...{ by, reference: compared.reference },
			rows: compared.rows.map((each) => ({ ...each, value: values.get(each.group) ?? null })),
		});
	}
	return tables;
}

const agencyLabels = { "child-welfare": "Child welfare", probation: "Probation" } as const;

/** What was loaded from tables has the groups of its two agencies, where the file gave them. */
function loadedMeasure({ indicator, latest }: OutcomeSeries, all: readonly OutcomeSeries[]): EquityMeasure {
	const { code, vintage, label, unit } = indicator;
	const same = all
		.filter((each) => each.indicator === indicator && each.latest.periodEnd === latest.periodEnd)
		.toSorted(byGroup);
	const masked = unit
		? maskGroups(
				same.map((each) => each.latest),
				unit,
			)
		: [];
	const groups = same.flatMap(({ populationGroup }, i) => {
		const figure = masked[i];
		if (populationGroup === "all" || !figure) return [];
		const { numerator, denominator, value } = figure;
		return [
			{
				group: agencyLabels[populationGroup],
				...{ numerator: countOf(numerator), denominator: countOf(denominator), value: countOf(value) },
			},
		];
	});
	const kind = unit && isRateUnit(unit) && unit !== "ratio" ? (unit === "percent" ? "share" : "rate") : null;
	const compared = compareEquity(
		groups.map(({ value: _value, ...counts }) => counts),
		kind,
		agencyLabels["child-welfare"],
	);
	return {
		...{ code, vintage, label: label ?? "", unit: unit ?? "" },
		period: describePeriod(latest.periodStart, latest.periodEnd),
		tables:
			groups.length < 2
				? []
				: [
						{
							...{ by: "agency" as const, reference: compared.reference },
							rows: compared.rows.map((each, i) => ({ ...each, value: groups[i]?.value ?? null })),
						},
					],
	};
}

function countOf(shown: Shown | null): number | null {
	return shown === null || shown.masked ? null : shown.value;
}
