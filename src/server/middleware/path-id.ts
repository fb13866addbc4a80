import type { Context } from "hono";
import { z } from "zod";
import { NotFound } from "../../operations/errors.ts";

const Id = z.uuid();

/** An id in the path. Throws `NotFound` for what is no id: there is no such page. */
export function pathId(context: Context, name: string): string {
	const id = Id.safeParse(context.req.param(name));
	if (!id.success) throw new NotFound("There is no page at this address. Check it, or go on from the home page.");
	return id.data;
}
