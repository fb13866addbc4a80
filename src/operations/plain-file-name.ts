/** A file's name alone, without folders and control characters, at most 255 characters. */
export function plainFileName(fileName: string, otherwise = "figures"): string {
	const name = fileName.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "").replace(/^.*[\\/]/u, "");
	return name.slice(-255) || otherwise;
}
