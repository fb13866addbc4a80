import { readFile } from "node:fs/promises";
import path from "node:path";

/** The text of a step or of the functions, from the folder of definitions (src/indicators/definitions). */
export function readDefinition(definitionsFolder: string, file: string): Promise<string> {
	return readFile(path.join(definitionsFolder, file), "utf8");
}
