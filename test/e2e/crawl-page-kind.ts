/** The kind of a page: its path with the ids taken out. `/plans/0199.../team` is `/plans/:id/team`. */
export function pageKind(path: string): string {
	return new URL(path, "http://localhost").pathname
		.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, ":id")
		.replace(/^\/outcomes\/:id\/[^/]+\/[^/]+/u, "/outcomes/:id/:vintage/:code")
		.replace(/\/share\/[^/]+$/u, "/share/:field")
		.replace(/\/submissions\/\d+/u, "/submissions/:number");
}

/** A page asked with other questions in its address is another thing to look at: `/plans/:id/team?group`. */
export function askedKind(path: string): string {
	const names = [...new URL(path, "http://localhost").searchParams.keys()];
	return names.length > 0 ? `${pageKind(path)}?${names.join("&")}` : pageKind(path);
}

/** The id of the plan that a page is about. */
export function findPlanId(path: string): string | undefined {
	return /^\/plans\/([0-9a-f-]{36})/u.exec(path)?.[1];
}

/** Files to download: answered, but no pages. */
export function isFile(path: string): boolean {
	return /\.(csv|docx|pdf|xlsx|json)$|\/attachments\/:id$/u.test(pageKind(path));
}
