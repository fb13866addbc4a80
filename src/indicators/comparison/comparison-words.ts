/** What must stand wherever a comparison of counties is shown or kept. */
export const localApproximationWords =
	"Local approximation, not federal. It is not risk-standardized performance of the Children's Bureau: that compares states with each other, needs the children of all of them, and exists for no county.";

/** How the models stand to the federal ones. */
export const adjustedForWords =
	"Adjusted for age only, in the categories of the federal models: at entry (P1, P5, and S1 for children entering), at exit (P4), on the first day (P2, P3, and S1 for children already in care), at the initial report (S2). The federal model of P1 also holds the state's foster care entry rate: it is the same for all counties of one state, so it is of no use here.";

export const intervalWords =
	"The interval is that of 95 percent of the county's own intercept, with the effects of age and the spread of counties held at their best values: where these are themselves uncertain, it is a little too narrow.";
