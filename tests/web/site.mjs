// A built site: its pages, and where the addresses in them lead.

import { readdirSync, existsSync, statSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export class Site {
  /** `origin` and `prefix` where the site is served; without them it is opened from its folder. */
  constructor(name, folder, served) {
    this.name = name;
    this.folder = folder;
    this.base = served ? `${served.origin}${served.prefix}` : `${pathToFileURL(folder)}/`;
  }

  /** The addresses of all pages, as they are written in the file system. A page that knows where it is served means nothing as a file. */
  get pages() {
    return readdirSync(this.folder, { recursive: true })
      .filter((file) => file.endsWith('.html'))
      .map((file) => file.split(path.sep).join('/'))
      .filter((address) => this.base.startsWith('http') || address !== '404.html' || !this.read(address).includes('href="/'))
      .sort();
  }

  url(address) {
    return new URL(address.split('/').map(encodeURIComponent).join('/'), this.base).href;
  }

  /** Where a page can be looked at: the list of languages leads on without a `#`. */
  still(address) {
    return this.url(address) + (address === 'index.html' ? '#all' : '');
  }

  /** The address of a file of this site; nothing where the URL leads elsewhere. */
  address(url) {
    const { href } = new URL(url);
    if (!href.startsWith(this.base)) return null;
    return decodeURIComponent(href.slice(this.base.length).replace(/[?#].*$/, ''));
  }

  has(address) {
    const file = path.join(this.folder, address);
    return existsSync(file) && statSync(file).isFile();
  }

  read(address) {
    return readFileSync(path.join(this.folder, address), 'utf8');
  }

  toString() {
    return this.name;
  }
}
