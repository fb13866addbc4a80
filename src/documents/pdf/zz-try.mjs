// ../../tmp/plan-helper/try.ts
import { writeFileSync } from "node:fs";

// src/domain/calendar/plain-date.ts
import { z } from "zod";
var PlainDate = z.string().refine(isPlainDate, { message: "Expected a date that exists, written YYYY-MM-DD, for example 2026-06-30." }).brand();
var pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
function isPlainDate(text3) {
  const match = pattern.exec(text3);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
function plainDate(text3) {
  if (!isPlainDate(text3)) throw new RangeError(`"${text3}" is not a date. Expected YYYY-MM-DD, for example 2026-06-30.`);
  return text3;
}
function daysInMonth(year, month) {
  if (month === 2) return year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
function partsOf(date) {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}
function fromParts(year, month, day) {
  const pad = (value, width) => String(value).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
function addMonths(date, months2) {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months2;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12 + 12) % 12 + 1];
  return fromParts(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}
function dayNumber(date) {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / 864e5;
}
function addDays(date, days) {
  const moved = new Date((dayNumber(date) + days) * 864e5);
  return fromParts(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}
function isQuarterEnd(date) {
  return /-(03-31|06-30|09-30|12-31)$/.test(date);
}
var monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December"
];
function formatDate(date) {
  const { year, month, day } = partsOf(date);
  return `${monthNames[month - 1]} ${day}, ${year}`;
}

// test/support/sample-team.ts
var seats = [
  ["cws-administrator", "Marisol Quintero", "Alder County Department of Children and Family Services"],
  ["cws-manager", "Dwayne Okafor", "Alder County Department of Children and Family Services"],
  ["cws-social-worker", "Hannah Lindqvist", "Alder County Department of Children and Family Services"],
  ["probation-administrator", "Teresa Vang", "Alder County Probation Department"],
  ["probation-supervisor", "Luis Carranza", "Alder County Probation Department"],
  ["probation-officer", "Priya Raman", "Alder County Probation Department"],
  ["youth-connection", "Jordan Ellis", "California Youth Connection, Alder chapter"],
  ["foster-parent", "Gwen and Robert Tate", "Alder Foster and Kinship Families"],
  ["casa", "Naomi Feld", "Alder Court Appointed Special Advocates", "2025-04-16"],
  ["health-department", "Dr. Samuel Ortega", "Alder County Public Health", "2025-04-16"],
  ["mental-health-department", "Ingrid Holm", "Alder County Behavioral Health"],
  ["alcohol-drug-department", "Marcus Bell", "Alder County Behavioral Health, Substance Use Services", "2025-04-16"],
  ["labor", "Alder Public Employees, Local 88", "Labor", "2025-04-23"],
  ["law-enforcement", "Sgt. Kim Nakamura", "Alder County Sheriff", "2025-04-23"],
  ["children-representative", "Alder Youth Council", "Youth who are or were in foster care", "2025-03-27"],
  ["parents-representative", "Danielle Brooks", "Parents Rising Together"],
  ["juvenile-court", "Hon. Miriam Castellanos", "Superior Court, Juvenile Division", "2025-05-07"],
  ["education-agency", "Foster Youth Services", "Alder County Office of Education", "2025-04-23"],
  ["tribe", "Stone Creek Band", "Tribal Social Services", "2025-04-09"],
  ["training-academy", "Northern Regional Training Academy", "Training Academy", "2025-05-07"],
  ["child-abuse-prevention-council", "Alder Child Abuse Prevention Council", "Community council"]
];
function sampleTeam(id, documentId, jurisdictionId) {
  return {
    parties: seats.map(([, name, affiliation], i) => ({
      id: id(500 + i),
      version: 1,
      jurisdictionId,
      name,
      affiliation,
      personId: null
    })),
    teamMembers: seats.map(([group, , , consultedOn], i) => ({
      id: id(600 + i),
      version: 1,
      jurisdictionId,
      documentId,
      partyId: id(500 + i),
      position: i + 1,
      group,
      participation: consultedOn ? "consulted" : "member",
      on: consultedOn ? plainDate(consultedOn) : null
    }))
  };
}

// test/support/sample-plan.ts
function sampleId(n) {
  return `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
}
var sample = {
  jurisdiction: sampleId(1),
  cycle: sampleId(2),
  document: sampleId(3),
  component: sampleId(10),
  numericGoal: sampleId(20),
  processGoal: sampleId(21),
  numericObjective: sampleId(30),
  processObjective: sampleId(31),
  baseline: sampleId(40),
  target: sampleId(41),
  measure: sampleId(50),
  strategies: [sampleId(60), sampleId(61), sampleId(62)],
  milestones: [70, 71, 72, 73, 74, 75, 76].map(sampleId),
  answeredFinding: sampleId(80),
  deferredFinding: sampleId(81),
  newestFigure: sampleId(907),
  today: plainDate("2025-05-20")
};
var here = { jurisdictionId: sample.jurisdiction };
function fact(id, values) {
  return { ...values, id, version: 1 };
}
function samplePlanFacts() {
  return {
    document: fact(sample.document, {
      ...here,
      cycleId: sample.cycle,
      editionId: "ca-ccfsr-2004",
      title: "Alder County System Improvement Plan 2025-2028",
      state: "drafting",
      submittedOn: null,
      acceptedOn: null
    }),
    cycle: fact(sample.cycle, {
      ...here,
      title: "2025-2028",
      startsOn: plainDate("2025-07-01"),
      endsOn: plainDate("2028-06-30")
    }),
    jurisdiction: fact(sample.jurisdiction, {
      kind: "county",
      code: "99003",
      name: "Alder County",
      parentId: null,
      providesAdoptions: true,
      youthConnectionAvailable: true,
      tribesApplicable: true
    }),
    answers: [...documentAnswers, ...componentAnswers].map(
      ([field2, value, focusAreaId], i) => fact(sampleId(100 + i), {
        ...here,
        documentId: sample.document,
        focusAreaId,
        field: field2,
        value,
        none: value === ""
      })
    ),
    focusAreas: [
      fact(sample.component, {
        ...here,
        documentId: sample.document,
        position: 1,
        subjectKind: "indicator",
        codes: ["3F"],
        label: "Re-entry to foster care",
        origin: "self-assessment",
        probationConsidered: "yes",
        probationReason: ""
      })
    ],
    goals: [
      fact(sample.numericGoal, {
        ...here,
        cycleId: sample.cycle,
        statement: "Fewer children come back to foster care within 12 months of going home: from about one in nine to the national standard.",
        goalKind: "numeric",
        population: ["cws", "probation-600"]
      }),
      fact(sample.processGoal, {
        ...here,
        cycleId: sample.cycle,
        statement: "Every family that goes home has somebody at its side who has been through the system.",
        goalKind: "process",
        population: ["cws"]
      })
    ],
    goalUses: [sample.numericGoal, sample.processGoal].map(
      (goalId, i) => fact(sampleId(25 + i), {
        ...here,
        documentId: sample.document,
        focusAreaId: sample.component,
        goalId,
        position: i + 1
      })
    ),
    objectives: [
      fact(sample.numericObjective, {
        ...here,
        goalId: sample.numericGoal,
        position: 1,
        statement: "Re-entry within 12 months of exit falls to 8.6 percent.",
        measureId: sample.measure,
        evidenceOfCompletion: ""
      }),
      fact(sample.processObjective, {
        ...here,
        goalId: sample.processGoal,
        position: 1,
        statement: "A parent partner is offered to every family before reunification.",
        measureId: null,
        evidenceOfCompletion: "Referral log of the parent partner program, matched each quarter with the list of families that went home."
      })
    ],
    baselines: [
      fact(sample.baseline, {
        ...here,
        objectiveId: sample.numericObjective,
        value: 11.3,
        numerator: 62,
        denominator: 548,
        periodStart: plainDate("2024-01-01"),
        periodEnd: plainDate("2024-12-31"),
        observationId: sample.newestFigure,
        source: "California Child Welfare Indicators Project, 2024 quarter 4 extract"
      })
    ],
    targets: [
      fact(sample.target, {
        ...here,
        objectiveId: sample.numericObjective,
        value: 8.6,
        by: plainDate("2028-03-31")
      })
    ],
    measures: [
      fact(sample.measure, {
        ...here,
        title: "Re-entry to foster care within 12 months",
        indicator: "3F",
        vintage: "ccfsr-2004",
        populationGroup: "all",
        unit: "percent",
        direction: "down"
      })
    ],
    strategies: strategies.map(
      ([goalId, position2, statement, rationale, probation], i) => fact(sample.strategies[i] ?? "", {
        ...here,
        goalId,
        position: position2,
        statement,
        rationale,
        population: probation ? ["probation-600"] : ["cws"]
      })
    ),
    milestones: milestones.map(
      ([strategy, position2, statement, months2, dueOn2, title, agency], i) => fact(sample.milestones[i] ?? "", {
        ...here,
        strategyId: sample.strategies[strategy] ?? "",
        position: position2,
        statement,
        timeframeMonths: months2,
        dueOn: dueOn2 === null ? null : plainDate(dueOn2),
        assignedTitle: title,
        assignedPersonId: null,
        assignedAgency: agency,
        population: strategy === 1 ? ["probation-600"] : ["cws"],
        status: "not-started",
        completedOn: null
      })
    ),
    findings: [
      fact(sample.answeredFinding, {
        ...here,
        subjectKind: "indicator",
        code: "3F",
        vintage: "ccfsr-2004",
        label: "Re-entry to foster care",
        domain: "permanency",
        judgement: "area-needing-improvement",
        state: "confirmed",
        summary: "Above the national standard in every period since 2022.",
        periodEnd: plainDate("2024-12-31")
      }),
      fact(sample.deferredFinding, {
        ...here,
        subjectKind: "indicator",
        code: "3B",
        vintage: "ccfsr-2004",
        label: "Two or fewer placements in first 12 months",
        domain: "permanency",
        judgement: "area-needing-improvement",
        state: "confirmed",
        summary: "Just below the national standard.",
        periodEnd: plainDate("2024-12-31")
      })
    ],
    evidence: [
      fact(sampleId(85), {
        ...here,
        findingId: sample.answeredFinding,
        evidenceKind: "observation",
        observationId: sample.newestFigure,
        text: "",
        source: "California Child Welfare Indicators Project, 2024 quarter 4 extract"
      })
    ],
    findingAnswers: [
      fact(sampleId(90), {
        ...here,
        documentId: sample.document,
        findingId: sample.answeredFinding,
        focusAreaId: sample.component,
        disposition: "answered",
        reason: ""
      }),
      fact(sampleId(91), {
        ...here,
        documentId: sample.document,
        findingId: sample.deferredFinding,
        focusAreaId: null,
        disposition: "deferred",
        reason: "The placement unit was staffed again in January 2025; the team looks at the figure anew at the annual update."
      })
    ],
    waivers: [],
    observations: reentryFigures(),
    ...sampleTeam(sampleId, sample.document, sample.jurisdiction)
  };
}
var documentAnswers = [
  ["cover.responsibleAgency", "Alder County Department of Children and Family Services", null],
  ["cover.outcomesDataQuarter", "2024-12-31", null],
  ["cover.contactName", "Dwayne Okafor", null],
  ["cover.contactTitle", "Program Manager, Planning and Evaluation", null],
  ["cover.contactAddress", "1200 Courthouse Square, Suite 300\nAlder City, CA 95999", null],
  ["cover.contactPhone", "(555) 010-0142", null],
  ["cover.contactEmail", "dwayne.okafor@alder.example.gov", null],
  ["cover.directorName", "Marisol Quintero", null],
  ["cover.probationChiefName", "Raymond Atwater", null],
  [
    "narrative.planningBodies",
    "The Alder Children's Collaborative brings together 14 agencies that serve families, with two parents and two former foster youth. It worked on the Self-Assessment and on this plan and will follow its milestones each quarter.\n\nThe Alder Child Abuse Prevention Council advised on services for families after a child goes home and will help to carry out the parent partner strategy.\n\nThe SIP team met five times between March and May 2025. Its members are listed at the end of this plan.",
    null
  ],
  [
    "narrative.qualitativeFindings",
    "Two focus groups of parents whose children had gone home in the past year (17 parents in all), one group of foster parents (9) and an online survey of social workers and probation officers (41 of 63 answered).\n\nParents said that help ended on the day the case closed. Social workers named substance use and housing as the reasons behind most returns. Strategies 1.1 and 2.1 answer what parents said.",
    null
  ]
];
var componentAnswers = [
  [
    "component.currentPerformance",
    "Of the 548 children who went home in 2024, 62 came back to foster care within 12 months: 11.3 percent, against a national standard of 8.6 percent. The rate was 8.4 percent in 2021 and has been above the standard in every period since. Two thirds of the returns fall in the first four months. The Self-Assessment found that after-care services end with the court case and that families under probation rarely receive any.",
    sample.component
  ],
  [
    "component.additionalFactors",
    "Service array: in the north of the county there is no outpatient treatment for parents. Case review system: the court's closing hearing does not yet ask for an after-care plan.",
    sample.component
  ],
  [
    "component.training",
    "Safety planning for all social workers and probation officers who carry reunification cases, given by the Regional Training Academy. Technical assistance with the parent partner model is asked for through the county's analyst.",
    sample.component
  ],
  [
    "component.partnerRoles",
    "Behavioral Health keeps treatment open for 90 days after a case closes. The Child Abuse Prevention Council pays for two parent partners with CAPIT funds. The Probation Department names a liaison for families that have cases in both agencies.",
    sample.component
  ],
  ["component.lawChanges", "", sample.component]
];
var strategies = [
  [
    sample.numericGoal,
    1,
    "Make an after-care plan with every family before the child goes home, and stay in touch for 90 days after the case closes.",
    "Most re-entry happens in the first four months, when services have ended. The two units that already write after-care plans had half the re-entry of the others in 2024.",
    false
  ],
  [
    sample.numericGoal,
    2,
    "Give families of children under probation the same after-care as families in child welfare.",
    "Children under probation re-enter foster care more often than others, and the Self-Assessment found that few of their families are offered after-care. Probation already takes part in the family meetings on which this builds.",
    true
  ],
  [
    sample.processGoal,
    1,
    "Offer a parent partner to each family from the time of the first unsupervised visit.",
    "Parents in the focus groups named isolation as a reason for return to care. Counties with parent partners report less re-entry, and the county's pilot with six families is well accepted.",
    false
  ]
];
var dcfs = "Department of Children and Family Services";
var milestones = [
  [
    0,
    1,
    "After-care plan form adopted by child welfare and probation.",
    3,
    null,
    "Reunification Program Manager",
    dcfs
  ],
  [0, 2, "All 38 reunification social workers trained in safety planning.", 9, null, "Training Coordinator", dcfs],
  [
    0,
    3,
    "Review of after-care plans in 40 closed cases completed and reported to the SIP team.",
    12,
    null,
    "Quality Assurance Supervisor",
    dcfs
  ],
  [
    1,
    1,
    "Agreement on after-care for families under probation signed by both agencies.",
    6,
    null,
    "Assistant Chief Probation Officer",
    "Probation Department"
  ],
  [
    1,
    2,
    "First 10 families under probation served under the agreement.",
    12,
    null,
    "Placement Unit Supervisor",
    "Probation Department"
  ],
  [2, 1, "Two parent partners hired and trained.", 6, null, "Family Engagement Manager", dcfs],
  [
    2,
    2,
    "Parent partner program evaluated and the report presented to the Board of Supervisors.",
    null,
    "2027-06-30",
    "Planning and Evaluation Manager",
    dcfs
  ]
];
function reentryFigures() {
  const counts = [
    [46, 541],
    [45, 536],
    [48, 530],
    [51, 538],
    [55, 543],
    [58, 539],
    [60, 545],
    [62, 548]
  ];
  return counts.map(([numerator, denominator], i) => {
    const periodStart = addMonths(plainDate("2020-07-01"), i * 6);
    const periodEnd = addDays(addMonths(periodStart, 12), -1);
    return {
      id: sampleId(900 + i),
      loadId: sampleId(899),
      ...here,
      indicator: "3F",
      vintage: "ccfsr-2004",
      populationGroup: "all",
      periodStart,
      periodEnd,
      numerator,
      denominator,
      value: Math.round(numerator / denominator * 1e3) / 10,
      source: "California Child Welfare Indicators Project, 2024 quarter 4 extract",
      dataAsOf: plainDate("2025-04-01")
    };
  });
}

// src/domain/plan/numbering.ts
function formatPlanNumber(number) {
  switch (number.level) {
    case "goal":
      return `${number.goal}.0`;
    case "strategy":
      return `${number.goal}.${number.strategy}`;
    case "milestone":
      return `${number.goal}.${number.strategy}.${number.milestone}`;
  }
}

// src/domain/plan/assemble-plan.ts
function assemblePlan(facts2) {
  const index = indexFacts(facts2);
  const components = inOrder(facts2.focusAreas).map((focusArea, i) => componentNode(focusArea, i + 1, facts2, index));
  return {
    document: facts2.document,
    cycle: facts2.cycle,
    jurisdiction: facts2.jurisdiction,
    answers: answersOf(facts2.answers, null),
    components,
    team: teamNodes(facts2),
    findings: findingNodes(facts2, components),
    waivers: facts2.waivers,
    observations: byPeriod(facts2.observations),
    unplaced: unplacedFacts(facts2, index)
  };
}
function timeframeEnd(planStart, months2) {
  return months2 === 0 ? planStart : addDays(addMonths(planStart, months2), -1);
}
function indexFacts(facts2) {
  return {
    goals: byId(facts2.goals),
    measures: byId(facts2.measures),
    strategies: byId(facts2.strategies),
    focusAreas: byId(facts2.focusAreas),
    observations: byId(facts2.observations),
    usesOfArea: groupBy(facts2.goalUses, (use) => use.focusAreaId),
    objectivesOfGoal: groupBy(facts2.objectives, (objective) => objective.goalId),
    strategiesOfGoal: groupBy(facts2.strategies, (strategy) => strategy.goalId),
    milestonesOfStrategy: groupBy(facts2.milestones, (milestone) => milestone.strategyId),
    baselinesOfObjective: groupBy(facts2.baselines, (baseline) => baseline.objectiveId),
    targetsOfObjective: groupBy(facts2.targets, (target) => target.objectiveId)
  };
}
function componentNode(focusArea, number, facts2, index) {
  const uses = inOrder(index.usesOfArea.get(focusArea.id) ?? []);
  const known = uses.flatMap((use) => {
    const goal = index.goals.get(use.goalId);
    return goal ? [{ use, goal }] : [];
  });
  return {
    focusArea,
    number,
    answers: answersOf(facts2.answers, focusArea.id),
    goals: known.map(({ use, goal }, i) => goalNode(use, goal, i + 1, facts2, index))
  };
}
function goalNode(use, goal, n, facts2, index) {
  const strategies2 = inOrder(index.strategiesOfGoal.get(goal.id) ?? []);
  return {
    use,
    goal,
    number: formatPlanNumber({ level: "goal", goal: n }),
    objectives: inOrder(index.objectivesOfGoal.get(goal.id) ?? []).map((each) => objectiveNode(each, facts2, index)),
    strategies: strategies2.map((each, i) => strategyNode(each, n, i + 1, facts2, index))
  };
}
function strategyNode(strategy, goal, n, facts2, index) {
  const milestones2 = inOrder(index.milestonesOfStrategy.get(strategy.id) ?? []);
  return {
    strategy,
    number: formatPlanNumber({ level: "strategy", goal, strategy: n }),
    milestones: milestones2.map((milestone, i) => {
      const number = formatPlanNumber({ level: "milestone", goal, strategy: n, milestone: i + 1 });
      return { milestone, number, dueOn: dueOn(milestone, facts2.cycle.startsOn) };
    })
  };
}
function dueOn(milestone, planStart) {
  if (milestone.dueOn) return milestone.dueOn;
  return milestone.timeframeMonths === null ? void 0 : timeframeEnd(planStart, milestone.timeframeMonths);
}
function objectiveNode(objective, facts2, index) {
  const measure = objective.measureId === null ? void 0 : index.measures.get(objective.measureId);
  const baseline = lastBy(index.baselinesOfObjective.get(objective.id) ?? [], (each) => each.periodEnd);
  const targets = sortedBy(index.targetsOfObjective.get(objective.id) ?? [], (each) => each.by);
  return {
    objective,
    measure,
    baseline,
    baselineObservation: baseline?.observationId ? index.observations.get(baseline.observationId) : void 0,
    target: targets.at(-1),
    interimTargets: targets.slice(0, -1),
    observations: measure ? byPeriod(facts2.observations.filter((each) => isFigureOf(each, measure))) : []
  };
}
function isFigureOf(observation, measure) {
  return observation.jurisdictionId === measure.jurisdictionId && observation.indicator === measure.indicator && observation.vintage === measure.vintage && observation.populationGroup === measure.populationGroup;
}
function teamNodes(facts2) {
  const parties = byId(facts2.parties);
  return inOrder(facts2.teamMembers).map((member) => ({ member, party: parties.get(member.partyId) }));
}
function findingNodes(facts2, components) {
  return facts2.findings.map((finding) => {
    const answer = facts2.findingAnswers.find((each) => each.findingId === finding.id);
    return {
      finding,
      evidence: facts2.evidence.filter((each) => each.findingId === finding.id),
      answer,
      component: components.find(({ focusArea }) => focusArea.id === answer?.focusAreaId) ?? components.find(
        ({ focusArea }) => focusArea.subjectKind === finding.subjectKind && focusArea.codes.includes(finding.code)
      )
    };
  });
}
function unplacedFacts(facts2, index) {
  const uses = facts2.goalUses.flatMap((use) => {
    const text3 = index.goals.get(use.goalId)?.statement ?? "";
    if (!index.goals.has(use.goalId)) return [{ kind: "goal-use", id: use.id, text: text3, missing: "goal" }];
    return index.focusAreas.has(use.focusAreaId) ? [] : [{ kind: "goal-use", id: use.id, text: text3, missing: "focus-area" }];
  });
  const lost = (kind, missing, parents, children) => children.filter((child) => !parents.has(child.parent)).map((child) => ({ kind, id: child.id, text: child.statement, missing }));
  const ofGoal = (each) => ({ ...each, parent: each.goalId });
  return [
    ...uses,
    ...lost("objective", "goal", index.goals, facts2.objectives.map(ofGoal)),
    ...lost("strategy", "goal", index.goals, facts2.strategies.map(ofGoal)),
    ...lost(
      "milestone",
      "strategy",
      index.strategies,
      facts2.milestones.map((each) => ({ ...each, parent: each.strategyId }))
    )
  ];
}
function answersOf(answers, focusAreaId) {
  return new Map(answers.filter((each) => each.focusAreaId === focusAreaId).map((each) => [each.field, each]));
}
function byId(facts2) {
  return new Map(facts2.map((fact2) => [fact2.id, fact2]));
}
function groupBy(facts2, key) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const fact2 of facts2) {
    const group = groups2.get(key(fact2));
    if (group) group.push(fact2);
    else groups2.set(key(fact2), [fact2]);
  }
  return groups2;
}
function inOrder(facts2) {
  return facts2.toSorted((a, b) => a.position - b.position || compareText(a.id, b.id));
}
function byPeriod(observations) {
  return observations.toSorted(
    (a, b) => compareText(a.periodEnd, b.periodEnd) || compareText(a.periodStart, b.periodStart) || compareText(a.id, b.id)
  );
}
function sortedBy(facts2, date) {
  return facts2.toSorted((a, b) => compareText(date(a) ?? "", date(b) ?? "") || compareText(a.id, b.id));
}
function lastBy(facts2, date) {
  return sortedBy(facts2, date).at(-1);
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/domain/document/edition.ts
import { z as z9 } from "zod";

// src/domain/people/jurisdiction.ts
import { z as z2 } from "zod";
var JurisdictionKind = z2.enum(["state", "region", "county", "tribe"]);
var Jurisdiction = z2.object({
  kind: JurisdictionKind,
  /** Official code: FIPS for states and counties ("06001"), else a short code of the installation. */
  code: z2.string().min(1).max(20),
  name: z2.string().min(1).max(200),
  parentId: z2.uuid().nullable(),
  /** Conditions that team rules ask for (SIP-82, SIP-84, SIP-94). */
  providesAdoptions: z2.boolean(),
  youthConnectionAvailable: z2.boolean(),
  tribesApplicable: z2.boolean()
});

// src/domain/plan/plan-facts.ts
import { z as z4 } from "zod";

// src/domain/plan/population.ts
import { z as z3 } from "zod";
var Population = z3.enum(["cws", "probation-600", "dual-300-600"]);
var populationLabels = {
  cws: "Child welfare",
  "probation-600": "Probation",
  "dual-300-600": "Dual jurisdiction"
};

// src/domain/plan/plan-facts.ts
var text = (max) => z4.string().max(max);
var position = z4.number().int().min(1).max(999);
var inJurisdiction = { jurisdictionId: z4.uuid() };
var Cycle = z4.object({
  ...inJurisdiction,
  title: text(200).min(1),
  startsOn: PlainDate,
  endsOn: PlainDate
});
var SubjectKind = z4.enum(["indicator", "systemic-factor", "other"]);
var FocusArea = z4.object({
  ...inJurisdiction,
  documentId: z4.uuid(),
  position,
  subjectKind: SubjectKind,
  /** Codes in the edition's catalogue. One is the rule; imported plans may join two ("2B", "2C"). */
  codes: z4.array(z4.string().min(1).max(40)).max(5),
  label: text(300).min(1),
  origin: z4.enum(["self-assessment", "peer-review", "agency-option"]),
  probationConsidered: z4.enum(["yes", "not-applicable", "unanswered"]),
  probationReason: text(2e3)
});
var Goal = z4.object({
  ...inJurisdiction,
  cycleId: z4.uuid(),
  statement: text(2e3),
  goalKind: z4.enum(["process", "numeric"]),
  population: z4.array(Population).max(3)
});
var GoalUse = z4.object({
  ...inJurisdiction,
  documentId: z4.uuid(),
  focusAreaId: z4.uuid(),
  goalId: z4.uuid(),
  position
});
var Objective = z4.object({
  ...inJurisdiction,
  goalId: z4.uuid(),
  position,
  statement: text(2e3),
  measureId: z4.uuid().nullable(),
  evidenceOfCompletion: text(2e3)
});
var Baseline = z4.object({
  ...inJurisdiction,
  objectiveId: z4.uuid(),
  value: z4.number().nullable(),
  numerator: z4.number().nullable(),
  denominator: z4.number().nullable(),
  periodStart: PlainDate.nullable(),
  periodEnd: PlainDate.nullable(),
  observationId: z4.uuid().nullable(),
  source: text(500)
});
var Target = z4.object({
  ...inJurisdiction,
  objectiveId: z4.uuid(),
  value: z4.number().nullable(),
  by: PlainDate.nullable()
});
var Strategy = z4.object({
  ...inJurisdiction,
  goalId: z4.uuid(),
  position,
  statement: text(4e3),
  rationale: text(8e3),
  population: z4.array(Population).max(3)
});
var MilestoneStatus = z4.enum(["not-started", "in-progress", "completed", "delayed", "dropped"]);
var Milestone = z4.object({
  ...inJurisdiction,
  strategyId: z4.uuid(),
  position,
  statement: text(2e3),
  /** Months from the start of the plan; `dueOn` is worked out from it when only this is given. */
  timeframeMonths: z4.number().int().min(0).max(120).nullable(),
  dueOn: PlainDate.nullable(),
  assignedTitle: text(200),
  assignedPersonId: z4.uuid().nullable(),
  assignedAgency: text(200),
  population: z4.array(Population).max(3),
  status: MilestoneStatus,
  completedOn: PlainDate.nullable()
});

// src/domain/document/check-definitions.ts
import { z as z8 } from "zod";

// src/domain/workflow/document-workflow.ts
import { z as z6 } from "zod";

// src/domain/people/roles.ts
import { z as z5 } from "zod";
var Role = z5.enum([
  "county-planner",
  "probation-planner",
  "child-welfare-director",
  "chief-probation-officer",
  "state-analyst",
  "data-analyst",
  "partner",
  "administrator",
  "installation"
]);
var Permission = z5.enum([
  "figures.read",
  "figures.load",
  "finding.read",
  "finding.confirm",
  "plan.read-draft",
  "plan.read-submitted",
  "plan.write",
  "plan.ready",
  "plan.submit",
  "plan.review",
  "plan.waive",
  "people.read",
  "people.manage",
  "log.verify",
  "jurisdiction.manage"
]);
var readers = ["figures.read", "finding.read", "plan.read-draft", "plan.read-submitted", "people.read"];
var planners = [...readers, "figures.load", "finding.confirm", "plan.write", "plan.ready"];
var signatories = [...readers, "finding.confirm", "plan.write", "plan.ready", "plan.submit", "plan.waive"];
var permissionsOf = {
  "county-planner": planners,
  "probation-planner": planners,
  "child-welfare-director": signatories,
  "chief-probation-officer": signatories,
  "state-analyst": ["figures.read", "finding.read", "plan.read-submitted", "plan.review", "people.read"],
  "data-analyst": [...readers, "figures.load"],
  partner: readers,
  administrator: ["people.read", "people.manage", "log.verify", "figures.read"],
  installation: Permission.options
};

// src/domain/workflow/document-workflow.ts
var DocumentState = z6.enum(["drafting", "ready", "submitted", "returned", "accepted"]);
var DocumentAction = z6.enum(["mark-ready", "reopen", "submit", "recall", "return", "revise", "accept"]);
var Condition = z6.enum(["no-open-errors", "reason-given"]);
var stateLabels = {
  drafting: "Drafting",
  ready: "Ready for signature",
  submitted: "Submitted",
  returned: "Returned",
  accepted: "Accepted"
};

// src/domain/document/stages.ts
import { z as z7 } from "zod";
var CheckStage = z7.enum(["drafting", "before-board", "submission", "state-review", "annual-update"]);
var RuleStage = z7.enum([...CheckStage.options, "always"]);

// src/domain/document/check-definitions.ts
var field = z8.string();
var fields = z8.array(z8.string()).min(2);
var groups = z8.array(z8.string()).min(1);
var words = z8.array(z8.string().min(2)).min(1);
var months = z8.number().int().min(1).max(120);
function check(kind, parameters) {
  return z8.strictObject({
    kind: z8.literal(kind),
    rule: z8.string(),
    message: z8.string().min(1),
    /** Only where this check weighs less or more than its rule. */
    severity: CheckSeverity.optional(),
    stage: RuleStage.optional(),
    ...parameters
  });
}
var CheckSeverity = z8.enum(["error", "warning", "information"]);
var CountedParts = z8.enum(["components", "goals", "strategies", "milestones", "team"]);
var NeededValue = z8.enum([
  "goal.statement",
  "strategy.statement",
  "strategy.rationale",
  "milestone.statement",
  "milestone.timeframe",
  "milestone.assigned-to",
  "member.name",
  "member.affiliation"
]);
var Check = z8.discriminatedUnion("kind", [
  // Fields of the form
  check("field-present", { field }),
  check("one-field-present", { fields }),
  check("fields-together", { fields }),
  check("fields-differ", { fields: z8.tuple([field, field]) }),
  check("field-empty-for", { field, subjects: z8.array(SubjectKind).min(1) }),
  check("field-quarter-end", { field }),
  check("field-email", { field }),
  // Parts of the plan
  check("value-present", { value: NeededValue }),
  check("count", { of: CountedParts, min: z8.number().int().optional(), max: z8.number().int().optional() }),
  check("no-unplaced-parts", {}),
  check("positions-differ", {}),
  // Dates
  check("period-order", {}),
  check("period-length", { months, tolerance: z8.number().int().min(0) }),
  check("date-set", { date: z8.enum(["submittedOn", "acceptedOn"]), states: z8.array(DocumentState).min(1) }),
  check("due-within-period", {}),
  check("due-share", { months, share: z8.number().min(0).max(1) }),
  check("timeframe-one-of", { months: z8.array(months).min(1) }),
  // Place and subject
  check("jurisdiction-listed", {}),
  check("jurisdiction-named", {}),
  check("subject-kind-present", { subject: SubjectKind }),
  check("subject-unique", {}),
  check("subject-known", {}),
  check("subject-single", {}),
  check("subject-among", { codes: z8.array(z8.string()).min(1), whileProbationOpen: z8.boolean() }),
  check("factor-repeated", { field, min: z8.number().int().min(2) }),
  check("origin-is", { origin: z8.enum(["self-assessment", "peer-review", "agency-option"]) }),
  check("probation-answered", {}),
  check("population-marked", { populations: z8.array(Population).min(1) }),
  // Findings and figures
  check("findings-answered", { domains: words, deferralIsEnough: z8.boolean() }),
  check("below-standard-answered", {}),
  check("standard-missing", {}),
  check("measured-value-present", {}),
  check("baseline-agrees", {}),
  check("baseline-period", { field }),
  check("goal-kind-shown", {}),
  check("goal-measurable", {}),
  check("target-direction", {}),
  check("target-reach", { share: z8.number().positive() }),
  // Wording
  check("rationale-mentions-subject", { tooCommon: words }),
  check("other-plan-mentioned", { field, terms: words }),
  check("assigned-to-person", { agencyWords: words, roleWords: words }),
  check("milestone-done", {}),
  check("milestone-evidence", { vague: words, evidence: words }),
  // Team
  check("team-group", { groups, consultedIsEnough: z8.boolean() }),
  check("consultation-dated", { groups }),
  check("some-of-groups", { groups }),
  // The authority's own tests
  check("rules-clear", { rules: z8.array(z8.string()).min(1) })
]);

// src/domain/document/edition.ts
var text2 = z9.string().trim().min(1);
var slug = z9.string().regex(/^[a-z0-9][a-z0-9-]*(\/[a-z0-9-]+)?$/, "is not an id (small letters, digits, hyphens)");
var SourceDate = z9.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "is not a year, month or day");
var EditionWords = z9.strictObject({
  component: text2,
  subject: text2,
  currentPerformance: text2,
  goal: text2,
  strategy: text2,
  rationale: text2,
  milestone: text2,
  timeframe: text2,
  assignedTo: text2,
  team: text2
});
var EditionField = z9.strictObject({
  id: z9.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/, "is not a field id such as cover.responsibleAgency"),
  /** Fields that stand together under one heading on the form. */
  group: text2.optional(),
  label: text2,
  help: text2,
  /** `quarter-end`: a date, printed as the quarter that it ends. `signatory`: the name of a person who signs. */
  type: z9.enum(["line", "text", "date", "quarter-end", "date-range", "email", "phone", "name", "signatory"]),
  scope: z9.enum(["document", "focus-area"]),
  required: z9.boolean(),
  /** "None" may be said on purpose. */
  noneAllowed: z9.boolean(),
  /** Only asked in components with such a subject; absent = in all. */
  onlyFor: z9.array(SubjectKind).min(1).optional(),
  /** Typed in here (`answer`), or shown from a fact that is kept elsewhere. */
  from: z9.enum(["answer", "jurisdiction-name", "plan-period", "date-submitted"]),
  /** Where the authority's text asks for it. */
  source: text2
});
var EditionSection = z9.strictObject({
  id: slug,
  title: text2,
  kind: z9.enum(["cover", "narrative", "components", "team", "attachments"]),
  /** In plain words, what belongs here. */
  help: text2,
  source: text2,
  /** Printed above the places to sign. */
  aboveSignatures: text2.optional(),
  fields: z9.array(EditionField)
});
var TeamGroup = z9.strictObject({
  id: slug,
  label: text2,
  tier: z9.enum(["core", "must-consult", "may-consult"]),
  /** Only where the jurisdiction is like this. */
  when: z9.strictObject({
    feature: z9.enum(["providesAdoptions", "youthConnectionAvailable", "tribesApplicable"]),
    is: z9.boolean()
  }).optional(),
  source: text2
});
var SystemicFactor = z9.strictObject({
  id: slug,
  label: text2,
  basis: z9.enum(["listed", "inferred"]),
  /** Words by which a text can be seen to speak of this factor, in small letters. */
  terms: z9.array(z9.string().min(3)).min(1)
});
var EditionRule = z9.strictObject({
  id: z9.string().min(1).max(40),
  requirement: text2,
  source: text2,
  /** E error, Ec error when its condition holds, W warning, I information, P rule of the process. */
  severity: z9.enum(["E", "Ec", "W", "I", "P"]),
  stage: RuleStage,
  coverage: z9.enum(["checked", "held", "not-in-this-slice", "not-checkable"]),
  /** Why, for all that is not simply checked; for a checked rule, the part that is still left to people. */
  note: text2.optional()
});
var EditionAttachment = z9.strictObject({
  id: slug,
  label: text2,
  required: z9.boolean(),
  source: text2
});
var Edition = z9.strictObject({
  id: slug,
  framework: slug,
  authority: text2,
  title: text2,
  document: z9.strictObject({
    kind: z9.enum(["county-improvement-plan", "state-five-year-plan", "state-improvement-plan"]),
    name: text2,
    shortName: text2
  }),
  jurisdictions: z9.strictObject({
    kinds: z9.array(JurisdictionKind).min(1),
    /** The only places the edition is for; empty = every place of those kinds. */
    places: z9.array(z9.strictObject({ code: z9.string(), name: z9.string() })),
    /** Codes that begin so belong to a practice installation and are let through. */
    practicePrefix: z9.string()
  }),
  inUse: z9.strictObject({ from: SourceDate, to: SourceDate.nullable(), certain: z9.boolean() }),
  /** Null where the authority sets it case by case. */
  termMonths: z9.number().int().min(1).max(120).nullable(),
  /** From which day the yearly papers are counted. */
  dueBasis: z9.enum(["acceptance", "period-start", "fixed-date", "not-stated"]),
  indicatorVintages: z9.array(slug),
  systemicFactors: z9.array(SystemicFactor),
  /** `full`: all requirements are here. `slice`: the part that works today. `outline`: enough to hold a plan, no checks. */
  completeness: z9.enum(["full", "slice", "outline"]),
  words: EditionWords,
  sections: z9.array(EditionSection).min(1),
  teamGroups: z9.array(TeamGroup),
  attachments: z9.array(EditionAttachment),
  rules: z9.array(EditionRule),
  checks: z9.array(Check),
  /** Where the authority's own text contradicts itself or is silent, and what the program does. */
  inconsistencies: z9.array(z9.strictObject({ matter: text2, source: text2, handling: text2 })),
  sources: z9.array(z9.strictObject({ label: text2, reached: text2 })).min(1)
});
function isAskedFor(field2, subject) {
  return field2.scope === "focus-area" && (field2.onlyFor?.includes(subject) ?? true);
}

// src/frameworks/ca-ccfsr/2004/edition.json
var edition_default = {
  id: "ca-ccfsr-2004",
  framework: "ca-ccfsr",
  authority: "California Department of Social Services",
  title: "California Child and Family Services Review: System Improvement Plan, 2004 edition",
  document: {
    kind: "county-improvement-plan",
    name: "System Improvement Plan",
    shortName: "SIP"
  },
  jurisdictions: {
    kinds: ["county"],
    places: [
      {
        code: "06001",
        name: "Alameda"
      },
      {
        code: "06003",
        name: "Alpine"
      },
      {
        code: "06005",
        name: "Amador"
      },
      {
        code: "06007",
        name: "Butte"
      },
      {
        code: "06009",
        name: "Calaveras"
      },
      {
        code: "06011",
        name: "Colusa"
      },
      {
        code: "06013",
        name: "Contra Costa"
      },
      {
        code: "06015",
        name: "Del Norte"
      },
      {
        code: "06017",
        name: "El Dorado"
      },
      {
        code: "06019",
        name: "Fresno"
      },
      {
        code: "06021",
        name: "Glenn"
      },
      {
        code: "06023",
        name: "Humboldt"
      },
      {
        code: "06025",
        name: "Imperial"
      },
      {
        code: "06027",
        name: "Inyo"
      },
      {
        code: "06029",
        name: "Kern"
      },
      {
        code: "06031",
        name: "Kings"
      },
      {
        code: "06033",
        name: "Lake"
      },
      {
        code: "06035",
        name: "Lassen"
      },
      {
        code: "06037",
        name: "Los Angeles"
      },
      {
        code: "06039",
        name: "Madera"
      },
      {
        code: "06041",
        name: "Marin"
      },
      {
        code: "06043",
        name: "Mariposa"
      },
      {
        code: "06045",
        name: "Mendocino"
      },
      {
        code: "06047",
        name: "Merced"
      },
      {
        code: "06049",
        name: "Modoc"
      },
      {
        code: "06051",
        name: "Mono"
      },
      {
        code: "06053",
        name: "Monterey"
      },
      {
        code: "06055",
        name: "Napa"
      },
      {
        code: "06057",
        name: "Nevada"
      },
      {
        code: "06059",
        name: "Orange"
      },
      {
        code: "06061",
        name: "Placer"
      },
      {
        code: "06063",
        name: "Plumas"
      },
      {
        code: "06065",
        name: "Riverside"
      },
      {
        code: "06067",
        name: "Sacramento"
      },
      {
        code: "06069",
        name: "San Benito"
      },
      {
        code: "06071",
        name: "San Bernardino"
      },
      {
        code: "06073",
        name: "San Diego"
      },
      {
        code: "06075",
        name: "San Francisco"
      },
      {
        code: "06077",
        name: "San Joaquin"
      },
      {
        code: "06079",
        name: "San Luis Obispo"
      },
      {
        code: "06081",
        name: "San Mateo"
      },
      {
        code: "06083",
        name: "Santa Barbara"
      },
      {
        code: "06085",
        name: "Santa Clara"
      },
      {
        code: "06087",
        name: "Santa Cruz"
      },
      {
        code: "06089",
        name: "Shasta"
      },
      {
        code: "06091",
        name: "Sierra"
      },
      {
        code: "06093",
        name: "Siskiyou"
      },
      {
        code: "06095",
        name: "Solano"
      },
      {
        code: "06097",
        name: "Sonoma"
      },
      {
        code: "06099",
        name: "Stanislaus"
      },
      {
        code: "06101",
        name: "Sutter"
      },
      {
        code: "06103",
        name: "Tehama"
      },
      {
        code: "06105",
        name: "Trinity"
      },
      {
        code: "06107",
        name: "Tulare"
      },
      {
        code: "06109",
        name: "Tuolumne"
      },
      {
        code: "06111",
        name: "Ventura"
      },
      {
        code: "06113",
        name: "Yolo"
      },
      {
        code: "06115",
        name: "Yuba"
      }
    ],
    practicePrefix: "99"
  },
  inUse: {
    from: "2004",
    to: "2008",
    certain: false
  },
  termMonths: 36,
  dueBasis: "acceptance",
  indicatorVintages: ["ccfsr-2004"],
  systemicFactors: [
    {
      id: "mis",
      label: "Management information system",
      basis: "listed",
      terms: ["management information", "information system", "cws/cms"]
    },
    {
      id: "case-review",
      label: "Case review system, with the relationship to the court and the family's part in case planning",
      basis: "listed",
      terms: ["case review", "case planning", "relationship to the court", "relationship with the court"]
    },
    {
      id: "foster-adoptive",
      label: "Recruitment, licensing and retention of foster and adoptive parents",
      basis: "listed",
      terms: ["recruitment", "licensing", "retention of foster", "foster parent recruitment"]
    },
    {
      id: "training",
      label: "Training of staff and partners",
      basis: "listed",
      terms: ["training"]
    },
    {
      id: "qa",
      label: "Quality assurance system",
      basis: "listed",
      terms: ["quality assurance"]
    },
    {
      id: "collaboration",
      label: "Agency collaboration",
      basis: "listed",
      terms: ["collaboration", "agencies working together"]
    },
    {
      id: "service-array",
      label: "Service array",
      basis: "inferred",
      terms: ["service array", "array of services", "services available"]
    }
  ],
  completeness: "slice",
  words: {
    component: "Component",
    subject: "Outcome/Systemic Factor",
    currentPerformance: "County's Current Performance",
    goal: "Improvement Goal",
    strategy: "Strategy",
    rationale: "Strategy Rationale",
    milestone: "Milestone",
    timeframe: "Timeframe",
    assignedTo: "Assigned to",
    team: "SIP team"
  },
  sections: [
    {
      id: "cover",
      title: "Cover sheet",
      kind: "cover",
      help: "Who makes the plan, for which years, from which data, and who answers for it.",
      source: "Cover sheet",
      aboveSignatures: "Submitted by each agency for the children under its care",
      fields: [
        {
          id: "cover.county",
          label: "County",
          help: "Taken from the county that the plan belongs to.",
          type: "line",
          scope: "document",
          required: true,
          noneAllowed: false,
          from: "jurisdiction-name",
          source: "Cover sheet"
        },
        {
          id: "cover.responsibleAgency",
          label: "Responsible County Child Welfare Agency",
          help: "The full name of the agency, as it is to be printed.",
          type: "line",
          scope: "document",
          required: true,
          noneAllowed: false,
          from: "answer",
          source: "Cover sheet"
        },
        {
          id: "cover.planPeriod",
          label: "Period of Plan",
          help: "First and last day of the plan. Under this edition a plan runs three years.",
          type: "date-range",
          scope: "document",
          required: true,
          noneAllowed: false,
          from: "plan-period",
          source: "Cover sheet; Glossary: Timeframe"
        },
        {
          id: "cover.outcomesDataQuarter",
          label: "Period of Outcomes Data",
          help: "The quarter whose figures the plan uses: its last day, which is March 31, June 30, September 30 or December 31.",
          type: "quarter-end",
          scope: "document",
          required: true,
          noneAllowed: false,
          from: "answer",
          source: "Cover sheet"
        },
        {
          id: "cover.dateSubmitted",
          label: "Date Submitted",
          help: "Set by the program on the day when the plan is submitted.",
          type: "date",
          scope: "document",
          required: true,
          noneAllowed: false,
          from: "date-submitted",
          source: "Cover sheet"
        },
        {
          id: "cover.contactName",
          group: "County Contact Person for County System Improvement Plan",
          label: "Name",
          help: "The person whom the State calls with questions about the plan.",
          type: "name",
          scope: "document",
          required: true,
          noneAllowed: false,
          from: "answer",
          source: "Cover sheet"
        },
        {
          id: "cover.contactTitle",
          group: "County Contact Person for County System Improvement Plan",
          label: "Title",
          help: "The position of the contact person.",
          type: "line",
          scope: "document",
          required: true,
          noneAllowed: false,
          from: "answer",
          source: "Cover sheet"
        },
        {
          id: "cover.contactAddress",
          group: "County Contact Person for County System Improvement Plan",
          label: "Address",
          help: "A postal address, in as many lines as it takes.",
          type: "text",
          scope: "document",
          required: true,
          noneAllowed: false,
          from: "answer",
          source: "Cover sheet"
        },
        {
          id: "cover.contactPhone",
          group: "County Contact Person for County System Improvement Plan",
          label: "Phone",
          help: "A telephone number with area code. Phone or e-mail is enough; both are better.",
          type: "phone",
          scope: "document",
          required: false,
          noneAllowed: false,
          from: "answer",
          source: "Cover sheet"
        },
        {
          id: "cover.contactEmail",
          group: "County Contact Person for County System Improvement Plan",
          label: "Email",
          help: "An e-mail address that is read every working day.",
          type: "email",
          scope: "document",
          required: false,
          noneAllowed: false,
          from: "answer",
          source: "Cover sheet"
        },
        {
          id: "cover.directorName",
          group: "Submitted by: County Child Welfare Agency Director (Lead Agency)",
          label: "Name",
          help: "The director who submits the plan for the lead agency.",
          type: "signatory",
          scope: "document",
          required: true,
          noneAllowed: false,
          from: "answer",
          source: "Cover sheet"
        },
        {
          id: "cover.probationChiefName",
          group: "Submitted by: County Chief Probation Officer",
          label: "Name",
          help: "The chief who submits the plan for the children under the care of probation.",
          type: "signatory",
          scope: "document",
          required: true,
          noneAllowed: false,
          from: "answer",
          source: "Cover sheet"
        }
      ]
    },
    {
      id: "narrative",
      title: "SIP Narrative",
      kind: "narrative",
      help: "Who worked on the plan and what the county learned beyond its figures. Six to eight pages at most are advised.",
      source: "I SIP Narrative",
      fields: [
        {
          id: "narrative.planningBodies",
          label: "Local Planning Bodies",
          help: "Name each body that had a say in the Self-Assessment or in this plan, or that will help to carry it out. Say in a sentence what it is, who sits on it, and which of the three it did.",
          type: "text",
          scope: "document",
          required: true,
          noneAllowed: false,
          from: "answer",
          source: "I.1"
        },
        {
          id: "narrative.qualitativeFindings",
          label: "Findings that Support Qualitative Change",
          help: "What focus groups, surveys, interviews and the like brought to light. For each: how it was done, with whom, how many answered, what came out, and where this plan makes use of it.",
          type: "text",
          scope: "document",
          required: true,
          noneAllowed: true,
          from: "answer",
          source: "I.2"
        },
        {
          id: "narrative.peerReviewAreas",
          group: "Peer Quality Case Review",
          label: "Areas identified for review",
          help: "Only when the county has had a Peer Quality Case Review: what the peers looked at.",
          type: "text",
          scope: "document",
          required: false,
          noneAllowed: false,
          from: "answer",
          source: "I.2"
        },
        {
          id: "narrative.peerReviewFindings",
          group: "Peer Quality Case Review",
          label: "Findings",
          help: "What the peers found.",
          type: "text",
          scope: "document",
          required: false,
          noneAllowed: false,
          from: "answer",
          source: "I.2"
        },
        {
          id: "narrative.peerReviewUse",
          group: "Peer Quality Case Review",
          label: "How the findings are used in the SIP",
          help: "Where in this plan the county acts on what the peers found.",
          type: "text",
          scope: "document",
          required: false,
          noneAllowed: false,
          from: "answer",
          source: "I.2"
        }
      ]
    },
    {
      id: "components",
      title: "SIP Plan Components",
      kind: "components",
      help: "One component for each outcome indicator or systemic factor that the plan addresses. Three or four are advised; every safety outcome that needs improvement must be among them.",
      source: "II SIP Plan Components",
      fields: [
        {
          id: "component.currentPerformance",
          label: "County's Current Performance",
          help: "Where the county stands on this subject, from its Self-Assessment, with figures, their period and their source.",
          type: "text",
          scope: "focus-area",
          required: true,
          noneAllowed: false,
          from: "answer",
          source: "II.2; template"
        },
        {
          id: "component.additionalFactors",
          label: "Describe any additional systemic factors needing to be addressed that support the improvement plan goals.",
          help: "The systemic factors that came up when the county looked into this indicator. Say so when there are none.",
          type: "text",
          scope: "focus-area",
          required: true,
          noneAllowed: true,
          onlyFor: ["indicator", "other"],
          from: "answer",
          source: "II.7; template; box"
        },
        {
          id: "component.training",
          label: "Describe educational/training needs (including technical assistance) to achieve the improvement goals.",
          help: "What staff and partners must learn, what help the county asks for, and how that serves the goals. Say so when there is none.",
          type: "text",
          scope: "focus-area",
          required: true,
          noneAllowed: true,
          from: "answer",
          source: "II.8; template"
        },
        {
          id: "component.partnerRoles",
          label: "Identify roles of the other partners in achieving the improvement goals.",
          help: "For each partner, what it will do. Name other service plans that this ties in with, such as CAPIT or PSSF.",
          type: "text",
          scope: "focus-area",
          required: true,
          noneAllowed: true,
          from: "answer",
          source: "II.9; template"
        },
        {
          id: "component.lawChanges",
          label: "Identify any regulatory or statutory changes needed to support the accomplishment of the improvement goals.",
          help: "Changes of law or regulation that would help. Say so when there are none.",
          type: "text",
          scope: "focus-area",
          required: true,
          noneAllowed: true,
          from: "answer",
          source: "II.10; template"
        }
      ]
    },
    {
      id: "team",
      title: "SIP Team",
      kind: "team",
      help: "Everyone who sat on the team or was consulted, with the group that each stands for.",
      source: "I.1; IV; General instructions 4",
      fields: []
    },
    {
      id: "attachments",
      title: "Attachments",
      kind: "attachments",
      help: "Papers that go to the State with the plan.",
      source: "I.3; General instructions 4 and 5; II.9",
      fields: []
    }
  ],
  teamGroups: [
    {
      id: "cws-administrator",
      label: "Child welfare administrators",
      tier: "core",
      source: "IV.1"
    },
    {
      id: "cws-manager",
      label: "Child welfare managers",
      tier: "core",
      source: "IV.1"
    },
    {
      id: "cws-social-worker",
      label: "Child welfare social workers",
      tier: "core",
      source: "IV.1"
    },
    {
      id: "probation-administrator",
      label: "Probation administrators",
      tier: "core",
      source: "IV.1"
    },
    {
      id: "probation-supervisor",
      label: "Probation supervisors",
      tier: "core",
      source: "IV.1"
    },
    {
      id: "probation-officer",
      label: "Probation officers",
      tier: "core",
      source: "IV.1"
    },
    {
      id: "youth-connection",
      label: "California Youth Connection",
      tier: "core",
      when: {
        feature: "youthConnectionAvailable",
        is: true
      },
      source: "IV.1"
    },
    {
      id: "foster-parent",
      label: "Foster parents",
      tier: "core",
      source: "IV.1"
    },
    {
      id: "adoptions-agency",
      label: "CDSS Adoptions District Office or licensed county adoption agency",
      tier: "core",
      when: {
        feature: "providesAdoptions",
        is: false
      },
      source: "IV.1"
    },
    {
      id: "casa",
      label: "Court Appointed Special Advocates",
      tier: "must-consult",
      source: "IV.2"
    },
    {
      id: "health-department",
      label: "County health department",
      tier: "must-consult",
      source: "IV.2"
    },
    {
      id: "mental-health-department",
      label: "County mental health department",
      tier: "must-consult",
      source: "IV.2"
    },
    {
      id: "alcohol-drug-department",
      label: "County alcohol and drug department",
      tier: "must-consult",
      source: "IV.2"
    },
    {
      id: "labor",
      label: "Labor",
      tier: "must-consult",
      source: "IV.2"
    },
    {
      id: "law-enforcement",
      label: "Law enforcement",
      tier: "must-consult",
      source: "IV.2"
    },
    {
      id: "children-representative",
      label: "Local representatives of children",
      tier: "must-consult",
      source: "IV.2"
    },
    {
      id: "parents-representative",
      label: "Local representatives of parents",
      tier: "must-consult",
      source: "IV.2"
    },
    {
      id: "juvenile-court",
      label: "Local juvenile court bench officer",
      tier: "must-consult",
      source: "IV.2"
    },
    {
      id: "education-agency",
      label: "Local education agency",
      tier: "must-consult",
      source: "IV.2"
    },
    {
      id: "tribe",
      label: "Local Tribe or Tribes",
      tier: "must-consult",
      when: {
        feature: "tribesApplicable",
        is: true
      },
      source: "IV.2"
    },
    {
      id: "training-academy",
      label: "Regional Training Academy",
      tier: "must-consult",
      source: "IV.2"
    },
    {
      id: "first-5-commission",
      label: "County Children and Families Commission (Prop. 10)",
      tier: "may-consult",
      source: "IV.3"
    },
    {
      id: "county-welfare-department",
      label: "County welfare department",
      tier: "may-consult",
      source: "IV.3"
    },
    {
      id: "regional-center",
      label: "Developmental Services regional center",
      tier: "may-consult",
      source: "IV.3"
    },
    {
      id: "domestic-violence-provider",
      label: "Domestic violence prevention provider",
      tier: "may-consult",
      source: "IV.3"
    },
    {
      id: "economic-development",
      label: "Economic development agency",
      tier: "may-consult",
      source: "IV.3"
    },
    {
      id: "child-abuse-prevention-council",
      label: "Child abuse prevention council",
      tier: "may-consult",
      source: "IV.3"
    },
    {
      id: "workforce-board",
      label: "Workforce investment board",
      tier: "may-consult",
      source: "IV.3"
    },
    {
      id: "housing-authority",
      label: "Public housing authority",
      tier: "may-consult",
      source: "IV.3"
    },
    {
      id: "service-provider",
      label: "Other service providers",
      tier: "may-consult",
      source: "IV.3"
    },
    {
      id: "special-education-area",
      label: "Special education local planning area",
      tier: "may-consult",
      source: "IV.3"
    }
  ],
  attachments: [
    {
      id: "participant-list",
      label: "List of the individuals and groups that took part in developing the SIP",
      required: true,
      source: "General instructions 4"
    },
    {
      id: "csa-summary-assessment",
      label: "Summary Assessment (Section V) of the County Self-Assessment",
      required: true,
      source: "I.3"
    },
    {
      id: "board-action",
      label: "Board agenda item or approved Board action",
      required: true,
      source: "General instructions 5"
    },
    {
      id: "memorandum",
      label: "Memoranda of understanding with partners",
      required: false,
      source: "II.9"
    }
  ],
  rules: [
    {
      id: "SIP-1",
      requirement: "Plan belongs to one California county and to the C-CFSR",
      source: "Title, cover sheet",
      severity: "E",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-2",
      requirement: "The SIP comes after the County Self-Assessment",
      source: "Purpose; III Process",
      severity: "E",
      stage: "submission",
      coverage: "not-in-this-slice",
      note: "The County Self-Assessment is not yet kept."
    },
    {
      id: "SIP-3",
      requirement: "The SIP is the working agreement between the county and the State",
      source: "Purpose",
      severity: "P",
      stage: "always",
      coverage: "held",
      note: "Every version is kept, acceptance is a step with its date, and an accepted plan cannot be changed."
    },
    {
      id: "SIP-4",
      requirement: "Focus is on outcomes",
      source: "Purpose",
      severity: "W",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-5",
      requirement: "The plan runs three years and is updated every year",
      source: "Glossary: Timeframe",
      severity: "W",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-6",
      requirement: "Sections follow the outline order",
      source: "Intro",
      severity: "E",
      stage: "submission",
      coverage: "held",
      note: "The document is always printed in this order."
    },
    {
      id: "SIP-7",
      requirement: "Whole plan recommended at no more than 25 pages",
      source: "Intro",
      severity: "W",
      stage: "before-board",
      coverage: "not-in-this-slice",
      note: "Pages are not yet counted."
    },
    {
      id: "SIP-8",
      requirement: "The attached Summary Assessment does not count toward the 25 pages",
      source: "I Narrative",
      severity: "E",
      stage: "always",
      coverage: "not-in-this-slice",
      note: "Pages are not yet counted."
    },
    {
      id: "SIP-9",
      requirement: "Narrative 6 to 8 pages at most",
      source: "I Narrative",
      severity: "W",
      stage: "before-board",
      coverage: "not-in-this-slice",
      note: "Pages are not yet counted."
    },
    {
      id: "SIP-10",
      requirement: "Components recommended 15 to 18 pages",
      source: "II Components",
      severity: "W",
      stage: "before-board",
      coverage: "not-in-this-slice",
      note: "Pages are not yet counted."
    },
    {
      id: "SIP-11",
      requirement: "The advice on pages does not add up (8 and 18 make 26, and the cover is not counted): pages never stop a plan",
      source: "Derived by us from the guide",
      severity: "I",
      stage: "always",
      coverage: "held",
      note: "Pages are never an error in the program."
    },
    {
      id: "SIP-12",
      requirement: "Whether other attachments count toward the pages is not said",
      source: "Derived by us from the guide",
      severity: "I",
      stage: "always",
      coverage: "not-in-this-slice",
      note: "Pages are not yet counted."
    },
    {
      id: "SIP-13",
      requirement: "County name",
      source: "Cover sheet",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-14",
      requirement: "Responsible county child welfare agency",
      source: "Cover sheet",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-15",
      requirement: "Period of plan",
      source: "Cover sheet",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-16",
      requirement: "Period of outcomes data, given as the last day of a quarter",
      source: "Cover sheet",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-17",
      requirement: "Date submitted",
      source: "Cover sheet",
      severity: "E",
      stage: "submission",
      coverage: "checked",
      note: "The date of the Board's approval is not yet kept, so it is not compared."
    },
    {
      id: "SIP-18",
      requirement: "Contact person: name, title, address, phone/e-mail (one line on the form)",
      source: "Cover sheet",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-19",
      requirement: "Submitting signatory 1: County Child Welfare Agency Director (lead agency), name and signature",
      source: "Cover sheet",
      severity: "E",
      stage: "submission",
      coverage: "checked",
      note: "The signature is not yet kept."
    },
    {
      id: "SIP-20",
      requirement: "Submitting signatory 2: County Chief Probation Officer, name and signature",
      source: "Cover sheet",
      severity: "E",
      stage: "submission",
      coverage: "checked",
      note: "The signature is not yet kept."
    },
    {
      id: "SIP-21",
      requirement: "Each agency submits for the children under its own care",
      source: "Cover sheet",
      severity: "W",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-22",
      requirement: "List and briefly describe local planning bodies that gave input or will help carry out the plan",
      source: "I.1",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-23",
      requirement: "For each body say whether it worked on the Self-Assessment, on the SIP, or will have a role in carrying the SIP out",
      source: "I.1",
      severity: "W",
      stage: "drafting",
      coverage: "not-in-this-slice",
      note: "Planning bodies are one text, not yet a list with roles."
    },
    {
      id: "SIP-24",
      requirement: "Bodies should bring in stakeholders and agencies, users of CWS, and advocates",
      source: "I.1; Glossary",
      severity: "W",
      stage: "drafting",
      coverage: "not-in-this-slice",
      note: "Planning bodies are one text, not yet a list with tags."
    },
    {
      id: "SIP-25",
      requirement: "List SIP team members with name and affiliation",
      source: "I.1",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-26",
      requirement: "Attach list of individuals and groups that took part in developing the SIP",
      source: "General instructions 4",
      severity: "E",
      stage: "submission",
      coverage: "not-in-this-slice",
      note: "Attachments are not yet kept. The team list is printed with the plan and can serve."
    },
    {
      id: "SIP-27",
      requirement: "Report qualitative findings from client and provider focus groups, surveys, interviews or other methods",
      source: "I.2",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-28",
      requirement: "Each data-collection entry gives technique, target audience, number of responses, results, and how used in the SIP",
      source: "I.2",
      severity: "W",
      stage: "before-board",
      coverage: "not-in-this-slice",
      note: "Ways of listening are one text, not yet a list with five parts each."
    },
    {
      id: "SIP-29",
      requirement: "When the Peer Quality Case Review is in use: give areas picked for review, findings, and how used in the SIP",
      source: "I.2",
      severity: "Ec",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-30",
      requirement: "Attach the Summary Assessment (Section V) of the Self-Assessment",
      source: "I intro; I.3",
      severity: "E",
      stage: "submission",
      coverage: "not-in-this-slice",
      note: "Attachments are not yet kept."
    },
    {
      id: "SIP-31",
      requirement: "Cross-reference other service plans: child abuse prevention/intervention/treatment, PSSF and others",
      source: "Purpose",
      severity: "W",
      stage: "before-board",
      coverage: "checked",
      note: "Found by words in the text; a list of other plans with their pages is not yet kept."
    },
    {
      id: "SIP-32",
      requirement: "Cross-references may sit in partner-role text and in strategies",
      source: "Purpose box",
      severity: "I",
      stage: "drafting",
      coverage: "held",
      note: "Strategies and partners' roles are free text and may name other plans."
    },
    {
      id: "SIP-33",
      requirement: "Attach the agenda item or the approved Board action when submitting",
      source: "General instructions 5",
      severity: "E",
      stage: "submission",
      coverage: "not-in-this-slice",
      note: "Attachments are not yet kept."
    },
    {
      id: "SIP-34",
      requirement: "Memoranda of understanding (for example Probation and CWS) may be attached for partner roles",
      source: "II.9",
      severity: "I",
      stage: "drafting",
      coverage: "not-in-this-slice",
      note: "Attachments are not yet kept."
    },
    {
      id: "SIP-35",
      requirement: "One component for each outcome indicator or systemic factor addressed",
      source: "II intro",
      severity: "E",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-36",
      requirement: "Component names the indicator or the systemic factor it addresses",
      source: "II.1",
      severity: "E",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-37",
      requirement: "No more than 3 to 4 indicators or factors recommended",
      source: "II intro",
      severity: "W",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-38",
      requirement: "Every safety outcome found to need improvement in the Self-Assessment has a component",
      source: "II intro; CDSS review box",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-39",
      requirement: "For indicators below the statewide standard the SIP must hold milestones, timeframes and improvement goals",
      source: "Purpose",
      severity: "Ec",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-40",
      requirement: "Only federal indicators have a benchmark; where no standard is set, none is applied",
      source: "Purpose box; Glossary: Standards, Threshold",
      severity: "I",
      stage: "always",
      coverage: "checked"
    },
    {
      id: "SIP-41",
      requirement: "Each area found to need improvement is described, which goes against the advice of three or four: a reason settles it",
      source: "SIP Instructions",
      severity: "W",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-42",
      requirement: "A systemic factor that keeps coming up across indicators probably deserves its own component",
      source: "Glossary: Systemic factor",
      severity: "W",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-43",
      requirement: "County may add further areas of its own choice",
      source: "General instructions 3",
      severity: "I",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-44",
      requirement: "Probation-supervised foster children are considered in each area as applicable",
      source: "General instructions 2",
      severity: "W",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-45",
      requirement: "Distinct probation goals and strategies are developed and marked as probation-related",
      source: "General instructions 2; Glossary: Probation",
      severity: "W",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-46",
      requirement: "Places where probation fits: abuse in care, time to reunification, multiple placements, re-entry, least restrictive setting, transition to adulthood; factors agency collaboration and service array",
      source: "Probation box",
      severity: "I",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-47",
      requirement: "County's current performance, summed up from the Self-Assessment",
      source: "II.2; template",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-48",
      requirement: "Current performance is evidence based",
      source: "II.2",
      severity: "W",
      stage: "before-board",
      coverage: "checked",
      note: "The value in the Self-Assessment is not yet kept, so it is not compared."
    },
    {
      id: "SIP-49",
      requirement: "At least one improvement goal, numbered 1.0, 2.0 ...",
      source: "template",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-50",
      requirement: "Goal is one of two kinds: a program or process improvement tied to positive change in the subject, or a proposed numeric change (+/-) in an indicator",
      source: "Glossary: Improvement goal",
      severity: "E",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-51",
      requirement: "Goals are specific, achievable and measurable",
      source: "II.3; SIP Instructions",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-52",
      requirement: "Numeric goal moves the right way",
      source: "Derived by us from the guide",
      severity: "W",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-53",
      requirement: "Achievable: target not wildly beyond history",
      source: "II.3",
      severity: "W",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-54",
      requirement: "At least one strategy for each goal, numbered 1.1, 1.2 ...",
      source: "template; Glossary: Strategy",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-55",
      requirement: "Each strategy has a rationale: how it builds on progress and improves the subject",
      source: "II.5; template footnote",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-56",
      requirement: "Rationale refers to the subject or its data",
      source: "Glossary: Strategy rationale",
      severity: "W",
      stage: "drafting",
      coverage: "checked",
      note: "Found by words in the text: read the rationale as well."
    },
    {
      id: "SIP-57",
      requirement: "At least one milestone for each strategy, numbered 1.1.1 ...",
      source: "II.6; template",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-58",
      requirement: "Every milestone has a timeframe",
      source: "II.6; template",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-59",
      requirement: "Every milestone names the responsible staff member",
      source: "SIP Instructions; template",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-60",
      requirement: "Responsible party is a staff member, not just an agency",
      source: "SIP Instructions",
      severity: "W",
      stage: "before-board",
      coverage: "checked",
      note: "Found by words in the title: read it as well."
    },
    {
      id: "SIP-61",
      requirement: "Milestones are worded as completed actions",
      source: "Glossary: Milestone",
      severity: "W",
      stage: "drafting",
      coverage: "checked",
      note: "Found by the wording: read the milestone as well."
    },
    {
      id: "SIP-62",
      requirement: "Milestones measure progress toward the goal",
      source: "Glossary: Milestone",
      severity: "W",
      stage: "drafting",
      coverage: "checked",
      note: "Found by words in the text: read the milestone as well."
    },
    {
      id: "SIP-63",
      requirement: "Milestones and timeframes tie back to a strategy that supports the goal",
      source: "CDSS review box",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-64",
      requirement: "Most timeframes fall within one year",
      source: "Glossary: Timeframe",
      severity: "W",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-65",
      requirement: "1, 3, 6, 9 and 12 months are the practical timeframes",
      source: "Glossary: Timeframe",
      severity: "I",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-66",
      requirement: "No milestone due outside the plan period",
      source: "Derived by us from the guide",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-67",
      requirement: "The form shows 2 goals with 3 strategies and 3 milestones each; that is no limit",
      source: "Template; Intro",
      severity: "I",
      stage: "always",
      coverage: "held",
      note: "Any number of goals, strategies and milestones is taken."
    },
    {
      id: "SIP-68",
      requirement: "Numbering is unique and gap free inside a component",
      source: "template",
      severity: "W",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-69",
      requirement: "Closing section 1: further systemic factors that support the goals",
      source: "II.7; template; box on further factors",
      severity: "Ec",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-70",
      requirement: "The same section does not apply when the component is itself about a systemic factor",
      source: "Box on further factors",
      severity: "W",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-71",
      requirement: "Factors named there are those explored for this indicator in the Self-Assessment",
      source: "Box on further factors; Glossary: Systemic changes",
      severity: "W",
      stage: "before-board",
      coverage: "not-in-this-slice",
      note: "The County Self-Assessment is not yet kept."
    },
    {
      id: "SIP-72",
      requirement: "Closing section 2: education and training needs including technical assistance, and how they help reach the goals",
      source: "II.8; template",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-73",
      requirement: "Closing section 3: roles of other partners",
      source: "II.9; template",
      severity: "E",
      stage: "submission",
      coverage: "checked",
      note: "Whether each partner has a part in the text is for a reader to say."
    },
    {
      id: "SIP-74",
      requirement: "Closing section 4: regulatory or statutory changes needed",
      source: "II.10; template",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-75",
      requirement: "Each component long enough to treat its subject fully",
      source: "II intro",
      severity: "I",
      stage: "before-board",
      coverage: "not-checkable",
      note: "Whether a subject is treated fully is for a reader to say."
    },
    {
      id: "SIP-76",
      requirement: "Technical assistance requests go to CDSS through the county's analyst; TA is limited",
      source: "Glossary: TA; box on technical assistance",
      severity: "I",
      stage: "drafting",
      coverage: "not-in-this-slice",
      note: "Requests for technical assistance are not yet kept apart from the text."
    },
    {
      id: "SIP-77",
      requirement: "Regional Training Academy should know the needs found in the Self-Assessment",
      source: "Box on training",
      severity: "I",
      stage: "drafting",
      coverage: "not-in-this-slice",
      note: "Whether the Regional Training Academy knows the needs is not yet asked."
    },
    {
      id: "SIP-78",
      requirement: "County child welfare director picks the members and convenes the workgroups",
      source: "III",
      severity: "P",
      stage: "drafting",
      coverage: "not-in-this-slice",
      note: "Who chose the team is not yet asked."
    },
    {
      id: "SIP-79",
      requirement: "Members come mainly from the Self-Assessment team",
      source: "III; IV",
      severity: "W",
      stage: "before-board",
      coverage: "not-in-this-slice",
      note: "The team of the Self-Assessment is not yet kept."
    },
    {
      id: "SIP-80",
      requirement: "Core: CWS administrators, managers and social workers",
      source: "IV.1; Glossary",
      severity: "E",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-81",
      requirement: "Core: probation administrators, supervisors and officers",
      source: "IV.1; Glossary",
      severity: "E",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-82",
      requirement: "Core: California Youth Connection, if available",
      source: "IV.1",
      severity: "Ec",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-83",
      requirement: "Core: foster parents",
      source: "IV.1",
      severity: "E",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-84",
      requirement: "Core: CDSS Adoptions District Office or the licensed county adoption agency, when the county does not run adoptions itself",
      source: "IV.1",
      severity: "Ec",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-85",
      requirement: "Must consult or include: CASA",
      source: "IV.2",
      severity: "E",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-86",
      requirement: "Must consult or include: county health department",
      source: "IV.2",
      severity: "E",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-87",
      requirement: "Must consult or include: county mental health department",
      source: "IV.2",
      severity: "E",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-88",
      requirement: "Must consult or include: county alcohol and drug department",
      source: "IV.2",
      severity: "E",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-89",
      requirement: "Must consult or include: labor",
      source: "IV.2",
      severity: "E",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-90",
      requirement: "Must consult or include: law enforcement",
      source: "IV.2",
      severity: "E",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-91",
      requirement: "Must consult or include: local representatives of children and of parents",
      source: "IV.2",
      severity: "E",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-92",
      requirement: "Must consult or include: local juvenile court bench officer",
      source: "IV.2",
      severity: "E",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-93",
      requirement: "Must consult or include: local education agency",
      source: "IV.2",
      severity: "E",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-94",
      requirement: "Must consult or include: local tribe(s), for counties where applicable",
      source: "IV.2",
      severity: "Ec",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-95",
      requirement: "Must consult or include: Regional Training Academy",
      source: "IV.2",
      severity: "E",
      stage: "before-board",
      coverage: "checked"
    },
    {
      id: "SIP-96",
      requirement: "May consult: First 5 (Prop. 10) commission, county welfare department, DDS regional center, domestic violence provider, economic development, child abuse prevention council, workforce board, housing authority, other providers, special education planning area",
      source: "IV.3",
      severity: "I",
      stage: "drafting",
      coverage: "checked"
    },
    {
      id: "SIP-97",
      requirement: "The core list of the SIP differs from that of the Self-Assessment",
      source: "box before IV",
      severity: "I",
      stage: "always",
      coverage: "held",
      note: "Team rules belong to the edition and the document, so each has its own list."
    },
    {
      id: "SIP-98",
      requirement: "Share drafts with CDSS if possible; CDSS contacts the county during drafting",
      source: "CDSS review box",
      severity: "I",
      stage: "drafting",
      coverage: "not-in-this-slice",
      note: "Contacts with the State during drafting are not yet kept."
    },
    {
      id: "SIP-99",
      requirement: "Board of Supervisors approves the SIP before it goes to the State",
      source: "III",
      severity: "E",
      stage: "submission",
      coverage: "not-in-this-slice",
      note: "The Board's action is not yet kept."
    },
    {
      id: "SIP-100",
      requirement: "Board (county) verifies local coordination and integration before sending",
      source: "III",
      severity: "E",
      stage: "submission",
      coverage: "not-in-this-slice",
      note: "The Board's action is not yet kept."
    },
    {
      id: "SIP-101",
      requirement: "County submits SIP to CDSS after the Self-Assessment is complete",
      source: "III",
      severity: "P",
      stage: "submission",
      coverage: "not-in-this-slice",
      note: "The County Self-Assessment is not yet kept."
    },
    {
      id: "SIP-102",
      requirement: "SIP is posted online",
      source: "III",
      severity: "P",
      stage: "state-review",
      coverage: "not-in-this-slice",
      note: "Posting online is not yet part of the program."
    },
    {
      id: "SIP-103",
      requirement: "SIP is open for public comment",
      source: "III",
      severity: "P",
      stage: "state-review",
      coverage: "not-in-this-slice",
      note: "Public comment is not yet part of the program."
    },
    {
      id: "SIP-104",
      requirement: "CDSS review team analyzes and assesses the SIP and its updates and how the local system works",
      source: "III",
      severity: "P",
      stage: "state-review",
      coverage: "not-in-this-slice",
      note: "The State's review is kept as a step with reasons, not yet as a record of its own."
    },
    {
      id: "SIP-105",
      requirement: "State units that may review: Children's Services Operations, Office of Child Abuse Prevention, Child and Youth Permanency, Estimates, Community Care Licensing",
      source: "V",
      severity: "I",
      stage: "state-review",
      coverage: "not-in-this-slice",
      note: "The units of the State that review are not yet chosen."
    },
    {
      id: "SIP-106",
      requirement: "The State looks whether all safety outcomes needing improvement are addressed, and whether milestones and timeframes tie back to strategies",
      source: "CDSS review box",
      severity: "E",
      stage: "submission",
      coverage: "checked"
    },
    {
      id: "SIP-107",
      requirement: "CDSS may recommend improvements",
      source: "III",
      severity: "P",
      stage: "state-review",
      coverage: "not-in-this-slice",
      note: "Reasons for a return are kept; the county's response to each recommendation is not yet."
    },
    {
      id: "SIP-108",
      requirement: "Where the State and the county do not agree on the plan, they negotiate",
      source: "III",
      severity: "P",
      stage: "state-review",
      coverage: "not-in-this-slice",
      note: "Negotiation is not yet a state of the workflow."
    },
    {
      id: "SIP-109",
      requirement: "Negotiators are the State, staff of the county and the association of county welfare directors",
      source: "Box on negotiation",
      severity: "W",
      stage: "state-review",
      coverage: "not-in-this-slice",
      note: "Negotiation is not yet a state of the workflow."
    },
    {
      id: "SIP-110",
      requirement: "CDSS has the last word on contents and degree of improvement",
      source: "III",
      severity: "P",
      stage: "state-review",
      coverage: "not-in-this-slice",
      note: "Contents assigned by the State are not yet a state of the workflow."
    },
    {
      id: "SIP-111",
      requirement: "Acceptance by CDSS is an event with a date",
      source: "Glossary: Annual update",
      severity: "E",
      stage: "state-review",
      coverage: "checked"
    },
    {
      id: "SIP-112",
      requirement: "Annual update is due to CDSS by the anniversary of acceptance of the original SIP",
      source: "Glossary: Annual update",
      severity: "E",
      stage: "annual-update",
      coverage: "not-in-this-slice",
      note: "Annual updates are not yet part of the program."
    },
    {
      id: "SIP-113",
      requirement: "Annual update is approved by the Board of Supervisors",
      source: "Glossary: Annual update",
      severity: "E",
      stage: "annual-update",
      coverage: "not-in-this-slice",
      note: "Annual updates are not yet part of the program."
    },
    {
      id: "SIP-114",
      requirement: "Update reports progress toward agreed goals using C-CFSR outcomes and indicators",
      source: "Purpose",
      severity: "W",
      stage: "annual-update",
      coverage: "not-in-this-slice",
      note: "Annual updates are not yet part of the program."
    },
    {
      id: "SIP-115",
      requirement: "Counties with consistently poor results get focused technical assistance and training",
      source: "Purpose",
      severity: "I",
      stage: "state-review",
      coverage: "not-in-this-slice",
      note: "Focused help from the State is not yet recorded."
    },
    {
      id: "SIP-116",
      requirement: "Lack of good faith or repeated failure can lead to formal actions under W&I 10605",
      source: "Purpose",
      severity: "P",
      stage: "state-review",
      coverage: "not-in-this-slice",
      note: "Formal actions of the State are not yet recorded."
    },
    {
      id: "SIP-117",
      requirement: "National resource centers and peer counties are other sources of technical assistance",
      source: "Box on technical assistance",
      severity: "I",
      stage: "drafting",
      coverage: "not-checkable",
      note: "A list for reference. Its addresses are from 2004."
    }
  ],
  checks: [
    {
      rule: "SIP-1",
      kind: "jurisdiction-listed",
      message: "{name} is not one of the 58 counties of California (code {code}). This edition is for their plans only: choose another edition, or correct the county's code."
    },
    {
      rule: "SIP-4",
      kind: "subject-kind-present",
      subject: "indicator",
      message: "No component is about an outcome indicator. The plan is meant to turn on outcomes: add a component for an indicator."
    },
    {
      rule: "SIP-5",
      kind: "period-length",
      months: 36,
      tolerance: 1,
      message: "The plan runs {months} months, from {start} to {end}. Under this edition it runs 36. Change the last day, or be ready to say why."
    },
    {
      rule: "SIP-13",
      kind: "jurisdiction-named",
      message: "The county is called {name}, but its code {code} is that of {expected} County. Correct the name or the code."
    },
    {
      rule: "SIP-14",
      kind: "field-present",
      field: "cover.responsibleAgency",
      message: "The responsible child welfare agency is not named. Write its full name on the cover sheet."
    },
    {
      rule: "SIP-15",
      kind: "period-order",
      message: "The plan begins on {start} and ends on {end}. Choose a last day that comes after the first."
    },
    {
      rule: "SIP-16",
      kind: "field-present",
      field: "cover.outcomesDataQuarter",
      message: "The period of the outcomes data is empty. Give the last day of the quarter, for example 2025-03-31."
    },
    {
      rule: "SIP-16",
      kind: "field-quarter-end",
      field: "cover.outcomesDataQuarter",
      message: '"{value}" is not the last day of a quarter. Give March 31, June 30, September 30 or December 31 of a year, written like 2025-03-31.'
    },
    {
      rule: "SIP-16",
      kind: "baseline-period",
      severity: "warning",
      field: "cover.outcomesDataQuarter",
      message: "{thing}: the baseline for {measure} ends on {end}, the data on the cover sheet on {quarter}. Use the same quarter, or say in the component why this measure ends at another time."
    },
    {
      rule: "SIP-17",
      kind: "date-set",
      date: "submittedOn",
      states: ["submitted", "accepted"],
      message: "The date submitted {found}. The program sets it when the plan is submitted: recall the plan and submit it again."
    },
    {
      rule: "SIP-18",
      kind: "field-present",
      field: "cover.contactName",
      message: "The contact person has no name. Write who answers questions about the plan."
    },
    {
      rule: "SIP-18",
      kind: "field-present",
      field: "cover.contactTitle",
      message: "The contact person has no title. Write the position."
    },
    {
      rule: "SIP-18",
      kind: "field-present",
      field: "cover.contactAddress",
      message: "The contact person has no address. Write a postal address."
    },
    {
      rule: "SIP-18",
      kind: "one-field-present",
      fields: ["cover.contactPhone", "cover.contactEmail"],
      message: "The contact person has neither phone nor e-mail. Give at least one of them."
    },
    {
      rule: "SIP-18",
      kind: "field-email",
      field: "cover.contactEmail",
      message: '"{value}" is not an e-mail address. Write it like name@county.gov.'
    },
    {
      rule: "SIP-19",
      kind: "field-present",
      field: "cover.directorName",
      message: "The director of the child welfare agency is not named on the cover sheet. Write the name of the person who will sign."
    },
    {
      rule: "SIP-20",
      kind: "field-present",
      field: "cover.probationChiefName",
      message: "The chief probation officer is not named on the cover sheet. Write the name of the person who will sign."
    },
    {
      rule: "SIP-21",
      kind: "fields-differ",
      fields: ["cover.directorName", "cover.probationChiefName"],
      message: "{value} is named both as director of the child welfare agency and as chief probation officer. Each agency submits for the children in its own care: name two people, or be ready to say why one person holds both posts."
    },
    {
      rule: "SIP-22",
      kind: "field-present",
      field: "narrative.planningBodies",
      message: "No local planning body is described. Name at least one, and say in a sentence what it is and what it did."
    },
    {
      rule: "SIP-25",
      kind: "count",
      of: "team",
      min: 1,
      message: "The SIP team is empty. Add everyone who sat on it, with name and affiliation."
    },
    {
      rule: "SIP-25",
      kind: "value-present",
      value: "member.name",
      message: "{thing} has no name. Write the name of the person or group."
    },
    {
      rule: "SIP-25",
      kind: "value-present",
      value: "member.affiliation",
      message: "{thing} has no affiliation. Write the agency, group or community that the person comes from."
    },
    {
      rule: "SIP-27",
      kind: "field-present",
      field: "narrative.qualitativeFindings",
      message: "Nothing is said on focus groups, surveys, interviews or other ways of listening. Tell what was found, or say on purpose that none was done."
    },
    {
      rule: "SIP-29",
      kind: "fields-together",
      fields: ["narrative.peerReviewAreas", "narrative.peerReviewFindings", "narrative.peerReviewUse"],
      message: 'The Peer Quality Case Review is told only in part: "{label}" is empty. Fill in the areas, the findings and their use, or leave all three empty when there was no review.'
    },
    {
      rule: "SIP-31",
      kind: "other-plan-mentioned",
      field: "component.partnerRoles",
      terms: [
        "CAPIT",
        "CBCAP",
        "PSSF",
        "Promoting Safe and Stable",
        "Child Abuse Prevention",
        "Mental Health Services Act",
        "Independent Living",
        "service plan",
        "prevention plan",
        "strategic plan",
        "interagency plan"
      ],
      message: "Neither the partners' roles nor the strategies name another service plan. Say where this plan ties in with others, such as CAPIT, CBCAP or PSSF."
    },
    {
      rule: "SIP-35",
      kind: "subject-unique",
      message: "{thing} is about the same subject as {other}. Each indicator or factor has one component: join the two."
    },
    {
      rule: "SIP-36",
      kind: "subject-known",
      message: "{thing}: {why}. Choose one indicator or one systemic factor from the list."
    },
    {
      rule: "SIP-36",
      kind: "subject-single",
      severity: "warning",
      message: "{thing} joins {codes}. One component for each is asked: split it, or be ready to say why they belong together."
    },
    {
      rule: "SIP-36",
      kind: "subject-among",
      severity: "information",
      codes: ["service-array"],
      whileProbationOpen: false,
      message: "{thing}: the guide speaks of seven systemic factors and lists six. Service array is taken as the seventh, because the guide's box on probation names it."
    },
    {
      rule: "SIP-37",
      kind: "count",
      severity: "error",
      of: "components",
      min: 1,
      message: "The plan has no component. Add one for each outcome indicator or systemic factor that the county will work on."
    },
    {
      rule: "SIP-37",
      kind: "count",
      of: "components",
      max: 4,
      message: "The plan has {count} components. Three or four are advised: weigh which of them can wait."
    },
    {
      rule: "SIP-38",
      kind: "findings-answered",
      domains: ["safety"],
      deferralIsEnough: false,
      message: "{finding} is a safety outcome that needs improvement, and no component addresses it. Add a component for it."
    },
    {
      rule: "SIP-39",
      kind: "below-standard-answered",
      message: "The county's newest figure on {indicator} is worse than the standard of {standard}, and {why}. The plan must hold an improvement goal, milestones and timeframes for it."
    },
    {
      rule: "SIP-40",
      kind: "standard-missing",
      message: "{thing}: no statewide standard is set for {code}, so the rule for results below the standard does not apply."
    },
    {
      rule: "SIP-41",
      kind: "findings-answered",
      domains: ["permanency", "well-being", "systemic"],
      deferralIsEnough: true,
      message: "{finding} needs improvement, and the plan does not answer it. Add a component, name the component that covers it, or give the reason why it is put off. The guide asks for every such area and also advises at most four components; the reason settles it."
    },
    {
      rule: "SIP-42",
      kind: "factor-repeated",
      field: "component.additionalFactors",
      min: 2,
      message: "{factor} is named as a further factor in {count} components and has none of its own. A factor that keeps coming up probably deserves one."
    },
    {
      rule: "SIP-43",
      kind: "origin-is",
      origin: "agency-option",
      message: "{thing} is an area of the county's own choice. That is allowed, beside the areas that the Self-Assessment found."
    },
    {
      rule: "SIP-44",
      kind: "probation-answered",
      message: "{thing} {why}. Answer yes, or say why it does not apply."
    },
    {
      rule: "SIP-45",
      kind: "population-marked",
      populations: ["probation-600", "dual-300-600"],
      message: "No goal, strategy or milestone is marked for children under probation. Mark those that are meant for them, or write some."
    },
    {
      rule: "SIP-46",
      kind: "subject-among",
      codes: ["1C", "3A", "3B", "3C", "3E", "3F", "3G", "4B", "8A", "collaboration", "service-array"],
      whileProbationOpen: true,
      message: "{thing} is one of the subjects where the guide expects probation to have a part. Say whether it was considered."
    },
    {
      rule: "SIP-47",
      kind: "field-present",
      field: "component.currentPerformance",
      message: "{thing} does not describe the county's current performance. Sum up what the Self-Assessment found, with figures."
    },
    {
      rule: "SIP-48",
      kind: "measured-value-present",
      message: "{thing} holds no measured value with its period and source. Add an objective with a baseline taken from the county's figures."
    },
    {
      rule: "SIP-48",
      kind: "baseline-agrees",
      message: "{thing}: the baseline for {measure} is not the value of the figure that it was taken from. Take it again, or correct it."
    },
    {
      rule: "SIP-49",
      kind: "count",
      of: "goals",
      min: 1,
      message: "{thing} has no improvement goal. Add at least one."
    },
    {
      rule: "SIP-49",
      kind: "value-present",
      value: "goal.statement",
      message: "{thing} has no text. Write what is to change."
    },
    {
      rule: "SIP-50",
      kind: "goal-kind-shown",
      message: "{thing} is marked as a numeric change, but no measure is named. Name the measure that is to move, or mark the goal as a process improvement."
    },
    {
      rule: "SIP-51",
      kind: "goal-measurable",
      message: "{thing} cannot be measured yet: {missing} is not given."
    },
    {
      rule: "SIP-52",
      kind: "target-direction",
      message: "{thing}: the target for {measure} does not improve on the baseline. {better} is better for this measure: correct the target or the baseline."
    },
    {
      rule: "SIP-53",
      kind: "target-reach",
      share: 0.5,
      message: "{thing}: the target of {target} for {measure} is {why}. Explain why it can be reached, or set a nearer one."
    },
    {
      rule: "SIP-54",
      kind: "count",
      of: "strategies",
      min: 1,
      message: "{thing} has no strategy. Add at least one way to reach it."
    },
    {
      rule: "SIP-54",
      kind: "value-present",
      value: "strategy.statement",
      message: "{thing} has no text. Write what the county will do."
    },
    {
      rule: "SIP-55",
      kind: "value-present",
      value: "strategy.rationale",
      message: "{thing} has no rationale. Say how it builds on progress made and why it should improve this area."
    },
    {
      rule: "SIP-56",
      kind: "rationale-mentions-subject",
      tooCommon: [
        "foster",
        "children",
        "child",
        "county",
        "within",
        "month",
        "months",
        "first",
        "cohort",
        "percent",
        "still",
        "entry",
        "homes",
        "system",
        "timely"
      ],
      message: "The rationale of {thing} does not mention the subject of its component ({subject}) or its measure. Say how the strategy bears on it."
    },
    {
      rule: "SIP-57",
      kind: "count",
      of: "milestones",
      min: 1,
      message: "{thing} has no milestone. Add at least one step by which progress can be seen."
    },
    {
      rule: "SIP-57",
      kind: "value-present",
      value: "milestone.statement",
      message: "{thing} has no text. Write what will have been done."
    },
    {
      rule: "SIP-58",
      kind: "value-present",
      value: "milestone.timeframe",
      message: "{thing} has no timeframe. Choose 1, 3, 6, 9 or 12 months, or a date."
    },
    {
      rule: "SIP-59",
      kind: "value-present",
      value: "milestone.assigned-to",
      message: "{thing} is assigned to nobody. Name the member of staff who sees to it, by title."
    },
    {
      rule: "SIP-60",
      kind: "assigned-to-person",
      agencyWords: [
        "department",
        "agency",
        "division",
        "unit",
        "office",
        "bureau",
        "services",
        "program",
        "county",
        "cws",
        "probation",
        "team",
        "council",
        "board",
        "committee",
        "court",
        "hsa",
        "dss"
      ],
      roleWords: [
        "director",
        "manager",
        "supervisor",
        "officer",
        "analyst",
        "coordinator",
        "chief",
        "worker",
        "administrator",
        "specialist",
        "deputy",
        "lead",
        "trainer",
        "liaison",
        "planner",
        "clerk",
        "assistant",
        "head",
        "nurse",
        "psychologist",
        "judge",
        "attorney",
        "president"
      ],
      message: '{thing} is assigned to "{value}", which is an agency. Name a member of staff by title.'
    },
    {
      rule: "SIP-61",
      kind: "milestone-done",
      message: "{thing} {why}. Word it as completed, {suggestion}"
    },
    {
      rule: "SIP-62",
      kind: "milestone-evidence",
      vague: [
        "ongoing",
        "continue",
        "continued",
        "continues",
        "continuing",
        "explore",
        "explored",
        "support",
        "supported",
        "encourage",
        "encouraged",
        "enhance",
        "enhanced",
        "improve",
        "improved",
        "strengthen",
        "strengthened"
      ],
      evidence: [
        "agreement",
        "protocol",
        "policy",
        "procedure",
        "report",
        "plan",
        "list",
        "form",
        "contract",
        "memorandum",
        "mou",
        "curriculum",
        "training",
        "survey",
        "database",
        "tool",
        "position",
        "meeting",
        "workgroup",
        "team",
        "center",
        "program",
        "guide",
        "manual",
        "review",
        "evaluation",
        "staff"
      ],
      message: "{thing} cannot be shown to be reached: {why}. Name a count, a document, an event or a state."
    },
    {
      rule: "SIP-63",
      kind: "no-unplaced-parts",
      message: "{thing} belongs to no {missing} of this plan, so it has no number and is not printed. Put it where it belongs, or remove it."
    },
    {
      rule: "SIP-64",
      kind: "due-share",
      months: 12,
      share: 0.5,
      message: "{soon} of {count} milestones are due within the first 12 months. Most are expected to be: the plan is renewed every year."
    },
    {
      rule: "SIP-65",
      kind: "timeframe-one-of",
      months: [1, 3, 6, 9, 12],
      message: "{thing} has a timeframe of {months}. 1, 3, 6, 9 and 12 months are found most practical; others are allowed."
    },
    {
      rule: "SIP-66",
      kind: "due-within-period",
      message: "{thing} is due on {due}, outside the plan, which runs from {start} to {end}. Choose a day within it."
    },
    {
      rule: "SIP-68",
      kind: "positions-differ",
      message: "{thing} holds the same place as {other}, so their order may not be the one you want. Move one of them."
    },
    {
      rule: "SIP-69",
      kind: "field-present",
      field: "component.additionalFactors",
      message: "{thing} says nothing on further systemic factors that support its goals. Describe them, or say on purpose that there are none."
    },
    {
      rule: "SIP-70",
      kind: "field-empty-for",
      field: "component.additionalFactors",
      subjects: ["systemic-factor"],
      message: "{thing} is itself about a systemic factor, so the part on further factors does not apply. It is not printed: move the text elsewhere."
    },
    {
      rule: "SIP-72",
      kind: "field-present",
      field: "component.training",
      message: "{thing} says nothing on education, training and technical assistance. Describe the needs, or say on purpose that there are none."
    },
    {
      rule: "SIP-73",
      kind: "field-present",
      field: "component.partnerRoles",
      message: "{thing} says nothing on the roles of other partners. Describe them, or say on purpose that there are none."
    },
    {
      rule: "SIP-74",
      kind: "field-present",
      field: "component.lawChanges",
      message: "{thing} says nothing on changes of regulation or statute. Describe them, or say on purpose that none is needed."
    },
    {
      rule: "SIP-80",
      kind: "team-group",
      groups: ["cws-administrator", "cws-manager", "cws-social-worker"],
      consultedIsEnough: false,
      message: "No one on the SIP team stands for this core group: {group}. Add a member."
    },
    {
      rule: "SIP-81",
      kind: "team-group",
      groups: ["probation-administrator", "probation-supervisor", "probation-officer"],
      consultedIsEnough: false,
      message: "No one on the SIP team stands for this core group: {group}. Add a member."
    },
    {
      rule: "SIP-82",
      kind: "team-group",
      groups: ["youth-connection"],
      consultedIsEnough: false,
      message: "No one on the SIP team comes from the California Youth Connection, which the county's record says is available. Add a member, or correct the record when it is not."
    },
    {
      rule: "SIP-83",
      kind: "team-group",
      groups: ["foster-parent"],
      consultedIsEnough: false,
      message: "No one on the SIP team stands for this core group: {group}. Add a member."
    },
    {
      rule: "SIP-84",
      kind: "team-group",
      groups: ["adoptions-agency"],
      consultedIsEnough: false,
      message: "The county does not run adoptions itself, and no one on the SIP team stands for this core group: {group}. Add a member."
    },
    {
      rule: "SIP-85",
      kind: "team-group",
      groups: ["casa"],
      consultedIsEnough: true,
      message: "This group was neither consulted nor is it on the SIP team: {group}. Add a member, or note whom you consulted and when."
    },
    {
      rule: "SIP-85",
      kind: "consultation-dated",
      groups: ["casa"],
      message: "{group}: the day of the consultation is missing. Write when they were consulted."
    },
    {
      rule: "SIP-86",
      kind: "team-group",
      groups: ["health-department"],
      consultedIsEnough: true,
      message: "This group was neither consulted nor is it on the SIP team: {group}. Add a member, or note whom you consulted and when."
    },
    {
      rule: "SIP-86",
      kind: "consultation-dated",
      groups: ["health-department"],
      message: "{group}: the day of the consultation is missing. Write when they were consulted."
    },
    {
      rule: "SIP-87",
      kind: "team-group",
      groups: ["mental-health-department"],
      consultedIsEnough: true,
      message: "This group was neither consulted nor is it on the SIP team: {group}. Add a member, or note whom you consulted and when."
    },
    {
      rule: "SIP-87",
      kind: "consultation-dated",
      groups: ["mental-health-department"],
      message: "{group}: the day of the consultation is missing. Write when they were consulted."
    },
    {
      rule: "SIP-88",
      kind: "team-group",
      groups: ["alcohol-drug-department"],
      consultedIsEnough: true,
      message: "This group was neither consulted nor is it on the SIP team: {group}. Add a member, or note whom you consulted and when."
    },
    {
      rule: "SIP-88",
      kind: "consultation-dated",
      groups: ["alcohol-drug-department"],
      message: "{group}: the day of the consultation is missing. Write when they were consulted."
    },
    {
      rule: "SIP-89",
      kind: "team-group",
      groups: ["labor"],
      consultedIsEnough: true,
      message: "This group was neither consulted nor is it on the SIP team: {group}. Add a member, or note whom you consulted and when."
    },
    {
      rule: "SIP-89",
      kind: "consultation-dated",
      groups: ["labor"],
      message: "{group}: the day of the consultation is missing. Write when they were consulted."
    },
    {
      rule: "SIP-90",
      kind: "team-group",
      groups: ["law-enforcement"],
      consultedIsEnough: true,
      message: "This group was neither consulted nor is it on the SIP team: {group}. Add a member, or note whom you consulted and when."
    },
    {
      rule: "SIP-90",
      kind: "consultation-dated",
      groups: ["law-enforcement"],
      message: "{group}: the day of the consultation is missing. Write when they were consulted."
    },
    {
      rule: "SIP-91",
      kind: "team-group",
      groups: ["children-representative", "parents-representative"],
      consultedIsEnough: true,
      message: "This group was neither consulted nor is it on the SIP team: {group}. Add a member, or note whom you consulted and when."
    },
    {
      rule: "SIP-91",
      kind: "consultation-dated",
      groups: ["children-representative", "parents-representative"],
      message: "{group}: the day of the consultation is missing. Write when they were consulted."
    },
    {
      rule: "SIP-92",
      kind: "team-group",
      groups: ["juvenile-court"],
      consultedIsEnough: true,
      message: "This group was neither consulted nor is it on the SIP team: {group}. Add a member, or note whom you consulted and when."
    },
    {
      rule: "SIP-92",
      kind: "consultation-dated",
      groups: ["juvenile-court"],
      message: "{group}: the day of the consultation is missing. Write when they were consulted."
    },
    {
      rule: "SIP-93",
      kind: "team-group",
      groups: ["education-agency"],
      consultedIsEnough: true,
      message: "This group was neither consulted nor is it on the SIP team: {group}. Add a member, or note whom you consulted and when."
    },
    {
      rule: "SIP-93",
      kind: "consultation-dated",
      groups: ["education-agency"],
      message: "{group}: the day of the consultation is missing. Write when they were consulted."
    },
    {
      rule: "SIP-94",
      kind: "team-group",
      groups: ["tribe"],
      consultedIsEnough: true,
      message: "The county's record says that Tribes are to be consulted, and none was: {group}. Add a member, or note whom you consulted and when."
    },
    {
      rule: "SIP-94",
      kind: "consultation-dated",
      groups: ["tribe"],
      message: "{group}: the day of the consultation is missing. Write when they were consulted."
    },
    {
      rule: "SIP-95",
      kind: "team-group",
      groups: ["training-academy"],
      consultedIsEnough: true,
      message: "This group was neither consulted nor is it on the SIP team: {group}. Add a member, or note whom you consulted and when."
    },
    {
      rule: "SIP-95",
      kind: "consultation-dated",
      groups: ["training-academy"],
      message: "{group}: the day of the consultation is missing. Write when they were consulted."
    },
    {
      rule: "SIP-96",
      kind: "some-of-groups",
      groups: [
        "first-5-commission",
        "county-welfare-department",
        "regional-center",
        "domestic-violence-provider",
        "economic-development",
        "child-abuse-prevention-council",
        "workforce-board",
        "housing-authority",
        "service-provider",
        "special-education-area"
      ],
      message: "Other groups may be consulted as well, and none is required. The guide names: {groups}."
    },
    {
      rule: "SIP-106",
      kind: "rules-clear",
      severity: "information",
      rules: ["SIP-38", "SIP-58", "SIP-63"],
      message: "The State's own two tests, that every safety outcome needing improvement is addressed and that milestones and timeframes lead back to a strategy, still have something open: see {rules}."
    },
    {
      rule: "SIP-111",
      kind: "date-set",
      date: "acceptedOn",
      states: ["accepted"],
      message: "The plan counts as accepted, but the date of acceptance {found}. Yearly updates are counted from it."
    }
  ],
  inconsistencies: [
    {
      matter: "Seven systemic factors are announced and six are listed.",
      source: "Glossary: Systemic factor; box on probation",
      handling: "Service array is the seventh, as in the box on probation; a component on it says so."
    },
    {
      matter: "At most 8 pages of narrative and 18 of components make 26, and the plan is to have no more than 25.",
      source: "Intro; I; II",
      handling: "Pages are never an error."
    },
    {
      matter: "Every area needing improvement is to be described, and no more than three or four are to be addressed.",
      source: "SIP Instructions; II",
      handling: "Safety outcomes are a must; each other area needs a component or a reason."
    },
    {
      matter: "The Summary Assessment is called both requested and to be attached.",
      source: "I intro; I.3",
      handling: "It is listed as required, and a waiver with a reason is taken."
    },
    {
      matter: "Indicators below the statewide standard must be addressed, and no such standard exists yet.",
      source: "Purpose; box",
      handling: "The rule holds only where the catalogue has a standard; elsewhere the program says that there is none."
    },
    {
      matter: "The glossary has an entry without a name.",
      source: "Glossary",
      handling: "It is the SIP Team."
    },
    {
      matter: "The glossary is announced as Attachment I and printed as Appendix 1, and a footnote points to a section that does not exist.",
      source: "Intro; footnote 1",
      handling: "The references are not repeated."
    },
    {
      matter: "The plan is once called Self Improvement Plan, and the review once C-CFR.",
      source: "First lines; Purpose",
      handling: "System Improvement Plan and C-CFSR are used."
    },
    {
      matter: "The cover sheet has a quarter of 2003 printed in.",
      source: "Cover sheet",
      handling: "It is never filled in by default."
    },
    {
      matter: "A local planning body is one of many, and is also said to be the same as the SIP Team.",
      source: "Glossary: Local planning body",
      handling: "The team is kept apart from the text on planning bodies."
    }
  ],
  sources: [
    {
      label: "User's guide to the outline of the County System Improvement Plan, California Department of Social Services, first cycle (2004)",
      reached: "whole text"
    },
    {
      label: "Years in use: Board papers of Contra Costa and San Mateo (2004), Tulare update (2007)",
      reached: "first pages"
    }
  ]
};

// src/frameworks/ca-ccfsr/2004/edition.ts
var caCcfsr2004 = Edition.parse(edition_default);

// src/frameworks/ca-ccfsr/2009/edition.json
var edition_default2 = {
  id: "ca-ccfsr-2009",
  framework: "ca-ccfsr",
  authority: "California Department of Social Services",
  title: "California Child and Family Services Review: System Improvement Plan, 2009 edition",
  document: {
    kind: "county-improvement-plan",
    name: "System Improvement Plan",
    shortName: "SIP"
  },
  jurisdictions: {
    kinds: ["county"],
    places: [
      {
        code: "06001",
        name: "Alameda"
      },
      {
        code: "06003",
        name: "Alpine"
      },
      {
        code: "06005",
        name: "Amador"
      },
      {
        code: "06007",
        name: "Butte"
      },
      {
        code: "06009",
        name: "Calaveras"
      },
      {
        code: "06011",
        name: "Colusa"
      },
      {
        code: "06013",
        name: "Contra Costa"
      },
      {
        code: "06015",
        name: "Del Norte"
      },
      {
        code: "06017",
        name: "El Dorado"
      },
      {
        code: "06019",
        name: "Fresno"
      },
      {
        code: "06021",
        name: "Glenn"
      },
      {
        code: "06023",
        name: "Humboldt"
      },
      {
        code: "06025",
        name: "Imperial"
      },
      {
        code: "06027",
        name: "Inyo"
      },
      {
        code: "06029",
        name: "Kern"
      },
      {
        code: "06031",
        name: "Kings"
      },
      {
        code: "06033",
        name: "Lake"
      },
      {
        code: "06035",
        name: "Lassen"
      },
      {
        code: "06037",
        name: "Los Angeles"
      },
      {
        code: "06039",
        name: "Madera"
      },
      {
        code: "06041",
        name: "Marin"
      },
      {
        code: "06043",
        name: "Mariposa"
      },
      {
        code: "06045",
        name: "Mendocino"
      },
      {
        code: "06047",
        name: "Merced"
      },
      {
        code: "06049",
        name: "Modoc"
      },
      {
        code: "06051",
        name: "Mono"
      },
      {
        code: "06053",
        name: "Monterey"
      },
      {
        code: "06055",
        name: "Napa"
      },
      {
        code: "06057",
        name: "Nevada"
      },
      {
        code: "06059",
        name: "Orange"
      },
      {
        code: "06061",
        name: "Placer"
      },
      {
        code: "06063",
        name: "Plumas"
      },
      {
        code: "06065",
        name: "Riverside"
      },
      {
        code: "06067",
        name: "Sacramento"
      },
      {
        code: "06069",
        name: "San Benito"
      },
      {
        code: "06071",
        name: "San Bernardino"
      },
      {
        code: "06073",
        name: "San Diego"
      },
      {
        code: "06075",
        name: "San Francisco"
      },
      {
        code: "06077",
        name: "San Joaquin"
      },
      {
        code: "06079",
        name: "San Luis Obispo"
      },
      {
        code: "06081",
        name: "San Mateo"
      },
      {
        code: "06083",
        name: "Santa Barbara"
      },
      {
        code: "06085",
        name: "Santa Clara"
      },
      {
        code: "06087",
        name: "Santa Cruz"
      },
      {
        code: "06089",
        name: "Shasta"
      },
      {
        code: "06091",
        name: "Sierra"
      },
      {
        code: "06093",
        name: "Siskiyou"
      },
      {
        code: "06095",
        name: "Solano"
      },
      {
        code: "06097",
        name: "Sonoma"
      },
      {
        code: "06099",
        name: "Stanislaus"
      },
      {
        code: "06101",
        name: "Sutter"
      },
      {
        code: "06103",
        name: "Tehama"
      },
      {
        code: "06105",
        name: "Trinity"
      },
      {
        code: "06107",
        name: "Tulare"
      },
      {
        code: "06109",
        name: "Tuolumne"
      },
      {
        code: "06111",
        name: "Ventura"
      },
      {
        code: "06113",
        name: "Yolo"
      },
      {
        code: "06115",
        name: "Yuba"
      }
    ],
    practicePrefix: "99"
  },
  inUse: {
    from: "2008",
    to: "2012",
    certain: false
  },
  termMonths: 36,
  dueBasis: "not-stated",
  indicatorVintages: ["cfsr2"],
  systemicFactors: [
    {
      id: "mis",
      label: "Management information system",
      basis: "listed",
      terms: ["management information", "information system", "cws/cms"]
    },
    {
      id: "case-review",
      label: "Case review system, with the relationship to the court and the family's part in case planning",
      basis: "listed",
      terms: ["case review", "case planning", "relationship to the court", "relationship with the court"]
    },
    {
      id: "foster-adoptive",
      label: "Recruitment, licensing and retention of foster and adoptive parents",
      basis: "listed",
      terms: ["recruitment", "licensing", "retention of foster", "foster parent recruitment"]
    },
    {
      id: "training",
      label: "Training of staff and partners",
      basis: "listed",
      terms: ["training"]
    },
    {
      id: "qa",
      label: "Quality assurance system",
      basis: "listed",
      terms: ["quality assurance"]
    },
    {
      id: "collaboration",
      label: "Agency collaboration",
      basis: "listed",
      terms: ["collaboration", "agencies working together"]
    },
    {
      id: "service-array",
      label: "Service array",
      basis: "inferred",
      terms: ["service array", "array of services", "services available"]
    }
  ],
  completeness: "outline",
  words: {
    component: "Component",
    subject: "Outcome/Systemic Factor",
    currentPerformance: "County's Current Performance",
    goal: "Improvement Goal",
    strategy: "Strategy",
    rationale: "Strategy Rationale",
    milestone: "Milestone",
    timeframe: "Timeframe",
    assignedTo: "Assigned to",
    team: "SIP team"
  },
  sections: [
    {
      id: "part-1-cover",
      title: "Part I: Cover sheet",
      kind: "cover",
      help: "Child welfare and probation.",
      source: "Contents pages of published plans of 2009 to 2012",
      fields: []
    },
    {
      id: "part-1-participants",
      title: "Part I: List of participants",
      kind: "team",
      help: "Who took part.",
      source: "Contents pages of published plans of 2009 to 2012",
      fields: []
    },
    {
      id: "part-1-narrative",
      title: "Part I: CWS/Probation narrative",
      kind: "narrative",
      help: "Local planning bodies, findings, the peer review that came first, and the summary of the Self-Assessment.",
      source: "Contents pages of published plans of 2009 to 2012",
      fields: []
    },
    {
      id: "part-1-matrix",
      title: "Part I: CWS/Probation SIP matrix",
      kind: "components",
      help: "The components, on template version 2.1.",
      source: "Contents pages of published plans of 2009 to 2012",
      fields: []
    },
    {
      id: "part-1-cwsoip",
      title: "Part I: CWSOIP narrative",
      kind: "narrative",
      help: "How the outcome improvement money is used.",
      source: "Contents pages of published plans of 2009 to 2012",
      fields: []
    },
    {
      id: "part-2-cover",
      title: "Part II: CAPIT/CBCAP/PSSF cover sheet",
      kind: "cover",
      help: "The agency that runs the prevention money.",
      source: "Contents pages of published plans of 2009 to 2012",
      fields: []
    },
    {
      id: "part-2-plan",
      title: "Part II: CAPIT/CBCAP/PSSF plan",
      kind: "narrative",
      help: "What the prevention money is for.",
      source: "Contents pages of published plans of 2009 to 2012",
      fields: []
    },
    {
      id: "part-2-capc",
      title: "Part II: Child Abuse Prevention Council",
      kind: "narrative",
      help: "The council.",
      source: "Contents pages of published plans of 2009 to 2012",
      fields: []
    },
    {
      id: "part-2-pssf-collaborative",
      title: "Part II: PSSF collaborative",
      kind: "narrative",
      help: "The collaborative.",
      source: "Contents pages of published plans of 2009 to 2012",
      fields: []
    },
    {
      id: "part-2-trust-fund",
      title: "Part II: County Children's Trust Fund",
      kind: "narrative",
      help: "The fund and its commission.",
      source: "Contents pages of published plans of 2009 to 2012",
      fields: []
    },
    {
      id: "part-2-fiscal",
      title: "Part II: Fiscal narrative",
      kind: "narrative",
      help: "How the money is kept and counted.",
      source: "Contents pages of published plans of 2009 to 2012",
      fields: []
    },
    {
      id: "part-2-service-array",
      title: "Part II: Local agencies and service array",
      kind: "narrative",
      help: "The services that there are.",
      source: "Contents pages of published plans of 2009 to 2012",
      fields: []
    },
    {
      id: "attachments",
      title: "Attachments",
      kind: "attachments",
      help: "Papers that go with the plan.",
      source: "Contents pages of published plans of 2009 to 2012",
      fields: []
    }
  ],
  teamGroups: [],
  attachments: [],
  rules: [],
  checks: [],
  inconsistencies: [],
  sources: [
    {
      label: "Plans of Orange, Imperial, San Diego, Amador (2009 to 2011) and El Dorado (2009, 2012)",
      reached: "seen in published plans, not in the authority's own text"
    }
  ]
};

// src/frameworks/ca-ccfsr/2009/edition.ts
var caCcfsr2009 = Edition.parse(edition_default2);

// src/frameworks/ca-ccfsr/2013/edition.json
var edition_default3 = {
  id: "ca-ccfsr-2013",
  framework: "ca-ccfsr",
  authority: "California Department of Social Services",
  title: "California Child and Family Services Review: System Improvement Plan, 2013 edition",
  document: {
    kind: "county-improvement-plan",
    name: "System Improvement Plan",
    shortName: "SIP"
  },
  jurisdictions: {
    kinds: ["county"],
    places: [
      {
        code: "06001",
        name: "Alameda"
      },
      {
        code: "06003",
        name: "Alpine"
      },
      {
        code: "06005",
        name: "Amador"
      },
      {
        code: "06007",
        name: "Butte"
      },
      {
        code: "06009",
        name: "Calaveras"
      },
      {
        code: "06011",
        name: "Colusa"
      },
      {
        code: "06013",
        name: "Contra Costa"
      },
      {
        code: "06015",
        name: "Del Norte"
      },
      {
        code: "06017",
        name: "El Dorado"
      },
      {
        code: "06019",
        name: "Fresno"
      },
      {
        code: "06021",
        name: "Glenn"
      },
      {
        code: "06023",
        name: "Humboldt"
      },
      {
        code: "06025",
        name: "Imperial"
      },
      {
        code: "06027",
        name: "Inyo"
      },
      {
        code: "06029",
        name: "Kern"
      },
      {
        code: "06031",
        name: "Kings"
      },
      {
        code: "06033",
        name: "Lake"
      },
      {
        code: "06035",
        name: "Lassen"
      },
      {
        code: "06037",
        name: "Los Angeles"
      },
      {
        code: "06039",
        name: "Madera"
      },
      {
        code: "06041",
        name: "Marin"
      },
      {
        code: "06043",
        name: "Mariposa"
      },
      {
        code: "06045",
        name: "Mendocino"
      },
      {
        code: "06047",
        name: "Merced"
      },
      {
        code: "06049",
        name: "Modoc"
      },
      {
        code: "06051",
        name: "Mono"
      },
      {
        code: "06053",
        name: "Monterey"
      },
      {
        code: "06055",
        name: "Napa"
      },
      {
        code: "06057",
        name: "Nevada"
      },
      {
        code: "06059",
        name: "Orange"
      },
      {
        code: "06061",
        name: "Placer"
      },
      {
        code: "06063",
        name: "Plumas"
      },
      {
        code: "06065",
        name: "Riverside"
      },
      {
        code: "06067",
        name: "Sacramento"
      },
      {
        code: "06069",
        name: "San Benito"
      },
      {
        code: "06071",
        name: "San Bernardino"
      },
      {
        code: "06073",
        name: "San Diego"
      },
      {
        code: "06075",
        name: "San Francisco"
      },
      {
        code: "06077",
        name: "San Joaquin"
      },
      {
        code: "06079",
        name: "San Luis Obispo"
      },
      {
        code: "06081",
        name: "San Mateo"
      },
      {
        code: "06083",
        name: "Santa Barbara"
      },
      {
        code: "06085",
        name: "Santa Clara"
      },
      {
        code: "06087",
        name: "Santa Cruz"
      },
      {
        code: "06089",
        name: "Shasta"
      },
      {
        code: "06091",
        name: "Sierra"
      },
      {
        code: "06093",
        name: "Siskiyou"
      },
      {
        code: "06095",
        name: "Solano"
      },
      {
        code: "06097",
        name: "Sonoma"
      },
      {
        code: "06099",
        name: "Stanislaus"
      },
      {
        code: "06101",
        name: "Sutter"
      },
      {
        code: "06103",
        name: "Tehama"
      },
      {
        code: "06105",
        name: "Trinity"
      },
      {
        code: "06107",
        name: "Tulare"
      },
      {
        code: "06109",
        name: "Tuolumne"
      },
      {
        code: "06111",
        name: "Ventura"
      },
      {
        code: "06113",
        name: "Yolo"
      },
      {
        code: "06115",
        name: "Yuba"
      }
    ],
    practicePrefix: "99"
  },
  inUse: {
    from: "2013",
    to: null,
    certain: false
  },
  termMonths: 60,
  dueBasis: "period-start",
  indicatorVintages: ["cfsr2", "cfsr3", "cfsr4"],
  systemicFactors: [
    {
      id: "mis",
      label: "Management information system",
      basis: "listed",
      terms: ["management information", "information system", "cws/cms"]
    },
    {
      id: "case-review",
      label: "Case review system, with the relationship to the court and the family's part in case planning",
      basis: "listed",
      terms: ["case review", "case planning", "relationship to the court", "relationship with the court"]
    },
    {
      id: "foster-adoptive",
      label: "Recruitment, licensing and retention of foster and adoptive parents",
      basis: "listed",
      terms: ["recruitment", "licensing", "retention of foster", "foster parent recruitment"]
    },
    {
      id: "training",
      label: "Training of staff and partners",
      basis: "listed",
      terms: ["training"]
    },
    {
      id: "qa",
      label: "Quality assurance system",
      basis: "listed",
      terms: ["quality assurance"]
    },
    {
      id: "collaboration",
      label: "Agency collaboration",
      basis: "listed",
      terms: ["collaboration", "agencies working together"]
    },
    {
      id: "service-array",
      label: "Service array",
      basis: "inferred",
      terms: ["service array", "array of services", "services available"]
    }
  ],
  completeness: "outline",
  words: {
    component: "Priority",
    subject: "Priority outcome measure or systemic factor",
    currentPerformance: "CSA baseline",
    goal: "Target improvement goal",
    strategy: "Strategy",
    rationale: "Strategy rationale",
    milestone: "Action step",
    timeframe: "Implementation and completion dates",
    assignedTo: "Person responsible",
    team: "C-CFSR planning team"
  },
  sections: [
    {
      id: "signature-sheet",
      title: "Signature sheet",
      kind: "cover",
      help: "The Board chair, the child welfare director, the chief probation officer and the agency for the prevention money.",
      source: "Contents pages of published plans from 2013 on",
      fields: []
    },
    {
      id: "executive-summary",
      title: "Executive summary",
      kind: "narrative",
      help: "The plan in short.",
      source: "Contents pages of published plans from 2013 on",
      fields: []
    },
    {
      id: "introduction",
      title: "Introduction",
      kind: "narrative",
      help: "The review and this plan's place in it.",
      source: "Contents pages of published plans from 2013 on",
      fields: []
    },
    {
      id: "narrative",
      title: "SIP narrative",
      kind: "narrative",
      help: "How the plan was prepared and developed.",
      source: "Contents pages of published plans from 2013 on",
      fields: []
    },
    {
      id: "preparation",
      title: "Preparation process",
      kind: "narrative",
      help: "How the plan was prepared.",
      source: "Contents pages of published plans from 2013 on",
      fields: []
    },
    {
      id: "development",
      title: "Development process",
      kind: "narrative",
      help: "How the plan was developed.",
      source: "Contents pages of published plans from 2013 on",
      fields: []
    },
    {
      id: "outcome-overview",
      title: "Overview of all outcome data measures",
      kind: "narrative",
      help: "Where the county stands on each measure.",
      source: "Contents pages of published plans from 2013 on",
      fields: []
    },
    {
      id: "prioritization",
      title: "Prioritization of outcome measures or systemic factors and strategy rationale",
      kind: "narrative",
      help: "Why these subjects and these strategies.",
      source: "Contents pages of published plans from 2013 on",
      fields: []
    },
    {
      id: "direct-services",
      title: "Prioritization of direct service needs",
      kind: "narrative",
      help: "Which services are needed most.",
      source: "Contents pages of published plans from 2013 on",
      fields: []
    },
    {
      id: "initiatives",
      title: "State and federally mandated initiatives",
      kind: "narrative",
      help: "Initiatives that child welfare and probation carry out.",
      source: "Contents pages of published plans from 2013 on",
      fields: []
    },
    {
      id: "chart-cws",
      title: "Five-Year SIP Chart: child welfare",
      kind: "components",
      help: "Priorities, goals, strategies and action steps of child welfare.",
      source: "Contents pages of published plans from 2013 on",
      fields: []
    },
    {
      id: "chart-probation",
      title: "Five-Year SIP Chart: probation",
      kind: "components",
      help: "Priorities, goals, strategies and action steps of probation.",
      source: "Contents pages of published plans from 2013 on",
      fields: []
    },
    {
      id: "attachments",
      title: "Attachments",
      kind: "attachments",
      help: "Papers that go with the plan.",
      source: "Contents pages of published plans from 2013 on",
      fields: []
    }
  ],
  teamGroups: [],
  attachments: [
    {
      id: "expenditure-workbook",
      label: "CAPIT/CBCAP/PSSF expenditure workbook",
      required: true,
      source: "Contents pages of published plans from 2013 on"
    },
    {
      id: "program-descriptions",
      label: "Program and evaluation descriptions, one for each program",
      required: true,
      source: "Contents pages of published plans from 2013 on"
    },
    {
      id: "notice-of-intent",
      label: "Notice of Intent",
      required: true,
      source: "Contents pages of published plans from 2013 on"
    },
    {
      id: "board-resolution",
      label: "Board minute order or resolution",
      required: true,
      source: "Contents pages of published plans from 2013 on"
    }
  ],
  rules: [],
  checks: [],
  inconsistencies: [],
  sources: [
    {
      label: "Plans of Monterey (2014), El Dorado (2017), Sacramento (2018), Fresno (2020) and an unnamed county (2014)",
      reached: "seen in published plans, not in the authority's own text"
    },
    {
      label: "Columns of the five-year chart",
      reached: "known, not seen"
    }
  ]
};

// src/frameworks/ca-ccfsr/2013/edition.ts
var caCcfsr2013 = Edition.parse(edition_default3);

// src/frameworks/us-cfsp/2025-2029/edition.json
var edition_default4 = {
  id: "us-cfsp-2025-2029",
  framework: "us-cfsp",
  authority: "Children's Bureau, Administration for Children and Families",
  title: "Child and Family Services Plan, federal fiscal years 2025 to 2029",
  document: {
    kind: "state-five-year-plan",
    name: "Child and Family Services Plan",
    shortName: "CFSP"
  },
  jurisdictions: {
    kinds: ["state"],
    places: [],
    practicePrefix: ""
  },
  inUse: {
    from: "2024-02-15",
    to: null,
    certain: true
  },
  termMonths: 60,
  dueBasis: "fixed-date",
  indicatorVintages: ["cfsr3", "cfsr4"],
  systemicFactors: [
    {
      id: "sis",
      label: "Statewide information system",
      basis: "listed",
      terms: ["information system"]
    },
    {
      id: "crs",
      label: "Case review system",
      basis: "listed",
      terms: ["case review", "written case plan", "permanency hearing"]
    },
    {
      id: "qa",
      label: "Quality assurance system",
      basis: "listed",
      terms: ["quality assurance", "quality improvement"]
    },
    {
      id: "st",
      label: "Staff and provider training",
      basis: "listed",
      terms: ["training"]
    },
    {
      id: "sa",
      label: "Service array and resource development",
      basis: "listed",
      terms: ["service array", "array of services"]
    },
    {
      id: "ar",
      label: "Agency responsiveness to the community",
      basis: "listed",
      terms: ["responsiveness to the community", "agency responsiveness"]
    },
    {
      id: "fa",
      label: "Foster and adoptive parent licensing, recruitment and retention",
      basis: "listed",
      terms: ["recruitment", "licensing", "retention"]
    }
  ],
  completeness: "outline",
  words: {
    component: "Area",
    subject: "Outcome or systemic factor",
    currentPerformance: "Assessment of current performance",
    goal: "Goal",
    strategy: "Intervention",
    rationale: "Rationale",
    milestone: "Activity",
    timeframe: "Timetable",
    assignedTo: "Responsible",
    team: "Partners"
  },
  sections: [
    {
      id: "cover",
      title: "Cover, contact and web address",
      kind: "cover",
      help: "Where the plan is posted and who answers for it.",
      source: "Outline of the program instruction for 2025 to 2029 as known to us",
      fields: []
    },
    {
      id: "agency",
      title: "State agency administering the programs",
      kind: "narrative",
      help: "Who runs the programs.",
      source: "45 CFR 1357.15(e)",
      fields: []
    },
    {
      id: "collaboration",
      title: "Vision and collaboration",
      kind: "narrative",
      help: "The vision, and who shaped the plan.",
      source: "45 CFR 1357.15(g), (l)",
      fields: []
    },
    {
      id: "assessment",
      title: "Assessment of current performance in improving outcomes",
      kind: "narrative",
      help: "The seven outcomes and the seven systemic factors, with data.",
      source: "45 CFR 1357.15(k)",
      fields: []
    },
    {
      id: "plan",
      title: "Plan for enacting the State's vision",
      kind: "components",
      help: "Goals, objectives, rationale, interventions, measures and supports.",
      source: "45 CFR 1357.15(h), (i), (j), (t)",
      fields: []
    },
    {
      id: "quality-assurance",
      title: "Quality assurance system",
      kind: "narrative",
      help: "How quality is watched and improved.",
      source: "45 CFR 1357.15(u)",
      fields: []
    },
    {
      id: "services",
      title: "Services",
      kind: "narrative",
      help: "What is offered, to whom and where.",
      source: "45 CFR 1357.15(m) to (q)",
      fields: []
    },
    {
      id: "tribes",
      title: "Consultation and coordination between States and Tribes",
      kind: "narrative",
      help: "How each Tribe was consulted.",
      source: "42 USC 622(b)(9)",
      fields: []
    },
    {
      id: "chafee",
      title: "Chafee and Education and Training Vouchers",
      kind: "narrative",
      help: "Help for youth on the way to adulthood.",
      source: "42 USC 677",
      fields: []
    },
    {
      id: "targeted-plans",
      title: "Targeted plans",
      kind: "attachments",
      help: "Recruitment, health care, disaster and training plans.",
      source: "Outline of the program instruction for 2025 to 2029 as known to us",
      fields: []
    },
    {
      id: "capta",
      title: "CAPTA State plan and annual update",
      kind: "narrative",
      help: "Changes in law and in the use of the money, and the citizen review panels.",
      source: "42 USC 5106a",
      fields: []
    },
    {
      id: "statistics",
      title: "Statistical and supporting information",
      kind: "narrative",
      help: "The numbers that the State must give.",
      source: "Outline of the program instruction for 2025 to 2029 as known to us",
      fields: []
    },
    {
      id: "finance",
      title: "Financial information",
      kind: "narrative",
      help: "Money asked for, planned and spent.",
      source: "Outline of the program instruction for 2025 to 2029 as known to us",
      fields: []
    },
    {
      id: "assurances",
      title: "Assurances and certifications",
      kind: "attachments",
      help: "What the State's officers sign.",
      source: "Outline of the program instruction for 2025 to 2029 as known to us",
      fields: []
    }
  ],
  teamGroups: [],
  attachments: [],
  rules: [],
  checks: [],
  inconsistencies: [],
  sources: [
    {
      label: "45 CFR 1357.15 and 42 USC 622, 629b, 677, 5106a",
      reached: "whole text"
    },
    {
      label: "Program instruction ACYF-CB-PI-24-02, 15 February 2024",
      reached: "described by others; the outline is known, not seen"
    }
  ]
};

// src/frameworks/us-cfsp/2025-2029/edition.ts
var usCfsp20252029 = Edition.parse(edition_default4);

// src/frameworks/us-pip/traditional/edition.json
var edition_default5 = {
  id: "us-pip-traditional",
  framework: "us-pip",
  authority: "Children's Bureau, Administration for Children and Families",
  title: "Program Improvement Plan after a Child and Family Services Review",
  document: {
    kind: "state-improvement-plan",
    name: "Program Improvement Plan",
    shortName: "PIP"
  },
  jurisdictions: {
    kinds: ["state"],
    places: [],
    practicePrefix: ""
  },
  inUse: {
    from: "2001",
    to: null,
    certain: false
  },
  termMonths: null,
  dueBasis: "acceptance",
  indicatorVintages: ["cfsr2", "cfsr3", "cfsr4"],
  systemicFactors: [
    {
      id: "sis",
      label: "Statewide information system",
      basis: "listed",
      terms: ["information system"]
    },
    {
      id: "crs",
      label: "Case review system",
      basis: "listed",
      terms: ["case review", "written case plan", "permanency hearing"]
    },
    {
      id: "qa",
      label: "Quality assurance system",
      basis: "listed",
      terms: ["quality assurance", "quality improvement"]
    },
    {
      id: "st",
      label: "Staff and provider training",
      basis: "listed",
      terms: ["training"]
    },
    {
      id: "sa",
      label: "Service array and resource development",
      basis: "listed",
      terms: ["service array", "array of services"]
    },
    {
      id: "ar",
      label: "Agency responsiveness to the community",
      basis: "listed",
      terms: ["responsiveness to the community", "agency responsiveness"]
    },
    {
      id: "fa",
      label: "Foster and adoptive parent licensing, recruitment and retention",
      basis: "listed",
      terms: ["recruitment", "licensing", "retention"]
    }
  ],
  completeness: "outline",
  words: {
    component: "Area",
    subject: "Outcome or systemic factor",
    currentPerformance: "Findings of the review",
    goal: "Goal",
    strategy: "Strategy/Intervention",
    rationale: "Rationale",
    milestone: "Key Activity",
    timeframe: "Projected Completion Date",
    assignedTo: "Person responsible",
    team: "Partners"
  },
  sections: [
    {
      id: "general",
      title: "General information",
      kind: "cover",
      help: "The State, the dates of submission and approval, the end of implementation and of the non-overlapping year, and how progress is reported.",
      source: "State CFSR Program Improvement Plan template, Round 3",
      fields: []
    },
    {
      id: "part-1",
      title: "Part One: Goals, strategies/interventions and key activities",
      kind: "components",
      help: "Each goal names the outcomes, systemic factors, items or indicators that it must address.",
      source: "State CFSR Program Improvement Plan template, Round 3",
      fields: []
    },
    {
      id: "part-2",
      title: "Part Two: Measurement plan",
      kind: "narrative",
      help: "How each item and indicator is measured, from which baseline to which goal.",
      source: "State CFSR Program Improvement Plan template, Round 3",
      fields: []
    },
    {
      id: "agreement",
      title: "Program Improvement Plan agreement form",
      kind: "attachments",
      help: "The signed agreement.",
      source: "Form in use at the regional offices",
      fields: []
    }
  ],
  teamGroups: [],
  attachments: [],
  rules: [],
  checks: [],
  inconsistencies: [],
  sources: [
    {
      label: "45 CFR 1355.35",
      reached: "whole text"
    },
    {
      label: "State CFSR Program Improvement Plan template, Round 3",
      reached: "parts seen in published copies"
    }
  ]
};

// src/frameworks/us-pip/traditional/edition.ts
var usPipTraditional = Edition.parse(edition_default5);

// src/frameworks/editions.ts
var editions = [caCcfsr2004, caCcfsr2009, caCcfsr2013, usCfsp20252029, usPipTraditional];
var byId2 = new Map(editions.map((edition) => [edition.id, edition]));
function findEdition(id) {
  return byId2.get(id);
}
function getEdition(id) {
  const edition = findEdition(id);
  if (!edition) throw new RangeError(`There is no edition "${id}". There are: ${[...byId2.keys()].join(", ")}.`);
  return edition;
}

// src/documents/neutral/build-blocks.ts
function toRuns(input) {
  const parts = typeof input === "string" || "text" in input ? [input] : input;
  return parts.map((part) => typeof part === "string" ? { text: part } : part);
}
function strong(text3) {
  return { text: text3, strong: true };
}
function emphasis(text3) {
  return { text: text3, emphasis: true };
}
function heading(level, text3, options = {}) {
  return { type: "heading", level, text: text3, ...options };
}
function paragraph(runs, options = {}) {
  return { type: "paragraph", runs: toRuns(runs), ...options };
}
function paragraphs(text3, options = {}) {
  const parts = text3.replace(/\r\n?/gu, "\n").split(/\n[ \t]*\n\s*/u).map((part) => part.trim()).filter((part) => part !== "");
  return parts.map((part, index) => paragraph(part, index === 0 ? options : {}));
}
function listItem(runs, options = {}) {
  return { runs: toRuns(runs), ...options };
}
function list(ordered, items, options) {
  return { type: "list", ordered, items: items.map(toListItem), ...options };
}
function toListItem(item) {
  return typeof item === "object" && "runs" in item ? item : listItem(item);
}
function bulletList(items, options = {}) {
  return list(false, items, options);
}
function keyValue(label, value, options = {}) {
  return { label, value: toRuns(value), ...options };
}
function keyValues(pairs, options = {}) {
  return { type: "keyValues", pairs: [...pairs], ...options };
}
function cell(content, options = {}) {
  if (isBlocks(content)) return { blocks: [...content], ...options };
  const runs = toRuns(content);
  return { blocks: runs.some((run) => run.text !== "") ? [paragraph(runs)] : [], ...options };
}
function isBlocks(content) {
  if (!Array.isArray(content)) return false;
  const first = content[0];
  return typeof first === "object" && first !== null && "type" in first;
}
function toCell(content) {
  return typeof content === "object" && "blocks" in content ? content : cell(content);
}
function tableRow(cells, options = {}) {
  return { cells: cells.map(toCell), ...options };
}
function table(input) {
  return {
    type: "table",
    ...input.id === void 0 ? {} : { id: input.id },
    caption: input.caption,
    columns: input.weights.map((weight) => ({ weight })),
    headerRows: input.headerRows ?? 1,
    headerColumns: input.headerColumns ?? 0,
    rows: input.rows.map((row) => "cells" in row ? row : tableRow(row))
  };
}
function figure(input) {
  return { type: "figure", ...input };
}
function signature(input) {
  return { type: "signature", ...input };
}
function section(role, id, blocks) {
  return { type: "section", role, id, blocks };
}
function neutralDocument(metadata, blocks) {
  return { format: "throughline-neutral-document/1", metadata, blocks };
}

// src/documents/plan/field-blocks.ts
var notYetWritten = "Not yet written.";
function fieldText(field2, answers, graph2) {
  const { cycle, jurisdiction, document } = graph2;
  switch (field2.from) {
    case "jurisdiction-name":
      return jurisdiction.name;
    case "plan-period":
      return `${formatDate(cycle.startsOn)} to ${formatDate(cycle.endsOn)}`;
    case "date-submitted":
      return document.submittedOn === null ? "" : formatDate(document.submittedOn);
    case "answer":
      return answerText(field2, answers);
  }
}
function answerText(field2, answers) {
  const answer = answers.get(field2.id);
  const text3 = answer?.value.trim() ?? "";
  if (text3 === "") return answer?.none && field2.noneAllowed ? "None." : "";
  if (!isPlainDate(text3)) return text3;
  if (field2.type === "quarter-end") return `Quarter ending ${formatDate(text3)}`;
  return field2.type === "date" ? formatDate(text3) : text3;
}
function fieldRuns(text3) {
  return [text3 === "" ? emphasis(notYetWritten) : text3];
}
function textBlocks(text3, id) {
  const blocks = paragraphs(text3, { id });
  return blocks.length === 0 ? [paragraph(emphasis(notYetWritten), { id })] : blocks;
}

// src/domain/measure/describe-period.ts
function describePeriod(start, end) {
  if (start === end) return formatDate(end);
  const dayAfter = addDays(end, 1);
  if (addMonths(start, 12) === dayAfter) return `12 months ending ${formatDate(end)}`;
  if (isQuarterEnd(end) && addMonths(start, 3) === dayAfter) return `quarter ending ${formatDate(end)}`;
  return `${formatDate(start)} to ${formatDate(end)}`;
}

// src/domain/measure/format-value.ts
var usualDecimals = {
  percent: 1,
  months: 1,
  "per-1000": 2,
  "per-1000-days": 2,
  "per-100000-days": 2,
  count: 0,
  ratio: 2
};
var withUnit = {
  percent: (number) => `${number}%`,
  months: (number) => `${number} months`,
  "per-1000": (number) => `${number} per 1,000`,
  "per-1000-days": (number) => `${number} per 1,000 days`,
  "per-100000-days": (number) => `${number} per 100,000 days`,
  count: (number) => number,
  ratio: (number) => number
};
var mostDecimals = 6;
var formats = Array.from(
  { length: mostDecimals + 1 },
  (_, decimals) => new Intl.NumberFormat("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: "negative"
  })
);
function formatValue(value, unit, decimals = usualDecimals[unit]) {
  const format = formats[Math.min(Math.max(Math.trunc(decimals), 0), mostDecimals)];
  return withUnit[unit](format ? format.format(value) : String(value));
}

// src/domain/measure/rate.ts
var perUnit = {
  percent: 100,
  "per-1000": 1e3,
  "per-1000-days": 1e3,
  "per-100000-days": 1e5,
  ratio: 1
};
function isRateUnit(unit) {
  return Object.hasOwn(perUnit, unit);
}
function rate(numerator, denominator, unit) {
  for (const count2 of [numerator, denominator]) {
    if (!Number.isFinite(count2) || count2 < 0) throw new RangeError(`A count must be 0 or more, not ${count2}.`);
  }
  return denominator === 0 ? null : numerator * perUnit[unit] / denominator;
}

// src/domain/measure/masking.ts
var maskedMark = "*";
var maskedWords = "Not shown, because it is or rests on a count of 1 to 10.";
var masked = { masked: true };
function isSmallCount(count2) {
  return count2 > 0 && count2 < 11;
}
function maskFigure(figure2, unit) {
  const { numerator, denominator, value } = figure2;
  const small = (count2) => count2 !== null && isSmallCount(count2);
  const known = fillCounts(figure2, unit);
  const smallRest = unit === "percent" && small(difference(known.denominator, known.numerator));
  const hideNumerator = small(known.numerator) || smallRest && !small(known.denominator);
  const hideValue = hideNumerator || small(known.denominator) || unit === "count" && small(value);
  const show = (count2, hide) => count2 === null ? null : hide ? masked : { masked: false, value: count2 };
  return {
    numerator: show(numerator, hideNumerator),
    denominator: show(denominator, small(denominator)),
    value: hideValue ? masked : { masked: false, value }
  };
}
function difference(a, b) {
  return a === null || b === null ? null : a - b;
}
function fillCounts({ numerator, denominator, value }, unit) {
  if (!isRateUnit(unit) || value === 0) return { numerator, denominator };
  const scale = rate(1, 1, unit) ?? 1;
  if (numerator === null && denominator !== null) return { numerator: value * denominator / scale, denominator };
  if (numerator !== null && denominator === null) return { numerator, denominator: numerator * scale / value };
  return { numerator, denominator };
}

// src/documents/plan/objective-blocks.ts
function objectiveBlocks(node, printing) {
  const { objective, measure } = node;
  const pair2 = (field2, label, text3) => text3.trim() === "" ? [] : [keyValue(label, text3, { id: printing.anchor(objective.id, field2) })];
  const pairs = [
    ...pair2("statement", "Objective", objective.statement),
    ...pair2("evidenceOfCompletion", "Evidence of completion", objective.evidenceOfCompletion),
    ...measure ? measuredPairs(node, measure, pair2) : []
  ];
  if (pairs.length === 0) return [];
  return [keyValues(pairs), ...measure ? trendBlocks(measure, printing) : []];
}
function measuredPairs(node, measure, pair2) {
  const { baseline, target, interimTargets } = node;
  return [
    ...pair2("measureId", "Measure", `${measure.title} (indicator ${measure.indicator}, ${measure.vintage})`),
    ...pair2("baseline", "Baseline", baselineText(node, measure.unit)),
    ...pair2("baseline.source", "Source", sourceStamp(node)),
    ...pair2("interimTargets", "On the way", interimTargets.map((each) => targetText(each, measure.unit)).join("; ")),
    ...pair2("target", "Target", target ? targetText(target, measure.unit) : ""),
    ...baseline && isMasked(node, measure.unit) ? pair2("masked", maskedMark, maskedWords) : []
  ];
}
function baselineText(node, unit) {
  const { baseline } = node;
  if (!baseline || baseline.value === null) return "";
  const shown = masked2(node, unit);
  const value = shown?.value.masked === false ? formatValue(shown.value.value, unit) : maskedMark;
  const counts = shown?.numerator && shown.denominator ? ` (${count(shown.numerator)} of ${count(shown.denominator)})` : "";
  const period = baseline.periodStart && baseline.periodEnd ? `, ${describePeriod(baseline.periodStart, baseline.periodEnd)}` : baseline.periodEnd ? `, period ending ${formatDate(baseline.periodEnd)}` : "";
  return `${value}${counts}${period}`;
}
function sourceStamp({ baseline, baselineObservation }) {
  if (!baseline) return "";
  const asOf = baselineObservation ? `data as of ${formatDate(baselineObservation.dataAsOf)}` : "";
  return [baseline.source.trim(), asOf].filter((part) => part !== "").join("; ");
}
function targetText(target, unit) {
  const value = target.value === null ? "" : formatValue(target.value, unit);
  return [value, target.by === null ? "" : `by ${formatDate(target.by)}`].filter((part) => part !== "").join(" ");
}
function masked2({ baseline }, unit) {
  if (!baseline || baseline.value === null) return void 0;
  return maskFigure({ numerator: baseline.numerator, denominator: baseline.denominator, value: baseline.value }, unit);
}
function isMasked(node, unit) {
  const shown = masked2(node, unit);
  return [shown?.value, shown?.numerator, shown?.denominator].some((each) => each?.masked === true);
}
function count(shown) {
  return shown.masked ? maskedMark : formatValue(shown.value, "count");
}
function trendBlocks(measure, { options, anchor }) {
  const trend2 = options.figures?.get(measure.id);
  if (!trend2) return [];
  return [
    paragraph(emphasis(trend2.sentence)),
    figure({
      id: anchor(measure.id, "trend"),
      svg: trend2.svg,
      altText: trend2.altText,
      caption: measure.title,
      data: trend2.table
    })
  ];
}

// src/documents/plan/component-blocks.ts
function componentBlocks(node, section2, printing) {
  const { words: words2 } = printing.edition;
  const [first, ...closing] = section2.fields.filter((field2) => isAskedFor(field2, node.focusArea.subjectKind));
  return [
    heading(2, `${words2.component} ${node.number}: ${subjectText(node)}`, {
      id: printing.anchor(node.focusArea.id, "label")
    }),
    subjectTable(node, first, printing),
    ...node.goals.flatMap((goal) => goalBlocks(goal, printing)),
    ...closing.flatMap((field2) => closingBlocks(field2, node, printing))
  ];
}
function subjectText({ focusArea }) {
  return [...focusArea.codes.filter((code) => !focusArea.label.startsWith(code)), focusArea.label].join(" ");
}
function subjectTable(node, first, printing) {
  const { words: words2 } = printing.edition;
  const subject = tableRow([
    `${words2.subject}:`,
    cell(subjectText(node), { id: printing.anchor(node.focusArea.id, "codes") })
  ]);
  const performance = first && tableRow([
    `${first.label}:`,
    cell(textBlocks(fieldText(first, node.answers, printing.graph), printing.anchor(node.focusArea.id, first.id)))
  ]);
  return table({
    caption: `${words2.component} ${node.number}`,
    weights: [1, 3],
    headerRows: 0,
    headerColumns: 1,
    rows: performance ? [subject, performance] : [subject]
  });
}
function goalBlocks(node, printing) {
  const { words: words2 } = printing.edition;
  return [
    heading(3, `${words2.goal} ${node.number}`, { id: printing.anchor(node.goal.id, "number") }),
    ...textBlocks(node.goal.statement, printing.anchor(node.goal.id, "statement")),
    ...populationLine(node.goal.population).map((line) => paragraph(line)),
    ...node.objectives.flatMap((objective) => objectiveBlocks(objective, printing)),
    ...node.strategies.map((strategy) => strategyTable(strategy, printing))
  ];
}
function strategyTable(node, printing) {
  const { words: words2 } = printing.edition;
  const { strategy } = node;
  const name = `${words2.strategy} ${node.number}`;
  const text3 = (label, value, field2) => [
    paragraph(strong(label)),
    ...textBlocks(value, printing.anchor(strategy.id, field2))
  ];
  return table({
    caption: name,
    weights: [1, 5, 2.5, 3.5],
    headerRows: 0,
    rows: [
      tableRow([
        cell(
          [
            ...text3(name, strategy.statement, "statement"),
            ...populationLine(strategy.population).map((line) => paragraph(line))
          ],
          {
            colspan: 2
          }
        ),
        cell(text3(words2.rationale, strategy.rationale, "rationale"), { colspan: 2 })
      ]),
      tableRow([
        cell(words2.milestone, { colspan: 2, header: "column" }),
        cell(words2.timeframe, { header: "column" }),
        cell(words2.assignedTo, { header: "column" })
      ]),
      ...node.milestones.length === 0 ? [tableRow([cell([paragraph(emphasis(notYetWritten))], { colspan: 4 })])] : node.milestones.map((milestone) => milestoneRow(milestone, printing))
    ]
  });
}
function milestoneRow(node, printing) {
  const { milestone } = node;
  const at = (field2) => printing.anchor(milestone.id, field2);
  return tableRow(
    [
      cell(node.number, { header: "row" }),
      cell([
        ...textBlocks(milestone.statement, at("statement")),
        ...populationLine(milestone.population).map((line) => paragraph(line))
      ]),
      cell(textBlocks(timeframeText(node), at("timeframeMonths"))),
      cell(textBlocks(assignedText(node, printing), at("assignedTitle")))
    ],
    { id: at("number") }
  );
}
function timeframeText({ milestone, dueOn: dueOn2 }) {
  if (!dueOn2) return "";
  const { timeframeMonths: months2 } = milestone;
  if (months2 === null) return `By ${formatDate(dueOn2)}`;
  return `${months2 === 1 ? "1 month" : `${months2} months`} (by ${formatDate(dueOn2)})`;
}
function assignedText({ milestone }, { options }) {
  const person = milestone.assignedPersonId === null ? void 0 : options.people?.get(milestone.assignedPersonId);
  return [milestone.assignedTitle.trim() || person, milestone.assignedAgency.trim()].filter(Boolean).join(", ");
}
function populationLine(population) {
  if (population.every((each) => each === "cws")) return [];
  return [[strong("For: "), population.map((each) => populationLabels[each]).join(", ")]];
}
function closingBlocks(field2, node, printing) {
  const text3 = fieldText(field2, node.answers, printing.graph);
  return [heading(3, field2.label), ...textBlocks(text3, printing.anchor(node.focusArea.id, field2.id))];
}

// src/documents/plan/cover-blocks.ts
function coverBlocks(section2, printing) {
  const signatories2 = section2.fields.filter((field2) => field2.type === "signatory");
  const rows = coverRows(
    section2.fields.filter((field2) => field2.type !== "signatory"),
    printing
  );
  return [
    heading(1, section2.title, { id: `section/${section2.id}` }),
    ...rows.length === 0 ? [] : [table({ caption: printing.graph.document.title, weights: [2, 3], headerRows: 0, headerColumns: 1, rows })],
    ...signatories2.length > 0 && section2.aboveSignatures ? [paragraph(strong(section2.aboveSignatures))] : [],
    ...signatories2.map((field2) => signatureBlock(field2, printing))
  ];
}
function coverRows(fields2, { graph: graph2, anchor }) {
  let group;
  return fields2.flatMap((field2) => {
    const head = field2.group !== void 0 && field2.group !== group ? [groupRow(field2.group)] : [];
    group = field2.group;
    const text3 = fieldText(field2, graph2.answers, graph2);
    return [
      ...head,
      tableRow([`${field2.label}:`, cell([...fieldRuns(text3)], { id: anchor(graph2.document.id, field2.id) })])
    ];
  });
}
function groupRow(group) {
  return tableRow([cell(group, { colspan: 2 })]);
}
function signatureBlock(field2, { graph: graph2, anchor }) {
  const name = fieldText(field2, graph2.answers, graph2);
  return signature({
    id: anchor(graph2.document.id, field2.id),
    label: field2.group ?? field2.label,
    ...name !== "" && { name }
  });
}

// src/documents/plan/narrative-blocks.ts
function narrativeBlocks(section2, printing) {
  let group;
  return [
    heading(1, section2.title, { id: `section/${section2.id}` }),
    ...section2.fields.flatMap((field2) => {
      const text3 = fieldText(field2, printing.graph.answers, printing.graph);
      if (text3 === "" && !field2.required) return [];
      const head = field2.group !== void 0 && field2.group !== group ? [heading(2, field2.group)] : [];
      group = field2.group;
      return [...head, ...fieldBlocks(field2, text3, printing)];
    })
  ];
}
function fieldBlocks(field2, text3, { graph: graph2, anchor }) {
  return [
    heading(field2.group === void 0 ? 2 : 3, field2.label),
    ...textBlocks(text3, anchor(graph2.document.id, field2.id))
  ];
}

// src/documents/plan/plan-anchors.ts
function createAnchors() {
  const seen = /* @__PURE__ */ new Map();
  return (factId, field2) => {
    const anchor = `${factId}/${field2}`;
    const times = (seen.get(anchor) ?? 0) + 1;
    seen.set(anchor, times);
    return times === 1 ? anchor : `${anchor}/${times}`;
  };
}

// src/documents/plan/team-blocks.ts
function teamBlocks(section2, printing) {
  const { graph: graph2, edition, anchor } = printing;
  const groups2 = new Map(edition.teamGroups.map((group) => [group.id, group.label]));
  return [
    heading(1, section2.title, { id: `section/${section2.id}` }),
    graph2.team.length === 0 ? paragraph(emphasis(notYetWritten)) : table({
      caption: edition.words.team,
      weights: [3, 4, 4, 2.5],
      headerColumns: 1,
      rows: [
        ["Name", "Affiliation", "Stands for", "Part"],
        ...graph2.team.map(
          ({ member, party }) => tableRow(
            [
              cell(party?.name ?? ""),
              cell(party?.affiliation ?? ""),
              cell(groups2.get(member.group) ?? member.group),
              cell(partText(member))
            ],
            { id: anchor(member.id, "partyId") }
          )
        )
      ]
    })
  ];
}
function partText({ participation, on }) {
  if (participation === "member") return "Member";
  return on === null ? "Consulted" : `Consulted ${formatDate(on)}`;
}

// src/documents/plan-document.ts
var draftStates = ["drafting", "ready", "returned"];
var roles = {
  cover: "cover",
  narrative: "narrative",
  components: "components",
  team: "attachments",
  attachments: "attachments"
};
function buildPlanDocument(graph2, edition, options) {
  const printing = { graph: graph2, edition, options, anchor: createAnchors() };
  const { document, jurisdiction } = graph2;
  const printable2 = edition.sections.filter((each) => isPrinted(each, edition));
  return neutralDocument(
    {
      title: document.title,
      language: "en",
      author: graph2.answers.get("cover.responsibleAgency")?.value.trim() || jurisdiction.name,
      subject: `${edition.document.name} of ${jurisdiction.name}`,
      created: options.today,
      edition: edition.title,
      status: { label: stateLabels[document.state], draft: draftStates.includes(document.state) },
      ...options.versionHash !== void 0 && { versionHash: options.versionHash }
    },
    printable2.map((each) => printSection(each, printing))
  );
}
function isPrinted(each, edition) {
  if (each.kind === "components") return each === edition.sections.find(({ kind }) => kind === "components");
  if (each.kind === "team") return edition.teamGroups.length > 0;
  return each.kind === "attachments" ? edition.attachments.length > 0 : each.fields.length > 0;
}
function printSection(each, printing) {
  return section(roles[each.kind], each.id, sectionBlocks(each, printing));
}
function sectionBlocks(each, printing) {
  switch (each.kind) {
    case "cover":
      return coverBlocks(each, printing);
    case "narrative":
      return narrativeBlocks(each, printing);
    case "team":
      return teamBlocks(each, printing);
    case "components": {
      const { components } = printing.graph;
      return [
        heading(1, each.title, { id: `section/${each.id}` }),
        ...components.length === 0 ? [paragraph(emphasis(notYetWritten))] : [],
        ...components.flatMap((component) => componentBlocks(component, each, printing))
      ];
    }
    case "attachments":
      return [
        heading(1, each.title, { id: `section/${each.id}` }),
        paragraph("To be sent with this plan:"),
        bulletList(printing.edition.attachments.filter(({ required }) => required).map(({ label }) => label))
      ];
  }
}

// src/documents/neutral/content-blocks.ts
function contentBlocks(blocks) {
  return blocks.flatMap((block) => block.type === "section" ? block.blocks : [block]);
}

// src/documents/neutral/document-words.ts
var ENGLISH = {
  contents: "Contents",
  date: "Date",
  data: "Data",
  draft: "DRAFT",
  name: "Name",
  note: "Note",
  page: (page, pages) => ["Page ", page, " of ", pages],
  signature: "Signature",
  signed: "Signed",
  skipToText: "Skip to the text",
  title: "Title",
  toBeSigned: "Blank line, to be filled in by hand",
  version: "Version",
  warning: "Warning",
  months: "January February March April May June July August September October November December".split(" "),
  longDate: (day, month, year) => `${month} ${day}, ${year}`
};
var SPANISH = {
  contents: "Contenido",
  date: "Fecha",
  data: "Datos",
  draft: "BORRADOR",
  name: "Nombre",
  note: "Nota",
  page: (page, pages) => ["P\xE1gina ", page, " de ", pages],
  signature: "Firma",
  signed: "Firmado",
  skipToText: "Ir al texto",
  title: "Cargo",
  toBeSigned: "L\xEDnea en blanco, para llenar a mano",
  version: "Versi\xF3n",
  warning: "Aviso",
  months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
  longDate: (day, month, year) => `${day} de ${month} de ${year}`
};
var WORDS = { en: ENGLISH, es: SPANISH };
function documentWords(language) {
  return WORDS[language];
}
function dateInWords(date, words2) {
  const [year = "", month = "", day = ""] = date.split("-");
  return words2.longDate(Number(day), words2.months[Number(month) - 1] ?? "", year);
}
function signatureLines(block, words2) {
  const signed = block.signedOn !== void 0;
  return [
    { label: words2.signature, text: signed ? words2.signed : void 0 },
    { label: words2.name, text: block.name },
    ...block.title === void 0 ? [] : [{ label: words2.title, text: block.title }],
    { label: words2.date, text: block.signedOn === void 0 ? void 0 : dateInWords(block.signedOn, words2) }
  ];
}

// src/documents/neutral/parse-neutral-document.ts
import { z as z12 } from "zod";

// src/documents/document-error.ts
var DocumentRenderError = class extends Error {
  name = "DocumentRenderError";
};

// src/documents/neutral/neutral-document.ts
import { z as z11 } from "zod";

// src/documents/neutral/printable-text.ts
import { z as z10 } from "zod";
function toPrintableText(text3) {
  return text3.replace(/\r\n?|\u2028|\u2029/gu, "\n").replace(
    /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu,
    (character) => character === "\n" || character === "	" ? character : ""
  );
}
var PrintableText = z10.string().overwrite(toPrintableText);
var PrintableLine = z10.string().overwrite((text3) => toPrintableText(text3).replace(/\s+/gu, " ").trim()).refine((text3) => text3.length > 0, "is empty");

// src/documents/neutral/safe-svg.ts
var ELEMENTS = new Set(
  "svg g path line circle ellipse rect polyline polygon text tspan title desc defs clipPath marker pattern".split(" ")
);
var TAG = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/gu;
var ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gu;
var OUTSIDE = /url\(\s*['"]?(?!#)|@import|expression\(|javascript:|&#/iu;
function isSafeSvg(svg) {
  const text3 = svg.trim();
  if (!text3.startsWith("<svg") || !text3.endsWith("</svg>")) return false;
  const open = [];
  let position2 = 0;
  for (const tag of text3.matchAll(TAG)) {
    if (text3.slice(position2, tag.index).includes("<")) return false;
    position2 = tag.index + tag[0].length;
    if (!isSafeTag(tag, open)) return false;
    if (open.length === 0 && position2 !== text3.length) return false;
  }
  return open.length === 0 && position2 === text3.length;
}
function isSafeTag(tag, open) {
  const [, closing, name = "", attributes2 = "", selfClosing] = tag;
  if (!ELEMENTS.has(name)) return false;
  if (closing) return attributes2 === "" && open.pop() === name;
  for (const [, attribute = "", double, single] of attributes2.matchAll(ATTRIBUTE)) {
    if (/^on|href$|^src$|^style$/iu.test(attribute) || OUTSIDE.test(double ?? single ?? "")) return false;
  }
  if (!selfClosing) open.push(name);
  return true;
}

// src/documents/neutral/neutral-document.ts
var Anchor = z11.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/u, 'is not an anchor (letters, digits, ".", "_", ":", "/", "-")');
var DateText = z11.iso.date();
var LinkTarget = z11.string().regex(/^(?:https?:\/\/|mailto:|#)[^\s\p{Cc}"'<>\\]+$/u, "must begin with https://, http://, mailto: or #");
var Run = z11.strictObject({
  text: PrintableText,
  strong: z11.boolean().optional(),
  emphasis: z11.boolean().optional(),
  href: LinkTarget.optional(),
  field: Anchor.optional()
});
var anchored = { id: Anchor.optional() };
var HeadingBlock = z11.strictObject({
  type: z11.literal("heading"),
  ...anchored,
  level: z11.union([z11.literal(1), z11.literal(2), z11.literal(3), z11.literal(4)]),
  /** Printed before the text, for instance `1.1`. The number is given, never counted by a renderer. */
  number: PrintableLine.optional(),
  text: PrintableLine
});
var ParagraphBlock = z11.strictObject({ type: z11.literal("paragraph"), ...anchored, runs: z11.array(Run) });
var ListItem = z11.strictObject({
  ...anchored,
  runs: z11.array(Run),
  nested: z11.lazy(() => ListBlock.optional()).optional()
});
var ListBlock = z11.strictObject({
  type: z11.literal("list"),
  ...anchored,
  ordered: z11.boolean(),
  items: z11.array(ListItem).min(1)
});
var KeyValue = z11.strictObject({ ...anchored, label: PrintableLine, value: z11.array(Run) });
var KeyValuesBlock = z11.strictObject({
  type: z11.literal("keyValues"),
  ...anchored,
  pairs: z11.array(KeyValue).min(1)
});
var CellBlock = z11.discriminatedUnion("type", [ParagraphBlock, ListBlock, KeyValuesBlock]);
var TableCell = z11.strictObject({
  ...anchored,
  blocks: z11.array(CellBlock),
  colspan: z11.int().min(1).max(60).optional(),
  rowspan: z11.int().min(1).max(5e3).optional(),
  /** Makes a single cell outside the header rows and columns a header: of the row to its right, or of the rows below. */
  header: z11.enum(["row", "column"]).optional(),
  align: z11.enum(["start", "center", "end"]).optional()
});
var TableRow = z11.strictObject({ ...anchored, cells: z11.array(TableCell) });
var TableBlock = z11.strictObject({
  type: z11.literal("table"),
  ...anchored,
  caption: PrintableLine,
  /** One entry a column; the weights share the width out. */
  columns: z11.array(z11.strictObject({ weight: z11.number().positive().max(1e3) })).min(1).max(60),
  /** How many first rows are column headers, repeated on every page. */
  headerRows: z11.int().min(0).max(5),
  /** How many first columns are row headers. */
  headerColumns: z11.int().min(0).max(5),
  rows: z11.array(TableRow).min(1)
});
var FigureBlock = z11.strictObject({
  type: z11.literal("figure"),
  ...anchored,
  svg: z11.string().refine(isSafeSvg, "is not a drawing of ours: an SVG without script, links or outside files"),
  altText: PrintableLine,
  caption: PrintableLine,
  data: TableBlock
});
var PageBreakBlock = z11.strictObject({ type: z11.literal("pageBreak") });
var SignatureBlock = z11.strictObject({
  type: z11.literal("signature"),
  ...anchored,
  label: PrintableLine,
  name: PrintableLine.optional(),
  title: PrintableLine.optional(),
  signedOn: DateText.optional()
});
var CalloutBlock = z11.strictObject({
  type: z11.literal("callout"),
  ...anchored,
  kind: z11.enum(["note", "warning"]),
  title: PrintableLine.optional(),
  blocks: z11.array(CellBlock).min(1)
});
var ContentBlock = z11.discriminatedUnion("type", [
  HeadingBlock,
  ParagraphBlock,
  ListBlock,
  KeyValuesBlock,
  TableBlock,
  FigureBlock,
  CalloutBlock,
  PageBreakBlock,
  SignatureBlock
]);
var SECTION_ROLES = ["cover", "narrative", "components", "attachments"];
var SectionBlock = z11.strictObject({
  type: z11.literal("section"),
  id: Anchor,
  role: z11.enum(SECTION_ROLES),
  blocks: z11.array(ContentBlock)
});
var Block = z11.discriminatedUnion("type", [...ContentBlock.options, SectionBlock]);
var DocumentMetadata = z11.strictObject({
  title: PrintableLine,
  subtitle: PrintableLine.optional(),
  language: z11.enum(["en", "es"]),
  /** The organisation that speaks in the document. */
  author: PrintableLine,
  subject: PrintableLine.optional(),
  created: DateText,
  /** Which edition of the authority's requirements it follows, in words. */
  edition: PrintableLine.optional(),
  /** `label` is printed as it is. A draft is marked on every page. */
  status: z11.strictObject({ label: PrintableLine, draft: z11.boolean() }),
  /** Hash of the facts that the document was made from. */
  versionHash: z11.string().regex(/^[0-9a-f]{8,128}$/u, "is not a hash (8 to 128 hexadecimal digits)").optional()
});
var NeutralDocument = z11.strictObject({
  format: z11.literal("throughline-neutral-document/1"),
  metadata: DocumentMetadata,
  blocks: z11.array(Block)
});

// src/documents/neutral/table-grid.ts
function placeCells(table2) {
  const width = table2.columns.length;
  const taken = table2.rows.map(() => new Array(width).fill(false));
  const rows = [];
  for (const [row, { cells }] of table2.rows.entries()) {
    const placed = [];
    for (const cell2 of cells) {
      const column = (taken[row] ?? []).indexOf(false);
      const { colspan = 1, rowspan = 1 } = cell2;
      const lastHeader = row < table2.headerRows && row + rowspan > table2.headerRows;
      if (lastHeader) return { problem: `a header cell of row ${row + 1} reaches below the header rows` };
      if (!take(taken, { row, column, colspan, rowspan })) {
        return { problem: `row ${row + 1} has more cells than the ${width} columns can hold` };
      }
      placed.push({ cell: cell2, row, column, colspan, rowspan, header: headerOf(table2, cell2, row, column) });
    }
    if ((taken[row] ?? []).includes(false)) {
      return { problem: `row ${row + 1} has too few cells for ${width} columns` };
    }
    rows.push(placed);
  }
  return { rows };
}
function getPlacedCells(table2) {
  const grid = placeCells(table2);
  if ("problem" in grid) throw new RangeError(`Table "${table2.caption}": ${grid.problem}.`);
  return grid.rows;
}
function headerOf(table2, cell2, row, column) {
  if (row < table2.headerRows) return "column";
  if (column < table2.headerColumns) return "row";
  return cell2.header;
}
function take(taken, place) {
  if (place.column < 0) return false;
  for (let row = place.row; row < place.row + place.rowspan; row += 1) {
    for (let column = place.column; column < place.column + place.colspan; column += 1) {
      if (taken[row]?.[column] !== false) return false;
      const line = taken[row];
      if (line) line[column] = true;
    }
  }
  return true;
}

// src/documents/neutral/parse-neutral-document.ts
function parseNeutralDocument(input) {
  const parsed = NeutralDocument.safeParse(input);
  if (!parsed.success) throw refusal(z12.prettifyError(parsed.error).split("\n").slice(0, 10), parsed.error);
  const problems = findProblems(parsed.data);
  if (problems.length > 0) throw refusal(problems.slice(0, 5));
  return parsed.data;
}
function refusal(problems, cause) {
  return new DocumentRenderError(`The document cannot be printed as it stands:
${problems.join("\n")}`, { cause });
}
function findProblems(document) {
  const content = contentBlocks(document.blocks);
  return [...headingProblems(content), ...tableProblems(content), ...anchorProblems(document)];
}
function headingProblems(content) {
  const problems = [];
  let last = 0;
  for (const block of content) {
    if (block.type !== "heading") continue;
    if (block.level > last + 1) {
      problems.push(
        `Heading "${block.text}" has level ${block.level}; after level ${last} at most ${last + 1} may follow.`
      );
    }
    last = block.level;
  }
  return problems;
}
function tableProblems(content) {
  return content.flatMap((block) => {
    if (block.type === "table") return tableProblem(block);
    return block.type === "figure" ? tableProblem(block.data) : [];
  });
}
function tableProblem(table2) {
  const grid = placeCells(table2);
  if ("problem" in grid) return [`Table "${table2.caption}": ${grid.problem}.`];
  return table2.headerRows >= table2.rows.length ? [`Table "${table2.caption}" has no row below its header rows.`] : [];
}
function anchorProblems(document) {
  const seen = /* @__PURE__ */ new Set();
  const links = /* @__PURE__ */ new Set();
  const problems = [];
  visit(document.blocks, (key, value) => {
    if (key === "href" && value.startsWith("#")) links.add(value.slice(1));
    if (key !== "id") return;
    if (seen.has(value)) problems.push(`The anchor "${value}" stands twice.`);
    seen.add(value);
  });
  for (const target of links) {
    if (!seen.has(target)) problems.push(`A link leads to "#${target}", which is nowhere in the document.`);
  }
  return problems;
}
function visit(value, report) {
  if (Array.isArray(value)) for (const part of value) visit(part, report);
  else if (value !== null && typeof value === "object") {
    for (const [key, part] of Object.entries(value)) {
      if (typeof part === "string") report(key, part);
      else visit(part, report);
    }
  }
}

// src/documents/neutral/title-lines.ts
function titleLines(metadata) {
  const date = dateInWords(metadata.created, documentWords(metadata.language));
  return [metadata.author, metadata.edition, `${metadata.status.label}, ${date}`].filter((line) => line !== void 0);
}
function shortVersion(metadata) {
  return metadata.versionHash?.slice(0, 12);
}

// src/documents/neutral/plain-text.ts
function runsText(runs) {
  return runs.map((run) => run.text).join("");
}
function headingText(heading2) {
  return heading2.number === void 0 ? heading2.text : `${heading2.number} ${heading2.text}`;
}
function calloutTitle(callout, words2) {
  const kind = callout.kind === "note" ? words2.note : words2.warning;
  return callout.title === void 0 ? kind : `${kind}: ${callout.title}`;
}
function blockLines(block, printing) {
  switch (block.type) {
    case "heading":
      return [headingText(block)];
    case "paragraph":
      return [runsText(block.runs)];
    case "list":
      return listLines(block, 0, printing);
    case "keyValues":
      return block.pairs.map((pair2) => `${pair2.label}	${runsText(pair2.value)}`.trimEnd());
    case "table":
      return tableLines(block, printing);
    case "figure":
      return [block.caption, ...tableLines(block.data, printing)];
    case "callout":
      return [calloutTitle(block, printing.words), ...block.blocks.flatMap((part) => blockLines(part, printing))];
    case "signature":
      return [
        block.label,
        ...signatureLines(block, printing.words).map((line) => `${line.label}	${line.text ?? ""}`.trimEnd())
      ];
    case "pageBreak":
      return [];
  }
}
function listLines(list2, depth, printing) {
  return list2.items.flatMap((item, index) => {
    const marker = list2.ordered ? `${index + 1}. ` : "\u2022 ";
    const line = `${printing.listMarkers ? "  ".repeat(depth) + marker : ""}${runsText(item.runs)}`;
    return item.nested === void 0 ? [line] : [line, ...listLines(item.nested, depth + 1, printing)];
  });
}
function tableLines(table2, printing) {
  const rows = table2.rows.map(
    (row) => row.cells.map((cell2) => cellText(cell2, printing)).join("	").trimEnd()
  );
  return [table2.caption, ...rows];
}
function cellText(cell2, printing) {
  const lines = cell2.blocks.flatMap((block) => blockLines(block, printing));
  return lines.join(" ").replaceAll("\n", " ");
}
function cellLength(cell2, words2) {
  return cellText(cell2, { words: words2, listMarkers: false }).length;
}

// src/documents/html/document-styles.ts
var COLUMN_WIDTHS = Array.from({ length: 20 }, (_, step) => (step + 1) * 5).map((width) => `.document-column-${width} { width: ${width}%; }`).join("\n");
var DOCUMENT_STYLES = `.document { color: #1b1b1b; line-height: 1.5; max-width: 60rem; overflow-wrap: break-word; }
.document-title { border-bottom: 2px solid #1b1b1b; margin-bottom: 1.5rem; padding-bottom: 1rem; }
.document-title p { margin: 0.25rem 0; }
.document-subtitle { font-size: 1.25rem; }
.document-contents ul { list-style: none; padding-left: 0; }
.document-contents .document-contents__2 { padding-left: 1.5rem; }
.document-section + .document-section { border-top: 1px solid #a9aeb1; margin-top: 2rem; }
.document-pairs { margin: 1rem 0; }
.document-pairs > div { border-bottom: 1px solid #dfe1e2; display: grid; gap: 0 1rem; grid-template-columns: minmax(8rem, 1fr) 3fr; padding: 0.375rem 0; }
.document-pairs dt { font-weight: 700; }
.document-pairs dd { margin: 0; min-width: 0; }
.document .document-table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
.document .document-table caption { font-weight: 700; margin-bottom: 0.5rem; text-align: left; }
.document .document-table th, .document .document-table td { border: 1px solid #71767a; padding: 0.375rem 0.5rem; text-align: left; vertical-align: top; }
.document .document-table th { background-color: #f0f0f0; font-weight: 700; }
.document .document-table .document-align-center { text-align: center; }
.document .document-table .document-align-end { text-align: right; }
.document-table p, .document-table ul, .document-table ol, .document-table dl { margin: 0; }
.document-table * + p, .document-table * + ul, .document-table * + ol { margin-top: 0.375rem; }
.document-figure { margin: 1.5rem 0; }
.document-figure figcaption { font-weight: 700; }
.document-figure__drawing svg, .trend-figure { display: block; height: auto; max-width: 36rem; width: 100%; }
.document-callout { background-color: #f0f0f0; border-left: 0.5rem solid #71767a; margin: 1rem 0; padding: 0.75rem 1rem; }
.document-callout p { margin: 0.25rem 0; }
.document-signature { margin: 1.5rem 0; }
.document-blank { border-bottom: 1px solid #1b1b1b; display: inline-block; height: 1.5em; width: min(20rem, 100%); }
.document-footer { border-top: 1px solid #a9aeb1; margin-top: 2rem; padding-top: 0.5rem; }
${COLUMN_WIDTHS}
@media (max-width: 40rem) {
	.document-pairs > div { grid-template-columns: 1fr; }
	.document .document-table { min-width: 36rem; }
	.usa-table-container--scrollable { overflow-x: auto; }
}
@media print {
	@page { margin: 2cm; }
	.document { max-width: none; }
	.document-skip, .document-contents { display: none; }
	.document a { color: inherit; }
	.document .document-table { font-size: 0.9em; }
	.document-table thead { display: table-header-group; }
	.document-table tr, .document-figure__drawing, .document-signature { break-inside: avoid; }
	.usa-table-container--scrollable { overflow: visible; }
	.document h1, .document h2, .document h3, .document h4, .document h5 { break-after: avoid; }
	.document-section + .document-section { border-top: 0; break-before: page; margin-top: 0; }
	.document-page-break { break-after: page; }
}
`;
var STANDALONE_STYLES = `body { font-family: "Source Sans Pro Web", "Source Sans Pro", "Source Sans 3", "Helvetica Neue", Arial, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; }
h1, h2, h3, h4, h5 { line-height: 1.2; }
.usa-sr-only { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
.document-skip { left: 0; position: absolute; top: -10rem; }
.document-skip:focus { background: #fff; padding: 0.5rem; position: static; }
a { color: #005ea2; }
:focus { outline: 0.25rem solid #2491ff; }
${DOCUMENT_STYLES}`;

// src/documents/html/escape-html.ts
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escapeHtml(text3) {
  return text3.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? "");
}
function attributes(values) {
  return Object.entries(values).filter(([, value]) => value !== void 0).map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`).join("");
}

// src/documents/html/render-table.ts
function renderTable(table2, renderBlock2) {
  const rows = getPlacedCells(table2).map((cells, row) => {
    const html = cells.map((cell2) => renderCell(cell2, renderBlock2)).join("");
    return `<tr${attributes({ id: table2.rows[row]?.id })}>${html}</tr>`;
  });
  const head = rows.slice(0, table2.headerRows);
  return [
    `<div${attributes({ class: "usa-table-container--scrollable", tabindex: 0, role: "group", "aria-label": table2.caption })}>`,
    `<table${attributes({ id: table2.id, class: "usa-table document-table" })}>`,
    `<caption>${escapeHtml(table2.caption)}</caption>`,
    `<colgroup>${columnClasses(table2).map((name) => `<col class="${name}">`).join("")}</colgroup>`,
    ...head.length > 0 ? ["<thead>", ...head, "</thead>"] : [],
    "<tbody>",
    ...rows.slice(table2.headerRows),
    "</tbody>",
    "</table>",
    "</div>"
  ].join("\n");
}
function columnClasses(table2) {
  const total = table2.columns.reduce((sum, { weight }) => sum + weight, 0);
  return table2.columns.map(({ weight }) => `document-column-${Math.max(5, Math.round(weight / total * 20) * 5)}`);
}
function renderCell(placed, renderBlock2) {
  const { cell: cell2, colspan, rowspan } = placed;
  const name = placed.header === void 0 ? "td" : "th";
  const html = cell2.blocks.map(renderBlock2).join("\n");
  const shown = attributes({
    id: cell2.id,
    scope: scopeOf(placed),
    colspan: colspan > 1 ? colspan : void 0,
    rowspan: rowspan > 1 ? rowspan : void 0,
    class: cell2.align === void 0 || cell2.align === "start" ? void 0 : `document-align-${cell2.align}`
  });
  return `<${name}${shown}>${html}</${name}>`;
}
function scopeOf({ header: header2, colspan, rowspan }) {
  if (header2 === "column") return colspan > 1 ? "colgroup" : "col";
  if (header2 === "row") return rowspan > 1 ? "rowgroup" : "row";
  return void 0;
}

// src/documents/html/render-blocks.ts
function renderBlocks(blocks, context) {
  return blocks.map((block) => renderBlock(block, context)).join("\n");
}
function renderRuns(runs) {
  return runs.map(renderRun).join("");
}
function renderRun(run) {
  let html = escapeHtml(run.text).replaceAll("\n", "<br>");
  if (run.emphasis) html = `<em>${html}</em>`;
  if (run.strong) html = `<strong>${html}</strong>`;
  if (run.href !== void 0) html = `<a${attributes({ class: "usa-link", href: run.href })}>${html}</a>`;
  return run.field === void 0 ? html : `<span${attributes({ "data-field": run.field })}>${html}</span>`;
}
function renderBlock(block, context) {
  switch (block.type) {
    case "section":
      return `<section${attributes({ id: block.id, class: "document-section", "data-role": block.role })}>
${renderBlocks(block.blocks, context)}
</section>`;
    default:
      return renderContent(block, context);
  }
}
function renderContent(block, context) {
  switch (block.type) {
    case "heading":
      return renderHeading(block, context);
    case "paragraph":
      return `<p${attributes({ id: block.id })}>${renderRuns(block.runs)}</p>`;
    case "list":
      return renderList(block);
    case "keyValues":
      return renderKeyValues(block);
    case "table":
      return renderTable(block, (part) => renderContent(part, context));
    case "figure":
      return renderFigure(block, context);
    case "callout":
      return renderCallout(block, context);
    case "signature":
      return renderSignature(block, context.words);
    case "pageBreak":
      return '<div class="document-page-break"></div>';
  }
}
function renderHeading(block, context) {
  const name = `h${context.titleLevel + block.level}`;
  return `<${name}${attributes({ id: block.id })}>${escapeHtml(headingText(block))}</${name}>`;
}
function renderList(list2) {
  const name = list2.ordered ? "ol" : "ul";
  const items = list2.items.map((item) => {
    const nested = item.nested === void 0 ? "" : `
${renderList(item.nested)}`;
    return `<li${attributes({ id: item.id })}>${renderRuns(item.runs)}${nested}</li>`;
  });
  return `<${name}${attributes({ id: list2.id, class: "usa-list" })}>
${items.join("\n")}
</${name}>`;
}
function renderKeyValues(block) {
  const pairs = block.pairs.map(
    (pair2) => `<div${attributes({ id: pair2.id })}><dt>${escapeHtml(pair2.label)}</dt><dd>${renderRuns(pair2.value)}</dd></div>`
  );
  return `<dl${attributes({ id: block.id, class: "document-pairs" })}>
${pairs.join("\n")}
</dl>`;
}
function renderFigure(block, context) {
  return [
    `<figure${attributes({ id: block.id, class: "document-figure" })}>`,
    `<figcaption>${escapeHtml(block.caption)}</figcaption>`,
    `<div${attributes({ class: "document-figure__drawing", role: "img", "aria-label": block.altText })}>${block.svg}</div>`,
    renderTable(block.data, (part) => renderContent(part, context)),
    "</figure>"
  ].join("\n");
}
function renderCallout(block, context) {
  const kind = block.kind === "note" ? "info" : "warning";
  return [
    `<div${attributes({ id: block.id, class: `usa-alert usa-alert--${kind} usa-alert--no-icon document-callout` })}>`,
    '<div class="usa-alert__body">',
    `<p class="usa-alert__heading"><strong>${escapeHtml(calloutTitle(block, context.words))}</strong></p>`,
    renderBlocks(block.blocks, context),
    "</div>",
    "</div>"
  ].join("\n");
}
function renderSignature(block, words2) {
  const blank = `<span class="document-blank"><span class="usa-sr-only">${escapeHtml(words2.toBeSigned)}</span></span>`;
  const lines = signatureLines(block, words2).map(({ label, text: text3 }) => {
    const value = text3 === void 0 ? blank : escapeHtml(text3);
    return `<div><dt>${escapeHtml(label)}</dt><dd>${value}</dd></div>`;
  });
  return [
    `<div${attributes({ id: block.id, class: "document-signature" })}>`,
    `<p><strong>${escapeHtml(block.label)}</strong></p>`,
    `<dl class="document-pairs">
${lines.join("\n")}
</dl>`,
    "</div>"
  ].join("\n");
}

// src/documents/html/render-html-document.ts
function renderHtmlDocument(input, options = {}) {
  const document = parseNeutralDocument(input);
  const { metadata } = document;
  const words2 = documentWords(metadata.language);
  const version = shortVersion(metadata);
  return `${[
    "<!doctype html>",
    `<html${attributes({ lang: metadata.language })}>`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(metadata.title)}</title>`,
    `<meta${attributes({ name: "author", content: metadata.author })}>`,
    ...metadata.subject === void 0 ? [] : [`<meta${attributes({ name: "description", content: metadata.subject })}>`],
    styles(options.stylesheetHref),
    "</head>",
    "<body>",
    `<a class="usa-skipnav document-skip" href="#document-text">${escapeHtml(words2.skipToText)}</a>`,
    `<header class="document">${titleBlock(document, 1)}</header>`,
    contents(document, words2.contents),
    '<main id="document-text" class="document usa-prose" tabindex="-1">',
    renderBlocks(document.blocks, { words: words2, titleLevel: 1 }),
    "</main>",
    ...version === void 0 ? [] : [`<footer class="document document-footer">${escapeHtml(`${words2.version} ${version}`)}</footer>`],
    "</body>",
    "</html>"
  ].join("\n")}
`;
}
function titleBlock({ metadata }, level) {
  const lines = titleLines(metadata).map((line) => `<p>${escapeHtml(line)}</p>`);
  return [
    '<div class="document-title">',
    `<h${level}>${escapeHtml(metadata.title)}</h${level}>`,
    ...metadata.subtitle === void 0 ? [] : [`<p class="document-subtitle">${escapeHtml(metadata.subtitle)}</p>`],
    ...lines,
    "</div>"
  ].join("\n");
}
function contents(document, label) {
  const headings = contentBlocks(document.blocks).filter(
    (block) => block.type === "heading" && block.level <= 2 && block.id !== void 0
  );
  if (headings.length < 2) return "";
  const items = headings.map(
    (block) => `<li class="document-contents__${block.level}"><a${attributes({ class: "usa-link", href: `#${block.id}` })}>${escapeHtml(headingText(block))}</a></li>`
  );
  return [
    `<nav${attributes({ class: "document document-contents", "aria-label": label })}>`,
    `<ul class="usa-list usa-list--unstyled">
${items.join("\n")}
</ul>`,
    "</nav>"
  ].join("\n");
}
function styles(href) {
  if (href === void 0) return `<style>
${STANDALONE_STYLES}</style>`;
  if (!/^\/(?![/\\])/u.test(href))
    throw new RangeError("The style sheet must be a path on this server, such as /a.css.");
  return `<link${attributes({ rel: "stylesheet", href })}>`;
}

// src/documents/word/render-word-document.ts
import { Document, Footer, Header, HeadingLevel as HeadingLevel2, Packer, PageNumber, Paragraph as Paragraph2, TabStopType as TabStopType2, TextRun as TextRun3 } from "docx";

// src/documents/zip/read-zip.ts
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
var ZipError = class extends Error {
  name = "ZipError";
};
var END_SIGNATURE = 101010256;
var END_SIZE = 22;
var LONGEST_COMMENT = 65535;
var ENTRY_SIGNATURE = 33639248;
var ENTRY_SIZE = 46;
var LOCAL_SIGNATURE = 67324752;
var LOCAL_SIZE = 30;
var STORED = 0;
var DEFLATED = 8;
var inflate = promisify(inflateRaw);
function readZipDirectory(bytes) {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count2 = view.readUInt16LE(end + 10);
  const start = view.readUInt32LE(end + 16);
  if (count2 === 65535 || start === 4294967295) throw new ZipError("zip64 directory");
  if (view.readUInt16LE(end + 4) !== 0) throw new ZipError("several volumes");
  const entries = [];
  let position2 = start;
  for (let index = 0; index < count2; index += 1) {
    if (position2 + ENTRY_SIZE > end || view.readUInt32LE(position2) !== ENTRY_SIGNATURE) {
      throw new ZipError(`entry ${index + 1} of the directory is not where it should be`);
    }
    const nameLength = view.readUInt16LE(position2 + 28);
    const next = position2 + ENTRY_SIZE + nameLength + view.readUInt16LE(position2 + 30) + view.readUInt16LE(position2 + 32);
    entries.push({
      name: view.toString("utf8", position2 + ENTRY_SIZE, position2 + ENTRY_SIZE + nameLength),
      method: view.readUInt16LE(position2 + 10),
      encrypted: (view.readUInt16LE(position2 + 8) & 1) === 1,
      crc: view.readUInt32LE(position2 + 16),
      packedSize: view.readUInt32LE(position2 + 20),
      size: view.readUInt32LE(position2 + 24),
      offset: view.readUInt32LE(position2 + 42)
    });
    position2 = next;
  }
  return entries;
}
async function readZipEntry(bytes, entry) {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const local = entry.offset;
  if (local + LOCAL_SIZE > view.length || view.readUInt32LE(local) !== LOCAL_SIGNATURE) {
    throw new ZipError(`${entry.name} is not where the directory says`);
  }
  const start = local + LOCAL_SIZE + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
  const packed = view.subarray(start, start + entry.packedSize);
  const content = await unpack(packed, entry);
  if (content.length !== entry.size) throw new ZipError(`${entry.name} has ${content.length} bytes, not ${entry.size}`);
  if (crc32(content) !== entry.crc) throw new ZipError(`${entry.name} is damaged`);
  return content;
}
async function unpack(packed, entry) {
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw new ZipError(`${entry.name} is packed by method ${entry.method}`);
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch (error) {
    throw new ZipError(`${entry.name} is larger than it says, or damaged`, { cause: error });
  }
}
function findEnd(view) {
  const lowest = Math.max(0, view.length - END_SIZE - LONGEST_COMMENT);
  for (let position2 = view.length - END_SIZE; position2 >= lowest; position2 -= 1) {
    if (view.readUInt32LE(position2) === END_SIGNATURE) return position2;
  }
  throw new ZipError("no directory");
}

// src/documents/zip/write-zip.ts
import { promisify as promisify2 } from "node:util";
import { crc32 as crc322, deflateRaw } from "node:zlib";
var deflate = promisify2(deflateRaw);
var DATE = 33;
var UTF8_NAMES = 2048;
async function writeZip(entries, options = {}) {
  const compress = options.compress ?? true;
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const packed = compress ? await deflate(content) : Buffer.from(content);
    const encodedName = Buffer.from(name, "utf8");
    const fields2 = { method: compress ? 8 : 0, crc: crc322(content), packed: packed.length, size: content.length };
    parts.push(header(67324752, fields2, encodedName), packed);
    directory.push(header(33639248, fields2, encodedName, offset));
    offset += 30 + encodedName.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(101010256, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}
function header(signature2, fields2, name, offset) {
  const inDirectory = offset !== void 0;
  const shift = inDirectory ? 2 : 0;
  const bytes = Buffer.alloc(inDirectory ? 46 : 30);
  bytes.writeUInt32LE(signature2, 0);
  if (inDirectory) bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, 4 + shift);
  bytes.writeUInt16LE(UTF8_NAMES, 6 + shift);
  bytes.writeUInt16LE(fields2.method, 8 + shift);
  bytes.writeUInt16LE(DATE, 12 + shift);
  bytes.writeUInt32LE(fields2.crc, 14 + shift);
  bytes.writeUInt32LE(fields2.packed, 18 + shift);
  bytes.writeUInt32LE(fields2.size, 22 + shift);
  bytes.writeUInt16LE(name.length, 26 + shift);
  if (inDirectory) bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, name]);
}

// src/documents/word/stable-parts.ts
function stableParts(parts, created) {
  const text3 = new Map(parts.filter(({ name }) => isText(name)).map(({ name, content }) => [name, decode(content)]));
  for (const [name, relationships] of text3) {
    const owner = ownerOf(name);
    if (owner === void 0) continue;
    const ids = [...relationships.matchAll(/\bId="([^"]+)"/gu)].map(([, id = ""]) => id);
    const names = new Map(ids.map((id, index) => [id, `rId${index + 1}`]));
    text3.set(name, renameAttributes(relationships, /\b(Id)="([^"]+)"/gu, names));
    const part = text3.get(owner);
    if (part !== void 0) text3.set(owner, renameAttributes(part, /\b(r:[a-z]+)="([^"]+)"/gu, names));
  }
  for (const [name, part] of text3) text3.set(name, renumber(part));
  const core = text3.get("docProps/core.xml");
  if (core !== void 0) text3.set("docProps/core.xml", dated(core, created));
  return parts.map(({ name, content }) => {
    const changed = text3.get(name);
    return { name, content: changed === void 0 ? content : Buffer.from(changed, "utf8") };
  });
}
function isText(name) {
  return name.endsWith(".xml") || name.endsWith(".rels");
}
function decode(content) {
  return Buffer.from(content).toString("utf8");
}
function ownerOf(name) {
  const match = /^(.*?)_rels\/([^/]+)\.rels$/u.exec(name);
  return match === null ? void 0 : `${match[1]}${match[2]}`;
}
function renameAttributes(part, attribute, names) {
  return part.replace(attribute, (whole, name, id) => {
    const renamed = names.get(id);
    return renamed === void 0 ? whole : `${name}="${renamed}"`;
  });
}
function renumber(part) {
  const bookmarks = /* @__PURE__ */ new Map();
  let drawings = 0;
  return part.replace(/(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")([^"]+)"/gu, (_, before, id) => {
    const number = bookmarks.get(id) ?? bookmarks.size + 1;
    bookmarks.set(id, number);
    return `${before}${number}"`;
  }).replace(/(<(?:wp:docPr|pic:cNvPr)\b[^>]*?\bid=")([^"]+)"/gu, (_, before) => {
    drawings += 1;
    return `${before}${drawings}"`;
  });
}
function dated(core, created) {
  return core.replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/gu, `$1${created}T00:00:00Z`);
}

// src/documents/word/word-blocks.ts
import {
  AlignmentType as AlignmentType2,
  BorderStyle as BorderStyle2,
  HeadingLevel,
  ImageRun,
  LeaderType,
  LineRuleType as LineRuleType2,
  TabStopType,
  TextRun as TextRun2
} from "docx";

// src/documents/word/word-images.ts
function svgSize(svg) {
  const [, width, height] = /\bviewBox="[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)"/u.exec(svg) ?? [];
  return { width: Number(width) || 400, height: Number(height) || 250 };
}
function insteadOfDrawing(language) {
  return Buffer.from(language === "es" ? SPANISH2 : ENGLISH2, "base64");
}
var ENGLISH2 = [
  "iVBORw0KGgoAAAANSUhEUgAAAZAAAAD6AgAAAADgfFY5AAAE7ElEQVR42u3dT2gUVxgA8NVCFppDjoHsYQ69JBEz0JOH6GwsJpClDAr9p7QD",
  "hVITinOxkICbhxYN9h2yG6U99FBNt2AjxQoVxoN5VMGFLpS4kziUXLKT3DyYDW/oi933vvJm1fzBJmOKQuGbw77vDd+b3+z7Zt7MbVLTr2FL",
  "MXjlm0IEEUQQQQQRRBBBBBFEEEEEEUQQQQQRRBBBBBFEEEEEEUQQQQQRRBBBBBFEEEEEEUQQQSQZ0kilDjCgyQaK9XHh05Zu6b8QUde6PQaP",
  "dwbcTcjCVuTvbadLEpFo8sxNSGUrAjshV1y6nAFRcC+aWbJ80puM2kVpNAPQx+acsDjTlZF7xF5YaxFXXJ5ealgVlZo6y+ZcgH560Tw6Zt1r",
  "TIVFVpzaBjneRi9MgjDt83c6jLuXvRPVojjV7oPsMgcHarcPZS7xk2MZqJW8420Prq4KcwIu1E5agwPQ6Mqdv9NlmOdEWLttvXlsG4RQaj8B",
  "Qei4YJRyj3zHBbFDEOwT16+pHiMMlWmCrzxCqbi55tpQqakeU2fkxteYbXzDQ72jul1NKKV6wsuUQ9kWHgMhmBMCB4ClUB/NB8MEfUxqN05H",
  "jgGVUO236sBBj5yw36uHeke4PTLrbkSWU8+QwhvrCM/EyMjqhBkjqT0xorJtE52rSRB1eCNyofQUUR2X1hEoeBo588MfVox0T8eIGLZ/711K",
  "gkB9I2Lzp4i0/A1IY0Qj+c//JM3pghjhYD/Mf5sEcSNdeNosPLNXYkSwd617MRIXfkGOMErFnQ/mmEZ6zL904SmHtvl8Lgx3LvzgFOgrWXYb",
  "9y977OvLnkZkV0/3sRjh10gGqtc8RqtXVesig/uhMgff0ZcwFT/lFmda9Xl0HFvZvvAZECWLQpYsfuix2S86NQJZ1vfLlEbkHjgHvEUwytPQ",
  "tgKwOKXMWQNUP6Wy5e4KtGnk7KcrO63Cz9YMsfslOoSEyALfteH6SZHfirtGWgaSIjyza2TWxWf8/w3JptLO844DkW6C5z8bWkk2jQteBpnu",
  "v95ElnZA1Iy1awQoJENA/Sfk47TqY5Ad62MfpSMdPuyDghustdSV6UOgO1E7yNPpOQeiAnGiqHjLiHMeOkdJQqR/UgyZMOkNmYcnIx3OlmY6",
  "ckGt9Ks0yvBAd6pXQY7uGxwHfsp0Ip7P0Dhn/uduIyGSq0fggB+BmeORDqvyIAmCQB5o2BWoNvKkUnkCMm+Zj4CD4URcGUGcU22wGwkRO1oF",
  "G3wAwxbNUPUyPyjLXq8yAb4kUC6DRgyACBwnipQZxDl+gyQufLSYagVfZQ1H3NJhoDpTewOq9o8uOBBIUkgvn9BI0V1HmjnqCEuM1KZvgM+n",
  "NaLDQHUOX9fIl4EBgcx3j6s+jaylNyHD1wNYNhIjdQDw62DYvBnKXgJBWR56e8mEQJ4hZRBM5i0IY6QeT1ec86JX4n9DONwAP1RGjsdhVR60",
  "HgW+JG+tWhDIETb+vUYOkRixY6SZs/YSiBgyILz5Y+b9yTicL810DAS1EhtYIfqfDPXfL4Ec29dxSSN0XiPNnMawTZMi+g7ko+1fbbkZYZwz",
  "COTYkcXlNEgyUDA0MvuZRpo5KksoPk8QQQQRRBBBBBFEEEEEEUQQQQQRRBBBBBFEEEEEEUQQQQQRRBBBBBFEEEEEEUQQQQQRRBB5dcjr+HjE",
  "PxQz3B0Q++SPAAAAAElFTkSuQmCC"
].join("");
var SPANISH2 = [
  "iVBORw0KGgoAAAANSUhEUgAAAZAAAAD6AgAAAADgfFY5AAAE+UlEQVR42u3dzWsbRxQA8FUCMrgH3ZISQfaSQ2Xwvv8gaxNqg3RYnKMPNZge",
  "UhOy11zSpSm2iOcQqc3Nl7rIkCjQ9GCKDLUHUqivimTIIYdWU9FrLFgnY9idV56+IidKLCeNofTtYfR42p2fNW8+9marfAqXJfGjX4YRRhhh",
  "hBFGGGGEEUYYYYQRRhhhhBFGGGGEEUYYYYQRRhhhhBFGGGGEEUYYYYQRRhhhhJERkMg6Caffcq9CRCEEhWIYslSWiP57If5R5Hm7/+fDkIBa",
  "eC8EjiKDP+INxExXzhyk0VxKq1zVPrzgXNr+3GQuzuBcgKooqzbqgi+0nJPhNTknURWbfjhGT92BueAO4J6vEGeEWJ3RUohwbBiiv3LStSKa",
  "T+oNfya/v+GcC0tfp5fDOGNjY8udyaMGT+jtjP343jblKgvek3V6ank7Yy9LzM4qjDI5sfwDIU/WhyEhPgKhpbFVw4BSsWP/HV+263pLetgw",
  "DijUgRC6Qn9lRQpsxK4QehMfQf5Qenmkh1DLnMi37xH9MR2YXQktEbwoMNBSsduqGwfQXIanWuJdVGbSbaGWu9TrrkcNqjgQXnRTIgjEuwJj",
  "t6UwpNkV3ZRCeJ0yvza74iTClDWIHFqE7EyljiDWmEdNF7mVRBBmKiUwthLHIQFiEyBblgNI4wEhlSXvCFJ+6FHTRYImgNBLnsB4ojwCgjZ4",
  "iANIPSZkE48iiDRc2EPQBhEiIS4ej7zABRAxGlupTuGhHnUQGq5e4cOK/KPdtBGhf6GnQkwJNPDyVeFzQwu/VN4sQ7pWQHPuW4XZfGvDAbXh",
  "0HA9yKEykM2jnk/93tzOpGgKp9pIbT0sQ1roBzmBmL3SncKl6EZO1NYj982961ZC3g7H0GRSCqu2PudAmB6Hp3o7+ZgQWowlt/mpnAqa1+RU",
  "0EbCsTghb4s4+VggVm2FhhbjrJmmxfgGMrAJwNHPEfbFYZd451bf7fxF7H58ZP/L4EMQ442CxEn8ECSy+Yz/TyH9DYeqLIavoOGLCFE0gxMh",
  "/jAE+/fGctgAPK+d7JfAUOTVXcMHeXd05OA86jMH53XJFwfnEQuLysCej2Z6B4o/duI/x2HPV0XZTavDJGLVX7UWc3sLh8lREHqZSNeKej4l",
  "akXE8au0Bc/Sewb04xuQnW1sud20apQkZnNipeFnZyk+HlkLEWEtpMNjLUQDtc5hEuJPTi+OdqjnXhpU3UgDT8Vuw/j1uhkFQU010XQMosbY",
  "Vb1j0Uz24mhn0m310/SWQuei2FWIf6mRatK0EKFpEdK0uoiVwDjZRawEIVainwYVpntI4WyYHgVZKSHCSomQlVIXmSgjNp3JXhztTE6U+2lQ",
  "WJAdxFz4HgujDJdHNfFCQrywN1z03cXJXkzDhf00FSnoILFbH1jP70L2Cdmnwnv77cLHDrzEF/iF04up8C9pDrTTUHsWBwbqbeS3Z/HxyNLD",
  "1XsS06v3KvOeoHD8amsLslcwLDtwoRtHNyB7hWYzpSH9Xe1+ewrvKjNxtXb/V/c4xDpbvQ54u3r9s1IgKCwsHibpLSJO7MA33diMQ9XuvFzE",
  "CVlYDGkxAhV++ufNZOSefBdWb4n/1a1+oGO/fgpIcvYUkKrPxy8jjDDCCCOMMMIII4wwwggjjDDCCCOMMMIII4wwwggjjDDCCCOMMMIII4ww",
  "wggjjDDy/0JO459H/ANuz4WukPmMgwAAAABJRU5ErkJggg=="
].join("");

// src/documents/word/word-paragraphs.ts
import {
  Bookmark,
  ExternalHyperlink,
  InternalHyperlink,
  Paragraph,
  TextRun
} from "docx";

// src/documents/word/word-anchors.ts
import { createHash } from "node:crypto";
function anchorBookmark(anchor) {
  return `a_${shortHash(anchor)}`;
}
function fieldBookmark(field2, place) {
  return `f_${shortHash(field2)}_${place}`;
}
function shortHash(text3) {
  return createHash("sha256").update(text3).digest("hex").slice(0, 24);
}

// src/documents/word/word-paragraphs.ts
function createParagraphWriter() {
  const places = /* @__PURE__ */ new Map();
  let anchors = [];
  let pageBreak = false;
  function bookmarked(run, children) {
    if (run.field === void 0) return children;
    const place = (places.get(run.field) ?? 0) + 1;
    places.set(run.field, place);
    return [new Bookmark({ id: fieldBookmark(run.field, place), children })];
  }
  return {
    anchor(id) {
      if (id !== void 0) anchors.push(id);
    },
    breakPage() {
      pageBreak = true;
    },
    runs: (runs) => runs.flatMap((run) => bookmarked(run, linked(run, textRuns(run)))),
    paragraph(options) {
      let children = options.children;
      for (const id of anchors) children = [new Bookmark({ id: anchorBookmark(id), children })];
      const paragraph3 = new Paragraph({ ...options, children, ...pageBreak ? { pageBreakBefore: true } : {} });
      anchors = [];
      pageBreak = false;
      return paragraph3;
    }
  };
}
function linked(run, children) {
  if (run.href === void 0) return children;
  if (!run.href.startsWith("#")) return [new ExternalHyperlink({ link: run.href, children })];
  return [new InternalHyperlink({ anchor: anchorBookmark(run.href.slice(1)), children })];
}
function textRuns(run) {
  return run.text.split("\n").map(
    (text3, index) => new TextRun({
      text: text3,
      ...index > 0 ? { break: 1 } : {},
      ...run.strong ? { bold: true } : {},
      ...run.emphasis ? { italics: true } : {},
      ...run.href === void 0 ? {} : { style: "Hyperlink" }
    })
  );
}

// src/documents/word/word-styles.ts
import { AlignmentType, LevelFormat, LineRuleType } from "docx";
var INK = "1B1B1B";
var FONT = "Arial";
var HEADING_SIZES = { heading1: 32, heading2: 26, heading3: 23, heading4: 21 };
var BULLETS = "bullets";
var NUMBERS = "numbers";
var DEEPEST_LEVEL = 8;
var PAGE = { width: 12240, height: 15840, margin: 1440, textWidth: 9360 };
function wordStyles(language) {
  const heading2 = (size) => ({
    run: { size, bold: true, color: INK, font: FONT },
    paragraph: { spacing: { before: 280, after: 120 }, keepNext: true, keepLines: true }
  });
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size: 21,
          color: INK,
          language: { value: language === "es" ? "es-US" : "en-US" }
        },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } }
      },
      title: {
        run: { size: 40, bold: true, color: INK, font: FONT },
        paragraph: { spacing: { after: 160 } }
      },
      heading1: heading2(HEADING_SIZES.heading1),
      heading2: heading2(HEADING_SIZES.heading2),
      heading3: heading2(HEADING_SIZES.heading3),
      heading4: heading2(HEADING_SIZES.heading4),
      caption: {
        run: { size: 20, bold: true, italics: false, color: INK },
        paragraph: { spacing: { before: 200, after: 80 }, keepNext: true }
      },
      hyperlink: { run: { color: "005EA2", underline: {} } }
    },
    paragraphStyles: [
      { id: "Subtitle", name: "Subtitle", basedOn: "Normal", next: "Normal", quickFormat: true, run: { size: 28 } },
      {
        id: "TableText",
        name: "Table Text",
        basedOn: "Normal",
        run: { size: 18 },
        paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO } }
      },
      {
        id: "Pair",
        name: "Label and Value",
        basedOn: "Normal",
        paragraph: { indent: { left: 3e3, hanging: 3e3 }, spacing: { after: 80 } }
      }
    ]
  };
}
function wordNumbering() {
  const levels = Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => level);
  const style = (level) => ({
    paragraph: { indent: { left: 360 * (level + 1), hanging: 360 }, spacing: { after: 60 } }
  });
  const start = AlignmentType.LEFT;
  return {
    config: [
      {
        reference: BULLETS,
        levels: levels.map((level) => ({
          level,
          format: LevelFormat.BULLET,
          text: level % 2 === 0 ? "\u2022" : "\u2013",
          alignment: start,
          style: style(level)
        }))
      },
      {
        reference: NUMBERS,
        levels: levels.map((level) => ({
          level,
          format: LevelFormat.DECIMAL,
          text: `%${level + 1}.`,
          alignment: start,
          style: style(level)
        }))
      }
    ]
  };
}

// src/documents/word/word-table.ts
import { BorderStyle, Table, TableCell as TableCell2, TableLayoutType, TableRow as TableRow2, WidthType } from "docx";
var LONGEST_UNSPLIT_ROW = 700;
var BORDER = { style: BorderStyle.SINGLE, size: 4, color: "71767A" };
function wordTable(table2, words2, writeCell, beforeRow) {
  const total = table2.columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = table2.columns.map(({ weight }) => Math.round(weight / total * PAGE.textWidth));
  const rows = getPlacedCells(table2).map((cells, row) => {
    beforeRow(row);
    const length = cells.reduce((sum, { cell: cell2 }) => sum + cellLength(cell2, words2), 0);
    return new TableRow2({
      children: cells.map((placed) => wordCell(placed, widths, writeCell)),
      ...row < table2.headerRows ? { tableHeader: true } : {},
      cantSplit: length <= LONGEST_UNSPLIT_ROW
    });
  });
  return new Table({
    rows,
    width: { size: PAGE.textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 100, right: 100 },
    borders: {
      top: BORDER,
      bottom: BORDER,
      left: BORDER,
      right: BORDER,
      insideHorizontal: BORDER,
      insideVertical: BORDER
    },
    tableLook: { firstRow: table2.headerRows > 0, firstColumn: table2.headerColumns > 0, noHBand: true, noVBand: true }
  });
}
function wordCell(placed, widths, writeCell) {
  const { cell: cell2, column, colspan, rowspan, header: header2 } = placed;
  const width = widths.slice(column, column + colspan).reduce((sum, size) => sum + size, 0);
  return new TableCell2({
    children: writeCell(placed, cell2.blocks),
    width: { size: width, type: WidthType.DXA },
    ...colspan > 1 ? { columnSpan: colspan } : {},
    ...rowspan > 1 ? { rowSpan: rowspan } : {},
    ...header2 === void 0 ? {} : { shading: { fill: "F0F0F0" } }
  });
}

// src/documents/word/word-blocks.ts
var HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4
};
var ALIGNMENTS = { start: AlignmentType2.LEFT, center: AlignmentType2.CENTER, end: AlignmentType2.RIGHT };
var CALLOUT = {
  shading: { fill: "F0F0F0" },
  border: { left: { style: BorderStyle2.SINGLE, size: 32, color: "71767A", space: 8 } },
  indent: { left: 240 }
};
var PAIR_TAB = 3e3;
var BLANK_END = 7500;
var FIGURE_WIDTH = 480;
function wordBlocks(blocks, language) {
  let lists = 0;
  const writing = {
    language,
    words: documentWords(language),
    writer: createParagraphWriter(),
    frame: {},
    bold: false,
    nextList: () => {
      lists += 1;
      return lists;
    }
  };
  return blocks.flatMap((block, index) => {
    if (block.type !== "section") return writeBlock(block, writing);
    if (index > 0) writing.writer.breakPage();
    writing.writer.anchor(block.id);
    return block.blocks.flatMap((part) => writeBlock(part, writing));
  });
}
function writeBlock(block, writing) {
  if (block.type === "pageBreak") {
    writing.writer.breakPage();
    return [];
  }
  writing.writer.anchor(block.id);
  switch (block.type) {
    case "heading":
      return [paragraph2([{ text: headingText(block) }], writing, { heading: HEADINGS[block.level] })];
    case "paragraph":
    case "list":
    case "keyValues":
      return writeText(block, writing);
    case "table":
      return writeTable(block, writing);
    case "figure":
      return writeFigure(block, writing);
    case "callout": {
      const framed = { ...writing, frame: { ...writing.frame, ...CALLOUT } };
      const title = paragraph2([{ text: calloutTitle(block, writing.words), strong: true }], framed, { keepNext: true });
      return [title, ...block.blocks.flatMap((part) => writeText(anchored2(part, writing), framed))];
    }
    case "signature": {
      const label = paragraph2([{ text: block.label, strong: true }], writing, {
        keepNext: true,
        spacing: { before: 240 }
      });
      const lines = signatureLines(block, writing.words);
      return [
        label,
        ...lines.map((line, index) => pair(line.label, line.text, writing, { keepNext: index < lines.length - 1 }))
      ];
    }
  }
}
function anchored2(block, writing) {
  writing.writer.anchor(block.id);
  return block;
}
function writeText(block, writing) {
  switch (block.type) {
    case "paragraph":
      return [paragraph2(block.runs, writing)];
    case "list":
      return writeList(block, 0, writing);
    case "keyValues":
      return block.pairs.map(({ id, label, value }) => {
        writing.writer.anchor(id);
        return pair(label, value, writing, {});
      });
  }
}
function paragraph2(runs, writing, options = {}) {
  const shown = writing.bold ? runs.map((run) => ({ ...run, strong: true })) : runs;
  return writing.writer.paragraph({ ...writing.frame, ...options, children: writing.writer.runs(shown) });
}
function writeList(list2, level, writing) {
  const instance = writing.nextList();
  const reference = list2.ordered ? NUMBERS : BULLETS;
  return list2.items.flatMap((item) => {
    writing.writer.anchor(item.id);
    const { indent: _, ...frame } = writing.frame;
    const line = paragraph2(item.runs, { ...writing, frame }, { numbering: { reference, level, instance } });
    const nested = item.nested;
    if (nested === void 0) return [line];
    writing.writer.anchor(nested.id);
    return [line, ...writeList(nested, Math.min(level + 1, DEEPEST_LEVEL), writing)];
  });
}
function pair(label, value, writing, options) {
  const { writer } = writing;
  const text3 = typeof value === "string" ? [{ text: value }] : value;
  const blank = { type: TabStopType.LEFT, position: BLANK_END, leader: LeaderType.UNDERSCORE };
  return writer.paragraph({
    ...writing.frame,
    style: "Pair",
    tabStops: [{ type: TabStopType.LEFT, position: PAIR_TAB }, ...text3 === void 0 ? [blank] : []],
    ...options,
    children: [
      new TextRun2({ text: label, bold: true }),
      new TextRun2({ text: text3 === void 0 ? "		" : "	" }),
      ...writer.runs(text3 ?? [])
    ]
  });
}
function writeTable(table2, writing) {
  const caption = paragraph2([{ text: table2.caption }], writing, { style: "Caption" });
  const writeCell = (placed, blocks) => {
    writing.writer.anchor(placed.cell.id);
    const frame = { style: "TableText", alignment: ALIGNMENTS[placed.cell.align ?? "start"] };
    const inside = { ...writing, frame, bold: placed.header !== void 0 };
    const paragraphs2 = blocks.flatMap((block) => writeText(anchored2(block, writing), inside));
    return paragraphs2.length > 0 ? paragraphs2 : [paragraph2([], inside)];
  };
  const made2 = wordTable(table2, writing.words, writeCell, (row) => writing.writer.anchor(table2.rows[row]?.id));
  return [caption, made2, paragraph2([], writing, { spacing: { after: 0, line: 120, lineRule: LineRuleType2.EXACT } })];
}
function writeFigure(figure2, writing) {
  const { width, height } = svgSize(figure2.svg);
  const caption = paragraph2([{ text: figure2.caption }], writing, { style: "Caption" });
  const image = new ImageRun({
    type: "svg",
    data: Buffer.from(figure2.svg, "utf8"),
    fallback: { type: "png", data: insteadOfDrawing(writing.language) },
    transformation: { width: FIGURE_WIDTH, height: Math.round(FIGURE_WIDTH * height / width) },
    altText: { name: figure2.caption, title: figure2.caption, description: figure2.altText }
  });
  const drawing = writing.writer.paragraph({ children: [image], keepNext: true });
  writing.writer.anchor(figure2.data.id);
  return [caption, drawing, ...writeTable(figure2.data, writing)];
}

// src/documents/word/render-word-document.ts
async function renderWordDocument(input) {
  const document = parseNeutralDocument(input);
  try {
    const packed = await Packer.toBuffer(toWord(document));
    const entries = readZipDirectory(packed);
    const parts = await Promise.all(
      entries.map(async (entry) => ({ name: entry.name, content: await readZipEntry(packed, entry) }))
    );
    return await writeZip(stableParts(parts, document.metadata.created));
  } catch (error) {
    throw new DocumentRenderError(
      "The Word file could not be made from this document. The PDF and the page still can; tell the administrator.",
      { cause: error }
    );
  }
}
function toWord(document) {
  const { metadata } = document;
  const words2 = documentWords(metadata.language);
  const title = titleParagraphs(metadata);
  return new Document({
    title: metadata.title,
    creator: metadata.author,
    lastModifiedBy: metadata.author,
    ...metadata.subject === void 0 ? {} : { subject: metadata.subject, description: metadata.subject },
    ...metadata.versionHash === void 0 ? {} : { customProperties: [{ name: "Throughline version", value: metadata.versionHash }] },
    revision: 1,
    styles: wordStyles(metadata.language),
    numbering: wordNumbering(),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin }
          }
        },
        headers: { default: new Header({ children: [headerParagraph(metadata, words2)] }) },
        footers: { default: new Footer({ children: [footerParagraph(metadata, words2)] }) },
        children: [...title, ...wordBlocks(document.blocks, metadata.language)]
      }
    ]
  });
}
function titleParagraphs(metadata) {
  const lines = titleLines(metadata);
  return [
    new Paragraph2({ heading: HeadingLevel2.TITLE, children: [new TextRun3(metadata.title)] }),
    ...metadata.subtitle === void 0 ? [] : [new Paragraph2({ style: "Subtitle", children: [new TextRun3(metadata.subtitle)] })],
    ...lines.map((line) => new Paragraph2({ children: [new TextRun3(line)] }))
  ];
}
var RIGHT_TAB = [{ type: TabStopType2.RIGHT, position: PAGE.textWidth }];
function headerParagraph(metadata, words2) {
  const mark = metadata.status.draft ? words2.draft : metadata.status.label;
  return new Paragraph2({
    tabStops: RIGHT_TAB,
    children: [
      new TextRun3({ text: metadata.title, size: 17 }),
      new TextRun3({ text: `	${mark}`, size: 17, bold: true })
    ]
  });
}
function footerParagraph(metadata, words2) {
  const version = shortVersion(metadata);
  return new Paragraph2({
    tabStops: RIGHT_TAB,
    children: [
      new TextRun3({ text: version === void 0 ? "" : `${words2.version} ${version}`, size: 17 }),
      new TextRun3({
        size: 17,
        children: ["	", ...words2.page(PageNumber.CURRENT, PageNumber.TOTAL_PAGES)]
      })
    ]
  });
}

// src/documents/pdf/create-pdf-renderer.ts
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

// src/documents/pdf/missing-characters.ts
var COMPLAINT = /the text `(.+?)` could not be displayed/gu;
var STEERING = /^[\p{Cf}\p{Mn}\p{Me}\p{Zs}]$/u;
function findMissingCharacters(problems) {
  const texts = problems.flatMap((problem) => [...problem.matchAll(COMPLAINT)].map(([, text3 = ""]) => unquote(text3)));
  return [...new Set(texts.flatMap((text3) => [...text3]))];
}
function unquote(text3) {
  return text3.replace(/\\+u\{([0-9a-f]+)\}/giu, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16))).replace(/^\\*"|\\*"$/gu, "").replace(/\\+(.)/gu, "$1");
}
function characterInWords(character, language) {
  if (STEERING.test(character)) return "";
  return `${language === "es" ? "car\xE1cter" : "character"} ${character} (${codePoint(character)})`;
}
function missingCharactersWarning(characters) {
  const shown = characters.filter((character) => !STEERING.test(character));
  if (shown.length === 0) return void 0;
  const names = shown.slice(0, 10).map((character) => `${character} (${codePoint(character)})`);
  const more = shown.length > 10 ? ` and ${shown.length - 10} more` : "";
  return `No font on the server can show ${names.join(", ")}${more}. The PDF has an empty box in each place, with the character as its text alternative. Ask the administrator to install a font that has them, then print again.`;
}
function codePoint(character) {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

// src/documents/pdf/typst-data.ts
var LONGEST_UNSPLIT_ROW2 = 700;
var FONTS = ["Source Sans Pro", "Public Sans"];
function toTypstData(document, missing) {
  const { metadata } = document;
  const words2 = documentWords(metadata.language);
  const version = shortVersion(metadata);
  return JSON.stringify({
    title: metadata.title,
    subtitle: metadata.subtitle ?? null,
    author: metadata.author,
    subject: metadata.subject ?? null,
    language: metadata.language,
    created: metadata.created.split("-").map(Number),
    lines: titleLines(metadata),
    mark: metadata.status.draft ? words2.draft : metadata.status.label,
    version: version === void 0 ? "" : `${words2.version} ${version}`,
    page: words2.page("{page}", "{pages}").join(""),
    fonts: FONTS,
    missing,
    blocks: document.blocks.map((block, index) => blockData(block, index === 0, words2))
  });
}
function blockData(block, first, words2) {
  if (block.type !== "section") return contentData(block, words2);
  return { kind: "section", id: block.id, first, blocks: block.blocks.map((part) => contentData(part, words2)) };
}
function contentData(block, words2) {
  switch (block.type) {
    case "heading":
      return { kind: "heading", ...idOf(block), level: block.level, text: headingText(block) };
    case "paragraph":
      return { kind: "paragraph", ...idOf(block), runs: runsData(block.runs) };
    case "list":
      return listData(block);
    case "keyValues":
      return {
        kind: "pairs",
        ...idOf(block),
        pairs: block.pairs.map((pair2) => ({ ...idOf(pair2), label: pair2.label, value: runsData(pair2.value) }))
      };
    case "table":
      return tableData(block, words2);
    case "figure":
      return {
        kind: "figure",
        ...idOf(block),
        caption: block.caption,
        altText: block.altText,
        svg: block.svg,
        data: tableData(block.data, words2)
      };
    case "callout":
      return {
        kind: "callout",
        ...idOf(block),
        title: calloutTitle(block, words2),
        blocks: block.blocks.map((part) => contentData(part, words2))
      };
    case "signature":
      return {
        kind: "signature",
        ...idOf(block),
        label: block.label,
        pairs: signatureLines(block, words2).map(({ label, text: text3 }) => ({
          id: null,
          label,
          value: text3 === void 0 ? null : runsData([{ text: text3 }])
        }))
      };
    case "pageBreak":
      return { kind: "break" };
  }
}
function idOf(block) {
  return { id: block.id ?? null };
}
function runsData(runs) {
  return runs.map((run) => ({
    text: run.text.replaceAll("	", " "),
    strong: run.strong ?? false,
    emphasis: run.emphasis ?? false,
    href: run.href ?? null
  }));
}
function listData(list2) {
  return {
    kind: "list",
    ...idOf(list2),
    ordered: list2.ordered,
    items: list2.items.map((item) => ({
      ...idOf(item),
      runs: runsData(item.runs),
      nested: item.nested === void 0 ? null : listData(item.nested)
    }))
  };
}
function tableData(table2, words2) {
  const rows = getPlacedCells(table2);
  const cells = (row) => {
    const breakable = row.some(({ rowspan }) => rowspan > 1) || rowLength(row, words2) > LONGEST_UNSPLIT_ROW2;
    return row.map((placed) => cellData(placed, breakable, words2));
  };
  const header2 = rows.slice(0, table2.headerRows);
  const body = rows.slice(table2.headerRows).map((row) => {
    const isHeader = row.length > 0 && row.every((placed) => placed.header === "column" && placed.rowspan === 1);
    return { level: isHeader ? 2 : 0, cells: cells(row) };
  });
  return {
    kind: "table",
    ...idOf(table2),
    caption: table2.caption,
    weights: table2.columns.map(({ weight }) => weight),
    parts: header2.length > 0 ? [{ level: 1, cells: header2.flatMap(cells) }, ...body] : body
  };
}
function cellData({ cell: cell2, colspan, rowspan, header: header2 }, breakable, words2) {
  return {
    ...idOf(cell2),
    colspan,
    rowspan,
    header: header2 !== void 0,
    breakable,
    align: cell2.align ?? "start",
    blocks: cell2.blocks.map((block) => contentData(block, words2))
  };
}
function rowLength(row, words2) {
  return row.reduce((sum, { cell: cell2 }) => sum + cellLength(cell2, words2), 0);
}

// src/documents/pdf/typst-process.ts
import { fork } from "node:child_process";
import { z as z13 } from "zod";
var Answer = z13.object({
  id: z13.int(),
  pdf: z13.instanceof(Uint8Array).optional(),
  pages: z13.int().optional(),
  sections: z13.array(z13.object({ id: z13.string(), first: z13.int(), last: z13.int() })).optional(),
  problems: z13.array(z13.string()).optional()
});
var TypstProcess = class {
  #options;
  #child;
  #idle;
  #last = Promise.resolve();
  #waiting = 0;
  #jobs = 0;
  #closed = false;
  constructor(options) {
    this.#options = options;
  }
  /** Compiles a document when those before it are done. Rejects with `DocumentRenderError`. */
  async run(job) {
    if (this.#closed) throw new DocumentRenderError("Throughline is stopping. Print the document again in a minute.");
    if (this.#waiting >= this.#options.longestQueue) {
      throw new DocumentRenderError("Too many documents are being printed just now. Try again in a minute.");
    }
    this.#waiting += 1;
    const turn = this.#last.then(() => this.#compile(job));
    this.#last = turn.catch(() => void 0);
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#rest();
    }
  }
  /** Stops the process. A job under way is refused. */
  close() {
    this.#closed = true;
    this.#stop("SIGKILL");
  }
  #compile(job) {
    clearTimeout(this.#idle);
    const child = this.#start();
    this.#jobs += 1;
    const id = this.#jobs;
    return new Promise((resolve, reject) => {
      const settle = (outcome) => {
        clearTimeout(timer);
        child.off("message", onMessage);
        child.off("exit", onExit);
        child.off("error", onError);
        outcome();
      };
      const fail = (message, cause) => {
        settle(() => reject(new DocumentRenderError(message, { cause })));
        this.#stop("SIGKILL");
      };
      const onMessage = (message) => {
        const answer = Answer.safeParse(message);
        if (answer.success && answer.data.id === id) settle(() => resolve(answer.data));
      };
      const onExit = (code, signal) => fail(
        "The PDF could not be made: the printing process stopped. Try again; tell the administrator if it happens twice.",
        {
          code,
          signal
        }
      );
      const onError = (error) => fail("The PDF could not be made: the printing process did not start.", error);
      const seconds = Math.round(this.#options.timeoutMs / 1e3);
      const timer = setTimeout(
        () => fail(`The PDF could not be made within ${seconds} seconds. Print a part of the document, or try again.`),
        this.#options.timeoutMs
      );
      child.on("message", onMessage);
      child.on("exit", onExit);
      child.on("error", onError);
      child.send({ id, ...job }, (error) => {
        if (error) onError(error);
      });
    });
  }
  #start() {
    if (this.#child === void 0) {
      const child = fork(this.#options.entry, [], {
        serialization: "advanced",
        execArgv: [],
        env: {},
        stdio: "ignore"
      });
      child.once("exit", () => {
        if (this.#child === child) this.#child = void 0;
      });
      this.#child = child;
    }
    this.#child.ref();
    this.#child.channel?.ref();
    return this.#child;
  }
  #rest() {
    this.#child?.unref();
    this.#child?.channel?.unref();
    this.#idle = setTimeout(() => this.#stop("SIGTERM"), this.#options.idleMs).unref();
  }
  #stop(signal) {
    clearTimeout(this.#idle);
    this.#child?.kill(signal);
    this.#child = void 0;
  }
};

// src/documents/pdf/typst-template.ts
var TYPST_TEMPLATE = String.raw`
#let data = json("/document.json")
#let ink = rgb("#1b1b1b")
#let quiet = rgb("#565c65")
#let rule = rgb("#71767a")
#let shade = rgb("#f0f0f0")

// A character that no font has is drawn as a box whose text alternative names it, or left out where it
// only steers the text.
#let box-for(character) = if data.missing.at(character) != "" { box(baseline: 10%, image(
  bytes("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='12'><path d='M1 1h8v10h-8z' fill='none' stroke='#1b1b1b'/></svg>"),
  format: "svg", height: 0.8em, alt: data.missing.at(character),
)) }
#let characters(line) = {
  if data.missing.len() == 0 { line }
  else { for part in line.codepoints() { if part in data.missing { box-for(part) } else { part } } }
}
#let words(string) = string.split("\n").map(characters).join(linebreak())

#let anchor(id) = if id != none [#metadata(id)#label("anchor/" + id)]
#let show-run(run) = {
  let body = words(run.text)
  if run.emphasis { body = emph(body) }
  if run.strong { body = strong(body) }
  if run.href == none { body }
  else if run.href.starts-with("#") { link(label("anchor/" + run.href.slice(1)), body) }
  else { link(run.href, body) }
}
#let show-runs(runs) = runs.map(show-run).join()

#let show-list(block) = {
  let items = block.items.map(item => {
    anchor(item.id)
    show-runs(item.runs)
    if item.nested != none { show-list(item.nested) }
  })
  if block.ordered { enum(..items) } else { list(..items) }
}

#let blank-line = box(width: 16em, height: 1.2em, pdf.artifact(align(bottom, line(length: 100%, stroke: 0.5pt + ink))))
#let show-pairs(pairs) = terms(
  hanging-indent: 12.5em, separator: h(0.5em), tight: false, spacing: 0.8em,
  ..pairs.map(pair => terms.item(
    { anchor(pair.id); box(width: 12em, words(pair.label)) },
    if pair.value == none { blank-line } else { show-runs(pair.value) },
  ))
)

#let show-cell(cell, show-block) = table.cell(
  colspan: cell.colspan,
  rowspan: cell.rowspan,
  align: if cell.align == "end" { right } else if cell.align == "center" { center } else { left },
  fill: if cell.header { shade } else { none },
  breakable: cell.breakable,
)[#anchor(cell.id)#{
  set text(weight: "semibold") if cell.header
  cell.blocks.map(show-block).join()
}]
#let show-table(block, show-block) = figure(
  kind: table, supplement: none, numbering: none,
  caption: figure.caption(position: top, { anchor(block.id); words(block.caption) }),
  {
    set text(size: 9pt)
    set par(spacing: 0.6em)
    table(
      columns: block.weights.map(weight => weight * 1fr),
      inset: 5pt,
      stroke: 0.5pt + rule,
      ..block.parts.map(part => {
        let cells = part.cells.map(cell => show-cell(cell, show-block))
        if part.level == 0 { cells } else { (table.header(level: part.level, repeat: true, ..cells),) }
      }).flatten(),
    )
  },
)

#let show-figure(block, show-block) = {
  figure(
    kind: image, supplement: none, numbering: none,
    caption: figure.caption(position: top, { anchor(block.id); words(block.caption) }),
    image(bytes(block.svg), format: "svg", alt: block.altText, width: 100%),
  )
  show-table(block.data, show-block)
}

#let show-heading(block) = heading(level: block.level, { anchor(block.id); words(block.text) })

#let show-block(block) = {
  if block.kind == "heading" { show-heading(block) }
  else if block.kind == "paragraph" { par({ anchor(block.id); show-runs(block.runs) }) }
  else if block.kind == "list" { anchor(block.id); show-list(block) }
  else if block.kind == "pairs" { anchor(block.id); show-pairs(block.pairs) }
  else if block.kind == "table" { show-table(block, show-block) }
  else if block.kind == "figure" { show-figure(block, show-block) }
  else if block.kind == "callout" {
    std.block(width: 100%, fill: shade, stroke: (left: 4pt + rule), inset: (left: 12pt, rest: 8pt), {
      par({ anchor(block.id); strong(words(block.title)) })
      block.blocks.map(show-block).join()
    })
  }
  else if block.kind == "signature" {
    std.block(breakable: false, above: 1.6em, below: 1.6em, {
      par({ anchor(block.id); strong(words(block.label)) })
      show-pairs(block.pairs)
    })
  }
  else if block.kind == "break" { pagebreak(weak: true) }
  else if block.kind == "section" {
    if not block.first { pagebreak(weak: true) }
    [#metadata(block.id)<section-start>]
    anchor(block.id)
    block.blocks.map(show-block).join()
    [#metadata(block.id)<section-end>]
  }
}

#set document(
  title: data.title,
  author: data.author,
  description: data.subject,
  date: datetime(year: data.created.at(0), month: data.created.at(1), day: data.created.at(2)),
)
#set page(
  paper: "us-letter",
  margin: (x: 1in, top: 1in, bottom: 0.9in),
  header: context {
    set text(size: 8.5pt, fill: quiet)
    let first = counter(page).get().first() == 1
    grid(columns: (1fr, auto), column-gutter: 1em, if not first { words(data.title) }, align(right, strong(words(data.mark))))
  },
  footer: context {
    set text(size: 8.5pt, fill: quiet)
    let place = (str(counter(page).get().first()), str(counter(page).final().first()))
    grid(
      columns: (1fr, auto), column-gutter: 1em,
      words(data.version), align(right, data.page.replace("{page}", place.at(0)).replace("{pages}", place.at(1))),
    )
  },
)
#set text(font: data.fonts, size: 10.5pt, lang: data.language, region: "us", fill: ink, hyphenate: false)
#set par(leading: 0.6em, spacing: 1em, justify: false)
#set list(spacing: 0.6em)
#set enum(spacing: 0.6em)
#show list: set std.block(above: 0.9em, below: 0.9em)
#show enum: set std.block(above: 0.9em, below: 0.9em)
#show heading: set std.block(above: 1.5em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 11.5pt)
#show heading.where(level: 4): set text(size: 10.5pt)
#show link: set text(fill: rgb("#005ea2"))
#show link: underline
#show figure: set std.block(above: 1.3em, below: 1.3em, width: 100%)
#show figure.where(kind: table): set std.block(breakable: true)
#show figure.caption: set text(weight: "semibold", size: 10pt)
#show figure.caption: set align(left)
#show title: set text(size: 22pt)
#show title: set std.block(below: 0.8em)

#title(words(data.title))
#if data.subtitle != none { par(text(size: 14pt, words(data.subtitle))) }
#for line in data.lines { par(words(line)) }
#pdf.artifact(line(length: 100%, stroke: 1pt + ink))

#for block in data.blocks { show-block(block) }

#context [#metadata(query(<section-start>).zip(query(<section-end>)).map(((start, end)) => (
  id: start.value, first: start.location().page(), last: end.location().page(),
)))<pages-by-section>]
`;

// src/documents/pdf/create-pdf-renderer.ts
var ATTEMPTS = 5;
function createPdfRenderer(options = {}) {
  const typst = new TypstProcess({
    entry: options.processEntry ?? new URL("./typst-process.mjs", import.meta.url),
    timeoutMs: options.timeoutMs ?? 6e4,
    idleMs: options.idleMs ?? 12e4,
    longestQueue: options.longestQueue ?? 50
  });
  const fontPaths = [...designSystemFonts(), ...options.fontFolders ?? []];
  return {
    render: (input) => renderPdf(parseNeutralDocument(input), typst, fontPaths),
    close: () => typst.close()
  };
}
async function renderPdf(document, typst, fontPaths) {
  const missing = /* @__PURE__ */ new Map();
  let problems = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const data = toTypstData(document, Object.fromEntries(missing));
    const answer = await typst.run({ template: TYPST_TEMPLATE, data, fontPaths });
    if (answer.pdf !== void 0) return toPdfDocument(document, answer, answer.pdf, [...missing.keys()]);
    problems = answer.problems ?? [];
    const found = findMissingCharacters(problems).filter((character) => !missing.has(character));
    if (found.length === 0) break;
    for (const character of found) missing.set(character, characterInWords(character, document.metadata.language));
  }
  throw new DocumentRenderError(
    "The PDF could not be made from this document. The Word file and the page still can; tell the administrator.",
    { cause: problems.join("\n") }
  );
}
function toPdfDocument(document, answer, bytes, missing) {
  const roles2 = new Map(document.blocks.flatMap((block) => block.type === "section" ? [[block.id, block.role]] : []));
  const warning = missingCharactersWarning(missing);
  return {
    bytes,
    pages: answer.pages ?? 0,
    pagesBySection: (answer.sections ?? []).flatMap(({ id, first, last }) => {
      const role = roles2.get(id);
      return role === void 0 ? [] : [{ id, role, firstPage: first, lastPage: last, pages: last - first + 1 }];
    }),
    warnings: warning === void 0 ? [] : [warning]
  };
}
function designSystemFonts() {
  const script = createRequire(import.meta.url).resolve("@uswds/uswds");
  const fonts = join(dirname(script), "..", "fonts");
  return [join(fonts, "source-sans-pro"), join(fonts, "public-sans")];
}

// src/documents/figures/latest-used.ts
function createLatestUsed(size) {
  const kept = /* @__PURE__ */ new Map();
  return {
    get(key, make) {
      const found = kept.get(key);
      const value = found ?? make();
      if (found === void 0 && value instanceof Promise) {
        value.catch(() => {
          if (kept.get(key) === value) kept.delete(key);
        });
      }
      kept.delete(key);
      kept.set(key, value);
      const oldest = kept.keys().next();
      if (kept.size > size && !oldest.done) kept.delete(oldest.value);
      return value;
    }
  };
}

// src/documents/figures/trend-input.ts
function formatValue2(value, input) {
  const number = formatNumber(value, input);
  if (input.unit === "") return number;
  return input.unit === "%" ? `${number}%` : `${number} ${input.unit}`;
}
function formatNumber(value, input) {
  const digits = input.decimals ?? 1;
  const format = new Intl.NumberFormat(input.language === "es" ? "es-US" : "en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits
  });
  const text3 = format.format(value);
  return /^-[0.,]+$/u.test(text3) ? text3.slice(1) : text3;
}

// src/documents/figures/trend-chart.ts
var WIDTH = 400;
var HEIGHT = 250;
var INK2 = "#1b1b1b";
var QUIET = "#565c65";
var FONTS2 = '"Source Sans Pro Web", "Source Sans Pro", "Public Sans", "Helvetica Neue", Arial, sans-serif';
var MOST_PERIOD_LABELS = 5;
var LABEL = { fill: INK2, stroke: "white", strokeWidth: 4, fontSize: 12 };
function drawTrend(input, altText, board2) {
  const { Plot, document } = board2;
  const positions = [...input.points.map((point) => point.periodEnd), ...targetPosition(input)];
  const plot = Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 40,
    marginRight: 24,
    marginTop: 34,
    marginBottom: 52,
    x: { type: "point", domain: [...new Set(positions)], padding: 0.3, label: null },
    y: { domain: valueDomain(input) },
    marks: [
      Plot.gridY({ ticks: 5, stroke: "#a9aeb1", strokeOpacity: 0.6 }),
      Plot.axisY({
        ticks: 5,
        tickSize: 0,
        fill: INK2,
        fontSize: 12,
        label: input.unit === "%" || input.unit === "" ? null : input.unit,
        labelArrow: "none",
        tickFormat: (value) => axisNumber(value, input)
      }),
      Plot.axisX({
        ticks: labelledPeriods(input),
        tickSize: 4,
        stroke: QUIET,
        fill: INK2,
        fontSize: 12,
        lineWidth: 7,
        tickFormat: (periodEnd) => periodLabel(periodEnd, input)
      }),
      ...standardMarks(input, Plot),
      Plot.lineY(input.points, { x: "periodEnd", y: "value", stroke: INK2, strokeWidth: 2 }),
      Plot.dot(input.points, { x: "periodEnd", y: "value", fill: INK2, r: 3.5 }),
      ...targetMarks(input, Plot),
      ...labelledPoints(input).map((point) => valueMark(point, input, Plot))
    ]
  });
  return toAccessibleSvg(plot, input.title, altText, board2);
}
function standardMarks(input, Plot) {
  const { standard } = input;
  if (standard === null) return [];
  return [
    Plot.ruleY([standard.value], { stroke: INK2, strokeWidth: 1.5, strokeDasharray: "6 4" }),
    Plot.text([`\u2013 \u2013 \u2013  ${standard.label} ${shortValue(standard.value, input)}`], {
      ...LABEL,
      frameAnchor: "top-right",
      dy: -26,
      text: (text3) => text3
    })
  ];
}
function targetMarks(input, Plot) {
  const { target } = input;
  if (target === void 0) return [];
  const last = input.points.findLast((point) => point.value !== null);
  const end = { periodEnd: target.by, value: target.value };
  const path = last === void 0 ? [] : [{ periodEnd: last.periodEnd, value: last.value }, end];
  const name = input.language === "es" ? "Meta" : "Target";
  return [
    Plot.lineY(path, { x: "periodEnd", y: "value", stroke: QUIET, strokeWidth: 1.5, strokeDasharray: "2 3" }),
    Plot.dot([end], {
      x: "periodEnd",
      y: "value",
      symbol: "diamond",
      r: 6,
      fill: "white",
      stroke: INK2,
      strokeWidth: 2
    }),
    Plot.text([end], {
      ...LABEL,
      x: "periodEnd",
      y: "value",
      text: () => `${name} ${shortValue(target.value, input)}, ${target.label}`,
      textAnchor: "end",
      dx: 20,
      dy: -16
    })
  ];
}
function valueMark(point, input, Plot) {
  const [low, high] = valueDomain(input);
  const room = ((input.standard?.value ?? high) - (point.value ?? low)) / (high - low);
  return Plot.text([point], {
    ...LABEL,
    x: "periodEnd",
    y: "value",
    text: ({ value }) => value === null ? "" : shortValue(value, input),
    dy: room >= 0 && room < 0.12 ? 13 : -12,
    fontWeight: "bold"
  });
}
function targetPosition({ target }) {
  return target === void 0 ? [] : [target.by];
}
function valueDomain({ points, standard, target }) {
  const values = [
    ...points.flatMap((point) => point.value === null ? [] : [point.value]),
    ...standard === null ? [] : [standard.value],
    ...target === void 0 ? [] : [target.value]
  ];
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = (high - low || Math.abs(high) || 1) * 0.2;
  return [low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin];
}
function labelledPeriods({ points }) {
  const step = Math.max(1, Math.ceil(points.length / MOST_PERIOD_LABELS));
  return points.filter((_, index) => (points.length - 1 - index) % step === 0).map((point) => point.periodEnd);
}
function periodLabel(periodEnd, { points }) {
  const label = points.find((point) => point.periodEnd === periodEnd)?.label ?? "";
  return label.replace(/\s*([–-])\s*/u, "$1\n");
}
function labelledPoints({ points }) {
  const shown = points.filter((point) => point.value !== null);
  return shown.filter((_, index) => index === 0 || index === shown.length - 1);
}
function shortValue(value, input) {
  return `${formatNumber(value, input)}${input.unit === "%" ? "%" : ""}`;
}
function axisNumber(value, input) {
  const digits = Number.isInteger(value) ? 0 : input.decimals ?? 1;
  const text3 = formatNumber(value, { ...input, decimals: digits });
  return input.unit === "%" ? `${text3}%` : text3;
}
function toAccessibleSvg(plot, title, altText, { document, serialize }) {
  plot.querySelector("style")?.remove();
  for (const element of [plot, ...plot.querySelectorAll("*")]) {
    for (const name of ["class", "aria-label", "aria-hidden", "aria-description"]) element.removeAttribute(name);
  }
  plot.setAttribute("class", "trend-figure");
  plot.setAttribute("role", "img");
  plot.setAttribute("font-family", FONTS2);
  plot.setAttribute("font-size", "12");
  const description = child("desc", altText);
  plot.prepend(child("title", title), description);
  return serialize(plot);
  function child(name, text3) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    element.textContent = text3;
    return element;
  }
}

// src/documents/figures/trend-sentence.ts
var ENGLISH3 = {
  nothing: (periods) => `No figure can be shown for any of the ${periods} periods.`,
  latest: (label, value) => `${label}: ${value}`,
  of: (numerator, denominator) => `${numerator} of ${denominator}`,
  change: (change, value, label) => `${change} from ${value} in ${label}`,
  up: "up",
  down: "down",
  points: "percentage points",
  better: "better",
  worse: "worse",
  unchanged: (value, label) => `unchanged from ${value} in ${label}`,
  met: (label, value) => `${label} (${value}) is met.`,
  missed: (label, value) => `${label} (${value}) is not met.`,
  shown: (label, value) => `${label} (${value}) is shown for comparison only.`,
  target: (value, by) => `The target is ${value} by ${by}.`,
  periods: (count2) => count2 === 1 ? "One period." : `${count2} periods.`,
  gaps: (count2, reasons) => `${count2 === 1 ? "One has" : `${count2} have`} no figure: ${reasons}.`,
  masked: (count2) => `${count2} hidden because too few children are counted`,
  missing: (count2) => `${count2} without data`,
  and: " and ",
  chart: "Line chart."
};
var SPANISH3 = {
  nothing: (periods) => `No se puede mostrar ninguna cifra de los ${periods} per\xEDodos.`,
  latest: (label, value) => `${label}: ${value}`,
  of: (numerator, denominator) => `${numerator} de ${denominator}`,
  change: (change, value, label) => `${change} desde ${value} en ${label}`,
  up: "subi\xF3",
  down: "baj\xF3",
  points: "puntos porcentuales",
  better: "mejor",
  worse: "peor",
  unchanged: (value, label) => `sin cambio desde ${value} en ${label}`,
  met: (label, value) => `Se cumple: ${label} (${value}).`,
  missed: (label, value) => `No se cumple: ${label} (${value}).`,
  shown: (label, value) => `${label} (${value}) se muestra solo para comparar.`,
  target: (value, by) => `La meta es ${value} para ${by}.`,
  periods: (count2) => count2 === 1 ? "Un per\xEDodo." : `${count2} per\xEDodos.`,
  gaps: (count2, reasons) => `${count2 === 1 ? "Uno no tiene" : `${count2} no tienen`} cifra: ${reasons}.`,
  masked: (count2) => `${count2} sin mostrar porque se cuentan muy pocos ni\xF1os`,
  missing: (count2) => `${count2} sin datos`,
  and: " y ",
  chart: "Gr\xE1fica de l\xEDnea."
};
function trendSentence(input) {
  const words2 = input.language === "es" ? SPANISH3 : ENGLISH3;
  const shown = input.points.filter((point) => point.value !== null);
  const first = shown[0];
  const last = shown.at(-1);
  if (first === void 0 || last === void 0) return words2.nothing(input.points.length);
  return [
    latestPart(first, last, input, words2),
    standardPart(last, input, words2),
    input.target === void 0 ? "" : words2.target(formatValue2(input.target.value, input), input.target.label),
    words2.periods(input.points.length),
    gapsPart(input, words2)
  ].filter((part) => part !== "").join(" ");
}
function trendAltText(input) {
  const words2 = input.language === "es" ? SPANISH3 : ENGLISH3;
  return `${input.title}. ${words2.chart} ${trendSentence(input)}`;
}
function latestPart(first, last, input, words2) {
  const { numerator, denominator } = last;
  const counts = numerator === void 0 || denominator === void 0 ? "" : ` (${words2.of(formatCount(numerator, input), formatCount(denominator, input))})`;
  const latest = words2.latest(last.label, formatValue2(last.value, input)) + counts;
  return first === last ? `${latest}.` : `${latest}, ${changePart(first, last, input, words2)}.`;
}
function changePart(first, last, input, words2) {
  const scale = 10 ** (input.decimals ?? 1);
  const change = (Math.round(last.value * scale) - Math.round(first.value * scale)) / scale;
  const from = formatValue2(first.value, input);
  if (change === 0) return words2.unchanged(from, first.label);
  const rising = change > 0;
  const size = formatNumber(Math.abs(change), input);
  const unit = input.unit === "%" ? words2.points : input.unit;
  const verdict = rising === (input.direction === "up") ? words2.better : words2.worse;
  const amount = [rising ? words2.up : words2.down, size, unit].filter((part) => part !== "").join(" ");
  return words2.change(`${amount} (${verdict})`, from, first.label);
}
function standardPart(last, { standard, ...input }, words2) {
  if (standard === null) return "";
  const value = formatValue2(standard.value, { standard, ...input });
  if (standard.judged === false) return words2.shown(standard.label, value);
  const met = input.direction === "up" ? last.value >= standard.value : last.value <= standard.value;
  return met ? words2.met(standard.label, value) : words2.missed(standard.label, value);
}
function gapsPart(input, words2) {
  const gaps = input.points.filter((point) => point.value === null);
  const masked3 = gaps.filter((point) => point.absence === "masked").length;
  const missing = gaps.length - masked3;
  if (gaps.length === 0) return "";
  const reasons = [...masked3 > 0 ? [words2.masked(masked3)] : [], ...missing > 0 ? [words2.missing(missing)] : []];
  return words2.gaps(gaps.length, reasons.join(words2.and));
}
function formatCount(count2, input) {
  return formatNumber(count2, { ...input, decimals: 0 });
}

// src/documents/figures/render-trend-figure.ts
var KEPT_FIGURES = 500;
var figures = createLatestUsed(KEPT_FIGURES);
var board;
function renderTrendFigure(input) {
  return figures.get(JSON.stringify(input), () => drawFigure(input));
}
async function drawFigure(given) {
  const input = printable(given);
  const altText = trendAltText(input);
  board ??= openDrawingBoard();
  return { svg: drawTrend(input, altText, await board), altText, sentence: trendSentence(input) };
}
async function openDrawingBoard() {
  const [Plot, { JSDOM }] = await Promise.all([import("@observablehq/plot"), import("jsdom")]);
  const { window } = new JSDOM("");
  const serializer = new window.XMLSerializer();
  return { Plot, document: window.document, serialize: (element) => serializer.serializeToString(element) };
}
function printable(input) {
  const { standard, target } = input;
  return {
    ...input,
    title: toPrintableText(input.title),
    unit: toPrintableText(input.unit),
    points: input.points.map((point) => ({ ...point, label: toPrintableText(point.label) })).sort((one, other) => one.periodEnd < other.periodEnd ? -1 : 1),
    standard: standard === null ? null : { ...standard, label: toPrintableText(standard.label) },
    ...target === void 0 ? {} : { target: { ...target, label: toPrintableText(target.label) } }
  };
}

// ../../tmp/plan-helper/try.ts
var facts = samplePlanFacts();
var graph = assemblePlan(facts);
var trend = await renderTrendFigure({ title: "Re-entry to foster care within 12 months", unit: "%", direction: "down", standard: { value: 8.6, label: "National standard" }, target: { value: 8.6, by: "2028-03-31", label: "March 2028" }, points: facts.observations.map((o) => ({ periodEnd: o.periodEnd, label: o.periodEnd, value: o.value, numerator: o.numerator ?? void 0, denominator: o.denominator ?? void 0 })) });
var t = table({ caption: "Re-entry, figures", weights: [2, 1], rows: [["Period ending", "Percent"], ...facts.observations.map((o) => [o.periodEnd, String(o.value)])] });
var doc = buildPlanDocument(graph, getEdition("ca-ccfsr-2004"), { today: sample.today, versionHash: "0123456789abcdef", figures: /* @__PURE__ */ new Map([[sample.measure, { ...trend, table: t }]]) });
writeFileSync("/tmp/plan-helper/plan.json", JSON.stringify(doc, null, 1));
writeFileSync("/tmp/plan-helper/plan.html", renderHtmlDocument(doc));
writeFileSync("/tmp/plan-helper/plan.docx", await renderWordDocument(doc));
var pdf = createPdfRenderer();
var made = await pdf.render(doc);
writeFileSync("/tmp/plan-helper/plan.pdf", made.bytes);
console.log(Object.keys(made), made.bytes.length);
await pdf.close?.();
process.exit(0);
