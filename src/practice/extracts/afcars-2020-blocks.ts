// Parts of an AFCARS 2020 record that are the same for every synthetic child: elements that each record must have and that no
// indicator reads. They make a record as long as a real one.

const elements = (value: string, tags: readonly string[]) => tags.map((tag) => `<${tag}>${value}</${tag}>`).join("");

/** E7 to E12. */
export const tribalInformation = `<E7_E12_tribal_information>${elements("1", ["E7_agency_made_inquiries"])}${elements("0", ["E8_tribal_membership", "E10_icwa"])}</E7_E12_tribal_information>`;

/** E22 to E37. */
export const healthAndSchool = `${elements("1", ["E22_health_assessment"])}${elements("0", ["E23_health_conditions"])}<E24_34_specific_health_conditions>${elements(
	"0",
	[
		"E24_health_intellectual_disability",
		"E25_health_autism_spectrum_disorder",
		"E26_health_visual_impairment",
		"E27_health_hearing_impairment",
		"E28_health_orthopedic_impairment",
		"E29_health_mental_disorder",
		"E30_health_adhd_add",
		"E31_health_serious_mental_disorder",
		"E32_health_developmental_delay",
		"E33_health_developmental_disability",
		"E34_health_other_condition",
	],
)}</E24_34_specific_health_conditions>${elements("1", ["E35_school_enrollment"])}${elements("0", ["E37_school_special_education"])}`;

/** E39 to E58, after E38. */
export const moneyAndSiblings = `${elements("0", [
	"E39_fathered_or_bore_child",
	"E40_child_and_children_together",
	"E41_prior_adoption",
	"E44_prior_guardianship",
])}${elements("1", ["E46_support_assistance"])}<E47_E54_type_financial_assistance>${elements("0", [
	"E47_state_tribal_adoption_assistance",
])}${elements("1", ["E48_state_tribal_foster_care"])}${elements("0", [
	"E49_adoption_subsidy",
	"E50_guardianship_assistance",
	"E51_tanf_assistance",
	"E52_title_iv_b",
	"E53_chafee_foster_program",
	"E54_other_financial_support",
])}</E47_E54_type_financial_assistance>${elements("1", ["E55_foster_care_payment"])}${elements("0", ["E56_total_siblings"])}`;

/** E63 and E64. */
export const parentalRights = `<E63_E68_termination_of_parental_rights><tpr_first_parent>${elements("0", ["E63_tpr_parent1"])}</tpr_first_parent><tpr_second_parent>${elements("0", ["E64_tpr_parent2"])}</tpr_second_parent></E63_E68_termination_of_parental_rights>`;

/** E72 to E105: neglect for every child. */
export const circumstances = `${elements("0", [
	"E72_runaway",
	"E73_whereabouts_unknown",
	"E74_physical_abuse",
	"E75_sexual_abuse",
	"E76_psychological_abuse",
])}${elements("1", ["E77_neglect"])}${elements("0", [
	"E78_medical_neglect",
	"E79_domestic_violence",
	"E80_abandonment",
	"E81_failure_to_return",
	"E82_caretaker_alcohol_use",
	"E83_caretaker_drug_use",
	"E84_child_alcohol_use",
	"E85_child_drug_use",
	"E86_prenatal_alcohol_exposure",
	"E87_prenatal_drug_exposure",
	"E88_diagnosed_condition",
	"E89_inadequate_access_to_mental_health",
	"E90_inadequate_access_to_medical_service",
	"E91_child_behavior_problem",
	"E92_death_of_caretaker",
	"E93_incarceration_of_caretaker",
	"E94_caretaker_impairment_physical_emotional",
	"E95_caretaker_impairment_cognitive",
	"E96_inadequate_housing",
	"E97_voluntary_adoption",
	"E98_child_requested_placement",
	"E99_sex_trafficking",
	"E100_parental_immigration_detainment_deportation",
	"E101_family_conflict_gender_orientation",
	"E102_educational_neglect",
	"E103_public_agency_title_iv_agreement",
	"E104_tribal_agreement",
	"E105_homelessness",
])}`;

/** E106 and E109. */
export const traffickingAnswers = elements("0", ["E106_prior_victim_sex_trafficking", "E109_victim_sex_trafficking"]);
