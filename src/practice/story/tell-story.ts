import { addDays, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { firstOfMonth, toWorkingDay } from "../calendar/working-days.ts";
import { findingTexts } from "../data/findings.ts";
import { countyKeys } from "../data/places.ts";
import { planTimes } from "../data/plan-times.ts";
import { listFigureLoads } from "../figures/figure-loads.ts";
import { makePopulationFile } from "../figures/population-file.ts";
import { makeProfileFile } from "../figures/profile-file.ts";
import { makeRosters } from "../people/roster.ts";
import { foundInstallation, type Register } from "./found-installation.ts";
import { loadFigureFiles } from "./load-figure-files.ts";
import { loadPopulationFile } from "./load-population-file.ts";
import { loadProfileFile } from "./load-profile-file.ts";
import { planTheYear } from "./plan-the-year.ts";
import type { Session } from "./session.ts";
import { settleFindings } from "./settle-findings.ts";
import { writeBudgetForms } from "./write-budget-forms.ts";
import { writePip } from "./write-pip.ts";
import { writePlan } from "./write-plan.ts";
import { writeQualityPlan } from "./write-quality-plan.ts";
import { writeStatePlan } from "./write-state-plan.ts";

/** Months between the first day of the practice installation and today. */
const monthsOfUse = 46;

/** The first day of the practice installation. */
export function firstDayOfUse(today: PlainDate): PlainDate {
	return toWorkingDay(addDays(firstOfMonth(today, -monthsOfUse), 4));
}

/** Everything that happened in the practice state until today, in the order of its days. */
export function tellStory(seed: number, today: PlainDate, register: Register): readonly Session[] {
	const founded = firstDayOfUse(today);
	const rosters = makeRosters(seed);
	return [
		...foundInstallation(founded, register),
		...countyKeys.flatMap((county) =>
			loadFigureFiles(county, listFigureLoads(seed, county, { today, firstDay: addDays(founded, 3) })),
		),
		loadProfileFile(makeProfileFile(seed, today)),
		loadPopulationFile(makePopulationFile(seed, today)),
		...settleFindings(findingTexts, today),
		...writeStatePlan(founded, today),
		...writeBudgetForms(today),
		planTheYear(today),
		...planTimes.flatMap((times) => writePlan(times, today, rosters)),
		...writePip(today),
		...writeQualityPlan(founded, today),
	].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
