// A web server as strict as the strictest that a site will meet.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; base-uri 'none'; form-action 'none'; trusted-types apologue; require-trusted-types-for 'script'";

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jsonl': 'application/jsonl',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.xml': 'application/xml',
};

/** Serves folders, each under its prefix (`/`, `/wiki/`), at any port unless one is wanted. The answer to what is not there is the site's own. */
export async function serve(mounts, port = 0) {
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const prefix = prefixes.find((one) => asked.startsWith(one));
    const folder = mounts[prefix];
    let file = folder && path.join(folder, asked.slice(prefix.length));
    let status = 200;
    if (file?.startsWith(folder) && (await kind(file)) === 'folder') file = path.join(file, 'index.html');
    if (!file?.startsWith(folder) || (await kind(file)) !== 'file') {
      status = 404;
      file = path.join(folder ?? mounts[prefixes.at(-1)], '404.html');
    }
    response.writeHead(status, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
    });
    response.end(await readFile(file));
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => (server.closeAllConnections(), server.close()) };
}

async function kind(file) {
  try {
    const found = await stat(file);
    return found.isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}
