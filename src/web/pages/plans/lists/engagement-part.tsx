import { engagementStageWords, livedExperienceWords } from "../../../../domain/document/entry-words.ts";
import { engagementRecord } from "../../../../domain/engagement/engagement-record.ts";
import type { Fact } from "../../../../domain/workflow/fact-kinds.ts";
import { DateField } from "../../../forms/date-field.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { formValues, type PlanContext } from "../plan-context.ts";
import { listPath, planPath } from "../plan-paths.ts";

/** Who was heard at each stage of the cycle, and where nobody was. */
export function EngagementPart({ plan }: { readonly plan: PlanContext }) {
	const record = engagementRecord(plan.graph.entries["partner-input"]);
	const caption = "Who was heard, by stage";
	return (
		<section aria-labelledby="engagement">
			<h2 id="engagement">Who was heard at each stage</h2>
			<DataTable
				caption={caption}
				quietCaption
				label={caption}
				columns={[
					{ label: "Stage" },
					{ label: "Heard", numeric: true },
					{ label: "With lived experience" },
					{ label: "Offered payment", numeric: true },
					{ label: "Changed the plan", numeric: true },
					{ label: "Not settled", numeric: true },
				]}
				rows={record.stages.map((each) => ({
					key: each.stage,
					cells: [
						engagementStageWords[each.stage],
						each.heard,
						each.groups.map((group) => livedExperienceWords[group]).join("; ") || "Nobody yet",
						each.offered,
						each.changed,
						each.open,
					],
				}))}
			/>
			{record.groupsUnheard.length > 0 ? (
				<p>
					<strong>Not heard at any stage:</strong>{" "}
					{record.groupsUnheard.map((group) => livedExperienceWords[group]).join("; ")}.
				</p>
			) : null}
			{record.withoutStage > 0 ? (
				<p>
					{record.withoutStage === 1 ? "One entry has" : `${record.withoutStage} entries have`} no stage, and{" "}
					{record.withoutStage === 1 ? "counts" : "count"} for none.
				</p>
			) : null}
			{plan.mayKeepVoices ? (
				<p>
					<a className="usa-link" href={listPath(plan.graph.document.id, "compensation")}>
						Payment for taking part
					</a>
				</p>
			) : null}
			<h2>What was said</h2>
		</section>
	);
}

/** Consent can be withdrawn in every state of the plan, also when its text cannot change. */
export function WithdrawConsentPart({
	plan,
	entry,
}: {
	readonly plan: PlanContext;
	readonly entry: Fact<"partner-input">;
}) {
	if (!plan.mayKeepVoices || entry.consentOn === null || entry.withdrawnOn !== null) return null;
	const values = formValues(plan.typed, "withdraw-consent");
	return (
		<form
			method="post"
			action={planPath(plan.graph.document.id, `/voices/${entry.id}/consent-withdrawal`)}
			aria-labelledby="withdraw-consent"
			data-guard="true"
		>
			<h2 id="withdraw-consent">They withdraw their consent</h2>
			<p>
				From then on neither their name nor their words are in any draft, page or answer to others. What was sent before
				stays as it was sent, and its page says that consent was withdrawn.
			</p>
			<input type="hidden" name="version" value={entry.version} />
			<DateField
				id="withdrawal-on"
				name="on"
				label="Withdrawn on"
				value={values.text("on", "")}
				error={values.problem("on")}
			/>
			<p>
				<button type="submit" className="usa-button usa-button--outline">
					Withdraw the consent
				</button>
			</p>
		</form>
	);
}
