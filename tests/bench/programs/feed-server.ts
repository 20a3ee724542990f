// Serves the files of a folder over loopback, and tells its port to the process that started it.
import {readdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';

const folder = process.argv[2] ?? '.';
const files = new Map(readdirSync(folder).map(name => [`/${name}`, readFileSync(path.join(folder, name))]));
const server = createServer((request, response) => {
	const body = files.get(request.url ?? '');
	response.writeHead(body ? 200 : 404, {'content-type': 'application/rss+xml; charset=utf-8'});
	response.end(body);
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
// Not left behind where the measuring is broken off.
process.on('disconnect', () => process.exit());
