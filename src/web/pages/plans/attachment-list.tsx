import type { Edition } from "../../../domain/document/edition.ts";
import { Alert } from "../../forms/alert.tsx";

/** The papers that go with the plan. They are not kept here yet, and the page says so. */
export function AttachmentList({ attachments }: { readonly attachments: Edition["attachments"] }) {
	return (
		<>
			<Alert kind="info" title="Send these with the plan">
				Attachments are not kept in the program yet. Send them together with the printed plan.
			</Alert>
			<ul className="usa-list">
				{attachments.map((attachment) => (
					<li key={attachment.id}>
						{attachment.label} ({attachment.required ? "required" : "if it applies"})
					</li>
				))}
			</ul>
		</>
	);
}
