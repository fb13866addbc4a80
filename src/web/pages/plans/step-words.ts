import type { DocumentAction, DocumentState } from "../../../domain/workflow/document-workflow.ts";

/** Who is to act while a plan stands in a state. */
export const waitingWords: Readonly<Record<DocumentState, string>> = {
	drafting: "The plan is being written. Once nothing is left to fix, it can be marked as ready for signature.",
	ready:
		"The plan waits for its signatures, and for the Board where its edition asks for one. Its text cannot change now.",
	"board-approved":
		'The Board has approved the plan. It can be submitted once both directors have signed and nothing is missing on the page "Approval". Its text cannot change now.',
	submitted: "The plan waits for the State's review. Its text cannot change now.",
	returned: "The State has returned the plan. Read the reasons, then take up the writing again.",
	accepted: "The State has accepted the plan. It is in force.",
};

/** What a step does, in sentences, for the page that asks before it is taken. */
export const whatHappens: Readonly<Record<DocumentAction, readonly string[]>> = {
	"mark-ready": [
		"The text can no longer be changed, so that what is signed is what was read.",
		"The director and the chief probation officer can sign it, submit it or reopen it.",
		"Nothing is sent to the State yet.",
	],
	reopen: ["The text can be changed again.", "The plan must be marked as ready again before it can be submitted."],
	"approve-by-board": [
		'The plan stands as approved by the Board, with the action that is recorded on the page "Approval".',
		"Once both directors have signed, it can be submitted.",
		"Nothing is sent to the State yet.",
	],
	submit: [
		"The plan goes to the State as it stands now, with today's date on its cover sheet.",
		"A copy with its figures is kept for ever, with a checksum.",
		"The people at the State who review plans are told by mail.",
		"Those who signed and the contact of the plan get a receipt with the checksum.",
		"You can recall it, with a reason, until the State has answered.",
	],
	recall: [
		"The submission is taken back and the plan can be changed again.",
		"What was sent stays on record as it was sent.",
		"The people at the State are told by mail, with your reason.",
	],
	return: [
		"The plan goes back to the county with your reasons.",
		"The county's people are told by mail.",
		"What was submitted stays on record as it was sent.",
	],
	revise: ["The plan goes back to drafting and its text can be changed.", "The State's reasons stay in the history."],
	accept: [
		"The plan is accepted with today's date. Its text cannot be changed any more.",
		"The county's people are told by mail.",
	],
};

/** What the reason is for, where a step asks for one. */
export const reasonHints: Readonly<Record<DocumentAction, string>> = {
	"mark-ready": "A word to those who sign, if you like.",
	reopen: "What still has to change.",
	"approve-by-board": "A note for the history, if you like.",
	submit: "A word to the State, if you like.",
	recall: "The State reads it.",
	return: "What has to change, and where. The county reads it word for word.",
	revise: "A note for the history, if you like.",
	accept: "A word to the county, if you like.",
};
