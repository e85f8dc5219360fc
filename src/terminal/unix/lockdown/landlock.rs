//! Landlock: no file, no TCP port, no signal to other programs, as far as the kernel knows them.
//! See `landlock(7)`.

use landlock::{
    ABI, Access, AccessFs, AccessNet, RestrictionStatus, Ruleset, RulesetAttr, RulesetError,
    RulesetStatus, Scope,
};

use crate::terminal::State;
use crate::terminal::system::system_calls::landlock_version;

/// The newest rights asked for; an older kernel grants those it knows.
const NEWEST: ABI = ABI::V6;

/// Refuses every file from now on. What is open stays open.
pub(super) fn apply() -> State {
    match restrict().map(|status| status.ruleset) {
        Ok(RulesetStatus::FullyEnforced) => State::On,
        Ok(RulesetStatus::PartiallyEnforced) => State::Partly,
        Ok(RulesetStatus::NotEnforced) | Err(_) if is_missing() => State::Off,
        Ok(RulesetStatus::NotEnforced) | Err(_) => State::SwitchedOff,
    }
}

/// Whether the kernel was built without it. Any other answer comes from settings: of the start of the
/// kernel, or of a filter around this program, which may say the same where the kernel has it.
fn is_missing() -> bool {
    let modules = std::fs::read_to_string("/sys/kernel/security/lsm").unwrap_or_default();
    let is_unknown = |error: std::io::Error| error.raw_os_error() == Some(libc::ENOSYS);
    landlock_version().is_err_and(is_unknown) && !modules.contains("landlock")
}

fn restrict() -> Result<RestrictionStatus, RulesetError> {
    Ruleset::default()
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()?
        .restrict_self()
}
