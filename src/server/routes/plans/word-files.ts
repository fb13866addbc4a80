import { type Context, Hono } from "hono";
import { InvalidInput, NotFound, Refused, StaleSave, StaleVersion } from "../../../operations/errors.ts";
import { getWordFile } from "../../../operations/get-word-file.ts";
import { importWordFile } from "../../../operations/import-word-file.ts";
import { listWordFiles } from "../../../operations/list-word-files.ts";
import { settleWordProposal } from "../../../operations/settle-word-proposal.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import { wordPath } from "../../../web/pages/plans/plan-paths.ts";
import { WordFilePage } from "../../../web/pages/plans/word/word-file-page.tsx";
import { WordFilesPage } from "../../../web/pages/plans/word/word-files-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm } from "../../middleware/read-form.ts";
import { workingCopyFor } from "../../working-copy-of.ts";
import { openPlanPage } from "./plan-page-context.ts";

/** The plan as a Word file to edit, the edited file back, and each change in it taken or left. */
export function planWordRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	async function showList(context: Context<AppEnvironment>, problems: readonly FormProblem[] = []) {
		const typed = problems.length === 0 ? undefined : { key: "word-file", values: {}, problems };
		const { documentId, plan } = await openPlanPage(context, services, typed);
		const files = await perform(listWordFiles, visitOf(context).person, { documentId });
		return answerPage(context, WordFilesPage({ plan, files }), problems.length === 0 ? 200 : 422);
	}

	async function showFile(
		context: Context<AppEnvironment>,
		back?: { readonly key: string; readonly problems: readonly FormProblem[]; readonly status: 409 | 422 },
	) {
		const { documentId, plan } = await openPlanPage(context, services, back && { ...back, values: {} });
		const importId = pathId(context, "importId");
		const file = await perform(getWordFile, visitOf(context).person, { documentId, importId });
		return answerPage(context, WordFilePage({ plan, ...file }), back?.status ?? 200);
	}

	routes.get("/:documentId/word", (context) => showList(context));

	routes.get("/:documentId/word/plan-to-edit.docx", async (context) => {
		const talk = context.req.query("talk") === "yes" ? "yes" : "no";
		const paper = await workingCopyFor(services, visitOf(context).person, pathId(context, "documentId"), talk);
		return context.body(Buffer.from(paper.bytes), 200, {
			"Content-Type": paper.mediaType,
			"Content-Disposition": `attachment; filename="${paper.fileName}"`,
			"Cache-Control": "no-store",
		});
	});

	routes.post("/:documentId/word", async (context) => {
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		try {
			const file = form.file("file");
			if (!file || (file.name === "" && file.size === 0)) {
				throw new InvalidInput([{ field: "file", message: "Choose the edited Word file first." }]);
			}
			const read = await perform(importWordFile, visitOf(context).person, {
				documentId,
				fileName: file.name || "plan.docx",
				bytes: new Uint8Array(await file.arrayBuffer()),
			});
			return answerDone(context, wordPath(documentId, `/${read.id}`), noticeOf(read));
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			return showList(context, error.problems);
		}
	});

	routes.get("/:documentId/word/:importId", (context) => showFile(context));

	routes.post("/:documentId/word/:importId/changes/:proposalId", async (context) => {
		const form = await readForm(context);
		const [documentId, proposalId] = [pathId(context, "documentId"), pathId(context, "proposalId")];
		const key = `change-${proposalId}`;
		const decision = form.text("decision") === "leave" ? "leave" : "take";
		try {
			await perform(settleWordProposal, visitOf(context).person, {
				...{ documentId, proposalId, decision, reason: form.text("reason") },
				...(form.text("version") === "" ? {} : { version: form.text("version") }),
			});
		} catch (error) {
			if (error instanceof StaleSave || error instanceof StaleVersion) {
				const message =
					"Somebody has changed this text meanwhile. Both texts are shown: look at them and decide again.";
				return showFile(context, { key, problems: [{ field: key, message }], status: 409 });
			}
			if (!(error instanceof InvalidInput || error instanceof Refused || error instanceof NotFound)) throw error;
			const problems = error instanceof InvalidInput ? error.problems : [{ field: "", message: error.message }];
			return showFile(context, {
				key,
				problems: problems.map(({ message }) => ({ field: key, message })),
				status: 422,
			});
		}
		const notice = decision === "take" ? "The change is in the plan." : "The change was left. The plan is as it was.";
		return answerDone(context, wordPath(documentId, `/${pathId(context, "importId")}`), notice);
	});

	routes.post("/:documentId/word/:importId/take-all", async (context) => {
		const [documentId, importId] = [pathId(context, "documentId"), pathId(context, "importId")];
		const { person } = visitOf(context);
		const { changes } = await perform(getWordFile, person, { documentId, importId });
		let taken = 0;
		// Each is kept by itself: what cannot be taken stays open, and the others are in the plan.
		for (const { proposal, standing, problem } of changes) {
			if (proposal.state !== "open" || standing !== "fits" || problem !== "" || proposal.change === "remove") continue;
			try {
				await perform(settleWordProposal, person, { documentId, proposalId: proposal.id, decision: "take" });
				taken += 1;
			} catch (error) {
				const expected = [StaleSave, StaleVersion, InvalidInput, NotFound];
				if (!expected.some((kind) => error instanceof kind)) throw error;
			}
		}
		return answerDone(
			context,
			wordPath(documentId, `/${importId}`),
			taken === 1 ? "One change is in the plan." : `${taken} changes are in the plan.`,
		);
	});
	return routes;
}

function noticeOf({ result, changes }: { readonly result: "read" | "same-file"; readonly changes: number }): string {
	if (result === "same-file") return "This very file was read before. Here are its changes, as they stand.";
	if (changes === 0) return "The file was read. Its texts are those of the plan: nothing differs.";
	return changes === 1 ? "The file was read: one change." : `The file was read: ${changes} changes.`;
}
