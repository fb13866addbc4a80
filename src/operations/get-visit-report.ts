import { z } from "zod";
import { NeutralDocument } from "../documents/neutral/neutral-document.ts";
import { buildVisitPaper } from "../documents/planning/visit-paper.ts";
import { canonicalText } from "../domain/workflow/action.ts";
import { NotFound } from "./errors.ts";
import { getState } from "./get-state.ts";
import { defineOperation } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";

/** The report of monthly caseworker visits of a federal fiscal year as a neutral document, to be sent to the Children's Bureau. */
export const getVisitReport = defineOperation({
	name: "get-visit-report",
	title: "Get the paper of a report of caseworker visits",
	http: { method: "get", path: "/planning-year/visit-reports/{reportId}" },
	input: z.object({ reportId: z.uuid() }),
	output: z.object({ paper: NeutralDocument, fileName: z.string() }),
	async run({ clock, ids, stores }, { reportId }): Promise<{ paper: NeutralDocument; fileName: string }> {
		const report = await stores.facts.find("visit-report", reportId);
		if (!report) throw new NotFound("There is no such report of caseworker visits. See the list.");
		const state = await getState(stores, report.jurisdictionId);
		const all = await stores.facts.list("visit-report", { jurisdictionId: state.id });
		const paper = buildVisitPaper({
			...{ stateName: state.name, today: dayOf(clock()), report },
			before: all
				.filter((each) => each.federalFiscalYear < report.federalFiscalYear && each.sentOn !== null)
				.toSorted((a, b) => b.federalFiscalYear - a.federalFiscalYear)
				.slice(0, 5),
			versionHash: ids.hash(canonicalText(report)),
		});
		return { paper, fileName: `caseworker-visits-ffy${report.federalFiscalYear}` };
	},
});
