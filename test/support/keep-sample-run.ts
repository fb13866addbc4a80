import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import { installationActor } from "../../src/domain/people/installation.ts";
import type { BandCell, CohortBands } from "../../src/indicators/curves/cohort-bands.ts";
import type { EntryCurve, ExitCurve } from "../../src/indicators/curves/curve-results.ts";
import type { CurveSet } from "../../src/indicators/curves/run-curves.ts";
import type { RiskCell } from "../../src/indicators/engine/risk-cells.ts";
import type { RaceEthnicity } from "../../src/indicators/extracts/canonical-rows.ts";
import { keepIndicatorRun } from "../../src/operations/keep-indicator-run.ts";
import { type Performer, perform } from "../../src/operations/operation.ts";

/** A group of the sample's P1: White girls of 1 to 5 years where nothing else is said. */
export type SampleGroup = {
	readonly county: string;
	readonly sex?: string;
	readonly raceEthnicity?: RaceEthnicity;
	readonly numerator: number;
	readonly denominator: number;
};

/** Both cohorts of 40 children of one county: 10 are reunified and 1 of these comes back in month 2, and 30 stay in care. */
export function sampleCurves(county: string): CurveSet {
	const entry = (group: Readonly<Record<string, string>>): EntryCurve => {
		const none = { relative: 0, adoption: 0, guardianship: 0, other: 0 };
		return {
			...{ group, children: 40 },
			months: [
				{ month: 1, atRisk: 40, permanency: 0, reunification: 0, ...none, inCare: 100 },
				{ month: 2, atRisk: 30, permanency: 25, reunification: 25, ...none, inCare: 75 },
			],
		};
	};
	const exit = (group: Readonly<Record<string, string>>): ExitCurve => {
		const stayed = {
			...{ children: 10, days: { p25: 40, p50: 45, p75: 50 } },
			within: { "12": 100, "24": 100, "36": 100 },
		};
		const months = [
			{ month: 1, atRisk: 10, reentered: 0 },
			{ month: 2, atRisk: 9, reentered: 10 },
		];
		return {
			group,
			stays: (["all", "permanency", "reunification"] as const).map((way) => ({ exit: way, ...stayed })),
			reentry: (["all", "reunification"] as const).map((way) => ({ exit: way, children: 10, months })),
		};
	};
	const groups = [{}, { county }, { sex: "female" }];
	return { filesEnd: plainDate("2025-03-31"), entry: groups.map(entry), exit: groups.map(exit) };
}

/** The sample's 80 children of one county in steps: 20 to permanency within 6 months, 31 within 12, 45 within 18. */
export function sampleBands(county: string): CohortBands {
	const counts = { "by-6": 20, "by-12": 11, "by-18": 14, other: 15, "in-care": 20 } as const;
	const bands = Object.keys(counts) as readonly (keyof typeof counts)[];
	const group = { county, ageGroup: "1-5 yrs", raceEthnicity: "White", sex: "female" };
	return { entry: bands.map((band): BandCell => ({ ...group, band, children: counts[band] })) };
}

/** Cells of P1 of two ages with which counties can be compared: of each county the share that does well, and its children of an age. */
export function sampleRiskCells(
	counties: readonly { readonly county: string; readonly share: number; readonly children: number }[],
): readonly RiskCell[] {
	return counties.flatMap(({ county, share, children }) =>
		[1, 2].map((riskAge) => {
			const numerator = Math.round(children * share * (riskAge === 1 ? 1 : 0.9));
			return { indicator: "P1" as const, county, riskAge, children, numerator, denominator: children };
		}),
	);
}

/** Keeps a small counting of 23A23B for a place: P1 of one county or of given groups, with one check over its limit. Answers the run's id. */
export async function keepSampleRun(
	performer: Performer,
	jurisdictionId: string,
	options: {
		readonly county?: string;
		readonly fileName?: string;
		readonly groups?: readonly SampleGroup[];
		readonly riskCells?: readonly RiskCell[];
		readonly curves?: CurveSet;
		readonly bands?: CohortBands;
	} = {},
): Promise<string> {
	const { county = "99001", fileName = "afcars-23A.xml" } = options;
	const groups = options.groups ?? [{ county, numerator: 31, denominator: 80 }];
	const sum = (count: "numerator" | "denominator") => groups.reduce((total, each) => total + each[count], 0);
	const countOf = (numerator: number, denominator: number) => ({
		...{ indicator: "P1" as const, numerator, denominator, observed: (numerator / denominator) * 100 },
	});
	const { runId } = await perform(performer, keepIndicatorRun, installationActor, {
		jurisdictionId,
		...(options.curves ? { curves: options.curves } : {}),
		...(options.bands ? { bands: options.bands } : {}),
		files: [
			{ loadId: performer.ids.next(), system: "AFCARS", period: "23A", fileName, sha256: performer.ids.hash(fileName) },
		],
		dataAsOf: "2026-06-30",
		options: { rollup: "initial" },
		definitionVersion: "v1-00000000",
		key: performer.ids.hash(`${jurisdictionId} ${fileName}`),
		results: {
			window: "23A23B",
			results: [
				{ indicator: "S1", status: "needs-files", missing: ["FY23"] },
				{ ...countOf(sum("numerator"), sum("denominator")), group: {}, exceededChecks: ["dropped-records 23A"] },
				...groups.map(({ county: code, sex = "female", raceEthnicity = "White", numerator, denominator }) => ({
					...countOf(numerator, denominator),
					group: { county: code, ageGroup: "1-5 yrs", raceEthnicity, sex },
				})),
			],
			riskCells: options.riskCells ?? [],
			quality: [
				{
					check: "dropped-records",
					system: "AFCARS",
					period: "23A",
					failed: 11,
					of: 100,
					percent: 11,
					limit: 10,
					exceeded: true,
				},
			],
		},
	});
	return runId;
}
