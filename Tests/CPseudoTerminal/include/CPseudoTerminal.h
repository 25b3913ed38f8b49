#ifndef COMMONGROUND_CPSEUDOTERMINAL_H
#define COMMONGROUND_CPSEUDOTERMINAL_H

#include <sys/types.h>

/// Starts a program on a new pseudo-terminal that is its controlling terminal: what a person at a keyboard
/// would do. Swift cannot fork. `program` is argv[0]; argv and environment end with NULL. `keyboard` receives
/// our end of the terminal, `screen` the program's end, kept open so that modes can be read after the program
/// is gone. Returns 0, or -1 with errno.
int pseudo_terminal_start(
    char *const arguments[], char *const environment[], int rows, int columns, int *keyboard, int *screen,
    pid_t *process);

/// 1 if the terminal gathers lines and echoes them, as a shell expects to find it; 0 if not; -1 with errno.
int pseudo_terminal_is_ordinary(int screen);

/// 1 if the terminal echoes what is typed, 0 if not, -1 with errno.
int pseudo_terminal_echoes(int screen);

/// Gives the window a new size and tells the program so. Returns 0 or -1.
int pseudo_terminal_resize(int keyboard, int rows, int columns);

#endif
