import type { z } from "zod";
import type { Actor, JurisdictionPath } from "../domain/people/may.ts";
import { rolesFor } from "../domain/people/may.ts";
import { type Permission, permissionsOf, type Role, roleLabels } from "../domain/people/roles.ts";
import { InvalidInput, NotAllowed } from "./errors.ts";
import type { Agreement } from "./outputs/agreement.ts";
import { plainInputMessage } from "./plain-input-message.ts";
import type { Clock, Ids, Stores, UnitOfWork } from "./ports.ts";

/** What an operation works with: who asks, the time, new ids, and the stores of its transaction. */
export type OperationContext = {
	readonly actor: Actor;
	readonly clock: Clock;
	readonly ids: Ids;
	readonly stores: Stores;
};

/**
 * One thing that a person can do, by page, API or command line. It declares its input and output; the API's
 * description is generated from them.
 */
export type Operation<Input extends z.ZodType, Output> = {
	/** `submit-plan`: a verb on a thing; also the file's name and the API's operation id. */
	readonly name: string;
	readonly title: string;
	/** `GET` for what only reads. Path parameters are fields of the input. */
	readonly http: { readonly method: "get" | "post"; readonly path: string };
	readonly input: Input;
	/** The output as JSON, for the API's description. `defineOperation` holds it to what `run` answers. */
	readonly output: z.ZodType;
	run(context: OperationContext, input: z.infer<Input>): Promise<Output>;
};

/** What `perform` needs besides the person and the input. */
export type Performer = { readonly inTransaction: UnitOfWork; readonly clock: Clock; readonly ids: Ids };

/**
 * Does an operation for a person: checks the input, opens the transaction, and keeps all of it or nothing.
 * Throws the errors of `errors.ts`.
 */
export function perform<Input extends z.ZodType, Output>(
	performer: Performer,
	operation: Operation<Input, Output>,
	actor: Actor,
	rawInput: z.input<Input>,
): Promise<Output> {
	const parsed = operation.input.safeParse(rawInput, { error: plainInputMessage });
	if (!parsed.success) {
		throw new InvalidInput(
			parsed.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message })),
		);
	}
	return performer.inTransaction(actor, (stores) =>
		operation.run({ actor, clock: performer.clock, ids: performer.ids, stores }, parsed.data),
	);
}

/** Keeps the input's and output's types together where an operation is written: the compiler compares schema and answer. */
export function defineOperation<Input extends z.ZodType, Schema extends z.ZodType, Output>(
	operation: Operation<Input, Output> & { readonly output: Schema },
	..._schemaAgrees: Agreement<Schema, Output>
): Operation<Input, Output> {
	return operation;
}

/** The role under which the actor does this; throws `NotAllowed` in plain words when there is none. */
export function requireRole(actor: Actor, permission: Permission, path: JurisdictionPath): Role {
	const role = rolesFor(actor, permission, path)[0];
	if (role) return role;
	const holders = (Object.keys(permissionsOf) as Role[])
		.filter((each) => each !== "installation" && permissionsOf[each].includes(permission))
		.map((each) => roleLabels[each].toLowerCase());
	throw new NotAllowed(
		holders.length === 0
			? "This is done by the installation itself, from the command line."
			: `This is for people with one of these roles here: ${holders.join(", ")}. Ask your administrator for it.`,
	);
}
