import { planPath } from "../plan-paths.ts";
import { NewRemark, RemarkList } from "./remark-parts.tsx";
import type { ReviewContext } from "./review-context.ts";
import { ReviewForm, ReviewLayout } from "./review-form.tsx";

/** Questions of the State in rounds, and its recommendations, each with what the county says to it. */
export function QuestionsPage(context: ReviewContext) {
	const { plan, view } = context;
	const { document } = plan.graph;
	const questions = view.remarks.filter(({ remarkKind }) => remarkKind === "question");
	const rounds = [...new Set(questions.map(({ round }) => round))].sort((a, b) => b - a);
	const unsent = questions.filter(({ released }) => !released).length;
	const recommendations = view.remarks.filter(({ remarkKind }) => remarkKind === "recommendation");
	const mayAsk = view.mayReview && ["under-review", "recommendations-made"].includes(document.state);
	const mayRecommend = view.mayReview && document.state === "under-review";
	return (
		<ReviewLayout plan={plan} title="Questions and recommendations">
			<h2 id="questions">Questions</h2>
			{rounds.length === 0 ? <p>The State has asked nothing.</p> : null}
			{rounds.map((round) => (
				<section key={round} aria-labelledby={`round-${round}`}>
					<h3 id={`round-${round}`}>Round {round}</h3>
					<RemarkList context={context} remarks={questions.filter((each) => each.round === round)} empty="" />
				</section>
			))}
			{unsent > 0 && view.mayReview ? (
				<ReviewForm
					plan={plan}
					verb="release"
					formKey="release-question"
					button={unsent === 1 ? "Send the round: 1 question" : `Send the round: ${unsent} questions`}
					hidden={{ remarkKind: "question" }}
				/>
			) : null}
			{mayAsk ? (
				<>
					<h3>Write a question</h3>
					<NewRemark context={context} kind="question" />
				</>
			) : null}
			<h2 id="recommendations">Recommendations</h2>
			<RemarkList context={context} remarks={recommendations} empty="The State has recommended nothing." />
			{mayRecommend ? (
				<>
					<h3>Write a recommendation</h3>
					<NewRemark context={context} kind="recommendation" />
					{recommendations.some(({ released }) => !released) ? (
						<p>
							<a className="usa-link" href={planPath(document.id, "/steps/recommend")}>
								Send the recommendations to the county
							</a>
						</p>
					) : null}
				</>
			) : null}
		</ReviewLayout>
	);
}
