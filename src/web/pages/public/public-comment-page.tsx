import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Checkbox } from "../../forms/choice-group.tsx";
import { findProblem } from "../../forms/form-problem.ts";
import { TextArea } from "../../forms/text-area.tsx";
import { TextField } from "../../forms/text-field.tsx";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import type { FormState } from "../parts/form-page-state.ts";
import { publicPath } from "./public-date.ts";
import { type PublicLanguage, publicWords } from "./public-words.ts";

/** The form to comment on a posted plan, or on one place of it, without an account. */
export function PublicCommentPage(props: {
	readonly frame: PageFrame;
	readonly language: PublicLanguage;
	readonly publication: Fact<"publication">;
	/** The place that the comment is about, with the words that stand there; "" for the whole plan. */
	readonly anchor: string;
	readonly quote: string;
	readonly form: FormState;
}) {
	const { frame, language, publication, anchor, quote, form } = props;
	const words = publicWords(language);
	const { values, problems } = form;
	return (
		<Page
			frame={frame}
			title={`${words.formTitle}: ${publication.title}`}
			shortTitle={words.formTitle}
			language={language}
			breadcrumbs={[
				{ label: words.list, href: publicPath("", language) },
				{ label: publication.title, href: publicPath(`/${publication.id}`, language) },
			]}
		>
			<h1>{words.formTitle}</h1>
			{quote ? (
				<p className="measure-5">
					{words.about}: <strong>{quote}</strong>
				</p>
			) : (
				<p>
					{words.commentOnWhole}: {publication.title}
				</p>
			)}
			<form
				method="post"
				action={publicPath(`/${publication.id}/comment`, language)}
				className="usa-form usa-form--large"
			>
				<input type="hidden" name="anchor" value={anchor} />
				<TextArea
					name="text"
					label={words.text}
					hint={words.textHint}
					rows={8}
					value={values.text}
					error={findProblem(problems, "text")}
				/>
				<TextField
					name="name"
					label={
						<>
							{words.name} <span className="usa-hint">({words.optional})</span>
						</>
					}
					autoComplete="name"
					value={values.name}
					error={findProblem(problems, "name")}
				/>
				<Checkbox name="showName" label={words.showName} checked={values.showName === "yes"} />
				<p className="usa-hint">{words.private}</p>
				<button type="submit" className="usa-button">
					{words.send}
				</button>
			</form>
			<p>
				<a className="usa-link" href={publicPath(`/${publication.id}`, language)}>
					{words.back}
				</a>
			</p>
		</Page>
	);
}
