import type { Server } from "node:http";
import { StartError } from "./start-error.ts";

/** Opens the port; answers its number. Throws `StartError` in plain words. */
export function listen(web: Server, port: number, host: string): Promise<number> {
	return new Promise((resolve, reject) => {
		web.once("error", (cause: NodeJS.ErrnoException) => reject(new StartError(inWords(cause, port, host), { cause })));
		web.listen(port, host, () => {
			const address = web.address();
			resolve(typeof address === "object" && address ? address.port : port);
		});
	});
}

function inWords({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
	switch (code) {
		case "EADDRINUSE":
			return `Port ${port} is in use by another program, or Throughline is running already. Stop that program, or choose another port: PORT=${port < 65_535 ? port + 1 : 3000} npm start`;
		case "EACCES":
			return `This user may not open port ${port}. Choose a port above 1023, for example PORT=3000, and let a web server in front pass requests on.`;
		case "EADDRNOTAVAIL":
		case "ENOTFOUND":
			return `HOST is "${host}", which is not an address of this machine. Use localhost for this machine alone, 0.0.0.0 for all its addresses, or one of them.`;
		default:
			return `Throughline cannot listen on ${host}, port ${port}: ${message}. Set HOST and PORT to an address of this machine.`;
	}
}
