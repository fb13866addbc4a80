import type { BrowserContext } from "playwright-core";

/** Watches all that happens in a browser. */
export type BrowserGuard = {
	/** Lets a fault pass. */
	allow(fault: RegExp): void;
	/** Throws with all faults that were seen and not allowed. */
	check(): void;
};

/**
 * Notes what no page may do: ask another host for anything, break the content policy, write an error to the console, let
 * an error of its script escape, or ask for a part that is not there. A page that answers 4xx is no fault of its own.
 */
export function watchContext(context: BrowserContext, baseUrl: string): BrowserGuard {
	const { origin } = new URL(baseUrl);
	const faults: string[] = [];
	const allowed: RegExp[] = [];

	context.on("request", (request) => {
		const url = new URL(request.url());
		const ours = url.origin === origin || ["data:", "blob:", "about:"].includes(url.protocol);
		if (!ours) faults.push(`Asked another host: ${request.url()}`);
	});
	context.on("response", (response) => {
		const request = response.request();
		if (response.status() < 400) return;
		if (request.isNavigationRequest() && response.status() < 500) return;
		faults.push(`Answer ${response.status()}: ${request.method()} ${response.url()}`);
	});
	context.on("console", (message) => {
		const told = message.text().startsWith("Failed to load resource: the server responded");
		if (message.type() === "error" && !told) faults.push(`Console: ${message.text()} (${message.location().url})`);
	});
	context.on("weberror", (error) => faults.push(`Script: ${String(error.error())}`));
	return {
		allow: (fault) => allowed.push(fault),
		check: () => {
			const left = faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault)));
			if (left.length > 0) throw new Error(`The browser saw faults:\n${[...new Set(left)].join("\n")}`);
		},
	};
}
