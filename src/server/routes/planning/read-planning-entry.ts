import { InvalidInput } from "../../../operations/errors.ts";
import { fieldsOf, type PlanningField, type PlanningList } from "../../../web/pages/planning/planning-lists.ts";
import type { PlanningProps } from "../../../web/pages/planning/planning-props.ts";
import type { SentForm } from "../../middleware/read-form.ts";
import { readTypedNumber, readValues, type ValueReader } from "../plans/read-values.ts";

/** The values of an entry of a planning list from its form, as the operations take them. Throws `InvalidInput`. */
export function readPlanningEntry(
	list: PlanningList,
	planning: PlanningProps,
	form: SentForm,
	recordKind: string | undefined,
): Readonly<Record<string, unknown>> {
	const read = readValues(form);
	const values: Record<string, unknown> = {};
	for (const field of fieldsOf(list, planning, recordKind)) {
		if (field.control === "groups") Object.assign(values, readGroups(field.name, form.text(field.name), read));
		else values[field.name] = readField(field, planning, read, form);
	}
	if (read.problems.length > 0) throw new InvalidInput(read.problems);
	return values;
}

function readField(field: PlanningField, planning: PlanningProps, read: ValueReader, form: SentForm): unknown {
	const { name, label, optional } = field;
	const need = <T>(value: T): T => {
		if ((value === null || value === "") && !optional && !read.problems.some((each) => each.field === name)) {
			read.problems.push({ field: name, message: `${label}: fill this in.` });
		}
		return value;
	};
	switch (field.control) {
		case "hidden":
		case "line":
			return need(read.text(name, 300).trim());
		case "text":
			return read.text(name, 8000).trim();
		case "date":
			return need(read.date(name));
		case "whole":
		case "number":
			return need(read.number(name));
		case "checks":
			return form.texts(name);
		case "groups":
			return undefined;
		case "select": {
			const sent = form.text(name);
			const known = field.options?.(planning).some(({ value }) => value === sent) ?? false;
			if (!known && !optional) {
				read.problems.push({ field: name, message: `${label}: choose one from the list.` });
			}
			// A due-date rule is a word, all else that may be left open names another fact.
			return known ? sent : name === "dueRuleId" ? "" : null;
		}
	}
}

/** "Ages 0 to 5, 1,204" a line: the number is what stands after the last comma that is followed by no digit group of it. */
function readGroups(field: string, text: string, read: ValueReader) {
	const groups: string[] = [];
	const values: number[] = [];
	for (const [index, row] of text.split("\n").entries()) {
		if (row.trim() === "") continue;
		const match = /^(.*?)[,;\t]\s*([\d.,]+\s*%?)\s*$/u.exec(row.trim());
		const number = match?.[2] === undefined ? undefined : readTypedNumber(match[2]);
		if (!match?.[1] || number === undefined) {
			read.problems.push({
				field,
				message: `Line ${index + 1}, "${row.trim().slice(0, 60)}": write the group, a comma and a number, for example "Ages 0 to 5, 1204".`,
			});
			continue;
		}
		groups.push(match[1].trim());
		values.push(number);
	}
	if (groups.length === 0 && !read.problems.some((each) => each.field === field)) {
		read.problems.push({ field, message: "Write at least one group with its number." });
	}
	return { groups, values };
}
