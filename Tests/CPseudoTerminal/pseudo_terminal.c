#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

int pseudo_terminal_start(
    char *const arguments[], char *const environment[], int rows, int columns, int *keyboard, int *screen,
    pid_t *process) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    if (openpty(keyboard, screen, NULL, NULL, &size) != 0) {
        return -1;
    }
    fcntl(*keyboard, F_SETFD, FD_CLOEXEC);
    fcntl(*screen, F_SETFD, FD_CLOEXEC);
    *process = fork();
    if (*process < 0) {
        return -1;
    }
    if (*process == 0) {
        close(*keyboard);
        // Threads of a test run hold signals back, and a new program would inherit that.
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        for (int number = 1; number < NSIG; number += 1) {
            signal(number, SIG_DFL);
        }
        if (login_tty(*screen) == 0) {
            execve(arguments[0], arguments, environment);
        }
        _exit(127);
    }
    return 0;
}

static int has_flags(int screen, tcflag_t flags) {
    struct termios modes;
    if (tcgetattr(screen, &modes) != 0) {
        return -1;
    }
    return (modes.c_lflag & flags) == flags;
}

int pseudo_terminal_is_ordinary(int screen) {
    return has_flags(screen, ECHO | ICANON | ISIG);
}

int pseudo_terminal_echoes(int screen) {
    return has_flags(screen, ECHO);
}

int pseudo_terminal_resize(int keyboard, int rows, int columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(keyboard, TIOCSWINSZ, &size);
}
