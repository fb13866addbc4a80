// `npm start`: installs what is missing, builds what is stale, starts the server. Needs nothing but Node and npm.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./install.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
installIfNeeded(root, spawnSync);
const { build, isStale } = await import("./build.mjs");
if (await isStale()) {
	console.log("Building Throughline ...");
	await build();
}
await import(path.join(root, "dist/server.js"));
