import type { ReactNode } from "react";

/** A message on the page: information, warning, success or error. It is not announced by itself; it is there on arrival. */
export function Alert(props: {
	readonly kind: "info" | "warning" | "success" | "error";
	readonly title?: string | undefined;
	readonly children: ReactNode;
	readonly slim?: boolean | undefined;
	/** Level of the title's heading; default 2. */
	readonly level?: 2 | 3 | 4 | undefined;
}) {
	const Heading = `h${props.level ?? 2}` as const;
	return (
		<div className={`usa-alert usa-alert--${props.kind}${props.slim ? " usa-alert--slim" : ""} margin-y-2`}>
			<div className="usa-alert__body">
				{props.title ? <Heading className="usa-alert__heading">{props.title}</Heading> : null}
				<div className="usa-alert__text">{props.children}</div>
			</div>
		</div>
	);
}
