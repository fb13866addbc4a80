import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { requestFacts } from "../middleware/request-facts.ts";

const SignInInput = z.object({ email: z.string().max(254), password: z.string().max(500) });

/** Signing in and out for programs. The answer's cookie stands for the person in all later calls. */
export function sessionRoutes(services: AppServices): OpenAPIHono<AppEnvironment> {
	const routes = new OpenAPIHono<AppEnvironment>();
	routes.post("/session", async (context) => {
		const input = SignInInput.safeParse(await context.req.json().catch(() => undefined));
		if (!input.success)
			return context.json({ error: "Not complete", message: "Send email and password as a JSON object." }, 422);
		const result = await services.accounts.signIn({
			...input.data,
			...requestFacts(context),
		});
		if (result.result === "refused") return context.json({ error: "Refused", message: result.message }, 401);
		for (const cookie of result.setCookie) context.header("Set-Cookie", cookie, { append: true });
		return context.json({ result: result.result });
	});
	routes.delete("/session", async (context) => {
		const { setCookie } = await services.accounts.signOut(requestFacts(context));
		for (const cookie of setCookie) context.header("Set-Cookie", cookie, { append: true });
		return context.json({ result: "signed-out" });
	});
	return routes;
}
