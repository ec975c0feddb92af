//! Push messages (RFC 8030): the instance's own key, by which a push service knows who sends
//! (RFC 8292), and sealing to the keys of a device, so that the service reads nothing
//! (RFC 8291).

use std::net::IpAddr;
use std::time::Duration;

use argonaut_domain::clock::Timestamp;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{HeaderValue, Request, Uri, header};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use thiserror::Error;
use web_push_native::p256::PublicKey;
use web_push_native::{Auth, WebPushBuilder};
use zeroize::Zeroizing;

/// The longest address of a device, in bytes.
pub const LONGEST_ENDPOINT: usize = 2_000;

/// Bytes of every message before sealing, whatever it says: its length tells nothing.
pub const MESSAGE_BYTES: usize = 1_024;

/// How long a push service may keep a message for a device that is off.
const KEPT_FOR: Duration = Duration::from_secs(24 * 60 * 60);

/// Minutes for which a proof of who sends holds; RFC 8292 allows a day.
const PROOF_MINUTES: i64 = 12 * 60;

/// Why there is no device, no key, or no message.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum PushError {
    /// The address is not one of a push service: `https`, a name with a dot, no user, no port.
    #[error("no address of a push service")]
    Endpoint,
    /// The device's keys are none.
    #[error("no keys of a device")]
    Keys,
    /// The instance's key is none.
    #[error("no key of an instance")]
    Key,
    /// The message is longer than [`MESSAGE_BYTES`].
    #[error("too long for a push message")]
    TooLong,
    /// The message could not be sealed.
    #[error("a push message could not be sealed")]
    Sealing,
}

/// The key by which push services know this instance.
pub struct PushKey(SigningKey);

impl PushKey {
    /// A new key.
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        loop {
            let mut bytes = Zeroizing::new([0; 32]);
            rng.fill_bytes(bytes.as_mut_slice());
            // All but some 2⁻³² of these are keys.
            if let Ok(key) = Self::from_bytes(bytes.as_slice()) {
                return key;
            }
        }
    }
    /// The key of these 32 bytes.
    ///
    /// # Errors
    /// [`PushError::Key`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PushError> {
        SigningKey::from_slice(bytes)
            .map(Self)
            .map_err(|_| PushError::Key)
    }
    /// Its 32 bytes: seal them.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.0.to_bytes().to_vec())
    }
    /// The public half, as browsers ask for it: 65 bytes, base64 for addresses.
    pub fn public(&self) -> String {
        let point = self.0.verifying_key().to_sec1_point(false);
        URL_SAFE_NO_PAD.encode(point.as_bytes())
    }
    /// The proof of who sends, to one push service (RFC 8292).
    fn proof(&self, service: &str, contact: &str, now: Timestamp) -> Result<String, PushError> {
        #[derive(Serialize)]
        struct Claims<'a> {
            aud: &'a str,
            exp: i64,
            sub: &'a str,
        }
        let until = now.plus_minutes(PROOF_MINUTES);
        let claims = serde_json::to_vec(&Claims {
            aud: service,
            exp: until.micros() / 1_000_000,
            sub: contact,
        })
        .map_err(|_| PushError::Sealing)?;
        let head = URL_SAFE_NO_PAD.encode(br#"{"typ":"JWT","alg":"ES256"}"#);
        let signed = format!("{head}.{}", URL_SAFE_NO_PAD.encode(claims));
        let signature: Signature = self.0.sign(signed.as_bytes());
        let signature = URL_SAFE_NO_PAD.encode(signature.to_bytes());
        Ok(format!("vapid t={signed}.{signature}, k={}", self.public()))
    }
}

/// A browser on a device that takes push messages: where to, and sealed to what. Whoever knows
/// the address can send there, so it is kept sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    endpoint: String,
    p256dh: String,
    auth: String,
}

impl Device {
    /// What a browser said of itself: the address, its public key and the shared secret, both
    /// base64 for addresses, without padding.
    ///
    /// # Errors
    /// [`PushError::Endpoint`], [`PushError::Keys`].
    pub fn new(endpoint: &str, p256dh: &str, auth: &str) -> Result<Self, PushError> {
        let device = Self {
            endpoint: endpoint.trim().to_owned(),
            p256dh: p256dh.trim().trim_end_matches('=').to_owned(),
            auth: auth.trim().trim_end_matches('=').to_owned(),
        };
        device.service()?;
        device.keys()?;
        Ok(device)
    }
    /// What [`Device::to_bytes`] gave.
    ///
    /// # Errors
    /// [`PushError::Endpoint`], [`PushError::Keys`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PushError> {
        let device: Self = serde_json::from_slice(bytes).map_err(|_| PushError::Keys)?;
        device.service()?;
        device.keys()?;
        Ok(device)
    }
    /// For sealing.
    ///
    /// # Errors
    /// [`PushError::Sealing`] only.
    pub fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>, PushError> {
        serde_json::to_vec(self)
            .map(Zeroizing::new)
            .map_err(|_| PushError::Sealing)
    }
    /// By which a device is found again without its address: SHA-256.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.endpoint.as_bytes()).into()
    }
    /// The push service, `https://push.example.org`: who learns when something is sent.
    ///
    /// # Errors
    /// [`PushError::Endpoint`] when this is no address of one.
    pub fn service(&self) -> Result<String, PushError> {
        if self.endpoint.len() > LONGEST_ENDPOINT {
            return Err(PushError::Endpoint);
        }
        let uri = self.uri()?;
        let (Some("https"), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(PushError::Endpoint);
        };
        let host = authority.host();
        // No way to a machine inside: no user, no port, no number in place of a name.
        let plain = authority.as_str() == host || authority.as_str() == format!("{host}:443");
        let named = host.parse::<IpAddr>().is_err()
            && host.rsplit_once('.').is_some_and(|(front, end)| {
                !front.is_empty() && end.starts_with(|first: char| first.is_ascii_alphabetic())
            })
            && host
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '.');
        if plain && named {
            Ok(format!("https://{}", host.to_ascii_lowercase()))
        } else {
            Err(PushError::Endpoint)
        }
    }
    fn uri(&self) -> Result<Uri, PushError> {
        self.endpoint.parse().map_err(|_| PushError::Endpoint)
    }
    fn keys(&self) -> Result<(PublicKey, Auth), PushError> {
        let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).map_err(|_| PushError::Keys);
        let key = PublicKey::from_sec1_bytes(&bytes(&self.p256dh)?).map_err(|_| PushError::Keys)?;
        let auth: [u8; 16] = bytes(&self.auth)?.try_into().map_err(|_| PushError::Keys)?;
        Ok((key, Auth::from(auth)))
    }
}

/// The request that hands a message for this device to its push service. What it says is
/// filled up to one length and sealed; `contact` is where the push service may complain, an
/// address that begins with `https:` or `mailto:`.
///
/// # Errors
/// [`PushError::TooLong`]; [`PushError::Sealing`] never, in practice.
pub fn message(
    key: &PushKey,
    device: &Device,
    contact: &str,
    now: Timestamp,
    urgent: bool,
    said: &str,
) -> Result<Request<Vec<u8>>, PushError> {
    if said.len() > MESSAGE_BYTES {
        return Err(PushError::TooLong);
    }
    let filled = format!(
        "{said:<width$}",
        width = MESSAGE_BYTES - said.len() + said.chars().count()
    );
    let (public, auth) = device.keys()?;
    let mut request = WebPushBuilder::new(device.uri()?, public, auth)
        .with_valid_duration(KEPT_FOR)
        .build(filled)
        .map_err(|_| PushError::Sealing)?;
    let proof = key.proof(&device.service()?, contact, now)?;
    let head = request.headers_mut();
    let mut proof = HeaderValue::from_str(&proof).map_err(|_| PushError::Sealing)?;
    proof.set_sensitive(true);
    head.insert(header::AUTHORIZATION, proof);
    // What was not delivered yet is replaced by the newer word.
    head.insert("topic", HeaderValue::from_static("waiting"));
    let urgency = if urgent { "high" } else { "normal" };
    head.insert("urgency", HeaderValue::from_static(urgency));
    Ok(request)
}

#[cfg(test)]
mod tests {
    use super::*;
    use p256::ecdsa::VerifyingKey;
    use p256::ecdsa::signature::Verifier as _;
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;
    use web_push_native::p256::SecretKey;

    /// The device of RFC 8291, section 5.
    const P256DH: &str =
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    const SECRET: &str = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
    const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";
    const ENDPOINT: &str = "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV";

    #[test]
    fn only_the_device_reads_a_message_and_every_one_is_as_long() {
        let key = PushKey::generate(&mut StdRng::seed_from_u64(1));
        let device = Device::new(ENDPOINT, P256DH, AUTH).unwrap();
        let now = Timestamp::from_micros(1_000_000_000_000_000);
        let mut lengths = Vec::new();
        for said in [
            "{}",
            "{\"title\":\"¿Señales? Два\"}",
            &"x".repeat(MESSAGE_BYTES),
        ] {
            let sent =
                message(&key, &device, "https://help.example.org", now, false, said).unwrap();
            let secret = URL_SAFE_NO_PAD.decode(SECRET).unwrap();
            let secret = SecretKey::from_slice(&secret).unwrap();
            let auth: [u8; 16] = URL_SAFE_NO_PAD.decode(AUTH).unwrap().try_into().unwrap();
            let opened =
                web_push_native::decrypt(sent.body().clone(), &secret, &Auth::from(auth)).unwrap();
            assert_eq!(String::from_utf8(opened).unwrap().trim_end(), said);
            lengths.push(sent.body().len());
            assert_eq!(sent.headers()["content-encoding"], "aes128gcm");
            assert_eq!(sent.headers()["ttl"], "86400");
            assert!(sent.headers()["authorization"].is_sensitive());
        }
        lengths.dedup();
        assert_eq!(lengths.len(), 1, "{lengths:?}");
        let long = "x".repeat(MESSAGE_BYTES + 1);
        let error = message(&key, &device, "https://x.example", now, false, &long).unwrap_err();
        assert_eq!(error, PushError::TooLong);
    }

    #[test]
    fn a_push_service_can_check_who_sends() {
        let key = PushKey::generate(&mut StdRng::seed_from_u64(2));
        let again = PushKey::from_bytes(&key.to_bytes()).unwrap();
        assert_eq!(again.public(), key.public());
        let device = Device::new(ENDPOINT, P256DH, AUTH).unwrap();
        let now = Timestamp::from_micros(1_700_000_000_000_000);
        let sent = message(&again, &device, "mailto:a@example.org", now, true, "{}").unwrap();
        let proof = sent.headers()["authorization"].to_str().unwrap();
        let (token, public) = proof
            .strip_prefix("vapid t=")
            .unwrap()
            .split_once(", k=")
            .unwrap();
        let public = URL_SAFE_NO_PAD.decode(public).unwrap();
        assert_eq!(public.len(), 65);
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
        VerifyingKey::from_sec1_bytes(&public)
            .unwrap()
            .verify(
                signed.as_bytes(),
                &Signature::from_slice(&signature).unwrap(),
            )
            .unwrap();
        let claims = URL_SAFE_NO_PAD
            .decode(signed.split_once('.').unwrap().1)
            .unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        assert_eq!(claims["aud"], "https://push.example.net");
        assert_eq!(claims["sub"], "mailto:a@example.org");
        assert_eq!(claims["exp"], 1_700_000_000 + 12 * 60 * 60);
        assert_eq!(sent.headers()["urgency"], "high");
    }

    #[test]
    fn nothing_is_sent_but_to_a_named_machine_outside_under_tls() {
        for good in [
            ENDPOINT,
            "https://fcm.googleapis.com/fcm/send/abc:def",
            "https://web.push.apple.com/QGuQyavXutnMH",
            "https://push.example.net:443/x",
        ] {
            assert!(Device::new(good, P256DH, AUTH).is_ok(), "{good}");
        }
        let long = format!("https://push.example.net/{}", "x".repeat(LONGEST_ENDPOINT));
        for bad in [
            "",
            "push",
            "http://push.example.net/x",
            "https://127.0.0.1/x",
            "https://127.1/x",
            "https://0x7f.0.0.0x1/x",
            "https://2130706433/x",
            "https://[::1]/x",
            "https://localhost/x",
            "https://push.example.net:8443/x",
            "https://me@push.example.net/x",
            "https://me:secret@push.example.net/x",
            "https://push.example.net@127.0.0.1/x",
            "ftp://push.example.net/x",
            "/only/a/path",
            &long,
        ] {
            assert_eq!(
                Device::new(bad, P256DH, AUTH).err(),
                Some(PushError::Endpoint),
                "{bad}"
            );
        }
        for (p256dh, auth) in [
            ("", AUTH),
            (P256DH, ""),
            (&P256DH[..80], AUTH),
            (P256DH, "AAAA"),
            ("not base64!", AUTH),
        ] {
            assert_eq!(
                Device::new(ENDPOINT, p256dh, auth).err(),
                Some(PushError::Keys)
            );
        }
    }
}
