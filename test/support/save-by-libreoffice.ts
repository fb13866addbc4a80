import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A Word file as LibreOffice saves it again. */
export async function saveByLibreOffice(bytes: Uint8Array): Promise<Uint8Array> {
	const folder = await mkdtemp(path.join(tmpdir(), "throughline-word-"));
	try {
		const file = path.join(folder, "plan.docx");
		const saved = path.join(folder, "saved");
		await mkdir(saved);
		await writeFile(file, bytes);
		const profile = pathToFileURL(path.join(folder, "profile")).href;
		const options = [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "docx:MS Word 2007 XML"];
		await run("soffice", [...options, "--outdir", saved, file], { timeout: 120_000 }).catch((error: unknown) => {
			throw new Error("soffice could not be run. Where it is missing, install the package libreoffice-writer-nogui.", {
				cause: error,
			});
		});
		return new Uint8Array(await readFile(path.join(saved, "plan.docx")));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
