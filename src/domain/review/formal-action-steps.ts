import { addDays, formatDate, type PlainDate } from "../calendar/plain-date.ts";
import type { EditionReview, FormalStep } from "../document/edition.ts";
import type { FormalAction } from "./review-facts.ts";

type Taken = Pick<FormalAction, "step" | "takenOn" | "deadline">;

/** The steps of the current formal action: what came after the last one that ended in a correction. Earliest first. */
export function currentFormalAction(taken: readonly Taken[]): readonly Taken[] {
	const ended = taken.findLastIndex(({ step }) => step === "corrected");
	return taken.slice(ended + 1);
}

/** Why a step of a formal action cannot be taken so (SIP-116); undefined when it can. */
export function refuseFormalStep(
	actions: EditionReview["formalActions"],
	taken: readonly Taken[],
	wanted: { readonly step: FormalStep; readonly takenOn: PlainDate; readonly deadline: PlainDate | null },
): string | undefined {
	const { step, takenOn, deadline } = wanted;
	const current = currentFormalAction(taken);
	const cite = `${actions.authority}, ${actions.rule}`;
	const label = (id: string) => actions.steps.find((each) => each.id === id)?.label ?? id;
	if (current.some((each) => each.step === step.id)) {
		return `"${step.label}" was taken already. Each step is taken once in a formal action.`;
	}
	if (step.after.length === 0 && current.length > 0)
		return "A formal action is open already. Go on with its next step.";
	if (step.after.length > 0 && !current.some((each) => step.after.includes(each.step))) {
		return `"${step.label}" comes after "${step.after.map(label).join('" or "')}" (${cite}).`;
	}
	const last = current.at(-1);
	if (last && takenOn < last.takenOn) {
		return `The step before was taken on ${formatDate(last.takenOn)}. Give that day or a later one.`;
	}
	const awaited = current.find((each) => each.step === step.awaits);
	if (awaited?.deadline && takenOn < awaited.deadline) {
		return `"${step.label}" must wait until ${formatDate(awaited.deadline)}, the day set by "${label(awaited.step)}" (${cite}).`;
	}
	if (!step.setsDay) return undefined;
	const earliest = addDays(takenOn, step.setsDay.minDays);
	return deadline && deadline >= earliest
		? undefined
		: `Give the day "${step.setsDay.label}": ${formatDate(earliest)} or later, as the law gives at least ${step.setsDay.minDays} days (${cite}).`;
}

/** The steps that can follow now by their order; the waiting times are told when a day is given. */
export function nextFormalSteps(
	actions: EditionReview["formalActions"],
	taken: readonly Taken[],
): readonly FormalStep[] {
	const current = currentFormalAction(taken);
	return actions.steps.filter(
		(step) =>
			!current.some((each) => each.step === step.id) &&
			(step.after.length === 0 ? current.length === 0 : current.some((each) => step.after.includes(each.step))),
	);
}
