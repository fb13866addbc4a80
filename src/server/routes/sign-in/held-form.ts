import { z } from "zod";
import type { HeldForm } from "../../../web/pages/sign-in/held-form.tsx";
import { safeReturnPath } from "../../accounts/return-path.ts";
import type { SentForm } from "../../middleware/read-form.ts";

const HeldFields = z.array(z.tuple([z.string().max(1000), z.string()])).max(2000);

/** The form that waits inside another one, or undefined. Its address is a path of this site, whatever was sent. */
export function readHeldForm(form: SentForm): HeldForm | undefined {
	const action = form.text("heldAction");
	if (action === "") return undefined;
	try {
		return { action: safeReturnPath(action), fields: HeldFields.parse(JSON.parse(form.text("heldFields"))) };
	} catch {
		return undefined;
	}
}
