#include "CReadline.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <readline/history.h>
#include <readline/readline.h>

/// In terminal.c: whether readline may have sent the terminal anything that must be taken back.
extern volatile sig_atomic_t cterminal_has_editor;

/// The arrow keys reach this many lines back; enough for a long meeting, small enough to search.
enum { HISTORY_LINES_MAX = 1000 };

static creadline_line_callback line_callback;
static creadline_completion_callback completion_callback;
static void *callback_context;

/// True from the moment a prompt is shown until its line is complete.
static int is_prompting;
static int is_suspended;

/// The completions of the moment: entry 0 is kept for the longest common beginning, the last is NULL.
static char **candidates;
static size_t candidate_count;

// MARK: Lines

static void line_is_complete(char *line) {
    // Removed here, so that the next prompt appears only when the caller asks for the next line.
    is_prompting = 0;
    rl_callback_handler_remove();
    if (line == NULL) {
        fputs("\n", stdout);
    }
    fflush(stdout);
    line_callback(line, callback_context);
    free(line);
}

/// readline would give the terminal back after each line. Kept until creadline_stop instead: keys struck
/// while the program is busy must not be echoed by the terminal itself, least of all ahead of a hidden
/// answer.
static void keep_terminal(void) {
}

void creadline_show_prompt(const char *prompt) {
    if (!is_prompting) {
        is_prompting = 1;
        rl_callback_handler_install(prompt, line_is_complete);
        return;
    }
    rl_clear_visible_line();
    rl_set_prompt(prompt);
    rl_on_new_line();
    rl_redisplay();
}

void creadline_read(void) {
    if (is_prompting) {
        rl_callback_read_char();
    }
}

void creadline_discard_line(void) {
    if (!is_prompting) {
        return;
    }
    rl_callback_sigcleanup();
    rl_clear_visible_line();
    rl_replace_line("", 1);
    rl_on_new_line();
    rl_redisplay();
}

void creadline_write(const char *bytes, size_t count) {
    int is_below = is_prompting && !is_suspended;
    if (is_below) {
        rl_clear_visible_line();
    }
    fwrite(bytes, 1, count, stdout);
    if (is_below) {
        rl_on_new_line();
        rl_redisplay();
    }
    fflush(stdout);
}

void creadline_resize(void) {
    if (is_prompting && !is_suspended) {
        rl_resize_terminal();
    } else {
        rl_reset_screen_size();
    }
}

void creadline_add_history(const char *line) {
    add_history(line);
}

// MARK: Completion

void creadline_add_candidate(const char *candidate) {
    char **larger = realloc(candidates, (candidate_count + 3) * sizeof(char *));
    if (larger == NULL) {
        return;
    }
    candidates = larger;
    char *copy = strdup(candidate);
    if (copy == NULL) {
        return;
    }
    candidate_count += 1;
    candidates[candidate_count] = copy;
    candidates[candidate_count + 1] = NULL;
}

static size_t shared_beginning(void) {
    size_t length = strlen(candidates[1]);
    for (size_t index = 2; index <= candidate_count; index += 1) {
        size_t shared = 0;
        while (shared < length && candidates[index][shared] == candidates[1][shared]) {
            shared += 1;
        }
        length = shared;
    }
    // Never cut through a character of several bytes.
    while (length > 0 && ((unsigned char)candidates[1][length] & 0xC0) == 0x80) {
        length -= 1;
    }
    return length;
}

static char **attempt_completion(const char *text, int start, int end) {
    // Without this readline offers the names of files when there are no candidates.
    rl_attempted_completion_over = 1;
    (void)text;
    candidates = NULL;
    candidate_count = 0;
    completion_callback(rl_line_buffer, start, end, callback_context);
    if (candidate_count == 0) {
        free(candidates);
        return NULL;
    }
    // Shorter than the word where candidates differ from it in case: then readline leaves the word alone.
    candidates[0] = strndup(candidates[1], shared_beginning());
    if (candidates[0] == NULL) {
        return NULL;
    }
    return candidates;
}

// MARK: Start and stop

void creadline_start(
    const char *name, creadline_line_callback on_line, creadline_completion_callback on_completion,
    void *context) {
    cterminal_has_editor = 1;
    line_callback = on_line;
    completion_callback = on_completion;
    callback_context = context;
    rl_readline_name = name;
    rl_catch_signals = 0;
    rl_catch_sigwinch = 0;
    rl_change_environment = 0;
    rl_deprep_term_function = keep_terminal;
    // A preference, which the user's inputrc may change: one TAB is enough to see the list.
    rl_variable_bind("show-all-if-ambiguous", "on");
    rl_initialize();
    // Not a preference: a question or a pager in the middle of completion would stop the caller's loop.
    rl_variable_bind("page-completions", "off");
    rl_completion_query_items = -1;
    rl_sort_completion_matches = 0;
    rl_attempted_completion_function = attempt_completion;
    rl_completer_word_break_characters = " \t\n";
    rl_completer_quote_characters = "";
    clear_history();
    stifle_history(HISTORY_LINES_MAX);
}

void creadline_suspend(void) {
    if (is_suspended) {
        return;
    }
    is_suspended = 1;
    if (is_prompting) {
        rl_clear_visible_line();
    }
    rl_deprep_terminal();
    fflush(stdout);
}

void creadline_resume(void) {
    if (!is_suspended) {
        return;
    }
    is_suspended = 0;
    rl_prep_terminal(1);
    if (is_prompting) {
        rl_on_new_line();
        rl_redisplay();
    }
    fflush(stdout);
}

void creadline_stop(void) {
    if (is_prompting) {
        is_prompting = 0;
        rl_clear_visible_line();
        rl_callback_handler_remove();
    }
    rl_deprep_terminal();
    fflush(stdout);
}
