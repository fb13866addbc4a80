import { formatDate, plainDate } from "../../../domain/calendar/plain-date.ts";
import { type VisitStandard, visitArithmetic, visitStandards } from "../../../domain/planning/visit-standards.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { findProblem } from "../../forms/form-problem.ts";
import { TextField } from "../../forms/text-field.tsx";
import type { FormState } from "../parts/form-page-state.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { PaperFormats } from "./paper-formats.tsx";
import type { PlanningProps } from "./planning-props.ts";

/** Counts the visits of a fiscal year from the State's own files. The year that was over last is proposed. */
export function CountVisits({ planning, form }: { readonly planning: PlanningProps; readonly form: FormState }) {
	const { today } = planning.year;
	const year = Number(today.slice(0, 4)) - (today.slice(5) >= "10-01" ? 0 : 1);
	return (
		<form
			method="post"
			action="/planning-year/visit-reports/count"
			className="usa-form usa-form--large margin-bottom-5"
			aria-labelledby="count-visits"
		>
			<h2 id="count-visits">Count from the State’s own files</h2>
			<p>
				Both AFCARS files of the year must have been loaded and counted. Where they are not here, type the numbers
				below.
			</p>
			<TextField
				name="countYear"
				label="Federal fiscal year"
				hint="It ended on September 30 of this year"
				inputMode="numeric"
				value={form.values.countYear ?? String(year)}
				error={findProblem(form.problems, "countYear")}
			/>
			<button type="submit" className="usa-button">
				Count the visits
			</button>
		</form>
	);
}

/** Both standards worked out, and the report as a paper. */
export function VisitResults({
	report,
	planning,
}: {
	readonly report: Fact<"visit-report">;
	readonly planning: PlanningProps;
}) {
	const due = plainDate(`${report.federalFiscalYear}-12-15`);
	const late = report.sentOn === null ? due < planning.year.today : due < report.sentOn;
	return (
		<>
			<ul className="usa-list margin-y-1">
				{visitStandards(report).map((each) => (
					<li key={each.name}>
						{each.name}: {visitArithmetic(each)}, at least {each.limit}. <Standing standard={each} />
					</li>
				))}
			</ul>
			<p className="margin-y-1">
				{report.sourceKind === "counted" ? "Counted from the State’s own files. " : "Typed. "}
				Due {formatDate(due)}.{" "}
				{report.sentOn ? (
					<StatusTag tone={late ? "bad" : "good"}>{late ? "Sent late" : "Sent"}</StatusTag>
				) : (
					<StatusTag tone={late ? "bad" : "waiting"}>{late ? "Late" : "Not sent yet"}</StatusTag>
				)}
			</p>
			<p className="margin-y-1">
				The report:{" "}
				<PaperFormats
					path={`/planning-year/visit-reports/${report.id}/report.{format}`}
					of={`of FFY${report.federalFiscalYear}`}
				/>
			</p>
		</>
	);
}

function Standing({ standard }: { readonly standard: VisitStandard }) {
	if (standard.met === null) return <StatusTag tone="waiting">Cannot be judged</StatusTag>;
	if (standard.met) return <StatusTag tone="good">Met</StatusTag>;
	const points = standard.pointsOff === 1 ? "1 point" : `${standard.pointsOff} points`;
	return <StatusTag tone="bad">Not met: {points} off the federal share</StatusTag>;
}
