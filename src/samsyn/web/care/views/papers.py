"""The plan and the summary on paper: as a page to print, and as PDF."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import View

from samsyn.web.audit.actor import Actor
from samsyn.web.care.models import Case
from samsyn.web.care.printed.document import Document
from samsyn.web.care.printed.papers import plan_paper, summary_paper
from samsyn.web.care.printed.pdf import pdf_of
from samsyn.web.care.views.acting import CarefulCase, own_case

PAPERS: dict[str, Callable[..., Document]] = {"plan": plan_paper, "summary": summary_paper}


class Paper(CarefulCase, View):
    """A paper as a page, or as a file whose name tells nothing of the patient."""

    paper = "summary"
    as_pdf = False

    def get(self, request: HttpRequest, case_id: UUID, **rest: Any) -> HttpResponse:
        """Show it, or send the file."""
        actor: Actor = request.actor  # type: ignore[attr-defined]
        case: Case = own_case(actor, case_id)
        document = PAPERS[self.paper](case, by=actor)
        if not self.as_pdf:
            return render(request, "care/paper.html", {"case": case, "document": document, "paper": self.paper})
        headers = {"Content-Disposition": f'attachment; filename="{self.paper}.pdf"', "Cache-Control": "no-store"}
        return HttpResponse(pdf_of(document), content_type="application/pdf", headers=headers)
