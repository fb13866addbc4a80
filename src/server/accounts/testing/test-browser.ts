/** Keeps cookies like a browser: name, value and Max-Age, for one host. For tests. */
export interface TestBrowser {
	/** The Cookie header of the next request. */
	readonly cookieHeader: () => string;
	/** Takes over the Set-Cookie headers of an answer. */
	take(setCookie: readonly string[]): void;
	find(name: string): string | undefined;
}

export function testBrowser(): TestBrowser {
	const cookies = new Map<string, string>();
	return {
		cookieHeader: () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
		take: (setCookie) => {
			for (const line of setCookie) {
				const pair = line.split(";", 1)[0] ?? "";
				const at = pair.indexOf("=");
				const name = pair.slice(0, at);
				if (/;\s*max-age=0\b/i.test(line)) cookies.delete(name);
				else cookies.set(name, pair.slice(at + 1));
			}
		},
		find: (name) => cookies.get(name),
	};
}
