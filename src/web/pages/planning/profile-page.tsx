import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { maskedMark, maskedWords } from "../../../domain/measure/masking.ts";
import { profileValue } from "../../../domain/planning/profile-values.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { DateField } from "../../forms/date-field.tsx";
import { FileField } from "../../forms/file-field.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { DataTable } from "../parts/data-table.tsx";
import type { FormState } from "../parts/form-page-state.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { PlanningLayout } from "./planning-layout.tsx";
import type { PlanningProps } from "./planning-props.ts";

/** Who the people are whom the agency serves: each part of the profile as a chart and a table, with its source. */
export function ProfilePage(props: {
	readonly planning: PlanningProps;
	/** Drawings by the id of the table. */
	readonly drawings: ReadonlyMap<string, string>;
	readonly form: FormState;
}) {
	const { planning, drawings, form } = props;
	const { facts, rules, mayWrite } = planning.year;
	return (
		<PlanningLayout planning={planning} title="Demographic profile" problems={form.problems}>
			<p className="usa-intro">Planning begins with the people served: who they are, and how that changes.</p>
			{(rules?.profilePanels ?? []).map(({ id, name, hint, counted }) => {
				const tables = facts["demographic-panel"].filter(({ panel }) => panel === id);
				return (
					<section key={id} aria-labelledby={`profile-${id}`}>
						<h2 id={`profile-${id}`}>
							{name} {tables.length === 0 ? <StatusTag tone="waiting">No numbers yet</StatusTag> : null}
						</h2>
						{tables.length === 0 && hint ? <p>{hint}</p> : null}
						{mayWrite && counted ? (
							<form method="post" action="/planning-year/profile/counted" className="margin-bottom-2">
								<input type="hidden" name="panel" value={id} />
								<button type="submit" className="usa-button usa-button--outline">
									Fill from the State’s own files<span className="usa-sr-only">: {name}</span>
								</button>
							</form>
						) : null}
						{tables.map((table) => (
							<ProfileTable key={table.id} planning={planning} table={table} svg={drawings.get(table.id) ?? ""} />
						))}
					</section>
				);
			})}
			{mayWrite ? <FileForm planning={planning} form={form} /> : null}
		</PlanningLayout>
	);
}

const units = {
	...{ children: "Children", people: "People", households: "Households", percent: "Percent", dollars: "Dollars" },
} as const;

function ProfileTable(props: {
	readonly planning: PlanningProps;
	readonly table: Fact<"demographic-panel">;
	readonly svg: string;
}) {
	const { planning, table, svg } = props;
	const rows = profileValue(table);
	const place = planning.year.places.find(({ id }) => id === table.placeId)?.name ?? "";
	return (
		<div className="finding-card">
			<h3 className="margin-y-05">{table.title}</h3>
			<p className="margin-y-1 text-base-dark">
				{place}, as of {formatDate(table.asOf)}.{" "}
				{table.sourceKind === "agency" ? "The agency’s own data" : "Outside source"}:{" "}
				{table.source || "no source noted"}.
			</p>
			<figure className="figure-trend trend-pair margin-0">
				{/* biome-ignore lint/security/noDangerouslySetInnerHtml: a drawing of ours, made from the table beside it */}
				<div dangerouslySetInnerHTML={{ __html: svg }} />
				<figcaption>
					<DataTable
						caption={table.title}
						quietCaption
						label={table.title}
						columns={[{ label: "Group" }, { label: units[table.unit], numeric: true }]}
						rows={rows.map(({ label, value }) => ({
							key: label,
							cells: [label, value === null ? maskedMark : value.toLocaleString("en-US")],
						}))}
					/>
				</figcaption>
			</figure>
			{rows.some(({ value }) => value === null) ? (
				<p className="margin-y-1">
					{maskedMark} {maskedWords}
				</p>
			) : null}
			{table.note ? <p className="margin-y-1">{table.note}</p> : null}
			{planning.year.mayWrite ? (
				<a className="usa-link" href={`/planning-year/tables/${table.id}`}>
					Change or remove<span className="usa-sr-only"> {table.title}</span>
				</a>
			) : null}
		</div>
	);
}

/** A table from a file: one of ours with two columns, or the Census Bureau's open file of ages and sexes by county. */
function FileForm({ planning, form }: { readonly planning: PlanningProps; readonly form: FormState }) {
	const { values, problems } = form;
	const error = (field: string) => findProblem(problems, field);
	const { rules, places } = planning.year;
	return (
		<form
			method="post"
			action="/planning-year/profile/file"
			encType="multipart/form-data"
			className="usa-form usa-form--large margin-top-5"
			aria-labelledby="profile-file"
		>
			<h2 id="profile-file">Take a table from a file</h2>
			<SelectField
				name="panel"
				label="Part of the profile"
				emptyLabel="- Choose -"
				options={(rules?.profilePanels ?? []).map(({ id, name }) => ({ value: id, label: name }))}
				value={values.panel}
				error={error("panel")}
			/>
			<SelectField
				name="placeId"
				label="Place"
				options={places.map(({ id, name }) => ({ value: id, label: name }))}
				value={values.placeId}
				error={error("placeId")}
			/>
			<TextField name="title" label="Title" value={values.title} error={error("title")} />
			<DateField name="asOf" label="As of" value={values.asOf} error={error("asOf")} />
			<TextField name="source" label="Source" value={values.source} error={error("source")} />
			<FileField
				name="file"
				label="File"
				hint="CSV with two columns, group and number; or the Census Bureau’s county files: ages and sexes (cc-est…-agesex) for the parts gender and age, all data (cc-est…-alldata) for race and ethnicity; or tables of data.census.gov: DP03 for economic indicators, DP02 for cultural attributes and languages."
				accept=".csv"
				error={error("file")}
			/>
			<button type="submit" className="usa-button">
				Take the table
			</button>
			<p>
				<a className="usa-link" href="/planning-year/tables">
					Or type a table
				</a>
			</p>
		</form>
	);
}
