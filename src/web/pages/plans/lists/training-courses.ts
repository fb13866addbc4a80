import { trainingMatchWords } from "../../../../domain/plan/training-facts.ts";
import type { PlanList } from "./list-fields.ts";

/** The table of a State's training plan, a row for each course. */
export const trainingCourses: PlanList<"training-course"> = {
	slug: "training-courses",
	kind: "training-course",
	title: "Training courses",
	intro:
		"Each course of the training plan, with those that title IV-E pays for. The table is printed under the training plan; a yearly report begins with the rows of the last paper.",
	one: "course",
	source: "45 CFR 1356.60, 1357.15(t) (B1-04)",
	plans: ["state-five-year-plan"],
	fields: [
		{ name: "title", label: "Course", control: "line", most: 300 },
		{ name: "description", label: "What it teaches", control: "text", most: 4000, optional: true },
		{ name: "audience", label: "Audience", hint: "Who takes it.", control: "line", most: 500, optional: true },
		{
			...{ name: "setting", label: "Setting or venue", control: "line", most: 300, optional: true },
			hint: "A classroom, a university, online, on the job.",
		},
		{ name: "provider", label: "Provider", control: "line", most: 300, optional: true },
		{
			...{ name: "duration", label: "Duration", control: "line", most: 200, optional: true },
			hint: "Short or long term, part or full time: two weeks, full time.",
		},
		{ name: "hours", label: "Hours", hint: "For one who takes it.", control: "number", optional: true },
		{
			...{ name: "purpose", label: "Purpose under title IV-E", control: "text", most: 1000, optional: true },
			hint: "The function that it serves, such as initial training of new caseworkers.",
		},
		{
			...{ name: "matchRate", label: "Federal share claimed", control: "select" },
			choices: () => Object.entries(trainingMatchWords).map(([value, label]) => ({ value, label })),
		},
		{
			...{ name: "costAllocation", label: "Cost allocation", control: "text", most: 1000, optional: true },
			hint: "How the cost is divided among programs.",
		},
		{ name: "estimatedDollars", label: "Estimated cost", hint: "In whole dollars.", control: "number", optional: true },
	],
	heading: (each) => each.title,
	lines: (each) => [
		["What it teaches", each.description],
		["Audience", each.audience],
		["Setting or venue", each.setting],
		["Provider", each.provider],
		["Duration", [each.duration, each.hours === null ? "" : `${each.hours} hours`].filter(Boolean).join(", ")],
		["Purpose under title IV-E", each.purpose],
		["Federal share", trainingMatchWords[each.matchRate]],
		["Cost allocation", each.costAllocation],
		["Estimated cost", each.estimatedDollars === null ? "" : `$${each.estimatedDollars.toLocaleString("en-US")}`],
	],
};
