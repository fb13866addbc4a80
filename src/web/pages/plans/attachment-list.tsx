import type { PlanContext } from "./plan-context.ts";
import { attachmentsPath } from "./plan-paths.ts";

/** The papers that go with the plan, by their section, with the way to the page where they are kept. */
export function AttachmentList({ plan }: { readonly plan: PlanContext }) {
	const { edition, graph } = plan;
	return (
		<>
			<ul className="usa-list">
				{edition.attachments.map((attachment) => (
					<li key={attachment.id}>
						{attachment.label} ({attachment.required ? "required" : "if it applies"})
					</li>
				))}
			</ul>
			<p>
				<a className="usa-link" href={attachmentsPath(graph.document.id)}>
					Attached files ({graph.attachments.length})
				</a>
			</p>
		</>
	);
}
