//! Pictures made into bytes, one buffer a picture; nothing is sent from here.

use std::io;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use zeroize::Zeroize;

use super::bytes;

/// A ratatui backend that collects what crossterm's would send.
///
/// It answers for the size itself, because crossterm opens the terminal for each picture to ask,
/// and erases by rows, because crossterm's way saves the page above a full screen.
#[derive(Debug)]
pub struct Collector {
    bytes: Vec<u8>,
    size: Size,
}

impl Collector {
    pub fn new(size: Size) -> Self {
        // Themes decide about colour. With NO_COLOR set, crossterm would send empty colour
        // sequences, and those wipe bold and reverse.
        crossterm::style::force_color_output(true);
        Self { bytes: Vec::new(), size }
    }

    /// The terminal has a new size; the next picture fills it.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
    }

    /// Adds bytes that are no picture.
    pub fn add(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// What was collected since the last [`Collector::wipe`].
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Forgets what was collected, in memory too.
    pub fn wipe(&mut self) {
        self.bytes.zeroize();
    }

    fn crossterm(&mut self) -> CrosstermBackend<&mut Vec<u8>> {
        CrosstermBackend::new(&mut self.bytes)
    }
}

impl Drop for Collector {
    fn drop(&mut self) {
        self.wipe();
    }
}

impl Backend for Collector {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.crossterm().draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.crossterm().hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.crossterm().show_cursor()
    }

    /// Never asked of the terminal: its answer would come among the keys.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.crossterm().set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        if clear_type == ClearType::All {
            self.add(bytes::erase_rows().as_bytes());
            return Ok(());
        }
        self.crossterm().clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    /// Nothing to do: the session sends a whole picture at once.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
