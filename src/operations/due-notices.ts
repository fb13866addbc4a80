import { z } from "zod";
import { type DueDate, dueDates, planBack } from "../domain/calendar/due-dates.ts";
import { type NoticeKind, type OwnedDueDate, planNotices } from "../domain/calendar/due-notices.ts";
import { addDays, PlainDate } from "../domain/calendar/plain-date.ts";
import { dueDoneOn } from "../domain/planning/due-done.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { getState } from "./get-state.ts";
import { defineOperation, requireRole } from "./operation.ts";
import type { Stores } from "./ports.ts";
import { getStateCalendar } from "./state-calendar.ts";

const NoticeKindInput = z.enum(["owner", "digest", "escalation"]);

/** One mail about due dates that is to be sent on a day. */
export type DueNotice = {
	readonly jurisdictionId: string;
	readonly stateName: string;
	readonly person: { readonly id: string; readonly name: string; readonly email: string };
	readonly kind: NoticeKind;
	readonly dueDates: readonly { readonly name: string; readonly covers: string; readonly on: PlainDate }[];
};

/** Works out who gets a mail about due dates on a day, and what stands in it. Done by the installation. */
export const listDueNotices = defineOperation({
	name: "list-due-notices",
	title: "Work out who is mailed about due dates",
	http: { method: "get", path: "/internal/due-notices" },
	input: z.object({
		day: PlainDate,
		only: z.object({ jurisdictionId: z.uuid(), personId: z.uuid(), kind: NoticeKindInput }).optional(),
	}),
	output: z.array(
		z.object({
			jurisdictionId: z.uuid(),
			stateName: z.string(),
			person: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
			kind: NoticeKindInput,
			dueDates: z.array(z.object({ name: z.string(), covers: z.string(), on: PlainDate })),
		}),
	),
	async run({ actor, stores }, { day, only }): Promise<readonly DueNotice[]> {
		requireRole(actor, "jurisdiction.manage", []);
		const states = (await stores.facts.list("jurisdiction", { kind: "state" })).filter(
			({ id }) => !only || id === only.jurisdictionId,
		);
		const notices: DueNotice[] = [];
		for (const state of states) {
			// A step may lie as long before what it leads to as a step may.
			const to = addDays(day, 60 + longestStep);
			const owned = await ownedDueDates(stores, state, { day, from: addDays(day, -365), to });
			// What nobody owns is nobody's to be mailed about; it stands on the page of due dates.
			const mailed = await withSteps(
				stores,
				state,
				owned.dueDates.filter(({ ownerIds }) => ownerIds.length > 0),
			);
			for (const { personId, kind, dueDates: told } of planNotices(day, mailed, owned.readers)) {
				if (only && (personId !== only.personId || kind !== only.kind)) continue;
				const person = await stores.facts.find("person", personId);
				if (!person?.active) continue;
				const { id, name, email } = person;
				notices.push({
					...{ jurisdictionId: state.id, stateName: state.name, person: { id, name, email }, kind },
					dueDates: told.map((each) => ({ name: each.name, covers: each.covers, on: each.on })),
				});
			}
		}
		return notices;
	},
});

/** How many days before something is due a step may lie at most. */
const longestStep = 730;

/** The State's own steps beside what they lead to, as due dates of the same owners. */
async function withSteps(
	stores: Stores,
	state: Fact<"jurisdiction">,
	found: readonly OwnedDueDate[],
): Promise<readonly OwnedDueDate[]> {
	const steps = await stores.facts.list("planning-step", { jurisdictionId: state.id });
	return found.flatMap((due) => [
		due,
		...planBack(
			due.on,
			steps.filter(({ ruleId }) => ruleId === due.ruleId),
		).map(({ label, on, daysBefore }) => ({
			...{ ...due, on, isStep: true, name: `${label} (${daysBefore} days before ${due.name})` },
		})),
	]);
}

/**
 * Due dates of a State in a span with their owners, and who reads what is late. The register names the owner; where it does not, whoever
 * holds the role that the planning rules give, and where that is vacant, whoever is accountable.
 */
export async function ownedDueDates(
	stores: Stores,
	state: Fact<"jurisdiction">,
	{ day, from, to }: { readonly day: PlainDate; readonly from: PlainDate; readonly to: PlainDate },
): Promise<{
	readonly dueDates: readonly (OwnedDueDate & DueDate & { readonly doneOn: PlainDate | null })[];
	readonly readers: { readonly digest: readonly string[]; readonly escalation: readonly string[] };
}> {
	const here = { jurisdictionId: state.id };
	const { calendar, framework, planningRules } = await getStateCalendar(stores, state);
	const plans = await stores.facts.list("statewide-plan", here);
	const proofs = {
		"due-completion": await stores.facts.list("due-completion", here),
		"visit-report": await stores.facts.list("visit-report", here),
		"panel-report": await stores.facts.list("panel-report", here),
		"planning-event": await stores.facts.list("planning-event", here),
		"event-guest": await stores.facts.list("event-guest", here),
		...{ rules: planningRules, today: day },
		regionIds: (await stores.facts.list("jurisdiction", { parentId: state.id }))
			.filter(({ kind }) => kind === "region")
			.map(({ id }) => id),
	};
	const roles = await stores.facts.list("planning-role", here);
	const holders = (role: string | undefined) => [
		...new Set(
			roles
				.filter((each) => each.role === role && each.startsOn <= day && (each.endsOn === null || each.endsOn >= day))
				.flatMap(({ personId }) => personId ?? []),
		),
	];
	const ownersOf = ({ ruleId, on }: DueDate): readonly string[] => {
		const named = plans.filter((each) => each.dueRuleId === ruleId).flatMap(({ ownerPersonId }) => ownerPersonId ?? []);
		if (named.length > 0) return [...new Set(named)];
		const role = planningRules?.dueOwners.find(({ rule }) => rule === ruleId)?.role;
		// What was due before the State followed the rules is nobody's.
		if (role === undefined || framework === undefined || on < framework.followedFrom) return [];
		const held = holders(role);
		return held.length > 0 ? held : holders(planningRules?.accountableRole);
	};
	const found = dueDates({ ...calendar, from, to }).map((each) => {
		const doneOn = dueDoneOn(proofs, each);
		return { ...each, ownerIds: ownersOf(each), doneOn, done: doneOn !== null };
	});
	return {
		dueDates: found,
		readers: { digest: holders(planningRules?.coordinatorRole), escalation: holders(planningRules?.accountableRole) },
	};
}

/**
 * Claims a mail before it is handed over: true for the first who asks. A job that is tried again finds it claimed and sends nothing; one
 * that failed in a way that can be mended may be claimed again. Done by the installation.
 */
export const claimDueNotice = defineOperation({
	name: "claim-due-notice",
	title: "Claim a mail about due dates before it is sent",
	http: { method: "post", path: "/internal/due-notices/claim" },
	input: z.object({ jurisdictionId: z.uuid(), personId: z.uuid(), kind: NoticeKindInput, day: PlainDate }),
	output: z.object({ claimed: z.boolean() }),
	async run({ actor, ids, stores }, { jurisdictionId, personId, kind, day }): Promise<{ claimed: boolean }> {
		requireRole(actor, "jurisdiction.manage", []);
		const state = await getState(stores, jurisdictionId);
		const id = ids.named("due-notice", jurisdictionId, personId, kind, day);
		const known = await stores.facts.find("due-notice", id);
		if (known && known.state !== "failed") return { claimed: false };
		await stores.facts.write({
			...{ kind: "due-notice", id, verb: known ? "change" : "add", expectedVersion: known?.version ?? 0 },
			patch: { jurisdictionId, personId, day, noticeKind: kind, state: "claimed" },
			...{ jurisdictionId: state.id, root: state.id, role: "installation", reason: "" },
		});
		return { claimed: true };
	},
});

/** Says how the handing over of a claimed mail went. Done by the installation. */
export const settleDueNotice = defineOperation({
	name: "settle-due-notice",
	title: "Say how a mail about due dates went",
	http: { method: "post", path: "/internal/due-notices/settle" },
	input: z.object({
		...{ jurisdictionId: z.uuid(), personId: z.uuid(), kind: NoticeKindInput, day: PlainDate },
		state: z.enum(["sent", "failed"]),
	}),
	output: z.object({ settled: z.boolean() }),
	async run({ actor, ids, stores }, { jurisdictionId, personId, kind, day, state }): Promise<{ settled: boolean }> {
		requireRole(actor, "jurisdiction.manage", []);
		const id = ids.named("due-notice", jurisdictionId, personId, kind, day);
		const known = await stores.facts.find("due-notice", id);
		if (!known) return { settled: false };
		await stores.facts.write({
			...{ kind: "due-notice", id, verb: "change", expectedVersion: known.version, patch: { state } },
			...{ jurisdictionId, root: jurisdictionId, role: "installation", reason: "" },
		});
		return { settled: true };
	},
});
