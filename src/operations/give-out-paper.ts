import { z } from "zod";
import { Distribution } from "../domain/planning/planning-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput } from "./errors.ts";
import { getState } from "./get-state.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";
import { checkPlanningLinks } from "./planning-links.ts";

/**
 * Gives a paper to every member of some teams: those with an address get a mail with a link by which they say that they have it; for
 * the others it is noted that it went out on paper. The mails are asked for in the same transaction. Nobody gets the same paper twice.
 */
export const giveOutPaper = defineOperation({
	name: "give-out-paper",
	title: "Give a paper to the members of teams",
	http: { method: "post", path: "/planning-year/distribution" },
	input: Distribution.pick({ jurisdictionId: true, paper: true }).extend({
		documentId: z.uuid().nullable().default(null),
		teamIds: z.array(z.uuid()).min(1, "Choose at least one team.").max(100),
	}),
	output: z.object({ mailed: z.int(), onPaper: z.int(), had: z.int() }),
	async run({ actor, clock, ids, stores }, input): Promise<{ mailed: number; onPaper: number; had: number }> {
		const state = await getState(stores, input.jurisdictionId);
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(state.id));
		const { paper, documentId, teamIds } = input;
		await checkPlanningLinks(stores, state.id, { documentId, teamIds });
		const seats: Fact<"team-seat">[] = [];
		for (const teamId of new Set(teamIds)) seats.push(...(await stores.facts.list("team-seat", { teamId })));
		if (seats.length === 0) throw new InvalidInput([{ field: "teamIds", message: "These teams have no members yet." }]);
		const given = await stores.facts.list("distribution", { jurisdictionId: state.id, paper });
		const done = { mailed: 0, onPaper: 0, had: 0 };
		for (const seat of seats) {
			// Somebody who sits in two teams gets it once.
			const same = (each: { readonly seatId: string | null; readonly email: string }) =>
				each.seatId === seat.id || (seat.email !== "" && each.email === seat.email);
			if (
				given.some(same) ||
				seats.slice(0, seats.indexOf(seat)).some(({ email }) => seat.email !== "" && email === seat.email)
			) {
				done.had += 1;
				continue;
			}
			const id = ids.next();
			await stores.facts.write({
				...{ kind: "distribution", id, verb: "add", expectedVersion: 0 },
				patch: {
					...{
						jurisdictionId: state.id,
						paper,
						documentId,
						teamId: seat.teamId,
						seatId: seat.id,
						recipient: seat.name,
					},
					...{ email: seat.email, channel: seat.email === "" ? "paper" : "mail" },
					...{ sentOn: dayOf(clock()), receivedOn: null },
				},
				...{ jurisdictionId: state.id, root: state.id, role, reason: "" },
			});
			if (seat.email === "") done.onPaper += 1;
			else {
				done.mailed += 1;
				await stores.jobs.enqueue("mail-distribution", { distributionId: id });
			}
		}
		return done;
	},
});
