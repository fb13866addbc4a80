import type { Cell, ColumnType, ParameterTable, RunPlan } from "./engine.ts";
import type { Group } from "./groups.ts";
import type { IndicatorId } from "./indicator.ts";
import type { RunRequest } from "./plan-run.ts";
import { planRecordsRun, recordColumns } from "./run-records.ts";
import { recordStep } from "./steps.ts";

/** Which records are asked for. */
export type RecordsAsked = {
	/** Only these counties; all if left out. */
	readonly counties?: readonly string[];
	/** Only this group: what is left out here is not looked at. */
	readonly group: Group;
	readonly outcome?: "numerator" | "denominator" | "left-out";
	/** 0 is the first. */
	readonly from: number;
	readonly limit: number;
};

/** The question of `planRecordsPage`: a page of records, or how many there are in all. */
export const recordsQuestions = { page: "page", total: "total" } as const;

/** The plan of a run that lists a page of the records behind one indicator. What is asked for stands in tables, not in the text. */
export function planRecordsPage(
	request: Omit<RunRequest, "by" | "indicators">,
	indicator: IndicatorId,
	asked: RecordsAsked,
): RunPlan {
	const plan = planRecordsRun(request, indicator);
	const step = recordStep(indicator);
	const chosen = `select record.* from ${step} as record
		cross join asked
		where (asked.all_counties or record.county in (select county from asked_county))
			and (asked.only_county is null or record.county = asked.only_county)
			and (asked.only_age_group is null or record.age_group = asked.only_age_group)
			and (asked.only_race_ethnicity is null or record.race_ethnicity = asked.only_race_ethnicity)
			and (asked.only_sex is null or record.sex = asked.only_sex)
			and (asked.only_outcome is null or asked.only_outcome = case
				when record.left_out is not null then 'left-out' when record.numerator > 0 then 'numerator' else 'denominator' end)`;
	const page = `with chosen as (${chosen}), placed as (
			select chosen.*, row_number() over (order by child, subject desc, coalesce(report_date, removal), file, record) as place
			from chosen
		)
		select ${recordColumns} from placed cross join asked
		where place > asked.skipped and place <= asked.skipped + asked.taken
		order by place`;
	return {
		...plan,
		parameters: [...plan.parameters, askedTable(asked), countyTable(asked)],
		questions: [
			{ name: recordsQuestions.page, sql: page },
			{ name: recordsQuestions.total, sql: `with chosen as (${chosen}) select count(*) as total from chosen` },
		],
	};
}

function askedTable({ counties, group, outcome, from, limit }: RecordsAsked): ParameterTable {
	const columns: readonly (readonly [string, ColumnType, Cell])[] = [
		["all_counties", "boolean", counties === undefined],
		["only_county", "text", group.county ?? null],
		["only_age_group", "text", group.ageGroup ?? null],
		["only_race_ethnicity", "text", group.raceEthnicity ?? null],
		["only_sex", "text", group.sex ?? null],
		["only_outcome", "text", outcome ?? null],
		["skipped", "integer", from],
		["taken", "integer", limit],
	];
	return {
		shape: { name: "asked", columns: columns.map(([name, type]) => ({ field: name, name, type })) },
		rows: [columns.map(([, , cell]) => cell)],
	};
}

function countyTable({ counties = [] }: RecordsAsked): ParameterTable {
	return {
		shape: { name: "asked_county", columns: [{ field: "county", name: "county", type: "text" }] },
		rows: counties.map((county) => [county]),
	};
}
