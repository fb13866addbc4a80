import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import type { PlanFacts } from "../../src/domain/plan/plan-graph.ts";

const sampleId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** What the signatures of the sample were put to. */
export const sampleSha256 = "5".repeat(64);

const here = { jurisdictionId: sampleId(1), documentId: sampleId(3) };

const file = (n: number, attachmentKind: string, fileName: string) => ({
	...here,
	id: sampleId(n),
	version: 1,
	attachmentKind,
	focusAreaId: null,
	title: "",
	fileName,
	mediaType: "application/pdf",
	size: 120_000,
	sha256: "a".repeat(64),
	fileId: sampleId(n + 100),
	scan: "clean" as const,
	scanNote: "",
});

const signature = (n: number, signatory: "child-welfare-director" | "chief-probation-officer", name: string) => ({
	...here,
	id: sampleId(n),
	version: 1,
	signatory,
	manner: "in-program" as const,
	personId: sampleId(n + 10),
	name,
	signedOn: plainDate("2025-05-14"),
	planSha256: sampleSha256,
	attachmentId: null,
});

/** The files, signatures and Board action of the sample plan: nothing is missing. */
export const sampleApproval: Pick<PlanFacts, "attachments" | "signatures" | "boardActions"> = {
	attachments: [
		file(1000, "csa-summary-assessment", "summary-assessment.pdf"),
		file(1001, "board-action", "resolution-25-117.pdf"),
	],
	signatures: [
		signature(1200, "child-welfare-director", "Dolores Whitcomb"),
		signature(1201, "chief-probation-officer", "Aaron Feld"),
	],
	boardActions: [
		{
			...here,
			id: sampleId(1250),
			version: 1,
			actionKind: "resolution",
			number: "Resolution 25-117",
			actedOn: plainDate("2025-05-13"),
			coordinationVerified: true,
			attachmentId: sampleId(1001),
			planSha256: sampleSha256,
		},
	],
};
