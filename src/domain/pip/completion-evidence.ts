import { z } from "zod";
import { isTaken } from "../approval/approval-state.ts";
import { formatDate, PlainDate } from "../calendar/plain-date.ts";
import type { PlanGraph } from "../plan/plan-graph.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import { type PipFacts, pipFactsOf } from "./improvement-facts.ts";
import type { ReportPeriod } from "./pip-view.ts";

/** A file that shows a key activity done is an attachment of this kind. */
export const evidenceAttachmentKind = "completion-evidence";

export const EvidenceManner = z.enum(["file", "link", "none"]);
export type EvidenceManner = z.infer<typeof EvidenceManner>;

/** What shows that a key activity of a PIP was done: a file, a link, or the word that nothing is kept. */
export const CompletionEvidence = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	milestoneId: z.uuid(),
	manner: EvidenceManner,
	/** What it is, or why nothing is kept. */
	title: z.string().trim().min(1, "Say what it is.").max(300),
	/** Of a link. */
	address: z.string().max(2000),
	/** Of a file. */
	attachmentId: z.uuid().nullable(),
	/** The day of which it speaks: it belongs to the progress report of that period. */
	shownOn: PlainDate,
});
export type CompletionEvidence = z.infer<typeof CompletionEvidence>;

/** A piece of evidence with the key activity that it shows done, and its progress report. */
export type EvidenceLine = {
	readonly evidence: Fact<"completion-evidence">;
	/** Of the key activity: "1.1.2"; also when it was taken out since. */
	readonly number: string;
	/** The file, once it was scanned; null for anything else. */
	readonly fileName: string | null;
	/** It counts: a file that was taken, a link, or the word that nothing is kept. */
	readonly counts: boolean;
	/** The progress report in whose period its day falls; null outside all of them. */
	readonly report: number | null;
};

/** All evidence of a PIP, by key activity and day. */
export function evidenceLines(
	graph: Pick<PlanGraph, "components">,
	pip: PipFacts,
	reports: readonly ReportPeriod[],
): readonly EvidenceLine[] {
	const numbers = new Map([
		...pip.renegotiatedParts
			.filter(({ partKind, number }) => partKind === "milestone" && number !== "")
			.map(({ partId, number }): [string, string] => [partId, number]),
		...graph.components.flatMap(({ goals }) =>
			goals.flatMap(({ strategies }) =>
				strategies.flatMap(({ milestones }) =>
					milestones.map(({ milestone, number }): [string, string] => [milestone.id, number]),
				),
			),
		),
	]);
	const order = [...numbers].toSorted((a, b) => compareNumbers(a[1], b[1])).map(([id]) => id);
	return pip.evidence
		.map((evidence): EvidenceLine => {
			const file = pip.evidenceFiles.find(({ id }) => id === evidence.attachmentId);
			const taken = file !== undefined && isTaken(file);
			const report = reports.find(({ from, to }) => from <= evidence.shownOn && evidence.shownOn <= to);
			return {
				...{ evidence, number: numbers.get(evidence.milestoneId) ?? "" },
				fileName: taken ? file.fileName : null,
				counts: evidence.manner !== "file" || taken,
				report: report?.number ?? null,
			};
		})
		.toSorted(
			(a, b) =>
				order.indexOf(a.evidence.milestoneId) - order.indexOf(b.evidence.milestoneId) ||
				(a.evidence.shownOn < b.evidence.shownOn ? -1 : a.evidence.shownOn > b.evidence.shownOn ? 1 : 0) ||
				(a.evidence.id < b.evidence.id ? -1 : 1),
		);
}

/** What shows one key activity done, in words; nothing in a document that is no PIP and no report of one. */
export function evidenceOfActivity(graph: PlanGraph, milestoneId: string): readonly string[] {
	const pip = pipFactsOf(graph);
	if (!pip) return [];
	return evidenceLines(graph, pip, [])
		.filter(({ evidence }) => evidence.milestoneId === milestoneId)
		.map(evidenceWords);
}

/** What a piece of evidence is, in words: "Rosters (file rosters.pdf), January 5, 2027". */
export function evidenceWords({ evidence, fileName, counts }: EvidenceLine): string {
	const { manner, title, address, shownOn } = evidence;
	const on = formatDate(shownOn);
	switch (manner) {
		case "none":
			return `No evidence is kept, ${on}: ${title.replace(/\.$/, "")}`;
		case "link":
			return `${title} (${address}), ${on}`;
		case "file":
			return `${title} (${counts ? `file ${fileName}` : "the file was not scanned yet, or was thrown away"}), ${on}`;
	}
}

/** "1.1.2" before "1.1.10". */
function compareNumbers(a: string, b: string): number {
	const [x, y] = [a, b].map((number) => number.split(".").map(Number));
	const at = x?.findIndex((part, index) => part !== y?.[index]) ?? -1;
	return at < 0 ? 0 : (x?.[at] ?? 0) - (y?.[at] ?? 0);
}
