import { z } from "zod";
import { addDays, addMonths, PlainDate } from "../domain/calendar/plain-date.ts";
import { findEdition, listEditions } from "../frameworks/editions.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";

/**
 * Starts a plan under an edition, in a new planning cycle of the edition's term or in one that exists.
 * The end date is worked out from the term (SIP-5) and can be given instead.
 */
export const startPlan = defineOperation({
	name: "start-plan",
	title: "Start a plan",
	http: { method: "post", path: "/plans" },
	input: z.object({
		jurisdictionId: z.uuid(),
		editionId: z.string().min(1).max(60),
		title: z.string().trim().max(300).default(""),
		cycleId: z.uuid().optional(),
		startsOn: PlainDate.optional(),
		endsOn: PlainDate.optional(),
	}),
	output: z.object({ id: z.uuid(), cycleId: z.uuid() }),
	async run({ actor, ids, stores }, input): Promise<{ id: string; cycleId: string }> {
		const edition = findEdition(input.editionId);
		if (!edition) {
			const known = listEditions().map((each) => each.id);
			throw new InvalidInput([
				{
					field: "editionId",
					message: `There is no edition "${input.editionId}". Choose one of: ${known.join(", ")}.`,
				},
			]);
		}
		const jurisdiction = await stores.facts.find("jurisdiction", input.jurisdictionId);
		if (!jurisdiction) throw new NotFound("There is no such jurisdiction.");
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdiction.id));
		const id = ids.next();
		const common = {
			verb: "add",
			expectedVersion: 0,
			jurisdictionId: jurisdiction.id,
			root: id,
			role,
			reason: "",
		} as const;

		let cycleId = input.cycleId;
		if (cycleId) {
			const cycle = await stores.facts.find("cycle", cycleId);
			if (cycle?.jurisdictionId !== jurisdiction.id) throw new NotFound("There is no such planning cycle here.");
		} else {
			const { startsOn } = input;
			if (!startsOn) {
				throw new InvalidInput([
					{ field: "startsOn", message: "Give the day on which the plan starts, for example 2026-07-01." },
				]);
			}
			const endsOn =
				input.endsOn ?? (edition.termMonths ? addDays(addMonths(startsOn, edition.termMonths), -1) : undefined);
			if (!endsOn) {
				throw new InvalidInput([
					{ field: "endsOn", message: "This edition has no fixed term: give the day on which the plan ends." },
				]);
			}
			if (endsOn <= startsOn) {
				throw new InvalidInput([{ field: "endsOn", message: "The plan must end after it starts." }]);
			}
			cycleId = ids.next();
			const title = `${jurisdiction.name}, ${startsOn.slice(0, 4)} to ${endsOn.slice(0, 4)}`;
			await stores.facts.write({
				...common,
				kind: "cycle",
				id: cycleId,
				patch: { jurisdictionId: jurisdiction.id, title, startsOn, endsOn },
			});
		}
		await stores.facts.write({
			...common,
			kind: "document",
			id,
			patch: {
				jurisdictionId: jurisdiction.id,
				cycleId,
				editionId: edition.id,
				title: input.title || `${jurisdiction.name} ${edition.document.name}`,
				state: "drafting",
				submittedOn: null,
				acceptedOn: null,
			},
		});
		return { id, cycleId };
	},
});
