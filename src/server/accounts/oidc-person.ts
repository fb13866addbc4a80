import { authorizationCodeGrant, type Configuration, fetchUserInfo } from "openid-client";
import { z } from "zod";
import type { OidcFlow } from "./oidc-flow-cookie.ts";
import type { OidcIdentity } from "./oidc-link.ts";

const Claims = z.object({
	email: z.string().optional(),
	// Some providers send the word instead of the value.
	email_verified: z.union([z.boolean(), z.stringbool()]).optional(),
});

/** Who signed in at the provider. */
export type OidcPerson = OidcIdentity & {
	/** What the provider says of the e-mail address; asked for only when it is needed. */
	readonly claims: () => Promise<z.infer<typeof Claims>>;
};

/**
 * Redeems the provider's answer. Throws what `openid-client` throws when state, nonce, PKCE verifier, issuer, audience or
 * time do not fit.
 */
export async function personFromAnswer(configuration: Configuration, answer: URL, flow: OidcFlow): Promise<OidcPerson> {
	const tokens = await authorizationCodeGrant(configuration, answer, {
		expectedState: flow.state,
		expectedNonce: flow.nonce,
		pkceCodeVerifier: flow.codeVerifier,
		idTokenExpected: true,
	});
	const token = tokens.claims();
	if (!token) throw new TypeError("The provider gave no ID token.");
	return {
		issuer: token.iss,
		subject: token.sub,
		// The address may stand in the ID token or only behind the userinfo endpoint.
		claims: async () =>
			Claims.parse(
				token.email === undefined ? await fetchUserInfo(configuration, tokens.access_token, token.sub) : token,
			),
	};
}
