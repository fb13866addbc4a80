import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { getRequestListener } from "@hono/node-server";
import { sql } from "kysely";
import { prepareFigures } from "../documents/figures/render-trend-figure.ts";
import { renderPaper } from "../documents/render-paper.ts";
import { getPaper } from "../operations/get-paper.ts";
import { perform } from "../operations/operation.ts";
import { practicePeople } from "../practice/practice-people.ts";
import { runQueue } from "../storage/queue/run-queue.ts";
import { findActor } from "../storage/sql/actors.ts";
import { anchorLog } from "../storage/sql/log/anchor-log.ts";
import { createApp } from "./app.ts";
import type { AppServices } from "./app-environment.ts";
import { type Installation, type InstallationOptions, openInstallation } from "./installation.ts";
import { makePracticeState } from "./make-practice-state.ts";
import { StartError } from "./start-error.ts";
import { createTasks } from "./tasks.ts";

export type RunningServer = { readonly url: string; readonly installation: Installation; stop(): Promise<void> };

/** Starts everything and answers when requests are served: database, practice state, queue, web. */
export async function startServer(options: InstallationOptions): Promise<RunningServer> {
	const { settings, clock, log } = options;
	// The port first: a start that cannot serve should not touch anything.
	const web = createServer();
	const port = await listen(web, settings.port, settings.host);
	let listener: ReturnType<typeof getRequestListener> | undefined;
	web.on("request", (request, response) => {
		if (listener) return void listener(request, response);
		response.writeHead(503, { "content-type": "text/plain; charset=utf-8", "retry-after": "5" });
		response.end("Throughline is starting. Try again in a few seconds.");
	});
	try {
		const installation = await openInstallation(options);
		const { storage, performer, accounts, pdf } = installation;
		if (installation.practice && storage.holding === "nothing") await makePracticeState(installation, options);
		const queue = await runQueue(
			storage.workerPool,
			createTasks({
				performer,
				mailer: installation.mailer,
				accounts,
				baseUrl: settings.baseUrl,
				anchorLog: () => anchorLog(storage.admin, clock()),
				log,
			}),
			[
				{ task: "anchor-log", at: "7 * * * *" },
				{ task: "remove-expired", at: "40 3 * * *" },
			],
			log,
		);
		const build = JSON.parse(await readFile(path.join(options.programFolder, "dist/build.json"), "utf8"));
		const services: AppServices = {
			accounts,
			clock,
			perform: (operation, person, input) => perform(performer, operation, person, input),
			renderPlan: async (person, input) => {
				const { paper, fileName } = await perform(performer, getPaper, person, input);
				const rendered = await renderPaper(paper, input.format, pdf);
				return { ...rendered, fileName: `${fileName}.${rendered.extension}` };
			},
			findActor: (email) => findActor(storage.database, email),
			practice: installation.practice,
			listPracticePeople: async () => (installation.practice ? practicePeople : []),
			baseUrl: settings.baseUrl,
			oidcLabel: settings.oidc?.label,
			assets: { folder: path.join(options.programFolder, "dist/assets"), version: build.assetVersion },
			isReady: async () => {
				await sql`select 1`.execute(storage.database);
				return true;
			},
			log,
			newErrorNumber: () => randomBytes(4).toString("hex"),
		};
		// It holds everything up for a second: better now than in somebody's first page.
		await prepareFigures();
		listener = getRequestListener(createApp(services).fetch);
		return {
			url: settings.baseUrl.replace(/:0$/, `:${port}`),
			installation,
			async stop() {
				web.close();
				web.closeIdleConnections();
				await queue.stop();
				web.closeAllConnections();
				await installation.close();
			},
		};
	} catch (error) {
		web.closeAllConnections();
		web.close();
		throw error;
	}
}

function listen(web: Server, port: number, host: string): Promise<number> {
	return new Promise((resolve, reject) => {
		web.once("error", (error: NodeJS.ErrnoException) => {
			reject(
				error.code === "EADDRINUSE"
					? new StartError(
							`Port ${port} is in use by another program, or Throughline is running already. Stop that program, or choose another port: PORT=${port + 1} npm start`,
							{ cause: error },
						)
					: new StartError(
							`Throughline cannot listen on ${host}, port ${port}: ${error.message}. Set HOST and PORT to an address of this machine.`,
							{ cause: error },
						),
			);
		});
		web.listen(port, host, () => {
			const address = web.address();
			resolve(typeof address === "object" && address ? address.port : port);
		});
	});
}
