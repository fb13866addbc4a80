import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { MilestoneStatus } from "../../../domain/plan/plan-facts.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { Page } from "../../shell/page.tsx";
import type { PageFrame } from "../../shell/page-frame.ts";
import { DataTable } from "../parts/data-table.tsx";
import { publicDate, publicPath } from "./public-date.ts";
import { OtherLanguage, openWords } from "./public-list-page.tsx";
import { type PublicLanguage, publicWords } from "./public-words.ts";

type MilestoneProps = {
	readonly component: string;
	readonly number: string;
	readonly statement: string;
	readonly dueOn: PlainDate | null;
	readonly status: MilestoneStatus;
};

type CommentProps = Pick<
	Fact<"public-comment">,
	"id" | "anchor" | "quote" | "name" | "text" | "language" | "receivedOn" | "answer" | "outcome"
>;

type PlanProps = {
	readonly language: PublicLanguage;
	readonly publication: Fact<"publication">;
	readonly placeName: string;
	readonly isOpen: boolean;
	readonly milestones: readonly MilestoneProps[] | null;
	/** What the plan calls them. */
	readonly milestoneWord: string;
	readonly comments: readonly CommentProps[];
};

/** A posted plan: how far it has come, what people said, and the plan itself as it was sent. */
export function PublicPlanPage(
	props: PlanProps & {
		readonly frame: PageFrame;
		/** The paper, rendered by the program. */
		readonly html: string;
	},
) {
	const { frame, language, publication, placeName, isOpen, html } = props;
	const words = publicWords(language);
	const here = `/${publication.id}`;
	return (
		<Page
			frame={frame}
			title={`${publication.title}, ${placeName}`}
			shortTitle={publication.title}
			language={language}
			breadcrumbs={[{ label: words.list, href: publicPath("", language) }]}
		>
			<OtherLanguage rest={here} language={language} />
			<h1>{publication.title}</h1>
			<p className="usa-intro">{words.postedOn(placeName, publicDate(publication.postedOn, language))}</p>
			<p>
				<strong>{openWords(publication, isOpen, language)}.</strong> {isOpen ? words.how : null}
			</p>
			<ul className="usa-list">
				{isOpen ? (
					<li>
						<a className="usa-link" href={publicPath(`${here}/comment`, language)}>
							{words.commentOnWhole}
						</a>
					</li>
				) : null}
				<li>
					<a className="usa-link" href={`/public${here}/plan.pdf`}>
						{words.download}
					</a>
				</li>
			</ul>
			<Progress {...props} />
			<Comments {...props} />
			<h2>{words.plan}</h2>
			<p className="font-sans-3xs text-base-dark">
				{words.checksum}: <code className="checksum">{publication.sha256}</code>
			</p>
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the program's own renderer, which escapes every text */}
			<div className="paper" dangerouslySetInnerHTML={{ __html: html }} />
		</Page>
	);
}

function Progress({ milestones, milestoneWord, language }: PlanProps) {
	if (milestones === null || milestones.length === 0) return null;
	const words = publicWords(language);
	const done = milestones.filter(({ status }) => status === "completed").length;
	return (
		<section>
			<h2>{words.progress}</h2>
			<p>{words.done(done, milestones.length, milestoneWord)}</p>
			<DataTable
				caption={words.progress}
				quietCaption
				label={words.progress}
				columns={[words.milestone(milestoneWord), words.about, words.due, words.status].map((label) => ({ label }))}
				rows={milestones.map(({ component, number, statement, dueOn, status }, index) => ({
					key: `${index} ${number}`,
					cells: [
						`${number} ${statement}`,
						component,
						dueOn ? publicDate(dueOn, language) : "",
						words.statuses[status],
					],
				}))}
			/>
		</section>
	);
}

function Comments({ comments, language, isOpen, publication }: PlanProps) {
	const words = publicWords(language);
	if (comments.length === 0 && !isOpen && publication.opensOn === null) return null;
	return (
		<section>
			<h2>{words.comments}</h2>
			{comments.length === 0 ? <p>{words.noComments}</p> : null}
			{comments.map((each) => (
				<article key={each.id} className="margin-bottom-3">
					<h3 className="font-sans-sm margin-bottom-1">
						{words.said(each.name || words.anonymous, publicDate(each.receivedOn, language))}
					</h3>
					{each.quote ? (
						<p className="text-base-dark margin-y-1">
							{words.about}: <a href={`#${each.anchor}`}>{each.quote}</a>
						</p>
					) : null}
					<blockquote className="measure-5 margin-x-0 text-pre-wrap" lang={each.language}>
						{each.text}
					</blockquote>
					<p className="measure-5">
						<strong>{words.answer}:</strong>{" "}
						{each.answer ? `${each.outcome ? `${words.outcomes[each.outcome]}. ` : ""}${each.answer}` : words.noAnswer}
					</p>
				</article>
			))}
		</section>
	);
}
