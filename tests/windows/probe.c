/* Plays a person at a Windows console, and says what each way of leaving left in it.
 *
 *     probe.exe AIRT.EXE PAGE.EXE [ROW]
 *
 * Each row has a new console. Like a shell, the probe was there before the program, and looks at
 * the whole buffer once the program is gone. Ends with the number of rows that failed.
 */
#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define PATIENCE 15000
#define LOOK 10
#define PASSED 42 /* no code that a row has which was itself ended */
#define CONTROL LEFT_CTRL_PRESSED
#define ALTGR (RIGHT_ALT_PRESSED | LEFT_CTRL_PRESSED)
#define CELLS (300 * 400)

static const wchar_t *airt, *page;  /* the programs */
static HANDLE in, out;              /* the console */
static HANDLE program;
static DWORD program_id;
static DWORD found_in, found_out;   /* the modes before */
static UINT found_page;
static wchar_t cells[CELLS + 1];
static DWORD cell_count;
static wchar_t complaint[256];

static void complain(const wchar_t *format, ...)
{
    if (complaint[0]) return;
    va_list values;
    va_start(values, format);
    _vsnwprintf(complaint, 255, format, values);
    va_end(values);
    for (wchar_t *at = complaint; *at; at++) if (*at > 126) *at = '?';
}

/* ---- the console ---- */

static BOOL WINAPI stay(DWORD event) { return event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT; }

static HANDLE console(const wchar_t *name)
{
    SECURITY_ATTRIBUTES inherit = { sizeof inherit, NULL, TRUE };
    return CreateFileW(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                       &inherit, OPEN_EXISTING, 0, NULL);
}

static void read_screen(void)
{
    CONSOLE_SCREEN_BUFFER_INFO info;
    COORD start = { 0, 0 };
    cell_count = 0;
    if (!GetConsoleScreenBufferInfo(out, &info)) return;
    DWORD all = (DWORD)info.dwSize.X * info.dwSize.Y;
    ReadConsoleOutputCharacterW(out, cells, all < CELLS ? all : CELLS, start, &cell_count);
    for (DWORD i = 0; i < cell_count; i++) if (!cells[i]) cells[i] = ' ';
    cells[cell_count] = 0;
}

static DWORD letters_left(void)
{
    DWORD left = 0;
    read_screen();
    for (DWORD i = 0; i < cell_count; i++) left += cells[i] != ' ';
    return left;
}

static BOOL has_ended(void) { return WaitForSingleObject(program, 0) == WAIT_OBJECT_0; }

static BOOL shows(const wchar_t *words) { read_screen(); return wcsstr(cells, words) != NULL; }

static void wait_for(const wchar_t *words)
{
    for (DWORD start = GetTickCount(); !shows(words); Sleep(LOOK)) {
        if (GetTickCount() - start > PATIENCE || has_ended()) {
            complain(L"never shows \"%ls\"", words);
            return;
        }
    }
}

/* ---- the person ---- */

static INPUT_RECORD keys[512];
static DWORD key_count;

static void key(WORD code, WCHAR letter, DWORD held)
{
    for (int down = 1; down >= 0; down--) {
        INPUT_RECORD record = { .EventType = KEY_EVENT };
        KEY_EVENT_RECORD *event = &record.Event.KeyEvent;
        event->bKeyDown = down;
        event->wRepeatCount = 1;
        event->wVirtualKeyCode = code;
        event->uChar.UnicodeChar = letter;
        event->dwControlKeyState = held;
        keys[key_count++] = record;
    }
}

/* Hands over all keys at once, as one moment of the keyboard. */
static void send(void)
{
    DWORD written;
    WriteConsoleInputW(in, keys, key_count, &written);
    key_count = 0;
}

static void press(WORD code, WCHAR letter, DWORD held) { key(code, letter, held); send(); }

static void type(const wchar_t *text)
{
    for (; *text; text++) {
        BOOL is_letter = *text >= 'a' && *text <= 'z';
        key(*text == '\r' ? VK_RETURN : is_letter ? *text - 'a' + 'A' : VK_PACKET, *text, 0);
    }
    send();
}

/* The page sends only what changed; at an `r` it sends all of it. */
static void wait_for_all(const wchar_t *words)
{
    for (DWORD start = GetTickCount(); !shows(words);) {
        Sleep(200); /* what comes at once with a paste is part of it */
        press('R', 'r', 0);
        if (GetTickCount() - start > PATIENCE / 3) { complain(L"never shows \"%ls\"", words); return; }
    }
}

static void click(SHORT column, SHORT row)
{
    CONSOLE_SCREEN_BUFFER_INFO info;
    GetConsoleScreenBufferInfo(out, &info);
    INPUT_RECORD record = { .EventType = MOUSE_EVENT };
    record.Event.MouseEvent.dwMousePosition = (COORD){ column, row + info.srWindow.Top };
    record.Event.MouseEvent.dwButtonState = FROM_LEFT_1ST_BUTTON_PRESSED;
    keys[key_count++] = record;
    record.Event.MouseEvent.dwButtonState = 0;
    keys[key_count++] = record;
    send();
}

static BOOL set_size(SHORT columns, SHORT rows, SHORT saved)
{
    SMALL_RECT least = { 0, 0, 0, 0 }, all = { 0, 0, columns - 1, rows - 1 };
    SetConsoleWindowInfo(out, TRUE, &least);
    BOOL ok = SetConsoleScreenBufferSize(out, (COORD){ columns, saved });
    return SetConsoleWindowInfo(out, TRUE, &all) && ok;
}

static DWORD others(DWORD *ids, DWORD room)
{
    DWORD all[16], kept = 0, count = GetConsoleProcessList(all, 16);
    for (DWORD i = 0; i < count && i < 16; i++)
        if (all[i] != GetCurrentProcessId() && all[i] != program_id && kept < room) ids[kept++] = all[i];
    return kept;
}

/* ---- ways of leaving ---- */

static void esc(void) { press(VK_ESCAPE, 27, 0); }
static void ctrl_x(void) { press('X', 24, CONTROL); }
static void ctrl_c(void) { press('C', 3, CONTROL); }
static void ctrl_q(void) { press('Q', 17, CONTROL); }
static void ctrl_z(void) { press('Z', 26, CONTROL); }
static void ctrl_d(void) { press('D', 4, CONTROL); }
static void ctrl_backslash(void) { press(VK_OEM_5, 28, CONTROL); }
static void f12(void) { press(VK_F12, 0, 0); }
static void cyrillic_ctrl_c(void) { press('C', 0x441, RIGHT_CTRL_PRESSED); }
static void click_hide(void) { click(1, 0); }
static void ctrl_c_event(void) { if (!GenerateConsoleCtrlEvent(CTRL_C_EVENT, 0)) complain(L"cannot be sent"); }

/* What the console does at each other event, which wine has no other way to do: it has the
 * program call its handlers in a new thread. */
static void control(DWORD event)
{
    FARPROC routine = GetProcAddress(GetModuleHandleW(L"kernelbase"), "CtrlRoutine");
    if (!routine) routine = GetProcAddress(GetModuleHandleW(L"kernel32"), "CtrlRoutine");
    LPTHREAD_START_ROUTINE start = (LPTHREAD_START_ROUTINE)(void *)routine;
    if (!start || !CreateRemoteThread(program, NULL, 0, start, (void *)(ULONG_PTR)event, 0, NULL))
        complain(L"cannot be sent");
}

static void break_event(void) { control(CTRL_BREAK_EVENT); }
static void close_event(void) { control(CTRL_CLOSE_EVENT); }
static void logoff_event(void) { control(CTRL_LOGOFF_EVENT); }
static void shutdown_event(void) { control(CTRL_SHUTDOWN_EVENT); }
static void kill_it(void) { TerminateProcess(program, 7); }
static void word(void) { type(L"hide\r"); }
static void word_with_slip(void) { type(L"hidw"); press(VK_BACK, 8, 0); type(L"e\r"); }

static void kill_guardian(void)
{
    DWORD id[4], count = 0;
    for (int i = 0; !(count = others(id, 4)) && i < 200; i++) Sleep(LOOK);
    HANDLE guardian = count == 1 ? OpenProcess(PROCESS_TERMINATE, FALSE, id[0]) : NULL;
    if (!guardian || !TerminateProcess(guardian, 1)) complain(L"has no guardian");
}

static void panics(void) { type(L"p"); }
static void aborts(void) { type(L"a"); }
static void stuck(void) { type(L"d"); esc(); }
static void stuck_close(void) { type(L"d"); close_event(); }
static void pasted(void) { type(L"one line\rwe come\rnoon"); wait_for_all(L"noon]"); esc(); }
static void masher(void)
{
    esc();
    while (letters_left() && !has_ended()) Sleep(LOOK);
    for (int i = 0; i < 5; i++, Sleep(50)) type(L"del everything\r");
}
static void resized(void)
{
    set_size(60, 20, 500);
    INPUT_RECORD record = { .EventType = WINDOW_BUFFER_SIZE_EVENT };
    keys[key_count++] = record;
    send();
    wait_for(L"60x20");
    esc();
}
static void clock_follows(void) { esc(); wait_for(L"Tu"); if (shows(L"SECRET")) complain(L"a clock over the page"); type(L"q"); }

/* ---- letters: what the page says of itself is "<letters>". Only what changed is sent. ---- */

static void at_sign(void) { press('Q', '@', ALTGR); wait_for(L"@>"); esc(); }
static void euro(void) { press('E', 0x20ac, ALTGR); wait_for(L"\u20ac>"); esc(); }
static void polish(void) { press('X', 0x17a, ALTGR); wait_for(L"\u017a>"); esc(); }
static void vietnamese(void) { press(VK_PACKET, 0x1ebf, 0); wait_for(L"\u1ebf>"); esc(); }
static void cyrillic(void) { press('C', 0x441, 0); wait_for(L"\u0441>"); esc(); }
static void surrogates(void) { key(VK_PACKET, 0xd83d, 0); press(VK_PACKET, 0xde00, 0); wait_for(L"\xd83d\xde00"); esc(); }
static void alt_code(void)
{
    key(VK_NUMPAD2, 0, LEFT_ALT_PRESSED);
    key(VK_MENU, 0, LEFT_ALT_PRESSED);
    keys[key_count - 1].Event.KeyEvent.uChar.UnicodeChar = 0xe9; /* as Alt is let go */
    send();
    wait_for(L"\u00e9>");
    esc();
}
static void held_down(void) { key('X', 'x', 0); keys[0].Event.KeyEvent.wRepeatCount = 3; send(); wait_for(L"xxx>"); esc(); }
static void arrow(void) { press(VK_UP, 0, ENHANCED_KEY); wait_for(L"code: Up"); esc(); }

/* ---- lines ---- */

static void searched(void) { type(L"passport\r"); wait_for(L"hide: passport"); wait_for(L"assport"); }
static void searched_word(void) { searched(); word(); }
static void searched_esc(void) { searched(); type(L"half a li"); esc(); }
static void searched_close(void) { searched(); close_event(); }
static void searched_kill(void) { searched(); kill_it(); }
static void pasted_hide(void) { type(L"first\rhide\rsecond\r"); }
static void polish_line(void) { press('X', 0x17a, ALTGR); wait_for(L"hide: \u017a"); esc(); }

enum which { AIRT, PAGE };

static const struct row {
    const wchar_t *name;
    enum which which;
    const wchar_t *arguments;
    const wchar_t *shown;   /* then the page is on the screen */
    void (*leave)(void);
    DWORD code;
    BOOL is_old;            /* the console obeys no escape sequences */
} rows[] = {
    { L"Esc", AIRT, L"", L"What do you need?", esc, 0, FALSE },
    { L"Ctrl+X", AIRT, L"", L"What do you need?", ctrl_x, 0, FALSE },
    { L"Ctrl+C", AIRT, L"", L"What do you need?", ctrl_c, 0, FALSE },
    { L"Ctrl+Q", AIRT, L"", L"What do you need?", ctrl_q, 0, FALSE },
    { L"Ctrl+Z", AIRT, L"", L"What do you need?", ctrl_z, 0, FALSE },
    { L"Ctrl+\\", AIRT, L"", L"What do you need?", ctrl_backslash, 0, FALSE },
    { L"F12", AIRT, L"", L"What do you need?", f12, 0, FALSE },
    { L"Ctrl+C, Russian keys", AIRT, L"", L"What do you need?", cyrillic_ctrl_c, 0, FALSE },
    { L"click on the way out", PAGE, L"--mouse", L"SECRET-23", click_hide, 0, FALSE },
    { L"Ctrl+C event", AIRT, L"", L"What do you need?", ctrl_c_event, 0, FALSE },
    { L"Ctrl+Break event", AIRT, L"", L"What do you need?", break_event, 0, FALSE },
    { L"window closed, event", AIRT, L"", L"What do you need?", close_event, 0, FALSE },
    { L"logged off, event", AIRT, L"", L"What do you need?", logoff_event, 0, FALSE },
    { L"shut down, event", AIRT, L"", L"What do you need?", shutdown_event, 0, FALSE },
    { L"window closed, draw stuck", PAGE, L"", L"SECRET-23", stuck_close, 0, FALSE },
    { L"killed", AIRT, L"", L"What do you need?", kill_it, 7, FALSE },
    { L"guardian killed", AIRT, L"", L"What do you need?", kill_guardian, 0, FALSE },
    { L"a panic", PAGE, L"", L"SECRET-23", panics, 101, FALSE },
    { L"an abort", PAGE, L"", L"SECRET-23", aborts, 0xc0000409, FALSE },
    { L"Esc, a draw never ends", PAGE, L"", L"SECRET-23", stuck, 0, FALSE },
    { L"Esc, then mashed keys", PAGE, L"", L"SECRET-23", masher, 0, FALSE },
    { L"Esc after a new size", PAGE, L"", L"SECRET-23", resized, 0, FALSE },
    { L"Esc, clock, q", PAGE, L"--clock", L"SECRET-23", clock_follows, 0, FALSE },
    { L"a paste, Esc", PAGE, L"", L"SECRET-23", pasted, 0, FALSE },
    { L"letter: @ by AltGr", PAGE, L"", L"SECRET-23", at_sign, 0, FALSE },
    { L"letter: euro by AltGr", PAGE, L"", L"SECRET-23", euro, 0, FALSE },
    { L"letter: Polish by AltGr", PAGE, L"", L"SECRET-23", polish, 0, FALSE },
    { L"letter: no key code", PAGE, L"", L"SECRET-23", vietnamese, 0, FALSE },
    { L"letter: Cyrillic", PAGE, L"", L"SECRET-23", cyrillic, 0, FALSE },
    { L"letter: in two halves", PAGE, L"", L"SECRET-23", surrogates, 0, FALSE },
    { L"letter: by Alt and digits", PAGE, L"", L"SECRET-23", alt_code, 0, FALSE },
    { L"letter: a key held down", PAGE, L"", L"SECRET-23", held_down, 0, FALSE },
    { L"key: an arrow", PAGE, L"", L"SECRET-23", arrow, 0, FALSE },
    { L"lines: hide", AIRT, L"--plain", L"help or hide:", word, 0, FALSE },
    { L"lines: hide, mended", AIRT, L"--plain", L"help or hide:", word_with_slip, 0, FALSE },
    { L"lines: search, hide", AIRT, L"--plain", L"help or hide:", searched_word, 0, FALSE },
    { L"lines: search, Esc", AIRT, L"--plain", L"help or hide:", searched_esc, 0, FALSE },
    { L"lines: Ctrl+C", AIRT, L"--plain", L"help or hide:", ctrl_c, 0, FALSE },
    { L"lines: Ctrl+X", AIRT, L"--plain", L"help or hide:", ctrl_x, 0, FALSE },
    { L"lines: Ctrl+D", AIRT, L"--plain", L"help or hide:", ctrl_d, 0, FALSE },
    { L"lines: Ctrl+\\", AIRT, L"--plain", L"help or hide:", ctrl_backslash, 0, FALSE },
    { L"lines: F12", AIRT, L"--plain", L"help or hide:", f12, 0, FALSE },
    { L"lines: Ctrl+Break event", AIRT, L"--plain", L"help or hide:", break_event, 0, FALSE },
    { L"lines: window closed, event", AIRT, L"--plain", L"help or hide:", searched_close, 0, FALSE },
    { L"lines: killed", AIRT, L"--plain", L"help or hide:", searched_kill, 7, FALSE },
    { L"lines: guardian killed", AIRT, L"--plain", L"help or hide:", kill_guardian, 0, FALSE },
    { L"lines: hide in a paste", AIRT, L"--plain", L"help or hide:", pasted_hide, 0, FALSE },
    { L"lines: Polish by AltGr", AIRT, L"--plain", L"help or hide:", polish_line, 0, FALSE },
    { L"who: Esc", AIRT, L"who", L"help or hide:", esc, 0, FALSE },
    { L"old console: Esc", AIRT, L"", L"help or hide:", esc, 0, TRUE },
    { L"old console: search, hide", AIRT, L"", L"help or hide:", searched_word, 0, TRUE },
    { L"old console: killed", AIRT, L"", L"help or hide:", searched_kill, 7, TRUE },
};

#define ROWS (sizeof rows / sizeof *rows)

/* ---- one row ---- */

/* Makes the console one from before Windows 10, for the program: it says no to escape sequences.
 * `SetConsoleMode`, where the program looks for it, becomes: cmp edx, 7; je no; jmp it; no: 0. */
static BOOL make_old(HANDLE process, char *image)
{
    unsigned char code[] = { 0x83, 0xfa, 7, 0x74, 12, 0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xe0, 0x31, 0xc0, 0xc3 };
    static char copy[1 << 16];
    void *real = (void *)GetProcAddress(GetModuleHandleW(L"kernel32"), "SetConsoleMode"), *found;
    char *page = VirtualAllocEx(process, NULL, sizeof code, MEM_COMMIT | MEM_RESERVE, PAGE_EXECUTE_READWRITE);
    memcpy(code + 7, &real, 8);
    SIZE_T length;
    DWORD before;
    if (!WriteProcessMemory(process, page, code, sizeof code, &length)) return FALSE;
    if (!ReadProcessMemory(process, image, copy, 4096, &length)) return FALSE;
    IMAGE_NT_HEADERS *header = (void *)(copy + ((IMAGE_DOS_HEADER *)copy)->e_lfanew);
    IMAGE_DATA_DIRECTORY table = header->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IAT];
    for (DWORD at = 0; at < table.Size; at += 8) {
        char *entry = image + table.VirtualAddress + at;
        if (!ReadProcessMemory(process, entry, &found, 8, &length) || found != real) continue;
        VirtualProtectEx(process, entry, 8, PAGE_READWRITE, &before);
        return WriteProcessMemory(process, entry, &page, 8, &length);
    }
    return FALSE;
}

/* The libraries of a program are there at its first breakpoint. */
static BOOL wait_for_libraries(HANDLE process)
{
    DEBUG_EVENT event;
    char *image = NULL;
    BOOL is_old = FALSE, is_done = FALSE;
    while (!is_done && WaitForDebugEvent(&event, PATIENCE)) {
        if (event.dwDebugEventCode == CREATE_PROCESS_DEBUG_EVENT) image = event.u.CreateProcessInfo.lpBaseOfImage;
        is_done = event.dwDebugEventCode == EXCEPTION_DEBUG_EVENT;
        if (is_done) is_old = make_old(process, image);
        ContinueDebugEvent(event.dwProcessId, event.dwThreadId, DBG_CONTINUE);
    }
    return DebugActiveProcessStop(program_id) && is_old;
}

static BOOL start(const struct row *row)
{
    STARTUPINFOW how = { .cb = sizeof how, .dwFlags = STARTF_USESTDHANDLES };
    PROCESS_INFORMATION process;
    wchar_t command[1024];
    _snwprintf(command, 1024, L"\"%ls\" %ls", row->which == AIRT ? airt : page, row->arguments);
    how.hStdInput = console(L"CONIN$");
    how.hStdOutput = how.hStdError = console(L"CONOUT$");
    DWORD flags = row->is_old ? DEBUG_ONLY_THIS_PROCESS : 0;
    BOOL ok = CreateProcessW(NULL, command, NULL, NULL, TRUE, flags, NULL, NULL, &how, &process);
    CloseHandle(how.hStdInput);
    CloseHandle(how.hStdOutput);
    if (!ok) return FALSE;
    program = process.hProcess;
    program_id = process.dwProcessId;
    if (row->is_old && !wait_for_libraries(program)) complain(L"is on no old console");
    return TRUE;
}

/* What the console keeps of lines that were typed: what F7 and the up arrow show. */
static DWORD history(const wchar_t *name)
{
    typedef DWORD (WINAPI *Length)(LPWSTR);
    Length length = (Length)(void *)GetProcAddress(GetModuleHandleW(L"kernel32"), "GetConsoleCommandHistoryLengthW");
    return length ? length((LPWSTR)name) : 0;
}

/* A click that selects would stop the program, and the clear; a key must reach the program. */
static void look_while_shown(void)
{
    DWORD mode = 0, id[8];
    GetConsoleMode(in, &mode);
    if (mode & ENABLE_QUICK_EDIT_MODE) complain(L"stops at a click");
    if (mode & (ENABLE_LINE_INPUT | ENABLE_PROCESSED_INPUT)) complain(L"lets the console edit lines");
    for (int i = 0; !others(id, 8) && i < 300; i++) Sleep(LOOK);
    if (others(id, 8) != 1) complain(L"has %lu guardians", others(id, 8));
}

static void look(const struct row *row)
{
    CONSOLE_SCREEN_BUFFER_INFO info;
    DWORD mode_in = 0, mode_out = 0, waiting = 0, code = 0, id[8];
    wchar_t title[256] = L"";
    DWORD start = GetTickCount();
    if (WaitForSingleObject(program, PATIENCE) != WAIT_OBJECT_0) {
        complain(L"still runs");
        TerminateProcess(program, 99);
    }
    /* The guardian comes after the program, and is for what the program cannot do itself. */
    if (row->leave != kill_it && row->leave != searched_kill && row->leave != aborts && letters_left())
        complain(L"leaves the clear to the guardian");
    GetExitCodeProcess(program, &code);
    while ((others(id, 8) || letters_left()) && GetTickCount() - start < 3000) Sleep(LOOK);
    if (others(id, 8)) complain(L"leaves %lu processes", others(id, 8));
    DWORD left = letters_left();
    if (left) complain(L"leaves %lu letters", left);
    GetConsoleScreenBufferInfo(out, &info);
    if (info.dwCursorPosition.X || info.dwCursorPosition.Y)
        complain(L"leaves the cursor at %d, %d", info.dwCursorPosition.X, info.dwCursorPosition.Y);
    GetConsoleMode(in, &mode_in);
    GetConsoleMode(out, &mode_out);
    if (mode_in != found_in || mode_out != found_out)
        complain(L"leaves modes %lx, %lx for %lx, %lx", mode_in, mode_out, found_in, found_out);
    if (GetConsoleOutputCP() != found_page) complain(L"leaves the code page %u", GetConsoleOutputCP());
    GetNumberOfConsoleInputEvents(in, &waiting);
    if (waiting) complain(L"leaves %lu keys", waiting);
    if (GetConsoleTitleW(title, 256)) complain(L"leaves the title \"%ls\"", title);
    if (history(L"airt.exe")) complain(L"leaves lines in the history");
    if (code != row->code) complain(L"exit code %lx, not %lx", code, row->code);
    printf("| %-28ls | %-40ls | %8lx |\n", row->name, complaint[0] ? complaint : L"nothing", code);
    fflush(stdout);
}

/* What is on the screen, for whoever mends a row that fails. */
static void print_screen(void)
{
    read_screen();
    for (DWORD i = 0; i < cell_count; i++) if (cells[i] != ' ') { fprintf(stderr, "%lc", cells[i] < 32 ? L'?' : cells[i]); } else if (i && cells[i - 1] != ' ') fputc(' ', stderr);
    fputc('\n', stderr);
}

static int inside(const struct row *row)
{
    DWORD written;
    const wchar_t *before = L"C:\\>airt\r\n";
    in = console(L"CONIN$");
    out = console(L"CONOUT$");
    SetConsoleCtrlHandler(stay, TRUE);
    set_size(80, 24, 300);
    SetConsoleTitleW(L"Command Prompt");
    SetConsoleMode(in, ENABLE_PROCESSED_INPUT | ENABLE_LINE_INPUT | ENABLE_ECHO_INPUT | ENABLE_EXTENDED_FLAGS
                       | ENABLE_QUICK_EDIT_MODE | ENABLE_INSERT_MODE);
    WriteConsoleW(out, before, wcslen(before), &written, NULL);
    GetConsoleMode(in, &found_in);
    GetConsoleMode(out, &found_out);
    found_page = GetConsoleOutputCP();
    if (!start(row)) { printf("| %ls | does not start | |\n", row->name); return 1; }
    if (!complaint[0]) wait_for(row->shown);
    if (row->is_old && shows(L"\x1b")) complain(L"shows escape sequences");
    if (!complaint[0]) look_while_shown();
    if (!complaint[0]) row->leave();
    if (complaint[0]) print_screen();
    look(row);
    return complaint[0] ? 1 : PASSED;
}

/* Runs this program again, for one row, in a console that nobody sees. */
static DWORD in_new_console(size_t row)
{
    wchar_t path[MAX_PATH], command[2048];
    STARTUPINFOW how = { .cb = sizeof how, .dwFlags = STARTF_USESHOWWINDOW | STARTF_USESTDHANDLES };
    PROCESS_INFORMATION process;
    DWORD code = 1;
    how.wShowWindow = SW_HIDE;
    how.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    how.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    how.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    GetModuleFileNameW(NULL, path, MAX_PATH);
    _snwprintf(command, 2048, L"\"%ls\" \"%ls\" \"%ls\" row %u", path, airt, page, (unsigned)row);
    if (!CreateProcessW(NULL, command, NULL, NULL, TRUE, CREATE_NEW_CONSOLE, NULL, NULL, &how, &process)) return 1;
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &code);
    return code != PASSED;
}

int wmain(int count, wchar_t **arguments)
{
    if (count < 3) return 2;
    airt = arguments[1];
    page = arguments[2];
    if (count == 5) return inside(&rows[wcstol(arguments[4], NULL, 10)]);
    DWORD failed = 0;
    printf("| %-28s | %-40s | %8s |\n|---|---|---|\n", "way of leaving", "what was left", "exit");
    fflush(stdout);
    for (size_t row = 0; row < ROWS; row++)
        if (count == 3 || wcsstr(rows[row].name, arguments[3])) failed += in_new_console(row);
    printf("%lu failed\n", failed);
    return failed > 0;
}
