"""What this app's templates cannot say themselves."""
