// The thread that parses worksheets. It runs apart, with limits of memory and time, so that a hostile or huge sheet
// cannot hold up or bring down the server. Plain JavaScript, because Node starts it by its path. It is given a workbook
// that holds the sheets, and answers with { sheets: [[[row, column, value, numberFormat, isFormula]]] } or { problem }.
import { parentPort, workerData } from "node:worker_threads";
import ExcelJS from "exceljs";

const { ValueType } = ExcelJS;
// What is not a value is not read: exceljs expands some of these cell by cell over a whole column.
const IGNORED = [
	"autoFilter",
	"cols",
	"conditionalFormatting",
	"dataValidations",
	"drawing",
	"extLst",
	"headerFooter",
	"hyperlinks",
	"legacyDrawing",
	"mergeCells",
	"pageSetup",
	"picture",
	"rowBreaks",
	"sheetProtection",
	"sheetViews",
	"tableParts",
];

function plain(cell) {
	const { value } = cell;
	if (cell.type === ValueType.RichText) return value.richText.map((part) => part.text ?? "").join("");
	if (cell.type === ValueType.Formula) return plainResult(cell.result);
	if (cell.type === ValueType.Error) return value.error;
	return value;
}

function plainResult(result) {
	if (result !== null && typeof result === "object" && "error" in result) return result.error;
	return result ?? null;
}

try {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(workerData.workbook, { ignoreNodes: IGNORED });
	const sheets = workbook.worksheets.map((sheet) => {
		const cells = [];
		sheet.eachRow((row, rowNumber) => {
			row.eachCell((cell, column) => {
				const value = plain(cell);
				const formula = cell.type === ValueType.Formula;
				if (formula || (value !== null && value !== undefined && value !== ""))
					cells.push([rowNumber, column, value ?? "", cell.numFmt ?? "", formula]);
			});
		});
		return cells;
	});
	parentPort.postMessage({ sheets });
} catch (error) {
	parentPort.postMessage({ problem: error instanceof Error ? error.message : String(error) });
}
