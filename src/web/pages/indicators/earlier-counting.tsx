import { Alert } from "../../forms/alert.tsx";
import type { IndicatorRunProps } from "./indicator-props.ts";
import { earlierCountingWords } from "./indicator-words.ts";

/** Says of figures whose files are gone that they are those of an earlier counting; nothing of others. */
export function EarlierCounting({ run }: { readonly run: IndicatorRunProps }) {
	const words = earlierCountingWords(run);
	if (words === undefined) return null;
	return (
		<Alert kind="warning" slim>
			<strong>From an earlier counting.</strong> {words}
		</Alert>
	);
}
