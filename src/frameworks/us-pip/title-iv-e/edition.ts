import { Edition } from "../../../domain/document/edition.ts";
import data from "./edition.json" with { type: "json" };

export const usPipTitleIvE: Edition = Edition.parse(data);
