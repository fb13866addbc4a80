import type { EvidenceArea } from "../../../domain/finding/evidence-area.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import type { SeriesProps } from "../outcomes/outcome-props.ts";

/** An outcome or systemic factor with what figures, reviews and voices say of it, and which goals answer it. */
export type AreaProps = {
	readonly area: EvidenceArea;
	readonly series: readonly SeriesProps[];
	readonly findings: readonly (Fact<"finding"> & {
		readonly evidence: readonly Fact<"evidence">[];
		readonly answers: readonly Fact<"finding-answer">[];
	})[];
	readonly goals: readonly {
		readonly document: Fact<"document">;
		readonly goal: Fact<"goal">;
		readonly number: string;
	}[];
	readonly voices: readonly Fact<"partner-input">[];
	readonly open: number;
};
