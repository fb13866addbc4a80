import { expect } from "vitest";
import { expectState, read } from "./thread-expect.ts";
import type { Hand, HandedFile } from "./thread-hand.ts";
import { days } from "./thread-story.ts";

let papers = 0;

/** A small PDF that is like no other. */
export function paper(name: string): HandedFile {
	papers += 1;
	const text = `%PDF-1.7\n% ${name} ${papers} ${Date.now()}\ntrailer\n<< >>\n%%EOF\n`;
	return { name: `${name}-${papers}.pdf`, mimeType: "application/pdf", buffer: Buffer.from(text) };
}

/** Attaches a file to the plan that is open. Answers its name. */
export async function attach(hand: Hand, kind: string, name: string): Promise<string> {
	const file = paper(name);
	await hand.follow(/^Attachments/u);
	await hand.choose("What it is", kind);
	await hand.attach("File", file);
	await hand.press("Attach the file");
	expect(await read(hand.page.getByRole("main"))).toContain(file.name);
	return file.name;
}

/**
 * A plan that is ready goes through the Board and is signed by both: the director with an account, the chief probation officer
 * on paper. Both hands have the plan open, and have its overview open in the end.
 */
export async function approve(planner: Hand, director: Hand): Promise<void> {
	await bringToBoard(planner, { number: "Resolution 26-117", name: "resolution", says: "The Board has verified" });
	await recordOnPaper(planner);
	await director.follow("Approval");
	if ((await director.page.getByRole("link", { name: /^Read and sign/u }).count()) > 0) {
		await director.follow(/^Read and sign/u);
		await director.press("Sign the plan");
		expect(await read(director.page.getByRole("main"))).toContain("you have read the whole plan");
		await director.tick("I have read the whole plan");
		await director.press("Sign the plan");
	}
	expect(await read(director.page.getByRole("main"))).toContain("Nothing is missing.");
	await director.follow("Overview");
	await planner.follow("Overview");
}

/** The Board's action with its paper, and the step that follows from it. */
export async function bringToBoard(
	planner: Hand,
	action: { readonly number: string; readonly name: string; readonly says?: string },
): Promise<void> {
	await planner.follow("Approval");
	const main = planner.page.getByRole("main");
	if ((await read(main)).includes("No action is recorded yet.")) {
		const resolution = await attach(planner, action.says ? "Approved Board action" : "Agenda item", action.name);
		await planner.follow("Approval");
		await planner.pick("Resolution");
		await planner.fill("Number", action.number);
		await planner.fill("Day on which the Board acted", days.today);
		if (action.says) await planner.tick(action.says);
		await planner.choose("Paper of the action", resolution);
		await planner.press("Record the Board's action");
		expect(await read(main)).toContain("The plan now stands as approved by the Board.");
		await planner.follow("Overview");
	} else {
		await planner.follow("Overview");
		await planner.follow("Go on with the Board's approval");
		await planner.press("Go on with the Board's approval");
	}
	await expectState(planner, "Approved by the Board");
}

async function recordOnPaper(planner: Hand): Promise<void> {
	await planner.follow("Approval");
	const link = /^Record a signature on paper.*chief probation officer/u;
	if ((await planner.page.getByRole("link", { name: link }).count()) === 0) return;
	const sheet = await attach(planner, "Signature sheet", "signature-sheet");
	await planner.follow("Approval");
	await planner.follow(link);
	await planner.fill("Day of the signature", days.today);
	await planner.choose("Signed sheet", sheet);
	await planner.press("Record the signature");
}
