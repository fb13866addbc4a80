// Errors of operations. The message is for the person who must act and is shown as it is: never put a secret, an SQL
// text or another jurisdiction's fact into it.

/** The person may not do this here. */
export class NotAllowed extends Error {
	override name = "NotAllowed";
}

/** There is no such thing, or none that this person may see: the two are not told apart. */
export class NotFound extends Error {
	override name = "NotFound";
}

/** What was sent cannot be taken. Each problem names the field, what was expected and how to mend it. */
export class InvalidInput extends Error {
	override name = "InvalidInput";
	readonly problems: readonly InputProblem[];
	constructor(problems: readonly InputProblem[]) {
		super(problems.map((each) => (each.field ? `${each.field}: ${each.message}` : each.message)).join(" "));
		this.problems = problems;
	}
}
export type InputProblem = { readonly field: string; readonly message: string };

/** The workflow or a rule refuses the step; the message names the state, the reason and what is allowed. */
export class Refused extends Error {
	override name = "Refused";
}

/** Thrown by storage when the fact has moved on since the version that the save names. */
export class StaleVersion extends Error {
	override name = "StaleVersion";
	readonly currentVersion: number;
	constructor(currentVersion: number, options?: ErrorOptions) {
		super("Somebody else has changed this since you opened it.", options);
		this.currentVersion = currentVersion;
	}
}

/** A save that would overwrite somebody else's: carries both texts, so that neither is lost. */
export class StaleSave extends Error {
	override name = "StaleSave";
	readonly clashes: readonly SaveClash[];
	readonly currentVersion: number;
	constructor(clashes: readonly SaveClash[], currentVersion: number) {
		super(
			"Somebody else has changed this since you opened it. Both texts are kept: choose, or join them, and save again.",
		);
		this.clashes = clashes;
		this.currentVersion = currentVersion;
	}
}
export type SaveClash = {
	readonly field: string;
	readonly yours: unknown;
	readonly theirs: unknown;
	readonly theirName: string;
	readonly theirTime: string;
};
