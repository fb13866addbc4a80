import { calendarStatusWords } from "../../../domain/calendar/calendar-rule.ts";
import type { PlannedDueDate } from "../../../domain/calendar/due-dates.ts";
import { formatDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { DataTable } from "../parts/data-table.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import type { ListedDueDate } from "./due-date-props.ts";

/**
 * What is due, one row each, with the State's own steps on the way under it. Who answers for it and whether it was done stand in it where
 * the reader may know of any.
 */
export function DueDateTable({
	caption,
	dueDates,
	today,
}: {
	readonly caption: string;
	readonly dueDates: readonly ListedDueDate[];
	readonly today: PlainDate;
}) {
	const isKept = dueDates.some(({ owners, doneOn }) => owners.length > 0 || doneOn !== null);
	return (
		<DataTable
			caption={caption}
			label={caption}
			columns={[
				{ label: "Due" },
				{ label: "What" },
				{ label: "Covers" },
				...(isKept ? [{ label: "Who answers for it" }, { label: "Standing" }] : []),
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
					...(isKept ? [each.owners.join(", "), <Standing key="standing" due={each} today={today} />] : []),
					each.federalFiscalYear,
					each.stateFiscalYear,
					calendarStatusWords[each.status],
				],
			}))}
		/>
	);
}

function Standing({ due, today }: { readonly due: ListedDueDate; readonly today: PlainDate }) {
	const { doneOn, on, owners } = due;
	if (doneOn !== null) {
		const late = doneOn > on;
		return (
			<StatusTag tone={late ? "bad" : "good"}>
				{late ? "Done late" : "Done"}, {formatDate(doneOn)}
			</StatusTag>
		);
	}
	if (on >= today) return "Open";
	// What nobody answers for is not known to be late: nobody has been asked to say that it was done.
	return owners.length > 0 ? <StatusTag tone="bad">Late</StatusTag> : "Not noted";
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
