import { type RenderedPaper, renderWorkingCopy } from "../documents/render-paper.ts";
import { getWorkingCopy } from "../operations/get-working-copy.ts";
import type { SignedInPerson } from "../storage/sql/actors.ts";
import type { AppServices } from "./app-environment.ts";

/** The Word file of a plan to be edited and read back, with a safe file name. */
export async function workingCopyFor(
	{ perform }: AppServices,
	person: SignedInPerson,
	documentId: string,
	talk: "yes" | "no" = "no",
): Promise<RenderedPaper & { readonly fileName: string }> {
	const { paper, copy, fileName } = await perform(getWorkingCopy, person, { documentId, talk });
	return { ...(await renderWorkingCopy(paper, copy)), fileName: `${fileName}.docx` };
}
