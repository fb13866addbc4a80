import { z } from "zod";
import { VisitReport } from "../domain/planning/planning-facts.ts";
import { Refused } from "./errors.ts";
import { getIndicatorTable } from "./get-indicator-table.ts";
import { getState } from "./get-state.ts";
import { listIndicatorWindows } from "./list-indicator-windows.ts";
import { defineOperation, type OperationContext, requireRole } from "./operation.ts";
import type { RunSummary } from "./outputs/indicator-outputs.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

/**
 * Counts the monthly caseworker visits of a federal fiscal year from the State's own files: both AFCARS files of the year must have been
 * counted. A report of the year that has not been sent takes the new numbers; otherwise there is a new one.
 */
export const countVisitReport = defineOperation({
	name: "count-visit-report",
	title: "Count the caseworker visits of a fiscal year from the State's own files",
	http: { method: "post", path: "/planning-year/visit-reports" },
	input: z.object({
		jurisdictionId: z.uuid(),
		federalFiscalYear: z.coerce.number().pipe(VisitReport.shape.federalFiscalYear),
	}),
	output: MadeOutput,
	async run(context, { jurisdictionId, federalFiscalYear }): Promise<{ id: string }> {
		const { actor, ids, stores } = context;
		const state = await getState(stores, jurisdictionId);
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(state.id));
		const { run, ...counts } = await countYear(context, state.id, federalFiscalYear);
		const reports = await stores.facts.list("visit-report", { jurisdictionId: state.id });
		const known = reports.find((each) => each.federalFiscalYear === federalFiscalYear && each.sentOn === null);
		const files = run.files
			.filter(({ system }) => system === "AFCARS")
			.map(({ period, fileName, sha256 }) => `${period} ${fileName} (SHA-256 ${sha256.slice(0, 12)})`);
		const source = `AFCARS files ${files.join(", ")}, data as of ${run.dataAsOf}, counted with ${run.definitionVersion}`;
		const counted = { ...counts, children: null, source: source.slice(0, 500), sourceKind: "counted" } as const;
		const common = { jurisdictionId: state.id, root: state.id, role, reason: "" } as const;
		if (known) {
			await stores.facts.write({
				...{ ...common, kind: "visit-report", id: known.id, verb: "change", expectedVersion: known.version },
				patch: counted,
			});
			return { id: known.id };
		}
		const id = ids.next();
		await stores.facts.write({
			...{ ...common, kind: "visit-report", id, verb: "add", expectedVersion: 0 },
			patch: { jurisdictionId: state.id, federalFiscalYear, ...counted, method: "all", sentOn: null, note: "" },
		});
		return { id };
	},
});

type Counts = Pick<VisitReport, "careMonths" | "visitedMonths" | "residenceMonths"> & { readonly run: RunSummary };

async function countYear(context: OperationContext, jurisdictionId: string, year: number): Promise<Counts> {
	const digits = String(year % 100).padStart(2, "0");
	const window = `${digits}A${digits}B`;
	const instead = "Load them on the page of data files, or type the numbers.";
	const { windows } = await listIndicatorWindows.run(context, { jurisdictionId });
	const run = windows.find(({ current }) => current.window === window)?.current;
	if (!run)
		throw new Refused(`The AFCARS files ${digits}A and ${digits}B of FFY${year} have not been counted. ${instead}`);
	const totalOf = async (indicator: "VISITS" | "RESIDENCE") => {
		const { total } = await getIndicatorTable.run(context, { jurisdictionId, indicator, window, by: "county" });
		if (total.status !== "counted") {
			throw new Refused(`The files of FFY${year} that were counted tell of no visits. ${instead}`);
		}
		const { numerator, denominator } = total;
		if (numerator === null || denominator === null) {
			throw new Refused(`The visits of FFY${year} are too few to be shown. Type the numbers.`);
		}
		return { numerator, denominator };
	};
	const visits = await totalOf("VISITS");
	const residence = await totalOf("RESIDENCE");
	return {
		run,
		careMonths: visits.denominator,
		visitedMonths: visits.numerator,
		residenceMonths: residence.numerator,
	};
}
