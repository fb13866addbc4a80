import type { FormProblem } from "../../../web/forms/form-problem.ts";
import type { Refusal } from "../../accounts/account-results.ts";
import type { SentForm } from "../../middleware/read-form.ts";

/** What is missing in a form with e-mail address and password. */
export function missingSignInFields(form: SentForm): readonly FormProblem[] {
	return [
		...(form.text("email").trim() === "" ? [{ field: "email", message: "Give your e-mail address." }] : []),
		...(form.text("password") === "" ? [{ field: "password", message: "Give your password." }] : []),
	];
}

/** 429 where waiting helps, else 422. */
export function refusalStatus(refusal: Refusal): 422 | 429 {
	return refusal.retryAt ? 429 : 422;
}
