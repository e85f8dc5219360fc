//! The words of local services.

use serde::Deserialize;

/// Services of lists that other people made.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NearWords {
    pub title: String,
    pub summary: String,
    pub choose: String,
    pub of_town: String,
    pub all_towns: String,
    pub maker: String,
    pub count: String,
    pub below: String,
    pub lost: String,
    pub signed: String,
    pub unsigned: String,
    pub unchecked: String,
    pub left_out: String,
    pub phone_note: String,
    pub hours: String,
    pub address: String,
    pub private: String,
    pub area: String,
    pub languages: String,
    pub cost: String,
    pub website: String,
    pub email: String,
}
