//! What the command says on the terminal. The log goes elsewhere: see `logs`.

use std::error::Error;
use std::io::Write as _;

/// Says one line on standard output. A closed pipe is nobody's trouble.
pub(crate) fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _gone = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// Says on standard error why the command ended, with every cause.
pub(crate) fn complain(error: &dyn Error) {
    let mut out = std::io::stderr().lock();
    let _gone = writeln!(out, "argonaut: {error}");
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = error.to_string();
        // A transparent error repeats the text of what it wraps.
        if !said.contains(&text) {
            let _gone = writeln!(out, "  because: {text}");
            said = text;
        }
        cause = error.source();
    }
}
