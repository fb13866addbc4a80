import type { PlainDate } from "../domain/calendar/plain-date.ts";
import { rolesFor } from "../domain/people/may.ts";
import type { Permission } from "../domain/people/roles.ts";
import type { DocumentAction } from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import type { OperationContext } from "./operation.ts";

/** Keeps what the authority's letter said of the newest submission; taken back, it is removed and stays in the history. */
export async function keepAuthorityAnswer(
	{ actor, ids, stores }: OperationContext,
	document: Fact<"document">,
	step: {
		readonly action: DocumentAction;
		readonly permission: Permission;
		readonly letter: string;
		readonly answeredOn: PlainDate | undefined;
	},
): Promise<void> {
	const { id: documentId, jurisdictionId } = document;
	const role = rolesFor(actor, step.permission, await stores.jurisdictions.pathOf(jurisdictionId))[0] ?? null;
	const common = { kind: "authority-answer", jurisdictionId, root: documentId, role, reason: "" } as const;
	const submission = (await stores.snapshots.list(documentId)).length;
	if (step.action === "undo") {
		const answers = await stores.facts.list("authority-answer", { documentId, submission });
		for (const { id, version } of answers) {
			await stores.facts.write({ ...common, id, verb: "remove", expectedVersion: version, patch: {} });
		}
		return;
	}
	if ((step.action !== "accept" && step.action !== "return") || !step.answeredOn) return;
	await stores.facts.write({
		...common,
		id: ids.next(),
		verb: "add",
		expectedVersion: 0,
		patch: {
			...{ jurisdictionId, documentId, submission, answeredOn: step.answeredOn, letter: step.letter },
			answer: step.action === "accept" ? "approved" : "returned",
		},
	});
}
