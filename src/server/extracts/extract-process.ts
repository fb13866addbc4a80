import { z } from "zod";
import { readExtractInto } from "./read-extract-into.ts";

// The process in which a file is read. It runs apart from the server, so that a file of gigabytes does not hold up a page, and one
// that needs too much memory ends nothing else. It answers { folder, file } with { content }, or with { problem } when something
// goes wrong, and ends. `read-in-process.ts` starts it.

const Asked = z.object({ folder: z.string(), file: z.string() });

process.once("message", (message) => {
	readExtractInto(Asked.parse(message)).then(
		(content) => process.send?.({ content }),
		(error: unknown) => process.send?.({ problem: error instanceof Error ? error.message : String(error) }),
	);
});
process.on("disconnect", () => process.exit(0));
