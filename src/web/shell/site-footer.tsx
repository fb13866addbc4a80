const footerWords = {
	en: {
		licence: "Throughline, open source under the Apache License 2.0. No page of it asks another host for anything.",
		...{ help: "Help", plans: "Plans for the public", api: "API description" },
	},
	es: {
		licence: "Throughline, código abierto con la licencia Apache 2.0. Ninguna página pide nada a otro servidor.",
		...{ help: "Ayuda (en inglés)", plans: "Planes para el público", api: "Descripción de la API (en inglés)" },
	},
} as const;

/** Identifier at the foot of every page. */
export function SiteFooter({ language }: { readonly language: "en" | "es" }) {
	const words = footerWords[language];
	return (
		<footer className="usa-footer usa-footer--slim">
			<div className="usa-footer__secondary-section">
				<div className="grid-container">
					<p className="margin-0">{words.licence}</p>
					<ul className="usa-list usa-list--unstyled display-flex flex-row flex-wrap">
						<li className="margin-right-2">
							<a className="usa-link" href="/help">
								{words.help}
							</a>
						</li>
						<li className="margin-right-2">
							<a className="usa-link" href={`/public?lang=${language}`}>
								{words.plans}
							</a>
						</li>
						<li>
							<a className="usa-link" href="/api/openapi.json">
								{words.api}
							</a>
						</li>
					</ul>
				</div>
			</div>
		</footer>
	);
}
