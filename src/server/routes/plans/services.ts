import { type Context, Hono } from "hono";
import { comingYear } from "../../../domain/document/yearly-paper.ts";
import { ServiceCategory, ServiceChange } from "../../../domain/plan/service-facts.ts";
import { InvalidInput, NotFound, StaleSave } from "../../../operations/errors.ts";
import { removeService, saveService } from "../../../operations/save-service.ts";
import { saveServiceYear } from "../../../operations/save-service-year.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import { servicePath } from "../../../web/pages/plans/plan-paths.ts";
import { ServicePage } from "../../../web/pages/plans/services/service-page.tsx";
import { ServicesPage } from "../../../web/pages/plans/services/services-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { pathId } from "../../middleware/path-id.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { type OpenedPlan, openPlanPage } from "./plan-page-context.ts";
import { readValues } from "./read-values.ts";

/** The services of the place of a plan: one list, printed in each of its documents. */
export function planServiceRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	routes.get("/:documentId/services", async (context) => {
		const { plan } = await openPlanPage(context, services);
		return answerPage(context, ServicesPage({ plan }));
	});
	routes.get("/:documentId/services/new", async (context) => {
		const { plan } = await openPlanPage(context, services);
		return answerPage(context, ServicePage({ plan, node: undefined }));
	});
	routes.get("/:documentId/services/:serviceId", async (context) => {
		const opened = await openPlanPage(context, services);
		return answerPage(context, ServicePage({ plan: opened.plan, node: serviceOf(context, opened) }));
	});

	routes.post("/:documentId/services", async (context) => saveForm(context, services, undefined));
	routes.post("/:documentId/services/:serviceId", async (context) =>
		saveForm(context, services, pathId(context, "serviceId")),
	);
	routes.post("/:documentId/services/:serviceId/remove", async (context) => {
		const form = await readForm(context);
		const serviceId = pathId(context, "serviceId");
		const version = Number(form.text("version")) || 1;
		await services.perform(removeService, visitOf(context).person, { serviceId, version });
		return answerDone(context, servicePath(pathId(context, "documentId")), "The service is off the list.");
	});
	return routes;
}

function serviceOf(context: Context, { plan }: OpenedPlan) {
	const id = pathId(context, "serviceId");
	const node = plan.graph.services.find(({ service }) => service.id === id);
	if (!node) throw new NotFound("This service is not on the list any more.");
	return node;
}

/** Saves the service and what is said of the coming year, in one form; what was typed comes back with what is wrong. */
async function saveForm(context: Context<AppEnvironment>, services: AppServices, serviceId: string | undefined) {
	const form = await readForm(context);
	const opened = await openPlanPage(context, services);
	const { person } = visitOf(context);
	const { jurisdiction, document, cycle } = opened.plan.graph;
	const read = readValues(form);
	const year = readYear(form);
	const problems: FormProblem[] = [...read.problems, ...year.problems];
	if (form.text("name").trim() === "") problems.push({ field: "name", message: "Name the service." });
	const back = async (found: readonly FormProblem[]) => {
		const typed = { key: "service", values: form.values(), problems: found };
		const again = await openPlanPage(context, services, typed);
		const node = serviceId === undefined ? undefined : serviceOf(context, again);
		return answerPage(context, ServicePage({ plan: again.plan, node }), 422);
	};
	if (problems.length > 0) return back(problems);
	try {
		const { id } = await services.perform(saveService, person, {
			...{ jurisdictionId: jurisdiction.id, category: read.choice("category", ServiceCategory.options) },
			...{ name: form.text("name"), description: read.text("description", 8000) },
			...{ population: read.text("population", 2000), area: read.text("area", 1000) },
			...{ provider: read.text("provider", 500), eligibility: read.text("eligibility", 2000) },
			version: Number(form.text("version")) || 0,
			...(serviceId ? { serviceId } : {}),
		});
		if (year.said) {
			const federalFiscalYear = comingYear(document, cycle);
			const version = Number(form.text("yearVersion")) || 0;
			await services.perform(saveServiceYear, person, { serviceId: id, federalFiscalYear, version, ...year.input });
		}
	} catch (error) {
		if (error instanceof InvalidInput) return back(error.problems);
		if (error instanceof StaleSave) {
			const message = "Somebody has changed this meanwhile. Open the service again and compare before you save.";
			return back([{ field: error.clashes[0]?.field ?? "name", message }]);
		}
		throw error;
	}
	return answerDone(context, servicePath(opened.documentId), "The service is saved.");
}

function readYear(form: SentForm) {
	const read = readValues(form);
	const whole = (name: string) => {
		const value = read.number(name);
		if (value !== null && (!Number.isInteger(value) || value < 0)) {
			read.problems.push({ field: name, message: "Give a whole number, or leave it empty." });
			return null;
		}
		return value;
	};
	const input = {
		families: whole("families"),
		children: whole("children"),
		change: ServiceChange.safeParse(form.text("change")).data ?? null,
		note: read.text("note", 2000),
	};
	const said = Object.values(input).some((each) => each !== null && each !== "") || form.text("yearVersion") !== "0";
	return { input, said, problems: read.problems };
}
