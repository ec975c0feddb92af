//! What a page must never do, checked on its text by every test that renders one:
//! `assert_eq!(faults(&page), Vec::<String>::new())`. Tests only.

use std::collections::BTreeSet;

/// Every fault of a whole page, in words.
pub(crate) fn faults(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut ids = BTreeSet::new();
    for id in values(page, "id") {
        if !ids.insert(id) {
            found.push(format!("the id {id} stands twice"));
        }
    }
    for name in ["for", "aria-describedby", "aria-labelledby"] {
        for id in values(page, name).iter().flat_map(|ids| ids.split(' ')) {
            if !ids.contains(id) {
                found.push(format!("{name} points at {id}, which is not there"));
            }
        }
    }
    for id in values(page, "href")
        .iter()
        .filter_map(|to| to.strip_prefix('#'))
    {
        if !id.is_empty() && !ids.contains(id) {
            found.push(format!("a link points at #{id}, which is not there"));
        }
    }
    if page.matches("<h1").count() != 1 {
        found.push("not exactly one h1".to_owned());
    }
    for forbidden in [
        " style=\"",
        "<style",
        " onclick=",
        " onsubmit=",
        "javascript:",
    ] {
        if page.contains(forbidden) {
            found.push(format!(
                "{forbidden} is against the content security policy"
            ));
        }
    }
    if page
        .split("<script")
        .skip(1)
        .any(|tag| !tag.starts_with(" src=\"/assets/"))
    {
        found.push("an inline or foreign script".to_owned());
    }
    for name in ["src", "href", "action"] {
        for address in values(page, name) {
            if address.contains("//") {
                found.push(format!("{address} leads to another site"));
            }
        }
    }
    for sign in ["No localization for", "anonym", "anónim"] {
        if page.contains(sign) {
            found.push(format!("the page says {sign}"));
        }
    }
    found
}

/// The values of an attribute, wherever it stands.
fn values<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    page.split(&format!(" {name}=\""))
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_found() {
        let cases = [
            ("<h1></h1><p id=\"a\"></p><p id=\"a\"></p>", "stands twice"),
            ("<h1></h1><label for=\"b\">", "points at b"),
            ("<h1></h1><a href=\"#c\">", "#c"),
            ("", "h1"),
            ("<h1 style=\"x\"></h1>", "policy"),
            ("<h1></h1><script>1</script>", "script"),
            ("<h1></h1><img src=\"https://x.example/\">", "another site"),
            ("<h1>anonymous</h1>", "anonym"),
        ];
        for (page, fault) in cases {
            let found = faults(page);
            assert_eq!(found.len(), 1, "{page}: {found:?}");
            assert!(found[0].contains(fault), "{page}: {found:?}");
        }
        assert!(faults("<h1 id=\"a\"></h1><a href=\"#a\">").is_empty());
    }
}
