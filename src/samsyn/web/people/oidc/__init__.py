"""Log-in by the region's or Inera's identity provider (OpenID Connect): who one is, and in which commission."""
