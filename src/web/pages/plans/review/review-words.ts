// How the choices of a review's records are called, on forms and in the history.

export const verdictWords = {
	met: "Met",
	"partly-met": "Partly met",
	"not-met": "Not met",
	"not-applicable": "Does not apply",
} as const;

export const choiceWords = {
	answer: "Answered",
	accept: "Accepted",
	amend: "Accepted with changes",
	decline: "Declined",
	negotiate: "To be negotiated",
} as const;

export const subjectWords = {
	content: "The content of the plan",
	"degree-of-improvement": "The degree of improvement",
} as const;

export const outcomeWords = { open: "Open", agreed: "Agreed", "not-agreed": "No agreement" } as const;

export const channelWords = {
	telephone: "Telephone",
	"e-mail": "E-mail",
	meeting: "Meeting",
	video: "Video call",
	letter: "Letter",
	visit: "Visit",
} as const;

export const remarkKindWords = {
	comment: "Comment of the State",
	question: "Question of the State",
	recommendation: "Recommendation of the State",
} as const;

export const sideWords = { state: "The State", county: "The county" } as const;
