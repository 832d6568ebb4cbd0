import facts from "./facts.json" with { type: "json" };

const PAGE = 60;
const newestFirst = (a, b) => b.date - a.date || (a.url < b.url ? -1 : 1);

export default function (eleventy) {
  eleventy.amendLibrary("md", (markdown) => markdown.set({ typographer: true }));
  eleventy.addGlobalData("facts", facts);
  const labels = new Map(facts.themes.map((theme) => [theme.id, theme]));
  eleventy.addFilter("theme", (id) => labels.get(id));
  eleventy.addFilter("day", (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter("longDay", (date, lang) => date.toLocaleDateString(lang, { dateStyle: "long", timeZone: "UTC" }));
  eleventy.addFilter("first", (items, count) => items.slice(0, count));
  eleventy.addFilter("minutes", (content) => Math.ceil(content.split(/\s+/).length / 200));

  // Each language's texts, newest first, found once.
  const texts = {};
  eleventy.on("eleventy.before", () => Object.keys(texts).forEach((lang) => delete texts[lang]));
  const all = (api) => {
    if (Object.keys(texts).length === 0) {
      for (const { tag } of facts.languages) texts[tag] = [];
      for (const item of api.getAll()) if (item.data.themes && texts[item.data.lang]) texts[item.data.lang].push(item);
      for (const items of Object.values(texts)) items.sort(newestFirst);
    }
    return texts;
  };
  const kindOf = (item) => item.page.filePathStem.split("/")[2];

  eleventy.addCollection("texts", (api) => all(api));
  eleventy.addCollection("lists", (api) =>
    facts.languages.flatMap(({ tag }) =>
      facts.kinds.flatMap((kind) => {
        const items = all(api)[tag].filter((item) => kindOf(item) === kind.folder);
        const count = Math.max(1, Math.ceil(items.length / PAGE));
        const address = (n) => `/${tag}/${kind.folder}/${n === 0 ? "index" : `page-${n + 1}`}.html`;
        return Array.from({ length: count }, (_, n) => ({
          lang: tag,
          title: kind.title[tag],
          address: address(n),
          previous: n > 0 ? address(n - 1) : null,
          next: n + 1 < count ? address(n + 1) : null,
          items: items.slice(n * PAGE, (n + 1) * PAGE),
        }));
      }),
    ),
  );
  eleventy.addCollection("themePages", (api) =>
    facts.languages.flatMap(({ tag }) => {
      const byTheme = new Map(facts.themes.map((theme) => [theme.id, []]));
      for (const item of all(api)[tag]) for (const id of item.data.themes) byTheme.get(id)?.push(item);
      return facts.themes.map((theme) => ({ lang: tag, theme, items: byTheme.get(theme.id) }));
    }),
  );
  // For each text: its neighbours of the same kind, and its translations.
  eleventy.addCollection("around", (api) => {
    const around = {};
    for (const [lang, items] of Object.entries(all(api))) {
      const last = {};
      for (const item of items) {
        const rest = item.page.filePathStem.slice(lang.length + 1);
        const previous = last[kindOf(item)];
        around[item.page.filePathStem] = {
          previous,
          translations: facts.languages.map(({ tag, name }) => ({ tag, name, url: `/${tag}${rest}.html` })),
        };
        if (previous) around[previous.page.filePathStem].next = item;
        last[kindOf(item)] = item;
      }
    }
    return around;
  });

  return {
    dir: { input: "content", includes: "../_includes", output: "public" },
    // The texts hold no template code: this is what Eleventy recommends for speed.
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
