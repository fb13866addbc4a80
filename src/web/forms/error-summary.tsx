import { type FormProblem, fieldId } from "./form-problem.ts";

/**
 * What is wrong with a form that was sent, at the top of the page that comes back. Each line leads to its field; the
 * summary takes the focus. Nothing is shown when nothing is wrong. `idOf` names the control of a field where the page
 * does not use the default ids; undefined makes the line plain text.
 */
export function ErrorSummary(props: {
	readonly problems: readonly FormProblem[] | undefined;
	readonly title?: string | undefined;
	readonly idOf?: ((field: string) => string | undefined) | undefined;
}) {
	const { problems = [], idOf = fieldId } = props;
	if (problems.length === 0) return null;
	return (
		<div
			className="usa-alert usa-alert--error margin-bottom-3"
			role="alert"
			tabIndex={-1}
			id="error-summary"
			data-focus-first="true"
		>
			<div className="usa-alert__body">
				<h2 className="usa-alert__heading">
					{props.title ?? (problems.length === 1 ? "There is a problem" : `There are ${problems.length} problems`)}
				</h2>
				<ul className="usa-alert__text usa-list usa-list--unstyled">
					{problems.map(({ field, message }) => {
						const id = field === "" ? undefined : idOf(field);
						return (
							<li key={`${field}|${message}`}>
								{id ? (
									<a className="usa-link" href={`#${id}`}>
										{message}
									</a>
								) : (
									message
								)}
							</li>
						);
					})}
				</ul>
			</div>
		</div>
	);
}
