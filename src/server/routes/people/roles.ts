import { type Context, Hono } from "hono";
import { Role, roleLabels } from "../../../domain/people/roles.ts";
import { InvalidInput, NotFound } from "../../../operations/errors.ts";
import { getPerson } from "../../../operations/get-person.ts";
import { grantRole } from "../../../operations/grant-role.ts";
import { listJurisdictions } from "../../../operations/list-jurisdictions.ts";
import { isOwnLastAdministration, removeRole } from "../../../operations/remove-role.ts";
import { type FormState, freshForm } from "../../../web/pages/parts/form-page-state.ts";
import { RemoveRolePage } from "../../../web/pages/people/remove-role-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm } from "../../middleware/read-form.ts";
import { problemsOf } from "../form-problems.ts";
import type { ShowPerson } from "../people.ts";

const GivenRole = Role.exclude(["installation"]);

/** Giving and taking the roles of one person. */
export function personRoleRoutes({ perform }: AppServices, show: ShowPerson): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	async function showRemoval(context: Context<AppEnvironment>, form: FormState, status: 200 | 422 = 200) {
		const { person: asker } = visitOf(context);
		const { person } = await perform(getPerson, asker, { personId: pathId(context, "id") });
		const grant = person.grants.find((each) => each.id === context.req.param("grantId"));
		if (!grant) throw new NotFound("There is no such role any more. See the person's history.");
		const places = await perform(listJurisdictions, asker, {});
		const page = RemoveRolePage({
			frame: context.get("frame"),
			person,
			grant,
			place: places.find((each) => each.id === grant.jurisdictionId)?.name ?? "",
			ownLastAdministration: isOwnLastAdministration(asker, grant),
			form,
		});
		return answerPage(context, page, status);
	}

	routes.post("/", async (context) => {
		const personId = pathId(context, "id");
		const form = await readForm(context);
		const role = GivenRole.safeParse(form.text("role"));
		try {
			if (!role.success) throw new InvalidInput([{ field: "role", message: "Choose the role to give." }]);
			await perform(grantRole, visitOf(context).person, {
				personId,
				jurisdictionId: form.text("jurisdictionId"),
				role: role.data,
				reason: form.text("reason"),
			});
			return answerDone(context, `/people/${personId}`, `The role ${roleLabels[role.data]} was given.`);
		} catch (error) {
			return show(context, { form: "role", state: form.state(problemsOf(error)) }, 422);
		}
	});

	routes.get("/:grantId/remove", (context) => showRemoval(context, freshForm));

	routes.post("/:grantId/remove", async (context) => {
		const personId = pathId(context, "id");
		const { person: asker } = visitOf(context);
		const form = await readForm(context);
		try {
			await perform(removeRole, asker, {
				grantId: pathId(context, "grantId"),
				version: form.text("version"),
				reason: form.text("reason"),
				...(form.text("ownAdministration") === "yes" ? { ownAdministration: "yes" as const } : {}),
			});
		} catch (error) {
			return showRemoval(context, form.state(problemsOf(error)), 422);
		}
		const gaveUp = personId === asker.personId && form.text("ownAdministration") === "yes";
		return answerDone(context, gaveUp ? "/" : `/people/${personId}`, "The role was taken away.");
	});
	return routes;
}
