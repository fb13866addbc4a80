import { calendarStatusWords } from "../../../domain/calendar/calendar-rule.ts";
import type { PlannedDueDate } from "../../../domain/calendar/due-dates.ts";
import { formatDate } from "../../../domain/calendar/plain-date.ts";
import { DataTable } from "../parts/data-table.tsx";

/** What is due, one row each, with the State's own steps on the way under it. */
export function DueDateTable({
	caption,
	dueDates,
}: {
	readonly caption: string;
	readonly dueDates: readonly PlannedDueDate[];
}) {
	return (
		<DataTable
			caption={caption}
			label={caption}
			columns={[
				{ label: "Due" },
				{ label: "What" },
				{ label: "Covers" },
				{ label: "Federal fiscal year", numeric: true },
				{ label: "State fiscal year", numeric: true },
				{ label: "How sure" },
			]}
			rows={dueDates.map((each) => ({
				key: `${each.ruleId} ${each.covers} ${each.on}`,
				cells: [
					<DueDay key="due" due={each} />,
					<What key="what" due={each} />,
					each.covers,
					each.federalFiscalYear,
					each.stateFiscalYear,
					calendarStatusWords[each.status],
				],
			}))}
		/>
	);
}

function DueDay({ due }: { readonly due: PlannedDueDate }) {
	return (
		<>
			{due.precision === "month" ? `By the end of ${formatMonth(due.on)}` : formatDate(due.on)}
			{due.weekend ? <span className="display-block font-sans-3xs text-normal">{due.weekend}</span> : null}
		</>
	);
}

function What({ due }: { readonly due: PlannedDueDate }) {
	return (
		<>
			{due.name}
			{due.steps.length > 0 ? (
				<ul className="usa-list margin-top-1 margin-bottom-0">
					{due.steps.map(({ label, on, daysBefore }) => (
						<li key={`${label} ${daysBefore}`}>
							{formatDate(on)}: {label} ({daysBefore} days before)
						</li>
					))}
				</ul>
			) : null}
		</>
	);
}

/** "January 2027". */
function formatMonth(date: PlannedDueDate["on"]): string {
	return formatDate(date).replace(/ \d+,/u, "");
}
