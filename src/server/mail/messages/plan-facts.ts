/** What every mail about a step of a plan says. */
export type PlanMailFacts = {
	readonly to: string;
	/** The person who gets the mail. */
	readonly name: string;
	readonly planTitle: string;
	/** County, region or Tribe whose plan it is. */
	readonly jurisdictionName: string;
	/** The person who took the step. */
	readonly byName: string;
	/** Address of the plan's page. */
	readonly link: string;
};
