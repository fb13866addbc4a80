import type { OtherUse } from "../../../domain/pip/improvement-facts.ts";
import type { PipRules } from "../../../domain/pip/pip-rules.ts";
import { CheckboxGroup } from "../../forms/choice-group.tsx";
import { DateField } from "../../forms/date-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { DataTable } from "../parts/data-table.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import { componentPath, planPath } from "../plans/plan-paths.ts";
import { AreaFields } from "./new-pip-page.tsx";
import { PipForm, pipFieldId, pipFields } from "./pip-form.tsx";
import type { PipGoalProps, PipProps } from "./pip-props.ts";

/** What the review found, the goals that answer each area, and where else each goal stands. */
export function AreasSection(pip: PipProps) {
	const { view, determination, goals, plan, rules, mayWrite } = pip;
	const area = plan.graph.components[0];
	return (
		<section aria-labelledby="areas">
			<h2 id="areas">Areas and the goals that answer them</h2>
			<p>{determination?.review}</p>
			{view.areas.length === 0 ? (
				<p>No area is recorded yet.</p>
			) : (
				<DataTable
					caption="Each area and its goals"
					quietCaption
					label="Each area and its goals"
					columns={[{ label: "Area" }, { label: "Answered by" }]}
					rows={view.areas.map((each) => ({
						key: each.area.code,
						cells: [
							`${each.area.code}: ${each.area.label}`,
							each.goals.length === 0 ? (
								<StatusTag key="none" tone="bad">
									No goal yet
								</StatusTag>
							) : (
								each.goals.map(({ number }) => `Goal ${number}`).join(", ")
							),
						],
					}))}
				/>
			)}
			{view.openItems.length > 0 ? (
				<p>No goal names yet: {view.openItems.map((code) => nameOf(code, rules)).join("; ")}.</p>
			) : null}
			<h3>Goals</h3>
			{goals.length === 0 ? (
				<p>
					There is no goal yet.{" "}
					{area && plan.mayWrite ? (
						<a className="usa-link" href={componentPath(plan.graph.document.id, area.focusArea.id)}>
							Add the first goal
						</a>
					) : null}
				</p>
			) : null}
			{goals.map((goal) => (
				<GoalPart key={goal.id} pip={pip} goal={goal} />
			))}
			{area && goals.length > 0 ? (
				<p>
					<a className="usa-link" href={componentPath(plan.graph.document.id, area.focusArea.id)}>
						Goals, strategies and key activities
					</a>
				</p>
			) : null}
			{mayWrite ? <DeterminationForm {...pip} /> : null}
		</section>
	);
}

function GoalPart({ pip, goal }: { readonly pip: PipProps; readonly goal: PipGoalProps }) {
	const { plan, rules, view } = pip;
	const uses = view.otherUses.filter(({ goalId }) => goalId === goal.id);
	return (
		<div className="margin-bottom-2" id={`goal-${goal.id}`}>
			<h4 className="margin-bottom-05">
				Goal {goal.number}: {goal.statement || "not yet worded"}
			</h4>
			<p className="margin-y-05">
				Addresses: {goal.codes.length === 0 ? "not said yet" : goal.codes.map((code) => nameOf(code, rules)).join("; ")}
				.
			</p>
			<p className="margin-y-05">
				{uses.length === 0 ? "It stands in no other plan." : "Also: "}
				{uses.map((use) => (
					<UseLink key={use.document.id} use={use} />
				))}
			</p>
			{plan.mayWrite ? <AddressForm pip={pip} goal={goal} /> : null}
		</div>
	);
}

function UseLink({ use }: { readonly use: OtherUse }) {
	return (
		<>
			goal {use.number} of{" "}
			<a className="usa-link" href={planPath(use.document.id)}>
				{use.document.title}
			</a>
			.{" "}
		</>
	);
}

/** The code with what it stands for. */
export function nameOf(code: string, rules: PipRules): string {
	const area = rules.areas.find((each) => each.code === code);
	if (area) return `${code}: ${area.label}`;
	for (const each of rules.areas) {
		const item = each.items.find((one) => one.code === code);
		if (item) return `item ${code}: ${item.label}`;
		const indicator = each.indicators.find((one) => one.code === code);
		if (indicator) return indicator.label;
	}
	return code;
}

function AddressForm({ pip, goal }: { readonly pip: PipProps; readonly goal: PipGoalProps }) {
	const key = `areas-${goal.id}`;
	const { values } = pipFields(pip.plan, key);
	const { areas = [], items = [] } = pip.determination ?? {};
	const codes =
		pip.rules.type === "voluntary" && areas.length === 0
			? pip.rules.areas.map(({ code }) => code)
			: [...areas, ...items];
	return (
		<details open={values.isBack}>
			<summary className="padding-y-05">
				Say what it addresses<span className="usa-sr-only">: goal {goal.number}</span>
			</summary>
			<PipForm
				plan={pip.plan}
				verb={`goals/${goal.id}/areas`}
				formKey={key}
				button="Save"
				hidden={{ version: goal.addressVersion }}
			>
				<CheckboxGroup
					name="codes"
					id={pipFieldId(key, "codes")}
					label={`Goal ${goal.number} addresses`}
					choices={[...new Set([...codes, ...goal.codes])].map((code) => ({
						value: code,
						label: nameOf(code, pip.rules),
					}))}
					values={values.list("codes", goal.codes)}
					error={values.problem("codes")}
				/>
			</PipForm>
		</details>
	);
}

function DeterminationForm({ plan, rules, determination, terms }: PipProps) {
	if (!determination || !terms) return null;
	const { values, field } = pipFields(plan, "determination");
	return (
		<details open={values.isBack}>
			<summary className="text-bold padding-y-1">Change what the review found, and what was agreed</summary>
			<PipForm
				plan={plan}
				verb="determination"
				formKey="determination"
				button="Save"
				hidden={{ version: determination.version, termsVersion: terms.version }}
			>
				<TextField {...field("review", determination.review)} label="Review" />
				<DateField {...field("issuedOn", determination.issuedOn ?? "")} label="Day of the notice" optional />
				<AreaFields
					rules={rules}
					areas={values.list("areas", determination.areas)}
					items={values.list("items", determination.items)}
					error={values.problem}
					idOf={(name) => pipFieldId("determination", name)}
				/>
				<SelectField
					{...field("reportEveryMonths", String(terms.reportEveryMonths))}
					label="Progress is reported"
					options={rules.reports.agreedMonths.map((months) => ({
						value: String(months),
						label: months === 3 ? "Every quarter" : `Every ${months} months, as agreed`,
					}))}
				/>
				<TextField {...field("reportFormat", terms.reportFormat)} label="Form of the reports" optional />
				<TextField
					{...field("nonOverlapMonths", String(terms.nonOverlapMonths))}
					label="Months of measurement after implementation"
					inputMode="numeric"
					width="xs"
				/>
				<TextArea {...field("note", determination.note)} label="Note" optional rows={2} />
			</PipForm>
		</details>
	);
}
