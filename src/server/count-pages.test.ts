import { expect, test } from "vitest";
import { pagesOf } from "./count-pages.ts";

test("SIP-8, SIP-12: no attachment counts towards the whole", () => {
	const section = (id: string, role: "cover" | "narrative" | "components" | "attachments", pages: number) => ({
		id,
		role,
		pages,
		firstPage: 1,
		lastPage: pages,
	});
	const pagesBySection = [
		section("cover", "cover", 1),
		section("narrative", "narrative", 7),
		section("components", "components", 16),
		section("team", "attachments", 2),
		section("attachments", "attachments", 1),
	];
	expect(pagesOf({ pagesBySection })).toEqual({ narrative: 7, components: 16, whole: 24 });
});
