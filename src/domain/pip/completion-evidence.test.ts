import { expect, test } from "vitest";
import { plainDate } from "../calendar/plain-date.ts";
import { evidenceLines, evidenceOfActivity, evidenceWords } from "./completion-evidence.ts";

const piece = (id: string, milestoneId: string, shownOn: string, more: object) => ({
	...{ id, documentId: "pip", milestoneId, title: "Rosters", address: "", attachmentId: null, shownOn },
	...more,
});
const improvement = {
	...{ determinations: [], clockEvents: [], workSteps: [], addresses: [], items: [], results: [], ratios: [] },
	terms: [{ documentId: "pip" }],
	renegotiatedParts: [{ documentId: "pip", partKind: "milestone", partId: "gone", number: "1.1.2" }],
	completionEvidence: [
		piece("a", "kept", "2027-01-15", { manner: "file", attachmentId: "waits" }),
		piece("b", "kept", "2026-11-02", { manner: "file", attachmentId: "clean" }),
		piece("c", "gone", "2026-12-31", { manner: "link", address: "https://records.example/1" }),
		piece("d", "kept", "2026-09-30", { manner: "none", title: "Names of children stood in it." }),
	],
	evidenceFiles: [
		{ id: "waits", documentId: "pip", scan: "waiting", fileName: "waits.pdf" },
		{ id: "clean", documentId: "pip", scan: "clean", fileName: "rosters.pdf" },
	],
};
const graph = {
	...{ document: { id: "report", updateOf: "pip" }, improvement },
	components: [{ goals: [{ strategies: [{ milestones: [{ number: "1.1.1", milestone: { id: "kept" } }] }] }] }],
} as never;
const pip = { ...improvement, evidence: improvement.completionEvidence } as never;
const reports = [
	{ number: 1, from: plainDate("2026-10-01"), to: plainDate("2026-12-31") },
	{ number: 2, from: plainDate("2027-01-01"), to: plainDate("2027-03-31") },
];

test("evidence belongs to the progress report of its day, and to its key activity also when that was taken out", () => {
	const lines = evidenceLines(graph, pip, reports);
	expect(lines.map(({ evidence, number, report }) => `${evidence.id} ${number} ${report}`)).toEqual([
		"d 1.1.1 null",
		"b 1.1.1 1",
		"a 1.1.1 2",
		"c 1.1.2 1",
	]);
});

test("a file counts once it was scanned; a link, and the word that nothing is kept, count at once", () => {
	const lines = evidenceLines(graph, pip, reports);
	expect(lines.filter(({ counts }) => !counts).map(({ evidence }) => evidence.id)).toEqual(["a"]);
	expect(evidenceOfActivity(graph, "kept")).toEqual([
		"No evidence is kept, September 30, 2026: Names of children stood in it",
		"Rosters (file rosters.pdf), November 2, 2026",
		"Rosters (the file was not scanned yet, or was thrown away), January 15, 2027",
	]);
	expect(lines.slice(-1).map(evidenceWords)).toEqual(["Rosters (https://records.example/1), December 31, 2026"]);
});
