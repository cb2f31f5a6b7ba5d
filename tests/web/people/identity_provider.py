"""A small OpenID provider on loopback, for tests: discovery, PKCE, keys, codes used once; it can be made to lie."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "samsyn", "a secret of tests"
PERSON: dict[str, Any] = {
    "sub": "person-1", "employeeHsaId": "SE2321000131-P000000000007", "commissionHsaId": "SE5560360793-1001",
    "commissionPurpose": "Vård och behandling", "commissionName": "Smärtteamet", "name": "Siv Hammar",
}  # fmt: skip


def _same(value: Any) -> Any:
    return value


@dataclass
class IdentityProvider:
    """What it says, and how it may lie."""

    claims: dict[str, Any] = field(default_factory=lambda: dict(PERSON))
    userinfo: dict[str, Any] = field(default_factory=dict)
    alter_claims: Callable[[dict[str, Any]], dict[str, Any]] = _same  # before signing
    alter_token: Callable[[str], str] = _same  # after signing
    alter_discovery: Callable[[dict[str, Any]], dict[str, Any]] = _same
    asked: list[str] = field(default_factory=list)
    issuer: str = ""
    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def discovery(self) -> dict[str, Any]:
        paths = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        found = {"issuer": self.issuer} | {name: f"{self.issuer}/{path}" for name, path in paths.items()}
        if self.userinfo:
            found["userinfo_endpoint"] = f"{self.issuer}/userinfo"
        return self.alter_discovery(found | {"token_endpoint_auth_methods_supported": ["client_secret_post"]})

    def keys(self) -> dict[str, Any]:
        public = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {"keys": [public | {"kid": "one", "use": "sig", "alg": "RS256"}]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Log the person in at once, and say where the browser goes next."""
        assert asked["client_id"] == CLIENT
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        code = secrets.token_urlsafe()
        self._codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, given: dict[str, str]) -> dict[str, Any]:
        asked = self._codes.pop(given["code"])  # a code is used once
        proof = base64.urlsafe_b64encode(hashlib.sha256(given["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        assert proof == asked["code_challenge"]
        assert (given["client_id"], given["client_secret"]) == (CLIENT, SECRET)
        assert given["redirect_uri"] == asked["redirect_uri"]
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"]}
        return {
            "access_token": "the access token",
            "token_type": "Bearer",
            "id_token": self.alter_token(self.signed(self.alter_claims(claims | self.claims))),
        }

    def signed(self, claims: dict[str, Any], **header: Any) -> str:
        return jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "one"} | header)


@contextmanager
def serving(provider: IdentityProvider) -> Iterator[IdentityProvider]:
    """Served on loopback until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def do_GET(self) -> None:
            url = urlsplit(self.path)
            provider.asked.append(url.path)
            if url.path == "/authorize":
                self.send_response(302)
                self.send_header("Location", provider.authorize({k: v[0] for k, v in parse_qs(url.query).items()}))
                self.send_header("Content-Length", "0")
                self.end_headers()
            elif url.path == "/keys":
                self._say(provider.keys())
            elif url.path == "/userinfo":
                assert self.headers["Authorization"] == "Bearer the access token"
                self._say(provider.userinfo)
            else:
                self._say(provider.discovery())

        def do_POST(self) -> None:
            provider.asked.append(self.path)
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            try:
                self._say(provider.token({k: v[0] for k, v in parse_qs(body).items()}))
            except (AssertionError, KeyError):
                self._say({"error": "invalid_grant"}, 400)

        def _say(self, what: dict[str, Any], status: int = 200) -> None:
            body = json.dumps(what).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
