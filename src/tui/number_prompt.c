/* Asks for the number of a question and takes it. */
#include "number_prompt.h"

void number_prompt_begin(struct number_prompt *prompt)
{
    prompt->is_asking = true;
    text_field_set(&prompt->typed, STR(""));
}

void number_prompt_frame(const struct number_prompt *prompt,
                         struct frame *frame)
{
    if (!prompt->is_asking)
        return;
    frame->prompt = "Open question number (Esc: back):";
    frame->typed = &prompt->typed;
}

static int take(const struct number_prompt *prompt, struct ui *ui, int count)
{
    int64_t number;

    if (str_to_i64(str_trim(text_field_str(&prompt->typed)), 1, count, &number))
        return (int)number - 1;
    ui_say(ui, STYLE_WARNING, "There is no question \"%s\": 1 to %d.",
           prompt->typed.text, count);
    return -1;
}

struct reply number_prompt_key(struct number_prompt *prompt, struct ui *ui,
                               const struct key *key, int count, int *pos_out)
{
    *pos_out = -1;
    if (!prompt->is_asking)
        return key->pasted ? reply_stay() : reply_ignored();
    if (key->press == PRESS_ENTER && !key->pasted)
        *pos_out = take(prompt, ui, count);
    else if (text_field_key(&prompt->typed, key))
        return reply_stay();
    prompt->is_asking = false;
    return key->press == PRESS_ENTER || key->press == PRESS_ESCAPE
               ? reply_stay()
               : reply_ignored();
}
