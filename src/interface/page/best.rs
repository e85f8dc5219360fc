//! Which of several numbers is the one to call.

use super::Call;
use super::block::OpenMark;

/// The best number to call now, and the others in their order. A number that is not answered now
/// is never the best, and a sure one goes before a doubtful one, a free one before a paid one.
pub fn best_first(mut calls: Vec<Call>) -> (Option<Call>, Vec<Call>) {
    let answered = calls.iter().enumerate().filter(|(_, call)| call.open != OpenMark::Closed);
    let best = answered.min_by_key(|(_, call)| (call.is_doubtful, call.cost.is_none()));
    let best = best.map(|(place, _)| place);
    (best.map(|place| calls.remove(place)), calls)
}
