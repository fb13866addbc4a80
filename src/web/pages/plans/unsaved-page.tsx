import { Alert } from "../../forms/alert.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";

/** A save that was refused altogether: why, and what was typed, so that it can be copied and nothing is lost. */
export function UnsavedPage(props: {
	readonly frame: PageFrame;
	readonly title: string;
	readonly message: string;
	readonly texts: readonly { readonly name: string; readonly text: string }[];
	readonly back: string;
}) {
	const texts = props.texts.filter(({ text }) => text.trim() !== "");
	return (
		<Page frame={props.frame} title={props.title}>
			<h1>{props.title}</h1>
			<Alert kind="error">{props.message}</Alert>
			{texts.length > 0 ? (
				<>
					<h2>What you typed</h2>
					<p>It was not saved. Copy what you want to keep.</p>
					{texts.map(({ name, text }) => (
						<TextArea
							key={name}
							name={name}
							label={name}
							value={text}
							rows={Math.min(12, text.split("\n").length + 1)}
						/>
					))}
				</>
			) : null}
			<p>
				<a className="usa-link" href={props.back}>
					Back to the plan
				</a>
			</p>
		</Page>
	);
}
