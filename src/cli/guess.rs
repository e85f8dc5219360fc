//! What somebody may have meant who typed a name or number that is not known.

/// With more slips than these, another name is a guess.
const LIKELY_SLIPS: usize = 2;

/// " (did you mean tara?)", or nothing where no known name is near.
pub(super) fn meant<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let slips = |known: &&str| strsim::osa_distance(known, typed);
    let nearest = known.into_iter().min_by_key(slips).filter(|known| slips(known) <= LIKELY_SLIPS);
    nearest.map(|known| format!(" (did you mean {known}?)")).unwrap_or_default()
}
