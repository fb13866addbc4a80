import { FormEdition } from "../../../domain/money/form-edition.ts";
import data from "./form.json" with { type: "json" };

/** Form CFS-101 as attached to the instruction for FFY2022. Locked by version and checksum. */
export const cfs101Ffy2022: FormEdition = FormEdition.parse(data);
