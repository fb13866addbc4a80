import type { ExitReason } from "../../indicators/extracts/canonical-rows.ts";
import {
	circumstances,
	healthAndSchool,
	moneyAndSiblings,
	parentalRights,
	traffickingAnswers,
	tribalInformation,
} from "./afcars-2020-blocks.ts";
import { compactDate, dayOf, yearOf } from "./days.ts";
import type { FilePieces } from "./file-pieces.ts";
import { livingArrangements } from "./living-arrangements.ts";
import type { Period } from "./periods.ts";
import { practiceState, type Races, type SyntheticChild } from "./synthetic-child.ts";
import { type KnownRemoval, type PeriodView, recordsOfPeriod, settingsKnown, visitsKnown } from "./view-of-period.ts";

/**
 * The AFCARS 2020 out-of-home care file of a period (from 23A): XML with one `record` for each child in care in the period. A
 * record tells every removal that was open on or after October 1, 2022 in full, and earlier ones as `removal_1993`.
 */
export function afcars2020(period: Period, children: Iterable<SyntheticChild>): FilePieces {
	return {
		head: `<?xml version="1.0" encoding="UTF-8"?>\n<acf:data xmlns:acf="http://www.acf.hhs.gov"><E1_title_iv_agency>${practiceState.fips}</E1_title_iv_agency><E2_report_date>${period.reportMonth}</E2_report_date><records>\n`,
		records: recordsOfPeriod(period, children, recordOf),
		tail: "</records></acf:data>\n",
	};
}

/** Element 155; 9 is not applicable: still in care. */
const reasonCodes: Readonly<Record<ExitReason, string>> = {
	REUNIFICATION: "1",
	RELATIVE: "2",
	ADOPTION: "3",
	EMANCIPATION: "4",
	GUARDIANSHIP: "5",
	RUNAWAY: "6",
	DEATH: "7",
	TRANSFER: "8",
};

/** The first day of the format: a removal that was over before it is told in the older, short form. */
const firstDay = dayOf("2022-10-01");

const flag = (value: boolean) => (value ? "1" : "0");

function recordOf(child: SyntheticChild, view: PeriodView, period: Period): string {
	let removals = "";
	for (const removal of view.removals)
		if (removal.exit === null || removal.exit >= firstDay || removal === view.latest)
			removals += fullRemoval(child.county, removal, period, !view.blankPlacements);
	for (const removal of view.removals)
		if (removal.exit !== null && removal.exit < firstDay && removal !== view.latest) removals += shortRemoval(removal);
	const { birth, sex } = child;
	const parents = yearOf(view.latest.removal) - 31;
	return `<record><E4_child_record_number>${view.recordNumber}</E4_child_record_number><E5_date_of_birth>${birth === null ? "" : compactDate(birth)}</E5_date_of_birth><E6_sex>${sex === null ? "" : sex === "male" ? "1" : "2"}</E6_sex>${tribalInformation}${raceElements(child.races)}<E21_child_hispanic_latino>${{ yes: "1", no: "0", unknown: "9" }[child.hispanic]}</E21_child_hispanic_latino>${healthAndSchool}${sex === "female" ? "<E38_pregnant>0</E38_pregnant>" : ""}${moneyAndSiblings}<E59_first_parent_birth_year>${parents}</E59_first_parent_birth_year><E60_second_parent_birth_year>${parents - 2}</E60_second_parent_birth_year>${parentalRights}<E69_E186_removals>${removals}</E69_E186_removals>${traffickingAnswers}</record>\n`;
}

function raceElements({ americanIndian, asian, black, pacificIslander, white, unable }: Races): string {
	return `<E13_child_race_american_indian_alaska_native>${flag(americanIndian)}</E13_child_race_american_indian_alaska_native><E14_child_race_asian>${flag(asian)}</E14_child_race_asian><E15_child_race_black>${flag(black)}</E15_child_race_black><E16_child_race_native_hawaiian_pacific_islander>${flag(pacificIslander)}</E16_child_race_native_hawaiian_pacific_islander><E17_child_race_white>${flag(white)}</E17_child_race_white><E18_child_race_unknown>${flag(unable)}</E18_child_race_unknown><E19_child_race_abandoned>0</E19_child_race_abandoned><E20_child_race_declined>0</E20_child_race_declined>`;
}

function fullRemoval(county: string, removal: KnownRemoval, period: Period, withDates: boolean): string {
	const date = compactDate(removal.removal);
	return `<removal_2020><E69_removal_date>${date}</E69_removal_date><E70_removal_transaction_date>${compactDate(removal.removal + 5)}</E70_removal_transaction_date><E71_removal_environment>1</E71_removal_environment><E3_local_agency>${county}</E3_local_agency>${circumstances}${livingArrangements(settingsKnown(removal, period), withDates)}<E147_E148_permanency_plans><permanency_plan><E147_permanency_plan_date>${date}</E147_permanency_plan_date><E148_permanency_plan_type>1</E148_permanency_plan_type></permanency_plan></E147_E148_permanency_plans>${visitsIn(removal, period)}${exitElements(removal)}</removal_2020>`;
}

function visitsIn(removal: KnownRemoval, period: Period): string {
	let text = "";
	for (const { date, home } of visitsKnown(removal, period))
		text += `<case_worker_visit><E151_case_worker_visit_date>${compactDate(date)}</E151_case_worker_visit_date><E152_case_worker_visit_location>${home ? 1 : 2}</E152_case_worker_visit_location></case_worker_visit>`;
	return text === "" ? "" : `<E151_E152_case_worker_visits>${text}</E151_E152_case_worker_visits>`;
}

function exitElements({ exit, reason }: KnownRemoval): string {
	if (exit === null) return "<E155_exit_reason>9</E155_exit_reason>";
	const code = reason === null ? "" : reasonCodes[reason];
	return `<E153_exit_date>${compactDate(exit)}</E153_exit_date><E154_exit_transaction_date>${compactDate(exit + 10)}</E154_exit_transaction_date><E155_exit_reason>${code}</E155_exit_reason>${reason === "TRANSFER" ? "<E156_transfer_to_another_agency>4</E156_transfer_to_another_agency>" : ""}`;
}

function shortRemoval({ removal, exit, reason }: KnownRemoval): string {
	return `<removal_1993><E69_removal_date>${compactDate(removal)}</E69_removal_date><E153_exit_date>${exit === null ? "" : compactDate(exit)}</E153_exit_date><E155_exit_reason>${reason === null ? "" : reasonCodes[reason]}</E155_exit_reason></removal_1993>`;
}
