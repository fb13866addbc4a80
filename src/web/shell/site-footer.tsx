/** Identifier at the foot of every page. */
export function SiteFooter() {
	return (
		<footer className="usa-footer usa-footer--slim">
			<div className="usa-footer__secondary-section">
				<div className="grid-container">
					<p className="margin-0">
						Throughline, open source under the Apache License 2.0. No page of it asks another host for anything.
					</p>
					<ul className="usa-list usa-list--unstyled display-flex flex-row flex-wrap">
						<li className="margin-right-2">
							<a className="usa-link" href="/help">
								Help
							</a>
						</li>
						<li>
							<a className="usa-link" href="/api/openapi.json">
								API description
							</a>
						</li>
					</ul>
				</div>
			</div>
		</footer>
	);
}
