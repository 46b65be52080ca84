"""The only room with SQL: schema, migrations, one module of queries per noun. A new query goes beside its noun."""
