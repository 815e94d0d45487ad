"""The encrypted store of plans; SQLAlchemy and SQLCipher live here only."""
