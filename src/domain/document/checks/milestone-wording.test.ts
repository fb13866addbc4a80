import { expect, test } from "vitest";
import { judgeMilestoneWording } from "./milestone-wording.ts";
import { pastParticiple } from "./past-participle.ts";

test.each([
	"Training for all staff completed.",
	"All staff trained",
	"Protocol signed by Probation and Child Welfare",
	"Two social workers hired",
	"After-care plan in place for every family that goes home",
	"Review of 40 re-entry cases completed",
	"Contract with the provider let and first families served",
	"First quarterly report sent to the Juvenile Court",
	"Plan for after-care written",
])("SIP-61: worded as done: %s", (statement) => expect(judgeMilestoneWording(statement)).toEqual({ wording: "done" }));

test.each([
	["All staff will be trained.", "promise", "All staff trained."],
	[
		"All social workers will be trained in safety planning",
		"promise",
		"All social workers trained in safety planning.",
	],
	["Protocol to be written by the workgroup", "promise", "Protocol written by the workgroup."],
	["The agency will develop a protocol for visits", "promise", "Protocol developed for visits."],
	["CWS plans to hire two parent partners", "promise", "Two parent partners hired."],
	["Develop a protocol for transition visits", "task", "Protocol developed for transition visits."],
	["Write and sign an agreement with Probation", "task", "Agreement written and signed with Probation."],
	["Train all staff", "task", "All staff trained."],
	["Review the files of 40 children", "task", "Files of 40 children reviewed."],
	["Submit the report to the Board", "task", "Report submitted to the Board."],
	["Hold four parent meetings", "task", "Four parent meetings held."],
] as const)("SIP-61: %s", (statement, wording, suggestion) =>
	expect(judgeMilestoneWording(statement)).toEqual({ wording, suggestion }),
);

test.each([
	["Continue to work with the schools", "task"],
	["Explore options", "task"],
	["Work with community partners", "task"],
	["Monthly meetings with Probation", "unclear"],
	["Review", "task"],
	["", "unclear"],
	["Staff should know the protocol", "promise"],
] as const)("SIP-61: no rewriting is offered where none would be right: %s", (statement, wording) => {
	const judged = judgeMilestoneWording(statement);
	expect(judged).toMatchObject({ wording, suggestion: undefined });
});

test.each([
	["train", "trained"],
	["hire", "hired"],
	["identify", "identified"],
	["deploy", "deployed"],
	["submit", "submitted"],
	["write", "written"],
	["hold", "held"],
])("the past participle of %s is %s", (verb, participle) => expect(pastParticiple(verb)).toBe(participle));

test("a suggestion is itself worded as done", () => {
	for (const verb of ["train", "develop", "hire", "write", "submit", "review", "hold", "identify", "contract"]) {
		const judged = judgeMilestoneWording(`The county will ${verb} the new team`);
		const suggestion = judged.wording === "done" ? undefined : judged.suggestion;
		expect(judgeMilestoneWording(suggestion ?? "")).toEqual({ wording: "done" });
	}
});
