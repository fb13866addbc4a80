import { installationActor } from "../../src/domain/people/installation.ts";
import { keepIndicatorRun } from "../../src/operations/keep-indicator-run.ts";
import { type Performer, perform } from "../../src/operations/operation.ts";

/** Keeps a small counting of 23A23B for a place: P1 of one county, with one check over its limit. Answers the run's id. */
export async function keepSampleRun(
	performer: Performer,
	jurisdictionId: string,
	{ county = "99001", fileName = "afcars-23A.xml" } = {},
): Promise<string> {
	const group = { county, ageGroup: "1-5 yrs", raceEthnicity: "White", sex: "female" };
	const count = { indicator: "P1" as const, numerator: 31, denominator: 80, observed: 38.75 };
	const { runId } = await perform(performer, keepIndicatorRun, installationActor, {
		jurisdictionId,
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
				{ ...count, group: {}, exceededChecks: ["dropped-records 23A"] },
				{ ...count, group },
			],
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
