import { z } from "zod";
import { EvidenceArea } from "../../domain/finding/evidence-area.ts";
import data from "./round-4/crosswalk.json" with { type: "json" };

/** The indicators' catalogue that round 4 speaks of. */
export const crosswalkVintage = "cfsr4";

/** The seven outcomes and seven systemic factors of round 4 with their items, indicators and places in the State's papers. */
export const evidenceAreas: readonly EvidenceArea[] = z.array(EvidenceArea).parse(data.rows);
