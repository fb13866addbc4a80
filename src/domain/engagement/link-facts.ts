import { z } from "zod";

/** A signed link to a milestone was opened, or used to report. Mail programs open links too: an opening says no more than that. */
export const LinkOpening = z.object({
	jurisdictionId: z.uuid(),
	milestoneId: z.uuid(),
	personId: z.uuid(),
	openedAt: z.iso.datetime({ precision: 3 }),
	what: z.enum(["page", "report"]),
});
export type LinkOpening = z.infer<typeof LinkOpening>;

/** A calendar that calendar programs read by a secret address. Removing the fact ends the address for good. */
export const CalendarFeed = z.object({
	/** The person's own place, or the county whose calendar it is. */
	jurisdictionId: z.uuid(),
	/** Who made it and may end it. */
	personId: z.uuid(),
	scope: z.enum(["person", "county"]),
});
export type CalendarFeed = z.infer<typeof CalendarFeed>;
