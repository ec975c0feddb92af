//! What is said when an address or a choice cannot be kept.

use argonaut_app::Kind;
use argonaut_app::told::address::AddressError;
use argonaut_app::told::choose::ChooseError;
use argonaut_app::told::devices::{DeviceError, MOST};

use crate::failure::Problem;
use crate::i18n::{Tr, t};

impl Problem for AddressError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotOne => t!(tr, "told-address-wrong"),
            Self::Off => t!(tr, "told-off-title"),
            Self::None => t!(tr, "told-address-none"),
            Self::Over => t!(tr, "told-link-over"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

impl Problem for DeviceError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::NotOne => t!(tr, "told-push-failed"),
            Self::Off => t!(tr, "told-push-off"),
            Self::TooMany => t!(tr, "told-push-many", most = MOST),
            Self::NotFound => t!(tr, "told-push-gone"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}

impl Problem for ChooseError {
    fn kind(&self) -> Kind {
        Self::kind(self)
    }
    fn say(&self, tr: &Tr) -> String {
        match self {
            Self::Zone => t!(tr, "told-zone-wrong"),
            Self::Hour => t!(tr, "told-hour-wrong"),
            Self::NotFound => t!(tr, "told-link-over"),
            Self::Trouble(trouble) => trouble.say(tr),
        }
    }
}
