const browsers = [
	["Edg/", "Edge"],
	["OPR/", "Opera"],
	["Firefox/", "Firefox"],
	["Chrome/", "Chrome"],
	["Safari/", "Safari"],
] as const;

const systems = [
	["Windows", "Windows"],
	["Android", "Android"],
	["iPhone", "iPhone"],
	["iPad", "iPad"],
	["Mac OS X", "Mac"],
	["CrOS", "ChromeOS"],
	["Linux", "Linux"],
] as const;

/** What a browser calls itself, in words that people know: "Firefox on Windows". */
export function browserInWords(userAgent: string): string {
	const find = (list: readonly (readonly [string, string])[]) => list.find(([sign]) => userAgent.includes(sign))?.[1];
	const [browser, system] = [find(browsers), find(systems)];
	if (!browser) return system ? `A program on ${system}` : "A program";
	return system ? `${browser} on ${system}` : browser;
}
