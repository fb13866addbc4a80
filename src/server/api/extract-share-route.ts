import { z } from "zod";
import { ShareInput } from "../../operations/share-extract-problems.ts";
import { visitOf } from "../middleware/answers.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

/** Makes a link to the problems of a file, or of one county in it, that opens without an account. */
export const extractShareRoute: ApiRoute = {
	method: "post",
	path: "/extract-loads/{loadId}/shares",
	name: "share-extract-problems",
	title: "Share the problems of a file by a link",
	description:
		"The address is answered this once: only a hash of it is kept. Each opening of the link is written down.",
	signedIn: true,
	body: "json",
	input: ShareInput,
	answers: { json: z.object({ shareId: z.uuid(), address: z.url(), expiresAt: z.iso.datetime() }) },
	async handle(services, context) {
		const input = checkInput(ShareInput, await readInput(context, "json"));
		const { token, ...made } = await services.extracts.share(visitOf(context).person, input);
		return context.json({ ...made, address: `${services.baseUrl}/shared/extracts/${token}` });
	},
};
