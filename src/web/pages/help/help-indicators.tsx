import { maskedMark } from "../../../domain/measure/masking.ts";
import { DataTable } from "../parts/data-table.tsx";

const files = [
	{ name: "S1 Maltreatment in foster care", afcars: "2", ncands: "2 years, October to September windows only" },
	{ name: "S2 Recurrence of maltreatment", afcars: "None", ncands: "2 years, October to September windows only" },
	{ name: "P1 Permanency in 12 months, entering care", afcars: "5", ncands: "None" },
	{ name: "P2, P3 Permanency in 12 months, in care longer", afcars: "2", ncands: "None" },
	{ name: "P4 Re-entry to foster care", afcars: "4", ncands: "None" },
	{ name: "P5 Placement stability", afcars: "2", ncands: "None" },
	{ name: "Foster care entry rate", afcars: "2, and the child population", ncands: "None" },
	{ name: "Caseworker visits", afcars: "2, from 23A on, October to September windows only", ncands: "None" },
] as const;

/** How to read the pages of the statewide data indicators. */
export function HelpIndicators() {
	return (
		<>
			<h2 id="indicators">Statewide data indicators</h2>
			<p>
				The seven indicators of the federal review are counted from the AFCARS and NCANDS files that your agency loads.
				A window is twelve months, named by its two AFCARS periods: 23A23B is October 2022 to September 2023.
			</p>
			<DataTable
				label="Files that each indicator needs"
				caption="Files that each indicator needs, from the first period of the window on"
				columns={[{ label: "Indicator" }, { label: "AFCARS files" }, { label: "NCANDS files" }]}
				rows={files.map(({ name, afcars, ncands }) => ({ key: name, cells: [name, afcars, ncands] }))}
			/>
			<ul className="usa-list">
				<li>
					“Observed” is the numerator divided by the denominator. It is not held against national performance: only the
					risk-standardized figure of the state data profile may be.
				</li>
				<li>
					“Over the limit”: a data-quality check of a file found more than the federal rules allow. The number is still
					shown, and in doubt.
				</li>
				<li>
					A star ({maskedMark}) means that a number is not shown, because it is or would give away a count of 1 to 10.
					Data analysts and State analysts see all numbers, for the agency's own use, and can switch to what the public
					would see. Files and charts are masked like the page that they come from.
				</li>
				<li>
					People who may see all of a State's numbers can compare its counties, given the ages of their children. That
					is a local approximation, not federal: the Children's Bureau makes risk-standardized figures for States alone.
				</li>
				<li>
					They can also follow the children who entered or left care in a window by month: time to permanency, length of
					stay, and who came back, always with how many children were still at risk. Everybody else can follow them in
					steps of six months.
				</li>
				<li>
					The records behind a number are for case-level data readers alone. Each look is written down before anything
					is shown.
				</li>
			</ul>
		</>
	);
}
