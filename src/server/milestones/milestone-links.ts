import type { z } from "zod";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { installationActor } from "../../domain/people/installation.ts";
import type { Fact } from "../../domain/workflow/fact-kinds.ts";
import { NotFound } from "../../operations/errors.ts";
import type { milestoneReport } from "../../operations/milestone-report.ts";
import { openMilestoneLink } from "../../operations/open-milestone-link.ts";
import { type Performer, perform } from "../../operations/operation.ts";
import { reportByLink } from "../../operations/report-by-link.ts";
import { bytesOfId, createSigner, idOfBytes } from "./signed-token.ts";

/** How long a mailed link opens. A late milestone is mailed again each week, so that none need last long. */
export const linkDays = 45;

type LinkedMilestone = {
	readonly milestoneId: string;
	readonly milestoneVersion: number;
	readonly personId: string;
	readonly personVersion: number;
};

export type OpenedMilestone = {
	readonly milestone: Fact<"milestone">;
	readonly dueOn: PlainDate | null;
	readonly planTitle: string;
	readonly word: string;
	readonly placeName: string;
	readonly personName: string;
};

type Report = { [K in keyof typeof milestoneReport]?: z.input<(typeof milestoneReport)[K]> } & {
	readonly status: z.input<(typeof milestoneReport)["status"]>;
};

/** Links by which the owner of a milestone reports without signing in. */
export type MilestoneLinks = {
	/** What stands in the link: the milestone and the person, each at its version, and the last moment, signed. */
	tokenFor(link: LinkedMilestone): string;
	/** Opens a link and writes the opening down. Throws `NotFound` for one that was never made here or has ended. */
	open(token: string): Promise<OpenedMilestone>;
	/** Reports in the owner's name. Throws as `open` and `report-milestone` do. */
	report(token: string, report: Report): Promise<OpenedMilestone>;
};

const length = 16 + 4 + 16 + 4 + 4;

export function createMilestoneLinks(performer: Performer, secret: string): MilestoneLinks {
	const signer = createSigner(secret, "milestone link");
	const opened = async (token: string, what: "page" | "report") => {
		const content = signer.open(token);
		const bytes = content && Buffer.from(content);
		if (bytes?.length !== length || bytes.readUInt32BE(40) * 1000 < performer.clock().getTime()) {
			throw new NotFound(
				"This link has ended, or there never was one at this address. Sign in, or wait for the next mail.",
			);
		}
		return perform(performer, openMilestoneLink, installationActor, {
			milestoneId: idOfBytes(bytes.subarray(0, 16)),
			milestoneVersion: bytes.readUInt32BE(16),
			personId: idOfBytes(bytes.subarray(20, 36)),
			personVersion: bytes.readUInt32BE(36),
			what,
		});
	};
	return {
		tokenFor({ milestoneId, milestoneVersion, personId, personVersion }) {
			const bytes = Buffer.alloc(length);
			bytesOfId(milestoneId).copy(bytes, 0);
			bytes.writeUInt32BE(milestoneVersion, 16);
			bytesOfId(personId).copy(bytes, 20);
			bytes.writeUInt32BE(personVersion, 36);
			bytes.writeUInt32BE(Math.floor(performer.clock().getTime() / 1000) + linkDays * 86_400, 40);
			return signer.sign(bytes);
		},
		open: (token) => opened(token, "page"),
		async report(token, report) {
			const { rootId, ...found } = await opened(token, "report");
			const { milestone, dueOn, personName } = found;
			const owner = { personId: milestone.assignedPersonId ?? "", name: personName, grants: [] };
			const about = { milestoneId: milestone.id, version: milestone.version, rootId, dueOn };
			await perform(performer, reportByLink, owner, { ...report, ...about });
			return found;
		},
	};
}
