import { type DifferencePart, wordDifference } from "../../../domain/comparison/word-difference.ts";

/**
 * What changed from one text to another, marked word by word. Those who listen hear where a removal or an addition begins
 * and ends; those who see it have underline and strike-through as well as colour.
 */
export function TextDifference({ from, to }: { readonly from: string; readonly to: string }) {
	return (
		<div className="text-difference">
			{wordDifference(from, to).map((part, i) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rendered once to text, nothing moves
				<Part key={i} part={part} />
			))}
		</div>
	);
}

function Part({ part: { kind, text } }: { readonly part: DifferencePart }) {
	if (kind === "same") return <span>{text}</span>;
	const Mark = kind === "removed" ? "del" : "ins";
	return (
		<Mark>
			<span className="usa-sr-only">[{kind}: </span>
			{text}
			<span className="usa-sr-only">] </span>
		</Mark>
	);
}
