import { z } from "zod";
import { Resource } from "../../domain/resources/resource-facts.ts";
import data from "./library.json" with { type: "json" };

const LibraryResource = Resource.extend({ id: z.string().regex(/^[a-z0-9-]+$/) });
export type LibraryResource = z.infer<typeof LibraryResource>;

/** Publications and tools of federal centers that help with planning and review, each with its facets. */
export const resourceLibrary: readonly LibraryResource[] = z.array(LibraryResource).parse(data);
