//! Mail addresses and telephone numbers, written in one way, so that two spellings of the
//! same one can be compared. Whether anybody answers there is not known here.

use crate::place::CountryId;

/// Calling codes by country (ITU E.164), and what is dialled before a number inside the
/// country and left out from abroad: `0` unless it is said.
const CALLING: &str = "US1:1 CA1:1 PR1:1 DO1:1 JM1:1 TT1:1 BS1:1 BB1:1 AG1:1 AI1:1 BM1:1 DM1:1 GD1:1 GU1:1 KN1:1 KY1:1 LC1:1 MP1:1 MS1:1 AS1:1 SX1:1 TC1:1 VC1:1 VG1:1 VI1:1 \
    EG20 SS211 MA212 EH212 DZ213 TN216: LY218 GM220: SN221: MR222: ML223: GN224: CI225: BF226: NE227: TG228: BJ229: MU230: LR231 SL232 GH233 NG234 TD235: CF236: CM237: CV238: ST239: GQ240: GA241 CG242: CD243 AO244: GW245: IO246 SC248: SD249 RW250 ET251 SO252 DJ253: KE254 TZ255 UG256 BI257: MZ258: ZM260 MG261 RE262 YT262 ZW263 NA264 MW265 LS266: BW267: SZ268: KM269: ZA27 SH290: ER291 AW297: FO298: GL299: \
    GR30: NL31 BE32 FR33 ES34: GI350: PT351: LU352: IE353 IS354: AL355 MT356: CY357: FI358 AX358 BG359 HU36:06 LT370 LV371: EE372: MD373 AM374 BY375:8 AD376: MC377: SM378: VA379: UA380 RS381 ME382 XK383 HR385 SI386 BA387 MK389 IT39: RO40 CH41 CZ420: SK421 LI423: AT43 GB44 GG44 IM44 JE44 DK45: SE46 NO47: SJ47: PL48: DE49 \
    FK500: BZ501: GT502: SV503: HN504: NI505: CR506: PA507: PM508 HT509: PE51 MX52: CU53 AR54 BR55 CL56: CO57: VE58 GP590 BL590 MF590 BO591 GY592: EC593 GF594 PY595 MQ596 SR597 UY598 CW599 BQ599 \
    MY60 AU61 CX61 CC61 ID62 PH63 NZ64 SG65: TH66 TL670: NF672: BN673: NR674: PG675: TO676: SB677: VU678: FJ679: PW680: WF681: CK682: NU683: WS685: KI686: NC687: TV688: PF689: TK690: FM691 MH692:1 RU7:8 KZ7:8 JP81 KR82 VN84 KP850 HK852: MO853: KH855 LA856 CN86 BD880 TW886 TR90 IN91 PK92 AF93 LK94 MM95 MV960: LB961 JO962 SY963 IQ964 KW965: SA966 YE967 OM968: PS970 AE971 IL972 BH973: QA974: BT975: MN976 NP977 IR98 TJ992 TM993:8 AZ994 GE995 KG996 UZ998";

/// The fewest and most digits of a number, its calling code included (E.164).
const DIGITS: std::ops::RangeInclusive<usize> = 8..=15;

/// The calling code of a country and what is dialled before a number inside it.
fn calling(country: CountryId) -> Option<(&'static str, &'static str)> {
    let code = country.code();
    let entry = CALLING
        .split_ascii_whitespace()
        .find_map(|entry| entry.strip_prefix(code))?;
    Some(entry.split_once(':').unwrap_or((entry, "0")))
}

/// A telephone number as `+` and digits. `home` is the country of numbers that are written
/// as they are dialled at home; without it, only international ones can be read.
pub fn phone(text: &str, home: Option<CountryId>) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix("tel:").unwrap_or(text);
    // What follows is dialled after the answer.
    let text = text
        .split([';', ',', 'x', 'X', '#', '*', 'p', 'w'])
        .next()
        .unwrap_or("");
    let written = text.replace("(0)", "");
    let digits: String = written.chars().filter_map(digit).collect();
    let international = |digits: &str| {
        let fits = DIGITS.contains(&digits.len()) && !digits.starts_with('0');
        fits.then(|| format!("+{digits}"))
    };
    if written.trim_start().starts_with(['+', '＋']) {
        return international(&digits);
    }
    if let Some(abroad) = digits.strip_prefix("00") {
        return international(abroad);
    }
    let (code, trunk) = calling(home?)?;
    if code == "1" {
        if let Some(abroad) = digits.strip_prefix("011") {
            return international(abroad);
        }
        let digits = digits
            .strip_prefix(trunk)
            .filter(|rest| rest.len() == 10)
            .unwrap_or(&digits);
        return (digits.len() == 10)
            .then(|| international(&format!("1{digits}")))
            .flatten();
    }
    let national = match digits.strip_prefix(trunk) {
        Some(rest) if !trunk.is_empty() => rest,
        Some(_) | None => &digits,
    };
    // Shorter ones are those of services, which many countries share.
    if national.len() < 6 {
        return None;
    }
    international(&format!("{code}{national}"))
}

/// The digit that a letter is in any script's decimal numbers that phones write.
fn digit(letter: char) -> Option<char> {
    let zeros = ['0', '٠', '۰', '०', '０'];
    zeros.into_iter().find_map(|zero| {
        let value = u32::from(letter).checked_sub(u32::from(zero))?;
        char::from_digit(value, 10)
    })
}

/// A mail address in lower case; `None` for what cannot be one.
pub fn mail(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    let (name, host) = text.rsplit_once('@')?;
    let bad = |c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\"\\@".contains(c);
    let fits = !name.is_empty()
        && text.len() <= 254
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !name.contains(bad)
        && !host.contains(bad);
    fits.then(|| text.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_country(text: &str, country: &str) -> Option<String> {
        phone(text, CountryId::parse(country))
    }

    #[test]
    fn numbers_are_written_in_one_way() {
        for (text, country, wanted) in [
            ("(559) 555-0143", "US", Some("+15595550143")),
            ("1-559-555-0143", "US", Some("+15595550143")),
            ("+1 559.555.0143", "ES", Some("+15595550143")),
            ("011 34 612 345 678", "US", Some("+34612345678")),
            ("tel:+1-559-555-0143;ext=4", "US", Some("+15595550143")),
            ("559 555 0143 x12", "US", Some("+15595550143")),
            ("612 345 678", "ES", Some("+34612345678")),
            ("0034 612 345 678", "FR", Some("+34612345678")),
            ("06 12 34 56 78", "FR", Some("+33612345678")),
            ("+44 (0)20 7946 0018", "GB", Some("+442079460018")),
            ("020 7946 0018", "GB", Some("+442079460018")),
            ("06 698 12345", "IT", Some("+390669812345")),
            ("8 912 345 67 89", "RU", Some("+79123456789")),
            ("06 1 234 5678", "HU", Some("+3612345678")),
            ("٠١٢٣ ٤٥٦ ٧٨٩٠", "EG", Some("+201234567890")),
            ("911", "US", None),
            ("112", "ES", None),
            ("555 0143", "US", None),
            ("hello", "US", None),
            ("", "US", None),
            ("+1234", "US", None),
            ("+12345678901234567", "US", None),
        ] {
            let wanted = wanted.map(str::to_owned);
            assert_eq!(in_country(text, country), wanted, "{text} in {country}");
        }
        assert_eq!(phone("559 555 0143", None), None, "whose country is it?");
        assert_eq!(
            phone("+34 612 345 678", None).as_deref(),
            Some("+34612345678")
        );
    }

    #[test]
    fn every_calling_code_is_one_and_most_countries_have_theirs() {
        let known = CountryId::all().filter(|of| calling(*of).is_some()).count();
        assert!(known * 10 >= CountryId::all().count() * 9, "{known}");
        for country in CountryId::all() {
            if let Some((code, trunk)) = calling(country) {
                assert!((1..=3).contains(&code.len()) && trunk.len() <= 2);
                assert!(
                    code.chars()
                        .chain(trunk.chars())
                        .all(|c| c.is_ascii_digit())
                );
            }
        }
    }

    #[test]
    fn mail_addresses_are_compared_in_lower_case() {
        assert_eq!(
            mail(" Rosa@Example.ORG ").as_deref(),
            Some("rosa@example.org")
        );
        assert_eq!(mail("mailto:a@b.org").as_deref(), Some("a@b.org"));
        for bad in [
            "",
            "a",
            "a@b",
            "@b.org",
            "a b@c.org",
            "a@b.org,c@d.org",
            "a@.org",
            "<a@b.org>",
        ] {
            assert_eq!(mail(bad), None, "{bad}");
        }
    }
}
