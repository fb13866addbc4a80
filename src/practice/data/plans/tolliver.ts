import type { PlanText } from "../../plan-text.ts";

/** Tolliver's plan: started, and still empty. */
export const tolliver: PlanText = { county: "tolliver", title: "", narrative: {}, components: [] };
