//! Rules about what the browser gets: nothing from another site, nothing inline.

use super::Finding;
use super::code::{Keep, blanked};
use super::tree::Tree;

const WEB: &str = "crates/argonaut-web/";
const ASSETS: &[&str] = &[".css", ".js", ".mjs", ".svg", ".html", ".webmanifest"];

/// A name of a format, which no browser fetches.
const NAMESPACES: &str = "www.w3.org/";

/// Pages, styles and scripts name no other site.
pub(super) fn no_third_party(tree: &Tree) -> Vec<Finding> {
    let advice = "a page asks no other site: serve it from here, or leave it out";
    let assets = of_web(tree, ASSETS).map(|(path, text)| (path, text.to_owned()));
    let mut findings = Vec::new();
    for (path, text) in assets {
        report(path, &text, advice, &mut findings, |line| {
            names_other_site(line, "")
        });
    }
    for (path, text) in of_web(tree, &[".rs"]) {
        let text = blanked(text, Keep::CodeAndTexts);
        // In code only what stands in an attribute is sent to the browser.
        report(path, &text, advice, &mut findings, |line| {
            names_other_site(line, "=\"")
        });
    }
    findings
}

/// The Content-Security-Policy would refuse it, so it must not be written.
pub(super) fn no_inline(tree: &Tree) -> Vec<Finding> {
    let advice = "no inline script or style: use a class, or a file that the policy allows";
    let mut findings = Vec::new();
    for (path, text) in of_web(tree, &[".rs", ".html", ".svg"]) {
        let text = if path.ends_with(".rs") {
            blanked(text, Keep::CodeAndTexts)
        } else {
            text.to_owned()
        };
        report(path, &text, advice, &mut findings, is_inline);
    }
    findings
}

/// The files that the web crate ships; its tests say forbidden things on purpose.
fn of_web<'tree>(
    tree: &'tree Tree,
    endings: &'static [&'static str],
) -> impl Iterator<Item = (&'tree str, &'tree str)> {
    tree.ending(endings)
        .filter(|(path, _)| path.starts_with(WEB))
        .filter(|(path, _)| {
            !path
                .split('/')
                .any(|part| matches!(part, "tests" | "tests.rs"))
        })
}

fn report(
    path: &str,
    text: &str,
    advice: &str,
    findings: &mut Vec<Finding>,
    broken: impl Fn(&str) -> bool,
) {
    for (number, _) in text.lines().enumerate().filter(|(_, line)| broken(line)) {
        findings.push(Finding::at_line(path, number + 1, advice));
    }
}

fn names_other_site(line: &str, before: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        let start = format!("{before}{scheme}");
        line.match_indices(&start)
            .filter_map(|(at, _)| line.get(at + start.len()..))
            .any(|site| !site.starts_with(NAMESPACES))
    })
}

fn is_inline(line: &str) -> bool {
    let attribute = |name: &str| {
        line.match_indices(name).any(|(at, _)| {
            line.get(..at)
                .and_then(|text| text.chars().next_back())
                .is_none_or(|one| one.is_whitespace() || one == '"')
        })
    };
    let handler = line.split_whitespace().any(|word| {
        word.split_once("=\"").is_some_and(|(name, _)| {
            name.strip_prefix("on").is_some_and(|event| {
                !event.is_empty() && event.chars().all(|one| one.is_ascii_lowercase())
            })
        })
    });
    let element = |name: &str| {
        let opened = line.trim_start();
        opened.starts_with(&format!("{name} {{")) || opened.contains(&format!("<{name}>"))
    };
    let script = line.contains("<script") && !line.contains("src=");
    attribute("style=\"")
        || attribute("style=(")
        || attribute("style={")
        || handler
        || element("script")
        || element("style")
        || script
}

#[cfg(test)]
mod tests {
    use super::super::tree::samples::of_files;
    use super::*;

    #[test]
    fn another_site_is_found() {
        let good = of_files(&[
            (
                "crates/argonaut-web/assets/a.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\">",
            ),
            (
                "crates/argonaut-web/src/a.rs",
                "// https://a\nlet a = \"https://{host}\";",
            ),
            ("crates/argonaut-web/tests/a.rs", "a href=\"https://a\""),
        ]);
        assert_eq!(no_third_party(&good), []);
        let bad = of_files(&[
            (
                "crates/argonaut-web/assets/a.css",
                "@import 'https://fonts.example/a';",
            ),
            (
                "crates/argonaut-web/src/a.rs",
                "\nimg src=\"http://a.example/\";",
            ),
        ]);
        assert_eq!(no_third_party(&bad).len(), 2);
    }

    #[test]
    fn inline_script_and_style_are_found() {
        let good = of_files(&[(
            "crates/argonaut-web/src/a.rs",
            "script src=\"/a.js\" defer {}\nlink rel=\"stylesheet\" href=\"/a.css\";\n\
             p data-style=\"x\" { \"only\" }\nlet one = \"x\";\n// style=\"a\"\n",
        )]);
        assert_eq!(no_inline(&good), []);
        let bad = of_files(&[(
            "crates/argonaut-web/src/a.rs",
            "p style=\"color:red\" {}\nbutton onclick=\"go()\" {}\nscript { \"x\" }\n\
             PreEscaped(\"<script>\")\nrect style=(width) {}\n",
        )]);
        assert_eq!(no_inline(&bad).len(), 5, "{:?}", no_inline(&bad));
    }
}
