import { formatDate, type PlainDate } from "../../../../domain/calendar/plain-date.ts";
import type { Block, SectionStanding } from "../../../../domain/drafting/drafting-facts.ts";
import { isOverdue } from "../../../../domain/drafting/section-due.ts";
import type { Fact } from "../../../../domain/workflow/fact-kinds.ts";
import type { PlanContext } from "../plan-context.ts";
import { planPath } from "../plan-paths.ts";

export const standingWords: Readonly<Record<SectionStanding, string>> = {
	"not-started": "Not started",
	"in-work": "In work",
	"to-look-at": "To look at",
	done: "Done",
};

/** "Ann Lee, in work, overdue since July 20, 2026". */
export function assignmentWords(assignment: Fact<"section-assignment">, today: PlainDate): string {
	const { ownerName, standing, dueOn } = assignment;
	const due = dueOn ? `${isOverdue(assignment, today) ? "overdue since" : "due"} ${formatDate(dueOn)}` : "";
	return [ownerName || "Nobody", standingWords[standing].toLowerCase(), standing === "done" ? "" : due]
		.filter(Boolean)
		.join(", ");
}

/** Who writes a section, or one component of it. */
export function findAssignment(
	{ drafting }: PlanContext,
	section: string,
	focusAreaId: string | null = null,
): Fact<"section-assignment"> | undefined {
	return drafting?.assignments.find((each) => each.section === section && each.focusAreaId === focusAreaId);
}

export const assignmentsPath = (documentId: string) => planPath(documentId, "/assignments");

/** The page of comments and suggestions; of one block when told. */
export function commentsPath(documentId: string, about?: Block): string {
	const on = about ? `?on=${encodeURIComponent(`${about.aboutKind}:${about.aboutId}:${about.field}`)}` : "";
	return planPath(documentId, `/comments${on}`);
}

/** What `?on=` names; undefined for what is no block. */
export function readBlock(text: string): { aboutKind: string; aboutId: string; field: string } | undefined {
	const [aboutKind = "", aboutId = "", field = ""] = text.split(":");
	return aboutKind && aboutId ? { aboutKind, aboutId, field } : undefined;
}
