import type { CheckKind } from "../check-definitions.ts";
import type { CheckFunction } from "./check-result.ts";
import {
	fieldEmail,
	fieldEmptyFor,
	fieldPresent,
	fieldQuarterEnd,
	fieldsDiffer,
	fieldsTogether,
	oneFieldPresent,
} from "./field-checks.ts";
import { belowStandardAnswered, findingsAnswered, standardMissing } from "./finding-checks.ts";
import {
	baselineAgrees,
	baselinePeriod,
	goalKindShown,
	goalMeasurable,
	measuredValuePresent,
	targetDirection,
	targetReach,
} from "./measure-checks.ts";
import { count, noUnplacedParts, positionsDiffer, valuePresent } from "./part-checks.ts";
import { dateSet, dueShare, dueWithinPeriod, periodLength, periodOrder, timeframeOneOf } from "./period-checks.ts";
import { rulesClear } from "./rules-clear.ts";
import {
	factorRepeated,
	jurisdictionListed,
	jurisdictionNamed,
	originIs,
	populationMarked,
	probationAnswered,
	subjectAmong,
	subjectKindPresent,
	subjectKnown,
	subjectSingle,
	subjectUnique,
} from "./subject-checks.ts";
import { consultationDated, someOfGroups, teamGroup } from "./team-checks.ts";
import {
	assignedToPerson,
	milestoneDone,
	milestoneEvidence,
	otherPlanMentioned,
	rationaleMentionsSubject,
} from "./wording-checks.ts";
import { carriedLookedAt, dateNotAhead, measureNewer, progressShown, yearlyPaperLate } from "./yearly-checks.ts";

/** Each kind of check and the function that carries it out. */
export const checkFunctions: { readonly [K in CheckKind]: CheckFunction<K> } = {
	"field-present": fieldPresent,
	"one-field-present": oneFieldPresent,
	"fields-together": fieldsTogether,
	"fields-differ": fieldsDiffer,
	"field-empty-for": fieldEmptyFor,
	"field-quarter-end": fieldQuarterEnd,
	"field-email": fieldEmail,
	"value-present": valuePresent,
	count,
	"no-unplaced-parts": noUnplacedParts,
	"positions-differ": positionsDiffer,
	"period-order": periodOrder,
	"period-length": periodLength,
	"date-set": dateSet,
	"due-within-period": dueWithinPeriod,
	"due-share": dueShare,
	"timeframe-one-of": timeframeOneOf,
	"jurisdiction-listed": jurisdictionListed,
	"jurisdiction-named": jurisdictionNamed,
	"subject-kind-present": subjectKindPresent,
	"subject-unique": subjectUnique,
	"subject-known": subjectKnown,
	"subject-single": subjectSingle,
	"subject-among": subjectAmong,
	"factor-repeated": factorRepeated,
	"origin-is": originIs,
	"probation-answered": probationAnswered,
	"population-marked": populationMarked,
	"findings-answered": findingsAnswered,
	"below-standard-answered": belowStandardAnswered,
	"standard-missing": standardMissing,
	"measured-value-present": measuredValuePresent,
	"baseline-agrees": baselineAgrees,
	"baseline-period": baselinePeriod,
	"goal-kind-shown": goalKindShown,
	"goal-measurable": goalMeasurable,
	"target-direction": targetDirection,
	"target-reach": targetReach,
	"rationale-mentions-subject": rationaleMentionsSubject,
	"other-plan-mentioned": otherPlanMentioned,
	"assigned-to-person": assignedToPerson,
	"milestone-done": milestoneDone,
	"milestone-evidence": milestoneEvidence,
	"team-group": teamGroup,
	"consultation-dated": consultationDated,
	"some-of-groups": someOfGroups,
	"yearly-paper-late": yearlyPaperLate,
	"date-not-ahead": dateNotAhead,
	"carried-looked-at": carriedLookedAt,
	"progress-shown": progressShown,
	"measure-newer": measureNewer,
	"rules-clear": rulesClear,
};
