//! Where a request comes from, as far as it can be believed: what a proxy says counts only
//! when the proxy is one of ours, and then only what it added itself.

use std::net::IpAddr;

use axum::http::HeaderMap;
use axum::http::header::FORWARDED;

/// The proxies in front of this instance: addresses, or networks of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies(Vec<(IpAddr, u8)>);

/// What is written there names no network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write addresses or networks, for example 127.0.0.1 10.0.0.0/8; `{0}` is none")]
pub struct ProxiesError(String);

impl Proxies {
    /// Reads `127.0.0.1 10.0.0.0/8 fd00::/8`.
    ///
    /// # Errors
    /// [`ProxiesError`] for anything else, and for networks that hold everybody.
    pub fn parse(text: &str) -> Result<Self, ProxiesError> {
        text.split([' ', ','])
            .filter(|one| !one.is_empty())
            .map(|one| network(one).ok_or_else(|| ProxiesError(one.to_owned())))
            .collect::<Result<_, _>>()
            .map(Self)
    }

    fn holds(&self, ip: IpAddr) -> bool {
        let ip = ip.to_canonical();
        self.0.iter().any(|(base, length)| match (base, ip) {
            (IpAddr::V4(base), IpAddr::V4(ip)) => {
                let shift = 32_u32.saturating_sub(u32::from(*length));
                base.to_bits().checked_shr(shift) == ip.to_bits().checked_shr(shift)
            }
            (IpAddr::V6(base), IpAddr::V6(ip)) => {
                let shift = 128_u32.saturating_sub(u32::from(*length));
                base.to_bits().checked_shr(shift) == ip.to_bits().checked_shr(shift)
            }
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
        })
    }

    /// Who asks: the peer, or, behind proxies of ours, the last address in the chain that is
    /// none of them. What stands left of it may be invented, and is not read.
    pub(super) fn asking(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut asking = peer;
        let mut chain = chain(headers);
        while self.holds(asking) {
            match chain.pop() {
                Some(Some(before)) => asking = before,
                // Hidden or unreadable, or nothing more: the proxy itself is all we know.
                Some(None) | None => break,
            }
        }
        asking
    }
}

fn network(text: &str) -> Option<(IpAddr, u8)> {
    let (base, length) = match text.split_once('/') {
        Some((base, length)) => (base, Some(length.parse::<u8>().ok()?)),
        None => (text, None),
    };
    let base: IpAddr = base.parse().ok()?;
    let whole = if base.is_ipv4() { 32 } else { 128 };
    let length = length.unwrap_or(whole);
    (1..=whole).contains(&length).then_some((base, length))
}

/// The addresses that proxies noted, the nearest last. `X-Forwarded-For` counts where it is
/// there, else `Forwarded`.
fn chain(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    let said = |name: &str| -> Vec<&str> {
        headers
            .get_all(name)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .map(str::trim)
            .collect()
    };
    let plain = said("x-forwarded-for");
    if !plain.is_empty() {
        return plain.into_iter().map(address).collect();
    }
    said(FORWARDED.as_str())
        .into_iter()
        .map(|element| {
            element.split(';').find_map(|pair| {
                let (name, value) = pair.trim().split_once('=')?;
                name.eq_ignore_ascii_case("for").then(|| address(value))?
            })
        })
        .collect()
}

/// An address as proxies write it: with quotes, brackets or a port.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim().trim_matches('"');
    if let Ok(ip) = text.parse() {
        return Some(ip);
    }
    if let Ok(with_port) = text.parse::<std::net::SocketAddr>() {
        return Some(with_port.ip());
    }
    text.strip_prefix('[')?.strip_suffix(']')?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderName, HeaderValue};

    fn asking(proxies: &str, peer: &str, headers: &[(&'static str, &'static str)]) -> String {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            );
        }
        Proxies::parse(proxies)
            .unwrap()
            .asking(peer.parse().unwrap(), &map)
            .to_string()
    }

    #[test]
    fn only_what_our_own_proxies_added_is_believed() {
        let xff = "x-forwarded-for";
        // Nobody is believed who is not named.
        assert_eq!(
            asking("", "203.0.113.9", &[(xff, "198.51.100.1")]),
            "203.0.113.9"
        );
        assert_eq!(
            asking("10.0.0.0/8", "203.0.113.9", &[(xff, "198.51.100.1")]),
            "203.0.113.9"
        );
        // The right side alone: what a client invented stands left of it.
        assert_eq!(
            asking("10.0.0.0/8", "10.1.1.1", &[(xff, "1.2.3.4, 198.51.100.1")]),
            "198.51.100.1"
        );
        assert_eq!(
            asking(
                "10.0.0.0/8",
                "10.1.1.1",
                &[(xff, "1.2.3.4"), (xff, "198.51.100.1, 10.2.2.2")]
            ),
            "198.51.100.1"
        );
        assert_eq!(
            asking("10.0.0.0/8", "10.1.1.1", &[(xff, "198.51.100.1, junk")]),
            "10.1.1.1"
        );
        assert_eq!(
            asking(
                "::1",
                "::1",
                &[(
                    "forwarded",
                    "for=1.2.3.4, for=\"[2001:db8::7]:1\";proto=https"
                )]
            ),
            "2001:db8::7"
        );
        assert_eq!(asking("127.0.0.1", "127.0.0.1", &[]), "127.0.0.1");
        for wrong in ["0.0.0.0/0", "10.0.0.0/33", "proxy", "10.0.0.0/x"] {
            assert!(Proxies::parse(wrong).is_err(), "{wrong}");
        }
    }
}
