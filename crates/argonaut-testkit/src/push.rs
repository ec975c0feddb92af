//! A push service of our own on this machine, under TLS, and browsers that have an address
//! there: what the service is handed, a browser opens with its own keys.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::serve::Listener;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use web_push_native::p256::SecretKey;
use web_push_native::p256::elliptic_curve::sec1::ToEncodedPoint as _;
use web_push_native::{Auth, decrypt};

/// The name under which the service is known.
const NAME: &str = "push.example.net";

/// What the service was handed.
#[derive(Clone, Debug)]
pub struct Handed {
    /// The path of the address.
    pub path: String,
    /// The head.
    pub head: HeaderMap,
    /// What is sealed.
    pub body: Vec<u8>,
}

#[derive(Clone, Default)]
struct Desk {
    taken: Arc<Mutex<Vec<Handed>>>,
    answers: Arc<Mutex<BTreeMap<String, StatusCode>>>,
}

/// A running push service; it ends with its runtime.
pub struct PushService {
    /// Where it listens.
    pub address: SocketAddr,
    /// The certificate by which it is known.
    pub certificate: CertificateDer<'static>,
    desk: Desk,
}

impl PushService {
    /// Starts one on a free port.
    pub async fn start() -> Self {
        let made =
            rcgen::generate_simple_self_signed(vec![NAME.to_owned()]).expect("a certificate");
        let certificate = made.cert.der().clone();
        let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).expect("a key");
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("TLS")
            .with_no_client_auth()
            .with_single_cert(vec![certificate.clone()], key)
            .expect("TLS");
        let tcp = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = tcp.local_addr().expect("an address");
        let desk = Desk::default();
        let router = Router::new().fallback(take).with_state(desk.clone());
        let listener = Tls {
            tcp,
            acceptor: TlsAcceptor::from(Arc::new(tls)),
        };
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self {
            address,
            certificate,
            desk,
        }
    }
    /// Answers so from now on, for the browser of this name.
    pub fn answer(&self, browser: &str, status: StatusCode) {
        let mut answers = self
            .desk
            .answers
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        answers.insert(format!("/{browser}"), status);
    }
    /// What it was handed since it was last asked.
    pub fn taken(&self) -> Vec<Handed> {
        let mut taken = self
            .desk
            .taken
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *taken)
    }
}

async fn take(State(desk): State<Desk>, request: Request) -> StatusCode {
    let (head, body) = request.into_parts();
    let body: Bytes = axum::body::to_bytes(body, 4_096).await.unwrap_or_default();
    let path = head.uri.path().to_owned();
    let answers = desk.answers.lock().unwrap_or_else(PoisonError::into_inner);
    let status = answers.get(&path).copied().unwrap_or(StatusCode::CREATED);
    drop(answers);
    let handed = Handed {
        path,
        head: head.headers,
        body: body.to_vec(),
    };
    desk.taken
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(handed);
    status
}

struct Tls {
    tcp: TcpListener,
    acceptor: TlsAcceptor,
}

impl Listener for Tls {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            let Ok((stream, address)) = self.tcp.accept().await else {
                continue;
            };
            if let Ok(stream) = self.acceptor.accept(stream).await {
                return (stream, address);
            }
        }
    }
    fn local_addr(&self) -> std::io::Result<SocketAddr> {
        self.tcp.local_addr()
    }
}

/// A browser that takes push messages through the service.
pub struct PushBrowser {
    name: String,
    secret: SecretKey,
    auth: [u8; 16],
}

impl PushBrowser {
    /// A browser of this name, with keys of its own by the number.
    pub fn new(name: &str, number: u8) -> Self {
        Self {
            name: name.to_owned(),
            secret: SecretKey::from_slice(&[number; 32]).expect("a key"),
            auth: [number; 16],
        }
    }
    /// Its address at the service: a secret.
    pub fn endpoint(&self) -> String {
        format!("https://{NAME}/{}", self.name)
    }
    /// What it says of itself in the form.
    pub fn form(&self) -> [(&'static str, String); 3] {
        let point = self.secret.public_key().to_encoded_point(false);
        [
            ("endpoint", self.endpoint()),
            ("p256dh", URL_SAFE_NO_PAD.encode(point.as_bytes())),
            ("auth", URL_SAFE_NO_PAD.encode(self.auth)),
        ]
    }
    /// Opens what the service was handed for it; `None` when it is for another.
    pub fn open(&self, handed: &Handed) -> Option<serde_json::Value> {
        let bytes = decrypt(handed.body.clone(), &self.secret, &Auth::from(self.auth)).ok()?;
        serde_json::from_slice(&bytes).ok()
    }
}
