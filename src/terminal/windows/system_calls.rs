//! The calls of the console that no kept crate offers as safe functions. The only unsafe code of
//! the program on Windows.

use std::hint::black_box;
use std::io;
use std::os::windows::io::{AsRawHandle, BorrowedHandle};
use std::ptr;
use std::time::Duration;

use windows_sys::Win32::Foundation::{WAIT_FAILED, WAIT_TIMEOUT};
use windows_sys::Win32::System::Console::{
    CONSOLE_FONT_INFOEX, CONSOLE_SCREEN_BUFFER_INFO, COORD, FillConsoleOutputAttribute,
    FillConsoleOutputCharacterW, FlushConsoleInputBuffer, GetConsoleMode,
    GetConsoleScreenBufferInfo, GetCurrentConsoleFontEx, GetNumberOfConsoleInputEvents,
    INPUT_RECORD, KEY_EVENT, MOUSE_EVENT, ReadConsoleInputW, SetConsoleCtrlHandler,
    SetConsoleCursorPosition, SetConsoleMode, SetConsoleTitleW, WINDOW_BUFFER_SIZE_EVENT,
    WriteConsoleW,
};
use windows_sys::Win32::System::Threading::WaitForMultipleObjects;
use windows_sys::core::BOOL;

/// How many reports are read at once.
const AT_ONCE: usize = 128;

/// What the console reports.
#[derive(Clone, Copy, Debug)]
pub(super) enum Report {
    Key(KeyReport),
    Mouse(MouseReport),
    /// The buffer has a new size.
    Resize,
}

/// A key that went down or up.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeyReport {
    pub(super) is_down: bool,
    /// How often, while it is held down.
    pub(super) times: u16,
    /// Which key, as `VK_...`.
    pub(super) code: u16,
    /// What it writes, or half of it, in UTF-16; or 0.
    pub(super) unit: u16,
    /// Which keys were held, as `..._PRESSED`.
    pub(super) held: u32,
}

/// Something that the mouse did, in cells of the whole buffer.
#[derive(Clone, Copy, Debug)]
pub(super) struct MouseReport {
    pub(super) column: i16,
    pub(super) row: i16,
    pub(super) buttons: u32,
    /// As `MOUSE_...`; 0 when a button went down or up.
    pub(super) flags: u32,
}

/// The buffer, and the window on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Screen {
    pub(super) cells: u32,
    pub(super) columns: u16,
    pub(super) rows: u16,
    /// The row of the buffer that is the first of the window.
    pub(super) top: i16,
    /// The colours of what is written next.
    pub(super) attributes: u16,
}

pub(super) fn mode(console: BorrowedHandle) -> io::Result<u32> {
    let mut mode = 0;
    // SAFETY: the handle is open, and the answer has its place, for the call.
    check(unsafe { GetConsoleMode(console.as_raw_handle(), &raw mut mode) })?;
    Ok(mode)
}

pub(super) fn set_mode(console: BorrowedHandle, mode: u32) -> io::Result<()> {
    // SAFETY: the handle is open for the call; an unknown mode is an error.
    check(unsafe { SetConsoleMode(console.as_raw_handle(), mode) })
}

pub(super) fn screen(console: BorrowedHandle) -> io::Result<Screen> {
    let mut info = CONSOLE_SCREEN_BUFFER_INFO::default();
    // SAFETY: the handle is open, and the answer has its place, for the call.
    check(unsafe { GetConsoleScreenBufferInfo(console.as_raw_handle(), &raw mut info) })?;
    let length = |first: i16, last: i16| u16::try_from(i32::from(last) - i32::from(first) + 1);
    let side = |length: i16| u32::try_from(length).unwrap_or_default();
    Ok(Screen {
        cells: side(info.dwSize.X) * side(info.dwSize.Y),
        columns: length(info.srWindow.Left, info.srWindow.Right).unwrap_or_default(),
        rows: length(info.srWindow.Top, info.srWindow.Bottom).unwrap_or_default(),
        top: info.srWindow.Top,
        attributes: info.wAttributes,
    })
}

/// The family of the font that the window shows, as `TMPF_...` and `FF_...`.
pub(super) fn font_family(console: BorrowedHandle) -> io::Result<u32> {
    let size = u32::try_from(size_of::<CONSOLE_FONT_INFOEX>()).unwrap_or_default();
    let mut font = CONSOLE_FONT_INFOEX { cbSize: size, ..Default::default() };
    // SAFETY: the handle is open for the call, and the answer has a place of the size it says.
    check(unsafe { GetCurrentConsoleFontEx(console.as_raw_handle(), 0, &raw mut font) })?;
    Ok(font.FontFamily)
}

/// Writes text in UTF-16; answers with how much the console took.
pub(super) fn write(console: BorrowedHandle, text: &[u16]) -> io::Result<usize> {
    let (mut written, length) = (0, u32::try_from(text.len()).unwrap_or(u32::MAX));
    let place = &raw mut written;
    // SAFETY: the text is as long as is said and lives for the call, as does the place for the
    // answer; the last pointer must be null.
    check(unsafe {
        WriteConsoleW(console.as_raw_handle(), text.as_ptr(), length, place, ptr::null())
    })?;
    Ok(usize::try_from(written).unwrap_or(text.len()).min(text.len()))
}

/// Blanks every cell of the buffer, what is above the window too, and goes to the first.
pub(super) fn blank(console: BorrowedHandle, attributes: u16) -> io::Result<()> {
    let (handle, start) = (console.as_raw_handle(), COORD { X: 0, Y: 0 });
    let cells = screen(console)?.cells;
    let mut filled = 0;
    let place = &raw mut filled;
    // SAFETY: the handle is open, and the answer has its place, for the calls; what is beyond the
    // last cell is not filled.
    unsafe {
        check(FillConsoleOutputCharacterW(handle, u16::from(b' '), cells, start, place))?;
        check(FillConsoleOutputAttribute(handle, attributes, cells, start, place))?;
        check(SetConsoleCursorPosition(handle, start))
    }
}

/// Takes away the title: a shell may have put the name of this program there.
pub(super) fn empty_title() {
    // SAFETY: the text ends with a zero and lives for the call.
    _ = unsafe { SetConsoleTitleW([0].as_ptr()) };
}

/// Takes all reports there are, and overwrites what they were read into.
pub(super) fn take_reports(
    console: BorrowedHandle,
    take: &mut dyn FnMut(Report),
) -> io::Result<()> {
    let mut records = [INPUT_RECORD::default(); AT_ONCE];
    while is_any_report(console)? {
        let mut read = 0;
        let (place, length) = (records.as_mut_ptr(), u32::try_from(AT_ONCE).unwrap_or_default());
        // SAFETY: there is room for so many records, and both places live for the call.
        check(unsafe { ReadConsoleInputW(console.as_raw_handle(), place, length, &raw mut read) })?;
        let read = usize::try_from(read).unwrap_or_default();
        records.iter().take(read).filter_map(report).for_each(&mut *take);
        records.fill(INPUT_RECORD::default());
        black_box(&records);
    }
    Ok(())
}

/// A read waits when another program has taken what there was.
fn is_any_report(console: BorrowedHandle) -> io::Result<bool> {
    let mut waiting = 0;
    // SAFETY: the handle is open, and the answer has its place, for the call.
    check(unsafe { GetNumberOfConsoleInputEvents(console.as_raw_handle(), &raw mut waiting) })?;
    Ok(waiting > 0)
}

fn report(record: &INPUT_RECORD) -> Option<Report> {
    match u32::from(record.EventType) {
        KEY_EVENT => {
            // SAFETY: the type says which of the fields was written; any number is a letter.
            let (key, unit) =
                unsafe { (record.Event.KeyEvent, record.Event.KeyEvent.uChar.UnicodeChar) };
            Some(Report::Key(KeyReport {
                is_down: key.bKeyDown != 0,
                times: key.wRepeatCount,
                code: key.wVirtualKeyCode,
                unit,
                held: key.dwControlKeyState,
            }))
        }
        MOUSE_EVENT => {
            // SAFETY: the type says which of the fields was written.
            let mouse = unsafe { record.Event.MouseEvent };
            Some(Report::Mouse(MouseReport {
                column: mouse.dwMousePosition.X,
                row: mouse.dwMousePosition.Y,
                buttons: mouse.dwButtonState,
                flags: mouse.dwEventFlags,
            }))
        }
        WINDOW_BUFFER_SIZE_EVENT => Some(Report::Resize),
        _ => None,
    }
}

/// Drops what was typed and not yet read.
pub(super) fn drop_input(console: BorrowedHandle) {
    // SAFETY: the handle is open for the call.
    _ = unsafe { FlushConsoleInputBuffer(console.as_raw_handle()) };
}

/// Waits until one of several things is there: something to read, the end of a process. False when
/// none came in time.
pub(super) fn wait(things: &[BorrowedHandle], longest: Duration) -> bool {
    let handles: Vec<_> = things.iter().map(AsRawHandle::as_raw_handle).collect();
    let count = u32::try_from(handles.len()).unwrap_or_default();
    let time = u32::try_from(longest.as_millis()).unwrap_or(u32::MAX);
    // SAFETY: there are so many handles, and all are open for the call.
    let ended = unsafe { WaitForMultipleObjects(count, handles.as_ptr(), 0, time) };
    ended != WAIT_TIMEOUT && ended != WAIT_FAILED
}

/// Has a function called, in a thread of its own, when the console asks the program to end: Ctrl+C,
/// Ctrl+Break, a closed window, the end of the session. Whoever started the program may have turned
/// Ctrl+C off: it is on again.
pub(super) fn on_end(call: extern "system" fn(u32) -> BOOL) -> io::Result<()> {
    // SAFETY: the function has the right signature and is there as long as the program.
    unsafe {
        check(SetConsoleCtrlHandler(None, 0))?;
        check(SetConsoleCtrlHandler(Some(call), 1))
    }
}

fn check(result: BOOL) -> io::Result<()> {
    if result == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}
