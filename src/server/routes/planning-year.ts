import { type Context, Hono } from "hono";
import { packetAudienceLabels, packetAudiences } from "../../documents/planning/meeting-packet.ts";
import { reportStandings } from "../../domain/planning/answer-due.ts";
import { countVisitReport } from "../../operations/count-visit-report.ts";
import { InvalidInput, Refused } from "../../operations/errors.ts";
import { followPlanningRules } from "../../operations/follow-planning-rules.ts";
import { getMeetingPacket } from "../../operations/get-meeting-packet.ts";
import { getVisitReport } from "../../operations/get-visit-report.ts";
import { keepMeetingPacket } from "../../operations/keep-meeting-packet.ts";
import { getPanelAnswer, sendPanelAnswer } from "../../operations/panel-answer.ts";
import { freshForm } from "../../web/pages/parts/form-page-state.ts";
import { CasesPage } from "../../web/pages/planning/cases-page.tsx";
import { JanuaryPage } from "../../web/pages/planning/january-page.tsx";
import { PlanningBoardPage } from "../../web/pages/planning/planning-board-page.tsx";
import { PlanningListPage } from "../../web/pages/planning/planning-list-page.tsx";
import { planningListOf } from "../../web/pages/planning/planning-lists.ts";
import { RegionBoardPage } from "../../web/pages/planning/region-board-page.tsx";
import { ReviewPanelsPage } from "../../web/pages/planning/review-panels-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../middleware/answers.ts";
import { pathId } from "../middleware/path-id.ts";
import { readForm } from "../middleware/read-form.ts";
import { problemsOf } from "./form-problems.ts";
import { loadPlanningPage } from "./planning/load-planning-page.ts";
import { planningListRoutes } from "./planning/planning-lists.ts";
import { profileRoutes } from "./planning/profile.ts";
import { sendDocument } from "./plans/papers.ts";
import { readValues } from "./plans/read-values.ts";

/** A State's planning year: what is done and open, its lists, and the pages made of them. */
export function planningYearRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	routes.get("/", async (context) => {
		const planning = await loadPlanningPage(context, services);
		return answerPage(context, PlanningBoardPage({ planning, form: freshForm }));
	});

	routes.post("/rules", async (context) => {
		const form = await readForm(context);
		const planning = await loadPlanningPage(context, services);
		const { state, today } = planning.year;
		try {
			await perform(followPlanningRules, visitOf(context).person, {
				...{ jurisdictionId: state.id, frameworkId: form.text("frameworkId"), version: form.text("version") },
				followedFrom: planning.year.framework?.followedFrom ?? today,
			});
		} catch (error) {
			return answerPage(context, PlanningBoardPage({ planning, form: form.state(problemsOf(error)) }), 422);
		}
		return answerDone(context, "/planning-year", "The rules are followed. What they ask stands below.");
	});

	routes.get("/regions", async (context) => {
		const planning = await loadPlanningPage(context, services);
		const { facts, places, today, cycleStart, rules } = planning.year;
		const kinds = (rules?.eventKinds ?? []).filter(({ level }) => level === "region");
		const from = `${cycleStart - 2}-10-01`;
		const rows = places
			.filter(({ kind }) => kind === "region")
			.map(({ id, name }) => {
				const inside = new Set([id, ...places.filter(({ parentId }) => parentId === id).map((each) => each.id)]);
				return {
					...{ id, name },
					meetings: facts["planning-event"]
						.filter(({ placeId, heldOn }) => placeId === id && heldOn !== null && heldOn >= from && heldOn <= today)
						.map(({ eventKind, title, heldOn }) => ({ kind: eventKind, title, heldOn })),
					teams: facts["planning-team"].filter(({ placeId }) => inside.has(placeId)).map((team) => team.name),
				};
			});
		return answerPage(context, RegionBoardPage({ planning, rows, kinds }));
	});

	routes.get("/january", async (context) => answerPage(context, await januaryPage(context, services)));

	routes.post("/january/keep", async (context) => {
		const form = await readForm(context);
		const { year } = await loadPlanningPage(context, services);
		const kept = { jurisdictionId: year.state.id, year: form.text("year") };
		const { sha256 } = await perform(keepMeetingPacket, visitOf(context).person, kept);
		const notice = `The packet is kept as the status report, checksum ${sha256.slice(0, 12)}.`;
		return answerDone(context, `/planning-year/january?year=${Number(kept.year)}`, notice);
	});

	routes.get("/:file{packet\\.(html|docx|pdf)}", async (context) => {
		const { year } = await loadPlanningPage(context, services);
		const audience = packetAudiences.find((each) => each === context.req.query("audience")) ?? "senior-management";
		const asked = { jurisdictionId: year.state.id, year: year.year, audience };
		const { paper, fileName } = await perform(getMeetingPacket, visitOf(context).person, asked);
		return sendDocument(context, services, { paper, fileName: `${fileName}-${year.year}` });
	});

	routes.get("/visit-reports/:reportId/:file{report\\.(html|docx|pdf)}", async (context) => {
		const asked = { reportId: pathId(context, "reportId") };
		const made = await perform(getVisitReport, visitOf(context).person, asked);
		return sendDocument(context, services, made);
	});

	routes.post("/visit-reports/count", async (context) => {
		const form = await readForm(context);
		const planning = await loadPlanningPage(context, services);
		const asked = { jurisdictionId: planning.year.state.id, federalFiscalYear: form.text("countYear").trim() };
		try {
			const { id } = await perform(countVisitReport, visitOf(context).person, asked);
			const notice = "The visits were counted. Look at the numbers, then send the report.";
			return answerDone(context, `/planning-year/visit-reports#entry-${id}`, notice);
		} catch (error) {
			if (!(error instanceof InvalidInput || error instanceof Refused)) throw error;
			const message = error instanceof Refused ? error.message : "Give a federal fiscal year, for example 2026.";
			const list = planningListOf("visit-report");
			const state = form.state([{ field: "countYear", message }]);
			return answerPage(context, PlanningListPage({ planning, list, form: state, proposed: {} }), 422);
		}
	});

	routes.get("/panels", async (context) => {
		const planning = await loadPlanningPage(context, services);
		return answerPage(context, ReviewPanelsPage({ planning, reports: reportStandings(planning.year.facts) }));
	});

	routes.get("/panel-reports/:reportId/:file{answer\\.(html|docx|pdf)}", async (context) => {
		const asked = { reportId: pathId(context, "reportId") };
		const made = await perform(getPanelAnswer, visitOf(context).person, asked);
		return sendDocument(context, services, made);
	});

	routes.post("/panel-reports/:reportId/answer", async (context) => {
		const form = await readForm(context);
		const reportId = pathId(context, "reportId");
		const recipients = form.text("recipients").split("\n");
		const read = readValues(form);
		try {
			const sentOn = read.date("sentOn");
			if (sentOn === null) {
				const missing = { field: "sentOn", message: "Say on which day the answer was sent." };
				throw new InvalidInput(read.problems.length > 0 ? read.problems : [missing]);
			}
			await perform(sendPanelAnswer, visitOf(context).person, {
				...{ reportId, version: form.text("version"), sentOn },
				recipients: recipients.map((each) => each.trim()).filter((each) => each !== ""),
			});
		} catch (error) {
			const planning = await loadPlanningPage(context, services);
			const reports = reportStandings(planning.year.facts);
			const refused = error instanceof Refused ? [{ field: "", message: error.message }] : undefined;
			const sending = { reportId, form: form.state(refused ?? problemsOf(error)) };
			return answerPage(context, ReviewPanelsPage({ planning, reports, sending }), 422);
		}
		const notice = "The answer is noted as sent. Its receipts stand under papers given out.";
		return answerDone(context, "/planning-year/panels", notice);
	});

	routes.get("/cases", async (context) => {
		const planning = await loadPlanningPage(context, services);
		const newest = new Map(
			planning.year.facts["case-certification"]
				.toSorted((a, b) => a.asOf.localeCompare(b.asOf))
				.map((each) => [each.unit, each]),
		);
		return answerPage(context, CasesPage({ planning, newest: [...newest.values()] }));
	});

	routes.route("/profile", profileRoutes(services));
	routes.route("/", planningListRoutes(services));
	return routes;
}

async function januaryPage(context: Context<AppEnvironment>, services: AppServices) {
	const planning = await loadPlanningPage(context, services);
	const { facts, rules, year } = planning.year;
	const meeting = facts["planning-event"].findLast(
		({ eventKind, heldOn }) => eventKind === rules?.yearlyMeeting && heldOn?.startsWith(String(year)),
	);
	return JanuaryPage({
		...{ planning, meeting },
		guests: facts["event-guest"].filter(({ eventId }) => eventId === meeting?.id),
		outputs: (rules?.recordKinds ?? [])
			.filter(({ output }) => output)
			.map((kind) => ({
				kind,
				records: facts["planning-record"].filter(
					({ recordKind, eventId }) => recordKind === kind.id && meeting !== undefined && eventId === meeting.id,
				),
			})),
		audiences: packetAudiences.map((id) => ({ id, name: packetAudienceLabels[id] })),
	});
}
