import { type Context, Hono } from "hono";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { addResource } from "../../operations/add-resource.ts";
import { NotFound } from "../../operations/errors.ts";
import { keepResource } from "../../operations/keep-resource.ts";
import { listAssistance } from "../../operations/list-assistance.ts";
import { listResources } from "../../operations/list-resources.ts";
import { removeResource } from "../../operations/remove-resource.ts";
import { saveAssistance } from "../../operations/save-assistance.ts";
import { readTypedDate } from "../../web/forms/read-typed-date.ts";
import { type FormState, freshForm } from "../../web/pages/parts/form-page-state.ts";
import { AssistancePage } from "../../web/pages/resources/assistance-page.tsx";
import { facets, ResourcesPage } from "../../web/pages/resources/resources-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../middleware/answers.ts";
import { pathId } from "../middleware/path-id.ts";
import { readForm, type SentForm } from "../middleware/read-form.ts";
import { answerCsv } from "./answer-csv.ts";
import { problemsOf } from "./form-problems.ts";

/** What helps with planning: the library of resources. */
export function resourceRoutes({ perform }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	/** The search of the address; a facet that no list has is left out. */
	function searchOf(context: Context<AppEnvironment>) {
		const words = context.req.query("words")?.trim().slice(0, 200);
		const chosen = Object.entries(facets).flatMap(([name, facet]) => {
			const value = context.req.query(name);
			return value && Object.hasOwn(facet.words, value) ? [[name, value] as const] : [];
		});
		const since = /^(199|20\d)\d$/u.exec(context.req.query("since")?.trim() ?? "")?.[0];
		return { ...(words ? { words } : {}), ...(since ? { since } : {}), ...Object.fromEntries(chosen) };
	}

	async function show(context: Context<AppEnvironment>, form: FormState, status: 200 | 422 = 200) {
		const search = searchOf(context);
		const found = await perform(listResources, visitOf(context).person, search);
		return answerPage(context, ResourcesPage({ frame: context.get("frame"), ...found, search, form }), status);
	}

	/** Does what a form asks for, or shows the page again with what is wrong. */
	async function save(
		context: Context<AppEnvironment>,
		notice: string,
		work: (form: SentForm) => Promise<unknown>,
		path = "/resources",
	) {
		const form = await readForm(context);
		try {
			await work(form);
		} catch (error) {
			const state = form.state(problemsOf(error));
			const lists = ["topics", "processes", "phases", "audiences"].map((name) => [name, form.texts(name).join(",")]);
			return show(context, { ...state, values: { ...state.values, ...Object.fromEntries(lists) } }, 422);
		}
		return answerDone(context, path, notice);
	}

	routes.get("/", (context) => show(context, freshForm));

	routes.post("/", (context) =>
		save(context, "The resource is in the library.", (form) => {
			const input = {
				...{ jurisdictionId: form.text("jurisdictionId"), title: form.text("title"), summary: form.text("summary") },
				...{ publisher: form.text("publisher"), address: form.text("address").trim() },
				round: form.text("round").trim() === "" ? null : Number(form.text("round").trim()),
				year: form.text("year").trim() === "" ? null : Number(form.text("year").trim()),
				...{ topics: form.texts("topics"), processes: form.texts("processes"), phases: form.texts("phases") },
				...{ audiences: form.texts("audiences"), format: form.text("format") },
			};
			return perform(addResource, visitOf(context).person, input as Parameters<typeof addResource.run>[1]);
		}),
	);

	routes.post("/kept", (context) => {
		const search = new URLSearchParams(searchOf(context)).toString();
		return save(
			context,
			"The resource is kept beside the goal.",
			(form) =>
				perform(keepResource, visitOf(context).person, {
					...{ goalId: form.text("goalId"), resource: form.text("resource"), note: form.text("note") },
				}),
			search === "" ? "/resources" : `/resources?${search}`,
		);
	});

	for (const resourceKind of ["agency-resource", "goal-resource", "assistance-given"] as const) {
		routes.post(`/${resourceKind}/:entryId/remove`, (context) =>
			save(
				context,
				"It was taken away.",
				(form) =>
					perform(removeResource, visitOf(context).person, {
						...{ resourceKind, entryId: pathId(context, "entryId"), version: form.text("version") },
					}),
				resourceKind === "assistance-given" ? "/assistance" : "/resources",
			),
		);
	}
	return routes;
}

/** Technical assistance that was given (seed 001, F6). */
export function assistanceRoutes({ perform }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	async function show(context: Context<AppEnvironment>, form: FormState, status: 200 | 422 = 200) {
		const log = await perform(listAssistance, visitOf(context).person, {});
		const wanted = context.req.query("entry") ?? form.values.assistanceId;
		const changed = log.entries.find(({ id }) => id === wanted);
		if (context.req.query("entry") && !changed) throw new NotFound("There is no such entry any more.");
		return answerPage(context, AssistancePage({ frame: context.get("frame"), ...log, form, changed }), status);
	}

	routes.get("/", (context) => show(context, freshForm));

	routes.get("/assistance.csv", async (context) => {
		const { entries, goals, places } = await perform(listAssistance, visitOf(context).person, {});
		return answerCsv(context, "technical-assistance-given", [
			["place", "provider", "need", "goal", "started on", "ended on", "hours", "result"],
			...entries.map((each) => [
				...[places.find(({ id }) => id === each.jurisdictionId)?.name ?? "", each.provider, each.need],
				goals.find(({ id }) => id === each.goalId)?.statement ?? "",
				...[each.startedOn, each.endedOn ?? "", each.hours ?? "", each.result],
			]),
		]);
	});

	routes.post("/", async (context) => {
		const form = await readForm(context);
		const day = (name: string) => (readTypedDate(form.text(name)) ?? form.text(name).trim()) as PlainDate;
		try {
			await perform(saveAssistance, visitOf(context).person, {
				...{ jurisdictionId: form.text("jurisdictionId"), provider: form.text("provider"), need: form.text("need") },
				...{ goalId: form.text("goalId") || null, result: form.text("result"), startedOn: day("startedOn") },
				endedOn: form.text("endedOn").trim() === "" ? null : day("endedOn"),
				hours: form.text("hours").trim() === "" ? null : Number(form.text("hours").trim().replaceAll(",", "")),
				...{ assistanceId: form.text("assistanceId") || null, version: form.text("version") || 0 },
			});
		} catch (error) {
			return show(context, form.state(problemsOf(error)), 422);
		}
		return answerDone(context, "/assistance", "It is written down.");
	});
	return routes;
}
