import { Hono } from "hono";
import { findSelfAssessment } from "../../../domain/document/self-assessment.ts";
import { addTeamMember } from "../../../operations/add-team-member.ts";
import { changePart } from "../../../operations/change-part.ts";
import { InvalidInput, NotFound } from "../../../operations/errors.ts";
import { memberPath, planPath } from "../../../web/pages/plans/plan-paths.ts";
import { TeamMemberPage } from "../../../web/pages/plans/team-member-form.tsx";
import { TeamPage } from "../../../web/pages/plans/team-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { answerSave, type SaveResult } from "./answer-save.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";
import { readValues, type ValueReader } from "./read-values.ts";
import { savePart } from "./save-part.ts";

/** The team of a plan: list, add, change. Removing and moving is done like any part of the plan. */
export function planTeamRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	routes.get("/:documentId/team", async (context) => {
		const group = context.req.query("group");
		const typed = group ? { key: "add-member", values: { group: [group] }, problems: [] } : undefined;
		const { plan } = await openPlanPage(context, services, typed);
		return answerPage(context, TeamPage({ plan }));
	});

	routes.post("/:documentId/team", async (context) => {
		const form = await readForm(context);
		const documentId = pathId(context, "documentId");
		const read = readValues(form);
		const input = { documentId, ...readParty(read), ...readMember(read) };
		try {
			if (read.problems.length > 0) throw new InvalidInput(read.problems);
			await perform(addTeamMember, visitOf(context).person, input);
			return answerDone(context, planPath(documentId, "/team"), `${input.name} is on the list.`);
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			const typed = { key: "add-member", values: form.values(), problems: error.problems };
			const { plan } = await openPlanPage(context, services, typed);
			return answerPage(context, TeamPage({ plan }), 422);
		}
	});

	routes.post("/:documentId/team/take-over", async (context) => {
		const { plan, documentId } = await openPlanPage(context, services);
		const { graph } = plan;
		const named = findSelfAssessment(graph)?.document;
		const here = new Set(graph.team.map(({ member }) => member.partyId));
		let taken = 0;
		for (const { documentId: from, partyId, group, participation, on } of graph.linked.teamMembers) {
			if (from !== named?.id || here.has(partyId)) continue;
			here.add(partyId);
			const known = plan.edition.teamGroups.some(({ id }) => id === group) ? group : "";
			const member = { documentId, partyId, name: "", affiliation: "", group: known, participation, on };
			await perform(addTeamMember, visitOf(context).person, member);
			taken += 1;
		}
		const notice = taken === 1 ? "One member was taken over." : `${taken} members were taken over.`;
		return answerDone(context, planPath(documentId, "/team"), notice);
	});

	routes.get("/:documentId/team/:memberId", async (context) => {
		const opened = await openPlanPage(context, services);
		return answerPage(
			context,
			TeamMemberPage({ plan: opened.plan, node: getMember(opened, pathId(context, "memberId")) }),
		);
	});

	routes.post("/:documentId/team/:memberId", async (context) => {
		const form = await readForm(context);
		const opened = await openPlanPage(context, services);
		const memberId = pathId(context, "memberId");
		return answerSave(context, services, {
			form,
			key: `team-member-${memberId}`,
			save: () => saveMember(services, visitOf(context).person, opened, memberId, form),
			page: (again) => TeamMemberPage({ plan: again.plan, node: getMember(again, memberId) }),
			done: () => memberPath(opened.documentId, memberId),
		});
	});
	return routes;
}

function getMember({ plan }: OpenedPlan, id: string) {
	const node = plan.graph.team.find(({ member }) => member.id === id);
	if (!node) throw new NotFound("This member is not on the team any more. See the plan's history.");
	return node;
}

/** The person or group, and their part in the team, are two facts: each is saved, and each may clash on its own. */
async function saveMember(
	{ perform }: AppServices,
	person: Parameters<AppServices["perform"]>[1],
	opened: OpenedPlan,
	memberId: string,
	form: SentForm,
): Promise<SaveResult> {
	const { documentId } = opened;
	const { party } = getMember(opened, memberId);
	const read = readValues(form);
	const [partyPatch, memberPatch] = [readParty(read), readMember(read)];
	if (read.problems.length > 0) return { versions: {}, savedAt: "", problems: read.problems };
	const reason = "";
	const saved = [
		...(party
			? [
					await savePart(
						"party",
						() => {
							const version = Number(form.text("partyVersion")) || 1;
							return perform(changePart, person, {
								documentId,
								kind: "party",
								id: party.id,
								version,
								reason,
								patch: partyPatch,
							});
						},
						{ version: "partyVersion" },
					),
				]
			: []),
		await savePart("team-member", () => {
			const version = Number(form.text("version")) || 1;
			return perform(changePart, person, {
				documentId,
				kind: "team-member",
				id: memberId,
				version,
				reason,
				patch: memberPatch,
			});
		}),
	];
	const clashes = saved.flatMap((each) => each.clashes ?? []);
	return {
		versions: Object.assign({}, ...saved.map((each) => each.versions)),
		savedAt: saved.at(-1)?.savedAt ?? "",
		...(clashes.length > 0 ? { clashes } : {}),
	};
}

function readParty(read: ValueReader) {
	const party = { name: read.text("name", 200).trim(), affiliation: read.text("affiliation", 300).trim() };
	if (party.name === "") read.problems.push({ field: "name", message: "Give the name of the person or group." });
	return party;
}

function readMember(read: ValueReader) {
	return {
		group: read.text("group", 80),
		participation: read.choice("participation", ["member", "consulted"]),
		on: read.date("on"),
	};
}
