import { Page } from "./page.tsx";
import type { PageFrame } from "./page-frame.ts";

/** A page that says one thing: what is wrong or done, and where to go from here. */
export function MessagePage(props: {
	readonly frame: PageFrame;
	readonly title: string;
	readonly message: string;
	readonly links?: readonly { readonly label: string; readonly href: string }[];
}) {
	return (
		<Page frame={props.frame} title={props.title}>
			<h1>{props.title}</h1>
			<p className="usa-intro">{props.message}</p>
			<ul className="usa-list">
				{(props.links ?? [{ label: "Go to the home page", href: "/" }]).map((link) => (
					<li key={link.href}>
						<a className="usa-link" href={link.href}>
							{link.label}
						</a>
					</li>
				))}
			</ul>
		</Page>
	);
}
