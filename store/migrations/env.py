"""Where Alembic finds the connection that `store.database.migrate` hands it."""

from alembic import context

from store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
