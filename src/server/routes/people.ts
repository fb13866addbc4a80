import { type Context, Hono } from "hono";
import { changePerson } from "../../operations/change-person.ts";
import { InvalidInput, NotAllowed, StaleVersion } from "../../operations/errors.ts";
import { getPerson } from "../../operations/get-person.ts";
import { listHistory } from "../../operations/list-history.ts";
import { listJurisdictions } from "../../operations/list-jurisdictions.ts";
import { listPeople } from "../../operations/list-people.ts";
import { listPlacesFor } from "../../operations/list-places-for.ts";
import { PeoplePage } from "../../web/pages/people/people-page.tsx";
import { PersonPage } from "../../web/pages/people/person-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../middleware/answers.ts";
import { pathId } from "../middleware/path-id.ts";
import { readForm } from "../middleware/read-form.ts";
import { problemsOf } from "./form-problems.ts";
import { personAccountRoutes } from "./people/account.ts";
import { newPersonRoutes } from "./people/new-person.ts";
import { personRoleRoutes } from "./people/roles.ts";

export type ShowPerson = (
	context: Context<AppEnvironment>,
	sent?: Parameters<typeof PersonPage>[0]["sent"],
	status?: 200 | 409 | 422,
) => Promise<Response>;

/** People, their roles and their access: for administrators. */
export function peopleRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform, accounts } = services;
	const routes = new Hono<AppEnvironment>();

	routes.use(async (context, next) => {
		if (!context.get("frame").person?.maySeePeople) {
			throw new NotAllowed("People and their roles are looked after by administrators. Ask the one of your agency.");
		}
		await next();
	});

	const show: ShowPerson = async (context, sent, status = 200) => {
		const { person: asker } = visitOf(context);
		const personId = pathId(context, "id");
		const view = await perform(getPerson, asker, { personId });
		const account = view.mayManage ? await accounts.findAccount(view.person.email) : undefined;
		const page = PersonPage({
			frame: context.get("frame"),
			...view,
			colleagues: view.mayManage ? await perform(listPeople, asker, {}) : [],
			self: asker.personId === personId,
			places: await perform(listJurisdictions, asker, {}),
			managed: await perform(listPlacesFor, asker, { permission: "people.manage" }),
			account: view.mayManage
				? {
						exists: account !== undefined,
						secondFactor: account ? await accounts.isTotpEnabled(account.accountId) : false,
						singleSignOn: services.oidcLabel,
					}
				: undefined,
			history: (await perform(listHistory, asker, { root: personId })).actions,
			sent,
		});
		return answerPage(context, page, status);
	};

	routes.get("/", async (context) => {
		const { person } = visitOf(context);
		const places = await perform(listJurisdictions, person, {});
		return answerPage(
			context,
			PeoplePage({
				frame: context.get("frame"),
				people: await perform(listPeople, person, {}),
				places: [...places].sort((a, b) => a.name.localeCompare(b.name, "en")),
			}),
		);
	});

	routes.route("/new", newPersonRoutes(services));
	routes.get("/:id", (context) => show(context));

	routes.post("/:id", async (context) => {
		const personId = pathId(context, "id");
		const form = await readForm(context);
		const active = form.text("active");
		const { person: asker } = visitOf(context);
		try {
			await perform(changePerson, asker, {
				personId,
				version: form.text("version"),
				patch: {
					name: form.text("name"),
					title: form.text("title"),
					...(active === "" ? {} : { active: active === "yes" }),
					...(form.has("supervisorId") ? { supervisorId: form.text("supervisorId") || null } : {}),
				},
				reason: form.text("reason"),
			});
		} catch (error) {
			if (error instanceof StaleVersion) {
				const { values } = form.state([]);
				const problems = [
					{
						field: "name",
						message:
							"Somebody else has changed this person meanwhile: see the history below. Compare, then save again.",
					},
				];
				const state = { values: { ...values, version: String(error.currentVersion) }, problems };
				return show(context, { form: "person", state }, 409);
			}
			if (!(error instanceof InvalidInput)) throw error;
			const problems = problemsOf(error).map((each) => ({ ...each, field: each.field.replace(/^patch\./, "") }));
			return show(context, { form: "person", state: form.state(problems) }, 422);
		}
		if (active === "no") await endSessions(services, asker, personId);
		return answerDone(context, `/people/${personId}`, "Saved.");
	});

	routes.route("/:id/roles", personRoleRoutes(services, show));
	routes.route("/:id/account", personAccountRoutes(services));
	return routes;
}

/** Whoever may no longer sign in is signed out everywhere. */
async function endSessions(
	{ perform, accounts }: AppServices,
	asker: Parameters<AppServices["perform"]>[1],
	personId: string,
): Promise<void> {
	const { person } = await perform(getPerson, asker, { personId });
	const account = await accounts.findAccount(person.email);
	if (account) await accounts.endAllSessions(account.accountId);
}
