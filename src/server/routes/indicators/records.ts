import { Readable } from "node:stream";
import type { Context } from "hono";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import { listPlacesFor } from "../../../operations/list-places-for.ts";
import { RecordOutcome } from "../../../operations/outputs/indicator-outputs.ts";
import { type RecordProps, RecordsPage } from "../../../web/pages/indicators/records-page.tsx";
import { MessagePage } from "../../../web/shell/message-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { indicatorName, readIndicatorId } from "./indicator-names.ts";
import { indicatorPlaces } from "./indicator-place.ts";
import { indicatorView } from "./indicator-view.ts";

const limit = 50;

/** A page of the records behind a number, for people with the grant for case-level data. */
export async function showRecords(services: AppServices, context: Context<AppEnvironment>): Promise<Response> {
	const asked = await readAsked(services, context);
	if (!asked) return refuse(context);
	const from = Math.min(Math.max(0, Math.trunc(Number(context.req.query("from"))) || 0), 100_000_000);
	const { place, groups, ...input } = asked;
	const found = await services.records.list(visitOf(context).person, { ...input, ...groups, from, limit });
	const page = RecordsPage({
		frame: context.get("frame"),
		indicator: indicatorName(input.indicator),
		...{ place, window: input.window, asked: groups, total: found.total, from, limit },
		records: found.records.map(
			(each): RecordProps => ({
				...each,
				removal: each.removal === null ? null : plainDate(each.removal),
				exit: each.exit === null ? null : plainDate(each.exit),
				reportDate: each.reportDate === null ? null : plainDate(each.reportDate),
			}),
		),
	});
	return answerPage(context, page);
}

/** All records behind a number as a file, read piece by piece. */
export async function sendRecords(services: AppServices, context: Context<AppEnvironment>): Promise<Response> {
	const asked = await readAsked(services, context);
	if (!asked) return refuse(context);
	const { place: _place, groups, ...input } = asked;
	const lines = services.records.stream(visitOf(context).person, { ...input, ...groups });
	// The first piece is waited for: a refusal is an answer of its own, not a broken file.
	const first = await lines.next();
	const all = (async function* () {
		if (!first.done) yield Buffer.from(first.value);
		for await (const piece of lines) yield Buffer.from(piece);
	})();
	return context.body(Readable.toWeb(Readable.from(all)) as ReadableStream, 200, {
		"Content-Type": "text/csv; charset=utf-8",
		"Content-Disposition": `attachment; filename="records-${input.indicator}-${input.window}.csv"`,
		"Cache-Control": "no-store",
	});
}

/** Which records the address asks for; undefined for those without the grant for the place. */
async function readAsked(services: AppServices, context: Context<AppEnvironment>) {
	const indicator = readIndicatorId(context.req.param("indicator"));
	const { place } = await indicatorPlaces(services, context);
	const { person } = visitOf(context);
	const allowed = await services.perform(listPlacesFor, person, { permission: "cases.read" });
	if (!allowed.some(({ id }) => id === place.id)) return undefined;
	const { shown } = await indicatorView(services, context, indicator);
	const groups = Object.fromEntries(
		(["county", "ageGroup", "raceEthnicity", "sex"] as const).flatMap((name) => {
			const value = context.req.query(name)?.slice(0, 60);
			return value ? [[name, value]] : [];
		}),
	);
	const outcome = RecordOutcome.safeParse(context.req.query("outcome"));
	return {
		...{ indicator, place, jurisdictionId: place.id, window: shown.run.window },
		groups: { ...groups, ...(outcome.success ? { outcome: outcome.data } : {}) },
	};
}

function refuse(context: Context<AppEnvironment>): Response | Promise<Response> {
	const page = MessagePage({
		frame: context.get("frame"),
		title: "Records are for case-level data readers",
		message:
			"The records behind a number are data of single children. Only people with the role “Case-level data reader” for this place may see them, and each of their looks is written down. Ask your administrator if your work needs it.",
		links: [{ label: "Go to the indicators", href: "/indicators" }],
	});
	return answerPage(context, page, 403);
}
