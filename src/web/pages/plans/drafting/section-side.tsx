import type { EditionSection } from "../../../../domain/document/edition.ts";
import type { PlanContext } from "../plan-context.ts";
import { AssignmentPart } from "./assignment-part.tsx";
import { BlockTalk } from "./block-talk.tsx";

/** At the top of a section's page: who writes it, and what is said on it as a whole. */
export function SectionSide({
	plan,
	section,
}: {
	readonly plan: PlanContext;
	readonly section: EditionSection | undefined;
}) {
	if (!section) return null;
	return (
		<>
			<AssignmentPart plan={plan} section={section.id} />
			<BlockTalk
				plan={plan}
				about={{ aboutKind: "section", aboutId: section.id }}
				thing={`the section ${section.title}`}
			/>
		</>
	);
}
