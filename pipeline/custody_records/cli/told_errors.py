"""What ends a run, as the user is told it: one line and an exit code, no traceback."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def told_errors(output: str) -> Iterator[None]:
    """Turn what ends a run into what a user is told."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo("stopped; what is finished is kept, the same command goes on", err=True)
        sys.exit(130)
    except click.ClickException:
        raise
    except Exception as error:
        from custody_records.annotate.model.installed import ModelNotFoundError
        from custody_records.rulebook import RuleError
        from custody_records.run.pool import WorkerLostError

        if isinstance(error, ModelNotFoundError | RuleError):
            raise click.UsageError(str(error)) from error
        if isinstance(error, WorkerLostError):
            raise click.ClickException(str(error)) from error
        if isinstance(error, OSError):
            raise click.ClickException(f"{output}: {error}") from error
        raise
