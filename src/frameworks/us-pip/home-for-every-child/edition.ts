import { Edition } from "../../../domain/document/edition.ts";
import data from "./edition.json" with { type: "json" };

export const usPipHomeForEveryChild: Edition = Edition.parse(data);
