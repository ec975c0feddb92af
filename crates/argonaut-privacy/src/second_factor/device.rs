//! A passkey device in software, and what an attacker would try against its answers. Tests only.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::{PasskeyError, Passkeys, Question};

const SITE: &str = "https://help.example.org";
const NAME: &str = "help.example.org";

const PRESENT: u8 = 1;
const VERIFIED: u8 = 4;
const WITH_KEY: u8 = 64;

struct Device {
    key: SigningKey,
    id: [u8; 16],
    used: u32,
}

impl Device {
    fn new(number: u8) -> Self {
        Self {
            key: SigningKey::from_slice(&[number; 32]).unwrap(),
            id: [number; 16],
            used: 0,
        }
    }

    /// What the device says of itself: the site's name hashed, what the person did, a counter.
    fn data(&self, name: &str, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(name.as_bytes()).to_vec();
        data.push(flags);
        data.extend_from_slice(&self.used.to_be_bytes());
        data
    }

    fn enrol(&self, asked: &Question, origin: &str) -> String {
        let mut data = self.data(NAME, PRESENT | VERIFIED | WITH_KEY);
        data.extend_from_slice(&[0; 16]);
        data.extend_from_slice(&[0, 16]);
        data.extend_from_slice(&self.id);
        // The public key in CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = point.as_bytes()[1..].split_at(32);
        data.extend_from_slice(&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32]);
        data.extend_from_slice(x);
        data.extend_from_slice(&[0x22, 0x58, 32]);
        data.extend_from_slice(y);
        // {"fmt": "none", "attStmt": {}, "authData": …}
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend_from_slice(&data);
        let client = client("webauthn.create", asked, origin);
        self.answer(&json!({
            "attestationObject": encode(&object), "clientDataJSON": encode(client.as_bytes()),
        }))
    }

    fn prove(&mut self, asked: &Question, origin: &str, name: &str, flags: u8) -> String {
        self.used += 1;
        let data = self.data(name, flags);
        let client = client("webauthn.get", asked, origin);
        let mut signed = data.clone();
        signed.extend_from_slice(&Sha256::digest(client.as_bytes()));
        let signature: Signature = self.key.sign(&signed);
        self.answer(&json!({
            "authenticatorData": encode(&data), "clientDataJSON": encode(client.as_bytes()),
            "signature": encode(signature.to_der().as_bytes()), "userHandle": null,
        }))
    }

    fn answer(&self, response: &Value) -> String {
        let id = encode(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "extensions": {} })
            .to_string()
    }
}

fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn client(kind: &str, asked: &Question, origin: &str) -> String {
    let options: Value = serde_json::from_str(&asked.options).unwrap();
    let challenge = &options["publicKey"]["challenge"];
    json!({ "type": kind, "challenge": challenge, "origin": origin, "crossOrigin": false })
        .to_string()
}

fn site() -> Passkeys {
    Passkeys::of(SITE).unwrap()
}

fn enrolled(device: &Device) -> Vec<u8> {
    let asked = site().enrol(&[1; 16], "rosa", "Rosa", &[]).unwrap();
    site()
        .enrolled(&device.enrol(&asked, SITE), &asked.state)
        .unwrap()
}

#[test]
fn a_device_is_enrolled_and_proves_itself() {
    let (mut phone, mut key) = (Device::new(1), Device::new(2));
    let mut stored = vec![enrolled(&phone), enrolled(&key)];
    for _ in 0..3 {
        for (place, device) in [&mut phone, &mut key].into_iter().enumerate() {
            let asked = site().ask(&stored).unwrap();
            let answer = device.prove(&asked, SITE, NAME, PRESENT | VERIFIED);
            let (which, next) = site().answered(&answer, &asked.state, &stored).unwrap();
            assert_eq!(which, place);
            assert_ne!(next, stored[place], "the uses are counted");
            stored[place] = next;
        }
    }
    // A device that is enrolled already is named, so that the browser refuses it.
    let asked = site().enrol(&[1; 16], "rosa", "Rosa", &stored).unwrap();
    assert!(asked.options.contains(&encode(&phone.id)));
}

#[test]
fn an_answer_fits_its_own_question_site_and_device_only() {
    let mut phone = Device::new(1);
    let stored = vec![enrolled(&phone)];
    let refused = |asked: &Question, answer: &str| {
        assert_eq!(
            site().answered(answer, &asked.state, &stored),
            Err(PasskeyError::Refused)
        );
    };
    let asked = site().ask(&stored).unwrap();
    let good = PRESENT | VERIFIED;
    let old = phone.prove(&asked, SITE, NAME, good);
    // Replayed to another question.
    refused(&site().ask(&stored).unwrap(), &old);
    // Given to a look-alike, by the browser's word or by the device's.
    refused(
        &asked,
        &phone.prove(&asked, "https://help.example.com", NAME, good),
    );
    refused(&asked, &phone.prove(&asked, SITE, "help.example.com", good));
    // Nobody touched it, or it did not make sure who did.
    refused(&asked, &phone.prove(&asked, SITE, NAME, 0));
    refused(&asked, &phone.prove(&asked, SITE, NAME, PRESENT));
    // Another device, also one that claims the id of the first.
    let mut thief = Device::new(9);
    refused(&asked, &thief.prove(&asked, SITE, NAME, good));
    thief.id = phone.id;
    refused(&asked, &thief.prove(&asked, SITE, NAME, good));
    // The answer of an enrolment is none to a question, and the other way round.
    refused(&asked, &phone.enrol(&asked, SITE));
}

#[test]
fn a_copied_device_is_noticed_by_its_counter() {
    let mut phone = Device::new(1);
    let mut stored = vec![enrolled(&phone)];
    for _ in 0..4 {
        let asked = site().ask(&stored).unwrap();
        let answer = phone.prove(&asked, SITE, NAME, PRESENT | VERIFIED);
        stored[0] = site().answered(&answer, &asked.state, &stored).unwrap().1;
    }
    let mut copy = Device::new(1);
    let asked = site().ask(&stored).unwrap();
    let answer = copy.prove(&asked, SITE, NAME, PRESENT | VERIFIED);
    assert_eq!(
        site().answered(&answer, &asked.state, &stored),
        Err(PasskeyError::Refused)
    );
}

#[test]
fn an_enrolment_fits_its_own_question_and_site_only() {
    let phone = Device::new(1);
    let asked = site().enrol(&[1; 16], "rosa", "Rosa", &[]).unwrap();
    let other = site().enrol(&[1; 16], "rosa", "Rosa", &[]).unwrap();
    for answer in [
        phone.enrol(&other, SITE),
        phone.enrol(&asked, "https://help.example.com"),
    ] {
        assert_eq!(
            site().enrolled(&answer, &asked.state),
            Err(PasskeyError::Refused)
        );
    }
}
