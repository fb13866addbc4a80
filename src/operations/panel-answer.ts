import { z } from "zod";
import { NeutralDocument } from "../documents/neutral/neutral-document.ts";
import { buildPanelAnswer } from "../documents/planning/panel-answer-paper.ts";
import { PlainDate } from "../domain/calendar/plain-date.ts";
import { type ReportStanding, reportStandings } from "../domain/planning/answer-due.ts";
import { roleHolders } from "../domain/planning/planning-view.ts";
import { canonicalText } from "../domain/workflow/action.ts";
import { InvalidInput, NotFound, Refused } from "./errors.ts";
import { defineOperation, type OperationContext, requireRole } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { dayOf } from "./plan-checks.ts";
import { loadPlanning } from "./planning-view.ts";

const noReport = "There is no such report of a panel. See the list of reports.";

/** The written answer to a report of a citizen review panel as a neutral document. */
export const getPanelAnswer = defineOperation({
	name: "get-panel-answer",
	title: "Get the written answer to a report of a citizen review panel",
	http: { method: "get", path: "/planning-year/panel-reports/{reportId}/answer" },
	input: z.object({ reportId: z.uuid() }),
	output: z.object({ paper: NeutralDocument, fileName: z.string() }),
	async run(context, { reportId }): Promise<{ paper: NeutralDocument; fileName: string }> {
		const { standing, panel, view, state, planningRules } = await openReport(context, reportId);
		const paperName = nameOfAnswer(panel.name, standing);
		const recipients = view.facts.distribution
			.filter(({ paper, recipient }) => paper === paperName && recipient !== panel.name)
			.map(({ recipient }) => recipient)
			.toSorted((a, b) => a.localeCompare(b, "en"));
		const [accountable] = planningRules ? roleHolders(view, planningRules.accountableRole) : [];
		const paper = buildPanelAnswer({
			...{ ...standing, panel, recipients, stateName: state.name, today: view.today, goals: view.goals },
			signer: accountable && { name: accountable.name, title: accountable.title },
			versionHash: context.ids.hash(canonicalText([standing.report, ...standing.recommendations])),
		});
		return { paper, fileName: `panel-answer-${standing.report.receivedOn}` };
	},
});

/**
 * Notes that the written answer went out: to the panel, and to the child protection systems of the State and its places. Each is on the
 * list of papers given out, to wait for its receipt. Refused while a recommendation is not answered.
 */
export const sendPanelAnswer = defineOperation({
	name: "send-panel-answer",
	title: "Note that the answer to a citizen review panel was sent",
	http: { method: "post", path: "/planning-year/panel-reports/{reportId}/answer/send" },
	input: z.object({
		reportId: z.uuid(),
		version: z.coerce.number().int().min(1),
		sentOn: PlainDate,
		recipients: z
			.array(z.string().trim().min(1).max(200))
			.min(1, "Say which child protection systems of the State and its places get the answer, one a line.")
			.max(200),
	}),
	output: VersionOutput,
	async run(context, { reportId, version, sentOn, recipients }): Promise<{ version: number }> {
		const { actor, clock, ids, stores } = context;
		const { standing, panel, state } = await openReport(context, reportId);
		const role = requireRole(actor, "plan.write", await stores.jurisdictions.pathOf(state.id));
		const { report, open } = standing;
		if (open > 0) {
			throw new Refused(
				`${open} of ${standing.recommendations.length} recommendations are not answered yet. Answer each, then send the answer.`,
			);
		}
		if (standing.recommendations.length === 0) {
			throw new Refused(
				"No recommendation of this report is noted. Add them, and answer each, before the answer is sent.",
			);
		}
		if (sentOn < report.receivedOn || sentOn > dayOf(clock())) {
			const message = "Give a day from the one on which the report was received to today.";
			throw new InvalidInput([{ field: "sentOn", message }]);
		}
		const common = { jurisdictionId: state.id, root: state.id, role, reason: "" } as const;
		const saved = await stores.facts.write({
			...{ ...common, kind: "panel-report", id: report.id, verb: "change", expectedVersion: version },
			patch: { answerSentOn: sentOn },
		});
		const paper = nameOfAnswer(panel.name, standing);
		const known = await stores.facts.list("distribution", { jurisdictionId: state.id, paper });
		for (const recipient of new Set([panel.name, ...recipients])) {
			if (known.some((each) => each.recipient === recipient)) continue;
			const nothing = { documentId: null, teamId: null, seatId: null, email: "", receivedOn: null };
			await stores.facts.write({
				...{ ...common, kind: "distribution", id: ids.next(), verb: "add", expectedVersion: 0 },
				patch: { ...nothing, jurisdictionId: state.id, paper, recipient, channel: "paper", sentOn },
			});
		}
		return { version: saved };
	},
});

/** What the answer is called on the list of papers given out. */
function nameOfAnswer(panelName: string, { report }: ReportStanding): string {
	return `Answer to the ${panelName}: ${report.title}`.slice(0, 300);
}

async function openReport(context: OperationContext, reportId: string) {
	const report = await context.stores.facts.find("panel-report", reportId);
	if (!report) throw new NotFound(noReport);
	const planning = await loadPlanning(context, { jurisdictionId: report.jurisdictionId });
	const standing = reportStandings(planning.view.facts).find((each) => each.report.id === reportId);
	const panel = planning.view.facts["review-panel"].find(({ id }) => id === report.panelId);
	if (!standing || !panel) throw new NotFound(noReport);
	return { ...planning, standing, panel };
}
