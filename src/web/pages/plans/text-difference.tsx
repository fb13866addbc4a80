import { wordDifference } from "../../../domain/comparison/word-difference.ts";

/**
 * What changed from one text to another, marked word by word. Those who listen hear where a removal or an addition begins
 * and ends; those who see it have underline and strike-through as well as colour.
 */
export function TextDifference({ from, to }: { readonly from: string; readonly to: string }) {
	return (
		<div className="text-difference">
			{wordDifference(from, to).map((part, i) => {
				const key = `${i}|${part.kind}`;
				switch (part.kind) {
					case "same":
						return <span key={key}>{part.text}</span>;
					case "removed":
						return (
							<del key={key}>
								<span className="usa-sr-only">[removed: </span>
								{part.text}
								<span className="usa-sr-only">] </span>
							</del>
						);
					case "added":
						return (
							<ins key={key}>
								<span className="usa-sr-only">[added: </span>
								{part.text}
								<span className="usa-sr-only">] </span>
							</ins>
						);
				}
			})}
		</div>
	);
}
