import { formatDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { assistanceStatusWords } from "../../../domain/document/entry-words.ts";
import { maskedWords } from "../../../domain/measure/masking.ts";
import { plural } from "../../../domain/plan/plural.ts";
import { Checkbox } from "../../forms/choice-group.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import { dueInWords } from "../parts/due-words.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import {
	type CountyChoice,
	type CountyProps,
	countySorts,
	outcomeKey,
	outcomeValue,
	type Stage,
} from "./county-props.ts";

/** All counties of a State on one page: where each is, what is late and since when, what it works on and how it does. */
export function CountiesPage(props: {
	readonly frame: PageFrame;
	readonly today: PlainDate;
	/** Before any choice. */
	readonly all: readonly CountyProps[];
	readonly rows: readonly CountyProps[];
	readonly choice: CountyChoice;
	readonly stageWords: Readonly<Record<Stage, string>>;
	/** The same list as a file. */
	readonly file: string;
}) {
	const { all, rows, choice, today } = props;
	const late = all.filter(({ lateSince }) => lateSince !== null).length;
	const outcomes = outcomesOf(all);
	const chosen = outcomes.find(({ value }) => value === choice.outcome);
	return (
		<Page frame={props.frame} title="Counties" breadcrumbs={[{ label: "Home", href: "/" }]}>
			<h1>Counties</h1>
			<p>
				{all.length} places, {late} with something late on {formatDate(today)}.
			</p>
			<ChoiceForm choice={choice} outcomes={outcomes} stageWords={props.stageWords} />
			<p>
				{rows.length === all.length ? "All places" : `${rows.length} of ${all.length} places`}.{" "}
				<a className="usa-link" href={props.file}>
					This list as a file (CSV)
				</a>
			</p>
			{rows.length === 0 ? (
				<p>No place is like this. Ask for less.</p>
			) : (
				<DataTable
					label="Counties"
					caption="Counties with where each is in its cycle"
					quietCaption
					columns={[
						{ label: "Place" },
						{ label: "Where it is" },
						{ label: "Late" },
						{ label: "Next yearly paper" },
						{ label: "Outcomes chosen" },
						{ label: "Assistance asked for" },
						{ label: "Below standard", numeric: true },
						...(chosen ? [{ label: chosen.label, numeric: true }] : []),
					]}
					rows={rows.map((row) => ({
						key: row.jurisdiction.id,
						cells: [
							<a key="place" className="usa-link" href={`/outcomes/${row.jurisdiction.id}`}>
								{row.jurisdiction.name}
							</a>,
							<WhereItIs key="stage" row={row} stageWords={props.stageWords} />,
							<LateWords key="late" row={row} />,
							row.nextPaper ? `${row.nextPaper.name}: ${dueInWords(row.nextPaper.dueOn, today)}` : "–",
							row.outcomes.map(({ code }) => code).join(", ") || "–",
							<AssistanceWords key="assistance" row={row} />,
							row.series.length === 0 ? "–" : `${row.belowStandard} of ${row.series.length}`,
							...(chosen ? [outcomeValue(row, choice) || "–"] : []),
						],
					}))}
				/>
			)}
			{chosen && choice.masked ? <p>* {maskedWords}</p> : null}
		</Page>
	);
}

function WhereItIs({ row, stageWords }: { row: CountyProps; stageWords: Readonly<Record<Stage, string>> }) {
	const { plan, cycle, stage } = row;
	return (
		<>
			{plan ? (
				<a className="usa-link" href={`/plans/${plan.id}`}>
					{stageWords[stage]}
				</a>
			) : (
				stageWords[stage]
			)}
			{cycle ? (
				<span className="display-block">
					{cycle.startsOn.slice(0, 4)} to {cycle.endsOn.slice(0, 4)}
				</span>
			) : null}
		</>
	);
}

function LateWords({
	row: { lateSince, lateMilestones, milestoneWord, nextPaper, plan, stage },
}: {
	readonly row: CountyProps;
}) {
	if (lateSince === null) return <>Nothing</>;
	return (
		<>
			<StatusTag tone="bad">Since {formatDate(lateSince)}</StatusTag>
			{lateMilestones > 0 && plan ? (
				<a className="usa-link display-block" href={`/plans/${plan.id}/timeline`}>
					{lateMilestones} {lateMilestones === 1 ? milestoneWord : plural(milestoneWord)}
				</a>
			) : null}
			{nextPaper?.overdue ? <span className="display-block">{nextPaper.name}</span> : null}
			{stage === "ended" ? <span className="display-block">Next plan</span> : null}
		</>
	);
}

/** What the county needs and has not had; the words of each fold out, the State's answers stand on the list of requests. */
function AssistanceWords({ row: { assistance, jurisdiction } }: { readonly row: CountyProps }) {
	if (assistance.length === 0) return <>–</>;
	return (
		<details>
			<summary>
				{assistance.length}
				<span className="usa-sr-only"> asked for by {jurisdiction.name}</span>
			</summary>
			<ul className="usa-list">
				{assistance.map(({ need, status }) => (
					<li key={need}>
						{need} ({assistanceStatusWords[status].toLowerCase()})
					</li>
				))}
			</ul>
			<a className="usa-link" href="/requests#assistance">
				All requests<span className="usa-sr-only"> of counties</span>
			</a>
		</details>
	);
}

function ChoiceForm(props: {
	readonly choice: CountyChoice;
	readonly outcomes: readonly { readonly value: string; readonly label: string }[];
	readonly stageWords: Readonly<Record<Stage, string>>;
}) {
	const { choice, outcomes, stageWords } = props;
	return (
		<form method="get" action="/counties" className="grid-row grid-gap">
			<div className="tablet:grid-col-4">
				<SelectField
					name="sort"
					label="Order"
					value={choice.sort}
					options={Object.entries(countySorts).map(([value, label]) => ({ value, label }))}
				/>
			</div>
			<div className="tablet:grid-col-4">
				<SelectField
					name="stage"
					label="Where they are"
					emptyLabel="Anywhere"
					value={choice.stage}
					options={Object.entries(stageWords).map(([value, label]) => ({ value, label }))}
				/>
			</div>
			<div className="tablet:grid-col-4">
				<SelectField
					name="outcome"
					label="With this outcome"
					emptyLabel="None"
					value={choice.outcome}
					options={outcomes}
				/>
			</div>
			<div className="grid-col-12">
				<Checkbox name="late" label="Only those with something late" checked={choice.lateOnly} />
				<Checkbox name="masked" label="Hide small numbers, for a list that leaves the agency" checked={choice.masked} />
				<button type="submit" className="usa-button margin-top-2">
					Show
				</button>
			</div>
		</form>
	);
}

/** Every outcome that some county has a figure for. */
function outcomesOf(rows: readonly CountyProps[]) {
	const found = new Map<string, string>();
	for (const each of rows.flatMap(({ series }) => series)) {
		found.set(outcomeKey(each), `${each.indicator.code} ${each.indicator.label ?? ""} (${each.indicator.vintage})`);
	}
	return [...found].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, "en"));
}
