import type { DocumentAction, DocumentState, ReviewPath } from "../../../domain/workflow/document-workflow.ts";

/** Who is to act while a plan stands in a state. */
const waitingWords: Readonly<Record<DocumentState, string>> = {
	drafting: "The plan is being written. Once nothing is left to fix, it can be marked as ready for signature.",
	ready:
		"The plan waits for its signatures, and for the Board where its edition asks for one. Its text cannot change now.",
	"board-approved":
		'The Board has approved the plan. It can be submitted once both directors have signed and nothing is missing on the page "Approval". Its text cannot change now.',
	submitted: "The plan waits for the State's review. Its text cannot change now.",
	"under-review": "The State is reviewing the plan. Its text cannot change now.",
	"recommendations-made":
		'The State has made recommendations. The county responds to each on the page "Questions and recommendations", and can revise the plan.',
	returned: "The State has returned the plan. Read the reasons, then take up the writing again.",
	"in-negotiation":
		'The county and the State do not agree. What each holds stands on the page "Negotiation"; it ends with an agreement, or the State assigns.',
	"assigned-by-state":
		'The State has the last word now. It sets contents on the page "Negotiation"; each keeps what stood there before.',
	accepted: "The State has accepted the plan. It is in force.",
};

/** What a step does, in sentences, for the page that asks before it is taken. */
const whatHappens: Readonly<Record<DocumentAction, readonly string[]>> = {
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
	"open-review": [
		"The review is recorded with today's date and your name. Units and people are chosen next.",
		"The county's people are told by mail that the review has begun.",
	],
	recommend: [
		"The recommendations that you wrote are shown to the county, which responds to each.",
		"The county's people are told by mail.",
	],
	return: [
		"The plan goes back to the county with your reasons.",
		"The county's people are told by mail.",
		"What was submitted stays on record as it was sent.",
	],
	revise: ["The plan goes back to drafting and its text can be changed.", "The State's reasons stay in the history."],
	negotiate: [
		"The plan is recorded as in negotiation, with what you do not agree on.",
		"The other side is told by mail.",
		"Participants and positions are recorded on the page Negotiation.",
	],
	assign: [
		"The negotiation ends without agreement. The State now sets contents or the degree of improvement.",
		"Each content that is set keeps what stood there before, with the State as its author.",
		"The county's people are told by mail, with your reason.",
	],
	accept: [
		"The plan is accepted with today's date. Its text cannot be changed any more.",
		"The county's people are told by mail.",
	],
	undo: [
		"The plan goes back to where it stood before the last step.",
		"The step and its being taken back both stay in the history.",
		"The other side is told by mail, with your reason.",
	],
};

/** The words where the authority has nobody signed in and its answers are recorded. */
const recordedWaiting: Partial<Record<DocumentState, string>> = {
	ready: "The plan waits to be submitted by the agency's director. Its text cannot change now.",
	submitted:
		"The plan was sent to the authority, which has nobody signed in here. When its letter comes, the director records the approval or the return. The text cannot change now.",
	returned: "The authority has returned the plan. Read its reasons, then take up the writing again.",
	accepted: "The authority has approved the plan. It is in force.",
};
const recordedSteps: Partial<Record<DocumentAction, readonly string[]>> = {
	"mark-ready": [
		"The text can no longer be changed, so that what is sent is what was read.",
		"The director can submit it or reopen it.",
		"Nothing is sent yet.",
	],
	submit: [
		"The plan is kept as it stands now, with today's date on its cover sheet, its figures and a checksum, for ever.",
		"Send the files to the authority on its own way: the program sends nothing there.",
		"You can recall it, with a reason, until the authority's answer is recorded.",
	],
	recall: [
		"The submission is taken back and the plan can be changed again.",
		"What was sent stays on record as it was sent.",
	],
	return: [
		"The plan goes back to those who write it, with the authority's reasons.",
		"The day and the letter are kept with the submission.",
		"What was submitted stays on record as it was sent.",
	],
	accept: [
		"The plan stands as approved on the day of the letter. Its text cannot be changed any more.",
		"The day and the letter are kept with the submission.",
	],
};
const recordedHints: Partial<Record<DocumentAction, string>> = {
	submit: "A note for the history, if you like.",
	recall: "It stays in the history.",
	return: "What the authority wants changed, in its words. Those who write the plan read it.",
	accept: "A note for the history, if you like.",
	undo: "It stays in the history.",
};

export function waitingWordsOf(state: DocumentState, review: ReviewPath): string {
	return (review === "recorded" ? recordedWaiting[state] : undefined) ?? waitingWords[state];
}
export function whatHappensOn(action: DocumentAction, review: ReviewPath): readonly string[] {
	return (review === "recorded" ? recordedSteps[action] : undefined) ?? whatHappens[action];
}
export function reasonHintOf(action: DocumentAction, review: ReviewPath): string {
	return (review === "recorded" ? recordedHints[action] : undefined) ?? reasonHints[action];
}

/** What the reason is for, where a step asks for one. */
const reasonHints: Readonly<Record<DocumentAction, string>> = {
	"mark-ready": "A word to those who sign, if you like.",
	reopen: "What still has to change.",
	"approve-by-board": "A note for the history, if you like.",
	submit: "A word to the State, if you like.",
	recall: "The State reads it.",
	"open-review": "A word to the county, if you like.",
	recommend: "A word to the county, if you like.",
	return: "What has to change, and where. The county reads it word for word.",
	revise: "A note for the history, if you like.",
	negotiate: "What you do not agree on: the content, or the degree of improvement. The other side reads it.",
	assign: "Why the State decides, and on what. The county reads it word for word.",
	accept: "A word to the county, if you like.",
	undo: "The other side reads it.",
};
