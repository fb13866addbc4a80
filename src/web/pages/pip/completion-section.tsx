import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { type AreaCompletion, completionLabels } from "../../../domain/pip/completion.ts";
import { DataTable } from "../parts/data-table.tsx";
import { StatusTag, type Tone } from "../parts/status-tag.tsx";
import type { PipProps } from "./pip-props.ts";

const tones: Readonly<Record<AreaCompletion["state"], Tone>> = {
	"no-goal": "waiting",
	open: "waiting",
	answered: "good",
	"not-answered": "bad",
};

/** Of each area, what must still be done and measured before the plan can be found complete. */
export function CompletionSection({ view }: PipProps) {
	if (!view.state.approvedOn || view.completion.length === 0) return null;
	return (
		<section aria-labelledby="completion">
			<h2 id="completion">Completion</h2>
			<p className="measure-5">
				The federal agency finds an area answered when its key activities are done, with what shows it, and each of its
				measures was met once, in a period that counts and ends by {formatDate(view.nonOverlapEnd)}.
			</p>
			<DataTable
				caption="Areas and what is still open"
				quietCaption
				label="Areas and what is still open"
				columns={[
					{ label: "Area" },
					{ label: "Key activities not done" },
					{ label: "Done, evidence missing" },
					{ label: "Measures not met" },
					{ label: "How it stands" },
				]}
				rows={view.completion.map(({ code, label, openActivities, unshownActivities, openMeasures, state }) => ({
					key: code,
					cells: [
						`${code}: ${label}`,
						openActivities.join(", ") || "None",
						unshownActivities.join(", ") || "None",
						openMeasures.join("; ") || "None",
						<StatusTag key="state" tone={tones[state]}>
							{completionLabels[state]}
						</StatusTag>,
					],
				}))}
			/>
		</section>
	);
}
