import { expect, it } from "vitest";
import { columnLetters, placeInWords, wholeFile } from "./place.ts";

it.each([
	[0, "A"],
	[25, "Z"],
	[26, "AA"],
	[51, "AZ"],
	[52, "BA"],
	[701, "ZZ"],
	[702, "AAA"],
])("letters column %d as spreadsheets do: %s", (index, letters) => expect(columnLetters(index)).toBe(letters));

it("names a place in words, as far as it is known", () => {
	expect(placeInWords({ row: 14, column: "D", columnName: "numerator" })).toBe("Row 14, column D (numerator)");
	expect(placeInWords({ row: 14, column: "D", columnName: null })).toBe("Row 14, column D");
	expect(placeInWords({ row: 1, column: null, columnName: "numerator" })).toBe("Row 1, column numerator");
	expect(placeInWords(wholeFile)).toBe("The file");
});
