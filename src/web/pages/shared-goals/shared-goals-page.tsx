import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { describePeriod } from "../../../domain/measure/describe-period.ts";
import { formatValue } from "../../../domain/measure/format-value.ts";
import { maskedMark, maskedWords, maskFigure, type Shown } from "../../../domain/measure/masking.ts";
import type { Observation, Unit, Withheld } from "../../../domain/measure/measure-facts.ts";
import { type LeftOut, leftOutWords, whyNotAdded } from "../../../domain/measure/roll-up.ts";
import { type GoalClosing, goalClosingLabels, goesOn } from "../../../domain/plan/carry-over-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { DateField } from "../../forms/date-field.tsx";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import type { FormState } from "../parts/form-page-state.ts";
import { type GoalPlace, GoalPlaces } from "../parts/goal-places.tsx";
import { Revisions, type SharedRevision } from "./shared-goal-revisions.tsx";

type Objective = {
	readonly objective: Fact<"objective"> | null;
	readonly measure: Fact<"measure"> | null;
	readonly baseline: Fact<"baseline"> | null;
	readonly target: Fact<"target"> | null;
	readonly adoptions: readonly {
		readonly place: Fact<"jurisdiction">;
		readonly adoption: Fact<"goal-adoption">;
		readonly newest: Observation | null;
		readonly verdict: "met" | "not-met" | "no-figure" | null;
		readonly revisedSince: number;
	}[];
	readonly together: {
		readonly periodStart: Observation["periodStart"];
		readonly periodEnd: Observation["periodEnd"];
		readonly numerator: number;
		readonly denominator: number;
		readonly value: number;
		readonly counted: readonly string[];
		readonly leftOut: readonly { readonly place: string; readonly why: LeftOut }[];
		readonly withheld: Withheld;
	} | null;
	readonly notAdopted: readonly string[];
};

type Goal = {
	readonly shared: Fact<"shared-goal">;
	readonly goal: Fact<"goal">;
	readonly state: Fact<"jurisdiction">;
	readonly objectives: readonly Objective[];
	readonly revisions: readonly SharedRevision[];
	readonly closed: {
		readonly closing: GoalClosing;
		readonly closingReason: string;
		readonly report: string;
		readonly submittedOn: Observation["periodEnd"] | null;
	} | null;
	readonly usedIn: readonly GoalPlace[];
};

export type SharedGoalsPageProps = {
	readonly frame: PageFrame;
	readonly goals: readonly Goal[];
	readonly offerable: readonly Fact<"goal">[];
	readonly adoptFor: readonly Fact<"jurisdiction">[];
	/** States for which the reader plans. */
	readonly plansFor: ReadonlySet<string>;
	readonly form: FormState;
};

/** The controls of a form that adopts an objective, by field: the page has one for each objective. */
const adoptionIds: Readonly<Record<string, ((part: string) => string) | undefined>> = {
	jurisdictionId: (part) => `place-${part}`,
	target: (part) => `target-${part}`,
	by: (part) => `by-${part}`,
	note: (part) => `note-${part}`,
};

const verdictWords = { met: "Met", "not-met": "Not met", "no-figure": "No figure yet" } as const;

/** Goals of the State that places make their own: who has adopted which, with which target, and all of them as one number. */
export function SharedGoalsPage(props: SharedGoalsPageProps) {
	const { frame, goals, form } = props;
	return (
		<Page frame={frame} title="Goals of the State" breadcrumbs={[{ label: "Home", href: "/" }]}>
			<h1>Goals of the State</h1>
			<ErrorSummary
				problems={form.problems}
				idOf={(field) => (form.values.part ? adoptionIds[field]?.(form.values.part) : field)}
			/>
			<p className="usa-intro">
				A goal that the State offers can be adopted by its regions, counties and Tribes, each with a target of its own.
				What they reach together is added up from numerators and denominators, never from percentages.
			</p>
			{goals.length === 0 ? <p>The State offers no goal yet.</p> : null}
			{goals.map((each) => (
				<section key={each.shared.id} aria-labelledby={`goal-${each.shared.id}`}>
					<h2 id={`goal-${each.shared.id}`}>{each.goal.statement}</h2>
					<p>
						{each.state.name}. {each.shared.note}
					</p>
					<ClosedNotice closed={each.closed} />
					<GoalPlaces places={each.usedIn} />
					<Revisions
						id={each.shared.id}
						revisions={each.revisions}
						measures={new Map(each.objectives.map(({ objective, measure }) => [objective?.id ?? "", measure]))}
					/>
					{each.objectives.map((objective) => (
						<ObjectivePart key={objective.objective?.id ?? "none"} {...props} goal={each} part={objective} />
					))}
					{props.plansFor.has(each.state.id) && each.objectives.every(({ adoptions }) => adoptions.length === 0) ? (
						<form method="post" action={`/shared-goals/${each.shared.id}/withdraw`}>
							<input type="hidden" name="version" value={each.shared.version} />
							<button type="submit" className="usa-button usa-button--unstyled">
								Take back the offer<span className="usa-sr-only"> of {each.goal.statement}</span>
							</button>
						</form>
					) : null}
				</section>
			))}
			{props.offerable.length > 0 ? <OfferForm {...props} /> : null}
		</Page>
	);
}

/** The report that closed it was sent: what the places that adopted it read of that. */
function ClosedNotice({ closed }: Pick<Goal, "closed">) {
	if (!closed) return null;
	const { closing, closingReason, report, submittedOn } = closed;
	return (
		<p>
			<strong>Closed by the State: {goalClosingLabels[closing].toLowerCase()}.</strong> {report}
			{submittedOn ? `, sent on ${formatDate(submittedOn)}` : ""}. {closingReason}{" "}
			{goesOn(closing)
				? "It goes on: what places have adopted stands."
				: "No place can adopt it any more. What was adopted stays until the place gives it up."}
		</p>
	);
}

type PartProps = SharedGoalsPageProps & { readonly goal: Goal; readonly part: Objective };

function ObjectivePart(props: PartProps) {
	const { goal, part } = props;
	const { measure, objective, target, baseline, adoptions, together } = part;
	const name = measure?.title ?? objective?.statement ?? goal.goal.statement;
	const value = (number: number | null | undefined) =>
		number === null || number === undefined ? "" : measure ? formatValue(number, measure.unit) : String(number);
	return (
		<>
			{measure ? (
				<p>
					<strong>{measure.title}</strong>
					{baseline?.value == null ? "" : `: baseline of the State ${value(baseline.value)}`}
					{target?.value == null ? "" : `, target ${value(target.value)}`}
					{target?.by ? ` by ${formatDate(target.by)}` : ""}.
				</p>
			) : null}
			{together && measure ? (
				<p>
					Together, {describePeriod(together.periodStart, together.periodEnd)}:{" "}
					<Figure figure={together} unit={measure.unit} /> in{" "}
					{together.counted.length === 1 ? "1 place" : `${together.counted.length} places`}.
					{together.leftOut.map(({ place, why }) => ` Not in it: ${place}. ${leftOutWords[why]}`).join("")}
				</p>
			) : measure && adoptions.length > 0 ? (
				<p>
					Together: nothing can be added up yet.
					{adoptions
						.flatMap(({ place, newest }) => {
							const why = whyNotAdded(newest);
							return why ? [` ${place.name}: ${leftOutWords[why]}`] : [];
						})
						.join("")}
				</p>
			) : null}
			{part.notAdopted.length > 0 ? <p>Not adopted by, and so not in it: {part.notAdopted.join(", ")}.</p> : null}
			{adoptions.length === 0 ? (
				<p>No place that you may read has adopted it.</p>
			) : (
				<DataTable
					caption={`Places that have adopted: ${name}`}
					quietCaption
					label={`Places that have adopted: ${name}`}
					columns={[
						{ label: "Place" },
						{ label: "Baseline" },
						{ label: "Newest" },
						{ label: "Target" },
						{ label: "How it stands" },
						{ label: "Note" },
					]}
					rows={adoptions.map(({ place, adoption, newest, verdict, revisedSince }) => ({
						key: adoption.id,
						cells: [
							place.name,
							measure && adoption.baselineValue !== null ? (
								<Figure
									key="baseline"
									figure={{
										numerator: adoption.baselineNumerator,
										denominator: adoption.baselineDenominator,
										...{ value: adoption.baselineValue, withheld: "nothing" },
									}}
									unit={measure.unit}
								/>
							) : (
								""
							),
							newest && measure ? <Figure key="newest" figure={newest} unit={measure.unit} /> : "",
							[value(adoption.target), adoption.by ? `by ${formatDate(adoption.by)}` : ""].filter(Boolean).join(" "),
							verdict ? verdictWords[verdict] : "",
							<AdoptionNote key="note" {...props} adoption={adoption} place={place} revisedSince={revisedSince} />,
						],
					}))}
				/>
			)}
			{props.adoptFor.length > 0 ? <AdoptForm {...props} name={name} /> : null}
		</>
	);
}

function Figure(props: {
	readonly figure: Pick<Observation, "numerator" | "denominator" | "value"> & {
		readonly withheld?: Observation["withheld"] | undefined;
	};
	readonly unit: Unit;
}) {
	const { withheld = "nothing", ...counts } = props.figure;
	const { value, numerator, denominator } = maskFigure({ ...counts, withheld }, props.unit);
	const shown = (count: Shown | null) => (count?.masked === false ? formatValue(count.value, "count") : maskedMark);
	if (value.masked) return <abbr title={maskedWords}>{maskedMark}</abbr>;
	return (
		<>
			{formatValue(value.value, props.unit)}
			{numerator && denominator ? ` (${shown(numerator)} of ${shown(denominator)})` : ""}
		</>
	);
}

function AdoptionNote(
	props: PartProps & {
		readonly adoption: Fact<"goal-adoption">;
		readonly place: Fact<"jurisdiction">;
		readonly revisedSince: number;
	},
) {
	const { adoption, place, revisedSince } = props;
	const revised =
		revisedSince === 0 ? null : (
			<p className="margin-y-0">
				<strong>The State has revised it since.</strong> Read what changed above, and adopt it again with the target
				that holds now.
			</p>
		);
	if (!props.adoptFor.some(({ id }) => id === place.id)) {
		return (
			<>
				{adoption.note}
				{revised}
			</>
		);
	}
	return (
		<>
			{adoption.note}
			{revised}
			<details>
				<summary>Give it up</summary>
				<form method="post" action={`/shared-goals/adoptions/${adoption.id}/give-up`}>
					<input type="hidden" name="version" value={adoption.version} />
					<TextField
						id={`reason-${adoption.id}`}
						name="reason"
						label={`Why ${place.name} gives it up`}
						value={undefined}
						error={undefined}
					/>
					<button type="submit" className="usa-button usa-button--outline">
						Give up the goal
					</button>
				</form>
			</details>
		</>
	);
}

function AdoptForm(props: PartProps & { readonly name: string }) {
	const { goal, part, adoptFor, name } = props;
	const id = part.objective?.id ?? goal.shared.id;
	const sent = props.form.values.part === id ? props.form : { values: {}, problems: [] };
	const error = (field: string) => findProblem(sent.problems, field);
	const values: Readonly<Record<string, string | undefined>> = sent.values;
	return (
		<details open={sent.problems.length > 0}>
			<summary>Adopt it, or change a target</summary>
			<form method="post" action={`/shared-goals/${goal.shared.id}/adoptions`} className="usa-form">
				<input type="hidden" name="part" value={id} />
				{part.adoptions.map(({ place, adoption }) => (
					<input key={adoption.id} type="hidden" name={`version-${place.id}`} value={adoption.version} />
				))}
				{part.objective ? <input type="hidden" name="objectiveId" value={part.objective.id} /> : null}
				<SelectField
					id={`place-${id}`}
					name="jurisdictionId"
					label={`Which place adopts: ${name}`}
					options={adoptFor.map((each) => ({ value: each.id, label: each.name }))}
					value={values.jurisdictionId}
					error={error("jurisdictionId")}
				/>
				{part.measure ? (
					<>
						<TextField
							id={`target-${id}`}
							name="target"
							label="Your target"
							hint="A number in the unit of the measure, for example 42.5"
							optional
							value={values.target}
							error={error("target")}
						/>
						<DateField id={`by-${id}`} name="by" label="By which day" value={values.by} error={error("by")} />
					</>
				) : null}
				<TextArea
					id={`note-${id}`}
					name="note"
					label="Why this target, or what you will do"
					optional
					value={values.note}
					error={error("note")}
				/>
				<button type="submit" className="usa-button">
					Adopt
				</button>
			</form>
		</details>
	);
}

function OfferForm({ offerable, form: { values, problems } }: SharedGoalsPageProps) {
	return (
		<>
			<h2>Offer another goal</h2>
			<form method="post" action="/shared-goals" className="usa-form">
				<SelectField
					name="goalId"
					label="Goal of the State"
					emptyLabel="- Choose -"
					options={offerable.map(({ id, statement }) => ({ value: id, label: statement || "A goal without words" }))}
					value={values.goalId}
					error={findProblem(problems, "goalId")}
				/>
				<TextField
					id="offer-note"
					name="offerNote"
					label="What you say to the places"
					optional
					value={values.offerNote}
					error={findProblem(problems, "offerNote")}
				/>
				<button type="submit" className="usa-button">
					Offer the goal
				</button>
			</form>
		</>
	);
}
