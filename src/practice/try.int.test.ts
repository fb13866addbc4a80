import { test } from "vitest";
import { writeFileSync } from "node:fs";
import { plainDate } from "../domain/calendar/plain-date.ts";
import { installationActor } from "../domain/people/installation.ts";
import { createIds } from "../storage/sql/ids.ts";
import { createUnitOfWork } from "../storage/sql/unit-of-work.ts";
import { openTestStorage } from "../../test/support/test-storage.ts";
import { loadPracticeState } from "./load-practice-state.ts";
import { listPlans } from "../operations/list-plans.ts";
import { getPlan } from "../operations/get-plan.ts";
import { getPaper } from "../operations/get-paper.ts";
import { perform } from "../operations/operation.ts";
import { renderPaper } from "../documents/render-paper.ts";
test("load", async () => {
	const storage = await openTestStorage();
	(globalThis as any).__names = {};
	try {
		await loadPracticeState({
			performerAt: (clock, random) => ({ inTransaction: createUnitOfWork(storage.database, storage.seal, clock), clock, ids: createIds(clock, random) }),
			createAccount: async () => undefined,
			today: plainDate("2026-11-21"),
			seed: 1,
		});
		const p = { ...storage.performer, clock: () => new Date("2026-11-21T18:00:00Z") };
		for (const { document, cycle, jurisdiction } of await perform(p, listPlans, installationActor, {})) {
			const view = await perform(p, getPlan, installationActor, { documentId: document.id });
			console.log("=====", document.title, document.state, cycle.startsOn, cycle.endsOn, document.submittedOn, document.acceptedOn, "subs", view.submissions.length);
			for (const c of view.checks) console.log(c.severity, c.ruleId, c.waived ? "WAIVED" : "", c.message);
			const { paper, fileName } = await perform(p, getPaper, installationActor, { documentId: document.id });
			const html = await renderPaper(paper, "html" as any, undefined as any);
			writeFileSync(`/tmp/practice/${jurisdiction.code}-${document.state}.html`, html.bytes as any);
		}
	} catch (e) { console.error(e, (e as Error).cause); throw e; }
	finally { await storage.end(); }
}, 300_000);
