import { formatDate, type PlainDate } from "../../domain/calendar/plain-date.ts";
import type { ReportStanding } from "../../domain/planning/answer-due.ts";
import { panelDecisionLabels } from "../../domain/planning/planning-facts.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import {
	heading,
	keyValue,
	keyValues,
	neutralDocument,
	paragraph,
	paragraphs,
	section,
	signature,
	strong,
} from "../neutral/build-blocks.ts";
import type { ContentBlock, NeutralDocument } from "../neutral/neutral-document.ts";

export type PanelAnswer = ReportStanding & {
	readonly stateName: string;
	readonly today: PlainDate;
	readonly panel: Fact<"review-panel">;
	readonly goals: readonly Fact<"goal">[];
	/** To whom the answer went or goes beside the panel: the child protection systems of the State and its places. */
	readonly recipients: readonly string[];
	/** Who answers for the agency's planning, as name and position. */
	readonly signer: { readonly name: string; readonly title: string } | undefined;
	readonly versionHash: string;
};

/** The agency's written answer to a report of a citizen review panel: each recommendation in the panel's words, and what is done about it. */
export function buildPanelAnswer(answer: PanelAnswer): NeutralDocument {
	const { stateName, today, panel, report, dueOn, recommendations, open, recipients, signer, versionHash } = answer;
	const { answerSentOn } = report;
	const title = `Answer to the ${panel.name}: ${report.title}`;
	const label = answerSentOn
		? `Sent on ${formatDate(answerSentOn)}`
		: open > 0
			? `Draft: ${open} of ${recommendations.length} not answered yet`
			: "Not sent yet";
	return neutralDocument(
		{
			...{ title, language: "en", author: stateName, created: answerSentOn ?? today, versionHash },
			edition: "42 U.S.C. 5106a(c)(6)",
			status: { label, draft: answerSentOn === null },
		},
		[
			section("narrative", "answer", [
				heading(1, title),
				keyValues([
					keyValue("To", panel.chair === "" ? panel.name : `${panel.name}, ${panel.chair}`),
					...(recipients.length > 0 ? [keyValue("And to", recipients.join("; "))] : []),
					keyValue("Report received", formatDate(report.receivedOn)),
					keyValue("Answer due", `${formatDate(dueOn)}, six months after the report was received`),
				]),
				...(recommendations.length === 0
					? [paragraph("No recommendation of this report has been noted.")]
					: recommendations.flatMap((each) => recommendationBlocks(answer, each))),
				signature({
					...{ id: "signed", label: "For the agency" },
					...(signer ? { name: signer.name, ...(signer.title === "" ? {} : { title: signer.title }) } : {}),
				}),
			]),
		],
	);
}

function recommendationBlocks(
	{ goals }: PanelAnswer,
	{ position, text, decision, answer, effect, goalId }: Fact<"panel-recommendation">,
): readonly ContentBlock[] {
	const goal = goals.find(({ id }) => id === goalId);
	return [
		heading(2, `Recommendation ${position}`),
		paragraph(strong("The panel’s words")),
		...paragraphs(text),
		paragraph([strong("Answer"), `: ${panelDecisionLabels[decision].toLowerCase()}`]),
		...paragraphs(answer),
		...(effect === "" ? [] : [paragraph(strong("What it changed")), ...paragraphs(effect)]),
		...(goal ? [paragraph([strong("Goal of the five-year plan"), `: ${goal.statement}`])] : []),
	];
}
