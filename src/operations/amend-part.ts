import { z } from "zod";
import { isPlainDate, PlainDate, plainDate } from "../domain/calendar/plain-date.ts";
import { type AmendedField, Amendment } from "../domain/plan/carry-over-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput, NotFound, Refused, StaleVersion } from "./errors.ts";
import { getEdition, openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { dayOf } from "./plan-checks.ts";
import { getPart } from "./plan-part.ts";

/** What can be negotiated anew of each kind of part. */
const amendable = {
	goal: ["statement"],
	objective: ["statement"],
	strategy: ["statement"],
	milestone: ["statement", "dueOn"],
	target: ["value", "by"],
} as const satisfies Readonly<Record<Fact<"amendment">["partKind"], readonly AmendedField[]>>;

/**
 * Keeps in a yearly paper what county and authority have negotiated anew: what a goal, or what serves it, said before, what it says
 * now, why, and who agreed. It holds from that day on in the plan in force; what was submitted stays as it was submitted.
 */
export const amendPart = defineOperation({
	name: "amend-part",
	title: "Amend a part of a plan in force",
	http: { method: "post", path: "/plans/{documentId}/amendments" },
	input: Amendment.pick({
		partKind: true,
		partId: true,
		field: true,
		reason: true,
		circumstance: true,
		agreedBy: true,
	}).extend({
		documentId: z.uuid(),
		version: z.coerce.number().int().min(1),
		after: z.string().trim().min(1, "Write what was agreed.").max(2000),
		reason: z.string().trim().min(1, "Say why it was negotiated anew.").max(2000),
		agreedBy: z.string().trim().min(1, "Name who agreed, of both sides.").max(500),
		agreedOn: PlainDate,
	}),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const { clock, ids, stores } = context;
		const { document, role } = await openPlan(context, input.documentId);
		if (!document.updateOf) {
			throw new Refused(
				"An amendment is kept in a yearly paper. While the plan itself is drafted, change it directly.",
			);
		}
		if (getEdition(document).improvement) {
			throw new Refused(
				"A Program Improvement Plan is negotiated anew on its own page, under “Renegotiation”: its progress reports print it.",
			);
		}
		const { partKind, field, after, agreedOn } = input;
		if (!(amendable[partKind] as readonly AmendedField[]).includes(field)) {
			const known = amendable[partKind].join(" or ");
			throw new InvalidInput([{ field: "field", message: `Of this part, ${known} can be negotiated anew.` }]);
		}
		if (agreedOn > dayOf(clock())) {
			throw new InvalidInput([{ field: "agreedOn", message: "The day of the agreement has not come yet." }]);
		}
		const part = await getPart(stores, document.id, partKind, input.partId);
		if (part.version !== input.version) throw new StaleVersion(part.version);
		const value = agreedValue(field, after);
		const before = String((part as Readonly<Record<string, unknown>>)[field] ?? "");
		if (before === String(value)) {
			throw new InvalidInput([
				{ field: "after", message: "This is what it says already. Write what was agreed instead." },
			]);
		}
		const { jurisdictionId } = document;
		const id = ids.next();
		await stores.facts.write({
			...{
				kind: "amendment",
				id,
				verb: "add",
				expectedVersion: 0,
				jurisdictionId,
				root: document.id,
				role,
				reason: "",
			},
			patch: {
				...{ jurisdictionId, documentId: document.id, partKind, partId: part.id, field, before, after: String(value) },
				...{ reason: input.reason, circumstance: input.circumstance, agreedBy: input.agreedBy, agreedOn },
			},
		});
		await stores.facts.write({
			...{ kind: partKind, id: part.id, verb: "change", expectedVersion: part.version, jurisdictionId, role },
			// In the history of the plan in force, where it holds.
			root: document.updateOf,
			patch: { [field]: value, ...(field === "dueOn" ? { timeframeMonths: null } : {}) },
			reason: `${reasonText(input)} Agreed by ${input.agreedBy} on ${agreedOn}.`.slice(0, 2000),
		});
		const [carried] = await stores.facts.list("carried-part", { documentId: document.id, partId: await carrierOf() });
		if (!carried) throw new NotFound("This part is not among those that the paper carries over.");
		await stores.facts.write({
			...{
				kind: "carried-part",
				id: carried.id,
				verb: "change",
				expectedVersion: carried.version,
				jurisdictionId,
				role,
			},
			...{ root: document.id, patch: { standing: "changed" }, reason: "" },
		});
		return { id };

		/** A target is carried over with its objective. */
		async function carrierOf(): Promise<string> {
			return partKind === "target" ? ((await stores.facts.find("target", part.id))?.objectiveId ?? "") : part.id;
		}
	},
});

/** As the history and the list of revisions say it. */
function reasonText({ reason, circumstance }: { readonly reason: string; readonly circumstance: string }): string {
	return circumstance === "" ? `Amended: ${reason}` : `Amended: ${reason} Changed circumstance: ${circumstance}`;
}

function agreedValue(field: AmendedField, text: string): string | number {
	if (field === "dueOn" || field === "by") {
		if (isPlainDate(text)) return plainDate(text);
		throw new InvalidInput([{ field: "after", message: "Give the day that was agreed, for example 2027-06-30." }]);
	}
	if (field !== "value") return text;
	const number = Number(text.replace(/%$/, "").replaceAll(",", ""));
	if (Number.isFinite(number)) return number;
	throw new InvalidInput([{ field: "after", message: "Give the number that was agreed, for example 12.5." }]);
}
