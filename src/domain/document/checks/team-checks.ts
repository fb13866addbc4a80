import type { TeamNode } from "../../plan/plan-graph.ts";
import type { TeamGroup } from "../edition.ts";
import type { CheckFunction, CheckInput } from "./check-result.ts";
import { documentPlace } from "./plan-parts.ts";

/** Each group has a member on the team, or has been consulted where that is enough (SIP-80 to SIP-95). */
export const teamGroup: CheckFunction<"team-group"> = (input) =>
	groupsOf(input, input.check.groups)
		.filter((group) => isAskedOf(group, input))
		.filter((group) => !inGroup(input, group).some((node) => input.check.consultedIsEnough || isMember(node)))
		.map((group) => hit(input, group));

/** Who was consulted and is not on the team was consulted on a day (SIP-85 to SIP-95). */
export const consultationDated: CheckFunction<"consultation-dated"> = (input) =>
	groupsOf(input, input.check.groups)
		.filter((group) => {
			const nodes = inGroup(input, group);
			return nodes.length > 0 && nodes.every((node) => !isMember(node) && node.member.on === null);
		})
		.map((group) => hit(input, group));

/** None of these groups is there; none of them need be (SIP-96). */
export const someOfGroups: CheckFunction<"some-of-groups"> = (input) => {
	const groups = groupsOf(input, input.check.groups);
	if (groups.some((group) => inGroup(input, group).length > 0)) return [];
	const names = groups.map((group) => group.label).join("; ");
	return [{ place: documentPlace(input.graph, "team", input.edition.words.team), words: { groups: names } }];
};

type TeamInput = Pick<CheckInput<"team-group">, "graph" | "edition">;

function groupsOf({ edition }: TeamInput, ids: readonly string[]): readonly TeamGroup[] {
	return ids.map((id) => {
		const group = edition.teamGroups.find((each) => each.id === id);
		if (!group) throw new RangeError(`Edition ${edition.id} has no team group "${id}".`);
		return group;
	});
}

function isAskedOf(group: TeamGroup, { graph }: TeamInput): boolean {
	return group.when === undefined || graph.jurisdiction[group.when.feature] === group.when.is;
}

function inGroup({ graph }: TeamInput, group: TeamGroup): readonly TeamNode[] {
	return graph.team.filter(({ member }) => member.group === group.id);
}

function isMember({ member }: TeamNode): boolean {
	return member.participation === "member";
}

function hit({ graph }: TeamInput, group: TeamGroup) {
	return { place: documentPlace(graph, `team.${group.id}`, group.label), words: { group: group.label } };
}
