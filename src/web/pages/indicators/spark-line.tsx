/** A small line of the values over the windows, oldest first. Only a picture: the words beside it say the same. */
export function SparkLine({ values }: { readonly values: readonly (number | null)[] }) {
	const known = values.filter((each) => each !== null);
	if (known.length < 2) return null;
	const [low, high] = [Math.min(...known), Math.max(...known)];
	const at = (value: number, index: number) => {
		const x = 3 + (index / Math.max(1, values.length - 1)) * 74;
		const y = high === low ? 12 : 21 - ((value - low) / (high - low)) * 18;
		return `${x.toFixed(1)},${y.toFixed(1)}`;
	};
	const points = values.map((value, index) => (value === null ? null : at(value, index)));
	const [lastX, lastY] = (points.findLast((each) => each !== null) ?? "0,0").split(",");
	return (
		<svg className="spark-line" width="80" height="24" viewBox="0 0 80 24" aria-hidden="true" focusable="false">
			{runsOf(points).map((run) => (
				<polyline key={run} points={run} fill="none" stroke="#1b1b1b" strokeWidth="2" />
			))}
			<circle cx={lastX} cy={lastY} r="3" fill="#1b1b1b" />
		</svg>
	);
}

/** Points that follow each other without a gap. */
function runsOf(points: readonly (string | null)[]): readonly string[] {
	return points
		.map((each) => each ?? "|")
		.join(" ")
		.split("|")
		.map((each) => each.trim())
		.filter((each) => each !== "");
}
