import { type Context, Hono } from "hono";
import { attachmentLimits, attachmentTypes } from "../../../documents/attachments/detect-file-type.ts";
import { InvalidInput, NotFound } from "../../../operations/errors.ts";
import { getAttachment } from "../../../operations/get-attachment.ts";
import { removeAttachment } from "../../../operations/remove-attachment.ts";
import { AttachmentsPage } from "../../../web/pages/plans/attachments-page.tsx";
import { attachmentsPath } from "../../../web/pages/plans/plan-paths.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm } from "../../middleware/read-form.ts";
import { answerAttachment } from "../answer-attachment.ts";
import { openPlanPage } from "./plan-page-context.ts";

/** The files that are taken, as a field for files names them. */
export const acceptedFiles = Object.values(attachmentTypes)
	.map(({ extension }) => `.${extension}`)
	.join(",");

/** Files that go with a plan: list, attach, download, remove; and as they went with a submission. */
export function planAttachmentRoutes(services: AppServices): Hono<AppEnvironment> {
	const { attachments, perform } = services;
	const routes = new Hono<AppEnvironment>();

	routes.get("/:documentId/attachments", async (context) => {
		const kind = context.req.query("kind");
		const typed = kind ? { key: "add-attachment", values: { attachmentKind: [kind] }, problems: [] } : undefined;
		const { plan } = await openPlanPage(context, services, typed);
		return answerPage(context, AttachmentsPage({ plan, limits: attachmentLimits, accept: acceptedFiles }));
	});

	routes.post("/:documentId/attachments", async (context) => {
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		try {
			const file = form.file("file");
			if (!file || (file.name === "" && file.size === 0)) {
				throw new InvalidInput([{ field: "file", message: "Choose a file first." }]);
			}
			const about = {
				documentId,
				attachmentKind: form.text("attachmentKind"),
				focusAreaId: form.text("focusAreaId") || null,
				title: form.text("title"),
			};
			const bytes = new Uint8Array(await file.arrayBuffer());
			const added = await attachments.add(visitOf(context).person, about, { fileName: file.name || "file", bytes });
			const notice =
				added.scan === "waiting"
					? "The file is here and waits for the scanner that looks for harmful content. It counts once it was scanned."
					: "The file is attached.";
			return answerDone(context, attachmentsPath(documentId), notice);
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			const typed = { key: "add-attachment", values: form.values(), problems: error.problems };
			const { plan } = await openPlanPage(context, services, typed);
			return answerPage(context, AttachmentsPage({ plan, limits: attachmentLimits, accept: acceptedFiles }), 422);
		}
	});

	for (const base of ["/:documentId", "/:documentId/submissions/:number"]) {
		routes.get(`${base}/attachments/:attachmentId`, async (context) => {
			const submission = submissionOf(context);
			return answerAttachment(
				context,
				await perform(getAttachment, visitOf(context).person, {
					documentId: pathId(context, "documentId"),
					attachmentId: pathId(context, "attachmentId"),
					...(submission === undefined ? {} : { submission }),
				}),
			);
		});
	}

	routes.post("/:documentId/attachments/:attachmentId/remove", async (context) => {
		const documentId = pathId(context, "documentId");
		const attachmentId = pathId(context, "attachmentId");
		await perform(removeAttachment, visitOf(context).person, { documentId, attachmentId });
		return answerDone(
			context,
			attachmentsPath(documentId),
			"The file is off the plan. Submissions that it went with keep it.",
		);
	});
	return routes;
}

function submissionOf(context: Context): number | undefined {
	const number = context.req.param("number");
	if (number === undefined) return undefined;
	if (!/^[1-9]\d{0,5}$/u.test(number)) throw new NotFound("There is no such submission.");
	return Number(number);
}
