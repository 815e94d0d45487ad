"""The chain of calls as a drawing: who calls whom, in which order, and what when no one answers."""

from collections.abc import Iterator
from dataclasses import replace

from evacplan.form.blocks.base import Context
from evacplan.form.layout import BlockLayout
from evacplan.form.running import run_in
from evacplan.form.spec import Repeat
from evacplan.form.view import Answer, ChainBlock, Fact, FactsBlock, Link, SimpleBlock, State
from evacplan.form.visible import Visible

_PHONES = ("phone_day", "phone_night")
_OTHERWISE = "if_no_answer"
_CALLER = "caller"


def chain(context: Context, layout: BlockLayout) -> Iterator[SimpleBlock]:
    """Every call of the list as a link."""
    visible = context.visible
    repeat = visible.form.part(layout.rows)
    assert isinstance(repeat, Repeat)
    links = [link for row in visible.rows(layout.rows) if (link := _link(context, repeat, row))]
    if links:
        yield ChainBlock(layout.title, tuple(_led_on(links, context.sentences.paper["otherwise"])))
    elif (said := visible.list_answer(layout.rows)) is not None:
        yield FactsBlock("", (Fact(layout.title, said),))


def _led_on(links: list[Link], otherwise: str) -> Iterator[Link]:
    """The links; one that says nothing of its own leads to the next when no one answers."""
    for link in links[:-1]:
        yield link if link.otherwise else replace(link, otherwise=Fact("", Answer(otherwise)))
    yield links[-1]


def _link(context: Context, repeat: Repeat, row: str) -> Link | None:
    """One call, or None where nothing of it is known or may be shown."""
    visible = context.visible
    who = tuple(_who(visible, repeat, row))
    phones = tuple(_phones(visible, row))
    more = _more(visible, repeat, row)
    caller = visible.answer(f"{row}.{_CALLER}")
    otherwise = next(visible.facts(visible.form.part(f"{row}.{_OTHERWISE}"), f"{row}.{_OTHERWISE}"), None)
    if not (who or phones or more or caller or otherwise):
        return None
    unknown = visible.form.answers.unknown
    number = visible.form.item(f"{row}.{_PHONES[0]}").short
    return Link(
        who=who or (Answer(unknown, State.UNKNOWN),),
        caller=caller or Answer(context.sentences.paper["caller"]),
        phones=phones or (Fact(number, Answer(unknown, State.UNKNOWN)),),
        otherwise=otherwise,
        more=more,
    )


def _who(visible: Visible, repeat: Repeat, row: str) -> Iterator[Answer]:
    """The answers that name whom to call, without one that another before it says as well."""
    said = ""
    for name in repeat.heading:
        answer = visible.answer(f"{row}.{name}")
        if answer is not None and (answer.changed or answer.text not in said):
            said += answer.text
            yield answer


def _phones(visible: Visible, row: str) -> Iterator[Fact]:
    """The numbers; one and the same by day and by night stands once, under both names."""
    found = [
        Fact(visible.form.item(path).short, answer)
        for path in (f"{row}.{name}" for name in _PHONES)
        if (answer := visible.answer(path))
    ]
    texts = {fact.answer.text for fact in found}
    if len(found) == len(_PHONES) and len(texts) == 1 and not any(fact.answer.note for fact in found):
        yield Fact("・".join(fact.label for fact in found), found[0].answer)
    else:
        yield from found


def _more(visible: Visible, repeat: Repeat, row: str) -> Answer | None:
    """Everything of a call that has no place of its own in the drawing."""
    told = {*repeat.heading, *_PHONES, _CALLER, _OTHERWISE}
    found = [
        fact
        for part in repeat.parts
        if (name := part.path.rpartition(".")[2]) not in told
        for fact in visible.facts(part, f"{row}.{name}", short=True)
        if visible.says(fact)
    ]
    return run_in(found) if found else None
