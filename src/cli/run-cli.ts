import type { Clock } from "../operations/ports.ts";
import { CommandError } from "./command-error.ts";
import { findCommand, similarCommands, usage } from "./commands.ts";
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
	/** Says when to stop, for a command that goes on until then: Ctrl-C, or a service manager. */
	readonly untilStopped: () => AbortSignal;
};

/**
 * Runs one command. Answers the exit code: 0 done, 1 the user can mend it, 2 a fault of ours.
 */
export async function runCli(world: CliWorld): Promise<0 | 1 | 2> {
	try {
		const [first, ...rest] = world.args;
		if (first === undefined || first === "--help" || first === "-h" || (first === "help" && rest.length === 0)) {
			world.print(usage());
			return 0;
		}
		if (first === "help") {
			world.print(getCommand(rest).command.help);
			return 0;
		}
		const found = getCommand(world.args);
		if (found.rest.includes("--help") || found.rest.includes("-h")) {
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

function getCommand(args: readonly string[]) {
	const found = findCommand(args);
	if (found) return found;
	const similar = similarCommands(args).map((command) => `"${command.name}"`);
	const hint = similar.length > 0 ? `Did you mean ${similar.join(" or ")}?` : "See: npx throughline --help";
	throw new CommandError(`There is no command "${args.slice(0, 2).join(" ")}". ${hint}`);
}
