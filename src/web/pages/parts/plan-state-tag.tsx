import { type DocumentState, stateLabels } from "../../../domain/workflow/document-workflow.ts";
import { StatusTag, type Tone } from "./status-tag.tsx";

const tones: Readonly<Record<DocumentState, Tone>> = {
	drafting: "quiet",
	ready: "waiting",
	"board-approved": "waiting",
	submitted: "waiting",
	"under-review": "waiting",
	"recommendations-made": "waiting",
	returned: "bad",
	"in-negotiation": "waiting",
	"assigned-by-state": "waiting",
	accepted: "good",
};

/** Where a plan stands. */
export function PlanStateTag({ state }: { readonly state: DocumentState }) {
	return <StatusTag tone={tones[state]}>{stateLabels[state]}</StatusTag>;
}
