import { z } from "zod";
import { getDocument } from "./open-plan.ts";
import { defineOperation, requireRole } from "./operation.ts";
import type { Present } from "./ports.ts";

const PresentOutput = z
	.object({
		personId: z.uuid(),
		documentId: z.uuid(),
		name: z.string(),
		place: z.string().describe("The page that they have open, in words."),
		seenAt: z.iso.datetime(),
	})
	.meta({ id: "Present", description: "Somebody who has had the document open within the last minute." });

/** For how long somebody counts as being here after they were last seen. */
export const presentSeconds = 60;

/** From when somebody must have been seen to count as being here. */
export function presentSince(now: Date): Date {
	return new Date(now.getTime() - presentSeconds * 1000);
}

/** Who has a document open now. Only those who may read its draft are told. */
export const listPresent = defineOperation({
	name: "list-present",
	title: "List who has a document open now",
	http: { method: "get", path: "/plans/{documentId}/present" },
	input: z.object({ documentId: z.uuid() }),
	output: z.array(PresentOutput),
	async run(context, { documentId }): Promise<readonly Present[]> {
		const { actor, clock, stores } = context;
		const document = await getDocument(context, documentId);
		requireRole(actor, "plan.read-draft", await stores.jurisdictions.pathOf(document.jurisdictionId));
		return stores.presence.list(presentSince(clock()), documentId);
	},
});

/** Brings what one server has seen together with what the others have: keeps the one and answers all. Done by the installation. */
export const exchangePresence = defineOperation({
	name: "exchange-presence",
	title: "Bring together who is here",
	http: { method: "post", path: "/internal/presence" },
	input: z.object({
		seen: z.array(
			z.object({
				...{ personId: z.uuid(), documentId: z.uuid() },
				...{ name: z.string().max(200), place: z.string().max(200), seenAt: z.date() },
			}),
		),
	}),
	output: z.array(PresentOutput),
	async run({ actor, clock, stores }, { seen }): Promise<readonly Present[]> {
		requireRole(actor, "jurisdiction.manage", []);
		await stores.presence.keep(seen);
		return stores.presence.list(presentSince(clock()));
	},
});
