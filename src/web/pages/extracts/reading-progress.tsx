import { sizeWords } from "./extract-props.ts";

/**
 * How far the reading of a file is. Without script the page is loaded again every few seconds; where script runs, it asks by itself
 * (browser/watch-reading.ts) and loads the page again at the end.
 */
export function ReadingProgress(props: {
	readonly loadId: string;
	readonly bytes: number;
	readonly bytesRead: number;
}) {
	const { loadId, bytes, bytesRead } = props;
	const percent = bytes === 0 ? 0 : Math.min(100, Math.floor((bytesRead / bytes) * 100));
	return (
		<div className="margin-y-2 measure-5" data-watch-reading={`/api/extract-loads/${loadId}/progress`}>
			<label htmlFor="progress">The file is being read.</label>
			<progress id="progress" className="width-full" max={100} value={percent} />
			<p role="status" className="margin-top-0">
				{percent}% of {sizeWords(bytes)}
			</p>
			<p>You can leave this page: the file is read to its end without you.</p>
		</div>
	);
}
