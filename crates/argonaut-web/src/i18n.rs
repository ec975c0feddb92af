//! The texts on screen in every language, and how numbers and dates are written
//! in them. Never decides which language a helper gets beyond reading a browser's
//! preference; the page handlers do.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::{I18nAssets, LanguageLoader};
use jiff::civil::Date;
use unic_langid::{LanguageIdentifier, langid};

pub use argonaut_domain::locale::Locale;

/// The domain of the Fluent files, which is the name of this crate.
const DOMAIN: &str = "argonaut-web";

/// A text of [`Tr`], checked at compile time: `t!(tr, "greet", name = name)`.
/// An unknown key, a missing or a superfluous argument does not compile. An
/// argument that is more than a name or a call wants parentheses: `n = (a + b)`.
macro_rules! t {
    ($tr:expr, $($rest:tt)*) => {
        ::i18n_embed_fl::fl!($tr.loader(), $($rest)*)
    };
}
pub(crate) use t;

/// The texts of one language. Cheap to clone; every request has its own.
#[derive(Clone, Debug)]
pub struct Tr {
    locale: Locale,
    loader: Arc<FluentLanguageLoader>,
}

impl Tr {
    /// The texts of a language. They are read once, at the first call.
    pub fn of(locale: Locale) -> Self {
        static ENGLISH: LazyLock<Arc<FluentLanguageLoader>> =
            LazyLock::new(|| Arc::new(load(&langid!("en"))));
        static SPANISH: LazyLock<Arc<FluentLanguageLoader>> =
            LazyLock::new(|| Arc::new(load(&langid!("es"))));
        let loader = match locale {
            Locale::En => &ENGLISH,
            Locale::Es => &SPANISH,
        };
        Self {
            locale,
            loader: Arc::clone(loader),
        }
    }

    /// Which language this is.
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// The language's code for `lang="…"`.
    pub const fn lang(&self) -> &'static str {
        self.locale.code()
    }

    /// The direction of writing, for `dir="…"`.
    pub const fn dir(&self) -> &'static str {
        match self.locale {
            Locale::En | Locale::Es => "ltr",
        }
    }

    /// Where `t!` looks texts up.
    pub fn loader(&self) -> &FluentLanguageLoader {
        &self.loader
    }

    /// A whole number with the language's grouping: `12,345` or `12.345`.
    /// Spanish groups from five digits on, as the RAE advises.
    pub fn number(&self, number: u64) -> String {
        let (mark, shortest) = match self.locale {
            Locale::En => (',', 4),
            Locale::Es => ('.', 5),
        };
        let digits = number.to_string();
        if digits.len() < shortest {
            return digits;
        }
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (position, digit) in digits.chars().enumerate() {
            if position > 0 && (digits.len() - position).is_multiple_of(3) {
                grouped.push(mark);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A day in words: `23 November 2026`, `23 de noviembre de 2026`.
    pub fn date(&self, date: Date) -> String {
        t!(
            self,
            "shell-date",
            day = date.day(),
            month = date.month(),
            year = date.year()
        )
    }

    /// A day in words without its year, for lists within one year.
    pub fn day_and_month(&self, date: Date) -> String {
        t!(
            self,
            "shell-date-no-year",
            day = date.day(),
            month = date.month()
        )
    }

    /// A month in words: `November 2026`.
    pub fn month(&self, date: Date) -> String {
        t!(
            self,
            "shell-month-year",
            month = date.month(),
            year = date.year()
        )
    }

    /// The week that begins with the Monday of this day: the only precision in
    /// which a card's dates are shown.
    pub fn week_of(&self, date: Date) -> String {
        let back = i64::from(date.weekday().to_monday_zero_offset());
        let monday = date
            .checked_sub(jiff::Span::new().days(back))
            .unwrap_or(date);
        t!(self, "shell-week-of", date = self.date(monday))
    }

    /// How far a day lies from today, in words: `3 days ago`, `tomorrow`.
    pub fn relative(&self, today: Date, day: Date) -> String {
        let days = day
            .since(today)
            .map_or(0, |span| i64::from(span.get_days()));
        match days {
            0 => t!(self, "shell-ago-today"),
            -1 => t!(self, "shell-ago-yesterday"),
            1 => t!(self, "shell-in-tomorrow"),
            ..0 => self.ago(days.unsigned_abs()),
            2.. => self.ahead(days.unsigned_abs()),
        }
    }

    /// Words joined as a list: `a, b and c`.
    pub fn list<S: AsRef<str>>(&self, words: &[S]) -> String {
        match words {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [before @ .., last] => {
                let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
                let last = last.as_ref();
                if self.locale == Locale::Es && sounds_like_i(last) {
                    return format!("{} e {last}", before.join(", "));
                }
                t!(
                    self,
                    "shell-list-and",
                    first = before.join(", "),
                    last = last
                )
            }
        }
    }

    fn ago(&self, days: u64) -> String {
        match days {
            0..14 => t!(self, "shell-ago-days", count = days),
            14..61 => t!(self, "shell-ago-weeks", count = (days / 7)),
            61..730 => t!(self, "shell-ago-months", count = (days / 30)),
            730.. => t!(self, "shell-ago-years", count = (days / 365)),
        }
    }

    fn ahead(&self, days: u64) -> String {
        match days {
            0..14 => t!(self, "shell-in-days", count = days),
            14..61 => t!(self, "shell-in-weeks", count = (days / 7)),
            61..730 => t!(self, "shell-in-months", count = (days / 30)),
            730.. => t!(self, "shell-in-years", count = (days / 365)),
        }
    }
}

/// The language that a browser's `Accept-Language` asks for first among ours;
/// English when it names none of them.
pub fn negotiate(accept_language: Option<&str>) -> Locale {
    let mut best = (0.0_f32, Locale::En);
    for wish in accept_language.unwrap_or_default().split(',') {
        let mut parts = wish.split(';');
        let tag = parts.next().unwrap_or_default().trim();
        let weight = parts
            .find_map(|part| part.trim().strip_prefix("q="))
            .map_or(1.0, |weight| weight.trim().parse().unwrap_or(0.0));
        let primary = tag.split('-').next().unwrap_or_default();
        let known = Locale::ALL
            .iter()
            .copied()
            .find(|locale| primary.eq_ignore_ascii_case(locale.code()));
        if let Some(locale) = known
            && weight > best.0
        {
            best = (weight, locale);
        }
    }
    best.1
}

/// Spanish "y" becomes "e" before the sound i ("Ana e Inés"), but not before a
/// diphthong ("agua y hielo").
fn sounds_like_i(word: &str) -> bool {
    let word = word.to_lowercase();
    let starts = |sounds: &[&str]| sounds.iter().any(|sound| word.starts_with(sound));
    starts(&["i", "í", "hi", "hí"]) && !starts(&["ia", "ie", "io", "iu", "hia", "hie", "hio"])
}

fn load(language: &LanguageIdentifier) -> FluentLanguageLoader {
    let loader = FluentLanguageLoader::new(DOMAIN, langid!("en"));
    if let Err(error) = loader.load_languages(&Files, std::slice::from_ref(language)) {
        // Cannot happen with the embedded files; a test loads every language.
        tracing::error!(%error, %language, "texts could not be loaded");
    }
    // Isolation marks would break copied addresses and the look-up of words in tests.
    loader.set_use_isolating(false);
    loader
}

/// The Fluent files. `include_str!` (and not a folder read at run time) makes the
/// compiler look at every `t!` again when a text changes.
struct Files;

const FILES: [(&str, &str); 2] = [
    (
        "en/argonaut-web.ftl",
        include_str!("../i18n/en/argonaut-web.ftl"),
    ),
    (
        "es/argonaut-web.ftl",
        include_str!("../i18n/es/argonaut-web.ftl"),
    ),
];

impl I18nAssets for Files {
    fn get_files(&self, file_path: &str) -> Vec<Cow<'_, [u8]>> {
        FILES
            .iter()
            .filter(|(path, _)| *path == file_path)
            .map(|(_, text)| Cow::Borrowed(text.as_bytes()))
            .collect()
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(FILES.iter().map(|(path, _)| (*path).to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    use jiff::civil::date;

    fn both() -> (Tr, Tr) {
        (Tr::of(Locale::En), Tr::of(Locale::Es))
    }

    #[test]
    fn dates_are_written_as_the_language_does() {
        let (english, spanish) = both();
        let day = date(2026, 11, 23);
        assert_eq!(english.date(day), "23 November 2026");
        assert_eq!(spanish.date(day), "23 de noviembre de 2026");
        assert_eq!(spanish.day_and_month(day), "23 de noviembre");
        assert_eq!(english.month(day), "November 2026");
        assert_eq!(
            english.week_of(date(2026, 11, 26)),
            "week of 23 November 2026"
        );
    }

    #[test]
    fn distances_are_plural_where_they_should_be() {
        let (english, spanish) = both();
        let today = date(2026, 11, 23);
        let cases = [
            (date(2026, 11, 23), "today", "hoy"),
            (date(2026, 11, 22), "yesterday", "ayer"),
            (date(2026, 11, 20), "3 days ago", "hace 3 días"),
            (date(2026, 11, 24), "tomorrow", "mañana"),
            (date(2026, 10, 23), "4 weeks ago", "hace 4 semanas"),
            (date(2027, 2, 21), "in 3 months", "en 3 meses"),
            (date(2020, 11, 23), "6 years ago", "hace 6 años"),
        ];
        for (day, in_english, in_spanish) in cases {
            assert_eq!(english.relative(today, day), in_english);
            assert_eq!(spanish.relative(today, day), in_spanish);
        }
    }

    #[test]
    fn numbers_are_grouped() {
        let (english, spanish) = both();
        let cases = [
            (7, "7", "7"),
            (1_234, "1,234", "1234"),
            (12_345, "12,345", "12.345"),
            (1_234_567, "1,234,567", "1.234.567"),
        ];
        for (number, in_english, in_spanish) in cases {
            assert_eq!(english.number(number), in_english);
            assert_eq!(spanish.number(number), in_spanish);
        }
    }

    #[test]
    fn lists_end_with_and() {
        let (english, spanish) = both();
        assert_eq!(english.list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(spanish.list(&["inglés", "árabe"]), "inglés y árabe");
        assert_eq!(spanish.list(&["árabe", "inglés"]), "árabe e inglés");
        assert_eq!(spanish.list(&["agua", "hielo"]), "agua y hielo");
        assert_eq!(english.list::<&str>(&[]), "");
    }

    #[test]
    fn the_browsers_first_wish_among_ours_wins() {
        let cases = [
            (None, Locale::En),
            (Some("es-MX,es;q=0.9,en;q=0.8"), Locale::Es),
            (Some("fr, en;q=0.4, es;q=0.7"), Locale::Es),
            (Some("de"), Locale::En),
            (Some("ES"), Locale::Es),
            (Some("es;q=0, en;q=0.1"), Locale::En),
            (Some("es;q=x"), Locale::En),
        ];
        for (header, locale) in cases {
            assert_eq!(negotiate(header), locale, "{header:?}");
        }
    }

    /// The keys of a language that Fluent could parse.
    fn parsed(locale: Locale) -> BTreeSet<String> {
        let tr = Tr::of(locale);
        let languages = tr.loader().current_languages();
        tr.loader()
            .with_message_iter(languages.first().unwrap(), |messages| {
                messages.map(|message| message.id.name.to_owned()).collect()
            })
    }

    #[test]
    fn every_text_parses_exists_once_and_in_every_language() {
        let written = FILES.map(|(_, text)| -> Vec<String> {
            text.lines()
                .filter_map(|line| line.split_once(" ="))
                .map(|(key, _)| key)
                .filter(|key| !key.starts_with([' ', '#', '.', '-']))
                .map(str::to_owned)
                .collect()
        });
        let [english, spanish] = [Locale::En, Locale::Es].map(parsed);
        assert!(english.len() > 60);
        assert_eq!(english, spanish);
        for keys in written {
            assert_eq!(keys.len(), english.len(), "a key stands twice");
            assert_eq!(BTreeSet::from_iter(keys), english, "a text does not parse");
        }
    }
}
