import { planPath } from "../plans/plan-paths.ts";

/** Where something of a Program Improvement Plan is mended; undefined for what stands on the pages of every plan. */
export function addressInPip(
	place: { readonly kind: string; readonly id: string; readonly field: string },
	documentId: string,
): string | undefined {
	if (place.kind === "measurement-item") return planPath(documentId, `/measurement#line-${place.id}`);
	if (place.kind === "goal" && (place.field === "addresses" || place.field === "uses")) {
		return planPath(documentId, `/pip#goal-${place.id}`);
	}
	if (place.kind !== "document") return undefined;
	if (place.field === "pip.areas") return planPath(documentId, "/pip#areas");
	return place.field === "pip.workPlan" ? planPath(documentId, "/pip#work-plan") : undefined;
}
