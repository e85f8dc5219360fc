//! Packs from people who mean harm.
