import { allowInsecureRequests, type Configuration, discovery } from "openid-client";
import type { OidcOptions } from "./accounts-options.ts";

/** The single sign-on service cannot be reached, or what it says of itself cannot be used. */
export class OidcProviderUnreachable extends Error {
	override name = "OidcProviderUnreachable";
}

/** Seconds to wait for an answer of the provider. */
const timeout = 5;

/** How long what the provider says of itself is believed, in milliseconds. */
const believedFor = 3_600_000;

/**
 * What the provider says of itself (OpenID Connect Discovery), asked for when first needed and again every hour. An
 * answer that failed is not kept: the next sign-in asks again, so a provider that is down when the server starts, or
 * that moves, needs no restart. If it is down later, what it said last is used on.
 */
export function createProviderConnection(oidc: OidcOptions, clock: () => Date): () => Promise<Configuration> {
	const issuer = new URL(oidc.issuer);
	const onThisMachine = ["localhost", "127.0.0.1", "[::1]"].includes(issuer.hostname);
	if (issuer.protocol !== "https:" && !(issuer.protocol === "http:" && onThisMachine)) {
		throw new TypeError(`The issuer of single sign-on must begin with https://. It is "${oidc.issuer}".`);
	}
	const execute = issuer.protocol === "http:" ? [allowInsecureRequests] : [];
	let known: { readonly configuration: Configuration; readonly at: number } | undefined;
	let asking: Promise<Configuration> | undefined;

	async function ask(): Promise<Configuration> {
		try {
			const configuration = await discovery(issuer, oidc.clientId, oidc.clientSecret, undefined, { execute, timeout });
			known = { configuration, at: clock().getTime() };
			return configuration;
		} catch (error) {
			if (known) return known.configuration;
			throw new OidcProviderUnreachable(`${oidc.label} (${oidc.issuer}) could not be reached.`, { cause: error });
		} finally {
			asking = undefined;
		}
	}

	return async () => {
		if (known && Math.abs(clock().getTime() - known.at) < believedFor) return known.configuration;
		asking ??= ask();
		return asking;
	};
}
