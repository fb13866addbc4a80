import { addDays } from "../../domain/calendar/plain-date.ts";
import { changePart } from "../../operations/change-part.ts";
import type { EditText } from "../data/plan-times.ts";
import type { PlanStory } from "./plan-story.ts";
import { saveField } from "./save-field.ts";
import type { Desk, Session } from "./session.ts";

/** Changes that people make after the first writing, each with its reason. */
export function revisePlan(story: PlanStory): readonly Session[] {
	const { times, today } = story;
	return (times.edits ?? []).map((edit) => ({
		day: addDays(today, -edit.daysAgo),
		name: `plan ${times.key}: change ${"part" in edit ? edit.part : edit.field}`,
		run: (desk) => revise(desk, story, edit),
	}));
}

async function revise(desk: Desk, story: PlanStory, edit: EditText): Promise<void> {
	const { draft } = story;
	if ("field" in edit) {
		const { field, component, value } = edit;
		await saveField(desk, story, edit.who, { field, value, ...(component === undefined ? {} : { component }) });
		return;
	}
	const part = draft.part(edit.part);
	const common = { documentId: draft.documentId(), id: part.id, version: part.version, reason: edit.reason };
	const { statement, rationale, title } = edit;
	const saved =
		part.kind === "strategy"
			? await desk.perform(edit.who, changePart, { ...common, kind: "strategy", patch: { statement, rationale } })
			: await desk.perform(edit.who, changePart, {
					...common,
					kind: "milestone",
					patch: { statement, assignedTitle: title },
				});
	draft.keep(edit.part, { ...part, version: saved.version });
}
