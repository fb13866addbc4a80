import { Edition } from "../../../domain/document/edition.ts";
import data from "./edition.json" with { type: "json" };

export const msCqi2016: Edition = Edition.parse(data);
