import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import { SignedInBy } from "./signed-in-by.ts";

/**
 * One endpoint for better-auth that no request can reach: begins a session for an account whose person has shown who
 * they are elsewhere (single sign-on), or is let in for practice.
 */
export function openSessionPlugin() {
	return {
		id: "throughline-open-session",
		endpoints: {
			openSession: createAuthEndpoint.serverOnly(
				{ method: "POST", body: z.object({ accountId: z.uuid(), signedInBy: SignedInBy }) },
				async (ctx) => {
					const user = await ctx.context.internalAdapter.findUserById(ctx.body.accountId);
					if (!user) throw new APIError("NOT_FOUND", { message: "There is no such account." });
					const session = await ctx.context.internalAdapter.createSession(user.id, false, {
						signedInBy: ctx.body.signedInBy,
					});
					await setSessionCookie(ctx, { session, user });
					return ctx.json({ sessionId: session.id });
				},
			),
		},
	} satisfies BetterAuthPlugin;
}
