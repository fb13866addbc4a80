import { z } from "zod";
import { FederalRound } from "../../domain/measure/federal-result.ts";
import { InvalidInput } from "../../operations/errors.ts";
import { loadStateDataProfile } from "../../operations/load-state-data-profile.ts";
import { visitOf } from "../middleware/answers.ts";
import { readForm } from "../middleware/read-form.ts";
import type { ApiRoute } from "./api-route.ts";

/** Loads a state data profile, sent as `multipart/form-data`. A refused file is answered with its problems and status 422. */
export const profileLoadRoute: ApiRoute = {
	...loadStateDataProfile.http,
	name: loadStateDataProfile.name,
	title: loadStateDataProfile.title,
	description:
		"Takes the federal results of a State from a CSV or .xlsx file of at most 25 MB, whole or not at all. The same numbers twice change nothing. The status follows from the risk-standardized interval; observed performance is never compared with national performance. A file that is refused is answered with status 422 and a problem for each fault.",
	signedIn: true,
	body: "multipart",
	input: z.object({
		file: z.string().meta({ contentMediaType: "application/octet-stream" }),
		jurisdictionId: z.uuid().describe("The State that the profile is of."),
		round: FederalRound.optional().describe("round-4 unless given."),
		profile: z
			.string()
			.max(40)
			.optional()
			.describe("Release of the profile, such as 2025-08, where the file does not say it."),
		compareAtDisplayPrecision: z.enum(["yes", "raw"]).optional().describe("yes unless given."),
	}),
	answers: { json: loadStateDataProfile.output, alsoAt: [422] },
	async handle(services, context) {
		const form = await readForm(context);
		const file = form.file("file");
		if (!file) {
			throw new InvalidInput([
				{ field: "file", message: 'Send the file in the field "file" of a multipart/form-data body.' },
			]);
		}
		// Whatever was sent is checked by the operation's own schema.
		const given = (name: string) => (form.text(name) === "" ? undefined : form.text(name));
		const result = await services.perform(loadStateDataProfile, visitOf(context).person, {
			jurisdictionId: form.text("jurisdictionId"),
			round: given("round") as FederalRound | undefined,
			profile: given("profile"),
			compareAtDisplayPrecision: given("compareAtDisplayPrecision") as "yes" | "raw" | undefined,
			fileName: file.name || "profile",
			bytes: new Uint8Array(await file.arrayBuffer()),
		});
		return context.json(result, result.result === "refused" ? 422 : 200);
	},
};
