import { explain as explainServer } from "../server/explain.ts";
import { CommandError } from "./command-error.ts";

/** An error as one plain sentence with its exit code: 1 the user can mend it, 2 a fault of ours. */
export function explain(error: unknown): { readonly message: string; readonly exitCode: 1 | 2 } {
	if (error instanceof CommandError) return { message: error.message, exitCode: 1 };
	if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
		return { message: `${error.message.split("\n")[0]} See: npx throughline --help`, exitCode: 1 };
	}
	return explainServer(error);
}
