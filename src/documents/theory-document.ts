import type { Edition } from "../domain/document/edition.ts";
import { graphAsAgreed } from "../domain/engagement/consent.ts";
import type { GoalTheory } from "../domain/plan/goal-theory.ts";
import type { GoalNode, PlanGraph } from "../domain/plan/plan-graph.ts";
import { stateLabels } from "../domain/workflow/document-workflow.ts";
import { emphasis, heading, neutralDocument, paragraph, paragraphs, section } from "./neutral/build-blocks.ts";
import type { NeutralDocument } from "./neutral/neutral-document.ts";
import type { PlanDocumentOptions } from "./plan/plan-printing.ts";
import { theoryBlocks } from "./plan/theory-blocks.ts";
import { isDraft } from "./plan-document.ts";

/** The theory of change of one goal as a paper of its own: to be attached to a plan, or laid before partners. */
export function buildTheoryDocument(
	graph: PlanGraph,
	edition: Edition,
	{ node, theory }: { readonly node: GoalNode; readonly theory: GoalTheory },
	{ today }: Pick<PlanDocumentOptions, "today">,
): NeutralDocument {
	const { document, jurisdiction } = graphAsAgreed(graph);
	const goal = `${edition.words.goal} ${node.number}`;
	const blocks = theoryBlocks(node, theory, { edition });
	const statement = node.goal.statement.trim();
	return neutralDocument(
		{
			title: `Theory of change of ${edition.words.goal.toLowerCase()} ${node.number}`,
			subtitle: document.title,
			language: "en",
			author: jurisdiction.name,
			subject: `${edition.document.name} of ${jurisdiction.name}`,
			created: today,
			edition: edition.title,
			status: { label: stateLabels[document.state], draft: isDraft[document.state] },
		},
		[
			section("narrative", "theory", [
				heading(1, goal),
				...(statement === "" ? [paragraph(emphasis("The goal is not written yet."))] : paragraphs(statement)),
				...(blocks.length === 0 ? [paragraph("Nobody has begun to work out its theory of change.")] : blocks),
			]),
		],
	);
}
