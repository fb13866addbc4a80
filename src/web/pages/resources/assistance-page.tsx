import { formatDate } from "../../../domain/calendar/plain-date.ts";
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

export type AssistancePageProps = {
	readonly frame: PageFrame;
	readonly entries: readonly Fact<"assistance-given">[];
	readonly goals: readonly Fact<"goal">[];
	readonly places: readonly Fact<"jurisdiction">[];
	readonly writeFor: readonly Fact<"jurisdiction">[];
	readonly form: FormState;
	/** The entry that is being changed. */
	readonly changed?: Fact<"assistance-given"> | undefined;
};

/** Technical assistance that was given: by whom, for what, for which goal, how many hours, and what came of it. */
export function AssistancePage(props: AssistancePageProps) {
	const { frame, entries, goals, places, form } = props;
	const hours = entries.reduce((sum, each) => sum + (each.hours ?? 0), 0);
	const mayWrite = (each: Fact<"assistance-given">) => props.writeFor.some(({ id }) => id === each.jurisdictionId);
	return (
		<Page
			frame={frame}
			title="Technical assistance"
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Resources", href: "/resources" },
			]}
		>
			<h1>Technical assistance</h1>
			<ErrorSummary problems={form.problems} />
			{entries.length === 0 ? (
				<p>Nothing has been written down that you may read.</p>
			) : (
				<>
					<DataTable
						caption={`Technical assistance that was given, ${hours.toLocaleString("en-US")} hours in all`}
						label="Technical assistance that was given"
						columns={[
							{ label: "Provider" },
							{ label: "Place" },
							{ label: "Need" },
							{ label: "Goal" },
							{ label: "When" },
							{ label: "Hours", numeric: true },
							{ label: "Result" },
						]}
						rows={entries.map((each) => ({
							key: each.id,
							cells: [
								mayWrite(each) ? (
									<a key="link" className="usa-link" href={`/assistance?entry=${each.id}#write`}>
										{each.provider}
									</a>
								) : (
									each.provider
								),
								places.find(({ id }) => id === each.jurisdictionId)?.name ?? "",
								each.need,
								goals.find(({ id }) => id === each.goalId)?.statement ?? "",
								`${formatDate(each.startedOn)}${each.endedOn ? ` to ${formatDate(each.endedOn)}` : ""}`,
								each.hours?.toLocaleString("en-US") ?? "",
								each.result,
							],
						}))}
					/>
					<p>
						<a className="usa-link" href="/assistance/assistance.csv">
							Download this list (CSV)
						</a>
					</p>
				</>
			)}
			{props.writeFor.length > 0 ? <WriteForm {...props} /> : null}
		</Page>
	);
}

function WriteForm({ goals, writeFor, form, changed }: AssistancePageProps) {
	const { values, problems } = form;
	const error = (field: string) => findProblem(problems, field);
	const value = (name: keyof Fact<"assistance-given">) =>
		values[name] ?? (changed ? String(changed[name] ?? "") : undefined);
	return (
		<>
			<h2 id="write">{changed ? "Change the entry" : "Write down what was given"}</h2>
			<form method="post" action="/assistance" className="usa-form">
				{changed ? (
					<>
						<input type="hidden" name="assistanceId" value={changed.id} />
						<input type="hidden" name="version" value={values.version ?? changed.version} />
					</>
				) : null}
				<SelectField
					name="jurisdictionId"
					label="For which place"
					options={writeFor.map(({ id, name }) => ({ value: id, label: name }))}
					value={value("jurisdictionId")}
					error={error("jurisdictionId")}
				/>
				<TextField name="provider" label="Provider" value={value("provider")} error={error("provider")} />
				<TextArea name="need" label="What was needed" rows={3} value={value("need")} error={error("need")} />
				<SelectField
					name="goalId"
					label="For which goal"
					emptyLabel="None"
					options={goals.map(({ id, statement }) => ({ value: id, label: statement || "A goal without words" }))}
					value={value("goalId")}
					error={error("goalId")}
				/>
				<DateField name="startedOn" label="Started on" value={value("startedOn")} error={error("startedOn")} />
				<DateField name="endedOn" label="Ended on" optional value={value("endedOn")} error={error("endedOn")} />
				<TextField
					name="hours"
					label="Hours"
					inputMode="decimal"
					width="xs"
					optional
					value={value("hours")}
					error={error("hours")}
				/>
				<TextArea
					name="result"
					label="What came of it"
					rows={3}
					optional
					value={value("result")}
					error={error("result")}
				/>
				<button type="submit" className="usa-button">
					Save
				</button>
			</form>
			{changed ? (
				<form method="post" action={`/resources/assistance-given/${changed.id}/remove`}>
					<input type="hidden" name="version" value={changed.version} />
					<button type="submit" className="usa-button usa-button--unstyled">
						Take this entry away
					</button>
				</form>
			) : null}
		</>
	);
}
