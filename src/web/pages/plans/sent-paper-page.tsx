import { Alert } from "../../forms/alert.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { PaperLinks } from "./submission-list.tsx";

/** A submission as it was sent, for those who may read what was sent but not the plan that is being written now. */
export function SentPaperPage(props: {
	readonly frame: PageFrame;
	/** The submission's address. */
	readonly path: string;
	readonly submission: number;
	readonly html: string;
}) {
	const title = `Submission ${props.submission}`;
	return (
		<Page frame={props.frame} title={title} breadcrumbs={[{ label: "Plans", href: "/plans" }]}>
			<h1>{title}</h1>
			<p>
				Download: <PaperLinks path={props.path} of={title.toLowerCase()} />
			</p>
			<Alert kind="info" slim>
				This is the plan as it was sent. The agency is working on it again.
			</Alert>
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the program's own renderer, which escapes every text */}
			<div className="paper" dangerouslySetInnerHTML={{ __html: props.html }} />
		</Page>
	);
}
