import type { IndicatorEngine } from "../engine/engine.ts";
import { readOptions } from "../engine/options.ts";
import { planQuestions } from "../engine/plan-run.ts";
import { type FileList, filesOf, readWindow } from "../engine/window.ts";
import type { Cohort } from "./run-curves.ts";

/** What became of a child, in steps of six months: when it left care to permanency, or came back. In order. */
export const cohortBands = {
	entry: ["by-6", "by-12", "by-18", "other", "in-care"],
	exit: ["by-6", "by-12", "out-of-care"],
} as const satisfies Readonly<Record<Cohort, readonly string[]>>;
export type CohortBand = (typeof cohortBands)[Cohort][number];

/** The indicator whose cohort it is: its denominator is all bands, its numerator those of the first 12 months. */
export const indicatorOfCohort = { entry: "P1", exit: "P4" } as const;

export function isWithinYear(band: CohortBand): boolean {
	return band === "by-6" || band === "by-12";
}

/** Children of the smallest group of a cohort to whom the same became. */
export type BandCell = {
	readonly county: string;
	readonly ageGroup: string;
	readonly raceEthnicity: string;
	readonly sex: string;
	readonly band: CohortBand;
	readonly children: number;
};

/** Both cohorts of a window; one whose files are not all there is left out. */
export type CohortBands = { readonly [Name in Cohort]?: readonly BandCell[] };

/** Counts both cohorts of a window by what became of the children. */
export async function runCohortBands({
	engine,
	files,
	window: name,
}: {
	/** Holds the canonical rows of the AFCARS files already. */
	readonly engine: Pick<IndicatorEngine, "run">;
	readonly files: FileList;
	readonly window: string;
}): Promise<CohortBands> {
	const window = readWindow(name);
	const there = (["entry", "exit"] as const).filter((cohort) =>
		filesOf(indicatorOfCohort[cohort], window)?.afcars.every((period) => files.afcars.includes(period)),
	);
	if (there.length === 0) return {};
	const columns = "county, age_group, race_ethnicity, sex, band";
	const questions = there.map((cohort) => ({
		name: `${cohort}_band`,
		sql: `select ${columns}, count(*) as children from ${cohort}_band group by ${columns}`,
	}));
	const indicators = there.map((cohort) => indicatorOfCohort[cohort]);
	const answers = await engine.run(
		planQuestions({ window, options: readOptions(), by: [], indicators, files }, questions),
	);
	return Object.fromEntries(
		there.map((cohort) => [
			cohort,
			(answers[`${cohort}_band`] ?? []).map(
				(row): BandCell => ({
					...{ county: String(row.county), ageGroup: String(row.age_group) },
					...{ raceEthnicity: String(row.race_ethnicity), sex: String(row.sex) },
					...{ band: String(row.band) as CohortBand, children: Number(row.children) },
				}),
			),
		]),
	);
}
