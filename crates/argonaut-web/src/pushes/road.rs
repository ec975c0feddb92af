//! The way to push services: TLS to machines of the open internet alone. Where to send was
//! given by a browser, so nothing inside may be reached by it.

use std::future::Future;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use std::vec;

use bytes::Bytes;
use http_body_util::Full;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::dns::Name;
use hyper_util::rt::TokioExecutor;
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};
use tower::Service;

/// A connection has so long to be made.
const CONNECT: Duration = Duration::from_secs(10);

/// Speaks HTTP over the road.
pub(super) type Wire = Client<HttpsConnector<HttpConnector<Resolver>>, Full<Bytes>>;

/// A way to push services.
#[derive(Clone, Debug)]
pub struct Road {
    roots: RootCertStore,
    resolver: Resolver,
}

impl Road {
    /// To the machines that names stand for, when those are of the open internet; trusted are
    /// the certificate authorities that browsers trust.
    pub fn open() -> Self {
        Self {
            roots: webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect(),
            resolver: Resolver { only: None },
        }
    }
    /// Every name stands for one receiver, known by its own certificate: for measuring and
    /// trying out, with all the rest as it is.
    pub fn to_receiver(address: SocketAddr, certificate: &CertificateDer<'_>) -> Self {
        let mut roots = RootCertStore::empty();
        // A certificate that cannot be read is trusted by nobody, and nothing arrives.
        roots.add_parsable_certificates([certificate.clone().into_owned()]);
        Self {
            roots,
            resolver: Resolver {
                only: Some(address),
            },
        }
    }
    pub(super) fn wire(&self) -> Result<Wire, rustls::Error> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_root_certificates(self.roots.clone())
            .with_no_client_auth();
        let mut http = HttpConnector::new_with_resolver(self.resolver.clone());
        http.enforce_http(false);
        http.set_connect_timeout(Some(CONNECT));
        http.set_nodelay(true);
        let https = HttpsConnectorBuilder::new()
            .with_tls_config(tls)
            .https_only()
            .enable_http1()
            .wrap_connector(http);
        Ok(Client::builder(TokioExecutor::new())
            .pool_idle_timeout(Duration::from_secs(30))
            .build(https))
    }
}

/// Finds the machines behind a name, and gives those of the open internet alone. It is asked
/// for each connection, so that a name cannot stand for another machine after it was looked at.
#[derive(Clone, Debug)]
pub(super) struct Resolver {
    only: Option<SocketAddr>,
}

impl Service<Name> for Resolver {
    type Response = vec::IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Self::Response>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
    fn call(&mut self, name: Name) -> Self::Future {
        let only = self.only;
        Box::pin(async move {
            if let Some(only) = only {
                return Ok(vec![only].into_iter());
            }
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0))
                .await?
                .filter(|address| is_outside(address.ip()))
                .collect();
            if found.is_empty() {
                return Err(io::Error::new(
                    ErrorKind::AddrNotAvailable,
                    "no machine of the open internet",
                ));
            }
            Ok(found.into_iter())
        })
    }
}

/// Whether an address is one of the open internet, by IANA's registries of special-purpose
/// addresses.
fn is_outside(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => is_outside_four(four),
        IpAddr::V6(six) => is_outside_six(six),
    }
}

fn is_outside_four(address: Ipv4Addr) -> bool {
    let [first, second, third, _] = address.octets();
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_multicast()
        || first == 0
        || first >= 240
        || (first == 100 && (64..128).contains(&second))
        || (first == 192 && second == 0 && third == 0)
        || (first == 192 && second == 88 && third == 99)
        || (first == 198 && (second == 18 || second == 19)))
}

fn is_outside_six(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    // Global unicast alone, without what hides another address or stands for none.
    (0x2000..0x4000).contains(&first)
        && first != 0x2002
        && !(first == 0x2001 && (second < 0x0200 || second == 0x0db8))
        && first != 0x3fff
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machines_inside_are_told_from_those_outside() {
        for outside in [
            "93.184.216.34",
            "142.250.72.10",
            "2a00:1450:4001:80b::200a",
            "100.128.0.1",
        ] {
            assert!(is_outside(outside.parse().unwrap()), "{outside}");
        }
        for inside in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "127.0.0.1",
            "127.8.8.8",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.51.100.1",
            "203.0.113.9",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "2002:7f00:1::",
        ] {
            assert!(!is_outside(inside.parse().unwrap()), "{inside}");
        }
    }

    #[tokio::test]
    async fn a_name_that_stands_for_a_machine_inside_leads_nowhere() {
        let mut resolver = Road::open().resolver;
        let name = "localhost".parse().unwrap();
        let error = resolver.call(name).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AddrNotAvailable);
    }
}
