import type { ConformityArea } from "../../../domain/pip/pip-rules.ts";
import { type PipRules, pipTypeLabels } from "../../../domain/pip/pip-rules.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { CheckboxGroup } from "../../forms/choice-group.tsx";
import { DateField } from "../../forms/date-field.tsx";
import { ErrorSummary } from "../../forms/error-summary.tsx";
import { type FormProblem, findProblem } from "../../forms/form-problem.ts";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";

/** What the review determined, from which a PIP starts. */
export function NewPipPage(props: {
	readonly frame: PageFrame;
	readonly rules: PipRules;
	readonly states: readonly Fact<"jurisdiction">[];
	readonly typed: Readonly<Record<string, readonly string[]>>;
	readonly problems: readonly FormProblem[];
}) {
	const { frame, rules, states, typed, problems } = props;
	const title = "Start a Program Improvement Plan";
	const value = (name: string) => typed[name]?.[0] ?? "";
	const error = (name: string) => findProblem(problems, name);
	const { submitDays } = rules.clock;
	return (
		<Page
			frame={frame}
			title={title}
			breadcrumbs={[
				{ label: "Home", href: "/" },
				{ label: "Program Improvement Plans", href: "/pips" },
			]}
		>
			<ErrorSummary problems={problems} />
			<h1>{title}</h1>
			<p className="usa-intro">{pipTypeLabels[rules.type]}</p>
			<form method="post" action="/pips" className="usa-form usa-form--large" data-guard="true">
				<input type="hidden" name="pipType" value={rules.type} />
				{states.length === 1 ? (
					<input type="hidden" name="jurisdictionId" value={states[0]?.id} />
				) : (
					<SelectField
						name="jurisdictionId"
						label="State"
						options={states.map(({ id, name }) => ({ value: id, label: name }))}
						value={value("jurisdictionId")}
						error={error("jurisdictionId")}
					/>
				)}
				<TextField
					name="review"
					label="Review"
					hint="For example: Child and Family Services Review, Round 4, onsite review of May 2025"
					value={value("review")}
					error={error("review")}
				/>
				<DateField
					name="noticeReceivedOn"
					label="Day on which the written notice was received"
					hint={
						submitDays === null
							? "Month/day/year, where there was one"
							: `Month/day/year. The plan is due ${submitDays} calendar days after it.`
					}
					optional={submitDays === null}
					value={value("noticeReceivedOn")}
					error={error("noticeReceivedOn")}
				/>
				<DateField
					name="issuedOn"
					label="Day of the notice"
					optional
					value={value("issuedOn")}
					error={error("issuedOn")}
				/>
				<AreaFields rules={rules} areas={typed.areas ?? []} items={typed.items ?? []} error={error} />
				<TextArea name="note" label="Note" optional rows={3} value={value("note")} error={error("note")} />
				<button type="submit" className="usa-button">
					Start the plan
				</button>
			</form>
		</Page>
	);
}

const kindLabels: Readonly<Record<ConformityArea["kind"], string>> = {
	outcome: "Outcomes not in conformity",
	"systemic-factor": "Systemic factors not in conformity",
	eligibility: "Areas of eligibility with errors",
};

/** The areas of the edition, and the items and indicators that were found to need improvement. */
export function AreaFields(props: {
	readonly rules: PipRules;
	readonly areas: readonly string[];
	readonly items: readonly string[];
	readonly error: (field: string) => string | undefined;
	readonly idOf?: (field: string) => string;
}) {
	const { rules, error, idOf } = props;
	const items = rules.areas.flatMap((area) => [
		...area.items.map(({ code, label }) => ({ value: code, label: `Item ${code}: ${label}` })),
		...area.indicators.map(({ code, label }) => ({ value: code, label: `Indicator: ${label}` })),
	]);
	const kinds = (["outcome", "systemic-factor", "eligibility"] as const).filter((kind) =>
		rules.areas.some((area) => area.kind === kind),
	);
	return (
		<>
			{kinds.map((kind, index) => (
				<CheckboxGroup
					key={kind}
					name="areas"
					id={`${idOf?.("areas") ?? "areas"}${index === 0 ? "" : `-${kind}`}`}
					label={
						rules.type === "voluntary" ? kindLabels[kind].replace("not in conformity", "to improve") : kindLabels[kind]
					}
					optional={index > 0}
					choices={rules.areas
						.filter((area) => area.kind === kind)
						.map(({ code, label }) => ({ value: code, label: `${code}: ${label}` }))}
					values={props.areas}
					error={index === 0 ? error("areas") : undefined}
				/>
			))}
			{items.length > 0 ? (
				<details open={props.items.length > 0}>
					<summary className="text-bold padding-y-1">Items and indicators that need improvement</summary>
					<CheckboxGroup
						name="items"
						id={idOf?.("items") ?? "items"}
						label="Items and indicators"
						optional
						choices={items}
						values={props.items}
						error={error("items")}
					/>
				</details>
			) : null}
		</>
	);
}
