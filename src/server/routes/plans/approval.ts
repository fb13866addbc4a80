import { type Context, Hono } from "hono";
import { BoardActionKind, SignatoryRole } from "../../../domain/approval/approval-facts.ts";
import { approvalKindsOf, signatureStates } from "../../../domain/approval/approval-state.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { EditionSignatory } from "../../../domain/document/edition.ts";
import { InvalidInput, NotAllowed, NotFound, Refused, StaleSave, StaleVersion } from "../../../operations/errors.ts";
import { getPlanHistory } from "../../../operations/get-plan-history.ts";
import type { LoggedAction } from "../../../operations/ports.ts";
import { recordBoardAction } from "../../../operations/record-board-action.ts";
import { recordPaperSignature } from "../../../operations/record-paper-signature.ts";
import { signPlan } from "../../../operations/sign-plan.ts";
import { takeStep } from "../../../operations/take-step.ts";
import { withdrawSignature } from "../../../operations/withdraw-signature.ts";
import { readTypedDate } from "../../../web/forms/read-typed-date.ts";
import { ApprovalPage, type ShownSignature } from "../../../web/pages/plans/approval-page.tsx";
import { describeAction } from "../../../web/pages/plans/describe-action.ts";
import { factNames } from "../../../web/pages/plans/fact-names.ts";
import { PaperSignaturePage } from "../../../web/pages/plans/paper-signature-page.tsx";
import type { TypedForm } from "../../../web/pages/plans/plan-context.ts";
import { approvalPath } from "../../../web/pages/plans/plan-paths.ts";
import { SignPage } from "../../../web/pages/plans/sign-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { peopleNames } from "./people-names.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";

/** Kinds of facts whose changes do not touch what was signed. */
const notSigned = ["document", "signature", "board-action", "waiver"];

/** Signatures and the Board's action of a plan. */
export function planApprovalRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	routes.get("/:documentId/approval", (context) => show(context, undefined, 200));

	routes.get("/:documentId/approval/sign/:role", (context) => showSign(context, undefined, undefined, 200));

	routes.post("/:documentId/approval/sign/:role", async (context) => {
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		const signatory = readRole(context);
		try {
			await perform(signPlan, visitOf(context).person, {
				documentId,
				signatory,
				planSha256: form.text("planSha256"),
				haveRead: form.text("haveRead") === "yes",
			});
			return answerDone(context, approvalPath(documentId), "You have signed the plan.");
		} catch (error) {
			const typed = typedOf("sign", form, error);
			if (typed) return showSign(context, typed, undefined, 422);
			if (error instanceof Refused) return showSign(context, undefined, error.message, 409);
			throw error;
		}
	});

	routes.get("/:documentId/approval/paper/:role", (context) => showPaper(context, undefined, undefined, 200));

	routes.post("/:documentId/approval/paper/:role", async (context) => {
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		const signatory = readRole(context);
		try {
			await perform(recordPaperSignature, visitOf(context).person, {
				documentId,
				signatory,
				planSha256: form.text("planSha256"),
				name: form.text("name"),
				signedOn: readDate(form, "signedOn"),
				attachmentId: form.text("attachmentId"),
			});
			return answerDone(context, approvalPath(documentId), "The signature is recorded, with your name.");
		} catch (error) {
			const typed = typedOf("paper-signature", form, error);
			if (typed) return showPaper(context, typed, undefined, 422);
			if (error instanceof Refused) return showPaper(context, undefined, error.message, 409);
			throw error;
		}
	});

	routes.post("/:documentId/approval/withdraw/:signatureId", async (context) => {
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		const signatureId = pathId(context, "signatureId");
		try {
			await perform(withdrawSignature, visitOf(context).person, {
				documentId,
				signatureId,
				reason: form.text("reason"),
			});
			return answerDone(context, approvalPath(documentId), "The signature is taken back. The history keeps it.");
		} catch (error) {
			const typed = typedOf(`withdraw-${signatureId}`, form, error);
			if (typed) return show(context, typed, 422);
			throw error;
		}
	});

	routes.post("/:documentId/approval/board", async (context) => {
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		const { person } = visitOf(context);
		try {
			const kind = BoardActionKind.safeParse(form.text("actionKind"));
			if (!kind.success) {
				throw new InvalidInput([{ field: "actionKind", message: "Choose the kind of action." }]);
			}
			await perform(recordBoardAction, person, {
				documentId,
				actionKind: kind.data,
				number: form.text("number"),
				actedOn: readDate(form, "actedOn"),
				coordinationVerified: form.text("coordinationVerified") === "yes",
				attachmentId: form.text("attachmentId") || null,
				version: Number(form.text("version")) || 0,
			});
		} catch (error) {
			const stale = error instanceof StaleVersion || error instanceof StaleSave;
			const typed = typedOf("board-action", form, stale ? new InvalidInput([staleProblem]) : error);
			if (typed) return show(context, typed, 422);
			throw error;
		}
		const { view } = await openPlanPage(context, services);
		if (!view.steps.some(({ action }) => action === "approve-by-board")) {
			return answerDone(context, approvalPath(documentId), "The Board's action is recorded.");
		}
		await perform(takeStep, person, {
			documentId,
			action: "approve-by-board",
			reason: "",
			version: view.facts.document.version,
		});
		return answerDone(context, approvalPath(documentId), "The plan now stands as approved by the Board.");
	});
	return routes;

	async function show(context: Context<AppEnvironment>, typed: TypedForm | undefined, status: 200 | 422) {
		const opened = await openPlanPage(context, services, typed);
		if (!opened.plan.edition.approval) throw new NotFound("Plans of this edition are submitted without this page.");
		const page = ApprovalPage({
			plan: opened.plan,
			signatures: await shownSignatures(context, opened),
			maySubmit: opened.view.steps.some(({ action }) => action === "submit"),
		});
		return answerPage(context, page, status);
	}

	async function showSign(
		context: Context<AppEnvironment>,
		typed: TypedForm | undefined,
		refusal: string | undefined,
		status: 200 | 409 | 422,
	) {
		const opened = await openPlanPage(context, services, typed);
		const signatory = signatoryOf(opened, readRole(context));
		if (!opened.plan.maySignAs.includes(signatory.role)) {
			throw new NotAllowed(`This page is for the ${signatory.label}, signed in with their own account.`);
		}
		const { person } = visitOf(context);
		const paper = await services.renderPlan(person, { documentId: opened.documentId, format: "html-fragment" });
		const html = new TextDecoder().decode(paper.bytes);
		return answerPage(context, SignPage({ plan: opened.plan, signatory, html, refusal }), status);
	}

	async function showPaper(
		context: Context<AppEnvironment>,
		typed: TypedForm | undefined,
		refusal: string | undefined,
		status: 200 | 409 | 422,
	) {
		const opened = await openPlanPage(context, services, typed);
		const signatory = signatoryOf(opened, readRole(context));
		if (!opened.plan.mayApprove) {
			throw new Refused("A signature is recorded once the plan is marked as ready, by those who write it.");
		}
		return answerPage(context, PaperSignaturePage({ plan: opened.plan, signatory, refusal }), status);
	}

	/** Each signature with what was changed after it, where that makes it void. */
	async function shownSignatures(
		context: Context<AppEnvironment>,
		{ documentId, plan }: OpenedPlan,
	): Promise<readonly ShownSignature[]> {
		const states = signatureStates(plan.graph, plan.edition, plan.planSha256);
		if (states.every(({ signature }) => signature === undefined)) {
			return states.map((state) => ({ ...state, changes: [], recordedBy: "" }));
		}
		const { person } = visitOf(context);
		const { actions } = await perform(getPlanHistory, person, { documentId, only: "actions" });
		const words = {
			edition: plan.edition,
			nameOf: factNames(plan),
			personName: await peopleNames(services, person),
		};
		return states.map((state) => {
			const given = actions.find(({ subject }) => subject === state.signature?.id);
			return {
				...state,
				recordedBy: given?.actorName ?? "somebody of the agency",
				changes:
					state.standing === "void"
						? changesSince(actions, given, approvalKindsOf(plan.edition))
								.slice(0, 3)
								.map((action) => describeAction(action, words))
						: [],
			};
		});
	}
}

const staleProblem = {
	field: "number",
	message: "Somebody else recorded the Board's action meanwhile. Look at it above, then correct it if it is wrong.",
};

/** What was changed of the plan's own text and files after a signature, newest first. */
function changesSince(
	actions: readonly LoggedAction[],
	given: LoggedAction | undefined,
	approvalKinds: readonly string[],
): readonly LoggedAction[] {
	// A file that was taken off is named by the action that brought it.
	const ofApproval = new Set(
		actions.flatMap(({ subject, after }) => (approvalKinds.includes(String(after.attachmentKind)) ? [subject] : [])),
	);
	return actions.filter(
		({ seq, kind, subject }) =>
			seq > (given?.seq ?? 0) && !notSigned.includes(kind) && !(kind === "attachment" && ofApproval.has(subject)),
	);
}

function readRole(context: Context): SignatoryRole {
	const role = SignatoryRole.safeParse(context.req.param("role"));
	if (!role.success) throw new NotFound("There is no page at this address. Check it, or go on from the home page.");
	return role.data;
}

function signatoryOf({ plan }: OpenedPlan, role: SignatoryRole): EditionSignatory {
	const signatory = plan.edition.approval?.signatories.find((each) => each.role === role);
	if (!signatory) throw new NotFound("Plans of this edition are submitted without this signature.");
	return signatory;
}

function readDate(form: SentForm, field: string): PlainDate {
	const date = readTypedDate(form.text(field));
	if (date) return date;
	throw new InvalidInput([{ field, message: "Give the day as month/day/year, for example 06/30/2026." }]);
}

/** The form as it goes back, when it is its content that was refused. */
function typedOf(key: string, form: SentForm, error: unknown): TypedForm | undefined {
	return error instanceof InvalidInput ? { key, values: form.values(), problems: error.problems } : undefined;
}
