import type { DocumentState } from "../../../domain/workflow/document-workflow.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import { publicDate, publicPath } from "./public-date.ts";
import { type PublicLanguage, publicWords } from "./public-words.ts";

export type PublicPlanProps = {
	readonly publication: Fact<"publication">;
	readonly placeName: string;
	readonly state: DocumentState;
	readonly isOpen: boolean;
};

/** The plans that agencies have posted, for everybody. */
export function PublicListPage(props: {
	readonly frame: PageFrame;
	readonly language: PublicLanguage;
	readonly plans: readonly PublicPlanProps[];
}) {
	const { frame, language, plans } = props;
	const words = publicWords(language);
	return (
		<Page frame={frame} title={words.list} language={language}>
			<OtherLanguage rest="" language={language} />
			<h1>{words.list}</h1>
			<p className="measure-5">{words.listIntro}</p>
			{plans.length === 0 ? (
				<p>{words.noPlans}</p>
			) : (
				<DataTable
					caption={words.list}
					quietCaption
					label={words.list}
					columns={[words.plan, words.place, words.posted, words.comment].map((label) => ({ label }))}
					rows={plans.map(({ publication, placeName, isOpen }) => ({
						key: publication.id,
						cells: [
							<a key="plan" className="usa-link" href={publicPath(`/${publication.id}`, language)}>
								{publication.title}
							</a>,
							placeName,
							publicDate(publication.postedOn, language),
							openWords(publication, isOpen, language),
						],
					}))}
				/>
			)}
		</Page>
	);
}

/** "Open for comment until June 30, 2026". */
export function openWords(
	{ closesOn }: Pick<Fact<"publication">, "closesOn">,
	isOpen: boolean,
	language: PublicLanguage,
): string {
	const words = publicWords(language);
	if (!isOpen) return words.notOpen;
	return closesOn ? words.openUntil(publicDate(closesOn, language)) : words.open;
}

/** The way to the same page in the other language, named in that language. */
export function OtherLanguage(props: { readonly rest: string; readonly language: PublicLanguage }) {
	const other = props.language === "en" ? "es" : "en";
	return (
		<p className="margin-top-0">
			<a className="usa-link" lang={other} hrefLang={other} href={publicPath(props.rest, other)}>
				{publicWords(props.language).otherLanguage}
			</a>
		</p>
	);
}
