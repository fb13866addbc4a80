import type { PartKind } from "../../operations/plan-part.ts";

type Part = { readonly kind: PartKind; readonly id: string; readonly version: number };

/** What the writers of one plan must remember between sessions: ids and versions of what they wrote. */
export type PlanDraft = {
	/** Throws when the plan has not been started. */
	documentId(): string;
	documentVersion(): number;
	started(id: string): void;
	stepped(version: number): void;
	/** Parts by their number in the plan, component first: `c2`, `c2.1`, `c2.1.1`, `c2.1.1.2`. */
	part(number: string): Part;
	keep(number: string, part: Part): void;
	answerVersion(field: string, component: string | undefined): number;
	answered(field: string, component: string | undefined, version: number): void;
};

export function createPlanDraft(key: string): PlanDraft {
	const parts = new Map<string, Part>();
	const answers = new Map<string, number>();
	let document: { id: string; version: number } | undefined;
	const current = () => {
		if (!document) throw new Error(`The practice plan ${key} was not started yet.`);
		return document;
	};
	return {
		documentId: () => current().id,
		documentVersion: () => current().version,
		started: (id) => {
			document = { id, version: 1 };
		},
		stepped: (version) => {
			document = { ...current(), version };
		},
		part: (number) => {
			const part = parts.get(number);
			if (!part) throw new Error(`The practice plan ${key} has no part ${number}.`);
			return part;
		},
		keep: (number, part) => {
			parts.set(number, part);
		},
		answerVersion: (field, component) => answers.get(`${component ?? ""}/${field}`) ?? 0,
		answered: (field, component, version) => {
			answers.set(`${component ?? ""}/${field}`, version);
		},
	};
}
