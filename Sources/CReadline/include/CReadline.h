/// A small door to GNU readline and to the terminal beneath it.
///
/// readline keeps everything in global variables, which Swift 6 rightly refuses to touch. They stay on the C
/// side: Swift sees functions only. None of this is safe to call from two threads at once, except that
/// signals may arrive at any time. The licence of readline (GPL-3 or later) covers any program linked to this
/// target.
#ifndef COMMONGROUND_CREADLINE_H
#define COMMONGROUND_CREADLINE_H

#include <stddef.h>

// MARK: The terminal: modes and signals

/// What the bytes read from the signal pipe stand for.
enum {
    CTERMINAL_INTERRUPT = 'I',
    CTERMINAL_RESIZED = 'W',
    CTERMINAL_CONTINUED = 'C',
    CTERMINAL_TERMINATED = 'T',
    CTERMINAL_HUNG_UP = 'H',
    CTERMINAL_QUIT = 'Q',
    CTERMINAL_WAKE = 'w',
};

/// Remembers the modes of the terminal `input` (if it is one), makes the signal pipe and starts to catch
/// signals: TERM, HUP and QUIT put the modes back at once and are reported through the pipe; INT and the stop
/// and size signals are caught only if `input` is a terminal. Crashes and exit() put the modes back too.
/// `pipe_ends` receives the reading and the writing end. Returns 0, or -1 with errno (EBUSY: open already).
int cterminal_open(int input, int pipe_ends[2]);

/// Puts modes and signal actions back as they were and closes the pipe.
void cterminal_close(void);

/// Puts the modes of the terminal back as cterminal_open found them.
void cterminal_restore(void);

/// No echo, keys one by one, signals on. Returns 0 or -1.
int cterminal_hide_input(void);

/// Width in columns of the terminal `output`, or 0 if it is none or will not tell.
int cterminal_columns(int output);

/// Makes the process speak UTF-8 if its environment does not: readline silently drops every other letter
/// otherwise. Call before any other thread is started, because it may set the environment variable LC_ALL.
void cterminal_use_utf8(void);

// MARK: The line editor

/// A whole line was typed; NULL means end of input (Ctrl-D on an empty line). The line is freed after the
/// call.
typedef void (*creadline_line_callback)(const char *line, void *context);

/// Asks for completions of the bytes [word_start, word_end) of the line; answer by creadline_add_candidate.
typedef void (*creadline_completion_callback)(
    const char *line, int word_start, int word_end, void *context);

/// Prepares readline for standard input and output. `name` is what a user's inputrc may test with `$if`.
void creadline_start(
    const char *name, creadline_line_callback on_line, creadline_completion_callback on_completion,
    void *context);

/// Shows the prompt and begins a line; or changes the prompt of the line being typed.
void creadline_show_prompt(const char *prompt);

/// Takes what is waiting on standard input: call when it is readable and a prompt is shown.
void creadline_read(void);

/// Drops the half-typed line and shows a fresh prompt.
void creadline_discard_line(void);

/// Writes bytes that end in a line break, above the half-typed line if there is one.
void creadline_write(const char *bytes, size_t count);

/// The window has a new size.
void creadline_resize(void);

/// Adds a line to the lines that the arrow keys bring back.
void creadline_add_history(const char *line);

/// Adds one completion; only from within the completion callback.
void creadline_add_candidate(const char *candidate);

/// Clears the half-typed line from the screen (but keeps it) and gives the terminal its own modes back.
void creadline_suspend(void);

/// After creadline_suspend: takes the terminal again and redraws the half-typed line.
void creadline_resume(void);

/// Drops the half-typed line and gives the terminal back. creadline_show_prompt starts again.
void creadline_stop(void);

#endif
