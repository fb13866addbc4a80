import { z } from "zod";
import { nameParagraphs } from "../documents/neutral/name-paragraphs.ts";
import { NeutralDocument } from "../documents/neutral/neutral-document.ts";
import { withholdInText } from "../documents/plan/withhold-voices.ts";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import { MilestoneStatus } from "../domain/plan/plan-facts.ts";
import { isOpenForComment } from "../domain/publication/publication-facts.ts";
import { DocumentState } from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { milestoneWord } from "../frameworks/editions.ts";
import { NotFound } from "./errors.ts";
import { getPublication } from "./get-publication.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { dayOf } from "./plan-checks.ts";
import { postedPaper } from "./posted-paper.ts";

/** A milestone as the public sees it. */
export type PublicMilestone = {
	/** What the component that it is in addresses: numbers begin anew in each. */
	readonly component: string;
	readonly number: string;
	readonly statement: string;
	readonly dueOn: PlainDate | null;
	readonly status: MilestoneStatus;
	readonly completedOn: PlainDate | null;
};

/** A comment as the public sees it: without the name where its writer did not want it shown. */
export type ShownComment = Pick<
	Fact<"public-comment">,
	| "id"
	| "anchor"
	| "quote"
	| "name"
	| "text"
	| "language"
	| "receivedOn"
	| "theme"
	| "answer"
	| "outcome"
	| "answeredOn"
>;

export const ShownCommentOutput = factOutputs["public-comment"].pick({
	...{ id: true, anchor: true, quote: true, name: true, text: true, language: true },
	...{ receivedOn: true, theme: true, answer: true, outcome: true, answeredOn: true },
});

export type OpenedPublicPlan = {
	readonly publication: Fact<"publication">;
	readonly placeName: string;
	readonly state: DocumentState;
	readonly isOpen: boolean;
	/** As it was sent, but for what somebody has withdrawn their consent to since. */
	readonly paper: NeutralDocument;
	/** The day of the last withdrawal since then; null while the paper is as it was sent. */
	readonly changedOn: PlainDate | null;
	/** Progress of a plan in force, as it stands today; null while it is not accepted. */
	readonly milestones: readonly PublicMilestone[] | null;
	/** What the plan calls them. */
	readonly milestoneWord: string;
	readonly comments: readonly ShownComment[];
};

/** A posted plan for whoever comes by: the submission as it was sent, its progress, and the comments that are shown. */
export const openPublicPlan = defineOperation({
	name: "open-public-plan",
	title: "Read a posted plan",
	http: { method: "get", path: "/public/plans/{publicationId}" },
	input: z.object({ publicationId: z.uuid() }),
	output: z.object({
		publication: factOutputs.publication,
		placeName: z.string(),
		state: DocumentState,
		isOpen: z.boolean(),
		paper: NeutralDocument,
		changedOn: PlainDate.nullable().describe(
			"The day on which somebody last withdrew their consent: the paper is without their words or name. Null while it is as it was sent.",
		),
		milestones: z
			.array(
				z.object({
					component: z.string(),
					number: z.string(),
					statement: z.string(),
					dueOn: PlainDate.nullable(),
					status: MilestoneStatus,
					completedOn: PlainDate.nullable(),
				}),
			)
			.nullable(),
		milestoneWord: z.string(),
		comments: z.array(ShownCommentOutput),
	}),
	async run({ actor, clock, stores }, { publicationId }): Promise<OpenedPublicPlan> {
		requireRole(actor, "jurisdiction.manage", []);
		const publication = await getPublication(stores, publicationId);
		const { documentId, jurisdictionId, submission } = publication;
		const snapshot = await stores.snapshots.find(documentId, submission);
		const facts = await stores.plans.find(documentId);
		const place = await stores.facts.find("jurisdiction", jurisdictionId);
		if (!snapshot || !facts || !place) throw new NotFound("There is no plan posted at this address any more.");
		const comments = await stores.facts.list("public-comment", { publicationId, state: "shown" });
		const { paper, withdrawn } = await postedPaper(stores, snapshot);
		return {
			publication,
			placeName: place.name,
			state: facts.document.state,
			isOpen: isOpenForComment(publication, dayOf(clock())),
			paper: nameParagraphs(paper),
			changedOn:
				withdrawn
					.map(({ on }) => on)
					.toSorted()
					.at(-1) ?? null,
			milestones: facts.document.state === "accepted" ? milestonesOf(assemblePlan(facts)) : null,
			milestoneWord: milestoneWord(facts.document.editionId),
			comments: comments.map(asShown).map((each) => ({ ...each, quote: withholdInText(each.quote, withdrawn) })),
		};
	},
});

function milestonesOf({ components }: ReturnType<typeof assemblePlan>): readonly PublicMilestone[] {
	return components.flatMap(({ focusArea, goals }) =>
		goals
			.flatMap(({ strategies }) => strategies)
			.flatMap(({ milestones }) => milestones)
			.map(({ milestone: { statement, status, completedOn }, number, dueOn }) => ({
				...{ component: focusArea.label, number, statement, status, completedOn, dueOn: dueOn ?? null },
			})),
	);
}

function asShown(comment: Fact<"public-comment">): ShownComment {
	const { id, anchor, quote, text, language, receivedOn, theme, answer, outcome, answeredOn } = comment;
	const name = comment.showName ? comment.name : "";
	return { id, anchor, quote, name, text, language, receivedOn, theme, answer, outcome, answeredOn };
}
