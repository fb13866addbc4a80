import type { ReactNode } from "react";
import { findField } from "../../../../domain/document/edition.ts";
import type { EntryKind } from "../../../../domain/document/entry-kinds.ts";
import type { Fact } from "../../../../domain/workflow/fact-kinds.ts";
import { BlockTalk } from "../drafting/block-talk.tsx";
import { PartChecks } from "../part-checks.tsx";
import { formValues, type PlanContext } from "../plan-context.ts";
import { PlanLayout } from "../plan-layout.tsx";
import { listPath, partAnchor, partPath } from "../plan-paths.ts";
import { SaveForm } from "../save-form.tsx";
import { EntryFields } from "./entry-fields.tsx";
import type { PlanList } from "./plan-list.ts";
import { entriesIn } from "./plan-lists.ts";

/** One list of a plan: its entries, what is open in them, and a form to add one. */
export function PlanListPage(props: {
	readonly plan: PlanContext;
	readonly list: PlanList;
	/** Shown above the entries: what only this list has. */
	readonly above?: ReactNode;
}) {
	const { plan, list } = props;
	const entries = entriesIn(list, plan);
	return (
		<PlanLayout plan={plan} title={list.title}>
			<p className="usa-intro">{list.intro}</p>
			<p className="text-base-dark">Asked for in: {list.source}.</p>
			<PartChecks plan={plan} ids={[plan.graph.document.id]} about={(field) => field === `list.${list.slug}`} />
			<EarlierText plan={plan} list={list} />
			{props.above}
			{entries.length === 0 ? <p>Nothing is on this list yet.</p> : null}
			{entries.map((entry) => (
				<EntryCard key={entry.id} plan={plan} list={list} entry={entry} />
			))}
			{plan.mayWrite ? <AddForm plan={plan} list={list} /> : null}
		</PlanLayout>
	);
}

/** What was written in the form's own field before there was a list; it stays readable and printed until it is emptied. */
function EarlierText({ plan, list }: { readonly plan: PlanContext; readonly list: PlanList }) {
	const field = list.earlier === undefined ? undefined : findField(plan.edition, list.earlier);
	const text = field ? (plan.graph.answers.get(field.id)?.value.trim() ?? "") : "";
	if (!field || text === "") return null;
	const section = plan.edition.sections.find((each) => each.fields.includes(field));
	return (
		<details className="margin-bottom-3" open={entriesIn(list, plan).length === 0}>
			<summary className="text-bold">The text on this that stands in the plan</summary>
			<blockquote className="quoted-text long-text">{text}</blockquote>
			<p>
				It is printed above the list. Once all of it is taken over into the list, empty it{" "}
				<a className="usa-link" href={`/plans/${plan.graph.document.id}/sections/${section?.id ?? ""}`}>
					in its section
				</a>
				.
			</p>
		</details>
	);
}

function EntryCard(props: { readonly plan: PlanContext; readonly list: PlanList; readonly entry: Fact<EntryKind> }) {
	const { plan, list, entry } = props;
	const documentId = plan.graph.document.id;
	const name = list.heading(entry as never, plan) || `A ${list.one}`;
	return (
		<section className="finding-card" id={partAnchor(list.kind, entry.id)} tabIndex={-1} aria-label={name}>
			<h2 className="font-heading-md margin-top-1 margin-bottom-0">{name}</h2>
			<PartChecks plan={plan} ids={[entry.id]} />
			<dl className="margin-y-1">
				{list
					.lines(entry as never, plan)
					.filter(([, text]) => text !== "")
					.map(([label, text]) => (
						<div key={label} className="margin-bottom-05">
							<dt className="text-bold">{label}</dt>
							<dd className="margin-left-0 long-text">{text}</dd>
						</div>
					))}
			</dl>
			<EntryTalk plan={plan} kind={list.kind} id={entry.id} thing={name} />
			<p className="button-row margin-bottom-0">
				{plan.mayWrite || list.kind === "meeting" || (plan.mayKeepVoices && list.kind === "partner-input") ? (
					<a className="usa-link" href={listPath(documentId, list.slug, entry.id)}>
						{plan.mayWrite ? "Change" : "Open"}
						<span className="usa-sr-only"> {name}</span>
					</a>
				) : null}
				{plan.mayWrite ? (
					<a className="usa-link" href={partPath(documentId, list.kind, entry.id, "/remove")}>
						Remove<span className="usa-sr-only"> {name}</span>
					</a>
				) : null}
			</p>
		</section>
	);
}

function EntryTalk(props: {
	readonly plan: PlanContext;
	readonly kind: EntryKind;
	readonly id: string;
	readonly thing: string;
}) {
	const { plan, kind, id, thing } = props;
	if (kind === "invitation" || kind === "compensation") return null;
	return <BlockTalk plan={plan} about={{ aboutKind: kind, aboutId: id }} thing={thing} />;
}

function AddForm({ plan, list }: { readonly plan: PlanContext; readonly list: PlanList }) {
	return (
		<form
			method="post"
			action={listPath(plan.graph.document.id, list.slug)}
			className="margin-top-5"
			aria-labelledby="add-entry"
			data-guard="true"
		>
			<h2 id="add-entry" tabIndex={-1}>
				Add a {list.one}
			</h2>
			<EntryFields plan={plan} list={list} values={formValues(plan.typed, "add-entry")} />
			<p>
				<button type="submit" className="usa-button">
					Add the {list.one}
				</button>
			</p>
		</form>
	);
}

/** One entry to change. */
export function PlanEntryPage(props: {
	readonly plan: PlanContext;
	readonly list: PlanList;
	readonly entry: Fact<EntryKind>;
	readonly below?: ReactNode;
}) {
	const { plan, list, entry } = props;
	const documentId = plan.graph.document.id;
	const key = `entry-${entry.id}`;
	const name = list.heading(entry as never, plan) || `A ${list.one}`;
	return (
		<PlanLayout plan={plan} title={name} steps={[{ label: list.title, href: listPath(documentId, list.slug) }]}>
			<PartChecks plan={plan} ids={[entry.id]} />
			{plan.mayWrite ? (
				<SaveForm
					plan={plan}
					formKey={key}
					action={listPath(documentId, list.slug, entry.id)}
					thing={name}
					versions={{ version: entry.version }}
				>
					<EntryFields plan={plan} list={list} values={formValues(plan.typed, key)} entry={entry} />
				</SaveForm>
			) : (
				<dl>
					{list
						.lines(entry as never, plan)
						.filter(([, text]) => text !== "")
						.map(([label, text]) => (
							<div key={label} className="margin-bottom-05">
								<dt className="text-bold">{label}</dt>
								<dd className="margin-left-0 long-text">{text}</dd>
							</div>
						))}
				</dl>
			)}
			{props.below}
			<p>
				<a className="usa-link" href={listPath(documentId, list.slug)}>
					Back to the list
				</a>
			</p>
		</PlanLayout>
	);
}
