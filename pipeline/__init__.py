"""custody-records: structured records from news articles on prisons and detention, offline."""

__version__ = "0.1.0"
