import { parseArgs } from "node:util";
import { verifyLog } from "../../storage/sql/log/verify-log.ts";
import type { Run } from "../commands.ts";
import { printResult, withInstallation } from "../open.ts";

/** Checks that the history is whole and unchanged. */
export const verifyLogCommand: Run = async (rest, world) => {
	const { values } = parseArgs({ args: [...rest], options: { json: { type: "boolean" } } });
	const result = await withInstallation(world, ({ storage }) => verifyLog(storage.admin));
	const { actions, anchors, facts, faults, files } = result;
	const words =
		faults.length === 0
			? `The log is whole: ${actions} actions of ${facts} facts, ${anchors} anchors, ${files} files and submissions.`
			: ["The log is not as it was written:", ...faults.map((fault) => `  ${fault.message}`)].join("\n");
	printResult(world, values.json, result, words);
	return faults.length === 0 ? 0 : 1;
};
