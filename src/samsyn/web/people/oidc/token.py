"""Reading an identity token: from whom, of whom, for whom, until when.

Source: OpenID Connect Core 1.0, section 3.1.3.7 (ID Token Validation).
"""

import secrets
from typing import Any, Final

import jwt

ALGORITHMS: Final = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
"""Signatures by a key that only the provider has; 'none' and shared secrets are not taken."""
LEEWAY: Final = 30
"""Seconds by which the two clocks may differ."""


class TokenRefused(Exception):
    """A token that does not prove what it says."""


def read_token(token: str, *, keys: dict[str, Any], issuer: str, audience: str, nonce: str) -> dict[str, Any]:
    """Return the claims of a token that holds in every respect, else raise TokenRefused.

    The signature is held against the provider's keys (a JWK set) even though the token came straight from it.
    """
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            _key_for(token, keys),
            algorithms=ALGORITHMS,
            issuer=issuer,
            audience=audience,
            leeway=LEEWAY,
            options={"require": ["exp", "iat", "iss", "aud", "sub", "nonce"]},
        )
    except (jwt.PyJWTError, TypeError, ValueError, KeyError, AttributeError) as error:
        raise TokenRefused(type(error).__name__) from error
    if not secrets.compare_digest(str(claims["nonce"]).encode(), nonce.encode()):
        raise TokenRefused("nonce")
    if claims.get("azp", audience) != audience:
        raise TokenRefused("azp")
    return claims


def _key_for(token: str, keys: dict[str, Any]) -> jwt.PyJWK:
    wanted = jwt.get_unverified_header(token).get("kid")
    usable = [key for key in jwt.PyJWKSet.from_dict(keys).keys if key.public_key_use in (None, "sig")]
    matching = [key for key in usable if key.key_id == wanted] if wanted else usable
    if len(matching) != 1:
        raise TokenRefused("kid")
    return matching[0]
