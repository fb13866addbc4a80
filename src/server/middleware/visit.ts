import type { MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Permission } from "../../domain/people/roles.ts";
import { permissionsOf, roleLabels } from "../../domain/people/roles.ts";
import type { AppEnvironment, AppServices, Visit } from "../app-environment.ts";

/** Name of the cookie that carries one message to the next page. */
const noticeCookie = "throughline_notice";

/** Finds out who is visiting and works out the frame of the page. Nobody is turned away here. */
export function visit(services: AppServices): MiddlewareHandler<AppEnvironment> {
	return async (context, next) => {
		// What a page asks by itself says nothing of the person being there: it does not keep the session open.
		const extend = !/^\/plans\/[^/]+\/present$|^\/api\/extract-loads\/[^/]+\/progress$/.test(context.req.path);
		const session = await services.accounts.findSession(context.req.header("cookie") ?? "", { extend });
		const person = session && (await services.findActor(session.email));
		const found: Visit | undefined =
			session && person
				? {
						person,
						accountId: session.accountId,
						sessionId: session.sessionId,
						endsAt: new Date(Math.min(session.idleExpiresAt.getTime(), session.absoluteExpiresAt.getTime())),
					}
				: undefined;
		const notice = getCookie(context, noticeCookie);
		if (notice) setCookie(context, noticeCookie, "", { path: "/", maxAge: 0, httpOnly: true, sameSite: "Lax" });
		context.set("visit", found);
		context.set("frame", {
			assets: `/assets/${services.assets.version}`,
			path: context.req.path,
			practice: services.practice,
			person: found && framePerson(found),
			session: found && {
				endsAt: found.endsAt.toISOString(),
				now: services.clock().toISOString(),
				warnMinutes: 5,
			},
			notice,
		});
		await next();
	};
}

function framePerson({ person }: Visit) {
	const has = (permission: Permission) => person.grants.some((grant) => permissionsOf[grant.role].includes(permission));
	return {
		id: person.personId,
		name: person.name,
		title: person.title,
		place: person.place,
		roles: person.grants.map((grant) => roleLabels[grant.role]),
		maySeeFigures: has("figures.read"),
		maySeeExtracts: has("extracts.read"),
		maySeePlans: has("plan.read-draft") || has("plan.read-submitted"),
		mayReviewPlans: has("plan.review"),
		plansForState: person.grants.some(({ role }) => role === "state-planner" || role === "state-director"),
		maySeePeople: has("people.manage"),
	};
}
