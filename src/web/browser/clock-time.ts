/** "9:02 p.m." in the reader's own time. */
export function clockTime(moment: Date): string {
	const hour = moment.getHours();
	const minute = String(moment.getMinutes()).padStart(2, "0");
	return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? "a.m." : "p.m."}`;
}

const months = "January February March April May June July August September October November December".split(" ");

/** "June 30, 2026, 9:02 p.m." in the reader's own time. */
export function momentWords(moment: Date): string {
	return `${months[moment.getMonth()]} ${moment.getDate()}, ${moment.getFullYear()}, ${clockTime(moment)}`;
}
