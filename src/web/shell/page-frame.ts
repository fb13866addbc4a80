/** What every page shows around its content. Worked out once a request by the server. */
export type PageFrame = {
	/** `/assets/<version>`: styles and scripts. */
	readonly assets: string;
	/** The address of this page, for marking the navigation and for coming back after signing in. */
	readonly path: string;
	readonly practice: boolean;
	readonly person:
		| {
				/** Keeps what one person types apart from another's, on a device that they share. */
				readonly id: string;
				readonly name: string;
				readonly title: string;
				/** Where the person works: "Alder County". */
				readonly place: string;
				/** Names of the roles, for people. */
				readonly roles: readonly string[];
				readonly maySeePeople: boolean;
				readonly maySeeFigures: boolean;
				readonly maySeeExtracts: boolean;
				readonly maySeePlans: boolean;
				/** Works for an authority that reviews the plans of several places. */
				readonly mayReviewPlans: boolean;
				/** Plans for the State itself. */
				readonly plansForState: boolean;
		  }
		| undefined;
	/** When the session ends without another request, the server's time, and how long before the end to warn. ISO times and minutes. */
	readonly session: { readonly endsAt: string; readonly now: string; readonly warnMinutes: number } | undefined;
	/** A message from the step before ("The plan was submitted."). */
	readonly notice: string | undefined;
};
