import { JSDOM } from "jsdom";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CheckboxGroup, RadioGroup } from "./choice-group.tsx";
import { DateField } from "./date-field.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { SelectField } from "./select-field.tsx";
import { TextArea } from "./text-area.tsx";
import { TextField } from "./text-field.tsx";

function dom(part: ReactNode) {
	return new JSDOM(`<body>${renderToStaticMarkup(part)}</body>`).window.document;
}

const problems = [{ field: "cover.agency", message: "Give the name of the agency." }];

test("an error is tied to its field, and the summary leads to it", () => {
	const page = dom(
		<>
			<ErrorSummary problems={problems} />
			<TextField name="cover.agency" label="Agency" hint="As printed" error="Give the name of the agency." />
		</>,
	);
	const link = page.querySelector("#error-summary a");
	const input = page.querySelector<HTMLInputElement>(link?.getAttribute("href") ?? "");
	expect(input?.name).toBe("cover.agency");
	expect(input?.getAttribute("aria-invalid")).toBe("true");
	const described = (input?.getAttribute("aria-describedby") ?? "").split(" ");
	expect(described.map((id) => page.getElementById(id)?.textContent)).toEqual([
		"As printed",
		"Error: Give the name of the agency.",
	]);
	expect(page.querySelector(`label[for="${input?.id}"]`)?.textContent).toBe("Agency");
});

test("a problem of the whole form is told without a link", () => {
	const page = dom(<ErrorSummary problems={[{ field: "", message: "The file is empty." }]} />);
	expect(page.querySelector("li")?.textContent).toBe("The file is empty.");
	expect(page.querySelector("a")).toBeNull();
});

test("what was typed comes back as text, whatever it is", () => {
	const hostile = `\n</textarea><script>alert("x")</script>&amp;`;
	const page = dom(<TextArea name="text" label="Text" value={hostile} />);
	expect(page.querySelector("textarea")?.value).toBe(hostile);
	expect(page.querySelector("script")).toBeNull();
});

test("the first control of a group answers to the group's id", () => {
	const choices = [
		{ value: "a", label: "One" },
		{ value: "b", label: "Two" },
	];
	const page = dom(<CheckboxGroup name="which" label="Which" choices={choices} values={["b"]} error="Choose." />);
	expect(page.querySelector<HTMLInputElement>("#which")?.value).toBe("a");
	expect([...page.querySelectorAll<HTMLInputElement>("input:checked")].map((each) => each.value)).toEqual(["b"]);
	expect(page.querySelector("fieldset")?.getAttribute("aria-describedby")).toBe("which-error");
	const radios = dom(<RadioGroup name="which" label="Which" choices={choices} value="a" />);
	expect(radios.querySelectorAll("input:checked")).toHaveLength(1);
});

test("a date shows as people write it; a text that is no date is given back as typed", () => {
	const known = dom(<DateField name="on" label="On" value="2026-06-30" />);
	expect(known.querySelector<HTMLInputElement>("#on")?.value).toBe("06/30/2026");
	expect(known.querySelector<HTMLElement>(".usa-date-picker")?.dataset.defaultValue).toBe("2026-06-30");
	const typed = dom(<DateField name="on" label="On" value="6/31/2026" />);
	expect(typed.querySelector<HTMLInputElement>("#on")?.value).toBe("6/31/2026");
	expect(typed.querySelector(".usa-date-picker")).toBeNull();
});

test("a list keeps its choice inside groups", () => {
	const page = dom(
		<SelectField
			name="group"
			label="Group"
			value="tribe"
			emptyLabel="No group"
			options={[{ label: "Must consult", options: [{ value: "tribe", label: "Local Tribe" }] }]}
		/>,
	);
	expect(page.querySelector<HTMLSelectElement>("select")?.value).toBe("tribe");
	expect(page.querySelectorAll("option")).toHaveLength(2);
});
