import { Edition } from "../../../domain/document/edition.ts";
import data from "./edition.json" with { type: "json" };

export const caCcfsr2013: Edition = Edition.parse(data);
