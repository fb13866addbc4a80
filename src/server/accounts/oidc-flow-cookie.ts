import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { z } from "zod";
import { cookiePrefix, findCookie, isSecure } from "./session-cookie.ts";

/** What must be remembered between leaving for the provider and coming back. */
const OidcFlow = z.object({
	purpose: z.literal("oidc-flow"),
	state: z.string(),
	nonce: z.string(),
	codeVerifier: z.string(),
	returnTo: z.string(),
	expiresAt: z.number(),
});
export type OidcFlow = Omit<z.infer<typeof OidcFlow>, "purpose" | "expiresAt">;

/** Seconds that a person has to sign in at the provider. */
const flowSeconds = 900;

/**
 * The flow travels in a sealed cookie (XChaCha20-Poly1305 under the installation's secret): nothing is kept on the server
 * for visitors who never come back, and only the browser that began can finish.
 */
export function createFlowCookie(options: {
	readonly baseUrl: string;
	readonly secret: string;
	readonly clock: () => Date;
}) {
	const name = `${cookiePrefix(options.baseUrl)}.oidc`;
	const attributes = `Path=/; HttpOnly;${isSecure(options.baseUrl) ? " Secure;" : ""} SameSite=Lax`;
	return {
		set: async (flow: OidcFlow): Promise<string> => {
			const data = JSON.stringify({
				...flow,
				purpose: "oidc-flow",
				expiresAt: options.clock().getTime() + flowSeconds * 1000,
			});
			const sealed = await symmetricEncrypt({ key: options.secret, data });
			return `${name}=${sealed}; Max-Age=${flowSeconds}; ${attributes}`;
		},
		find: async (cookieHeader: string | undefined): Promise<OidcFlow | undefined> => {
			const sealed = findCookie(cookieHeader, name);
			if (sealed === undefined) return undefined;
			try {
				const flow = OidcFlow.parse(JSON.parse(await symmetricDecrypt({ key: options.secret, data: sealed })));
				return flow.expiresAt > options.clock().getTime() ? flow : undefined;
			} catch {
				return undefined;
			}
		},
		clear: `${name}=; Max-Age=0; ${attributes}`,
	};
}
