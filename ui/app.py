"""The page: a question box, the conversation with its sources, a button that stops."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from rag.errors import NewsciteError
from rag.types import Citation, Claim, Done, EvidenceFound, SentenceReady, Turn
from ui.render import answer_html, error_html, question_html, stopped_html, waiting_html

if TYPE_CHECKING:
    import gradio as gr

    from rag import Assistant

__all__ = ["CSS", "build", "reply"]

CSS = """
.answer blockquote { margin: .25em 0; }
.answer li { list-style: none; margin: .5em 0; }
.answer small { display: block; overflow-wrap: anywhere; }
.answer summary { cursor: pointer; font-weight: 600; margin-top: .75em; }
.warning { opacity: .75; font-size: .9em; } .error { color: var(--error-text-color, #b91c1c); }
.waiting { opacity: .6; }
footer { display: none !important; }
"""

_EXAMPLES = (
    "Why is Cainiao software considered a risk?",
    "Was sagt Alibaba zu den Vorwürfen?",
    "Wat gebeurt er op de luchthaven van Luik?",
)
_REMEMBERED = 12


async def reply(
    assistant: Assistant, question: str, history: tuple[Turn, ...]
) -> AsyncGenerator[tuple[str, tuple[Turn, ...]]]:
    """Answers a question as a message that grows sentence by sentence.

    Closing the generator, or cancelling the task that waits for it, stops the answer and frees the model.

    Yields:
        The message's HTML so far, and the conversation's turns: with this one once the answer is whole.
    """
    claims: list[Claim] = []
    citations: list[Citation] = []
    yield waiting_html("Searching the articles…"), history
    try:
        async with aclosing(assistant.astream(question, history=history)) as events:
            async for event in events:
                if isinstance(event, EvidenceFound):
                    yield waiting_html("Reading what was found…"), history
                elif isinstance(event, SentenceReady):
                    claims.append(event.claim)
                    citations.extend(event.citations)
                    yield answer_html(claims, citations), history
                elif isinstance(event, Done):
                    answer = event.answer
                    turn = Turn(question=question, answer=answer.text, language=answer.language)
                    yield answer_html(answer.claims, answer.citations, answer), (*history, turn)[-_REMEMBERED:]
    except NewsciteError as error:
        said = answer_html(claims, citations) if claims else ""
        yield said + error_html(error), history


def build(assistant: Assistant) -> gr.Blocks:
    """Returns the page over an open assistant; conversations live as long as the browser's tab."""
    import gradio as gr

    async def ask(
        question: str, messages: list[Any], history: tuple[Turn, ...]
    ) -> AsyncIterator[tuple[Any, ...]]:
        shown = [*messages, _message("user", question_html(question))]
        async with aclosing(reply(assistant, question, history)) as growing:
            async for html, turns in growing:
                messages = [*shown, _message("assistant", html)]
                history = turns
                yield messages, history, "", gr.update(interactive=True)
        yield messages, history, "", gr.update(interactive=False)

    def stopped(messages: list[Any]) -> tuple[Any, ...]:
        return [*messages, _message("assistant", stopped_html())], gr.update(interactive=False)

    def forget() -> tuple[Turn, ...]:
        return ()

    with gr.Blocks(title="Newscite", analytics_enabled=False, fill_height=True) as page:
        gr.Markdown("# Newscite\nEvery sentence of an answer shows the words of the article it rests on.")
        history = gr.State(())
        chat = gr.Chatbot(label="Conversation", scale=1, latex_delimiters=[], sanitize_html=True, buttons=["copy"])
        with gr.Row():
            box = gr.Textbox(label="Question", placeholder="Ask the articles", autofocus=True, scale=1)
            send = gr.Button("Ask", variant="primary", scale=0)
            stop = gr.Button("Stop", scale=0, interactive=False)
        gr.Examples(list(_EXAMPLES), box, label="Of the two articles that come with Newscite", cache_examples=False)
        inputs, outputs = [box, chat, history], [chat, history, box, stop]
        ways: list[Any] = [
            trigger(ask, inputs, outputs, api_visibility="private", show_progress="hidden")
            for trigger in (box.submit, send.click)
        ]
        stop.click(stopped, chat, [chat, stop], cancels=ways, queue=False, api_visibility="private")
        chat.clear(forget, None, history, queue=False, api_visibility="private")
    # A stopped answer must not wait in the queue behind others' answers.
    page.queue(default_concurrency_limit=4, max_size=32)
    return page


def _message(role: str, html: str) -> dict[str, str]:
    return {"role": role, "content": html}
