import { compactDate, type Day } from "./days.ts";
import type { Setting, SettingKind } from "./synthetic-child.ts";

/** Element 120 of what is no foster family home. */
const otherTypes: Readonly<Partial<Record<SettingKind, number>>> = {
	"group-home": 2,
	shelter: 3,
	"residential-treatment": 4,
	institution: 6,
	"independent-living": 8,
	hospital: 10,
	"psychiatric-hospital": 11,
	runaway: 12,
	"trial-home-visit": 14,
};

/**
 * `living_arrangement` elements of AFCARS 2020, one for each setting. The format has no number of a home: the birth years of the
 * foster parents (E125, E136) are what tells homes apart, so each place has its own pair of them.
 */
export function livingArrangements(settings: readonly Setting[], withDates: boolean): string {
	let text = "<E112_E146_living_arrangements>";
	for (const setting of settings) text += arrangement(setting, withDates ? setting.start : null);
	return `${text}</E112_E146_living_arrangements>`;
}

function arrangement({ kind, place }: Setting, start: Day | null): string {
	const date = `<living_arrangement><E112_date_living_arrangement>${start === null ? "" : compactDate(start)}</E112_date_living_arrangement>`;
	const other = otherTypes[kind];
	if (other === undefined) return date + fosterHome(kind, place);
	return `${date}<E113_foster_family_home>0</E113_foster_family_home><E120_other_living_arrangement_type>${other}</E120_other_living_arrangement_type><E121_location_of_living_arrangement>${kind === "runaway" ? 4 : 1}</E121_location_of_living_arrangement></living_arrangement>`;
}

/** E113 to E146. Each of 1,600 places next to one another has its own pair of birth years. */
function fosterHome(kind: SettingKind, place: number): string {
	const relative = kind === "relative-home";
	const first = 1950 + (place % 40);
	const second = 1950 + (Math.floor(place / 40) % 40);
	return (
		"<E113_foster_family_home>1</E113_foster_family_home><E114_E146_foster_family_home_type>" +
		`<E114_licensed_home>1</E114_licensed_home><E115_therapeutic_home>0</E115_therapeutic_home><E116_shelter_care_home>0</E116_shelter_care_home><E117_relative_foster_family>${relative ? 1 : 0}</E117_relative_foster_family><E118_pre_adopt_home>${kind === "pre-adoptive-home" ? 1 : 0}</E118_pre_adopt_home><E119_kin_foster_family>0</E119_kin_foster_family>` +
		`<E123_E146_foster_parent_information><E123_marital_status_of_foster_parents>1</E123_marital_status_of_foster_parents><E124_relationship_to_foster_parents>${relative ? 1 : 2}</E124_relationship_to_foster_parents>` +
		`<E125_E135_first_foster_parent_information><E125_foster_parent1_birth_year>${first}</E125_foster_parent1_birth_year><E135_foster_parent1_sex>2</E135_foster_parent1_sex></E125_E135_first_foster_parent_information>` +
		`<E136_E146_second_foster_parent_information><E136_foster_parent2_birth_year>${second}</E136_foster_parent2_birth_year><E146_foster_parent2_sex>1</E146_foster_parent2_sex></E136_E146_second_foster_parent_information>` +
		"</E123_E146_foster_parent_information></E114_E146_foster_family_home_type><E121_location_of_living_arrangement>1</E121_location_of_living_arrangement></living_arrangement>"
	);
}
