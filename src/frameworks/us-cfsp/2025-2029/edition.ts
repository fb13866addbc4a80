import { Edition } from "../../../domain/document/edition.ts";
import data from "./edition.json" with { type: "json" };

export const usCfsp20252029: Edition = Edition.parse(data);
