import { formatDate } from "../../../domain/calendar/plain-date.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";

/** What somebody who was given a paper sees behind the mailed link: the paper, and a button to say that they have it. */
export function PaperLinkPage(props: {
	readonly frame: PageFrame;
	readonly distribution: Fact<"distribution">;
	readonly stateName: string;
	readonly action: string;
	readonly hasFile: boolean;
}) {
	const { frame, distribution, stateName, action, hasFile } = props;
	return (
		<Page frame={frame} title={distribution.paper}>
			<h1>{distribution.paper}</h1>
			<p>
				Shared by {stateName} with {distribution.recipient} on {formatDate(distribution.sentOn)}.
			</p>
			{hasFile ? (
				<p>
					<a className="usa-link" href={`${action}/paper.pdf`}>
						Read it (PDF)
					</a>
				</p>
			) : null}
			{distribution.receivedOn === null ? (
				<form method="post" action={action}>
					<button type="submit" className="usa-button">
						I have it
					</button>
				</form>
			) : (
				<p>You said on {formatDate(distribution.receivedOn)} that you have it. Thank you.</p>
			)}
		</Page>
	);
}
