import { z } from "zod";
import { ExtractLoadState } from "../../domain/measure/extract-load.ts";
import { getExtractLoad } from "../../operations/get-extract-load.ts";
import { visitOf } from "../middleware/answers.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

const Input = z.object({ loadId: z.uuid() });

/** How far the reading of a file is. */
export const extractProgressRoute: ApiRoute = {
	method: "get",
	path: "/extract-loads/{loadId}/progress",
	name: "get-extract-progress",
	title: "Get how far the reading of a file is",
	signedIn: true,
	input: Input,
	answers: {
		json: z.object({
			state: ExtractLoadState,
			bytesRead: z.number().int().min(0),
			bytes: z.number().int().min(0).describe("Size of the file."),
		}),
	},
	async handle(services, context) {
		const { loadId } = checkInput(Input, await readInput(context, undefined));
		const { state, bytes } = await services.perform(getExtractLoad, visitOf(context).person, { loadId });
		const bytesRead = state === "reading" ? await services.extracts.progressOf(loadId) : bytes;
		return context.json({ state, bytesRead: Math.min(bytesRead, bytes), bytes });
	},
};
