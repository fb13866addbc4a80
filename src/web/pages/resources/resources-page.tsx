import {
	audienceWords,
	formatWords,
	phaseWords,
	processWords,
	type Resource,
	topicWords,
} from "../../../domain/resources/resource-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { CheckboxGroup } from "../../forms/choice-group.tsx";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";

export type ShownResource = Resource & { readonly id: string; readonly own: Fact<"agency-resource"> | null };

export type ResourcesPageProps = {
	readonly frame: PageFrame;
	readonly resources: readonly ShownResource[];
	readonly goals: readonly Fact<"goal">[];
	readonly kept: readonly Fact<"goal-resource">[];
	readonly addFor: readonly Fact<"jurisdiction">[];
	readonly search: Readonly<Record<string, string | undefined>>;
	readonly form: FormState;
};

/** The facets of the search, by the names of their controls. */
export const facets = {
	topic: { label: "About", words: topicWords as Readonly<Record<string, string>> },
	process: { label: "For which process", words: processWords as Readonly<Record<string, string>> },
	phase: { label: "In which phase", words: phaseWords as Readonly<Record<string, string>> },
	audience: { label: "For whom", words: audienceWords as Readonly<Record<string, string>> },
	format: { label: "What kind", words: formatWords as Readonly<Record<string, string>> },
	round: {
		label: "For which round of the CFSR",
		words: { 3: "Round 3", 4: "Round 4", 5: "Round 5" } as Readonly<Record<string, string>>,
	},
} as const;

/** Publications, tools and courses that help with planning, found by facets, and kept beside goals. */
export function ResourcesPage(props: ResourcesPageProps) {
	const { frame, resources, form } = props;
	return (
		<Page frame={frame} title="Resources" breadcrumbs={[{ label: "Home", href: "/" }]}>
			<h1>Resources</h1>
			<ErrorSummary problems={form.problems} />
			<p className="usa-intro">
				Publications, tools and courses that help with planning and review. Keep one beside a goal, and it is there when
				the goal is worked on.
			</p>
			<p>
				<a className="usa-link" href="/assistance">
					Technical assistance that was given
				</a>
			</p>
			<SearchForm {...props} />
			<h2 aria-live="polite">{resources.length === 1 ? "1 resource" : `${resources.length} resources`}</h2>
			{resources.length === 0 ? <p>None answers this search. Take away a word or a choice.</p> : null}
			<ul className="usa-list usa-list--unstyled">
				{resources.map((each) => (
					<li key={each.id} className="margin-bottom-3">
						<ResourceEntry {...props} resource={each} />
					</li>
				))}
			</ul>
			{props.addFor.length > 0 ? <AddForm {...props} /> : null}
		</Page>
	);
}

function SearchForm({ search }: ResourcesPageProps) {
	return (
		<search>
			<form method="get" action="/resources" className="grid-row grid-gap">
				<div className="tablet:grid-col-4">
					<TextField name="words" label="Words" type="search" optional value={search.words} />
				</div>
				{Object.entries(facets).map(([name, { label, words }]) => (
					<div key={name} className="tablet:grid-col-4">
						<SelectField
							name={name}
							label={label}
							emptyLabel="Any"
							options={Object.entries(words).map(([value, text]) => ({ value, label: text }))}
							value={search[name]}
						/>
					</div>
				))}
				<div className="tablet:grid-col-4">
					<TextField
						name="since"
						label="Of this year or later"
						inputMode="numeric"
						width="xs"
						optional
						value={search.since}
					/>
				</div>
				<div className="grid-col-12">
					<button type="submit" className="usa-button margin-top-2">
						Find
					</button>
				</div>
			</form>
		</search>
	);
}

function ResourceEntry(props: ResourcesPageProps & { readonly resource: ShownResource }) {
	const { resource, goals, kept } = props;
	const tags = [
		formatWords[resource.format],
		...resource.topics.map((each) => topicWords[each]),
		...resource.processes.map((each) => processWords[each]),
		...resource.phases.map((each) => phaseWords[each]),
		...resource.audiences.map((each) => `For ${lowerFirst(audienceWords[each])}`),
		...(resource.round ? [`CFSR round ${resource.round}`] : []),
	];
	const mine = kept.filter((each) => each.resource === resource.id);
	return (
		<>
			<h3 className="margin-bottom-05">
				{resource.address ? (
					<a className="usa-link usa-link--external" href={resource.address} rel="noreferrer noopener">
						{resource.title}
					</a>
				) : (
					resource.title
				)}
			</h3>
			<p className="margin-y-05">{resource.summary}</p>
			<p className="margin-y-05 text-base-darker">
				{[resource.publisher, resource.year, ...tags].filter(Boolean).join(" · ")}
			</p>
			{mine.map((each) => (
				<form key={each.id} method="post" action={`/resources/goal-resource/${each.id}/remove`}>
					<input type="hidden" name="version" value={each.version} />
					Kept beside: {goals.find(({ id }) => id === each.goalId)?.statement ?? "a goal"}
					{each.note ? ` (${each.note})` : ""}{" "}
					{goals.some(({ id }) => id === each.goalId) ? (
						<button type="submit" className="usa-button usa-button--unstyled">
							Take away<span className="usa-sr-only"> {resource.title}</span>
						</button>
					) : null}
				</form>
			))}
			{goals.length > 0 ? (
				<details>
					<summary>
						Keep beside a goal<span className="usa-sr-only">: {resource.title}</span>
					</summary>
					<form method="post" action={`/resources/kept${searchText(props.search)}`}>
						<input type="hidden" name="resource" value={resource.id} />
						<SelectField
							id={`goal-${resource.id}`}
							name="goalId"
							label="Goal"
							options={goals.map(({ id, statement }) => ({ value: id, label: statement }))}
						/>
						<TextField id={`note-${resource.id}`} name="note" label="What for" optional />
						<button type="submit" className="usa-button usa-button--outline">
							Keep
						</button>
					</form>
				</details>
			) : null}
			{resource.own && props.addFor.some(({ id }) => id === resource.own?.jurisdictionId) ? (
				<form method="post" action={`/resources/agency-resource/${resource.own.id}/remove`}>
					<input type="hidden" name="version" value={resource.own.version} />
					<button type="submit" className="usa-button usa-button--unstyled">
						Take out of the library<span className="usa-sr-only">: {resource.title}</span>
					</button>
				</form>
			) : null}
		</>
	);
}

/** The search as it stands in the address, to come back to it. */
function searchText(search: ResourcesPageProps["search"]): string {
	const set = Object.entries(search).flatMap(([name, value]) =>
		value ? [`${name}=${encodeURIComponent(value)}`] : [],
	);
	return set.length === 0 ? "" : `?${set.join("&")}`;
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}

function AddForm({ addFor, form: { values, problems } }: ResourcesPageProps) {
	const error = (field: string) => findProblem(problems, field);
	const chosen = (name: string) => values[name]?.split(",").filter(Boolean) ?? [];
	return (
		<details open={problems.length > 0}>
			<summary>Add a resource of your own</summary>
			<form method="post" action="/resources" className="usa-form">
				<SelectField
					name="jurisdictionId"
					label="Who adds it"
					options={addFor.map(({ id, name }) => ({ value: id, label: name }))}
					value={values.jurisdictionId}
					error={error("jurisdictionId")}
				/>
				<TextField name="title" label="Title" value={values.title} error={error("title")} />
				<TextArea name="summary" label="What it does" optional value={values.summary} error={error("summary")} />
				<TextField name="publisher" label="Publisher" optional value={values.publisher} error={error("publisher")} />
				<TextField
					name="address"
					label="Address"
					hint="Begins with https://"
					optional
					value={values.address}
					error={error("address")}
				/>
				<TextField
					name="year"
					label="Year"
					inputMode="numeric"
					optional
					width="xs"
					value={values.year}
					error={error("year")}
				/>
				<TextField
					id="new-round"
					name="round"
					label="Round of the CFSR that it was made for"
					inputMode="numeric"
					optional
					width="2xs"
					value={values.round}
					error={error("round")}
				/>
				<SelectField
					id="new-format"
					name="format"
					label={facets.format.label}
					options={Object.entries(formatWords).map(([value, label]) => ({ value, label }))}
					value={values.format}
					error={error("format")}
				/>
				{(
					[
						["topics", facets.topic],
						["processes", facets.process],
						["phases", facets.phase],
						["audiences", facets.audience],
					] as const
				).map(([name, { label, words }]) => (
					<CheckboxGroup
						key={name}
						id={`new-${name}`}
						name={name}
						label={label}
						optional
						choices={Object.entries(words).map(([value, text]) => ({ value, label: text }))}
						values={chosen(name)}
						error={error(name)}
					/>
				))}
				<button type="submit" className="usa-button">
					Add to the library
				</button>
			</form>
		</details>
	);
}
