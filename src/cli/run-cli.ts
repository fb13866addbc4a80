import type { Clock } from "../operations/ports.ts";
import { CommandError } from "./command-error.ts";
import { findCommand, usage } from "./commands.ts";
import { explain } from "./explain.ts";

/** What the command line does to the world, handed in. */
export type CliWorld = {
	readonly args: readonly string[];
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly folder: string;
	readonly programFolder: string;
	readonly clock: Clock;
	/** Results, on standard output. */
	readonly print: (text: string) => void;
	/** One plain sentence, on standard error. */
	readonly complain: (text: string) => void;
};

/**
 * Runs one command. Answers the exit code: 0 done, 1 the user can mend it, 2 a fault of ours.
 */
export async function runCli(world: CliWorld): Promise<0 | 1 | 2> {
	const [first] = world.args;
	if (first === undefined || first === "help" || first === "--help" || first === "-h") {
		world.print(usage());
		return 0;
	}
	try {
		const found = findCommand(world.args);
		if (!found) throw new CommandError(`There is no command "${world.args.join(" ")}". See: npx throughline --help`);
		if (found.rest.includes("--help")) {
			world.print(found.command.help);
			return 0;
		}
		const run = await found.command.load();
		return (await run(found.rest, world)) ?? 0;
	} catch (error) {
		const { message, exitCode } = explain(error);
		world.complain(message);
		return exitCode;
	}
}
