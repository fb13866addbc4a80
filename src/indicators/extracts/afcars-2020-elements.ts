import { type Codes, codesOf } from "./check-code.ts";
import layout from "./layouts/afcars-2020.json" with { type: "json" };
import type { ElementName } from "./problem-tally.ts";
import type { WantedTags } from "./xml-tokenizer.ts";

/** Elements of the file that rows are made of. */
const elementsRead = [
	1, 2, 3, 4, 5, 6, 13, 14, 15, 16, 17, 18, 19, 20, 21, 69, 112, 113, 120, 125, 136, 151, 152, 153, 155,
];

/** Tags that hold other tags. */
export const afcars2020Groups = [
	"record",
	"removal_2020",
	"removal_1993",
	"living_arrangement",
	"case_worker_visit",
] as const;

const tags = new Map(layout.elements.map(({ element, tag }) => [element, tag]));

export const afcars2020Tags: WantedTags = {
	groups: new Set(afcars2020Groups),
	values: new Map(elementsRead.map((element) => [getTag(element), element])),
};

function getTag(element: number): string {
	const tag = tags.get(element);
	if (tag === undefined) throw new Error(`The layout has no element ${element}.`);
	return tag;
}

const names = new Map<number, ElementName>(
	[...tags].map(([element, tag]) => [element, { number: String(element), name: tag }]),
);

/** How problems name an element: its number and its tag. */
export function getElement2020(element: number): ElementName {
	return names.get(element) ?? { number: String(element), name: "" };
}

const codes = new Map<number, Codes>(layout.elements.map(({ element, values }) => [element, codesOf(values)]));

/** The codes that an element may hold. */
export function getCodes2020(element: number): Codes {
	return codes.get(element) ?? codesOf("");
}
