// `npm run fuzz [-- --minutes N] [--seed N]`: reads spoiled files of every kind for so long, from that seed on. Each fault that it finds
// is told with the seed that makes it again. Exit code 1 when there is any.
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const { values } = parseArgs({
	options: { minutes: { type: "string", default: "5" }, seed: { type: "string", default: "1" } },
});
const bundle = path.join(root, ".build/fuzz/hold-file.mjs");
await build({
	entryPoints: [path.join(root, "test/indicators/fuzz/hold-file.ts")],
	bundle: true,
	platform: "node",
	format: "esm",
	packages: "external",
	outfile: bundle,
	logLevel: "warning",
});
const { fuzzRound } = await import(pathToFileURL(bundle).href);

const ends = Date.now() + Number(values.minutes) * 60_000;
let seed = Number(values.seed);
let faults = 0;
for (; Date.now() < ends; seed += 1) {
	const found = await fuzzRound(seed).catch((error) => [`seed ${seed}: ${error?.stack ?? error}`]);
	for (const fault of found) console.error(fault);
	faults += found.length;
}
console.log(`Seeds ${values.seed} to ${seed - 1}: ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
