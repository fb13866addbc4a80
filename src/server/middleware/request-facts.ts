import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import type { RequestFacts } from "../accounts/request-facts.ts";

/** What the accounts need to know of a request: its cookies, where it comes from, and the browser's name. */
export function requestFacts(context: Context): RequestFacts {
	return {
		cookieHeader: context.req.header("cookie"),
		address: addressOf(context),
		userAgent: context.req.header("user-agent"),
	};
}

/** The network address of the caller, for rate limits. Behind a reverse proxy it is the proxy's; unknown in tests. */
function addressOf(context: Context): string | undefined {
	try {
		return getConnInfo(context).remote.address;
	} catch {
		return undefined;
	}
}
