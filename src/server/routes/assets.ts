import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { AppEnvironment, AssetFolder } from "../app-environment.ts";

/** Styles, scripts, fonts and images of our own. The version is in the address, so browsers keep them for a year. */
export function assetRoutes({ folder, version }: AssetFolder): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.use(
		`/${version}/*`,
		serveStatic({
			root: folder,
			precompressed: true,
			rewriteRequestPath: (path) => path.replace(`/assets/${version}`, ""),
			onFound: (_path, context) => {
				context.header("Cache-Control", "public, max-age=31536000, immutable");
			},
		}),
	);
	return routes;
}
