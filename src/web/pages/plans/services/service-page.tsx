import { comingYear } from "../../../../domain/document/yearly-paper.ts";
import type { ServiceNode } from "../../../../domain/plan/plan-graph.ts";
import {
	ServiceCategory,
	ServiceChange,
	serviceCategoryLabels,
	serviceChangeLabels,
} from "../../../../domain/plan/service-facts.ts";
import { SelectField } from "../../../forms/select-field.tsx";
import { TextArea } from "../../../forms/text-area.tsx";
import { TextField } from "../../../forms/text-field.tsx";
import { formValues, type PlanContext } from "../plan-context.ts";
import { PlanLayout } from "../plan-layout.tsx";
import { servicePath } from "../plan-paths.ts";

const texts = [
	["description", "What it is", "What is done for families, in a few sentences.", 5],
	["population", "For whom", "The children and families whom it is for.", 2],
	["area", "Where", "The counties or regions in which it is offered, or the whole State.", 2],
	["eligibility", "Who may have it", "How it is decided.", 2],
] as const;

/** One service: what it is, and what is said of it in the coming federal fiscal year. */
export function ServicePage({ plan, node }: { readonly plan: PlanContext; readonly node: ServiceNode | undefined }) {
	const { document, cycle } = plan.graph;
	const service = node?.service;
	const year = comingYear(document, cycle);
	const said = node?.years.find(({ federalFiscalYear }) => federalFiscalYear === year);
	const values = formValues(plan.typed, "service");
	const shown = (count: number | null | undefined) => (count === null || count === undefined ? "" : String(count));
	const title = service ? service.name : "Add a service";
	if (!plan.mayWrite) return <ServiceRead plan={plan} node={node} title={title} />;
	return (
		<PlanLayout plan={plan} title={title}>
			<form method="post" action={servicePath(document.id, service?.id)} data-guard="true">
				<input type="hidden" name="version" value={service?.version ?? 0} />
				<input type="hidden" name="yearVersion" value={said?.version ?? 0} />
				<SelectField
					name="category"
					label="Program"
					value={values.text("category", service?.category ?? "child-welfare")}
					options={ServiceCategory.options.map((value) => ({ value, label: serviceCategoryLabels[value] }))}
					error={values.problem("category")}
				/>
				<TextField
					name="name"
					label="Name"
					width="2xl"
					value={values.text("name", service?.name ?? "")}
					error={values.problem("name")}
				/>
				<TextField
					name="provider"
					label="Provider"
					hint="Who offers it: the agency, a county, a Tribe, a private organization."
					width="2xl"
					value={values.text("provider", service?.provider ?? "")}
					error={values.problem("provider")}
				/>
				{texts.map(([name, label, hint, rows]) => (
					<TextArea
						key={name}
						name={name}
						label={label}
						hint={hint}
						rows={rows}
						value={values.text(name, service?.[name] ?? "")}
						error={values.problem(name)}
					/>
				))}
				<fieldset className="usa-fieldset margin-top-4">
					<legend className="usa-legend text-bold">Federal fiscal year {year}</legend>
					<SelectField
						name="change"
						label="Against the year before"
						emptyLabel="Not said yet"
						value={values.text("change", said?.change ?? "")}
						options={ServiceChange.options.map((value) => ({ value, label: serviceChangeLabels[value] }))}
						error={values.problem("change")}
					/>
					<TextArea
						name="note"
						label="What changes, and why"
						rows={3}
						optional
						value={values.text("note", said?.note ?? "")}
						error={values.problem("note")}
					/>
					<TextField
						name="families"
						label="Families served"
						hint="Counts of 1 to 10 are not printed."
						inputMode="numeric"
						width="md"
						optional
						value={values.text("families", shown(said?.families))}
						error={values.problem("families")}
					/>
					<TextField
						name="children"
						label="Children served"
						inputMode="numeric"
						width="md"
						optional
						value={values.text("children", shown(said?.children))}
						error={values.problem("children")}
					/>
				</fieldset>
				<p className="button-row">
					<button type="submit" className="usa-button">
						Save the service
					</button>
					<a className="usa-link" href={servicePath(document.id)}>
						Back to the list
					</a>
				</p>
			</form>
			{service ? (
				<form method="post" action={`${servicePath(document.id, service.id)}/remove`}>
					<input type="hidden" name="version" value={service.version} />
					<p className="measure-5">
						Taken off the list, it is printed in no draft any more. What was submitted keeps it.
					</p>
					<button type="submit" className="usa-button usa-button--outline">
						Take it off the list
					</button>
				</form>
			) : null}
		</PlanLayout>
	);
}

function ServiceRead(props: {
	readonly plan: PlanContext;
	readonly node: ServiceNode | undefined;
	readonly title: string;
}) {
	const { plan, node, title } = props;
	const service = node?.service;
	const lines = service
		? [
				["Program", serviceCategoryLabels[service.category]],
				["Provider", service.provider],
				...texts.map(([name, label]) => [label, service[name]]),
			]
		: [];
	return (
		<PlanLayout plan={plan} title={title}>
			<dl>
				{lines.map(([label, text]) => (
					<div key={label}>
						<dt className="text-bold">{label}</dt>
						<dd className="margin-left-0 long-text">{text || "Not said."}</dd>
					</div>
				))}
			</dl>
			<p>
				<a className="usa-link" href={servicePath(plan.graph.document.id)}>
					Back to the list
				</a>
			</p>
		</PlanLayout>
	);
}
