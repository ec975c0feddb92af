//! A value on its way into a statement, in the few types that both databases share.

use argonaut_domain::clock::Timestamp;
use uuid::Uuid;

/// A bound value; `None` is SQL's NULL of that type.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Uuid(Option<Uuid>),
    Bytes(Option<Vec<u8>>),
    Int(Option<i64>),
    Bool(Option<bool>),
    Text(Option<String>),
    Json(Option<serde_json::Value>),
}

macro_rules! from {
    ($($type:ty => $variant:ident, $value:ident => $into:expr);+ $(;)?) => {$(
        impl From<$type> for Value {
            fn from($value: $type) -> Self { Self::$variant(Some($into)) }
        }
        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Self { Self::$variant(value.map(|$value| $into)) }
        }
    )+};
}

from! {
    Uuid => Uuid, id => id;
    Vec<u8> => Bytes, bytes => bytes;
    &[u8] => Bytes, bytes => bytes.to_vec();
    i64 => Int, number => number;
    Timestamp => Int, time => time.micros();
    bool => Bool, truth => truth;
    String => Text, text => text;
    &str => Text, text => text.to_owned();
    serde_json::Value => Json, json => json;
}

macro_rules! from_ids {
    ($($id:ident),+) => {$(
        impl From<argonaut_domain::ids::$id> for Value {
            fn from(id: argonaut_domain::ids::$id) -> Self { Self::Uuid(Some(id.uuid())) }
        }
        impl From<Option<argonaut_domain::ids::$id>> for Value {
            fn from(id: Option<argonaut_domain::ids::$id>) -> Self { Self::Uuid(id.map(|id| id.uuid())) }
        }
    )+};
}
from_ids!(
    HelperId,
    ClientId,
    CardId,
    MatchId,
    ConsentId,
    SessionId,
    ServiceId,
    InvitationId,
    SeatOfferId,
    HandoverId,
    NotificationId,
    AuditId,
    JobId,
    FactorId,
    DepositId,
    RecoveryRequestId,
    ApiTokenId,
    LinkId,
    RequestId,
    VouchId,
    GroupId,
    GroupLinkId,
    PostId,
    CommentId,
    AnswerId,
    ReportId,
    DecisionId,
    RingId,
    EventId,
    ConversationId,
    MessageId,
    AttachmentId,
    MessageKeyId,
    HintId,
    SearchId,
    CutId
);

/// `values![a, b, c]`: the arguments of a statement, in the order of `$1, $2, $3`.
macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$($crate::db::Value::from($value)),*] };
}
pub(crate) use values;

/// Binds every value to a query of either database.
macro_rules! bind_all {
    ($query:expr, $values:expr) => {{
        let mut query = $query;
        for value in $values {
            query = match value {
                $crate::db::Value::Uuid(v) => query.bind(v),
                $crate::db::Value::Bytes(v) => query.bind(v),
                $crate::db::Value::Int(v) => query.bind(v),
                $crate::db::Value::Bool(v) => query.bind(v),
                $crate::db::Value::Text(v) => query.bind(v),
                $crate::db::Value::Json(v) => query.bind(v.map(sqlx::types::Json)),
            };
        }
        query
    }};
}
pub(crate) use bind_all;
