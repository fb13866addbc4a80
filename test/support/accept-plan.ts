import { pathsOf } from "../../src/domain/document/edition.ts";
import type { Actor } from "../../src/domain/people/may.ts";
import type { DocumentAction } from "../../src/domain/workflow/document-workflow.ts";
import { getPlan } from "../../src/operations/get-plan.ts";
import { getEdition } from "../../src/operations/open-plan.ts";
import { perform } from "../../src/operations/operation.ts";
import { takeStep } from "../../src/operations/take-step.ts";
import { approvePlan } from "./approve-plan.ts";
import type { TestStorage } from "./test-storage.ts";

/** Takes a written plan through the workflow until the State has accepted it. */
export async function acceptPlan(
	storage: TestStorage,
	documentId: string,
	people: { readonly planner: Actor; readonly director: Actor; readonly analyst: Actor },
): Promise<void> {
	const { performer } = storage;
	const step = async (actor: Actor, action: DocumentAction) => {
		const { facts } = await perform(performer, getPlan, actor, { documentId });
		await perform(performer, takeStep, actor, { documentId, action, version: facts.document.version });
	};
	await step(people.planner, "mark-ready");
	const { facts } = await perform(performer, getPlan, people.planner, { documentId });
	if (pathsOf(getEdition(facts.document)).approval === "board") await approvePlan(storage, people.director, documentId);
	await step(people.director, "submit");
	await step(people.analyst, "accept");
}
