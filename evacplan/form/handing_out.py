"""Whether a paper may be handed to somebody, in words for the coordinator and for the family."""

import unicodedata
from datetime import date

from evacplan.domain.copies import Basis
from evacplan.domain.errors import UserError
from evacplan.domain.legal import Refusal
from evacplan.domain.legal_basis import DisasterException, basis_for
from evacplan.domain.plan import Plan
from evacplan.domain.plan.meeting import Share
from evacplan.form.papers import Paper
from evacplan.form.sentences import Sentences
from evacplan.form.spec import Form


def basis_or_refuse(
    words: tuple[Form, Sentences],
    plan: Plan,
    paper: Paper,
    *,
    recipient: str,
    today: date,
    exception: DisasterException | None = None,
) -> Basis:
    """On what basis a paper may go to a recipient (as typed) today.

    Raises UserError with the reason and the sentence to say to the family when it may not.
    """
    form, sentences = words
    found = basis_for(plan, paper.value, share_named(form, plan, recipient), today, exception)
    if isinstance(found, Basis):
        return found
    raise told(sentences, found)


def told(sentences: Sentences, refusal: Refusal) -> UserError:
    """Why a paper may not be handed over, what to do, and what to say to the family."""
    words, said = sentences.refusal[refusal], sentences.paper
    do = said["said_to_family"].format(do=words.do, say=words.say)
    return UserError(said["not_handed"], why=words.why, do=do)


def share_named(form: Form, plan: Plan, typed: str) -> str:
    """The key of the share that a typed recipient means (消防署 means 消防), or what was typed.

    Where several fit, the one that is named exactly, else the longest: 町会 and 第二町会 are two.
    """
    wanted = _plain(typed)
    fitting = [
        (name == wanted, name in wanted, len(name), share.key)
        for share in plan.meeting.shares
        for name in _names(form, share)
        if name in wanted or (wanted and wanted in name)
    ]
    return max(fitting)[-1] if fitting else typed


def _names(form: Form, share: Share) -> list[str]:
    kind = form.choices["ShareRecipient"][share.recipient.value] if share.recipient is not None else ""
    # The words of a kind may list several: 自主防災組織・町内会.
    names = (share.key, share.recipient_name or "", *kind.replace("（", "・").rstrip("）").split("・"))
    return [name for name in map(_plain, names) if name]


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
