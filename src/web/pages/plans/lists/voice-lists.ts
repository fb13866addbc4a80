import {
	compensationFormWords,
	compensationStandingWords,
	consentWords,
	effectWords,
	engagementStageWords,
	livedExperienceWords,
} from "../../../../domain/document/entry-words.ts";
import { dollars } from "../../../../domain/money/cents.ts";
import type { Fact } from "../../../../domain/workflow/fact-kinds.ts";
import type { PlanContext } from "../plan-context.ts";
import { shorten } from "../plan-words.ts";
import {
	allPlans,
	choicesOf,
	componentField,
	dateWords,
	type PlanList,
	placeWords,
	strategyField,
} from "./plan-list.ts";

export const voices: PlanList<"partner-input"> = {
	slug: "voices",
	kind: "partner-input",
	title: "You said, we did",
	intro:
		"Who was heard at each stage, what they said and agreed to, and what it changed in the plan, or why it changed nothing. Name and words are printed, published and shown to others only as agreed, until the consent is withdrawn.",
	one: "voice",
	source: "User's guide of 2004, I.2 and Glossary: Partners",
	plans: allPlans,
	fields: [
		{
			name: "said",
			label: "What was said",
			hint: "In their own words, as far as you can.",
			control: "text",
			most: 4000,
		},
		{
			name: "partyId",
			label: "Who said it",
			control: "select",
			emptyLabel: "Somebody who is not on the team",
			optional: true,
			choices: ({ graph }) =>
				graph.team.flatMap(({ party }) =>
					party ? [{ value: party.id, label: [party.name, party.affiliation].filter(Boolean).join(", ") }] : [],
				),
		},
		{
			name: "meetingId",
			label: "At which meeting",
			control: "select",
			emptyLabel: "At none",
			optional: true,
			choices: ({ graph }) => graph.entries.meeting.map(({ id, title }) => ({ value: id, label: title })),
		},
		{ name: "saidOn", label: "Said on", control: "date", optional: true },
		{
			name: "stage",
			label: "Stage of the cycle",
			control: "select",
			emptyLabel: "Not said",
			optional: true,
			choices: () => choicesOf(engagementStageWords),
		},
		{
			name: "experience",
			label: "Lived experience",
			control: "select",
			emptyLabel: "Not said",
			optional: true,
			choices: () => choicesOf(livedExperienceWords),
		},
		{
			name: "summary",
			label: "What it was about, in your words",
			hint: "Without a name. It is shown where the person's own words may not be.",
			control: "text",
			most: 2000,
			optional: true,
		},
		{ name: "consent", label: "What they agreed to", control: "select", choices: () => choicesOf(consentWords) },
		{ name: "consentOn", label: "Agreed on", control: "date", optional: true },
		{
			name: "withdrawnOn",
			label: "Consent withdrawn on",
			hint: "From then on neither name nor words are in any draft. What was sent before stays as it was sent.",
			control: "date",
			optional: true,
		},
		{
			name: "compensation",
			label: "Payment for taking part",
			hint: "Amounts are on a page of their own, which only those who write the plan can open.",
			control: "select",
			choices: () => choicesOf(compensationStandingWords),
		},
		componentField("It is about", "The plan as a whole"),
		{ name: "effect", label: "What became of it", control: "select", choices: () => choicesOf(effectWords) },
		{
			name: "goalId",
			label: "The goal that it changed",
			control: "select",
			emptyLabel: "None",
			optional: true,
			choices: ({ graph, edition }) =>
				graph.components.flatMap(({ goals }) =>
					goals.map(({ goal, number }) => ({
						value: goal.id,
						label: `${edition.words.goal} ${number} ${shorten(goal.statement, 60)}`,
					})),
				),
		},
		strategyField("The strategy that it changed"),
		{ name: "did", label: "What was done, or why nothing was", control: "text", most: 4000 },
	],
	heading: (each) => shorten(each.said || each.summary || "Words not shown: there is no consent", 120),
	lines: (each, plan) => [
		["Who", plan.graph.team.find(({ party }) => party?.id === each.partyId)?.party?.name ?? ""],
		["Said on", dateWords(each.saidOn)],
		["Stage", each.stage === null ? "" : engagementStageWords[each.stage]],
		["Lived experience", each.experience === null ? "" : livedExperienceWords[each.experience]],
		["In our words", each.said === "" ? "" : each.summary],
		[
			"Agreed to",
			[
				consentWords[each.consent],
				each.consentOn === null ? "" : `agreed on ${dateWords(each.consentOn)}`,
				each.withdrawnOn === null ? "" : `withdrawn on ${dateWords(each.withdrawnOn)}`,
			]
				.filter(Boolean)
				.join("; "),
		],
		["Payment", each.compensation === "not-recorded" ? "" : compensationStandingWords[each.compensation]],
		["About", each.focusAreaId === null ? "" : placeWords({ ...each, strategyId: null }, plan)],
		["What became of it", effectWords[each.effect]],
		["Changed", each.effect === "changed" ? changedWords(each, plan) : ""],
		["What was done", each.did],
	],
};

export const payments: PlanList<"compensation"> = {
	slug: "compensation",
	kind: "compensation",
	title: "Payment for taking part",
	intro:
		"What people were given for their time and their effort. Only those who write the plan can open this page; nothing of it is printed or sent.",
	one: "payment",
	source: "Engagement of people with lived experience: compensation, with outreach, training and feedback",
	plans: allPlans,
	forWriters: true,
	fields: [
		{
			name: "inputId",
			label: "For what was heard",
			control: "select",
			emptyLabel: "For taking part as a whole",
			optional: true,
			choices: ({ graph }) =>
				graph.entries["partner-input"].map(({ id, said, summary }) => ({
					value: id,
					label: shorten(said || summary, 80),
				})),
		},
		{ name: "form", label: "Given as", control: "select", choices: () => choicesOf(compensationFormWords) },
		{ name: "amountCents", label: "Amount in dollars", hint: "Like 75 or 75.50.", control: "dollars", optional: true },
		{ name: "paidOn", label: "Paid on", hint: "Leave it empty until it is paid.", control: "date", optional: true },
		{ name: "note", label: "Note", control: "text", most: 1000, optional: true },
	],
	heading: (each) =>
		[compensationFormWords[each.form], each.amountCents === null ? "" : dollars(each.amountCents)]
			.filter(Boolean)
			.join(", "),
	lines: (each, { graph }) => {
		const heard = graph.entries["partner-input"].find(({ id }) => id === each.inputId);
		return [
			["For", heard ? shorten(heard.said || heard.summary, 120) : "Taking part as a whole"],
			["Paid on", each.paidOn === null ? "Not paid yet" : dateWords(each.paidOn)],
			["Note", each.note],
		];
	},
};

function changedWords(each: Fact<"partner-input">, plan: PlanContext): string {
	const goals = plan.graph.components.flatMap((component) => component.goals);
	const goal = goals.find((node) => node.goal.id === each.goalId);
	return [
		goal ? `${plan.edition.words.goal} ${goal.number}` : "",
		placeWords({ focusAreaId: null, strategyId: each.strategyId }, plan),
	]
		.filter(Boolean)
		.join("; ");
}
