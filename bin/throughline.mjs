#!/usr/bin/env node
// The command line: installs what is missing, builds what is stale (saying so on standard error), then runs dist/cli.js.
import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(realpathSync(fileURLToPath(import.meta.url))), "..");
const { installIfNeeded } = await import("../scripts/install.mjs");
installIfNeeded(root, spawnSync);
const { build, isStale } = await import("../scripts/build.mjs");
if (await isStale()) {
	console.error("Building Throughline ...");
	await build();
}
await import(path.join(root, "dist/cli.js"));
