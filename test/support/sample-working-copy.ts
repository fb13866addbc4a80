import { planPlaces } from "../../src/documents/plan/plan-places.ts";
import { buildPlanDocument } from "../../src/documents/plan-document.ts";
import { readEditedCopy } from "../../src/documents/word/read/read-edited-copy.ts";
import { renderWordDocument } from "../../src/documents/word/render-word-document.ts";
import { assemblePlan } from "../../src/domain/plan/assemble-plan.ts";
import { getEdition } from "../../src/frameworks/editions.ts";
import { compareWordFile } from "../../src/operations/compare-word-file.ts";
import type { OperationContext } from "../../src/operations/operation.ts";
import { sample, samplePlanFacts } from "./sample-plan.ts";

/** All facts of the sample were made before its Word file. */
const context = {
	stores: {
		actions: {
			firstOf: async (subjects: readonly string[]) => subjects.map((subject) => ({ subject, seq: 1 })),
			ofSubject: async () => [],
		},
	},
} as unknown as OperationContext;

/** The sample plan as a Word file to edit, with a comment of the State, and the comparison of such a file with the plan. */
export async function sampleWorkingCopy() {
	const facts = samplePlanFacts();
	const graph = assemblePlan(facts);
	const edition = getEdition(facts.document.editionId);
	const places = planPlaces(graph, edition, {
		answerId: () => "00000000-0000-4000-8000-000000009999",
		figureId: () => "00000000-0000-4000-8000-000000009998",
	});
	const known = [
		{ anchor: `${sample.strategies[0]}/statement`, author: "State Analyst", at: new Date(0), text: "Say who does it." },
	];
	const bytes = await renderWordDocument(buildPlanDocument(graph, edition, { today: sample.today, toEdit: true }), {
		origin: `${sample.document} 5 lists`,
		places,
		comments: known,
	});
	const compare = async (file: Uint8Array) =>
		compareWordFile(context, { graph, edition, places, people: new Map() }, await readEditedCopy(file), {
			exportedAt: 5,
			withLists: true,
			known,
		});
	return { bytes, compare };
}
