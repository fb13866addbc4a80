import type { Fact } from "../../../../domain/workflow/fact-kinds.ts";
import { Alert } from "../../../forms/alert.tsx";
import { Moment } from "../../parts/moment.tsx";
import type { PlanContext } from "../plan-context.ts";
import { PlanLayout } from "../plan-layout.tsx";
import { wordPath } from "../plan-paths.ts";
import { type ShownChange, WordChange } from "./word-change.tsx";

/** One Word file that came back: each change in it, to be taken or left. */
export function WordFilePage(props: {
	readonly plan: PlanContext;
	readonly file: Fact<"word-file">;
	readonly readBy: string;
	readonly readAt: string;
	readonly changes: readonly ShownChange[];
}) {
	const { plan, file, changes } = props;
	const { id } = plan.graph.document;
	const open = changes.filter(({ proposal }) => proposal.state === "open");
	const easy = open.filter(
		({ proposal, standing, problem }) => standing === "fits" && problem === "" && proposal.change !== "remove",
	);
	return (
		<PlanLayout
			plan={plan}
			title={`Changes in ${file.fileName}`}
			steps={[{ label: "Edit in Word", href: wordPath(id) }]}
			idOf={(field) => field}
		>
			<p>
				Read by {props.readBy}, <Moment at={props.readAt} />
				<br />
				Checksum of the file: <code className="checksum">{file.sha256}</code>
			</p>
			{changes.length === 0 ? (
				<Alert kind="success" slim>
					{file.source === "old-plan"
						? "This plan was made from the file."
						: "Nothing differs: the texts in the file are those of the plan."}
				</Alert>
			) : (
				<p>
					{changes.length === 1 ? "One change" : `${changes.length} changes`}, {open.length} to decide.
				</p>
			)}
			{plan.mayWrite && easy.length > 1 ? (
				<form method="post" action={wordPath(id, `/${file.id}/take-all`)} className="margin-bottom-2">
					<p className="margin-bottom-1">
						{easy.length} of them change texts that nobody has touched since the file was made, or add to the plan.
					</p>
					<button type="submit" className="usa-button usa-button--outline">
						Take these {easy.length} changes
					</button>
				</form>
			) : null}
			{changes.map((change) => (
				<WordChange key={change.proposal.id} plan={plan} change={change} />
			))}
			{file.notes.length === 0 ? null : (
				<section aria-labelledby="notes">
					<h2 id="notes">What else is in the file</h2>
					<ul className="usa-list">
						{file.notes.map((note, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: rendered once to text, nothing moves
							<li key={index} className="text-pre-wrap">
								{note}
							</li>
						))}
					</ul>
				</section>
			)}
		</PlanLayout>
	);
}
