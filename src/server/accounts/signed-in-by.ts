import { z } from "zod";

/** How the person showed who they are when a session began. */
export const SignedInBy = z.enum([
	"password",
	"password-and-code",
	"password-and-backup-code",
	"single-sign-on",
	"practice",
]);
export type SignedInBy = z.infer<typeof SignedInBy>;

const byPath: Readonly<Record<string, SignedInBy>> = {
	"/sign-in/email": "password",
	"/two-factor/verify-totp": "password-and-code",
	"/two-factor/verify-backup-code": "password-and-backup-code",
};

/** The way of sign-in that a path of better-auth stands for, or undefined for a path that does not sign in. */
export function signedInByPath(path: string | undefined): SignedInBy | undefined {
	return path === undefined ? undefined : byPath[path];
}
