//! What every page has: its head, the switcher, the way from home; and the site in one language.

use super::routes::href;
use super::view::{Alternate, Crumb, MenuEntry, PageView, SearchView, SectionLink, Shared, SiteView, SwitcherEntry};
use super::{Page, Presence, Section, Site, Subject};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::language::Language;
use crate::base::path::{Address, encode, encode_ascii, encode_ascii_behind, encoded_ascii_length};
use crate::base::picture::Picture;
use crate::config::{MenuItem, OutputKind};
use crate::document::body;
use crate::graph::{Destination, asset_address, copies};
use crate::source::Binary;

impl Site {
    /// The site as one language shows it.
    pub(super) fn site_view(&self, language: Language, problems: &mut Vec<Diagnostic>) -> SiteView {
        let config = &self.inputs.config;
        let chain = self.chain(language);
        let sections = Section::ALL.into_iter().filter_map(|section| {
            let count = self.routes.count_of(section, language);
            (count > 0).then(|| SectionLink {
                name: section.name().to_owned(),
                title: self.section_title(section, language),
                address: href(&self.routes.section(section, language, 0)),
            })
        });
        let sections: Vec<SectionLink> = sections.collect();
        let menu = match &config.menu {
            Some(items) => {
                let resolved = items.iter().zip(&self.inputs.graph.menu);
                resolved.filter_map(|(item, destination)| self.menu_entry(item, destination.as_ref(), language)).collect()
            }
            None => default_menu(&sections),
        };
        let logo = self.logo(language, problems);
        let picture = logo.as_ref().and_then(|(_, picture)| *picture);
        let feed = config.outputs.contains(&OutputKind::Feed) && config.base_url.is_some();
        SiteView {
            id: config.id.clone(),
            title: config.title.get(&chain).map(|(title, _)| title.to_owned()).unwrap_or_default(),
            description: config.description.as_ref().and_then(|text| text.get(&chain)).map(|(text, _)| text.to_owned()),
            home: href(&self.routes.home(language)),
            menu,
            sections,
            logo: logo.map(|(address, _)| address),
            logo_width: picture.map(|picture| picture.width),
            logo_height: picture.map(|picture| picture.height),
            footer: self.footer(language, problems),
            feed: feed.then(|| format!("{language}/feed.xml")),
            offline: self.has_offline().then(|| href(&self.offline_page(language))),
            web_manifest: self.has_offline().then(|| href(&self.web_manifest(language))),
            llms: config.outputs.contains(&OutputKind::Llms).then(|| href(&self.llms_of(language))),
            themes: href(&self.routes.section(Section::Themes, language, 0)),
            search: config.outputs.contains(&OutputKind::Search).then(|| SearchView {
                index: format!("search/{language}.js"),
                instead: href(&match self.routes.count_of(Section::Themes, language) {
                    0 => self.routes.home(language),
                    _ => self.routes.section(Section::Themes, language, 0),
                }),
            }),
        }
    }

    /// What is wrong with it is said at its key: a text in YAML has no places of its own.
    fn footer(&self, language: Language, problems: &mut Vec<Diagnostic>) -> Option<String> {
        let (text, span) = self.inputs.config.footer.as_ref()?;
        let (text, foreign) = text.get(&self.chain(language))?;
        let (html, found) = body::inline(text, foreign.unwrap_or(language));
        problems.extend(found.into_iter().map(|problem| problem.at(self.inputs.config.text.place(*span))));
        Some(html)
    }

    fn logo(&self, language: Language, problems: &mut Vec<Diagnostic>) -> Option<(String, Option<Picture>)> {
        let (path, span) = self.inputs.config.logo.as_ref()?;
        let path = path.strip_prefix("content/").unwrap_or(path);
        match self.inputs.assets.find(path).and_then(|path| self.inputs.assets.for_reader(&path, &self.chain(language))) {
            Some(file) => Some((encode(&asset_address(&file.path, file.hash)), file.picture)),
            None => {
                let problem =
                    Diagnostic::new(Code::MissingAsset).at(self.inputs.config.text.place(*span)).arg("name", path).arg("of", "text");
                problems.push(self.inputs.assets.suggest(problem, path));
                None
            }
        }
    }

    fn menu_entry(&self, item: &MenuItem, destination: Option<&Destination>, language: Language) -> Option<MenuEntry> {
        let label = item.label.as_ref().and_then(|label| label.get(&self.chain(language))).map(|(label, _)| label.to_owned());
        let Some(destination) = destination else {
            let title = label.unwrap_or_else(|| item.target.clone());
            return item.leaves_site().then(|| MenuEntry { title, address: item.target.clone(), external: true, lang: None });
        };
        let lang = match destination {
            Destination::Work(work) => self.card(*work, language)?.lang.filter(|_| label.is_none()),
            _ => None,
        };
        let address = href(&self.routes.destination(destination, language)?);
        Some(MenuEntry { title: label.unwrap_or_else(|| self.destination_title(destination, language)), address, external: false, lang })
    }

    /// The title of a page that is linked without words of its own.
    pub(super) fn destination_title(&self, destination: &Destination, language: Language) -> String {
        match destination {
            Destination::Work(work) => match self.card(*work, language) {
                Some(card) => card.title.clone(),
                None => self.inputs.graph.works[*work].id.last().to_owned(),
            },
            Destination::Theme(concept) => self.theme_link(*concept, language).title.clone(),
            Destination::Section(name) => {
                let section = Section::ALL.into_iter().find(|section| section.folder() == Some(name));
                section.map_or_else(|| self.text(language, "home"), |section| self.section_title(section, language))
            }
        }
    }

    /// What a page's head and frame show.
    pub(super) fn page_view(&self, page: &Page) -> PageView {
        let config = &self.inputs.config;
        let is_real = self.is_indexed(page);
        let title = self.title(page);
        let address = href(&page.address);
        let section = self.section_of(page).map(|section| section.name()).unwrap_or_default();
        let (menu_address, menu_exact) = self.menu_entry_of(page, &address, section);
        PageView {
            menu_address,
            menu_exact,
            address,
            description: self.description(page),
            section: section.to_owned(),
            content_lang: self.content_language(page),
            canonical: self.canonical(page),
            markdown: self.markdown_of(page).map(|address| href(&address)),
            alternates: if is_real { self.alternates(page) } else { Vec::new() },
            image: self.image(page),
            noindex: !is_real && !self.is_inherited(page),
            og_type: if matches!(page.subject, Subject::Work(..)) { "article" } else { "website" },
            json_ld: if is_real { self.json_ld(page, &title) } else { None },
            switcher: self.switcher(page),
            breadcrumbs: self.breadcrumbs(page),
            edit_url: config.edit_url.as_ref().and_then(|template| Some(self.filled(template, self.file_behind(page)?, page, &title))),
            report_url: config
                .report_url
                .as_ref()
                .map(|template| self.filled(template, self.file_behind(page).unwrap_or_default(), page, &title)),
            title,
        }
    }

    /// The file that says most of what a page shows.
    fn file_behind(&self, page: &Page) -> Option<&str> {
        let text = self.document(page).map(|document| document.text.path.as_str());
        text.or(match &page.subject {
            Subject::Theme(..) | Subject::Section(Section::Themes, _) => Some("content/themes.yaml"),
            Subject::Person(..) | Subject::Section(Section::People, _) => Some("content/people.yaml"),
            Subject::Source(..) | Subject::Section(Section::Sources, _) => Some("content/sources.yaml"),
            _ => None,
        })
    }

    /// An address with a page in its placeholders. Behind a question mark they are values, in which nothing may end a value.
    fn filled(&self, template: &str, path: &str, page: &Page, title: &str) -> String {
        let url = self.absolute(&page.address).unwrap_or_else(|| page.address.to_string());
        let (address, query) = template.split_once('?').map_or((template, None), |(address, query)| (address, Some(query)));
        let fill = |part: &str, encoded: &dyn Fn(&str) -> String| {
            part.replace("{path}", &encoded(path)).replace("{url}", &encoded(&url)).replace("{title}", &encoded(title))
        };
        let value = |text: &str| encode_ascii(text).replace('&', "%26").replace('+', "%2B").replace('=', "%3D").replace(';', "%3B");
        let query = query.map(|query| format!("?{}", fill(query, &value)));
        fill(address, &encode_ascii) + &query.unwrap_or_default()
    }

    /// A picture that stands for the page: the first one that its text shows, else the logo.
    fn image(&self, page: &Page) -> Option<String> {
        let chain = self.chain(page.language);
        let shown = match &page.subject {
            Subject::Work(_, document) => {
                let stated = self.inputs.documents[*document].face.assets.iter().zip(&self.inputs.graph.assets[*document]);
                let paths = stated.filter(|(stated, _)| !stated.facilitator).filter_map(|(_, path)| path.as_deref());
                paths.filter_map(|path| self.inputs.assets.for_reader(path, &chain)).find(|file| is_picture(&file.path))
            }
            _ => None,
        };
        // Who shows a preview does not load a photograph as the camera made it.
        let copy = |file: &Binary| copies(file).next_back().map(|copy| copy.address);
        let address = shown.map(|file| encode(&copy(file).unwrap_or_else(|| asset_address(&file.path, file.hash))));
        address.or_else(|| self.views[&page.language].logo.clone()).and_then(|address| self.absolute_encoded(&address))
    }

    /// As [`Site::absolute`], of an address that is encoded already.
    fn absolute_encoded(&self, address: &str) -> Option<String> {
        Some(format!("{}{address}", self.inputs.config.base_url.as_ref()?))
    }

    /// Whether search engines should keep the page: not a notice, not an old address, not a text that has its page under another language.
    pub fn is_indexed(&self, page: &Page) -> bool {
        match &page.subject {
            Subject::Work(work, _) => matches!(self.routes.presence(*work, page.language), Presence::Own(_)),
            Subject::Withdrawn(..)
            | Subject::Faulty(..)
            | Subject::Moved(..)
            | Subject::Status(_)
            | Subject::Offline
            | Subject::NotFound => false,
            _ => true,
        }
    }

    /// Whether the page shows a text that a regional variant inherits. Search engines may read it; its canonical link tells them where the
    /// text is at home, and among alternates there is that page alone, since a page that names another as canonical cannot be one.
    fn is_inherited(&self, page: &Page) -> bool {
        matches!(&page.subject, Subject::Work(work, _) if matches!(self.routes.presence(*work, page.language), Presence::Inherited(..)))
    }

    /// The absolute address of an output, if the site has one.
    pub fn absolute(&self, address: &str) -> Option<String> {
        Some(encode_ascii_behind(self.base.as_ref()?, address))
    }

    /// How many bytes that has.
    pub fn absolute_length(&self, address: &str) -> usize {
        self.base.as_ref().map_or(0, String::len) + encoded_ascii_length(address)
    }

    pub(super) fn canonical(&self, page: &Page) -> Option<String> {
        match &page.subject {
            Subject::NotFound => None,
            Subject::Moved(target, _) => self.absolute(target),
            Subject::Work(work, _) => match self.routes.presence(*work, page.language) {
                Presence::Shown(language, _) | Presence::Inherited(language, _) => self.absolute(self.routes.work(*work, language)?),
                _ => self.absolute(&page.address),
            },
            _ => self.absolute(&page.address),
        }
    }

    /// The same page in a language, if it really exists there. The one table behind switcher, `hreflang` and sitemap.
    pub fn twin(&self, page: &Page, language: Language) -> Option<Address> {
        let first_page = |count: usize, number: usize| count > 0 && number == 0;
        match &page.subject {
            Subject::Root | Subject::Home => Some(self.routes.home(language)),
            Subject::Section(section, number) => {
                first_page(self.routes.count_of(*section, language), *number).then(|| self.routes.section(*section, language, 0))
            }
            Subject::Work(work, _) | Subject::Withdrawn(work, _) | Subject::Faulty(work, _) => {
                match self.routes.presence(*work, language) {
                    Presence::Own(document) if !self.is_faulty(document) => self.routes.work(*work, language).cloned(),
                    _ => None,
                }
            }
            Subject::Theme(concept, number) => (*number == 0).then(|| self.routes.theme(*concept, language, 0)),
            Subject::Person(id, number) => self.entry_twin(Section::People, id, language).filter(|_| *number == 0),
            Subject::Source(id, number) => self.entry_twin(Section::Sources, id, language).filter(|_| *number == 0),
            Subject::Status(_) => Some(super::status::address(language)),
            Subject::Offline => Some(self.offline_page(language)),
            Subject::Moved(..) | Subject::NotFound => None,
        }
    }

    fn entry_twin(&self, section: Section, id: &str, language: Language) -> Option<Address> {
        let has_page = !self.cards.works_behind(section, id, language).is_empty();
        has_page.then(|| self.routes.entry(section, id, language, 0))
    }

    /// The same page in all languages that have it, its own among them; none where that is the only one.
    pub fn twins(&self, page: &Page) -> Vec<(Language, Address)> {
        let twins = self.languages().iter().filter_map(|&language| Some((language, self.twin(page, language)?)));
        Some(twins.collect::<Vec<_>>()).filter(|twins| twins.len() > 1).unwrap_or_default()
    }

    /// Absolute addresses of the same page in every language, and the one for readers of none of them.
    pub fn alternates(&self, page: &Page) -> Vec<Alternate> {
        if self.base.is_none() {
            return Vec::new();
        }
        let absolute = |(language, twin): (Language, Address)| Some((language, self.absolute(&twin)?));
        let twins: Vec<(Language, String)> = self.twins(page).into_iter().filter_map(absolute).collect();
        if twins.is_empty() {
            return Vec::new();
        }
        let default = match page.subject {
            Subject::Root | Subject::Home => self.absolute("index.html"),
            _ => {
                let default = twins.iter().find(|(language, _)| *language == self.inputs.config.default_language);
                default.or(twins.first()).map(|(_, url)| url.clone())
            }
        };
        let languages = twins.iter().map(|(language, url)| Alternate { lang: language.to_string(), url: url.clone() });
        languages.chain(default.map(|url| Alternate { lang: "x-default".to_owned(), url })).collect()
    }

    fn switcher(&self, page: &Page) -> Vec<SwitcherEntry> {
        let entries = self.languages().iter().map(|&language| {
            let twin = match language == page.language {
                true => Some(page.address.clone()),
                false => self.twin(page, language).or_else(|| match &page.subject {
                    // A page that shows another language's text is a page all the same.
                    Subject::Work(work, _) => self.routes.work(*work, language).cloned(),
                    Subject::Section(section, _) if self.routes.count_of(*section, language) > 0 => {
                        Some(self.routes.section(*section, language, 0))
                    }
                    Subject::Theme(concept, _) => Some(self.routes.theme(*concept, language, 0)),
                    Subject::Person(id, _) => self.entry_twin(Section::People, id, language),
                    Subject::Source(id, _) => self.entry_twin(Section::Sources, id, language),
                    _ => None,
                }),
            };
            let signs = &self.signs[&language];
            SwitcherEntry {
                lang: language,
                name: signs.name.clone(),
                dir: signs.direction,
                current: language == page.language,
                exists: twin.is_some(),
                address: twin.map_or_else(|| signs.home.clone(), |twin| href(&twin)),
            }
        });
        entries.collect()
    }

    /// A page's title, without the site's.
    pub fn title(&self, page: &Page) -> String {
        let language = page.language;
        match &page.subject {
            Subject::Root | Subject::Home => self.views[&language].title.clone(),
            Subject::Section(section, _) => self.section_title(*section, language),
            Subject::Work(work, document) | Subject::Withdrawn(work, document) | Subject::Faulty(work, document) => {
                let title = self.inputs.documents[*document].face.front.title.clone();
                title.unwrap_or_else(|| self.inputs.graph.works[*work].id.last().to_owned())
            }
            Subject::Theme(concept, _) => self.theme_link(*concept, language).title.clone(),
            Subject::Person(id, _) => self.entry_name(Section::People, id, language).unwrap_or_default(),
            Subject::Source(id, _) => self.entry_name(Section::Sources, id, language).unwrap_or_default(),
            Subject::Moved(_, title) => title.clone(),
            Subject::Status(_) => self.text(language, "status-title"),
            Subject::Offline => self.text(language, "offline-title"),
            Subject::NotFound => self.text(language, "not-found"),
        }
    }

    fn description(&self, page: &Page) -> Option<String> {
        match &page.subject {
            Subject::Work(work, _) => self.card(*work, page.language).map(|card| card.summary.clone()).filter(|text| !text.is_empty()),
            Subject::Theme(concept, _) => self.definition(*concept, page.language),
            Subject::Root | Subject::Home => self.views[&page.language].description.clone(),
            _ => None,
        }
    }

    fn section_of(&self, page: &Page) -> Option<Section> {
        match &page.subject {
            Subject::Section(section, _) => Some(*section),
            Subject::Work(work, _) | Subject::Withdrawn(work, _) | Subject::Faulty(work, _) => {
                Some(Section::Kind(self.inputs.graph.works[*work].kind))
            }
            Subject::Theme(..) => Some(Section::Themes),
            Subject::Person(..) => Some(Section::People),
            Subject::Source(..) => Some(Section::Sources),
            Subject::Root | Subject::Home | Subject::Moved(..) | Subject::Status(_) | Subject::Offline | Subject::NotFound => None,
        }
    }

    /// The entry of the main menu to mark on a page: that of the page itself, else that of its section.
    fn menu_entry_of(&self, page: &Page, address: &str, section: &str) -> (Option<String>, bool) {
        let site = &self.views[&page.language];
        let find = |address: &str| site.menu.iter().map(|entry| &entry.address).find(|other| *other == address).cloned();
        match find(address) {
            Some(own) => (Some(own), true),
            None => (site.sections.iter().find(|one| one.name == section).and_then(|section| find(&section.address)), false),
        }
    }

    fn breadcrumbs(&self, page: &Page) -> Shared<Vec<Crumb>> {
        let signs = &self.signs[&page.language];
        match page.subject {
            Subject::Root | Subject::Home => signs.no_trail(),
            Subject::Section(_, 0) => signs.trail(None),
            _ => signs.trail(self.section_of(page)),
        }
    }
}

/// Whether previews can show the file: they take no SVG.
fn is_picture(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    ["avif", "gif", "jpeg", "jpg", "png", "webp"].contains(&extension.as_str())
}

fn default_menu(sections: &[SectionLink]) -> Vec<MenuEntry> {
    let wanted = ["path", "story", "maxim", "exercise", "themes"];
    let shown = sections.iter().filter(|section| wanted.contains(&section.name.as_str()));
    shown.map(|section| MenuEntry { title: section.title.clone(), address: section.address.clone(), external: false, lang: None }).collect()
}
