import { formatValue, unitWords } from "../../../domain/measure/format-value.ts";
import { factStatusWords } from "../../../domain/measure/standard.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Alert } from "../../forms/alert.tsx";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";
import type { FederalOutcomeProps, FederalSeriesProps } from "./federal-result-props.ts";
import { FederalResultTable } from "./federal-result-table.tsx";
import { IntervalChart } from "./interval-chart.tsx";
import { ProfileForm } from "./profile-form.tsx";

/** The federal results of a State: risk-standardized intervals against national performance, and the form that loads them. */
export function FederalResultsPage(props: {
	readonly frame: PageFrame;
	/** All States: a profile is published. */
	readonly readable: readonly Fact<"jurisdiction">[];
	/** States whose profile the reader may load. */
	readonly loadable: readonly Fact<"jurisdiction">[];
	/** The State that is shown; undefined for none. */
	readonly place: Fact<"jurisdiction"> | undefined;
	readonly outcomes: readonly FederalOutcomeProps[];
	readonly form: FormState;
}) {
	const { frame, readable, loadable, place, outcomes, form } = props;
	const title = place ? `Federal results of ${place.name}` : "Federal results";
	return (
		<Page frame={frame} title={title} breadcrumbs={[{ label: "Home", href: "/" }]}>
			<ErrorSummary problems={form.problems} />
			<h1>{title}</h1>
			<Alert kind="info" slim>
				Only the interval of risk-standardized performance (RSP) is held against national performance. Observed
				performance is shown beside it and is never compared with national performance: it carries the mix of the
				State’s own children. Follow progress over time on observed performance.
			</Alert>
			{readable.length > 1 ? <StateChoice states={readable} shown={place?.id} /> : null}
			{outcomes.map((outcome) => (
				<Outcome key={outcome.code} outcome={outcome} />
			))}
			{outcomes.length > 0 ? null : (
				<p>
					{place
						? `No state data profile of ${place.name} has been loaded yet.`
						: "The federal result is one of States, and there is no State in this installation yet."}
				</p>
			)}
			{loadable.length > 0 ? (
				<ProfileForm loadable={loadable} form={form} />
			) : (
				<p>Data analysts of the State load its data profile.</p>
			)}
		</Page>
	);
}

function StateChoice(props: { readonly states: readonly Fact<"jurisdiction">[]; readonly shown: string | undefined }) {
	return (
		<form method="get" action="/federal-results" className="usa-form">
			<SelectField
				name="place"
				label="Show the results of"
				options={props.states.map(({ id, name }) => ({ value: id, label: name }))}
				value={props.shown}
			/>
			<button type="submit" className="usa-button usa-button--outline">
				Show
			</button>
		</form>
	);
}

function Outcome({ outcome }: { readonly outcome: FederalOutcomeProps }) {
	return (
		<section>
			<h2>{outcome.code}</h2>
			<p className="measure-5">
				{outcome.title} {outcome.conformity} ({factStatusWords[outcome.status]}.)
			</p>
			{outcome.series.map((series) => (
				<Indicator key={series.national.code} series={series} />
			))}
		</section>
	);
}

function Indicator({ series }: { readonly series: FederalSeriesProps }) {
	const { code, label, unit, direction, value, status } = series.national;
	return (
		<section>
			<h3>
				{code} {label}
			</h3>
			<p>
				National performance: {formatValue(value, unit)}, {factStatusWords[status]}.{" "}
				{direction === "up" ? "More" : "Less"} is better. Unit: {unitWords[unit]}.
			</p>
			<figure className="figure-trend trend-pair margin-0">
				<div>
					<IntervalChart series={series} />
				</div>
				<figcaption className="measure-5">
					Each bar is a period’s interval of RSP, the dot is RSP, the dashed line is national performance. A bar wholly
					on the better side is better, wholly on the other side worse; a bar that touches the line is no different.
				</figcaption>
			</figure>
			<FederalResultTable series={series} />
		</section>
	);
}
