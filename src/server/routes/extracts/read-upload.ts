import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import type { Context } from "hono";
import { InvalidInput } from "../../../operations/errors.ts";
import { shownFileName } from "../figures/shown-file-name.ts";

/** A file within a form, as it begins to arrive, with the fields that stood before it. */
export type ArrivingFile = {
	readonly fields: ReadonlyMap<string, string>;
	readonly fileName: string;
	readonly content: Readable;
};

/**
 * Reads a form with one file without holding the file: it is handed to `take` as it arrives, and what comes after it waits. Answers what
 * `take` answers. Throws `InvalidInput` where there is no form, or no file in the field "file".
 */
export async function readUpload<T>(context: Context, take: (file: ArrivingFile) => Promise<T>): Promise<T> {
	const { body } = context.req.raw;
	const contentType = context.req.header("content-type") ?? "";
	if (!body || !contentType.startsWith("multipart/form-data")) throw unreadable();
	const form = openForm(contentType);
	const fields = new Map<string, string>();
	const takings: Promise<T>[] = [];
	form.on("field", (name, value) => fields.set(name, value));
	form.on("file", (name, content, { filename }) => {
		// Whoever takes it hears of it; when nobody does, the form that it is part of has said it.
		content.on("error", () => undefined);
		if (takings.length > 0 || name !== "file" || !filename) return void content.resume();
		const taken = take({ fields, fileName: shownFileName(filename, "file"), content });
		takings.push(taken);
		// What is refused is not read to its end.
		taken.catch((error) => form.destroy(error));
	});
	const read = pipeline(Readable.fromWeb(body as ReadableStream<Uint8Array>), form);
	const problem: unknown = await read.then(
		() => undefined,
		(error: unknown) => error,
	);
	const [taken] = takings;
	if (taken !== undefined) return taken;
	if (problem !== undefined) throw unreadable(problem);
	throw new InvalidInput([{ field: "file", message: "Choose a file first." }]);
}

function openForm(contentType: string): busboy.Busboy {
	try {
		return busboy({
			headers: { "content-type": contentType },
			defParamCharset: "utf8",
			limits: { files: 1, fields: 10, fieldSize: 10_000 },
		});
	} catch (error) {
		throw unreadable(error);
	}
}

function unreadable(cause?: unknown): InvalidInput {
	const message = "What was sent could not be read. Go back, choose the file and send it again.";
	return Object.assign(new InvalidInput([{ field: "file", message }]), { cause });
}
