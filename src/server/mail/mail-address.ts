import { z } from "zod";

const MailAddress = z.email().max(254);

/** True for one plain e-mail address: no name, no list, nothing that could begin another header. */
export function isMailAddress(text: string): boolean {
	return MailAddress.safeParse(text).success;
}
