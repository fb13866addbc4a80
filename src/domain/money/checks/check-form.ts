import type { CheckId, FormEdition } from "../form-edition.ts";
import type { CheckedForm, MoneyFinding, Outcome } from "./finding.ts";
import { checkBaseYear1992, checkFfy2005, checkRoomAndBoard, checkVouchers } from "./limit-checks.ts";
import { checkMatch, checkVisits } from "./match-checks.ts";
import { checkDelivery, checkEstimated, checkServed, checkSpendingDeadline, checkTyped } from "./report-checks.ts";
import { checkActualAdministration, checkBounds, checkCategories, checkSums } from "./request-checks.ts";

/** One of the seventeen checks with all that it found. Its outcome is the worst of them. */
export type CheckResult = FormEdition["checks"][number] & {
	readonly outcome: Outcome;
	readonly findings: readonly MoneyFinding[];
};

const badness: readonly Outcome[] = ["error", "warning", "unknown", "met"];

/** All checks of a form, in the order of the edition, each with its arithmetic. */
export function checkForm(form: CheckedForm): readonly CheckResult[] {
	const found = [
		...[checkTyped, checkSums, checkBounds, checkCategories, checkActualAdministration, checkMatch, checkRoomAndBoard],
		...[checkVouchers, checkFfy2005, checkBaseYear1992, checkEstimated, checkServed, checkSpendingDeadline],
		...[checkDelivery, checkVisits],
	].flatMap((check) => check(form));
	return form.edition.checks.map((check) => {
		const findings = found.filter(({ checkId }) => checkId === check.id);
		return { ...check, outcome: worstOf(check.id, findings), findings };
	});
}

function worstOf(id: CheckId, findings: readonly MoneyFinding[]): Outcome {
	const worst = badness.find((outcome) => findings.some((each) => each.outcome === outcome));
	if (!worst) throw new Error(`Check ${id} said nothing of the form.`);
	return worst;
}
