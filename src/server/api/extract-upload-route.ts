import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { ExtractUploadInput } from "../../operations/allow-extract-upload.ts";
import { InvalidInput } from "../../operations/errors.ts";
import { visitOf } from "../middleware/answers.ts";
import { shownFileName } from "../routes/figures/shown-file-name.ts";
import { type ApiRoute, checkInput, readInput } from "./api-route.ts";

/** Takes a file of AFCARS or NCANDS of any size as the body of the request. It is read in the background. */
export const extractUploadRoute: ApiRoute = {
	method: "put",
	path: "/extract-uploads",
	name: "upload-extract",
	title: "Upload an AFCARS or NCANDS file",
	description:
		"Send the file as it is as the body of the request, of any size. It is kept and read in the background: ask GET /extract-loads/{loadId}/progress until the state is no longer reading, then GET /extract-loads/{loadId} says what became of it.",
	signedIn: true,
	body: "bytes",
	input: ExtractUploadInput,
	answers: { json: z.object({ loadId: z.uuid() }) },
	async handle(services, context) {
		const { fileName, jurisdictionId } = checkInput(ExtractUploadInput, await readInput(context, "bytes"));
		const { body } = context.req.raw;
		if (!body) throw new InvalidInput([{ field: "", message: "Send the file as the body of the request." }]);
		const about = { jurisdictionId, fileName: shownFileName(fileName, "file") };
		const content = Readable.fromWeb(body as ReadableStream<Uint8Array>);
		return context.json(await services.extracts.receive(visitOf(context).person, about, content));
	},
};
