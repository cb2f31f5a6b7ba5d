"""Asking the identity provider: where its pages are, the way there, and what it says afterwards."""

import secrets
from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from samsyn.web.people.oidc.mapping import CLAIMS
from samsyn.web.people.oidc.token import TokenRefused, read_token


class Adapter(OpenIDConnectOAuth2Adapter):
    """allauth's client, coming back to our address, sure that the provider is who it was said to be."""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the provider publishes of itself (OpenID Connect Discovery 1.0, section 4.3: the issuer must agree)."""
        config: dict[str, Any] = super().openid_config
        if str(config.get("issuer", "")).rstrip("/") != self.get_provider().app.settings["server_url"]:
            raise TokenRefused("issuer")
        return config

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """Where the browser is sent back to; registered at the provider."""
        return request.build_absolute_uri(reverse("oidc_callback"))


class _Provider(OpenIDConnectProvider):
    oauth2_adapter_class = Adapter


def provider_of(request: HttpRequest) -> OpenIDConnectProvider:
    """The provider in the settings; 404 where there is none."""
    try:
        return _Provider(request, app=get_adapter().get_app(request, provider="region"))
    except SocialApp.DoesNotExist:
        raise Http404 from None


def way_there(request: HttpRequest, after: str | None) -> HttpResponse:
    """Send the browser to the provider, with a state, a nonce and a PKCE challenge that only this session knows."""
    nonce = secrets.token_urlsafe(24)
    response: HttpResponse = provider_of(request).redirect(
        request, AuthProcess.LOGIN, next_url=after, nonce=nonce, auth_params={"nonce": nonce}
    )
    return response


def claims_of(request: HttpRequest, state: dict[str, Any]) -> dict[str, Any]:
    """Exchange the code that the browser brought for claims that hold."""
    provider = provider_of(request)
    adapter = Adapter(request, provider.app.provider_id)
    client = adapter.get_client(request, provider.app)
    answer = client.get_access_token(request.GET["code"], pkce_code_verifier=state["pkce_code_verifier"])
    config = adapter.openid_config
    claims = read_token(
        str(answer.get("id_token", "")),
        keys=_fetched(config["jwks_uri"]),
        issuer=config["issuer"],
        audience=provider.app.client_id,
        nonce=state["nonce"],
    )
    return _completed(claims, config, str(answer["access_token"]))


def _completed(claims: dict[str, Any], config: dict[str, Any], access_token: str) -> dict[str, Any]:
    """What the token does not say may be asked for; what it does say stands, since it is signed."""
    if all(name in claims for name in CLAIMS.values()) or "userinfo_endpoint" not in config:
        return claims
    more = _fetched(config["userinfo_endpoint"], {"Authorization": f"Bearer {access_token}"})
    if more.get("sub") != claims["sub"]:
        raise TokenRefused("sub")
    return more | claims


def _fetched(address: str, headers: dict[str, str] | None = None) -> dict[str, Any]:
    with get_adapter().get_requests_session() as session:
        response = session.get(address, headers=headers)
        response.raise_for_status()
        found = response.json()
    if not isinstance(found, dict):
        raise TokenRefused("not an object")
    return found
