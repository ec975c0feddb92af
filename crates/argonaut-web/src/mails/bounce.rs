//! Mail that came back: which address took none, read from a delivery status notification
//! (RFC 3464). Whose address it is, the mark in the address says to which it came back.

use mail_parser::{MessageParser, MimeHeaders as _, PartType};

/// What a mail is that came to the address for bounces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A letter of ours that cannot be delivered, now or ever.
    Failed(Bounce),
    /// A letter of ours that is late, or arrived.
    NotFinal,
    /// No report on a letter of ours.
    Other,
}

/// A letter that cannot be delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// The mark in the address to which it came back.
    pub mark: String,
}

/// The heads in which mail servers write to whom a mail really goes.
const RECIPIENTS: [&str; 5] = [
    "X-Original-To",
    "Delivered-To",
    "Envelope-To",
    "X-Envelope-To",
    "To",
];

/// Reads a mail; `recipient` is the address to which it came, where the mail server tells.
pub fn read(mail: &[u8], recipient: Option<&str>) -> Reading {
    let Some(message) = MessageParser::default().parse(mail) else {
        return Reading::Other;
    };
    let is_report = message.content_type().is_some_and(|kind| {
        kind.ctype().eq_ignore_ascii_case("multipart")
            && kind
                .subtype()
                .is_some_and(|sub| sub.eq_ignore_ascii_case("report"))
            && kind
                .attribute("report-type")
                .is_some_and(|report| report.eq_ignore_ascii_case("delivery-status"))
    });
    if !is_report {
        return Reading::Other;
    }
    let status = message.parts.iter().find_map(|part| {
        let kind = part.content_type()?;
        let fits = kind
            .subtype()
            .is_some_and(|sub| sub.eq_ignore_ascii_case("delivery-status"));
        match &part.body {
            PartType::Text(text) if fits => Some(text.to_string()),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) if fits => {
                Some(String::from_utf8_lossy(bytes).into_owned())
            }
            PartType::Text(_)
            | PartType::Html(_)
            | PartType::Binary(_)
            | PartType::InlineBinary(_)
            | PartType::Message(_)
            | PartType::Multipart(_) => None,
        }
    });
    let Some(status) = status else {
        return Reading::Other;
    };
    let heads = message.headers_raw().filter_map(|(name, value)| {
        RECIPIENTS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(name))
            .then_some(value)
    });
    let mark = recipient.into_iter().chain(heads).find_map(mark_in);
    match mark {
        None => Reading::Other,
        Some(_) if !is_final(&status) => Reading::NotFinal,
        Some(mark) => Reading::Failed(Bounce { mark }),
    }
}

/// Whether a report says of somebody that it failed for good.
fn is_final(status: &str) -> bool {
    let unfolded = status.replace("\r\n", "\n");
    unfolded.split("\n\n").any(|group| {
        let field = |name: &str| {
            group.lines().find_map(|line| {
                let (key, value) = line.split_once(':')?;
                key.trim().eq_ignore_ascii_case(name).then(|| value.trim())
            })
        };
        field("Action").is_some_and(|action| action.eq_ignore_ascii_case("failed"))
            && field("Status").is_some_and(|status| status.starts_with("5."))
    })
}

/// The mark in an address such as `bounces+0123…@example.org`.
fn mark_in(text: &str) -> Option<String> {
    text.split('+').skip(1).find_map(|rest| {
        let (mark, _) = rest.split_once('@')?;
        let fits = mark.len() == 52 && mark.bytes().all(|byte| byte.is_ascii_hexdigit());
        fits.then(|| mark.to_ascii_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARK: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123";

    fn report(to: &str, status: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mail.example.org\r\nTo: {to}\r\nSubject: Undelivered\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n\
             \tboundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nIt did not work.\r\n\
             --b\r\nContent-Type: message/delivery-status\r\n\r\n\
             Reporting-MTA: dns; mail.example.org\r\n\r\n{status}\r\n--b\r\n\
             Content-Type: text/rfc822-headers\r\n\r\nSubject: x\r\n\r\n--b--\r\n"
        )
    }

    const FAILED: &str =
        "Final-Recipient: rfc822; rosa@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n";

    #[test]
    fn a_letter_that_failed_for_good_is_told_from_one_that_is_late() {
        let to = format!("bounces+{MARK}@example.org");
        let failed = Reading::Failed(Bounce {
            mark: MARK.to_owned(),
        });
        assert_eq!(read(report(&to, FAILED).as_bytes(), None), failed);
        let late = FAILED
            .replace("failed", "delayed")
            .replace("5.1.1", "4.4.1");
        assert_eq!(read(report(&to, &late).as_bytes(), None), Reading::NotFinal);
        let other = report("somebody@example.org", FAILED);
        assert_eq!(read(other.as_bytes(), None), Reading::Other);
        assert_eq!(read(other.as_bytes(), Some(&to)), failed);
        let upper = to.to_uppercase();
        assert_eq!(read(report(&upper, FAILED).as_bytes(), None), failed);
    }

    #[test]
    fn an_answer_out_of_office_is_no_report() {
        let mail = format!(
            "From: rosa@example.org\r\nTo: bounces+{MARK}@example.org\r\nSubject: Away\r\n\
             Auto-Submitted: auto-replied\r\n\r\nI am away. Action: failed\r\nStatus: 5.1.1\r\n"
        );
        assert_eq!(read(mail.as_bytes(), None), Reading::Other);
        assert_eq!(read(b"", None), Reading::Other);
        assert_eq!(read(&[0xff; 400], None), Reading::Other);
    }
}
