/* The heap and growing arrays; what lack of memory does is seen in a child. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "proctor/base/arena.h"
#include "proctor/base/mem.h"

static int hook_pipe[2];

/* Called by the address sanitizer where there is one: it must leave it to us
 * what happens when too much is asked for. */
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

static void write_to_pipe(void)
{
    if (write(hook_pipe[1], "x", 1) != 1)
        abort();
}

static void no_bytes_are_memory_too(void **state)
{
    void *a = mem_alloc(0, 8), *b = mem_realloc(NULL, 8, 0);
    (void)state;

    assert_non_null(a);
    assert_non_null(b);
    free(a);
    free(b);
}

static void new_memory_is_zeroed(void **state)
{
    unsigned char *bytes = mem_alloc(1000, 3);
    (void)state;

    for (size_t i = 0; i < 3000; i++)
        assert_int_equal(bytes[i], 0);
    free(bytes);
}

static void a_copy_of_no_text_is_none(void **state)
{
    char *copy = mem_strdup("abc");
    (void)state;

    assert_null(mem_strdup(NULL));
    assert_string_equal(copy, "abc");
    free(copy);
}

static void array_keeps_its_elements_while_it_grows(void **state)
{
    struct {
        int *items;
        size_t count, capacity;
    } numbers = {0};
    (void)state;

    for (int i = 0; i < 1000; i++)
        *array_add(&numbers) = i;
    assert_int_equal(numbers.count, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(numbers.items[i], i);
    array_free(&numbers);
    assert_null(numbers.items);
    assert_int_equal(numbers.capacity, 0);
}

static void alloc_too_much(void)
{
    mem_alloc(SIZE_MAX / 2, 3);
}

static void realloc_too_much(void)
{
    mem_realloc(NULL, SIZE_MAX / 2, 3);
}

static void arena_too_much(void)
{
    struct arena arena = {0};

    arena_alloc(&arena, SIZE_MAX / 2, 3);
}

static void arena_nearly_all(void)
{
    struct arena arena = {0};

    arena_alloc(&arena, SIZE_MAX - 1, 1);
}

static void grow_too_much(void)
{
    size_t capacity = SIZE_MAX / 2 + 1;

    mem_grow(NULL, &capacity, 1);
}

/* Runs `ask` in a child with the hook installed; gives its wait status. */
static int status_of_child(void (*ask)(void))
{
    pid_t child = fork();
    int status = -1;

    assert_true(child >= 0);
    if (child == 0) {
        close(STDERR_FILENO);
        mem_on_exhausted(write_to_pipe);
        ask();
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void lack_of_memory_runs_the_hook_and_ends_with_status_3(void **state)
{
    static void (*const asks[])(void) = {
        alloc_too_much,   realloc_too_much, arena_too_much,
        arena_nearly_all, grow_too_much,    mem_exhausted,
    };
    char byte;
    (void)state;

    assert_int_equal(pipe(hook_pipe), 0);
    for (size_t i = 0; i < sizeof asks / sizeof *asks; i++) {
        int status = status_of_child(asks[i]);

        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 3);
        assert_int_equal(read(hook_pipe[0], &byte, 1), 1);
    }
    close(hook_pipe[0]);
    close(hook_pipe[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_bytes_are_memory_too),
        cmocka_unit_test(new_memory_is_zeroed),
        cmocka_unit_test(a_copy_of_no_text_is_none),
        cmocka_unit_test(array_keeps_its_elements_while_it_grows),
        cmocka_unit_test(lack_of_memory_runs_the_hook_and_ends_with_status_3),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
