import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Somebody at the provider. */
export type ProviderPerson = { readonly sub: string } & Readonly<Record<string, unknown>>;

export interface OidcTestProvider {
	readonly issuer: string;
	readonly port: number;
	/** Who signs in next, or what the provider answers instead. */
	next: ProviderPerson | { readonly error: string };
	/**
	 * Goes through the provider's pages like a browser, from the address that Throughline sends it to, and returns the
	 * address that the provider sends it back to.
	 */
	visit(redirectUrl: string): Promise<string>;
	stop(): Promise<void>;
}

export const testClient = { clientId: "throughline", clientSecret: "a client secret for tests" } as const;

/** The parts of `oidc-provider` that are used here; the package brings no types. */
type Provider = {
	callback(): (request: IncomingMessage, response: ServerResponse) => void;
	interactionFinished(request: IncomingMessage, response: ServerResponse, result: unknown): Promise<void>;
	Grant: new (of: {
		clientId: string;
		accountId: string;
	}) => { addOIDCScope(scope: string): void; save(): Promise<string> };
};
type GrantContext = { oidc: { client: { clientId: string }; session: { accountId: string }; provider: Provider } };

/** Starts a real OpenID provider (`oidc-provider`) on this machine. For tests. */
export async function startOidcTestProvider(options: {
	readonly redirectUri: string;
	/** Put e-mail address and name into the ID token, too, as some providers do. */
	readonly claimsInIdToken?: boolean;
	readonly port?: number;
}): Promise<OidcTestProvider> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const issuer = `http://127.0.0.1:${port}`;
	const people = new Map<string, ProviderPerson>();
	const name: string = "oidc-provider";
	const { default: OidcProvider } = (await import(name)) as {
		default: new (issuer: string, settings: unknown) => Provider;
	};
	const provider = new OidcProvider(issuer, {
		clients: [
			{ client_id: testClient.clientId, client_secret: testClient.clientSecret, redirect_uris: [options.redirectUri] },
		],
		claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
		conformIdTokenClaims: !options.claimsInIdToken,
		ttl: { AccessToken: 3600, AuthorizationCode: 3600, Grant: 3600, IdToken: 3600, Interaction: 3600, Session: 3600 },
		cookies: { keys: ["a key for the cookies of tests"] },
		features: { devInteractions: { enabled: false } },
		findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => people.get(sub) ?? { sub } }),
		interactions: { url: () => "/interaction" },
		loadExistingGrant: async (context: GrantContext) => {
			const { client, session } = context.oidc;
			const grant = new context.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
			grant.addOIDCScope("openid email profile");
			await grant.save();
			return grant;
		},
	});
	const running: OidcTestProvider = {
		issuer,
		port,
		next: { error: "access_denied" },
		visit: (redirectUrl) => visit(redirectUrl, options.redirectUri),
		stop: () => stop(server),
	};
	const callback = provider.callback();
	server.on("request", (request: IncomingMessage, response: ServerResponse) => {
		if (request.url?.startsWith("/interaction") !== true) return callback(request, response);
		const { next } = running;
		const isPerson = "sub" in next;
		if (isPerson) people.set(String(next.sub), next as ProviderPerson);
		provider
			.interactionFinished(request, response, isPerson ? { login: { accountId: next.sub } } : next)
			.catch((error: unknown) => response.writeHead(500).end(String(error)));
	});
	return running;
}

async function visit(from: string, redirectUri: string): Promise<string> {
	const cookies = new Map<string, string>();
	let url = from;
	for (let step = 0; step < 10; step += 1) {
		const response = await fetch(url, {
			redirect: "manual",
			headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
		});
		for (const line of response.headers.getSetCookie()) {
			const pair = line.split(";", 1)[0] ?? "";
			cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
		}
		const location = response.headers.get("location");
		if (location === null) throw new Error(`The provider stopped at ${url}: ${await response.text()}`);
		url = new URL(location, url).href;
		if (url.startsWith(redirectUri)) return url;
	}
	throw new Error("The provider went round in circles.");
}

function stop(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
