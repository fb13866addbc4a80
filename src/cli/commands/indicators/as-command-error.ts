import { IndicatorRequestError } from "../../../indicators/engine/request-error.ts";
import { CommandError } from "../../command-error.ts";

/** What was asked for wrongly is for the person to mend: as a `CommandError`. */
export function asCommandError(check: () => unknown): void {
	try {
		check();
	} catch (error) {
		if (error instanceof IndicatorRequestError) throw new CommandError(error.message, { cause: error });
		throw error;
	}
}
