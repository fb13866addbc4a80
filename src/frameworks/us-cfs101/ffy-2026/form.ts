import { FormEdition } from "../../../domain/money/form-edition.ts";
import data from "./form.json" with { type: "json" };

/**
 * Form CFS-101 as it is known in the field for FFY2026 and later: that of FFY2022 with foster care in qualified residential treatment
 * programs on a line of its own, the limit of administration on the caseworker visit funds, and the certification. No form of these years
 * was read. Locked by version and checksum.
 */
export const cfs101Ffy2026: FormEdition = FormEdition.parse(data);
