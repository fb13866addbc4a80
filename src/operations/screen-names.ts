import { z } from "zod";
import { toPlainTextLines } from "../documents/neutral/plain-text.ts";
import { findNames } from "../domain/document/find-names.ts";
import { screenedText } from "../domain/document/screened-text.ts";
import { buildPaper } from "./build-paper.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";

/**
 * Searches a document for names of children and families before it leaves the agency (INT-14): the person gives the names, one a
 * line, and gets each place where one stands. Kept is that this very text was searched, by whom, for how many names and with how many
 * places; the names are not kept.
 */
export const screenNames = defineOperation({
	name: "screen-names",
	title: "Search a plan for names",
	http: { method: "post", path: "/plans/{documentId}/name-screenings" },
	input: z.object({
		documentId: z.uuid(),
		names: z.string().max(200_000).describe("One name a line."),
		note: z
			.string()
			.trim()
			.max(2000)
			.default("")
			.describe("Where the names are from; what of the places is no child's name."),
	}),
	output: z.object({
		names: z.int(),
		places: z.array(z.object({ name: z.string(), line: z.string() })),
	}),
	async run(context, input): Promise<{ names: number; places: { name: string; line: string }[] }> {
		const { actor, clock, ids, stores } = context;
		const facts = await stores.plans.find(input.documentId);
		if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
		const { id: documentId, jurisdictionId } = facts.document;
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(jurisdictionId));
		const names = [...new Set(input.names.split(/[\r\n]+/u).map((name) => name.trim()))].filter((name) => name !== "");
		const refuse = (message: string) => new InvalidInput([{ field: "names", message }]);
		if (names.length === 0) throw refuse("Give the names to look for, one a line.");
		if (names.length > 10_000) throw refuse("At most 10,000 names can be looked for at once.");
		const short = names.find((name) => name.length < 2);
		if (short) throw refuse(`"${short}" is one letter: it would be found everywhere. Give whole names.`);
		const lines = toPlainTextLines(await buildPaper(context, facts));
		const places = findNames(names, lines);
		await stores.facts.write({
			...{ kind: "name-screening", id: ids.next(), verb: "add", expectedVersion: 0 },
			...{ jurisdictionId, root: documentId, role, reason: "" },
			patch: {
				...{ jurisdictionId, documentId, screenedOn: dayOf(clock()), textSha256: ids.hash(screenedText(facts)) },
				...{ names: names.length, places: places.length, note: input.note },
			},
		});
		return { names: names.length, places };
	},
});
