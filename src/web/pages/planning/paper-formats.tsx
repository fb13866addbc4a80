/** The formats that a paper comes in, as links in one line. */
export function PaperFormats({ path, of }: { readonly path: string; readonly of: string }) {
	return (
		<>
			{(["html", "docx", "pdf"] as const).map((format, index) => (
				<span key={format}>
					{index > 0 ? ", " : ""}
					<a className="usa-link" href={path.replace("{format}", format)}>
						{formatWords[format]}
						<span className="usa-sr-only"> {of}</span>
					</a>
				</span>
			))}
		</>
	);
}

const formatWords = { html: "HTML", docx: "Word", pdf: "PDF" } as const;
