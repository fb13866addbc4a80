import path from "node:path";
import { runCli } from "../../src/cli/run-cli.ts";

const root = path.resolve(import.meta.dirname, "../..");

export type CommandResult = {
	readonly exitCode: 0 | 1 | 2;
	readonly printed: string;
	/** What went to standard error. */
	readonly complaint: string;
	/** The JSON that was printed. */
	json(): Readonly<Record<string, unknown>>;
};

export type CommandOptions = {
	readonly environment: Readonly<Record<string, string>>;
	readonly folder: string;
	readonly clock?: () => Date;
};

/** Runs one command of the command line in this process. */
export async function runCommand(args: readonly string[], options: CommandOptions): Promise<CommandResult> {
	const { environment, folder, clock = () => new Date() } = options;
	const printed: string[] = [];
	const complaints: string[] = [];
	const exitCode = await runCli({
		args,
		environment,
		folder,
		programFolder: root,
		clock,
		print: (text) => printed.push(text),
		complain: (text) => complaints.push(text),
		untilStopped: () => new AbortController().signal,
	});
	return {
		exitCode,
		printed: printed.join("\n"),
		complaint: complaints.join("\n"),
		json: () => JSON.parse(printed.join("\n")) as Record<string, unknown>,
	};
}
