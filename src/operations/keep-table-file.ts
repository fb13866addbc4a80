import type { OperationContext } from "./operation.ts";
import { plainFileName } from "./plain-file-name.ts";

/** A workbook begins as a ZIP file does; anything else is read as CSV. */
export function isWorkbook(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Keeps a table as it was handed in, CSV or workbook. Answers how the facts that came from it name it. */
export async function keepTableFile(
	{ actor, clock, ids, stores }: OperationContext,
	input: { readonly jurisdictionId: string; readonly fileName: string; readonly bytes: Uint8Array },
	/** The name of a file that came without one. */
	otherwise?: string,
): Promise<{ readonly fileId: string; readonly fileName: string; readonly sha256: string }> {
	const { jurisdictionId, bytes } = input;
	const file = { fileId: ids.next(), fileName: plainFileName(input.fileName, otherwise), sha256: ids.hash(bytes) };
	await stores.files.add({
		...{ id: file.fileId, jurisdictionId, sha256: file.sha256, name: file.fileName, bytes },
		mediaType: isWorkbook(bytes) ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv",
		...{ storedAt: clock(), storedBy: actor.personId },
	});
	return file;
}
