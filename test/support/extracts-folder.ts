import { tmpdir } from "node:os";
import path from "node:path";

/** Where the files of a test's site lie. Made when the first one arrives; whoever sends files removes it. */
export function extractsFolderFor(databaseName: string): string {
	return path.join(tmpdir(), `${databaseName}-extracts`);
}
