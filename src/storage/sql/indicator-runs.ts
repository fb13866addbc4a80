import type { Kysely } from "kysely";
import { sql } from "kysely";
import type {
	CaseLook,
	CellColumn,
	CellSum,
	CohortBandRow,
	CurveName,
	IndicatorCell,
	IndicatorMask,
	IndicatorRun,
	IndicatorStore,
	KeptCurve,
	PlacedRiskCell,
	QualityResult,
	RiskCell,
} from "../../operations/indicator-runs.ts";
import { snakeCase, withFieldNames } from "./columns.ts";
import type { DB } from "./tables.generated.ts";

/** Cells are sent column by column, this many at a time. */
const batch = 5000;

/** Keeps `in ()` valid when the list is empty: nothing has this id. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** Results of indicators: runs with their cells, added by the installation; and the log of looks at case-level data. */
export function createIndicatorStore(transaction: Kysely<DB>): IndicatorStore {
	return {
		async listRuns({ jurisdictionIds, currentOnly }) {
			let query = transaction
				.selectFrom("app.indicator_run")
				.selectAll()
				.where("jurisdiction_id", "in", [...jurisdictionIds, nobody]);
			if (currentOnly) query = query.where("current", "=", true);
			const rows = await query.orderBy("window_end", "desc").orderBy("counted_at", "desc").execute();
			return rows.map((row) => withFieldNames(row) as IndicatorRun);
		},
		async sumCells(filter, by) {
			let query = transaction
				.selectFrom("app.indicator_cell")
				.select([
					...by.map((column) => snakeCase(column) as ColumnName),
					sql<number>`sum(numerator)`.as("numerator"),
					sql<number>`sum(denominator)`.as("denominator"),
				])
				.where("run_id", "in", [...filter.runIds, nobody]);
			if (filter.indicator) query = query.where("indicator", "=", filter.indicator);
			if (filter.jurisdictionIds) query = query.where("jurisdiction_id", "in", [...filter.jurisdictionIds, nobody]);
			if (by.length > 0) query = query.groupBy(by.map((column) => snakeCase(column) as ColumnName));
			const rows = await query.execute();
			return rows.filter((row) => row.denominator !== null).map((row) => withFieldNames(row) as CellSum);
		},
		async qualityOf(runIds) {
			const rows = await transaction
				.selectFrom("app.indicator_quality")
				.select(["run_id", "results"])
				.where("run_id", "in", [...runIds, nobody])
				.execute();
			return new Map(rows.map((row) => [row.run_id, row.results as unknown as readonly QualityResult[]]));
		},
		async addRun(run, quality, cells, masks, riskCells) {
			await transaction
				.updateTable("app.indicator_run")
				.set({ current: false })
				.where("jurisdiction_id", "=", run.jurisdictionId)
				.where("window_name", "=", run.windowName)
				.where("current", "=", true)
				.execute();
			await transaction
				.insertInto("app.indicator_run")
				.values({
					id: run.id,
					jurisdiction_id: run.jurisdictionId,
					window_name: run.windowName,
					window_start: run.windowStart,
					window_end: run.windowEnd,
					counted_at: run.countedAt,
					data_as_of: run.dataAsOf,
					definition_version: run.definitionVersion,
					options: JSON.stringify(run.options),
					files: JSON.stringify(run.files),
					population: run.population === null ? null : JSON.stringify(run.population),
					gone_files: [...run.goneFiles],
					statuses: JSON.stringify(run.statuses),
					key: run.key,
					current: run.current,
				})
				.execute();
			await transaction
				.insertInto("app.indicator_quality")
				.values({ run_id: run.id, jurisdiction_id: run.jurisdictionId, results: JSON.stringify(quality) })
				.execute();
			for (let at = 0; at < cells.length; at += batch) await addCells(transaction, run.id, cells.slice(at, at + batch));
			for (let at = 0; at < masks.length; at += batch) await addMasks(transaction, run.id, masks.slice(at, at + batch));
			for (let at = 0; at < riskCells.length; at += batch) {
				await addRiskCells(transaction, run.id, riskCells.slice(at, at + batch));
			}
		},
		async markGone(jurisdictionId, goneByWindow) {
			const runs = await transaction
				.selectFrom("app.indicator_run")
				.select(["id", "window_name", "gone_files"])
				.where("jurisdiction_id", "=", jurisdictionId)
				.where("current", "=", true)
				.execute();
			for (const { id, window_name, gone_files } of runs) {
				const gone = [...(goneByWindow[window_name] ?? [])];
				if (gone.join() === gone_files.join()) continue;
				await transaction.updateTable("app.indicator_run").set({ gone_files: gone }).where("id", "=", id).execute();
			}
		},
		async listMasks(runId, of) {
			const query = transaction
				.selectFrom("app.indicator_mask")
				.select(["indicator", "group_key", "shows_numerator", "shows_denominator"])
				.where("run_id", "=", runId);
			const rows = await ("groupKeys" in of
				? query.where("group_key", "=", sql<string>`any(${[...of.groupKeys]}::text[])`)
				: query.where("indicator", "=", of.indicator)
			).execute();
			return rows.map((row) => withFieldNames(row) as IndicatorMask);
		},
		async listRiskCells(runId, indicator) {
			const rows = await transaction
				.selectFrom("app.indicator_risk_cell")
				.select(["indicator", "county", "risk_age", "children", "numerator", "denominator"])
				.where("run_id", "=", runId)
				.where("indicator", "=", indicator)
				.orderBy("county")
				.orderBy("risk_age")
				.execute();
			return rows.map((row) => withFieldNames(row) as RiskCell);
		},
		async addCurves(runId, curves) {
			for (const each of curves) {
				await transaction
					.insertInto("app.indicator_curve")
					.values({
						run_id: runId,
						jurisdiction_id: each.jurisdictionId,
						cohort: each.cohort,
						grouping_name: each.groupingName,
						label: each.label,
						files_end: each.filesEnd,
						curve: JSON.stringify(each.curve),
					})
					.execute();
			}
		},
		async addCohortBands(runId, bands) {
			for (let at = 0; at < bands.length; at += batch) {
				await transaction
					.insertInto("app.cohort_band")
					.values(
						bands.slice(at, at + batch).map((each) => ({
							run_id: runId,
							jurisdiction_id: each.jurisdictionId,
							cohort: each.cohort,
							grouping_name: each.groupingName,
							label: each.label,
							band: each.band,
							children: each.children,
							is_shown: each.isShown,
						})),
					)
					.execute();
			}
		},
		async listCohortBands(runId) {
			const rows = await transaction
				.selectFrom("app.cohort_band")
				.select(["jurisdiction_id", "cohort", "grouping_name", "label", "band", "children", "is_shown"])
				.where("run_id", "=", runId)
				.execute();
			return rows.map((row) => withFieldNames(row) as CohortBandRow);
		},
		async listCurveNames(runId, cohort) {
			const rows = await transaction
				.selectFrom("app.indicator_curve")
				.select(["cohort", "grouping_name", "label"])
				.where("run_id", "=", runId)
				.where("cohort", "=", cohort)
				.execute();
			return rows.map((row) => withFieldNames(row) as CurveName);
		},
		async findCurve(runId, { cohort, groupingName, label }) {
			const row = await transaction
				.selectFrom("app.indicator_curve")
				.select(["jurisdiction_id", "cohort", "grouping_name", "label", "files_end", "curve"])
				.where("run_id", "=", runId)
				.where("cohort", "=", cohort)
				.where("grouping_name", "=", groupingName)
				.where("label", "=", label)
				.executeTakeFirst();
			return row && (withFieldNames(row) as unknown as KeptCurve);
		},
		async addLook(look) {
			await transaction
				.insertInto("app.case_look")
				.values({
					id: look.id,
					run_id: look.runId,
					jurisdiction_id: look.jurisdictionId,
					person_id: look.personId,
					person_name: look.personName,
					looked_at: look.lookedAt,
					indicator: look.indicator,
					asked: JSON.stringify(look.asked),
				})
				.execute();
		},
		async listLooks({ jurisdictionId, limit }) {
			const rows = await transaction
				.selectFrom("app.case_look")
				.selectAll()
				.where("jurisdiction_id", "=", jurisdictionId)
				.orderBy("looked_at", "desc")
				.orderBy("id", "desc")
				.limit(limit)
				.execute();
			return rows.map((row) => withFieldNames(row) as CaseLook);
		},
	};
}

type ColumnName = "run_id" | "jurisdiction_id" | "indicator" | "county" | "age_group" | "race_ethnicity" | "sex";

const cellColumns = {
	jurisdictionId: "uuid",
	indicator: "text",
	county: "text",
	ageGroup: "text",
	raceEthnicity: "text",
	sex: "text",
	numerator: "double precision",
	denominator: "double precision",
} as const satisfies Readonly<Record<Exclude<CellColumn, "runId"> | "numerator" | "denominator", string>>;

async function addCells(transaction: Kysely<DB>, runId: string, cells: readonly IndicatorCell[]): Promise<void> {
	const fields = Object.entries(cellColumns) as [keyof typeof cellColumns, string][];
	const names = sql.raw(fields.map(([field]) => snakeCase(field)).join(", "));
	const lists = sql.join(fields.map(([field, type]) => sql`${cells.map((cell) => cell[field])}::${sql.raw(type)}[]`));
	await sql`insert into app.indicator_cell (run_id, ${names}) select ${runId}::uuid, cell.* from unnest(${lists}) as cell (${names})`.execute(
		transaction,
	);
}

async function addMasks(transaction: Kysely<DB>, runId: string, masks: readonly IndicatorMask[]): Promise<void> {
	const of = <Field extends keyof IndicatorMask>(field: Field) => masks.map((mask) => mask[field]);
	await sql`insert into app.indicator_mask (run_id, indicator, group_key, shows_numerator, shows_denominator)
		select ${runId}::uuid, mask.* from unnest(${of("indicator")}::text[], ${of("groupKey")}::text[],
			${of("showsNumerator")}::boolean[], ${of("showsDenominator")}::boolean[]) as mask`.execute(transaction);
}

async function addRiskCells(transaction: Kysely<DB>, runId: string, cells: readonly PlacedRiskCell[]): Promise<void> {
	const of = <Field extends keyof PlacedRiskCell>(field: Field) => cells.map((cell) => cell[field]);
	await sql`insert into app.indicator_risk_cell
			(run_id, jurisdiction_id, indicator, county, risk_age, children, numerator, denominator)
		select ${runId}::uuid, cell.* from unnest(${of("jurisdictionId")}::uuid[], ${of("indicator")}::text[],
			${of("county")}::text[], ${of("riskAge")}::integer[], ${of("children")}::integer[],
			${of("numerator")}::double precision[], ${of("denominator")}::double precision[]) as cell`.execute(transaction);
}
