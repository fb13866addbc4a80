/** What each option of the counting decides. */
export const optionWords: Readonly<Record<string, string>> = {
	within12Months: "P1 to P4: fewer than 12 completed months, or up to the anniversary",
	s2Within12Months: "S2: 1 to 365 days, or up to the anniversary",
	rollup:
		"Later reports within 1 day (S1) and 14 days (S2) are held against the first report, or each against the one before",
	s1LastDayReport: "S1: a report on the last day of the window of a child still in care",
	s1DayCap: "S1: the most days a child counts",
	firstReportFatality: "S2: a child whose first report is a death",
	p4MultipleExits: "P4: the first exit in the window, or each",
	samePeriodReentry: "Leave out stays whose exit reason a legacy file has lost to a reentry in the same period",
	duplicateIds: "Records with the same number in one file",
};
