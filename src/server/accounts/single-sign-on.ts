import {
	buildAuthorizationUrl,
	calculatePKCECodeChallenge,
	randomNonce,
	randomPKCECodeVerifier,
	randomState,
} from "openid-client";
import { accountPaths } from "./account-paths.ts";
import type { Refusal, SetCookies } from "./account-results.ts";
import type { OidcOptions } from "./accounts-options.ts";
import type { AccountsParts } from "./accounts-parts.ts";
import { oidcFault, unreachableSentence } from "./oidc-faults.ts";
import { createFlowCookie } from "./oidc-flow-cookie.ts";
import { findLinkedAccount, linkByEmail, unlinkAccount } from "./oidc-link.ts";
import { type OidcPerson, personFromAnswer } from "./oidc-person.ts";
import { createProviderConnection, OidcProviderUnreachable } from "./oidc-provider-connection.ts";
import { libraryHeaders, type RequestFacts } from "./request-facts.ts";
import { safeReturnPath } from "./return-path.ts";
import { endReplacedSession } from "./sign-in.ts";

export type OidcStart = { readonly result: "redirect"; readonly redirectUrl: string; readonly setCookie: SetCookies };
export type OidcRefusal = Refusal & { readonly setCookie: SetCookies };
export type OidcSignedIn = {
	readonly result: "signed-in";
	readonly setCookie: SetCookies;
	/** Path on this server that the person wanted to see. */
	readonly returnTo: string;
};

export interface SingleSignOn {
	/** What people call the service, or undefined when the installation has none. */
	readonly oidcLabel: string | undefined;
	/** Leads to the provider: code flow with PKCE, state and nonce. Refused in plain words when it cannot be reached. */
	startOidc(returnTo: string | undefined): Promise<OidcStart | OidcRefusal>;
	/**
	 * Takes the browser back from the provider. Signs in an account that is linked to the person's subject there, or one
	 * whose e-mail address the provider has verified (and links it). Never makes an account.
	 */
	finishOidc(input: { readonly callbackUrl: string } & RequestFacts): Promise<OidcSignedIn | OidcRefusal>;
	/** For an administrator: undoes the link of an account to the provider. False when there was none. */
	unlinkOidc(accountId: string): Promise<boolean>;
}

export function createSingleSignOn(parts: AccountsParts): SingleSignOn {
	const { options } = parts;
	const unlinkOidc = (accountId: string) => unlinkAccount(options.pool, accountId);
	if (!options.oidc) {
		const none: OidcRefusal = { result: "refused", message: "This installation has no single sign-on.", setCookie: [] };
		return { oidcLabel: undefined, startOidc: async () => none, finishOidc: async () => none, unlinkOidc };
	}
	return { oidcLabel: options.oidc.label, ...oidcFlow(parts, options.oidc), unlinkOidc };
}

function oidcFlow(parts: AccountsParts, oidc: OidcOptions): Pick<SingleSignOn, "startOidc" | "finishOidc"> {
	const { options } = parts;
	const connect = createProviderConnection(oidc, options.clock);
	const flowCookie = createFlowCookie(options);
	const redirectUri = `${options.baseUrl}${accountPaths.oidcCallback}`;
	const refuse = (message: string): OidcRefusal => ({ result: "refused", message, setCookie: [flowCookie.clear] });
	return {
		startOidc: async (returnTo) => {
			try {
				const configuration = await connect();
				const flow = {
					state: randomState(),
					nonce: randomNonce(),
					codeVerifier: randomPKCECodeVerifier(),
					returnTo: safeReturnPath(returnTo),
				};
				const url = buildAuthorizationUrl(configuration, {
					redirect_uri: redirectUri,
					scope: "openid email profile",
					state: flow.state,
					nonce: flow.nonce,
					code_challenge: await calculatePKCECodeChallenge(flow.codeVerifier),
					code_challenge_method: "S256",
				});
				return { result: "redirect", redirectUrl: url.href, setCookie: [await flowCookie.set(flow)] };
			} catch (error) {
				if (!(error instanceof OidcProviderUnreachable)) throw error;
				options.logger.warn(`Single sign-on: ${error.message}`, { cause: String(error.cause) });
				return refuse(unreachableSentence(oidc));
			}
		},
		finishOidc: async ({ callbackUrl, ...facts }) => {
			const flow = await flowCookie.find(facts.cookieHeader);
			if (!flow)
				return refuse(`Signing in with ${oidc.label} took too long or was begun in another window. Start again.`);
			// Behind a proxy the server may see another host; what the provider answered stands in the query only.
			const answer = new URL(redirectUri);
			answer.search = new URL(callbackUrl, options.baseUrl).search;
			try {
				const identity = await personFromAnswer(await connect(), answer, flow);
				const found = await accountFor(parts, oidc, identity);
				if ("refusal" in found) return refuse(found.refusal);
				const opened = await parts.library.openSession(
					{ accountId: found.accountId, signedInBy: "single-sign-on" },
					libraryHeaders(facts),
				);
				if (!opened.ok) throw new Error(`Opening the session failed: ${opened.code}.`);
				await endReplacedSession(parts, facts);
				options.logger.info("Signed in by single sign-on", { accountId: found.accountId });
				return {
					result: "signed-in",
					setCookie: [...opened.setCookie, flowCookie.clear],
					returnTo: safeReturnPath(flow.returnTo),
				};
			} catch (error) {
				return refuse(oidcFault(error, oidc, options.logger));
			}
		},
	};
}

async function accountFor(
	{ options }: AccountsParts,
	oidc: OidcOptions,
	identity: OidcPerson,
): Promise<{ readonly accountId: string } | { readonly refusal: string }> {
	const linked = await findLinkedAccount(options.pool, identity);
	if (linked) return { accountId: linked };
	const { email, email_verified } = await identity.claims();
	if (!email) {
		return { refusal: `${oidc.label} did not say what your e-mail address is. Ask your administrator to allow that.` };
	}
	if (email_verified !== true && !(oidc.acceptUnverifiedEmail && email_verified === undefined)) {
		return {
			refusal: `${oidc.label} has not verified your e-mail address, so it cannot be matched with an account here. Ask your administrator.`,
		};
	}
	const found = await linkByEmail(options.pool, identity, email, options.clock());
	if (found === "no-account") {
		return {
			refusal: `There is no account in Throughline for ${email}. Ask the administrator of your agency to make one; then sign in again.`,
		};
	}
	if (found === "taken") {
		options.logger.warn("Single sign-on: the account of an address is linked to another person of the provider");
		return {
			refusal: `The account for ${email} belongs to another person at ${oidc.label}. Ask the administrator of your agency to free it.`,
		};
	}
	return found;
}
