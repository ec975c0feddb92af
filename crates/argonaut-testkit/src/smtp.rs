//! A real mail server of another make, in a process of its own: what it takes, a test reads.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use mail_parser::{Message, MessageParser};
use serde_json::Value;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::timeout;

/// With patience for a slow machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running mail server; it ends with this.
pub struct SmtpServer {
    child: Child,
    port: u16,
    lines: UnboundedReceiver<Value>,
}

/// A mail as the server took it.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The sender of the envelope.
    pub from: String,
    /// The recipients of the envelope.
    pub to: Vec<String>,
    /// The mail itself, head and body.
    pub data: String,
}

impl Mail {
    /// The mail, read.
    pub fn parsed(&self) -> Message<'_> {
        MessageParser::default()
            .parse(self.data.as_bytes())
            .expect("a mail")
    }
    /// A head of it; empty when it is not there.
    pub fn head(&self, name: &str) -> String {
        let parsed = self.parsed();
        let found = parsed
            .headers_raw()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim().replace("\r\n", ""));
        found.unwrap_or_default()
    }
    /// Its text.
    pub fn text(&self) -> String {
        let parsed = self.parsed();
        parsed.body_text(0).expect("a text").into_owned()
    }
    /// Its HTML.
    pub fn html(&self) -> String {
        let parsed = self.parsed();
        parsed.body_html(0).expect("a page").into_owned()
    }
    /// The path of the one address in its text that begins with this path.
    pub fn link(&self, path: &str) -> String {
        let text = self.text();
        let at = text.find(path).expect("the link is there");
        let rest = text.get(at..).expect("a text");
        rest.split_whitespace().next().expect("a link").to_owned()
    }
}

/// A Python that has aiosmtpd: the one that is named, or that of `scripts/test`.
fn python() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("ARGONAUT_TEST_PYTHON") {
        return Some(named.into());
    }
    let own = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../target/smtp-venv/bin/python"
    );
    let found = [PathBuf::from(own), PathBuf::from("python3")]
        .into_iter()
        .find(|python| {
            Command::new(python)
                .args(["-c", "import aiosmtpd"])
                .stderr(Stdio::null())
                .status()
                .is_ok_and(|status| status.success())
        });
    assert!(
        found.is_some() || std::env::var_os("CI").is_none(),
        "there is no Python with aiosmtpd: run ./scripts/test"
    );
    found
}

impl SmtpServer {
    /// Starts one; `None` where the machine has no Python with aiosmtpd and none is demanded.
    pub async fn start() -> Option<Self> {
        let Some(python) = python() else {
            eprintln!("skipped: no Python with aiosmtpd (./scripts/test installs it)");
            return None;
        };
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/smtp/server.py");
        let mut child = Command::new(python)
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the mail server starts");
        let output = child.stdout.take().expect("its output");
        let (send, mut lines) = unbounded_channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let Ok(value) = serde_json::from_str(&line) else {
                    continue;
                };
                if send.send(value).is_err() {
                    return;
                }
            }
        });
        let first: Value = timeout(PATIENCE, lines.recv())
            .await
            .expect("the mail server tells its port in time")
            .expect("the mail server runs");
        let port = first
            .get("port")
            .and_then(Value::as_u64)
            .and_then(|port| u16::try_from(port).ok())
            .expect("a port");
        Some(Self { child, port, lines })
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// The next mail that it took.
    pub async fn next(&mut self) -> Mail {
        loop {
            let line = timeout(PATIENCE, self.lines.recv())
                .await
                .expect("a mail in time")
                .expect("the mail server runs");
            if let Some(mail) = mail(&line) {
                return mail;
            }
        }
    }

    /// Every mail that it has taken until now. The server prints a mail before it says that
    /// it took it, so none is on its way after a round of the post.
    pub async fn taken(&mut self) -> Vec<Mail> {
        let mut all = Vec::new();
        // What was printed may still be on its way through the pipe.
        while let Ok(Some(line)) = timeout(Duration::from_millis(300), self.lines.recv()).await {
            all.extend(mail(&line));
        }
        all
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        let ended = self.child.kill().and_then(|()| self.child.wait());
        if let Err(error) = ended {
            eprintln!("the mail server did not end: {error}");
        }
    }
}

fn mail(line: &Value) -> Option<Mail> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    Some(Mail {
        from: text(line.get("from")?)?,
        to: line
            .get("to")?
            .as_array()?
            .iter()
            .filter_map(text)
            .collect(),
        data: text(line.get("data")?)?,
    })
}
