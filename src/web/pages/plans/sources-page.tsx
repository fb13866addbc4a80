import { type FactKind, factLabels } from "../../../domain/workflow/fact-kinds.ts";
import { DataTable } from "../parts/data-table.tsx";
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
			<DataTable
				caption="Passages of the paper"
				label="Passages of the paper"
				columns={[
					{ label: "No.", numeric: true },
					{ label: "Shows" },
					{ label: "Field" },
					{ label: "Version", numeric: true },
				]}
				rows={sources.map(({ anchor, kind, id, field, version }, i) => ({
					key: anchor,
					cells: [
						i + 1,
						kind === "observation" ? (
							"Figure"
						) : (
							<a key="kind" className="usa-link" href={planPath(documentId, `/history/${id}`)}>
								{factLabels[kind]}
								<span className="usa-sr-only"> of passage {i + 1}: its history</span>
							</a>
						),
						labels.get(field) ?? (field.startsWith("live.") ? "Row of a block from the facts" : field),
						version ?? "",
					],
				}))}
			/>
		</PlanLayout>
	);
}
