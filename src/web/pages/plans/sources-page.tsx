import { type FactKind, factLabels } from "../../../domain/workflow/fact-kinds.ts";
import type { PlanContext } from "./plan-context.ts";
import { PlanLayout } from "./plan-layout.tsx";
import { planPath } from "./plan-paths.ts";

type Source = {
	readonly anchor: string;
	readonly kind: FactKind | "observation";
	readonly id: string;
	readonly field: string;
	readonly version: number | null;
};

/** Where each passage and row of the paper comes from: the fact, its field and version, with the way to its history. */
export function SourcesPage({ plan, sources }: { readonly plan: PlanContext; readonly sources: readonly Source[] }) {
	const { id: documentId } = plan.graph.document;
	const labels = new Map(
		plan.edition.sections.flatMap(({ fields }) =>
			fields.map(({ id, item, label }) => [id, `${item ?? ""} ${label}`.trim()]),
		),
	);
	return (
		<PlanLayout plan={plan} title="Where it comes from">
			<p className="usa-intro">
				Each passage and row of the paper in its order, with the fact that it shows and the version that stands there
				now.
			</p>
			<div className="usa-table-container--scrollable" tabIndex={0}>
				<table className="usa-table usa-table--borderless">
					<caption>Passages of the paper</caption>
					<thead>
						<tr>
							<th scope="col">No.</th>
							<th scope="col">Shows</th>
							<th scope="col">Field</th>
							<th scope="col">Version</th>
						</tr>
					</thead>
					<tbody>
						{sources.map(({ anchor, kind, id, field, version }, i) => (
							<tr key={anchor}>
								<td>{i + 1}</td>
								<td>
									{kind === "observation" ? (
										"Figure"
									) : (
										<a className="usa-link" href={planPath(documentId, `/history/${id}`)}>
											{factLabels[kind]}
											<span className="usa-sr-only"> of passage {i + 1}: its history</span>
										</a>
									)}
								</td>
								<td>{labels.get(field) ?? (field.startsWith("live.") ? "Row of a block from the facts" : field)}</td>
								<td>{version ?? ""}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</PlanLayout>
	);
}
