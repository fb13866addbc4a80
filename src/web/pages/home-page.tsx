import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { Page } from "../shell/page.tsx";
import type { PageFrame } from "../shell/page-frame.ts";
import { DraftForms } from "./home/draft-forms.tsx";
import { DuePapers } from "./home/due-papers.tsx";
import { HomeFindings } from "./home/home-findings.tsx";
import { HomeOutcomes } from "./home/home-outcomes.tsx";
import { HomePips } from "./home/home-pips.tsx";
import { HomePlaces } from "./home/home-places.tsx";
import { HomePlans } from "./home/home-plans.tsx";
import type { HomeProps } from "./home/home-props.ts";
import { MyDueDates } from "./home/my-due-dates.tsx";
import { HomeMentions } from "./home/my-mentions.tsx";
import { HomeMilestones } from "./home/my-milestones.tsx";
import { HomeSections } from "./home/my-sections.tsx";
import { HomeProposals } from "./home/open-proposals.tsx";
import { ReviewTurns } from "./home/review-turns.tsx";
import { RevisedGoals } from "./home/revised-goals.tsx";
import { StaleMilestones } from "./home/stale-milestones.tsx";
import { WaitingPlans } from "./home/waiting-plans.tsx";
import type { PipRowProps } from "./pip/pip-props.ts";

/** "What needs me?": the first page after signing in. What waits comes first, then how the outcomes stand. */
export function HomePage(props: {
	readonly frame: PageFrame;
	readonly home: HomeProps;
	/** Program Improvement Plans that this person may read. */
	readonly pips: readonly PipRowProps[];
	readonly today: PlainDate;
}) {
	const { frame, home, pips, today } = props;
	const place = home.jurisdictions.length === 1 ? home.jurisdictions[0] : undefined;
	const readsPlans = frame.person?.maySeePlans ?? false;
	return (
		<Page frame={frame} title="What needs me">
			<h1>What needs me</h1>
			<ReviewTurns turns={home.turns} />
			<HomeProposals proposals={home.proposals} />
			{readsPlans && (home.waiting.length > 0 || home.turns.length + home.proposals.length === 0) ? (
				<WaitingPlans waiting={home.waiting} mayReview={home.mayReview} />
			) : null}
			{home.mayReview ? (
				<p>
					<a className="usa-link" href="/reviews">
						Reviews: every plan that waits, who looks at it, and for how long
					</a>
				</p>
			) : null}
			{home.mayReview ? (
				<section aria-labelledby="requests">
					<h2 id="requests">What counties ask for</h2>
					<p>
						<a className="usa-link" href="/requests">
							Technical assistance, training and changes of law asked for in the plans
						</a>
					</p>
				</section>
			) : null}
			{frame.person?.plansForState ? (
				<section aria-labelledby="planning-year">
					<h2 id="planning-year">Planning year</h2>
					<p>
						<a className="usa-link" href="/planning-year">
							What the State’s planning rules ask: done, open and late
						</a>
					</p>
				</section>
			) : null}
			<HomeMilestones milestones={home.milestones} today={today} />
			<HomePips pips={pips} today={today} />
			<HomeSections sections={home.sections} today={today} />
			<HomeMentions mentions={home.mentions} />
			<MyDueDates dueDates={home.dueDates} today={today} />
			<DuePapers papers={home.duePapers} today={today} />
			<DraftForms forms={home.draftForms} today={today} />
			<RevisedGoals goals={home.revisedGoals} />
			<StaleMilestones stale={home.staleMilestones} today={today} />
			<HomeFindings findings={home.proposedFindings} places={home.jurisdictions} />
			{home.mayManagePeople ? (
				<section aria-labelledby="people">
					<h2 id="people">People</h2>
					<p>
						<a className="usa-link" href="/people">
							Add people, change their roles, end their access
						</a>
					</p>
				</section>
			) : null}
			{place && home.plans.length > 0 ? <HomePlans plans={home.plans} mayWrite={home.mayWritePlans} /> : null}
			{place && home.plans.length === 0 && home.mayWritePlans ? (
				<HomePlans plans={[]} mayWrite={home.mayWritePlans} />
			) : null}
			{place ? (
				<HomeOutcomes place={place} outcomes={home.outcomes} plans={home.plans} mayLoadFigures={home.mayLoadFigures} />
			) : (
				<HomePlaces places={home.jurisdictions} plans={home.plans} />
			)}
		</Page>
	);
}
