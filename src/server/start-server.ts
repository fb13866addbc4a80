import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { getRequestListener } from "@hono/node-server";
import { sql } from "kysely";
import { prepareFigures } from "../documents/figures/render-trend-figure.ts";
import { renderPaper } from "../documents/render-paper.ts";
import { getBudgetPaper } from "../operations/get-budget-paper.ts";
import { getPaper } from "../operations/get-paper.ts";
import { perform } from "../operations/operation.ts";
import { practicePeople } from "../practice/practice-people.ts";
import { type Queue, runQueue } from "../storage/queue/run-queue.ts";
import { findActor } from "../storage/sql/actors.ts";
import { anchorLog } from "../storage/sql/log/anchor-log.ts";
import { createApp } from "./app.ts";
import type { AppServices } from "./app-environment.ts";
import { createCalendarFeeds } from "./calendar/calendar-feeds.ts";
import { createChecklists } from "./checklists.ts";
import { createPageCounting } from "./count-pages.ts";
import { createExtractTaking } from "./extracts/create-extract-taking.ts";
import { createExtracts } from "./extracts/create-extracts.ts";
import { resumeExtracts } from "./extracts/resume-extracts.ts";
import { countIndicators } from "./indicators/count-indicators.ts";
import { createCounting } from "./indicators/create-counting.ts";
import { createRecordsReader } from "./indicators/read-records.ts";
import { type Installation, type InstallationOptions, openInstallation } from "./installation.ts";
import { listen } from "./listen.ts";
import { makePracticeState } from "./make-practice-state.ts";
import { createMilestoneLinks } from "./milestones/milestone-links.ts";
import { createPaperLinks } from "./planning/paper-links.ts";
import { createPresence } from "./presence/presence.ts";
import { createTasks } from "./tasks.ts";
import { within } from "./within.ts";

export type RunningServer = { readonly url: string; readonly installation: Installation; stop(): Promise<void> };

export type StartOptions = InstallationOptions & {
	/** Breaks the start off: what was started is stopped, and `startServer` rejects with the signal's reason. */
	readonly signal?: AbortSignal;
};

/** How long a stop waits for requests and tasks that are under way, in milliseconds. All in all it takes less than five seconds. */
const graceful = 1500;

/**
 * Starts everything and answers when requests are served: database, practice state, queue, web. Throws `StartError`,
 * `EmbeddedPostgresError`, `MigrationError` or `DatabaseUnreachable`; nothing is left running then.
 */
export async function startServer(given: StartOptions): Promise<RunningServer> {
	// The port first: a start that cannot serve should not touch anything.
	const web = createServer();
	const port = await listen(web, given.settings.port, given.settings.host);
	const settings = { ...given.settings, port, baseUrl: given.settings.baseUrl.replace(/:0$/, `:${port}`) };
	let listener: ReturnType<typeof getRequestListener> | undefined;
	web.on("request", (request, response) => {
		if (listener) return void listener(request, response);
		response.writeHead(503, { "content-type": "text/plain; charset=utf-8", "retry-after": "5" });
		response.end("Throughline is starting. Try again in a few seconds.");
	});
	const opened: { installation?: Installation; queue?: Queue } = {};
	const stop = async () => {
		const finished = new Promise((resolve) => web.close(resolve));
		web.closeIdleConnections();
		await Promise.all([within(graceful, finished), within(graceful, opened.queue?.stop() ?? finished)]);
		web.closeAllConnections();
		await opened.installation?.close();
	};
	try {
		const installation = await openInstallation({ ...given, settings });
		opened.installation = installation;
		given.signal?.throwIfAborted();
		if (installation.practice && installation.storage.holding === "nothing") {
			await unlessAborted(makePracticeState(installation, given), given.signal);
		}
		const extractsFolder = path.join(settings.dataDir, "extracts");
		await resumeExtracts({ performer: installation.performer, extractsFolder }, given.clock());
		opened.queue = await startQueue(installation, given);
		const services = await createServices(installation, given);
		// It holds everything up for a second: better now than in somebody's first page.
		await prepareFigures();
		given.signal?.throwIfAborted();
		listener = getRequestListener(createApp(services).fetch);
		return { url: settings.baseUrl, installation, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** The work, or a rejection as soon as the signal says so; what the work still does then is of no interest. */
async function unlessAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
	if (!signal) return work;
	const aborted = new Promise<never>((_, reject) => {
		signal.addEventListener("abort", () => reject(signal.reason), { once: true });
	});
	await Promise.race([work, aborted]);
}

function startQueue(installation: Installation, { clock, log, programFolder }: InstallationOptions): Promise<Queue> {
	const { performer, mailer, accounts, secret, settings, storage } = installation;
	const tasks = createTasks({
		performer,
		mailer,
		accounts,
		baseUrl: settings.baseUrl,
		milestoneLinks: createMilestoneLinks(performer, secret),
		paperLinks: createPaperLinks(performer, secret),
		reminderDays: { before: settings.milestoneMails.daysBefore, lateEvery: 7 },
		anchorLog: () => anchorLog(storage.admin, clock()),
		countIndicators: (jurisdictionId) => countIndicators(createCounting(installation, programFolder), jurisdictionId),
		takeExtract: createExtractTaking(installation, programFolder),
		scanWaiting: () => installation.attachments.scanWaiting(),
		log,
	});
	const schedule = [
		{ task: "anchor-log", at: "7 * * * *" },
		{ task: "remove-expired", at: "40 3 * * *" },
		...(settings.milestoneMails.hour === "off"
			? []
			: [
					{ task: "remind-of-milestones", at: `5 ${settings.milestoneMails.hour} * * *` },
					{ task: "remind-of-due-dates", at: `10 ${settings.milestoneMails.hour} * * *` },
				]),
		// A file that waits for the scanner waits a minute at most once that can be reached again.
		...(settings.clamdUrl === undefined ? [] : [{ task: "scan-attachments", at: "* * * * *" }]),
	];
	return runQueue(storage.workerPool, tasks, schedule, log);
}

async function createServices(
	installation: Installation,
	{ clock, log, programFolder }: InstallationOptions,
): Promise<AppServices> {
	const { accounts, performer, pdf, practice, secret, settings, storage } = installation;
	const build = JSON.parse(await readFile(path.join(programFolder, "dist/build.json"), "utf8"));
	return {
		accounts,
		clock,
		perform: (operation, person, input) => perform(performer, operation, person, input),
		renderPlan: async (person, input) => {
			const { paper, fileName } = await perform(performer, getPaper, person, input);
			const rendered = await renderPaper(paper, input.format, pdf);
			return { ...rendered, fileName: `${fileName}.${rendered.extension}` };
		},
		renderBudgetForm: async (person, { formId, format }) => {
			const { paper, fileName } = await perform(performer, getBudgetPaper, person, { formId });
			const rendered = await renderPaper(paper, format, pdf);
			return { ...rendered, fileName: `${fileName}.${rendered.extension}` };
		},
		records: createRecordsReader(createCounting(installation, programFolder)),
		extracts: createExtracts({ performer, extractsFolder: path.join(settings.dataDir, "extracts") }),
		milestoneLinks: createMilestoneLinks(performer, secret),
		presence: createPresence(performer, log),
		renderPaper: (paper, format) => renderPaper(paper, format, pdf),
		paperLinks: createPaperLinks(performer, secret),
		calendarFeeds: createCalendarFeeds(performer, secret, settings.baseUrl),
		attachments: installation.attachments,
		pages: createPageCounting({ performer, pdf, log }),
		checklists: createChecklists({ performer, pdf }),
		findActor: (email) => findActor(storage.database, email),
		practice,
		listPracticePeople: async () => (practice ? practicePeople : []),
		baseUrl: settings.baseUrl,
		oidcLabel: settings.oidc?.label,
		assets: { folder: path.join(programFolder, "dist/assets"), version: build.assetVersion },
		isReady: () =>
			sql`select 1`.execute(storage.database).then(
				() => true,
				() => false,
			),
		log,
		newErrorNumber: () => randomBytes(4).toString("hex"),
	};
}
