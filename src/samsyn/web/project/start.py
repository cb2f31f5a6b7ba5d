"""The start page: the work list of one's role."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def start(request: HttpRequest) -> HttpResponse:
    """What is waiting for the actor; who has no assignment is told whom to ask."""
    return render(request, "pages/start.html", {"work": []})
