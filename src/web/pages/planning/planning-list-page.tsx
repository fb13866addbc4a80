import type { PlanningKind } from "../../../domain/planning/planning-kinds.ts";
import { stateLabels } from "../../../domain/workflow/document-workflow.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { type FormState, freshForm } from "../parts/form-page-state.ts";
import { planPath } from "../plans/plan-paths.ts";
import { GiveOutForm } from "./give-out-form.tsx";
import { PlanningFields } from "./planning-fields.tsx";
import { PlanningLayout } from "./planning-layout.tsx";
import { fieldsOf, linesOf, type PlanningList } from "./planning-lists.ts";
import type { PlanningProps } from "./planning-props.ts";
import { CountVisits, VisitResults } from "./visit-report-parts.tsx";

export type PlanningListProps = {
	readonly planning: PlanningProps;
	readonly list: PlanningList;
	readonly form: FormState;
	/** What a new entry starts with: the kind of record, the meeting that it belongs to. */
	readonly proposed: Readonly<Record<string, string>>;
	/** The form that gives a paper to teams, as it comes back. */
	readonly giveOut?: FormState;
};

/** One list of a State's planning: its entries, and a form to add one. */
export function PlanningListPage({ planning, list, form, proposed, giveOut }: PlanningListProps) {
	const { year } = planning;
	const entries: readonly Fact<PlanningKind>[] = year.facts[list.kind];
	const wanted = proposed.recordKind;
	const shown = wanted ? entries.filter((each) => "recordKind" in each && each.recordKind === wanted) : entries;
	return (
		<PlanningLayout planning={planning} title={list.title} problems={giveOut?.problems ?? form.problems}>
			<p className="usa-intro">{list.intro}</p>
			{list.kind === "distribution" && year.mayWrite ? (
				<GiveOutForm planning={planning} form={giveOut ?? freshForm} />
			) : null}
			{list.kind === "visit-report" && year.mayWrite ? <CountVisits planning={planning} form={form} /> : null}
			{list.kind === "planning-record" ? <RecordKinds planning={planning} wanted={wanted ?? ""} /> : null}
			{shown.length === 0 ? <p>Nothing is on this list yet.</p> : null}
			{shown.map((entry) => (
				<EntryCard key={entry.id} planning={planning} list={list} entry={entry} />
			))}
			{year.mayWrite ? <AddForm planning={planning} list={list} form={form} proposed={proposed} /> : null}
		</PlanningLayout>
	);
}

function RecordKinds({ planning, wanted }: { readonly planning: PlanningProps; readonly wanted: string }) {
	const kinds = planning.year.rules?.recordKinds ?? [];
	return (
		<form method="get" action="/planning-year/records" className="usa-form">
			<SelectField
				name="record"
				label="Kind of record"
				emptyLabel="All kinds"
				options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
				value={wanted}
			/>
			<button type="submit" className="usa-button usa-button--outline">
				Show
			</button>
		</form>
	);
}

function EntryCard(props: {
	readonly planning: PlanningProps;
	readonly list: PlanningList;
	readonly entry: Fact<PlanningKind>;
}) {
	const { planning, list, entry } = props;
	const name = list.heading(entry as never, planning);
	return (
		<section className="finding-card" id={`entry-${entry.id}`} tabIndex={-1} aria-label={name}>
			<h2 className="font-heading-md margin-top-1 margin-bottom-0">{name}</h2>
			<dl className="margin-y-1 entry-lines">
				{linesOf(list, entry, planning).map(([label, text]) => (
					<div key={label} className={text.length > 60 || text.includes("\n") ? "entry-line-long" : undefined}>
						<dt className="text-bold">{label}</dt>
						<dd className="margin-left-0 long-text">{text}</dd>
					</div>
				))}
			</dl>
			<Papers planning={planning} entry={entry} />
			{"careMonths" in entry ? <VisitResults report={entry} planning={planning} /> : null}
			{planning.year.mayWrite ? (
				<p className="margin-bottom-0">
					<a className="usa-link" href={`/planning-year/${list.slug}/${entry.id}`}>
						Change or remove<span className="usa-sr-only"> {name}</span>
					</a>
				</p>
			) : null}
		</section>
	);
}

/** The documents that a plan of the register is, or the one whose submission met a due date. */
function Papers({ planning, entry }: { readonly planning: PlanningProps; readonly entry: Fact<PlanningKind> }) {
	const form = "budgetFormId" in entry ? entry.budgetFormId : null;
	const papers = papersOf(entry, planning);
	if (papers.length === 0 && form === null) return null;
	return (
		<ul className="usa-list margin-y-1">
			{papers.map(({ documentId, title, state }) => (
				<li key={documentId}>
					<a className="usa-link" href={planPath(documentId)}>
						{title}
					</a>
					, {stateLabels[state].toLowerCase()}
				</li>
			))}
			{form === null ? null : (
				<li>
					<a className="usa-link" href={`/budget-forms/${form}`}>
						Form CFS-101
					</a>
				</li>
			)}
		</ul>
	);
}

function papersOf(entry: Fact<PlanningKind>, { year }: PlanningProps) {
	if ("planType" in entry) {
		const type = year.rules?.planTypes.find(({ id }) => id === entry.planType);
		const wanted = type?.papers ?? [];
		return wanted.flatMap(({ framework, paper }) =>
			year.papers.filter((each) => each.framework === framework && each.paper === paper).slice(0, 2),
		);
	}
	if ("ruleId" in entry) return year.papers.filter(({ documentId }) => documentId === entry.documentId);
	return [];
}

function AddForm({ planning, list, form, proposed }: PlanningListProps) {
	const fields = fieldsOf(list, planning, proposed.recordKind);
	if (fields.length === 0) return <p>Choose a kind of record above to add one.</p>;
	return (
		<form
			method="post"
			action={`/planning-year/${list.slug}`}
			className="usa-form usa-form--large margin-top-5"
			aria-labelledby="add-entry"
			data-guard="true"
		>
			<h2 id="add-entry">Add a {list.one}</h2>
			<PlanningFields planning={planning} fields={fields} form={form} stands={proposed} />
			<button type="submit" className="usa-button">
				Add the {list.one}
			</button>
		</form>
	);
}

/** One entry to change or take out. */
export function PlanningEntryPage(props: {
	readonly planning: PlanningProps;
	readonly list: PlanningList;
	readonly entry: Fact<PlanningKind>;
	readonly form: FormState;
}) {
	const { planning, list, entry, form } = props;
	const name = list.heading(entry as never, planning);
	const action = `/planning-year/${list.slug}/${entry.id}`;
	const fields = fieldsOf(list, planning, "recordKind" in entry ? entry.recordKind : undefined);
	return (
		<PlanningLayout planning={planning} title={name} problems={form.problems}>
			<p>
				<a className="usa-link" href={`/planning-year/${list.slug}`}>
					{list.title}
				</a>
			</p>
			{planning.year.mayWrite ? (
				<>
					<form method="post" action={action} className="usa-form usa-form--large" data-guard="true">
						<input type="hidden" name="version" value={form.values.version ?? entry.version} />
						<PlanningFields planning={planning} fields={fields} form={form} stands={entry} />
						<button type="submit" className="usa-button">
							Save
						</button>
					</form>
					<form method="post" action={`${action}/remove`} className="margin-top-4">
						<input type="hidden" name="version" value={entry.version} />
						<button type="submit" className="usa-button usa-button--secondary usa-button--outline">
							Take it out of the list
						</button>
						<p className="text-base-dark">It stays in the history.</p>
					</form>
				</>
			) : (
				<dl>
					{linesOf(list, entry, planning).map(([label, text]) => (
						<div key={label} className="margin-bottom-05">
							<dt className="text-bold">{label}</dt>
							<dd className="margin-left-0 long-text">{text}</dd>
						</div>
					))}
				</dl>
			)}
		</PlanningLayout>
	);
}
