import { z } from "zod";
import type { Permission } from "../domain/people/roles.ts";

/** What is handed over within a review, beside the steps of the workflow. Each is told by mail to those on the other side. */
export const ReviewNews = z.enum([
	"comments-released",
	"questions-sent",
	"response-given",
	"position-stated",
	"negotiation-settled",
	"content-assigned",
	"draft-shared",
	"formal-action-taken",
]);
export type ReviewNews = z.infer<typeof ReviewNews>;

/** Who is told, by the right they hold in the plan's place. */
export const toldOfNews: Readonly<Record<ReviewNews, readonly Permission[]>> = {
	"comments-released": ["plan.write", "plan.submit"],
	"questions-sent": ["plan.write", "plan.submit"],
	"response-given": ["plan.review"],
	"position-stated": ["plan.review", "plan.submit"],
	"negotiation-settled": ["plan.review", "plan.write", "plan.submit"],
	"content-assigned": ["plan.write", "plan.submit"],
	"draft-shared": ["plan.review"],
	"formal-action-taken": ["plan.submit"],
};
