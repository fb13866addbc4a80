import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { DataTable } from "../parts/data-table.tsx";
import { PlanningLayout } from "./planning-layout.tsx";
import type { PlanningProps } from "./planning-props.ts";

/** The newest certification of each unit, with the workload that its cases make. */
export function CasesPage(props: {
	readonly planning: PlanningProps;
	readonly newest: readonly Fact<"case-certification">[];
}) {
	const { planning, newest } = props;
	const { year, mayWrite } = planning.year;
	return (
		<PlanningLayout planning={planning} title="Workload and cases">
			<p className="usa-intro">
				Each unit certifies once a year that its active cases are rightly open. Cases for each caseworker show the
				workload.
			</p>
			{newest.length === 0 ? <p>No unit has certified its cases yet.</p> : null}
			{newest.length > 0 ? (
				<DataTable
					caption={`Newest certification of each unit; the planning year is ${year}`}
					label="Workload and cases"
					columns={[
						{ label: "Unit" },
						{ label: "As of" },
						{ label: "Active cases", numeric: true },
						{ label: "Rightly open", numeric: true },
						{ label: "Caseworkers", numeric: true },
						{ label: "Cases each", numeric: true },
						{ label: "Certified" },
					]}
					rows={newest.map((each) => ({
						key: each.id,
						cells: [
							each.unit,
							formatDate(each.asOf),
							each.activeCases.toLocaleString("en-US"),
							each.validCases.toLocaleString("en-US"),
							each.caseworkers,
							each.caseworkers > 0 ? (each.activeCases / each.caseworkers).toFixed(1) : "",
							`${each.certifiedBy}, ${formatDate(each.certifiedOn)}`,
						],
					}))}
				/>
			) : null}
			<p>
				<a className="usa-link" href="/planning-year/certifications">
					{mayWrite ? "All certifications, to add and change" : "All certifications"}
				</a>
			</p>
		</PlanningLayout>
	);
}
