import { z } from "zod";
import { pathsOf } from "../domain/document/edition.ts";
import { findBlock, listBlocks } from "../domain/drafting/list-blocks.ts";
import { holdsRole } from "../domain/people/may.ts";
import type { Permission } from "../domain/people/roles.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import { DocumentAction } from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { NotFound } from "./errors.ts";
import { getEdition } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import type { Stores } from "./ports.ts";
import { ReviewNews, toldOfNews } from "./review-news.ts";
import { type Holders, isGivenTo, listHolders } from "./section-owners.ts";

/** Who is told of a step, by the right they hold in the plan's jurisdiction. Steps that are not here tell nobody. */
const toldOf: Partial<Record<DocumentAction, readonly Permission[]>> = {
	"mark-ready": ["plan.submit"],
	submit: ["plan.review"],
	recall: ["plan.review"],
	return: ["plan.write", "plan.submit"],
	"open-review": ["plan.write", "plan.submit"],
	recommend: ["plan.write", "plan.submit"],
	negotiate: ["plan.review", "plan.submit", "plan.write"],
	assign: ["plan.write", "plan.submit"],
	accept: ["plan.write", "plan.submit"],
	undo: ["plan.review", "plan.write", "plan.submit"],
};

/** Where the authority has nobody signed in, the agency's own people are told; nobody here answers for the authority. */
function toldOfStep(action: DocumentAction, document: Fact<"document">): readonly Permission[] {
	const rights = toldOf[action] ?? [];
	if (pathsOf(getEdition(document)).review !== "recorded") return rights;
	return rights.length === 0 ? [] : ["plan.write", "plan.submit"];
}

/** What a mail is to a person: news of a step, or the receipt of what they submitted. */
export type NewsKind = "news" | "receipt";

export type StepNews = {
	readonly document: Fact<"document">;
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly byName: string;
	readonly reason: string;
	readonly recipients: readonly { readonly name: string; readonly email: string; readonly kind: NewsKind }[];
	/** The submission that the step made, with its checksum. */
	readonly submission: { readonly number: number; readonly sha256: string; readonly takenAt: Date } | null;
};

const StepNewsOutput = z.object({
	document: factOutputs.document,
	jurisdiction: factOutputs.jurisdiction,
	byName: z.string(),
	reason: z.string(),
	recipients: z.array(z.object({ name: z.string(), email: z.string(), kind: z.enum(["news", "receipt"]) })),
	submission: z.object({ number: z.int(), sha256: z.string(), takenAt: z.iso.datetime() }).nullable(),
});

/** A step of the workflow, or something that is handed over within a review. */
export const TellableNews = z.enum([...DocumentAction.options, ...ReviewNews.options]);
export type TellableNews = z.infer<typeof TellableNews>;

/** Works out who is to be told of a step that was taken, and what. Done by the installation, after the step is kept. */
export const getStepNews = defineOperation({
	name: "get-step-news",
	title: "Work out who is told of a step",
	http: { method: "get", path: "/internal/step-news" },
	input: z.object({ documentId: z.uuid(), action: TellableNews, actorId: z.uuid() }),
	output: StepNewsOutput,
	async run({ stores }, input): Promise<StepNews> {
		const document = await stores.facts.find("document", input.documentId);
		const jurisdiction = document && (await stores.facts.find("jurisdiction", document.jurisdictionId));
		if (!document || !jurisdiction) throw new NotFound("The plan of this step is not there.");
		const step = (await stores.actions.ofSubject(document.id)).findLast((action) => action.actor === input.actorId);
		const news = ReviewNews.safeParse(input.action);
		const rights = news.success ? toldOfNews[news.data] : toldOfStep(input.action as DocumentAction, document);
		const by = await stores.facts.find("person", input.actorId);
		const holders = await listHolders(stores, await stores.jurisdictions.pathOf(jurisdiction.id));
		const people = holders(...rights).filter(({ id }) => id !== input.actorId);
		const [submission] = input.action === "submit" ? await stores.snapshots.list(document.id) : [];
		const owners = news.success ? await listOwnersOfRemarks(stores, document, news.data, holders) : [];
		const others = owners.filter(({ id }) => id !== input.actorId && !people.some((each) => each.id === id));
		const told = [...people, ...others].map(({ name, email }) => ({ name, email, kind: "news" as const }));
		return {
			document,
			jurisdiction,
			byName: news.success ? (by?.name ?? "") : (step?.actorName ?? ""),
			reason: news.success ? "" : (step?.reason ?? ""),
			recipients: submission ? [...told, ...(await receiptsOf(stores, document.id))] : told,
			submission: submission
				? { number: submission.number, sha256: submission.sha256, takenAt: submission.takenAt }
				: null,
		};
	},
});

/** Who writes the sections that remarks of the State are about, beside those who hold a right to the plan: they hear of them too. */
async function listOwnersOfRemarks(
	stores: Stores,
	document: Fact<"document">,
	news: ReviewNews,
	holders: Holders,
): Promise<readonly Fact<"person">[]> {
	const remarkKind = { "comments-released": "comment", "questions-sent": "question" }[String(news)];
	if (!remarkKind) return [];
	const documentId = document.id;
	const released = (await stores.facts.list("review-remark", { documentId })).filter(
		(remark) => remark.released && remark.remarkKind === remarkKind,
	);
	const last = released
		.map(({ releasedOn }) => releasedOn ?? "")
		.sort()
		.at(-1);
	const plan = await stores.plans.find(documentId);
	const assignments = await stores.facts.list("section-assignment", { documentId });
	if (!plan || assignments.length === 0) return [];
	const blocks = listBlocks(assemblePlan(plan), getEdition(document));
	const sent = released
		.filter(({ releasedOn }) => releasedOn === last)
		.map((remark) => findBlock({ aboutKind: remark.aboutKind, aboutId: remark.aboutId, field: "" }, blocks));
	return holders("plan.comment").filter(({ id }) => sent.some((block) => isGivenTo(id, block, assignments)));
}

/**
 * Who gets the receipt of a submission: those who signed in the program, and the contact of the cover sheet, each address once.
 * Who signed on paper and has no account is named by the cover sheet alone.
 */
async function receiptsOf(
	stores: Stores,
	documentId: string,
): Promise<readonly { readonly name: string; readonly email: string; readonly kind: "receipt" }[]> {
	const facts = await stores.plans.find(documentId);
	if (!facts) return [];
	const signers = await signersOf(stores, facts);
	const answer = (field: string) => facts.answers.find((each) => each.field === field)?.value.trim() ?? "";
	const contact = { name: answer("cover.contactName"), email: answer("cover.contactEmail") };
	const all = z.email().safeParse(contact.email).success ? [...signers, contact] : signers;
	const byAddress = new Map(all.map((each) => [each.email.toLowerCase(), each]));
	return [...byAddress.values()].map((each) => ({ ...each, kind: "receipt" as const }));
}

/** The people behind the signatures: who signed here, or, for a sheet signed on paper, who holds the post. */
async function signersOf(
	stores: Stores,
	facts: PlanFacts,
): Promise<readonly { readonly name: string; readonly email: string }[]> {
	const path = await stores.jurisdictions.pathOf(facts.document.jurisdictionId);
	const grants = await stores.facts.list("role-grant");
	const people = (await stores.facts.list("person")).filter(({ active }) => active);
	return facts.signatures.flatMap(({ personId, signatory }) =>
		people
			.filter(({ id, name }) => {
				if (personId !== null) return id === personId;
				const own = grants.filter((grant) => grant.personId === id);
				return holdsRole({ personId: id, name, grants: own }, signatory, path);
			})
			.map(({ name, email }) => ({ name, email })),
	);
}
