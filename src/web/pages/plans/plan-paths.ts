import type { FactKind } from "../../../domain/workflow/fact-kinds.ts";
import { fieldId } from "../../forms/form-problem.ts";

/** Addresses of a plan's pages, from the document's id. */
export const planPath = (documentId: string, rest = "") => `/plans/${documentId}${rest}`;
export const sectionPath = (documentId: string, section: string) =>
	planPath(documentId, `/sections/${encodeURIComponent(section)}`);
export const componentPath = (documentId: string, focusAreaId: string) =>
	planPath(documentId, `/components/${focusAreaId}`);
export const attachmentsPath = (documentId: string, rest = "") => planPath(documentId, `/attachments${rest}`);
export const approvalPath = (documentId: string, rest = "") => planPath(documentId, `/approval${rest}`);
export const theoryPath = (documentId: string, goalId: string) => planPath(documentId, `/goals/${goalId}/theory`);
export const interventionPath = (documentId: string, strategyId: string) =>
	planPath(documentId, `/strategies/${strategyId}/intervention`);
export const wordPath = (documentId: string, rest = "") => planPath(documentId, `/word${rest}`);
export const memberPath = (documentId: string, memberId: string) => planPath(documentId, `/team/${memberId}`);
export const listPath = (documentId: string, list: string, entryId?: string) =>
	planPath(documentId, `/lists/${list}${entryId === undefined ? "" : `/${entryId}`}`);
export const analysisPath = (documentId: string, analysisId: string, rest = "") =>
	planPath(documentId, `/analyses/${analysisId}${rest}`);
export const sharePath = (documentId: string, field: string) =>
	planPath(documentId, `/share/${encodeURIComponent(field)}`);
export const servicePath = (documentId: string, serviceId?: string) =>
	planPath(documentId, `/services${serviceId === undefined ? "" : `/${serviceId}`}`);
export const benchmarksPath = (documentId: string, objectiveId: string) =>
	planPath(documentId, `/objectives/${objectiveId}/benchmarks`);
export const partPath = (documentId: string, kind: FactKind, id: string, rest = "") =>
	planPath(documentId, `/parts/${kind}/${id}${rest}`);

/** The id on the page of a part of the plan, or of one of its fields: `milestone-<id>-statement`. */
export function partAnchor(kind: FactKind, id: string, field?: string): string {
	return fieldId(field ? `${kind}-${id}-${field}` : `${kind}-${id}`);
}
