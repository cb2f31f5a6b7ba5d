"""The health page: whether the application and its database answer."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse

from samsyn import __version__


def health(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, else 503; says nothing but that and the version."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        status = "ok"
    except DatabaseError:
        status = "no database"
    return JsonResponse({"status": status, "version": __version__}, status=200 if status == "ok" else 503)
