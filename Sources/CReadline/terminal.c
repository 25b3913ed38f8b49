#define _GNU_SOURCE
#include "CReadline.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static int is_open;
static int terminal = -1;
static struct termios original_modes;
static int pipe_ends[2] = {-1, -1};
static volatile sig_atomic_t is_ending;
/// Set by editor.c once readline has the terminal. Before that nothing but text may be sent to it.
volatile sig_atomic_t cterminal_has_editor;

// Everything down to the next mark runs inside signal handlers: only calls listed in signal-safety(7).

static void note(char what) {
    // The pipe does not block: when it is full there is enough in it to wake the reader.
    ssize_t ignored = write(pipe_ends[1], &what, 1);
    (void)ignored;
}

static int is_in_background(void) {
    return terminal < 0 || tcgetpgrp(terminal) != getpgrp();
}

void cterminal_restore(void) {
    // In the background the modes belong to whoever is in front.
    if (!is_open || is_in_background()) {
        return;
    }
    struct termios now;
    if (cterminal_has_editor && tcgetattr(terminal, &now) == 0 && (now.c_lflag & ICANON) == 0
        && isatty(STDOUT_FILENO)) {
        // readline may have asked the terminal to mark pasted text.
        ssize_t ignored = write(STDOUT_FILENO, "\033[?2004l\r", 9);
        (void)ignored;
    }
    tcsetattr(terminal, TCSADRAIN, &original_modes);
}

static void end_was_asked(int number) {
    cterminal_restore();
    if (is_ending) {
        // Asked twice: the program is not listening.
        signal(number, SIG_DFL);
        raise(number);
        return;
    }
    is_ending = 1;
    note(number == SIGTERM ? CTERMINAL_TERMINATED : number == SIGHUP ? CTERMINAL_HUNG_UP : CTERMINAL_QUIT);
}

static void handle(int number);

static void stop_until_continued(void) {
    cterminal_restore();
    struct sigaction ordinary, ours;
    memset(&ordinary, 0, sizeof ordinary);
    ordinary.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &ordinary, &ours);
    sigset_t stop, before;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    raise(SIGTSTP);
    sigprocmask(SIG_UNBLOCK, &stop, &before);
    // The process stops here and goes on here.
    sigprocmask(SIG_SETMASK, &before, NULL);
    sigaction(SIGTSTP, &ours, NULL);
    note(CTERMINAL_CONTINUED);
}

static void handle(int number) {
    int error = errno;
    switch (number) {
    case SIGINT:
        note(CTERMINAL_INTERRUPT);
        break;
    case SIGWINCH:
        note(CTERMINAL_RESIZED);
        break;
    case SIGTSTP:
        stop_until_continued();
        break;
    default:
        end_was_asked(number);
    }
    errno = error;
}

// MARK: Which signals are caught

static const int ending_signals[] = {SIGTERM, SIGHUP, SIGQUIT};
static const int terminal_signals[] = {SIGINT, SIGWINCH, SIGTSTP};
/// A broken program must not leave its user with a dead keyboard either.
static const int crash_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV};

enum { ENDING_COUNT = 3, TERMINAL_COUNT = 3, CRASH_COUNT = 6 };

static struct sigaction former_ending[ENDING_COUNT];
static struct sigaction former_terminal[TERMINAL_COUNT];
static struct sigaction former_crash[CRASH_COUNT];

static void handle_crash(int number) {
    cterminal_restore();
    for (int index = 0; index < CRASH_COUNT; index += 1) {
        if (crash_signals[index] == number) {
            // The faulty instruction runs again on return and meets the former handler.
            sigaction(number, &former_crash[index], NULL);
        }
    }
}

static void catch(const int *signals, int count, void (*handler)(int), struct sigaction *former) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    for (int index = 0; index < count; index += 1) {
        sigaction(signals[index], &action, &former[index]);
        if (former[index].sa_handler == SIG_IGN && handler == handle) {
            // Whoever started us with a signal ignored (nohup) meant it.
            sigaction(signals[index], &former[index], NULL);
        }
    }
}

static void release(const int *signals, int count, const struct sigaction *former) {
    for (int index = 0; index < count; index += 1) {
        sigaction(signals[index], &former[index], NULL);
    }
}

// MARK: Open and close

int cterminal_open(int input, int ends[2]) {
    static int is_registered;
    if (is_open) {
        errno = EBUSY;
        return -1;
    }
    if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        return -1;
    }
    ends[0] = pipe_ends[0];
    ends[1] = pipe_ends[1];
    is_ending = 0;
    terminal = isatty(input) && tcgetattr(input, &original_modes) == 0 ? input : -1;
    is_open = 1;
    if (!is_registered) {
        is_registered = atexit(cterminal_restore) == 0;
    }
    catch(ending_signals, ENDING_COUNT, handle, former_ending);
    if (terminal >= 0) {
        catch(terminal_signals, TERMINAL_COUNT, handle, former_terminal);
        catch(crash_signals, CRASH_COUNT, handle_crash, former_crash);
    }
    return 0;
}

void cterminal_close(void) {
    if (!is_open) {
        return;
    }
    cterminal_restore();
    release(ending_signals, ENDING_COUNT, former_ending);
    if (terminal >= 0) {
        release(terminal_signals, TERMINAL_COUNT, former_terminal);
        release(crash_signals, CRASH_COUNT, former_crash);
    }
    is_open = 0;
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    terminal = -1;
}

int cterminal_hide_input(void) {
    if (terminal < 0) {
        return -1;
    }
    struct termios modes = original_modes;
    modes.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON);
    modes.c_lflag |= ISIG;
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
    return tcsetattr(terminal, TCSADRAIN, &modes);
}

int cterminal_columns(int output) {
    struct winsize size;
    if (ioctl(output, TIOCGWINSZ, &size) != 0) {
        return 0;
    }
    return size.ws_col;
}

void cterminal_use_utf8(void) {
    setlocale(LC_ALL, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) {
        return;
    }
    // readline calls setlocale itself, so the environment has to change, not only this process's locale.
    setenv("LC_ALL", "C.UTF-8", 1);
    setlocale(LC_ALL, "");
}
