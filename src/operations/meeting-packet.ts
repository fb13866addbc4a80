import type { NeutralDocument } from "../documents/neutral/neutral-document.ts";
import { buildMeetingPacket, type PacketAudience } from "../documents/planning/meeting-packet.ts";
import { checkRequirements } from "../domain/planning/check-requirements.ts";
import { recordsIn } from "../domain/planning/planning-view.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { Refused } from "./errors.ts";
import type { OperationContext } from "./operation.ts";
import { loadPlanning } from "./planning-view.ts";
import { newestFigures, yearlyResults } from "./statewide-status.ts";

export type MadePacket = {
	readonly paper: NeutralDocument;
	readonly meeting: Fact<"planning-event"> | undefined;
	readonly state: Fact<"jurisdiction">;
};

/** The packet of a year's meeting, made from what stands now. Refused where the State follows no planning rules. */
export async function makePacket(
	context: OperationContext,
	input: { readonly jurisdictionId: string; readonly year?: number | undefined; readonly audience: PacketAudience },
): Promise<MadePacket> {
	const { state, view, places, planningRules: rules } = await loadPlanning(context, input);
	if (!rules)
		throw new Refused("The State follows no planning rules yet: choose them on the page of the planning year.");
	const { facts, year } = view;
	const meeting = facts["planning-event"].findLast(
		({ eventKind, heldOn }) => eventKind === rules.yearlyMeeting && heldOn?.startsWith(String(year)),
	);
	const paper = buildMeetingPacket({
		...{ stateName: state.name, audience: input.audience, rules, view, meeting },
		services: await context.stores.facts.list("service", { jurisdictionId: state.id }),
		outputs: rules.recordKinds
			.filter(({ output }) => output)
			.map((kind) => ({ kind, records: recordsIn(view, "year", kind.id, rules.yearlyMeeting) })),
		yearly: await yearlyResults(context.stores, state.id),
		newest: await newestFigures(context.stores, places),
		standings: checkRequirements(rules, view),
	});
	return { paper, meeting, state };
}
