import { type Context, Hono } from "hono";
import { addPerson } from "../../../operations/add-person.ts";
import { listPlacesFor } from "../../../operations/list-places-for.ts";
import { type FormState, freshForm } from "../../../web/pages/parts/form-page-state.ts";
import { givenRoles, NewPersonPage } from "../../../web/pages/people/new-person-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { readForm } from "../../middleware/read-form.ts";
import { problemsOf } from "../form-problems.ts";
import { makeAccount } from "./make-account.ts";

/** Adding a person: the person with their roles, then the account and the mail. */
export function newPersonRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	async function show(
		context: Context<AppEnvironment>,
		form: FormState,
		roles: readonly string[],
		status: 200 | 422 = 200,
	) {
		const places = await perform(listPlacesFor, visitOf(context).person, { permission: "people.manage" });
		return answerPage(context, NewPersonPage({ frame: context.get("frame"), places, form, roles }), status);
	}

	routes.get("/", (context) => show(context, freshForm, []));

	routes.post("/", async (context) => {
		const form = await readForm(context);
		const roles = form.texts("roles");
		const jurisdictionId = form.text("jurisdictionId");
		if (jurisdictionId === "") {
			const problems = [{ field: "jurisdictionId", message: "Choose where the person works." }];
			return show(context, form.state(problems), roles, 422);
		}
		const email = form.text("email").trim().toLowerCase();
		const name = form.text("name").trim();
		try {
			const { id } = await perform(addPerson, visitOf(context).person, {
				jurisdictionId,
				name,
				title: form.text("title"),
				email,
				roles: givenRoles.filter((role) => roles.includes(role)),
			});
			return answerDone(context, `/people/${id}`, `${name} was added. ${await makeAccount(services, { email, name })}`);
		} catch (error) {
			return show(context, form.state(problemsOf(error)), roles, 422);
		}
	});
	return routes;
}
