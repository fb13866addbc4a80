import type { Hono } from "hono";
import { createPdfRenderer } from "../../src/documents/pdf/create-pdf-renderer.ts";
import { renderPaper } from "../../src/documents/render-paper.ts";
import { getBudgetPaper } from "../../src/operations/get-budget-paper.ts";
import { getPaper } from "../../src/operations/get-paper.ts";
import { perform } from "../../src/operations/operation.ts";
import { createAccounts } from "../../src/server/accounts/accounts.ts";
import { testSecret } from "../../src/server/accounts/testing/test-accounts.ts";
import { testBrowser } from "../../src/server/accounts/testing/test-browser.ts";
import { createApp } from "../../src/server/app.ts";
import type { AppEnvironment } from "../../src/server/app-environment.ts";
import { createAttachments } from "../../src/server/attachments/create-attachments.ts";
import { createCalendarFeeds } from "../../src/server/calendar/calendar-feeds.ts";
import { createChecklists } from "../../src/server/checklists.ts";
import { createPageCounting } from "../../src/server/count-pages.ts";
import { createExtracts } from "../../src/server/extracts/create-extracts.ts";
import { sessionLimits } from "../../src/server/installation.ts";
import { createMilestoneLinks } from "../../src/server/milestones/milestone-links.ts";
import { createPaperLinks } from "../../src/server/planning/paper-links.ts";
import { createPresence } from "../../src/server/presence/presence.ts";
import { findActor } from "../../src/storage/sql/actors.ts";
import { extractsFolderFor } from "../support/extracts-folder.ts";
import { recordsWithoutRows } from "../support/records-without-rows.ts";
import type { AccessWorld, Visitor } from "./access-world.ts";

export const baseUrl = "http://localhost:3000";

/** The answer to a visitor's request. The body of what is not text is left out. */
export type Answer = { readonly status: number; readonly location: string; readonly text: string };

/** The whole web application on the world's database, with an account for every visitor. */
export type AccessServer = {
	readonly app: Hono<AppEnvironment>;
	get(visitor: Visitor, path: string): Promise<Answer>;
	post(visitor: Visitor, path: string, body: FormData | string): Promise<Answer>;
	/** What went wrong on our side, as it stands in the server's log. */
	readonly log: readonly string[];
	close(): Promise<void>;
};

export async function openAccessServer(world: AccessWorld): Promise<AccessServer> {
	const { storage } = world;
	const log: string[] = [];
	const quiet = () => undefined;
	const accounts = await createAccounts({
		pool: storage.accountsPool,
		secret: testSecret,
		baseUrl,
		sendMail: async () => undefined,
		clock: storage.clock,
		limits: sessionLimits,
		practice: true,
		logger: { info: quiet, warn: quiet, error: quiet },
	});
	const pdf = createPdfRenderer();
	const app = createApp({
		accounts,
		clock: storage.clock,
		perform: (operation, person, input) => perform(storage.performer, operation, person, input),
		renderPlan: async (person, input) => {
			const { paper, fileName } = await perform(storage.performer, getPaper, person, input);
			const rendered = await renderPaper(paper, input.format, pdf);
			return { ...rendered, fileName: `${fileName}.${rendered.extension}` };
		},
		renderBudgetForm: async (person, { formId, format }) => {
			const { paper, fileName } = await perform(storage.performer, getBudgetPaper, person, { formId });
			const rendered = await renderPaper(paper, format, pdf);
			return { ...rendered, fileName: `${fileName}.${rendered.extension}` };
		},
		records: recordsWithoutRows(storage.performer),
		extracts: createExtracts({ performer: storage.performer, extractsFolder: extractsFolderFor(storage.databaseName) }),
		milestoneLinks: createMilestoneLinks(storage.performer, testSecret),
		presence: createPresence(storage.performer, () => undefined),
		renderPaper: (paper, format) => renderPaper(paper, format, pdf),
		paperLinks: createPaperLinks(storage.performer, testSecret),
		calendarFeeds: createCalendarFeeds(storage.performer, testSecret, baseUrl),
		attachments: createAttachments({ performer: storage.performer, scanner: undefined, log: (line) => log.push(line) }),
		pages: createPageCounting({ performer: storage.performer, pdf, log: (line) => log.push(line) }),
		checklists: createChecklists({ performer: storage.performer, pdf }),
		findActor: (email) => findActor(storage.database, email),
		practice: true,
		listPracticePeople: async () => [],
		baseUrl,
		oidcLabel: undefined,
		assets: { folder: "/nowhere", version: "test" },
		isReady: async () => true,
		log: (line) => log.push(line),
		newErrorNumber: () => "1",
	});
	const cookies = new Map<string, string>();
	for (const { actor } of world.visitors) {
		const made = await accounts.createAccount({ email: actor.email, name: actor.name, invite: false });
		if (made.result !== "created") throw new Error(made.message);
		const browser = testBrowser();
		const facts = { cookieHeader: undefined, address: undefined, userAgent: undefined };
		browser.take((await accounts.signInAs({ accountId: made.accountId, ...facts })).setCookie);
		cookies.set(actor.personId, browser.cookieHeader());
	}
	const ask = async ({ actor }: Visitor, path: string, request: RequestInit): Promise<Answer> => {
		const headers = { ...request.headers, cookie: cookies.get(actor.personId) ?? "", origin: baseUrl };
		const response = await app.request(baseUrl + path, { ...request, headers });
		const isText = /text|json/.test(response.headers.get("content-type") ?? "");
		const location = response.headers.get("location") ?? "";
		const headerText = [...response.headers].map(([name, value]) => `${name}: ${decodeURIComponent(value)}`).join("\n");
		return { status: response.status, location, text: `${headerText}\n\n${isText ? await response.text() : ""}` };
	};
	return {
		app,
		get: (visitor, path) => ask(visitor, path, { headers: { accept: "text/html" } }),
		post: (visitor, path, body) =>
			ask(visitor, path, {
				method: "POST",
				body,
				headers: {
					accept: "text/html",
					...(typeof body === "string" ? { "content-type": "application/json" } : {}),
				},
			}),
		log,
		close: async () => {
			pdf.close();
			await accounts.close();
		},
	};
}
