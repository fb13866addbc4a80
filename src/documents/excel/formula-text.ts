/** Whether a spreadsheet program might run a text as a formula: it begins with one of the signs that start one. */
export function startsLikeFormula(text: string): boolean {
	return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) && !/^[+-]?\d+(?:[.,]\d+)*%?$/u.test(text);
}
