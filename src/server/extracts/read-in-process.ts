import { fork } from "node:child_process";
import type { ExtractContent, ReadExtractInto } from "./read-extract-into.ts";

/**
 * Reads files each in a process of its own. `program` is `extract-process.ts` as it was built. What the process has written is not whole
 * when this throws: it was stopped, ran out of memory, or could not write.
 */
export function readInProcess(program: string, onStart: (pid: number) => void = () => undefined): ReadExtractInto {
	return (asked) =>
		new Promise((resolve, reject) => {
			const child = fork(program, [], { serialization: "advanced", execArgv: [], env: {}, stdio: "ignore" });
			if (child.pid !== undefined) onStart(child.pid);
			child.on("message", (answer: { readonly content?: ExtractContent; readonly problem?: string }) => {
				if (answer.content) resolve(answer.content);
				else reject(new Error(`The file could not be read: ${answer.problem}`));
				child.disconnect();
			});
			child.on("error", reject);
			child.on("exit", (code, signal) =>
				reject(
					new Error(`The process that reads the file stopped (${signal ?? code}): it may have run out of memory.`),
				),
			);
			child.send(asked);
		});
}
