import { AuthorizationResponseError } from "openid-client";
import { z } from "zod";
import type { AccountsLogger, OidcOptions } from "./accounts-options.ts";
import { OidcProviderUnreachable } from "./oidc-provider-connection.ts";

export function unreachableSentence(oidc: OidcOptions): string {
	return `${oidc.label} cannot be reached at the moment. Try again in a few minutes, or sign in with your e-mail address and password.`;
}

/** A sentence for faults of the provider or of its answer. Faults of ours are thrown on. */
export function oidcFault(error: unknown, oidc: OidcOptions, logger: AccountsLogger): string {
	if (error instanceof OidcProviderUnreachable || isNetworkFault(error)) {
		logger.warn(`Single sign-on: ${oidc.label} could not be reached`, { cause: String(error) });
		return unreachableSentence(oidc);
	}
	if (error instanceof AuthorizationResponseError) {
		logger.info("Single sign-on: the provider refused", { error: error.error });
		return error.error === "access_denied"
			? `Signing in with ${oidc.label} was cancelled, or you may not use Throughline there. Start again, or ask your administrator.`
			: `${oidc.label} did not sign you in. Start again; if it happens again, tell your administrator.`;
	}
	if (isOidcFault(error)) {
		logger.warn("Single sign-on: the provider's answer could not be used", { cause: String(error) });
		return `The answer of ${oidc.label} could not be used. Start again; if it happens again, tell your administrator.`;
	}
	throw error;
}

function isNetworkFault(error: unknown): boolean {
	return (
		error instanceof Error &&
		((error instanceof TypeError && error.message === "fetch failed") ||
			("code" in error && error.code === "OAUTH_TIMEOUT"))
	);
}

/** openid-client and oauth4webapi give all their own faults a code that begins with OAUTH_. */
function isOidcFault(error: unknown): boolean {
	return (
		error instanceof z.ZodError ||
		(error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("OAUTH_"))
	);
}
