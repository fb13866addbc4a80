import type { ExtractProblemId } from "./extract-problems.ts";

/**
 * Reading this file ends here: what is wrong makes the rest unreadable. For the readers' own use: `readExtract` catches it and
 * hands it on as a problem of the tier `reject`, so callers never see it thrown.
 */
export class ExtractRefusal extends Error {
	readonly id: ExtractProblemId;
	readonly value: string | null;

	constructor(id: ExtractProblemId, value: string | null = null) {
		super(`${id}${value === null ? "" : `: ${value}`}`);
		this.name = "ExtractRefusal";
		this.id = id;
		this.value = value;
	}
}
